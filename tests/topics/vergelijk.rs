//! `vergelijk`: what a person and a script see of two assessments side by side.

use std::fs;

use crate::support::program::{Program, refused};

const TUIN: &str = "\
id: tuin
versie: 1.0.0
titel: De tuin
bron: Verzonnen
onderdelen:
  - id: buiten
    titel: Buiten
    vragen:
      - { id: hond, vraag: Is er een hond?, soort: ja_nee }
      - { id: ras, vraag: Wat voor hond?, soort: tekst, als: { vraag: hond, is: ja } }
      - { id: hek, vraag: Is er een hek?, soort: ja_nee }
      - { id: poort, vraag: Kan de poort op slot?, soort: ja_nee }
      - { id: gezien, vraag: Hoe vaak liep hij weg?, soort: getal, van: 0, tot: 9 }
      - id: bomen
        vraag: Welke bomen staan er?
        soort: lijst
        rij: boom
        nummer: b
        vragen:
          - { id: naam, vraag: Welke boom?, soort: tekst }
          - { id: hoog, vraag: Hoe hoog?, soort: getal, van: 0, tot: 90, eenheid: meter }
      - { id: eerst, vraag: Welke boom gaat eerst?, soort: rangorde, rijen_van: bomen }
afgeleid:
  - id: ontsnapt
    titel: Kan hij weg?
    niveaus: [{ id: nee, tekst: Nee }, { id: ja, tekst: Ja }]
    regels:
      - { als: { alle: [{ vraag: hond, is: ja }, { vraag: hek, is: nee }, { vraag: poort, is: nee }] }, is: ja, reden: Niets houdt hem tegen. }
      - { anders: nee, reden: Er is geen hond of iets houdt hem tegen. }
";

const THEN: &str = "\
hond: ja
ras: een geheime teckel
hek: ja
poort: onbekend
bomen: [{ id: b1, naam: eik, hoog: 12 }, { id: b2, naam: berk, hoog: 8 }]
eerst: [b1, b2]
";

const NOW: &str = "\
hond: ja
ras: een geheime teckel
hek: { waarde: nee, bron: de buurman }
poort: nee
gezien: 2
bomen: [{ id: b1, naam: eik, hoog: 14 }, { id: b3, naam: wilg, hoog: 3 }]
eerst: [b3, b1]
";

fn tuin() -> Program {
    let program = Program::new();
    program.write("tuin.yaml", TUIN);
    program.write("toen.yaml", THEN);
    program.write("nu.yaml", NOW);
    program
}

fn compared(program: &Program, files: [&str; 2], more: &[&str]) -> String {
    let mut args = vec!["vergelijk", "--vragenlijst", "tuin.yaml"];
    args.extend(files);
    args.extend(more);
    let run = program.run(&args);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    run.out
}

#[test]
fn two_files_are_told_apart_from_what_it_moved_to_the_answers() {
    let program = tuin();
    insta::assert_snapshot!(compared(&program, ["toen.yaml", "nu.yaml"], &[]), @r#"
    Toen: het bestand toen.yaml bij De tuin
    Nu: het bestand nu.yaml bij De tuin

    Anders: 1 uitkomst, 3 plaatsen in de volgorde, 6 antwoorden.

    Wat er anders uitkomt
       - Kan hij weg?
         was: Nee (staat vast)
         nu: Ja (staat vast)
         Dat komt door deze dingen samen:
           Is er een hek? was ja, is nu nee (ook anders: de bron)
           Kan de poort op slot? was onbekend, is nu nee

    De volgorde
       - "wilg" komt op plaats 1.
       - "eik" gaat van plaats 1 naar plaats 2.
       - "berk" stond op plaats 2 en heeft nu geen plaats.

    Antwoorden

     Nieuw
       - Hoe vaak liep hij weg? 2

     Was onbekend, is nu bekend
       - Kan de poort op slot? was onbekend, is nu nee

     Is nu anders
       - Is er een hek? was ja, is nu nee (ook anders: de bron)
       - boom "eik": Hoe hoog? was 12 meter, is nu 14 meter

     Erbij gekomen
       - boom "wilg"

     Staat er nu niet meer bij
       - boom "berk"
    "#);
}

#[test]
fn the_same_answers_in_another_order_are_no_difference() {
    let program = tuin();
    let mut lines: Vec<&str> = THEN.lines().collect();
    lines.reverse();
    program.write("zelfde.yaml", &lines.join("\n"));
    let out = compared(&program, ["toen.yaml", "zelfde.yaml"], &[]);
    assert!(out.ends_with("Er is niets anders.\n"), "{out}");
    let json = compared(
        &program,
        ["toen.yaml", "zelfde.yaml"],
        &["--formaat", "json"],
    );
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["gelijk"], true);
    assert_eq!(json["antwoorden"], serde_json::json!([]));
}

#[test]
fn what_does_not_count_is_named_and_never_shown() {
    let program = tuin();
    program.write("weg.yaml", &THEN.replace("hond: ja", "hond: nee"));
    program.write(
        "ander.yaml",
        &THEN
            .replace("hond: ja", "hond: nee")
            .replace("teckel", "herder"),
    );
    let out = compared(&program, ["toen.yaml", "weg.yaml"], &["--alles"]);
    assert!(out.contains("Telt niet meer mee"), "{out}");
    assert!(out.contains("Wat voor hond?"), "{out}");
    let both = compared(&program, ["weg.yaml", "ander.yaml"], &["--alles"]);
    assert!(
        both.contains("1 antwoord anders dat toen en nu niet meetelt"),
        "{both}"
    );
    let json = compared(&program, ["weg.yaml", "ander.yaml"], &["--formaat", "json"]);
    let half = compared(&program, ["toen.yaml", "weg.yaml"], &["--formaat", "json"]);
    for shown in [&out, &both, &json] {
        assert!(!shown.contains("geheime"), "{shown}");
    }
    assert_eq!(half.matches("geheime").count(), 1, "only of then: {half}");
}

#[test]
fn a_program_reads_what_moved_and_because_of_what() {
    let program = tuin();
    let json = compared(&program, ["toen.yaml", "nu.yaml"], &["--formaat", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["gelijk"], false);
    assert_eq!(json["zelfde_lijst"], true);
    let moved = &json["uitkomsten"][0];
    assert_eq!(moved["id"], "ontsnapt");
    assert_eq!(moved["toen"]["waarde"], "nee");
    assert_eq!(moved["nu"]["waarde"], "ja");
    assert_eq!(moved["richting"], "zwaarder");
    let because = serde_json::json!({ "antwoorden": ["hek", "poort"], "dag": false, "lijst": false, "kleinste": true });
    assert_eq!(moved["omdat"], because);
    let how: Vec<(String, String)> = json["antwoorden"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let word = |key: &str| one[key].as_str().unwrap().to_owned();
            (word("over"), word("hoe"))
        })
        .collect();
    let how: Vec<(&str, &str)> = how.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(
        how,
        [
            ("hek", "van_gedachten_veranderd"),
            ("poort", "nu_bekend"),
            ("gezien", "nieuw_feit"),
            ("bomen/b1/hoog", "van_gedachten_veranderd"),
            ("bomen/b3", "rij_erbij"),
            ("bomen/b2", "rij_weg"),
            ("eerst", "van_gedachten_veranderd"),
        ]
    );
    assert_eq!(json["antwoorden"][4]["nu"]["naam"], "wilg");
    assert_eq!(json["volgorde"][0]["rijen"][0]["nu"], 1);
}

/// A case of which everything was answered on the first of March, and these things on the twentieth.
fn two_days(program: &Program, later: &[&str]) -> String {
    let id = program.example("hulp-en-plan.yaml");
    let path = program.cases().join(format!("{id}.casus"));
    let mut text = String::new();
    for line in fs::read_to_string(&path).unwrap().lines() {
        let key = if line.starts_with("{\"top3\"") {
            "\"gemaakt\":\""
        } else {
            "\"op\":\""
        };
        let (before, after) = line.split_once(key).unwrap();
        text += &format!("{before}{key}2026-03-01{}\n", &after[10..]);
    }
    for one in later {
        text += &format!("{{\"op\":\"2026-03-20T10:00:00+01:00\",\"dit\":{one}}}\n");
    }
    fs::write(&path, text).unwrap();
    id
}

#[test]
fn a_case_is_held_against_its_former_day() {
    let program = Program::new();
    let wapen = r#"{"antwoord":{"vraag":"rode-vlaggen.wapen","waarde":"ja"}}"#;
    let id = two_days(&program, &[wapen]);
    let run = program.run(&["vergelijk"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    for there in [
        "op 1 maart 2026",
        "zoals hij nu is",
        "Er is een rode vlag (staat vast)",
        "Heeft of gebruikt iemand een wapen? was nee, is nu ja",
    ] {
        assert!(run.out.contains(there), "`{there}` is not in:\n{}", run.out);
    }
    let same = program.run(&[
        "vergelijk",
        &id,
        "--op",
        "2026-03-01",
        "--met",
        "2026-03-10",
    ]);
    assert!(same.out.contains("Er is niets anders."), "{}", same.out);
    let shown = program.run(&["toon", &id]);
    assert!(
        shown
            .err
            .contains("Wat is er veranderd sinds 1 maart 2026?"),
        "{}",
        shown.err
    );
}

#[test]
fn two_cases_are_compared_and_nothing_is_written() {
    let program = Program::new();
    let (one, two) = (
        program.example("hulp-en-plan.yaml"),
        program.example("acuut-onveilig.yaml"),
    );
    let path = program.cases().join(format!("{one}.casus"));
    let before = fs::read(&path).unwrap();
    let run = program.run(&["vergelijk", &one, &two]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.contains("op hun nummer"), "{}", run.out);
    assert_eq!(run.err, "");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_cannot_be_compared_is_said_with_what_to_do() {
    let program = tuin();
    let id = program.example("hulp-en-plan.yaml");
    refused(&program.run(&["vergelijk"]), 2, &["op één dag", "--op"]);
    refused(
        &program.run(&["vergelijk", &id, "--op", "2020-01-01"]),
        2,
        &["begon pas op"],
    );
    refused(
        &program.run(&["vergelijk", &id, &id]),
        2,
        &["met zichzelf", "--met"],
    );
    refused(
        &program.run(&["vergelijk", "toen.yaml", "nu.yaml"]),
        2,
        &["lijken bestanden", "--vragenlijst"],
    );
    refused(
        &program.run(&["vergelijk", "--vragenlijst", "tuin.yaml", "toen.yaml"]),
        2,
        &["twee bestanden"],
    );
    refused(
        &program.run(&[
            "vergelijk",
            &id,
            "--op",
            "2026-03-20",
            "--met",
            "2026-03-01",
        ]),
        2,
        &["--op", "--met"],
    );
    program.write("fout.yaml", "hond: geheim\n");
    let args = [
        "vergelijk",
        "--vragenlijst",
        "tuin.yaml",
        "toen.yaml",
        "fout.yaml",
    ];
    let run = program.run(&args);
    refused(&run, 1, &["fout.yaml", "niets vergeleken"]);
    assert!(!run.err.contains("geheim"), "{}", run.err);
}
