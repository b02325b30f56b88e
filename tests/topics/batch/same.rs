//! One interpreter: a line, a row, `weeg` and the journal of an interview come to the same.

use std::fs;
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use top3::answer::{Answers, AnswersFile, Value, typed};
use top3::assessment::assess;
use top3::batch::{Batch, Columns, Fate, Scratch};
use top3::case::{CaseId, Store};
use top3::problem::Place;
use top3::questionnaire::{Kind, Library};

use super::{ALL, LEVELS, lines, program, run, written};
use crate::support::program::Program;
use crate::support::small_list::{build, today};

/// The answers as cells; nothing where they do not fit in cells.
fn cells(answers: &Answers, names: &[String]) -> Option<Vec<String>> {
    let cell = |name: &String| {
        let found = answers.iter().find(|(key, _)| key.to_string() == *name);
        let Some((_, answer)) = found else {
            return Some(String::new());
        };
        match &answer.value {
            Value::Choices(ids) if ids.is_empty() => Some("geen".to_owned()),
            Value::Choices(ids) => {
                let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
                Some(ids.join(", "))
            }
            Value::Rows(_) => None,
            value => Some(typed(value)).filter(|text| !text.trim().is_empty()),
        }
    };
    names.iter().map(cell).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_row_gets_what_a_line_gets(small in prop::collection::vec(any::<u8>(), 30..220).prop_map(|bytes| build(&bytes))) {
        let Some(answers) = written(&small.answers) else { return Ok(()) };
        let plain = small.list.questions.iter().filter(|one| one.parent.is_none() && !matches!(one.kind, Kind::List { .. }));
        let names: Vec<String> = plain.map(|one| one.id.to_string()).collect();
        let Some(cells) = cells(&small.answers, &names) else { return Ok(()) };
        let header: Vec<(String, Place)> = std::iter::once("id".to_owned()).chain(names).map(|name| (name, Place::default())).collect();
        let columns = Arc::new(Columns::of(&small.list, &header, &[]).unwrap());
        for wishes in [LEVELS, ALL] {
            let wanted = run(&Batch::new([&small.list], today(), wishes), &json!({ "id": "a1", "antwoorden": answers }));
            let batch = Batch::new([&small.list], today(), wishes).with_columns(columns.clone());
            let (mut line, mut out) = (Vec::new(), Vec::new());
            let row = std::iter::once("a1").chain(cells.iter().map(String::as_str)).map(str::as_bytes);
            columns.line(row, &mut line).unwrap();
            let fate = batch.line(&line, &mut Scratch::default(), &mut out);
            let out = String::from_utf8(out).unwrap();
            prop_assert_eq!(fate, Fate::Assessed, "{} {}", out, small.described());
            prop_assert_eq!(out, wanted, "{}", small.described());
        }
    }
}

#[test]
fn texts_come_out_of_a_table_as_they_went_in() {
    let program = program();
    let texts = [
        "a",
        "a;b",
        "a,b",
        "a\tb",
        "\"",
        "\"\"",
        "een \"twee\" drie",
        "eerste\nlaatste",
        "a\r\nb",
        "é\u{1f600}",
        "'",
        "=1",
        "null",
        "ja",
        "12",
        "#",
        "sep=;",
        "\\n",
    ];
    let records: Vec<Json> = texts.iter().enumerate().map(|(at, text)| json!({ "id": at.to_string(), "antwoorden": { "verhaal": text, "zin": at % 11, "jarig": "ja" } })).collect();
    let ndjson: String = records.iter().map(|one| format!("{one}\n")).collect();
    program.write("in.ndjson", &ndjson);
    let wanted = program.run(&[
        "batch",
        "feest.yaml",
        "in.ndjson",
        "--redenen",
        "--nog-open",
    ]);
    assert_eq!(wanted.err, "");
    for (name, delimiter) in [
        ("in.csv", ","),
        ("in.csv", ";"),
        ("in.csv", "\t"),
        ("in.tsv", "\t"),
    ] {
        let row = |(at, text): (usize, &&str)| {
            [
                at.to_string(),
                format!("\"{}\"", text.replace('"', "\"\"")),
                (at % 11).to_string(),
                "ja".to_owned(),
            ]
            .join(delimiter)
                + "\r\n"
        };
        let table: String = texts.iter().enumerate().map(row).collect();
        program.write(
            name,
            &(["id", "verhaal", "zin", "jarig"].join(delimiter) + "\r\n" + &table),
        );
        let out = program.run(&["batch", "feest.yaml", name, "--redenen", "--nog-open"]);
        assert_eq!(out.out, wanted.out, "{delimiter:?} {}", out.err);
    }
}

/// Each member of an outcome in a line is what `weeg` says of it.
fn same(line: &Json, weighed: &Json, name: &str) {
    let outcomes = line["uitkomsten"]
        .as_object()
        .unwrap_or_else(|| panic!("{name}: {line}"));
    assert_eq!(
        outcomes.len(),
        weighed["uitkomsten"].as_object().unwrap().len(),
        "{name}"
    );
    for (id, outcome) in outcomes {
        for (member, value) in outcome.as_object().unwrap() {
            assert_eq!(
                value, &weighed["uitkomsten"][id][member],
                "{name} {id} {member}"
            );
        }
    }
}

#[test]
fn the_journal_of_an_interview_comes_to_the_same() {
    for name in [
        "acuut-onveilig.yaml",
        "hulp-en-plan.yaml",
        "vermoeden-weggenomen.yaml",
    ] {
        let program = Program::new();
        let id = CaseId::parse(&program.example(name)).unwrap();
        let record = Store::at(program.cases()).peek(&id).unwrap();
        let list = Library::shipped().load(&record.list().id).unwrap();
        let answers = AnswersFile {
            list: &list,
            answers: &record.answers,
        };
        let answers = serde_json::to_value(answers).unwrap();
        assert!(answers.as_object().unwrap().len() > 20, "{answers}");
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
        let replayed = serde_json::to_value(assess(&list, &record.answers, day)).unwrap();
        program.write("antwoorden.json", &answers.to_string());
        let weighed = program.run(&[
            "weeg",
            &list.version.id,
            "antwoorden.json",
            "--formaat",
            "json",
        ]);
        let weighed: Json = serde_json::from_str(&weighed.out).unwrap();
        assert_eq!(weighed["uitkomsten"], replayed["uitkomsten"], "{name}");
        let line = json!({ "id": name, "antwoorden": answers }).to_string();
        let batch = program.run_with(&["batch", &list.version.id], &line);
        same(&lines(&batch.out)[0], &weighed, name);
        fs::create_dir(program.file("map")).unwrap();
        program.write("map/a.yaml", &answers.to_string());
        let folder = program.run(&["batch", &list.version.id, "map"]);
        same(&lines(&folder.out)[0], &weighed, name);
    }
}
