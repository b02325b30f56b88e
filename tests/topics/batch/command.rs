//! What a record may hold and what the options do, with the real program.

use serde_json::{Value as Json, json};

use super::{lines, program};
use crate::support::program::refused;

fn record(id: &str, answers: Json) -> String {
    format!("{}\n", json!({ "id": id, "antwoorden": answers }))
}

#[test]
fn what_is_wrong_is_an_error_with_the_right_name_beside_it() {
    let program = program();
    let input = [
        record("onbekende vraag", json!({ "jarg": "ja" })),
        record("onbekende optie", json!({ "plek": "prak" })),
        record("geen getal", json!({ "gasten": "veel" })),
        record("te veel", json!({ "gasten": 61 })),
        "{\"id\":\"twee keer\",\"antwoorden\":{\"jarig\":\"ja\",\"jarig\":\"ja\"}}\n".to_owned(),
        "{\"id\":\"twee antwoorden\",\"antwoorden\":{},\"antwoorden\":{}}\n".to_owned(),
        record("vraag van een rij", json!({ "leeftijd": 3 })),
        record(
            "in een rij",
            json!({ "mensen": [{ "id": "p1", "lftijd": 3 }] }),
        ),
        record("niets", json!({ "jarig": null })),
        "{\"id\":\"geen antwoorden\"}\n".to_owned(),
        record("goed", json!({ "jarig": "ja" })),
    ];
    let run = program.run_with(&["batch", "feest.yaml"], &input.concat());
    assert_eq!(run.code, Some(0));
    let said = lines(&run.out);
    assert_eq!(said.len(), input.len());
    let wanted = [
        ("V302", "/antwoorden/jarg", "Bedoelde u `jarig`?"),
        ("V303", "/antwoorden/plek", "Bedoelde u `park`?"),
        ("V205", "/antwoorden/gasten", ""),
        ("V205", "/antwoorden/gasten", ""),
        ("V104", "/antwoorden/jarig", ""),
        ("V104", "/antwoorden", ""),
        ("V302", "/antwoorden/leeftijd", "mensen"),
        (
            "V201",
            "/antwoorden/mensen/0/lftijd",
            "Bedoelde u `leeftijd`?",
        ),
        ("V205", "/antwoorden/jarig", ""),
        ("V203", "", ""),
    ];
    for (line, (code, place, tip)) in said.iter().zip(wanted) {
        let fault = &line["fouten"][0];
        assert_eq!(
            (&fault["code"], &fault["plaats"]),
            (&json!(code), &json!(place)),
            "{line}"
        );
        assert!(fault["tip"].as_str().unwrap().contains(tip), "{line}");
        assert!(line.get("uitkomsten").is_none());
    }
    assert!(said[10]["uitkomsten"].is_object());
    let flat = run.err.replace('\n', " ");
    assert!(
        flat.contains("10 van de 11 records") && flat.contains("de regels 1-10 van"),
        "{flat}"
    );
    let strict = program.run_with(&["batch", "feest.yaml", "--streng"], &input.concat());
    assert_eq!((strict.code, strict.out), (Some(1), run.out));
    let english = program.run_with(&["batch", "feest.yaml", "--strict"], &input[10]);
    assert_eq!(english.code, Some(0));
}

#[test]
fn the_day_comes_from_outside_and_decides() {
    let program = program();
    let list =
        include_str!("lijst.yaml").replace("soort: datum", "soort: datum, niet_na_vandaag: ja");
    program.write("feest.yaml", &list);
    let input = record("1", json!({ "dag": "2026-03-20" }));
    let early = program.run_with(&["batch", "feest.yaml"], &input);
    assert_eq!(
        lines(&early.out)[0]["fouten"][0]["plaats"],
        "/antwoorden/dag"
    );
    program.write("in.ndjson", &input);
    let late = assert_cmd::Command::cargo_bin("top3").unwrap();
    let mut late = late;
    let out = late
        .current_dir(program.file("."))
        .args([
            "--instellingen",
            "leeg.yaml",
            "batch",
            "feest.yaml",
            "in.ndjson",
            "--datum",
            "2026-03-21",
        ])
        .output()
        .unwrap();
    let said = lines(&String::from_utf8(out.stdout).unwrap());
    assert!(said[0]["uitkomsten"].is_object(), "{said:?}");
}

#[test]
fn several_lists_in_one_run_and_where_they_came_from() {
    let program = program();
    let input = "{\"id\":1,\"vragenlijst\":\"feest\",\"antwoorden\":{\"jarig\":\"ja\"}}\n{\"id\":2,\"antwoorden\":{\"meerderjarig\":\"ja\"},\"vragenlijst\":\"rihg\"}\n{\"id\":3,\"antwoorden\":{}}\n{\"id\":4,\"vragenlijst\":\"rigg\",\"antwoorden\":{}}\n";
    let run = program.run_with(
        &["batch", "feest.yaml,rihg", "--herkomst", "melding"],
        input,
    );
    let said = lines(&run.out);
    // With several lists a line always says of which it is.
    assert_eq!(said[0]["vragenlijst"]["id"], "feest");
    assert_eq!(said[1]["vragenlijst"]["id"], "rihg");
    assert!(said[1]["uitkomsten"]["drempel"].is_object());
    assert!(
        said[2]["fouten"][0]["tip"]
            .as_str()
            .unwrap()
            .contains("feest, rihg"),
        "{}",
        run.out
    );
    assert!(
        said[3]["fouten"][0]["tip"]
            .as_str()
            .unwrap()
            .contains("Bedoelde u `rihg`?"),
        "{}",
        run.out
    );
    let origins: Json = serde_json::from_str(run.err.lines().next().unwrap()).unwrap();
    assert_eq!(
        (
            &origins[0]["vragenlijst"]["id"],
            &origins[1]["vragenlijst"]["id"]
        ),
        (&json!("feest"), &json!("rihg"))
    );
    assert_eq!(
        origins[0]["vragenlijst"]["sha256"],
        said[0]["vragenlijst"]["sha256"]
    );
    let one = program.run_with(
        &["batch", "rihg", "--origin", "line"],
        "{\"id\":1,\"antwoorden\":{}}",
    );
    assert_eq!(lines(&one.out)[0]["vragenlijst"]["id"], "rihg");
    let told = program.run_with(
        &["batch", "rihg", "--origin", "message"],
        "{\"id\":1,\"antwoorden\":{}}",
    );
    assert!(lines(&told.out)[0].get("vragenlijst").is_none());
}

#[test]
fn what_a_record_brings_along_is_never_taken_for_what_the_program_says() {
    let program = program();
    let input = concat!(
        r#"{"id":7,"datum":"2001-01-01","uitkomsten":{"drukte":"druk"},"fouten":[1],"antwoorden":{"jarig":"ja","zin":9},"vingerafdruk":"x","wie":"=é"}"#,
        "\n",
        r#"{"id":8,"wie":"b","antwoorden":{"jarg":"ja"}}"#,
        "\n",
        r#"{"id":9,"wie":"a","wie":"b","antwoorden":{}}"#,
        "\n",
        r#"{"id":10,"wie":"\ud800","groot":1e400,"antwoorden":{}}"#,
        "\n",
    );
    program.write("in.ndjson", input);
    let run = program.run(&["batch", "feest.yaml", "in.ndjson", "--overnemen"]);
    let said = lines(&run.out);
    assert_eq!(
        said[0]["record"],
        json!({ "datum": "2001-01-01", "uitkomsten": { "drukte": "druk" }, "fouten": [1], "vingerafdruk": "x", "wie": "=é" })
    );
    assert!(said[0]["uitkomsten"]["drukte"].is_object() && said[0]["datum"] != json!("2001-01-01"));
    assert_eq!(
        (&said[1]["record"], &said[1]["fouten"][0]["code"]),
        (&json!({ "wie": "b" }), &json!("V302"))
    );
    assert_eq!(
        (&said[2]["record"], &said[2]["fouten"][0]["code"]),
        (&json!({ "wie": "a" }), &json!("V104"))
    );
    assert_eq!(
        (
            &said[3]["record"],
            said[3]["fouten"].as_array().unwrap().len()
        ),
        (&json!({}), 2)
    );
    program.write("uit.ndjson", &format!("{}\n{}\n", said[0], said[1]));
    let first: Vec<&str> = input.lines().take(2).collect();
    program.write("eerste.ndjson", &first.join("\n"));
    let checked = program.run(&[
        "verifieer",
        "uit.ndjson",
        "eerste.ndjson",
        "--vragenlijst",
        "feest.yaml",
    ]);
    assert_eq!(checked.code, Some(0), "{}{}", checked.out, checked.err);
    let plain = program.run(&["batch", "feest.yaml", "in.ndjson"]);
    assert!(!plain.out.contains("record") && lines(&plain.out)[3]["uitkomsten"].is_object());
}

#[test]
fn an_id_is_a_text_or_a_number_that_anybody_can_read_back() {
    let program = program();
    let ids = [
        "1",
        "-0",
        "12345678901234567890123",
        "1.5e3",
        "\"a\\u00e9\"",
        "\"\"",
        "null",
    ];
    let bad = [
        "1e400",
        "true",
        "[1]",
        "{}",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
    ];
    let input: String = ids
        .iter()
        .chain(&bad)
        .map(|id| format!("{{\"id\":{id},\"antwoorden\":{{}}}}\n"))
        .collect();
    let run = program.run_with(&["batch", "feest.yaml"], &input);
    let said: Vec<&str> = run.out.lines().collect();
    for (id, line) in ids.iter().zip(&said) {
        assert!(
            line.starts_with(&format!("{{\"id\":{id},\"vragenlijst\"")),
            "{line}"
        );
    }
    for line in &said[ids.len()..] {
        assert!(
            line.starts_with("{\"id\":null,\"vragenlijst\"")
                && line.contains("\"fouten\":[{\"code\":\"V202\""),
            "{line}"
        );
    }
    // Both roads say the same.
    let echo = program.run_with(&["batch", "feest.yaml", "--overnemen"], &input);
    assert_eq!(echo.out.replace(",\"record\":{}", ""), run.out);
}

#[test]
fn what_cannot_be_done_is_said_before_anything_is_read() {
    let program = program();
    for (args, words) in [
        (&["batch", "feest.yml"][..], &["feest.yml"][..]),
        (&["batch", "rigg"], &["rihg"]),
        (&["batch", "feest.yaml", "-", "--van", "xlsx"], &["csv"]),
        (
            &["batch", "feest.yaml", "--threads", "0"],
            &["--threads", "heel getal van 1 tot en met 256"],
        ),
        (
            &["batch", "feest.yaml", "-o", "uit.xlsx"],
            &["uit.xlsx", "--naar"],
        ),
        (
            &["batch", "feest.yaml,rihg", "-o", "uit.csv"],
            &["dezelfde kolommen", "--naar ndjson"],
        ),
        (
            &["batch", "feest.yaml", "er-niet.ndjson"],
            &["er-niet.ndjson"],
        ),
    ] {
        let run = program.run(args);
        refused(&run, 2, words);
    }
}

/// A day on which another number holds gives another outcome; the line says which day it was, and so it can be checked.
#[test]
fn a_line_says_for_which_day_it_is_and_can_be_verified_on_any_other() {
    let program = program();
    program.write(
        "in.ndjson",
        "{\"id\":1,\"antwoorden\":{\"jarig\":\"ja\"}}\n",
    );
    let run = program.run(&["batch", "feest.yaml", "in.ndjson", "--datum", "2026-03-01"]);
    assert_eq!(
        lines(&run.out)[0]["datum"],
        json!("2026-03-01"),
        "{}",
        run.out
    );
    program.write("uit.ndjson", &run.out);
    let run = program.run(&[
        "verifieer",
        "uit.ndjson",
        "in.ndjson",
        "--vragenlijst",
        "feest.yaml",
        "--datum",
        "2027-05-01",
        "--formaat",
        "json",
    ]);
    let report: Json = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        (run.code, &report["datum"]),
        (Some(0), &json!("2026-03-01")),
        "{report}"
    );
}

/// Whoever has one line of the output, has all that it takes to understand it.
#[test]
fn a_line_with_a_fault_says_of_which_record_list_and_day_it_is() {
    let program = program();
    let broken_off =
        r#"{"id":"a1","vragenlijst":"rihg","antwoorden":{"meerderjarig":"ja","kleur_w"#;
    let input = [
        r#"{"id":1,"vragenlijst":"feest","antwoorden":{"jarg":"ja"}}"#,
        broken_off,
        r#"{"id":2,"antwoorden":{}}"#,
        r#"{"id":3,"vragenlijst":"rigg","antwoorden":{}}"#,
    ]
    .join("\n");
    let run = program.run_with(
        &["batch", "feest.yaml,rihg", "--herkomst", "melding"],
        &input,
    );
    let said = lines(&run.out);
    let told: Vec<(&Json, &Json)> = said
        .iter()
        .map(|line| (&line["id"], &line["vragenlijst"]["id"]))
        .collect();
    assert_eq!(
        json!(told),
        json!([[1, "feest"], ["a1", "rihg"], [2, null], [3, null]])
    );
    assert!(said.iter().all(|line| line["datum"] == "2026-03-12"));
    // With one list as good lines do: in each, or nowhere.
    let one = program.run_with(
        &["batch", "feest.yaml"],
        "{\"id\":1,\"antwoorden\":{\"jarg\":1}}",
    );
    let one = &lines(&one.out)[0];
    assert_eq!(one["vragenlijst"]["id"], "feest");
    assert_eq!(one["datum"], "2026-03-12");
    let none = program.run_with(&["batch", "feest.yaml", "--herkomst", "melding"], "{");
    assert!(
        none.out.starts_with("{\"id\":null,\"fouten\""),
        "{}",
        none.out
    );
    let table = program.run_with(&["batch", "feest.yaml", "--naar", "csv"], "{\"id\":1,");
    let row = table.out.lines().nth(1).unwrap();
    assert!(row.starts_with("1,feest,1.0.0,"), "{row}");
}

/// The id that was read before a fault is that of the record, unless another may begin in the same line.
#[test]
fn an_id_before_a_fault_is_not_lost() {
    let program = program();
    let long = format!(
        "{{\"id\":\"lang\",\"antwoorden\":{{\"verhaal\":\"{}",
        "x".repeat(1_100_000)
    );
    let kept = [
        (r#"{"id":"a1","antwoorden":{"jarig":"j"#, json!("a1")),
        (r#"{"id":12,"antwoorden":{"jarig":tru}}"#, json!(12)),
        (r#"{"id":12,"antwoorden":{}} nog iets"#, json!(12)),
        (r#"{"antwoorden":{},"id":"a2","x":"#, json!("a2")),
        (
            r#"{"id":7,"antwoorden":{"mensen":[{"id":"p1","naam":"#,
            json!(7),
        ),
        (&long, json!("lang")),
        // A number that may have had more digits, and what may be two records.
        (r#"{"id":12"#, Json::Null),
        (r#"{"antwoorden":{},"id":1"#, Json::Null),
        (r#"{"id":1,"id":2,"antwoorden":{"#, Json::Null),
        (
            r#"{"id":1,"antwoorden":{}}{"id":2,"antwoorden":{}}"#,
            Json::Null,
        ),
        (
            r#"{"id":1,"antwoorden":{"jar{"id":2,"antwoorden":{}}"#,
            Json::Null,
        ),
        (r#"{"id":[1],"antwoorden":{"#, Json::Null),
    ];
    let input: Vec<&str> = kept.iter().map(|(line, _)| *line).collect();
    let mut input = input.join("\n").into_bytes();
    input.extend(b"\n{\"id\":\"b\",\"antwoorden\":{\"plek\":\"\xff\"}}\n");
    std::fs::write(program.file("in.ndjson"), input).unwrap();
    for echo in [&[][..], &["--overnemen"]] {
        let run = program.run(&[&["batch", "feest.yaml", "in.ndjson"], echo].concat());
        let said = lines(&run.out);
        assert_eq!(said.len(), kept.len() + 1);
        for (line, (given, id)) in said.iter().zip(&kept) {
            assert_eq!(
                line["id"],
                *id,
                "{}",
                given.chars().take(80).collect::<String>()
            );
            assert!(line["fouten"].is_array());
        }
        assert_eq!(said[kept.len()]["id"], "b");
    }
}

#[test]
fn json_that_is_no_record_is_called_so() {
    let program = program();
    let run = program.run_with(&["batch", "feest.yaml"], "[1,2]\n12\nnull\n[1,2\n");
    let said = lines(&run.out);
    for line in &said[..3] {
        let fault = &line["fouten"][0];
        assert_eq!(fault["code"], "V202");
        assert_eq!(fault["melding"], "Hier staat wel JSON, maar geen record.");
    }
    let broken = said[3]["fouten"][0]["melding"].as_str().unwrap();
    assert!(broken.contains("geen goede JSON"), "{broken}");
}

/// Ten runs of lines are named; of the rest how many there are, and how to find them.
#[test]
fn where_wrong_records_stand_is_said_as_far_as_one_can_read() {
    let program = program();
    let lines = |wrong: &dyn Fn(usize) -> bool| -> String {
        let word = |at| if wrong(at) { "misschien" } else { "ja" };
        (1..=99)
            .map(|at| {
                format!(
                    "{{\"id\":{at},\"antwoorden\":{{\"jarig\":\"{}\"}}}}\n",
                    word(at)
                )
            })
            .collect()
    };
    let said = |wrong: &dyn Fn(usize) -> bool| {
        let run = program.run_with(&["batch", "feest.yaml", "--threads", "3"], &lines(wrong));
        run.err.replace('\n', " ")
    };
    let one = said(&|at| at == 7);
    assert!(
        one.contains("Eén van de 99 records is niet gewogen.") && one.contains("regel 7 van"),
        "{one}"
    );
    let some = said(&|at| (10..=20).contains(&at) || at == 22 || at > 97);
    assert!(
        some.contains("14 van de 99 records zijn")
            && some.contains("de regels 10-20, 22, 98, 99 van"),
        "{some}"
    );
    assert!(!some.contains("andere"), "{some}");
    let many = said(&|at| at % 2 == 0);
    assert!(
        many.contains("2, 4, 6, 8, 10, 12, 14, 16, 18, 20 van de invoer, en nog 39 andere"),
        "{many}"
    );
    assert!(many.contains("`fouten`"), "{many}");
    let only = program.run_with(&["batch", "feest.yaml"], "x");
    assert!(
        only.err.contains("Het enige record is niet gewogen."),
        "{}",
        only.err
    );
}

/// An empty input is no fault, and is not passed over in silence; a wrong name is a fault.
#[test]
fn nothing_to_assess_is_said() {
    let program = program();
    program.write("leeg.csv", "id,jarig\n");
    for args in [
        &["batch", "feest.yaml"][..],
        &["batch", "feest.yaml", "leeg.csv"],
        &["batch", "feest.yaml", "--streng", "--naar", "csv"],
    ] {
        let run = program.run(args);
        assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
        assert!(run.err.contains("geen enkel record"), "{}", run.err);
    }
    std::fs::create_dir(program.file("map")).unwrap();
    program.write("map/a.txt", "jarig: ja");
    program.write("in.xlsx", "");
    program.write("zonder-eind", "{\"id\":1,\"antwoorden\":{}}");
    for (input, words) in [
        ("map", &["map", ".yaml", "goede map"][..]),
        ("in.xlsx", &["in.xlsx", "--van csv"]),
        ("feest.yaml", &["--van", "top3 weeg"]),
        ("er-niet.xlsx", &["er-niet.xlsx"]),
    ] {
        refused(&program.run(&["batch", "feest.yaml", input]), 2, words);
    }
    for args in [&["zonder-eind"][..], &["in.xlsx", "--van", "ndjson"]] {
        let run = program.run(&[&["batch", "feest.yaml"], args].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
    }
}
