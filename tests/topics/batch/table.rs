//! Rows of a table out: the same outcomes as the lines, and nothing that a spreadsheet would run.

use std::fs;

use serde_json::{Value as Json, json};

use super::{lines, program};

const INPUT: &str = concat!(
    r#"{"id":1,"antwoorden":{"jarig":"ja","geheim":"ja","plek":"thuis","zin":3,"lekkers":["sla"]}}"#,
    "\n",
    r#"{"id":"0041","antwoorden":{"zin":9}}"#,
    "\n",
    r#"{"id":"=cmd|' /C calc'!A0","antwoorden":{"jarig":"nee"}}"#,
    "\n",
    r#"{"id":-5,"antwoorden":{"jarg":"ja","plek":"prak"}}"#,
    "\n",
    r#"{"id":"a;\"b\",\nc","antwoorden":{}}"#,
    "\n",
    r#"{"id":12345678901234567890123,"antwoorden":{}}"#,
    "\n",
    r#"{"id":"\t@x","antwoorden":{}}"#,
    "\n",
);

/// The cells of a table, by the crate's own quoting rules read back.
fn cells(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                rows.last_mut().unwrap().last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            '\n' if !quoted => rows.push(vec![String::new()]),
            sign if sign == delimiter && !quoted => rows.last_mut().unwrap().push(String::new()),
            sign => rows.last_mut().unwrap().last_mut().unwrap().push(sign),
        }
    }
    assert_eq!(
        rows.pop(),
        Some(vec![String::new()]),
        "the last row has its end"
    );
    rows
}

#[test]
fn a_row_says_what_the_line_says() {
    let program = program();
    program.write("in.ndjson", INPUT);
    for (ending, delimiter) in [("csv", ','), ("tsv", '\t')] {
        let name = format!("uit.{ending}");
        let run = program.run(&[
            "batch",
            "feest.yaml",
            "in.ndjson",
            "-o",
            &name,
            "--redenen",
            "--nog-open",
        ]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let table = fs::read_to_string(program.file(&name)).unwrap();
        let rows = cells(&table, delimiter);
        let header = &rows[0];
        let printed = program.run(&[
            "batch",
            "feest.yaml",
            "in.ndjson",
            "--redenen",
            "--nog-open",
        ]);
        let said = lines(&printed.out);
        assert_eq!(rows.len(), said.len() + 1);
        for (row, line) in rows[1..].iter().zip(&said) {
            assert_eq!(row.len(), header.len());
            for (name, cell) in header.iter().zip(row) {
                let mut parts = name.split('.');
                let (first, second) = (parts.next().unwrap(), parts.next());
                let text = |value: &Json| match value {
                    Json::Null => String::new(),
                    Json::String(text) => text.clone(),
                    Json::Array(all) => {
                        let all = all.iter().map(|one| match one {
                            Json::Null => "geen".to_owned(),
                            Json::String(text) => text.clone(),
                            one => one.to_string(),
                        });
                        all.collect::<Vec<_>>().join("|")
                    }
                    other => other.to_string(),
                };
                let wanted = match (first, second) {
                    ("id", _) => continue,
                    ("vragenlijst", Some(part)) => text(&line["vragenlijst"][part]),
                    ("niet_toepasbaar", Some(part)) => text(&line["niet_toepasbaar"][part]),
                    ("fouten", Some(part)) => {
                        let faults = line["fouten"].as_array();
                        let all = faults.into_iter().flatten().map(|fault| text(&fault[part]));
                        all.collect::<Vec<_>>().join("|")
                    }
                    (outcome, Some(part)) => text(&line["uitkomsten"][outcome][part]),
                    (member, None) => text(&line[member]),
                };
                assert_eq!(cell, &wanted, "{name} {line}");
            }
        }
        let ids: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(
            ids,
            [
                "1",
                "0041",
                "'=cmd|' /C calc'!A0",
                "-5",
                "a;\"b\",\nc",
                "12345678901234567890123",
                "'\t@x"
            ]
        );
        assert!(run.err.contains("Eén van de 7"), "{}", run.err);
    }
}

#[test]
fn the_columns_are_the_same_in_every_run() {
    let program = program();
    let run = program.run_with(
        &[
            "batch",
            "feest.yaml",
            "--to",
            "csv",
            "--herkomst",
            "melding",
        ],
        INPUT,
    );
    assert_eq!(
        run.out.lines().next().unwrap(),
        "id,drukte.waarde,drukte.ondergrens,drukte.bovengrens,drukte.zekerheid,drukte.mogelijk,moeite.waarde,moeite.ondergrens,\
         moeite.bovengrens,moeite.zekerheid,moeite.mogelijk,niet_toepasbaar.reden,fouten.code,fouten.plaats,fouten.kolom,fouten.melding,fouten.tip"
    );
    let two = program.run_with(
        &[
            "batch",
            "feest.yaml",
            "--naar",
            "csv",
            "--herkomst",
            "melding",
            "--threads",
            "4",
        ],
        INPUT,
    );
    assert_eq!(two.out, run.out);
    let nothing = program.run_with(&["batch", "feest.yaml", "--naar", "csv"], "");
    assert_eq!((nothing.code, nothing.out.as_str()), (Some(0), ""));
}

#[test]
fn what_a_record_brings_along_is_one_cell() {
    let program = program();
    let input = format!(
        "{}\n",
        json!({ "id": 1, "wie": "=1+1", "n": [1, "a,b"], "antwoorden": {} })
    );
    let run = program.run_with(
        &["batch", "feest.yaml", "--naar", "csv", "--overnemen"],
        &input,
    );
    let rows = cells(&run.out, ',');
    assert_eq!(rows[0][1], "record");
    let record: Json = serde_json::from_str(&rows[1][1]).unwrap();
    assert_eq!(record, json!({ "wie": "=1+1", "n": [1, "a,b"] }));
}
