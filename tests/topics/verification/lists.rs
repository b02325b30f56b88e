//! A list that changed after a result was made with it; lists of one's own, and profiles.

use serde_json::Value as Json;

use super::flat;
use crate::support::program::{Program, Run};

const LIST: &str = "id: rook
versie: 1.0.0
titel: Rook in huis
bron: Eigen voorbeeld
onderdelen:
  - id: huis
    titel: Het huis
    vragen:
      - { id: rook, vraag: Ruikt u rook?, soort: ja_nee }
      - { id: vlam, vraag: Ziet u vlammen?, soort: ja_nee }
afgeleid:
  - id: telling
    titel: Telling
    som: [rook, vlam]
  - id: brand
    titel: Brand
    niveaus: [{ id: nee, tekst: Nee }, { id: ja, tekst: Ja }]
    banden:
      van: telling
      rijen:
        - { tot_en_met: 1, is: nee }
        - { vanaf: 2, is: ja }
";

fn made() -> Program {
    let program = Program::new();
    program.write("rook.yaml", LIST);
    let made = program.run_with(
        &["weeg", "rook.yaml", "-", "--met-antwoorden"],
        "{rook: ja, vlam: nee}",
    );
    assert_eq!(made.code, Some(0), "{}", made.err);
    program.write("uitkomst.json", &made.out);
    program
}

fn against(program: &Program, list: &str) -> (Run, Vec<String>) {
    program.write("rook.yaml", list);
    let args = ["verifieer", "uitkomst.json", "--vragenlijst", "rook.yaml"];
    let json = program.run(&[&args[..], &["--formaat", "json"]].concat());
    let report: Json = serde_json::from_str(&json.out).unwrap();
    let codes = report["verschillen"].as_array().unwrap().iter();
    let codes = codes.map(|one| one["code"].as_str().unwrap().to_owned());
    (program.run(&args), codes.collect())
}

#[test]
fn the_same_list_is_right_whatever_its_layout() {
    let program = made();
    let (run, codes) = against(&program, LIST);
    assert_eq!((run.code, codes.len()), (Some(0), 0), "{}", run.out);
    assert!(
        flat(&run).contains("dezelfde versie en inhoud"),
        "{}",
        run.out
    );
    let (run, codes) = against(&program, &format!("# Nagekeken.\n\n{LIST}"));
    assert_eq!((run.code, codes.len()), (Some(0), 0), "{}", run.out);
    assert!(flat(&run).contains("op een andere plek"), "{}", run.out);
}

#[test]
fn the_same_version_with_another_content_is_said() {
    let program = made();
    let (run, codes) = against(
        &program,
        &LIST
            .replace("tot_en_met: 1", "tot_en_met: 0")
            .replace("vanaf: 2", "vanaf: 1"),
    );
    assert_eq!(run.code, Some(1));
    assert!(
        codes.contains(&"andere_inhoud".to_owned()) && codes.contains(&"uitkomst".to_owned()),
        "{codes:?}"
    );
    for words in [
        "de versie is gelijk (1.0.0)",
        "zonder hem een nieuw nummer",
        "Brand Vermeld: Nee, berekend: Ja",
    ] {
        assert!(flat(&run).contains(words), "{words}: {}", run.out);
    }
    let sha = run.out.lines().filter(|line| {
        line.split(' ')
            .next_back()
            .is_some_and(|word| word.len() == 64)
    });
    assert_eq!(sha.count(), 2, "{}", run.out);
}

#[test]
fn a_newer_version_is_said_also_where_nothing_else_differs() {
    let program = made();
    let newer = LIST.replace("versie: 1.0.0", "versie: 1.1.0");
    let (run, codes) = against(&program, &newer);
    assert_eq!(
        (run.code, codes),
        (Some(1), vec!["andere_versie".to_owned()])
    );
    assert!(
        flat(&run).contains("vermeld is 1.0.0, hier is 1.1.0"),
        "{}",
        run.out
    );
    assert!(flat(&run).contains("de lijst van toen"), "{}", run.out);
}

#[test]
fn a_question_that_went_away_is_named() {
    let program = made();
    let without = LIST
        .replace("versie: 1.0.0", "versie: 2.0.0")
        .replace(
            "      - { id: vlam, vraag: Ziet u vlammen?, soort: ja_nee }\n",
            "",
        )
        .replace("[rook, vlam]", "[rook]");
    let (run, codes) = against(&program, &without);
    assert_eq!(codes, ["andere_versie", "antwoord"], "{}", run.out);
    assert!(flat(&run).contains("vlam"), "{}", run.out);
}

#[test]
fn a_list_that_is_not_here_and_another_list_are_two_things() {
    let program = made();
    let run = program.run(&["verifieer", "uitkomst.json"]);
    assert_eq!(run.code, Some(1));
    assert!(
        flat(&run).contains("“rook” is hier niet") && flat(&run).contains("--vragenlijst"),
        "{}",
        run.out
    );
    let run = program.run(&["verifieer", "uitkomst.json", "--vragenlijst", "rihg"]);
    assert_eq!(run.code, Some(1));
    assert!(flat(&run).contains("“rook”. Hier is “rihg”"), "{}", run.out);
}

/// A name of a list is never taken for a file.
#[test]
fn a_result_opens_no_file() {
    let program = Program::new();
    program.write("rook.yaml", LIST);
    let stated = "vragenlijst: ./rook.yaml\nantwoorden: {rook: ja}\nuitkomsten: {telling: 1}\n";
    let run = program.run_with(&["verifieer", "-"], stated);
    assert_eq!(run.code, Some(1));
    assert!(flat(&run).contains("is hier niet"), "{}", run.out);
}

#[test]
fn a_profile_is_found_by_what_the_result_says() {
    let program = Program::new();
    for list in ["meldcode", "casus"] {
        let made = program.run_with(
            &["weeg", list, "-", "--profiel", "knmg", "--met-antwoorden"],
            "{}",
        );
        assert_eq!((made.code, made.err.as_str()), (Some(0), ""), "{list}");
        let run = program.run_with(&["verifieer", "-"], &made.out);
        assert_eq!(run.code, Some(0), "{}", run.out);
        // And what the settings of the one who looks say plays no part.
        program.write("instellingen.yaml", "profiel: onderwijs\n");
        let run = program.run_with(&["verifieer", "-"], &made.out);
        assert_eq!(run.code, Some(0), "{}", run.out);
        program.write("instellingen.yaml", "");
    }
}

#[test]
fn a_profile_of_ones_own_is_given_with_its_file() {
    let program = Program::new();
    program.write(
        "eigen.yaml",
        "id: meldcode-linde\nversie: 1.0.0\ntitel: Meldcode van De Linde\nbron: De Linde\npast_aan: meldcode\n",
    );
    let made = program.run_with(
        &[
            "weeg",
            "casus",
            "-",
            "--profiel",
            "eigen.yaml",
            "--met-antwoorden",
        ],
        "{}",
    );
    assert_eq!(made.code, Some(0), "{}", made.err);
    let run = program.run_with(&["verifieer", "-"], &made.out);
    assert_eq!(run.code, Some(1));
    assert!(
        flat(&run).contains("meldcode-linde") && flat(&run).contains("--profiel"),
        "{}",
        run.out
    );
    let run = program.run_with(&["verifieer", "-", "--profiel", "eigen.yaml"], &made.out);
    assert_eq!(run.code, Some(0), "{}", run.out);
}

#[test]
fn a_profile_that_changes_nothing_in_a_list_is_said() {
    let program = Program::new();
    let plain = program.run_with(&["weeg", "rihg", "-", "--formaat", "json"], "{}");
    let run = program.run_with(
        &[
            "weeg",
            "rihg",
            "-",
            "--formaat",
            "json",
            "--profiel",
            "knmg",
        ],
        "{}",
    );
    assert_eq!((run.code, &run.out), (Some(0), &plain.out));
    assert!(
        run.err.contains("knmg") && run.err.contains("rihg"),
        "{}",
        run.err
    );
    // That of the settings stands there for other lists, and the base says nothing about any.
    program.write("instellingen.yaml", "profiel: knmg\n");
    for args in [
        &["weeg", "rihg", "-"][..],
        &["weeg", "rihg", "-", "--profiel", "basis"],
        &["weeg", "meldcode", "-", "--profiel", "knmg"],
    ] {
        assert_eq!(program.run_with(args, "{}").err, "", "{args:?}");
    }
}
