//! One result, as a person or a script gives it to the real program.

use serde_json::{Value as Json, json};

use super::flat;
use crate::support::program::{Program, Run, refused};

/// A file that stands beside the tests.
fn beside(name: &str) -> String {
    format!("{}/tests/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn phq_9() -> Vec<String> {
    vec![
        "verifieer".to_owned(),
        beside("verification/hl7-sdc-phq-9.yaml"),
        "--vragenlijst".to_owned(),
        beside("instruments/phq-9/phq-9.yaml"),
    ]
}

fn run(args: &[String]) -> Run {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    Program::new().run(&args)
}

/// The total that HL7 published beside its own example is not what its answers add up to.
#[test]
fn the_public_sample_that_states_13_adds_up_to_10() {
    let run = run(&phq_9());
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    let golden = beside("verification/hl7-sdc-phq-9.txt");
    if std::env::var_os("BIJWERKEN").is_some() {
        std::fs::write(&golden, &run.out).unwrap();
    }
    assert_eq!(run.out, std::fs::read_to_string(&golden).unwrap());
    assert!(
        flat(&run).contains("Vermeld: 13, berekend: 10"),
        "{}",
        run.out
    );
}

#[test]
fn a_program_reads_the_same() {
    let args = [phq_9(), vec!["--formaat".to_owned(), "json".to_owned()]].concat();
    let run = run(&args);
    assert_eq!(run.code, Some(1));
    let report: Json = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["oordeel"], "wijkt_af");
    let found = &report["verschillen"][0];
    assert_eq!(
        (&found["code"], &found["plaats"]),
        (&json!("uitkomst"), &json!("uitkomsten.score.waarde"))
    );
    assert_eq!(
        (&found["vermeld"], &found["berekend"]),
        (&json!(13), &json!(10))
    );
    let points: Vec<&Json> = found["optelling"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["punten"])
        .collect();
    assert_eq!(json!(points), json!([0, 0, 0, 1, 2, 1, 3, 2, 1]));
    for place in [
        "uitkomsten.ernst",
        "uitkomsten.vraag_door",
        "vragenlijst.sha256",
    ] {
        assert!(
            report["niet_vermeld"]
                .as_array()
                .unwrap()
                .contains(&json!(place)),
            "{report}"
        );
    }
}

#[test]
fn a_total_that_is_stated_while_an_answer_is_missing_is_not_certain() {
    let program = Program::new();
    let stated = "vragenlijst: phq-9\nantwoorden: {weinig_plezier: enkele_dagen, slaap: onbekend}\nuitkomsten: {score: 1}\n";
    let list = beside("instruments/phq-9/phq-9.yaml");
    let run = program.run_with(&["verifieer", "-", "--vragenlijst", &list], stated);
    assert_eq!(run.code, Some(1));
    for words in [
        "Vermeld: 1, berekend: nog open; van 1 tot en met 25",
        "Nog open: somber, slaap",
        "0–3 Somber",
    ] {
        assert!(flat(&run).contains(words), "{words}: {}", run.out);
    }
}

#[test]
fn what_is_stated_by_hand_and_right_is_right_as_far_as_it_goes() {
    let program = Program::new();
    let stated = r#"{"vragenlijst": {"id": "rihg"}, "datum": "2026-03-01", "antwoorden": {"meerderjarig": "ja"},
        "uitkomsten": {"rood_bij_incident": {"ondergrens": 0, "bovengrens": 11.0}}}"#;
    let run = program.run_with(&["verifieer", "-"], stated);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(
        run.out
            .starts_with("Klopt, voor zover vermeld: 1 uitkomst is gelijk."),
        "{}",
        run.out
    );
    assert!(
        flat(&run).contains("niet nagekeken:") && flat(&run).contains("de versie van de lijst"),
        "{}",
        run.out
    );
}

#[test]
fn a_result_that_names_no_list_is_checked_against_the_one_that_is_given() {
    let program = Program::new();
    let stated =
        "antwoorden: {meerderjarig: ja}\nuitkomsten: {rood_bij_incident: {ondergrens: 0}}\n";
    let run = program.run_with(&["verifieer", "-", "--vragenlijst", "rihg"], stated);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert!(flat(&run).contains("- de vragenlijst "), "{}", run.out);
}

#[test]
fn an_outcome_that_the_list_does_not_give_is_named_with_what_was_meant() {
    let program = Program::new();
    let stated = "vragenlijst: rihg\nantwoorden: {}\nuitkomsten: {drempl: gehaald}\n";
    let run = program.run_with(&["verifieer", "-"], stated);
    assert_eq!(run.code, Some(1));
    assert!(
        flat(&run).contains("drempl") && flat(&run).contains("`drempel`"),
        "{}",
        run.out
    );
    let child =
        "vragenlijst: rihg\nantwoorden: {meerderjarig: nee}\nuitkomsten: {drempel: gehaald}\n";
    let run = program.run_with(&["verifieer", "-"], child);
    assert!(flat(&run).contains("volgt er niets"), "{}", run.out);
}

#[test]
fn members_of_a_newer_program_are_named_and_no_fault() {
    let program = Program::new();
    let stated = "vragenlijst: rihg\ndatum: 2026-03-01\nantwoorden: {meerderjarig: ja}\nkans: 3\nuitkomsten: {rood_bij_incident: {ondergrens: 0, kleur: paars}}\n";
    let run = program.run_with(&["verifieer", "-", "--formaat", "json"], stated);
    let report: Json = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["oordeel"]), (Some(0), &json!("klopt")));
    let unknown = report["niet_bekend"].as_array().unwrap();
    assert!(
        unknown.contains(&json!("kans"))
            && unknown.contains(&json!("uitkomsten.rood_bij_incident.kleur")),
        "{report}"
    );
}

#[test]
fn answers_may_stand_in_a_file_of_their_own() {
    let program = Program::new();
    let answers = "meerderjarig: ja\nkleur_wapens: rood\n";
    program.write("antwoorden.yaml", answers);
    let made = program.run(&["weeg", "rihg", "antwoorden.yaml", "--formaat", "json"]);
    program.write("uitkomst.json", &made.out);
    let run = program.run(&["verifieer", "uitkomst.json", "antwoorden.yaml"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    program.write("antwoorden.yaml", &answers.replace("rood", "blauw"));
    let run = program.run(&["verifieer", "uitkomst.json", "antwoorden.yaml"]);
    assert_eq!(run.code, Some(1));
    refused(
        &program.run(&["verifieer", "uitkomst.json"]),
        2,
        &["geen antwoorden", "--met-antwoorden"],
    );
    program.write("antwoorden.yaml", "vragenlijst: top3\nantwoorden: {}\n");
    refused(
        &program.run(&["verifieer", "uitkomst.json", "antwoorden.yaml"]),
        2,
        &["top3"],
    );
}

#[test]
fn no_answer_is_shown_that_the_list_does_not_take() {
    let program = Program::new();
    for answers in [
        "{\"kleur_wapens\": \"Jansen\"}",
        "{\"kleur_wapens\": {\"waarde\": \"rood\", \"Piet\": 1}}",
        "{\"meerderjarig\": [\"Jansen\"]}",
    ] {
        let stated = format!(
            "{{\"vragenlijst\": \"rihg\", \"antwoorden\": {answers}, \"uitkomsten\": {{}}}}"
        );
        let run = program.run_with(&["verifieer", "-", "--formaat", "json"], &stated);
        assert_eq!(run.code, Some(1), "{}", run.err);
        assert!(!flat(&run).contains("Jansen"), "{}", run.out);
        let report: Json = serde_json::from_str(&run.out).unwrap();
        assert_eq!(report["verschillen"][0]["code"], "antwoord");
        let place = report["verschillen"][0]["plaats"].as_str().unwrap();
        assert!(
            place.starts_with("antwoorden.kleur_wapens")
                || place.starts_with("antwoorden.meerderjarig"),
            "{place}"
        );
    }
    let torn = "{\"vragenlijst\": \"rihg\", \"antwoorden\": {\"kleur_wapens\": \"Jansen\n";
    let run = program.run_with(&["verifieer", "-"], torn);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(!run.err.contains("Jansen"), "{}", run.err);
}

#[test]
fn a_refusal_is_checked_where_the_answers_are_there() {
    let program = Program::new();
    program.write("fout.yaml", "kleur_wapen: rood\n");
    let made = program.run(&["weeg", "rihg", "fout.yaml", "--formaat", "json"]);
    program.write("uitkomst.json", &made.out);
    let run = program.run(&["verifieer", "uitkomst.json", "fout.yaml"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let run = program.run(&["verifieer", "uitkomst.json"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.starts_with("Niet nagerekend."), "{}", run.out);
    program.write("goed.yaml", "kleur_wapens: rood\n");
    let run = program.run(&[
        "verifieer",
        "uitkomst.json",
        "goed.yaml",
        "--formaat",
        "json",
    ]);
    let report: Json = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["verschillen"][0]["plaats"], "problemen");
    assert_eq!(
        report["verschillen"].as_array().unwrap().len(),
        1,
        "{report}"
    );
}

#[test]
fn what_cannot_go_together_is_used_wrongly() {
    let program = Program::new();
    program.write("a.yaml", "meerderjarig: ja\n");
    program.write("r.yaml", "antwoorden: {}\nuitkomsten: {}\n");
    refused(
        &program.run(&["verifieer", "a.yaml"]),
        2,
        &["geen resultaat", "uitkomsten"],
    );
    refused(
        &program.run(&["verifieer", "r.yaml"]),
        2,
        &["van welke vragenlijst", "--vragenlijst"],
    );
    refused(
        &program.run(&["verifieer", "r.yaml", "a.yaml"]),
        2,
        &["al antwoorden"],
    );
    refused(&program.run(&["verifieer", "-", "-"]), 2, &["allebei"]);
    refused(
        &program.run(&["verifieer", "r.yaml", "--casus", "c-2026-001"]),
        2,
        &["geen plan"],
    );
    refused(
        &program.run(&["verifieer", "er-niet.json"]),
        2,
        &["er-niet.json"],
    );
    refused(
        &program.run(&["verifieer", "r.yaml", "--vragenlijst", "righ"]),
        2,
        &["rihg"],
    );
    refused(
        &program.run(&[
            "weeg",
            "rihg",
            "a.yaml",
            "--met-antwoorden",
            "--formaat",
            "tekst",
        ]),
        2,
        &["json"],
    );
}

#[test]
fn nothing_is_no_result() {
    let program = Program::new();
    for input in ["", "\n\n", "# niets\n"] {
        let run = program.run_with(&["verifieer", "-"], input);
        refused(&run, 1, &["Er staat niets in"]);
    }
}

#[test]
fn text_that_steers_a_terminal_is_not_repeated() {
    let program = Program::new();
    let stated = "vragenlijst: \"ri\\e[2Jhg\"\nantwoorden: {}\nuitkomsten: {\"a\\eb\": \"c\\ed\"}\n\"x\\ey\": 1\n";
    let run = program.run_with(&["verifieer", "-"], stated);
    assert!(
        !flat(&run).contains('\u{1b}') && !run.err.contains('\u{1b}'),
        "{}",
        run.out
    );
    let run = program.run_with(
        &["verifieer", "-", "--vragenlijst", "rihg"],
        &stated.replace("\"ri\\e[2Jhg\"", "rihg"),
    );
    assert!(!flat(&run).contains('\u{1b}'), "{}", run.out);
}

/// JSON that other programs write: escapes that YAML does not have.
#[test]
fn any_json_is_read() {
    let program = Program::new();
    let stated = r#"{"vragenlijst": "rihg", "antwoorden": {"kleur_wapens": {"waarde": "rood", "toelichting": "\ud83d\udc69 \/"}}, "uitkomsten": {"rood_bij_incident": null}}"#;
    let run = program.run_with(&["verifieer", "-"], stated);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
}
