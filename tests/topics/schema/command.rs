//! The command `schema`, with the real program.

use serde_json::Value as Json;

use crate::support::program::{Program, refused};

const WHAT: [(&str, &str); 26] = [
    ("vragenlijst", "questionnaire"),
    ("antwoorden", "answers"),
    ("proefgevallen", "worked-cases"),
    ("resultaat", "result"),
    ("batchrecord", "batch-record"),
    ("batchregel", "batch-line"),
    ("nakijkverslag", "verification"),
    ("vergelijking", "comparison"),
    ("planvergelijking", "plan-comparison"),
    ("te-doen", "due"),
    ("overstap", "switch"),
    ("lijstverschil", "list-difference"),
    ("analyse", "analysis"),
    ("dekking", "coverage"),
    ("plan", "plan"),
    ("casus", "case"),
    ("casuslijst", "case-list"),
    ("instellingen", "settings"),
    ("nummers", "phones"),
    ("partners", "partners"),
    ("woorden", "words"),
    ("schalen", "scales"),
    ("papier", "paper"),
    ("lezer", "reader"),
    ("telling", "tally"),
    ("publicatie", "publication"),
];

#[test]
fn each_schema_is_printed_under_both_its_names() {
    let program = Program::new();
    for (dutch, english) in WHAT {
        let run = program.run(&["schema", dutch]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{dutch}");
        let schema: Json = serde_json::from_str(&run.out).unwrap();
        assert_eq!(schema["$id"], format!("urn:top3:schema:{dutch}:1"));
        assert_eq!(program.run(&["schema", english]).out, run.out);
    }
}

/// Each on a line of its own with what it is of, whatever the width.
#[test]
fn without_a_name_all_are_listed() {
    let program = Program::new();
    for width in ["60", "120"] {
        let run = program.run(&["schema", "--breedte", width]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let lines: Vec<&str> = run.out.lines().collect();
        for (dutch, _) in WHAT {
            let own = |line: &&&str| line.split_whitespace().next() == Some(dutch);
            assert_eq!(lines.iter().filter(own).count(), 1, "{dutch}: {}", run.out);
        }
        assert!(
            lines
                .iter()
                .all(|line| line.chars().count() <= width.parse().unwrap())
        );
    }
    refused(&program.run(&["schema", "-o", "x.json"]), 2, &["WAT"]);
}

#[test]
fn a_list_has_a_schema_of_its_own_answers() {
    let program = Program::new();
    program.write(
        "eigen.yaml",
        "id: eigen\nversie: 1.2.0\ntitel: Eigen\nbron: Eigen voorbeeld\nonderdelen:\n  - id: d\n    titel: D\n    vragen:\n      - { id: wapen, vraag: 'Is er een wapen?', soort: ja_nee }\n",
    );
    for (what, list) in [
        ("antwoorden", "rihg"),
        ("antwoorden", "eigen.yaml"),
        ("batchrecord", "eigen.yaml"),
        ("proefgevallen", "eigen.yaml"),
    ] {
        let run = program.run(&["schema", what, "--voor", list]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{list}");
        let schema: Json = serde_json::from_str(&run.out).unwrap();
        assert!(
            schema["$id"]
                .as_str()
                .unwrap()
                .starts_with(&format!("urn:top3:schema:{what}:"))
        );
    }
    let run = program.run(&["schema", "antwoorden", "--voor", "eigen.yaml"]);
    assert!(
        run.out.contains("Is er een wapen?") && run.out.contains("eigen 1.2.0"),
        "{}",
        run.out
    );
}

#[test]
fn what_cannot_be_is_told() {
    let program = Program::new();
    refused(
        &program.run(&["schema", "antwoorden", "--voor", "righ"]),
        2,
        &["righ", "rihg"],
    );
    refused(
        &program.run(&["schema", "plan", "--voor", "rihg"]),
        2,
        &["plan", "--voor"],
    );
    refused(
        &program.run(&["schema", "antwoord"]),
        2,
        &["antwoord", "antwoorden"],
    );
    refused(
        &program.run(&["schema", "antwoorden", "--voor", "weg.yaml"]),
        2,
        &["weg.yaml"],
    );
}

#[test]
fn a_file_is_written_and_not_written_over() {
    let program = Program::new();
    let run = program.run(&["schema", "plan", "-o", "plan.json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{}", run.err);
    let written = std::fs::read_to_string(program.file("plan.json")).unwrap();
    assert_eq!(written, program.run(&["schema", "plan"]).out);
    program.write("plan.json", "iets anders");
    refused(
        &program.run(&["schema", "plan", "-o", "plan.json"]),
        1,
        &["plan.json"],
    );
    let run = program.run(&["schema", "plan", "-o", "plan.json", "--overschrijf"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(
        std::fs::read_to_string(program.file("plan.json")).unwrap(),
        written
    );
}
