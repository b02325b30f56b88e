//! A stream with one result on each line.

use serde_json::Value as Json;
use top3::batch::{Batch, Scratch, Wishes};
use top3::questionnaire::Library;

use super::flat;
use crate::support::program::{Program, refused};

/// A line as a batch writes it.
fn line(program: &Program, id: &str, answers: &str) -> String {
    let made = program.run_with(&["weeg", "rihg", "-", "--met-antwoorden"], answers);
    let mut result: Json = serde_json::from_str(&made.out).unwrap();
    let members = result.as_object_mut().unwrap();
    members.remove("vingerafdruk");
    members.insert("id".to_owned(), Json::from(id));
    format!("{result}\n")
}

#[test]
fn each_line_is_looked_at_by_itself() {
    let program = Program::new();
    let good = line(&program, "0041", "{meerderjarig: ja}");
    let bad = line(&program, "0042", "{meerderjarig: ja, kleur_wapens: rood}")
        .replace("\"ondergrens\":1", "\"ondergrens\":0");
    let refused = "{\"id\":\"0043\",\"fouten\":[{\"code\":\"V205\"}]}\n";
    let no_answers = "{\"id\":\"0044\",\"vragenlijst\":\"rihg\",\"uitkomsten\":{}}\n";
    let stream =
        format!("\u{feff}{good}\n{bad}{refused}{no_answers}{{\"id\": \n{{\"a\": 1}}\n{good}");
    program.write("uit.ndjson", &stream);
    let run = program.run(&["verifieer", "uit.ndjson"]);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    for words in [
        "Regel 3, 0042:",
        "Regel 4, 0043: niet nagerekend",
        "Regel 5, 0044:",
        "Regel 6:",
        "6 nagekeken: 2 klopt, 4 wijkt af.",
    ] {
        assert!(flat(&run).contains(words), "{words}: {}", run.out);
    }
    assert!(!flat(&run).contains("0041"), "{}", run.out);

    let run = program.run(&["verifieer", "uit.ndjson", "--formaat", "json"]);
    let reports: Vec<Json> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let verdicts: Vec<&str> = reports
        .iter()
        .map(|one| one["oordeel"].as_str().unwrap())
        .collect();
    assert_eq!(
        verdicts,
        [
            "klopt",
            "wijkt_af",
            "niet_nagerekend",
            "wijkt_af",
            "wijkt_af",
            "wijkt_af",
            "klopt"
        ]
    );
    assert_eq!(
        (reports[0]["id"].as_str(), reports[1]["id"].as_str()),
        (Some("0041"), Some("0042"))
    );
    assert_eq!(
        reports[1]["verschillen"][0]["plaats"],
        "uitkomsten.rood_bij_incident.ondergrens"
    );
    assert_eq!(reports[3]["verschillen"][0]["code"], "geen_antwoorden");
    assert_eq!(reports[4]["verschillen"][0]["code"], "onleesbaar");
}

#[test]
fn error_lines_alone_are_no_fault_among_good_ones_and_nothing_by_themselves() {
    let program = Program::new();
    let good = line(&program, "1", "{}");
    let refused = "{\"id\":\"2\",\"fouten\":[{}]}\n";
    let run = program.run_with(&["verifieer", "-"], &format!("{good}{refused}"));
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(
        flat(&run).contains("1 nagekeken: 1 klopt, 0 wijkt af.")
            && flat(&run).contains("geweigerd: 1"),
        "{}",
        run.out
    );
    let run = program.run_with(&["verifieer", "-"], &format!("{refused}{refused}"));
    assert_eq!(run.code, Some(1));
}

#[test]
fn one_line_is_one_result() {
    let program = Program::new();
    let run = program.run_with(&["verifieer", "-"], &line(&program, "7", "{}"));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.starts_with("Klopt: alle"), "{}", run.out);
}

#[test]
fn a_line_without_end_is_a_line_that_cannot_be_read() {
    let program = Program::new();
    let good = line(&program, "1", "{}");
    let long = format!("{{\"id\": \"{}\"}}\n", "x".repeat(9 * 1024 * 1024));
    let run = program.run_with(&["verifieer", "-"], &format!("{good}{long}{good}"));
    assert_eq!(run.code, Some(1));
    assert!(
        flat(&run).contains("Regel 2:") && flat(&run).contains("te lang"),
        "{}",
        &run.out[..400.min(run.out.len())]
    );
    assert!(flat(&run).contains("3 nagekeken: 2 klopt, 1 wijkt af."));
}

/// What a batch makes of these records.
fn batch(input: &str, all: bool) -> String {
    batch_on("rihg", (2026, 3, 12), input, all)
}

/// What a batch of this list makes of these records on this day.
fn batch_on(list: &str, (year, month, day): (i32, u32, u32), input: &str, all: bool) -> String {
    let list = Library::shipped().load(list).unwrap();
    let wishes = Wishes {
        reasons: all,
        open: all,
        echo: false,
        origin: all,
    };
    let day = chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let batch = Batch::new([&list], day, wishes);
    let (mut scratch, mut out) = (Scratch::default(), Vec::new());
    for line in input.lines() {
        batch.line(line.as_bytes(), &mut scratch, &mut out);
    }
    String::from_utf8(out).unwrap()
}

const RECORDS: &str = r#"{"id": 1, "antwoorden": {"meerderjarig": "ja", "kleur_wapens": {"waarde": "rood", "toelichting": "Mes."}, "kleur_lichamelijk_geweld": {"waarde": "rood", "toelichting": "Plek."}}}
{"id": 2, "antwoorden": {"meerderjarig": "nee"}}
{"id": 3, "antwoorden": {"meerderjarig": "misschien"}}
{"id": 4, "antwoorden": {}}
"#;

#[test]
fn what_a_batch_writes_is_right_beside_its_input() {
    let program = Program::new();
    program.write("in.ndjson", RECORDS);
    for all in [false, true] {
        program.write("uit.ndjson", &batch(RECORDS, all));
        let alone = program.run(&["verifieer", "uit.ndjson", "--vragenlijst", "rihg"]);
        refused(&alone, 2, &["geen antwoorden", "tweede bestand"]);
        let args = [
            "verifieer",
            "uit.ndjson",
            "in.ndjson",
            "--vragenlijst",
            "rihg",
        ];
        let run = program.run(&args);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
        let said = flat(&run);
        assert!(said.contains("Regel 3, 3: foutregel"), "{said}");
        assert!(said.contains("3 nagekeken: 3 klopt, 0 wijkt af."), "{said}");
        assert!(said.contains("nog steeds niet te wegen: 1."), "{said}");
    }
}

#[test]
fn what_was_changed_in_a_line_of_a_batch_is_found() {
    let program = Program::new();
    program.write("in.ndjson", RECORDS);
    let made = batch(RECORDS, true);
    for (from, to, place) in [
        (
            r#""waarde":"gehaald""#,
            r#""waarde":"niet_gehaald""#,
            "uitkomsten.drempel.waarde",
        ),
        (
            r#""regel":"Twee"#,
            r#""regel":"Drie"#,
            "uitkomsten.drempel.regel",
        ),
        (r#""vast_door":["#, r#""vast_door":["x","#, ".vast_door"),
        (
            r#""niet_toepasbaar":{"reden":""#,
            r#""niet_toepasbaar":{"reden":"Niet. "#,
            "niet_toepasbaar.reden",
        ),
        (r#""id":4"#, r#""id":5"#, "id"),
    ] {
        assert!(made.contains(from), "{from}: {made}");
        program.write("uit.ndjson", &made.replacen(from, to, 1));
        let run = program.run(&["verifieer", "uit.ndjson", "in.ndjson", "--formaat", "json"]);
        assert_eq!(run.code, Some(1), "{from}: {}", run.out);
        let found = run.out.lines().flat_map(|line| {
            let report: Json = serde_json::from_str(line).unwrap();
            report["verschillen"].as_array().unwrap().clone()
        });
        let places: Vec<String> = found
            .map(|one| one["plaats"].as_str().unwrap().to_owned())
            .collect();
        assert!(
            places.iter().any(|one| one.ends_with(place)),
            "{from}: {places:?}"
        );
    }
}

/// Half a result is not a right result, a packed one is read as it is, and a table is called a table.
#[test]
fn what_is_beside_it_must_fit_it() {
    let program = Program::new();
    let records: String = (1..=4)
        .map(|id| format!("{{\"id\":{id},\"antwoorden\":{{\"meerderjarig\":\"ja\"}}}}\n"))
        .collect();
    program.write("in.ndjson", &records);
    let made = program.run(&["batch", "rihg", "in.ndjson"]);
    let half: String = made
        .out
        .lines()
        .take(2)
        .map(|line| format!("{line}\n"))
        .collect();
    program.write("half.ndjson", &half);
    let run = program.run(&["verifieer", "half.ndjson", "in.ndjson"]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(
        run.err.contains("meer records dan er regels"),
        "{}",
        run.err
    );
    let packed = program.run(&["batch", "rihg", "in.ndjson", "-o", "uit.ndjson.gz"]);
    assert_eq!(packed.code, Some(0), "{}", packed.err);
    let run = program.run(&["verifieer", "uit.ndjson.gz", "in.ndjson"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    program.write("in.csv", "id,meerderjarig\n1,ja\n");
    let run = program.run(&["verifieer", "half.ndjson", "in.csv"]);
    assert_eq!(run.code, Some(2), "{}", run.out);
    assert!(run.err.contains("in.csv is een tabel"), "{}", run.err);
}

#[test]
fn what_a_record_brought_along_is_no_unknown_member() {
    let program = Program::new();
    program.write(
        "in.ndjson",
        "{\"id\":1,\"regio\":\"noord\",\"antwoorden\":{\"meerderjarig\":\"ja\"}}\n",
    );
    let made = program.run(&["batch", "rihg", "in.ndjson", "--overnemen"]);
    assert!(
        made.out.contains("\"record\":{\"regio\":\"noord\"}"),
        "{}",
        made.out
    );
    program.write("uit.ndjson", &made.out);
    let run = program.run(&["verifieer", "uit.ndjson", "in.ndjson", "--formaat", "json"]);
    let report: Json = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        (run.code, &report["niet_bekend"]),
        (Some(0), &serde_json::json!([])),
        "{report}"
    );
}

/// What is said of every line of this output beside these records, as a program reads it.
fn verdicts(
    program: &Program,
    out: &str,
    records: &str,
    more: &[&str],
) -> (Option<i32>, Vec<Json>) {
    program.write("uit.ndjson", out);
    program.write("in.ndjson", records);
    let args = [
        &["verifieer", "uit.ndjson", "in.ndjson", "--formaat", "json"][..],
        more,
    ];
    let run = program.run(&args.concat());
    let reports = run.out.lines();
    let reports = reports.map(|line| serde_json::from_str(line).unwrap());
    (run.code, reports.collect())
}

/// An error line in the place of an outcome hides nothing: the batch is asked what it says of the record now.
#[test]
fn an_error_line_beside_a_good_record_differs() {
    let program = Program::new();
    let good = RECORDS.lines().nth(1).unwrap();
    let error = r#"{"id":2,"fouten":[{"code":"V205","melding":"Mis.","tip":"Kijk.","plaats":"/antwoorden/meerderjarig","kolom":3}]}"#;
    let made = batch(RECORDS, true);
    let right: Vec<&str> = made.lines().collect();
    for (out, records) in [
        (
            vec![right[0], error, right[2], right[3]],
            RECORDS.to_owned(),
        ),
        // Before any line that tells of which list it is, and alone with a record that says so.
        (
            vec![error, right[0]],
            format!("{good}\n{}\n", RECORDS.lines().next().unwrap()),
        ),
    ] {
        let (code, reports) = verdicts(&program, &format!("{}\n", out.join("\n")), &records, &[]);
        assert_eq!(code, Some(1));
        let found: Vec<&Json> = reports
            .iter()
            .filter(|one| one["oordeel"] == "wijkt_af")
            .collect();
        assert_eq!(found.len(), 1, "{reports:?}");
        assert_eq!(found[0]["id"], 2);
        assert_eq!(found[0]["verschillen"][0]["code"], "weigering");
        let said = flat(&program.run(&["verifieer", "uit.ndjson", "in.ndjson"]));
        assert!(said.contains("Nu worden zij aangenomen."), "{said}");
    }
    let (code, reports) = verdicts(
        &program,
        &format!("{error}\n"),
        &format!("{good}\n"),
        &["--vragenlijst", "rihg"],
    );
    assert_eq!(
        (code, &reports[0]["oordeel"]),
        (Some(1), &Json::from("wijkt_af"))
    );
}

/// A record that is refused for something else was changed, and a refused record is not a good one.
#[test]
fn an_error_line_is_right_for_the_same_faults_only() {
    let program = Program::new();
    let records = "{\"id\":1,\"antwoorden\":{}}\n{\"id\":2,\"antwoorden\":{\"kleur_wapen\":\"rood\"}}\nmis\n{\"id\":4}\n";
    let (code, reports) = verdicts(&program, &batch(records, true), records, &[]);
    let words: Vec<&Json> = reports.iter().map(|one| &one["oordeel"]).collect();
    assert_eq!(words, ["klopt", "foutregel", "foutregel", "foutregel"]);
    assert_eq!(code, Some(0), "{reports:?}");
    let other = records.replace("kleur_wapen\"", "kleur_wapns\"");
    let (code, reports) = verdicts(&program, &batch(records, true), &other, &[]);
    assert_eq!(
        (code, &reports[1]["oordeel"]),
        (Some(1), &Json::from("wijkt_af"))
    );
    let bad = records.replace(
        "\"id\":1,\"antwoorden\":{}",
        "\"id\":1,\"antwoorden\":{\"x\":1}",
    );
    let (code, reports) = verdicts(&program, &batch(records, true), &bad, &[]);
    assert_eq!(
        (code, &reports[0]["oordeel"]),
        (Some(1), &Json::from("wijkt_af"))
    );
}

/// Whether a day is still to come depends on the day of the assessment: an error line is looked at for its own.
#[test]
fn an_error_line_is_looked_at_for_the_list_and_day_that_it_says() {
    let program = Program::new();
    let record = |id| {
        let answers = "{\"overleg_collega\":\"ja\",\"collega_datum\":\"2026-02-15\"}";
        format!("{{\"id\":{id},\"antwoorden\":{answers}}}\n")
    };
    let made = |id, month| batch_on("meldcode", (2026, month, 1), &record(id), true);
    let (too_early, later) = (made(1, 2), made(2, 3));
    assert!(too_early.contains("\"fouten\"") && !later.contains("\"fouten\""));
    for (out, records) in [
        (too_early.clone(), record(1)),
        (format!("{too_early}{later}"), record(1) + &record(2)),
        (format!("{later}{too_early}"), record(2) + &record(1)),
    ] {
        let (code, reports) = verdicts(&program, &out, &records, &[]);
        assert_eq!(code, Some(0), "{reports:?}");
        let errors = reports.iter().filter(|one| one["id"] == 1);
        assert!(errors.clone().count() == 1);
        assert!(
            errors.clone().all(|one| one["oordeel"] == "foutregel"),
            "{reports:?}"
        );
    }
}

/// Where no line tells of which list they are, error lines have not been looked at, and that is said.
#[test]
fn error_lines_alone_need_a_list() {
    let program = Program::new();
    let records = "{\"id\":1,\"antwoorden\":{\"x\":1}}\n{\"id\":2,\"antwoorden\":{\"y\":1}}\n";
    program.write("in.ndjson", records);
    program.write("uit.ndjson", &batch(records, false));
    let run = program.run(&["verifieer", "uit.ndjson", "in.ndjson"]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(run.err.contains("--vragenlijst"), "{}", run.err);
    let run = program.run(&[
        "verifieer",
        "uit.ndjson",
        "in.ndjson",
        "--vragenlijst",
        "rihg",
    ]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
}

/// A line of a batch never says all that explains an outcome: that is no loss, and not told.
#[test]
fn what_a_batch_never_writes_is_not_missed() {
    let program = Program::new();
    for all in [false, true] {
        let more: &[&str] = if all { &[] } else { &["--vragenlijst", "rihg"] };
        let (_, reports) = verdicts(&program, &batch(RECORDS, all), RECORDS, more);
        let missed = &reports[0]["niet_vermeld"];
        let expected = if all {
            vec![]
        } else {
            vec!["vragenlijst", "datum"]
        };
        assert_eq!(*missed, Json::from(expected));
    }
    let cut = batch(RECORDS, true).replacen("\"zekerheid\":\"vast\",", "", 1);
    let (_, reports) = verdicts(&program, &cut, RECORDS, &[]);
    assert_eq!(reports[0]["niet_vermeld"].as_array().unwrap().len(), 1);
    program.write(
        "uit.ndjson",
        &cut.replacen("\"exact\":true", "\"exact\":false", 1),
    );
    let said = flat(&program.run(&["verifieer", "uit.ndjson", "in.ndjson"]));
    assert_eq!(said.matches("nog_open").count(), 0, "{said}");
    assert!(said.contains("(zekerheid)"), "{said}");
}

/// The day that a line states counts; that `--datum` says another one is told.
#[test]
fn another_day_than_was_given_is_told() {
    let program = Program::new();
    program.write("in.ndjson", RECORDS);
    program.write("uit.ndjson", &batch(RECORDS, true));
    let args = ["verifieer", "uit.ndjson", "in.ndjson"];
    let same = program.run(&args);
    assert_eq!((same.code, same.err.as_str()), (Some(0), ""));
    let other = program.run(&[&args[..], &["--datum", "2025-01-01"]].concat());
    assert_eq!(other.code, Some(0), "{}", other.out);
    assert!(
        other.err.contains("--datum") && other.err.contains("1 januari 2025"),
        "{}",
        other.err
    );
    let json = program.run(&[&args[..], &["--datum", "2025-01-01", "--formaat", "json"]].concat());
    let first: Json = serde_json::from_str(json.out.lines().next().unwrap()).unwrap();
    assert_eq!(first["datum"], "2026-03-12");
    assert!(
        first["opmerkingen"][0]
            .as_str()
            .unwrap()
            .contains("--datum"),
        "{first}"
    );
    let one = line(&program, "1", "{}");
    let one = program.run_with(&["verifieer", "-", "--datum", "2025-01-01"], &one);
    assert!(
        flat(&one).contains("`--datum` (1 januari 2025)"),
        "{}",
        one.out
    );
}
