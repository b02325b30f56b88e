//! A folder of answers files in, and a file out that gets its name when it is whole.

use std::fs;

use serde_json::{Value as Json, json};

use super::{lines, program};
use crate::support::program::{Program, refused};

const RECORD: &str = "{\"id\":\"a1\",\"antwoorden\":{\"jarig\":\"ja\"}}\n";

fn folder(program: &Program, files: &[(&str, &str)]) {
    fs::create_dir_all(program.file("map")).unwrap();
    for (name, text) in files {
        fs::write(program.file("map").join(name), text).unwrap();
    }
}

#[test]
fn each_file_of_a_folder_is_a_record_in_the_order_of_the_names() {
    let program = program();
    let rows =
        "vragenlijst: feest\nantwoorden:\n  jarig: ja\n  mensen:\n    - { id: p1, naam: oma }\n";
    folder(
        &program,
        &[
            ("c.yml", rows),
            ("a b.yaml", "jarig: { waarde: ja, toelichting: Zondag. }\n"),
            ("B.YAML", "\u{feff}jarig: nee\n"),
            ("d.yaml", "jarig: ja\ngasten: veel\nplek: prak\n"),
            ("e.yaml", "jarig: [ja\n"),
            ("f.yaml", ""),
            ("g.yaml", "jarig: ja\njarig: nee\n"),
            ("h.yaml", "jarg: ja\n"),
            (".verborgen.yaml", "jarig: ja\n"),
            ("LEESMIJ.txt", "Dit zijn de antwoorden."),
        ],
    );
    fs::create_dir(program.file("map").join("oud.yaml")).unwrap();
    let run = program.run(&[
        "batch",
        "feest.yaml",
        "map",
        "--herkomst",
        "melding",
        "--redenen",
        "--nog-open",
    ]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let said = lines(&run.out);
    let ids: Vec<&Json> = said.iter().map(|line| &line["id"]).collect();
    assert_eq!(
        json!(ids),
        json!(["B", "a b", "c", "d", "e", "f", "g", "h"])
    );
    let places: Vec<Vec<&str>> = said
        .iter()
        .map(|line| {
            let faults = line["fouten"].as_array();
            let faults = faults.into_iter().flatten();
            faults
                .map(|fault| fault["plaats"].as_str().unwrap())
                .collect()
        })
        .collect();
    let none: [&str; 0] = [];
    assert_eq!(places[..3], [none, none, none], "{}", run.out);
    assert_eq!(
        places[3..],
        [
            vec!["/gasten", "/plek"],
            vec![""],
            vec![""],
            vec!["/jarig"],
            vec!["/jarg"]
        ],
        "{}",
        run.out
    );
    assert!(
        said[7]["fouten"][0]["tip"]
            .as_str()
            .unwrap()
            .contains("Bedoelde u `jarig`?")
    );
    let flat = run.err.replace('\n', " ");
    for words in [
        "d.yaml (regel 2)",
        "g.yaml (regel 2)",
        "2 bestanden of mappen die geen .yaml zijn",
    ] {
        assert!(flat.contains(words), "{words}: {}", run.err);
    }
    assert!(!run.out.contains("map/"), "{}", run.out);
    for (name, line) in [("a b.yaml", &said[1]), ("c.yml", &said[2])] {
        let file = program.file("map").join(name).display().to_string();
        let weighed = program.run(&["weeg", "feest.yaml", &file, "--formaat", "json"]);
        let weighed: Json = serde_json::from_str(&weighed.out).unwrap();
        for (id, outcome) in line["uitkomsten"].as_object().unwrap() {
            let full = &weighed["uitkomsten"][id];
            assert_eq!(outcome["waarde"], full["waarde"], "{name} {id}");
            assert_eq!(outcome["mogelijk"], full["mogelijk"], "{name} {id}");
        }
    }
    refused(
        &program.run(&["batch", "feest.yaml", "map", "--van", "csv"]),
        2,
        &["--van"],
    );
    refused(
        &program.run(&["batch", "feest.yaml", "er-niet"]),
        2,
        &["er-niet"],
    );
}

#[test]
fn files_of_a_folder_may_be_of_several_lists() {
    let program = program();
    folder(
        &program,
        &[
            ("a.yaml", "vragenlijst: feest\nantwoorden: { jarig: ja }\n"),
            (
                "b.yaml",
                "vragenlijst: { id: rihg, versie: 1.0.0 }\nantwoorden: { meerderjarig: ja }\n",
            ),
            ("c.yaml", "jarig: ja\n"),
            ("d.yaml", "vragenlijst: rigg\nantwoorden: {}\n"),
        ],
    );
    let run = program.run(&["batch", "feest.yaml,rihg", "map", "--herkomst", "melding"]);
    let said = lines(&run.out);
    assert_eq!(said[0]["vragenlijst"]["id"], "feest");
    assert_eq!(said[1]["vragenlijst"]["id"], "rihg");
    assert_eq!(said[2]["fouten"][0]["code"], "V302");
    assert!(
        said[3]["fouten"][0]["tip"]
            .as_str()
            .unwrap()
            .contains("Bedoelde u `rihg`?"),
        "{}",
        run.out
    );
}

#[test]
fn a_file_gets_its_name_when_it_is_whole_and_another_stays() {
    let program = program();
    let direct = program.run_with(&["batch", "feest.yaml"], RECORD);
    let run = program.run_with(&["batch", "feest.yaml", "-o", "uit.ndjson"], RECORD);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (Some(0), "", "")
    );
    let written = fs::read_to_string(program.file("uit.ndjson")).unwrap();
    assert_eq!(written, direct.out);

    let again = program.run_with(&["batch", "feest.yaml", "-o", "uit.ndjson"], "");
    refused(
        &again,
        1,
        &["Er is al een bestand uit.ndjson", "--overschrijf"],
    );
    assert_eq!(
        fs::read_to_string(program.file("uit.ndjson")).unwrap(),
        written
    );
    let over = program.run_with(
        &[
            "batch",
            "feest.yaml",
            "-",
            "--uit",
            "uit.ndjson",
            "--overschrijf",
        ],
        "",
    );
    assert_eq!(over.code, Some(0), "{}", over.err);
    assert_eq!(fs::read_to_string(program.file("uit.ndjson")).unwrap(), "");

    // A run that fails halfway leaves what was there, and nothing else.
    program.write("in.csv", "id,plek\n1,\"park\n");
    let half = program.run(&["batch", "feest.yaml", "in.csv", "-o", "half.ndjson"]);
    assert_eq!(half.code, Some(1));
    let mut names: Vec<String> = fs::read_dir(program.file("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["feest.yaml", "in.csv", "uit.ndjson"]);
    let nowhere = program.run_with(&["batch", "feest.yaml", "-o", "er/niet.ndjson"], RECORD);
    refused(&nowhere, 3, &["niet.ndjson"]);
    let folder = program.run_with(&["batch", "feest.yaml", "-o", "."], RECORD);
    assert_eq!(folder.code, Some(3), "{}", folder.err);
    program.write("in.ndjson", RECORD);
    let own = program.run(&[
        "batch",
        "feest.yaml",
        "in.ndjson",
        "-o",
        "in.ndjson",
        "--overschrijf",
    ]);
    assert_eq!(own.code, Some(0));
    assert_eq!(
        fs::read_to_string(program.file("in.ndjson")).unwrap(),
        direct.out
    );
}
