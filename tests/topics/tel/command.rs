//! The command `tel`, with the real program.

use serde_json::Value as Json;

use crate::support::golden::golden;
use crate::support::program::{Program, Run, refused};

/// The questions that a professional weighs in the shipped list, in its own order.
fn colours() -> Vec<String> {
    let list = top3::questionnaire::Library::shipped()
        .load("rihg")
        .unwrap();
    let names = list
        .questions
        .iter()
        .map(|question| question.id.to_string());
    names.filter(|name| name.starts_with("kleur_")).collect()
}

/// FICTIEF: invented records, the same every time. Two thirds of them are complete.
fn records(count: usize) -> String {
    let questions = colours();
    let reporters = ["politie", "huisarts", "school"];
    let record = |at: usize| {
        let adult = if at.is_multiple_of(23) { "nee" } else { "ja" };
        let mut answers = vec![format!("\"meerderjarig\":\"{adult}\"")];
        for (place, question) in questions.iter().enumerate() {
            let colour = match (at * 7 + place * 13 + at / (place + 2)) % 9 {
                0 => "rood",
                1 | 2 => "blauw",
                3 if at % 3 == 1 => "onbekend",
                _ if at % 40 == 11 => "paars",
                _ => "geel",
            };
            if at % 3 != 1 || place % 4 != 3 {
                answers.push(format!("\"{question}\":\"{colour}\""));
            }
        }
        format!(
            "{{\"id\":{at},\"antwoorden\":{{{}}},\"pseudoniem\":\"f{}\",\"datum\":\"20{}-{:02}-{:02}\",\"melder\":\"{}\"}}\n",
            answers.join(","),
            at * at % 211,
            16 + at % 2,
            1 + at % 12,
            1 + at % 28,
            reporters[at % 3],
        )
    };
    (0..count).map(record).collect()
}

/// A folder with records and what `batch` makes of them.
fn weighed(count: usize) -> Program {
    let program = Program::new();
    program.write("in.ndjson", &records(count));
    let run = program.run(&[
        "batch",
        "rihg",
        "in.ndjson",
        "--overnemen",
        "--profiel",
        "basis",
    ]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    program.write("uit.ndjson", &run.out);
    program
}

const REPEATS: [&str; 10] = [
    "--wie",
    "pseudoniem",
    "--wanneer",
    "datum",
    "--binnen",
    "12m",
    "--melder",
    "melder",
    "--zonder",
    "politie",
];

fn good(run: Run) -> String {
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

#[test]
fn its_screens_read_well() {
    let program = weighed(300);
    let tel = |more: &[&str]| {
        let mut args = vec!["tel", "uit.ndjson", "--breedte", "80"];
        args.extend(more);
        good(program.run(&args))
    };
    let names = "drempel,rood_bij_incident,kleur_wapens";
    golden(
        "tel.txt",
        &tel(&["--antwoorden", "in.ndjson", "--tabel", names]),
    );
    golden("tel-hermeldingen.txt", &tel(&REPEATS));
    let mut public = vec!["--publiceer"];
    public.extend(REPEATS);
    golden("tel-publicatie.txt", &tel(&public));
    let one = tel(&["--publiceer", "--tabel", "rood_bij_incident"]);
    golden("tel-publicatie-tabel.txt", &one);
    let whole = tel(&[]);
    assert!(
        whole.lines().all(|line| line.chars().count() <= 80),
        "{whole}"
    );
    assert_eq!(
        good(program.run(&["summary", "uit.ndjson", "--width", "80"])),
        whole
    );
}

#[test]
fn parts_add_up_to_the_whole() {
    let program = weighed(200);
    let lines = std::fs::read_to_string(program.file("uit.ndjson")).unwrap();
    let records = records(200);
    let cut = |text: &str, part: usize| -> String {
        let lines = text.lines().enumerate().filter(|(at, _)| at % 3 == part);
        lines.map(|(_, line)| format!("{line}\n")).collect()
    };
    let json = ["--formaat", "json", "--antwoorden"];
    let mut parts = Vec::new();
    for part in 0..3 {
        program.write("deel", &cut(&lines, part));
        program.write("deel-in", &cut(&records, part));
        parts.push(good(
            program.run(&["tel", "deel", json[0], json[1], json[2], "deel-in"]),
        ));
    }
    let whole = good(program.run(&["tel", "uit.ndjson", json[0], json[1], json[2], "in.ndjson"]));
    // Through standard input, as files, and mixed with what was never counted.
    let joined = format!("{}{}{}", parts[2], parts[0], parts[1]);
    let from_input = good(program.run_with(&["tel", "--formaat", "json"], &joined));
    assert_eq!(from_input, whole);
    program.write("a", &parts[0]);
    program.write("b", &format!("{}{}", parts[1], parts[2]));
    assert_eq!(
        good(program.run(&["tel", "b", "a", "--formaat", "json"])),
        whole
    );
    // What is published of the parts together is what is published of the whole.
    program.write("heel", &whole);
    for form in ["json", "tekst", "csv"] {
        let of = |files: &[&str]| {
            let args = [&["tel"], files, &["--publiceer", "--formaat", form]].concat();
            good(program.run(&args))
        };
        assert_eq!(of(&["a", "b"]), of(&["heel"]));
    }
    let schema = good(program.run(&["schema", "telling"]));
    let schema: Json = serde_json::from_str(&schema).unwrap();
    let whole: Json = serde_json::from_str(&whole).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&whole));
}

#[test]
fn a_publication_is_no_input() {
    let program = weighed(200);
    let made = good(program.run(&["tel", "uit.ndjson", "--publiceer", "--formaat", "json"]));
    program.write("publicatie", &made);
    let run = program.run(&["tel", "uit.ndjson", "publicatie"]);
    refused(
        &run,
        1,
        &["Regel 1 van publicatie", "publicatie", "afgerond"],
    );
    let schema = good(program.run(&["schema", "publicatie"]));
    let schema: Json = serde_json::from_str(&schema).unwrap();
    let made: Json = serde_json::from_str(&made).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&made));
}

#[test]
fn repeated_reports_of_parts_are_added_only_when_somebody_says_so() {
    let program = weighed(120);
    let mut args = vec!["tel", "uit.ndjson", "--formaat", "json"];
    args.extend(REPEATS);
    let part = good(program.run(&args));
    assert!(!part.contains("\"f1") && !part.contains("2016-"), "{part}");
    program.write("deel", &part);
    program.write(
        "ander",
        &part.replacen("\"records\":120,", "\"records\":121,", 1),
    );
    refused(
        &program.run(&["tel", "deel", "ander"]),
        1,
        &["hermeldingen", "--gescheiden"],
    );
    args.push("ander");
    refused(&program.run(&args), 1, &["--gescheiden"]);
    good(program.run(&["tel", "deel", "ander", "--gescheiden"]));
    // Reports alone need not be weighed.
    let mut args = vec!["tel", "in.ndjson"];
    args.extend(REPEATS);
    assert!(good(program.run(&args)).contains("2017"));
    refused(
        &program.run(&["tel", "in.ndjson"]),
        1,
        &["Regel 1 van in.ndjson"],
    );
}

#[test]
fn versions_are_kept_apart_and_that_is_said() {
    let program = weighed(60);
    let lines = std::fs::read_to_string(program.file("uit.ndjson")).unwrap();
    let other = lines.replace("\"versie\":\"1.0.0\"", "\"versie\":\"0.9.0\"");
    assert_ne!(lines, other);
    program.write("ouder.ndjson", &other);
    let run = program.run(&["tel", "uit.ndjson", "ouder.ndjson", "--formaat", "json"]);
    assert!(run.err.contains("2 versies"), "{}", run.err);
    let tally: Json = serde_json::from_str(&run.out).unwrap();
    assert_eq!(tally["lijsten"].as_array().unwrap().len(), 2);
}

#[test]
fn what_cannot_be_counted_stops_the_whole() {
    let program = weighed(30);
    let lines = std::fs::read_to_string(program.file("uit.ndjson")).unwrap();
    program.write("half", &lines[..lines.len() - 9]);
    program.write("korter", &records(29));
    program.write("langer", &records(31));
    program.write("anders", &records(30).replacen("\"id\":4,", "\"id\":5,", 1));
    program.write("leeg", "");
    let answers = |file| vec!["tel", "uit.ndjson", "--antwoorden", file];
    for (args, code, words) in [
        (vec!["tel", "half"], 1, vec!["Regel 30 van half"]),
        (vec!["tel", "leeg"], 1, vec!["niets om te tellen"]),
        (
            vec!["tel", "uit.ndjson", "--tabel", "drempl"],
            2,
            vec!["drempel"],
        ),
        (
            vec![
                "tel",
                "uit.ndjson",
                "--tabel",
                "drempel",
                "--formaat",
                "json",
            ],
            2,
            vec!["--tabel"],
        ),
        (
            vec!["tel", "uit.ndjson", "--wie", "pseudoniem"],
            2,
            vec!["--wanneer"],
        ),
        (
            vec!["tel", "uit.ndjson", "--zonder", "politie"],
            2,
            vec!["--melder"],
        ),
        (
            vec![
                "tel",
                "uit.ndjson",
                "--wie",
                "p",
                "--wanneer",
                "d",
                "--binnen",
                "jaar",
            ],
            2,
            vec!["12m"],
        ),
        (
            vec!["tel", "uit.ndjson", "leeg", "--antwoorden", "in.ndjson"],
            2,
            vec!["één bestand"],
        ),
        (vec!["tel", "-", "--antwoorden", "-"], 2, vec!["streepje"]),
        (answers("korter"), 1, vec!["regel 30 van korter"]),
        (answers("langer"), 1, vec!["regel 31 van langer"]),
        (answers("anders"), 1, vec!["regel 5 van anders"]),
    ] {
        refused(&program.run(&args), code, &words);
    }
}

/// A count without the member that was meant would look like one.
#[test]
fn a_name_that_is_nowhere_is_said_and_one_in_other_letters_too() {
    let program = weighed(60);
    let mut wrong = vec!["tel", "uit.ndjson"];
    wrong.extend(REPEATS);
    wrong[3] = "pseudonym";
    let run = program.run(&wrong);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(run.err.contains("`pseudonym`"), "{}", run.err);
    let with = |reporter: &'static str| {
        let mut args = vec!["tel", "uit.ndjson"];
        args.extend(REPEATS);
        args[11] = reporter;
        program.run(&args)
    };
    assert!(
        !with("politie").err.contains("melder"),
        "{}",
        with("politie").err
    );
    assert!(
        with("polizei")
            .err
            .contains("geen enkel record van de melder `polizei`")
    );
    assert!(with("POLITIE").err.contains("ook records van `politie`"));
}

/// Whoever asks for repeated reports gets them, whatever tables stand beside them.
#[test]
fn a_choice_of_tables_leaves_out_no_repeated_reports() {
    let program = weighed(60);
    for form in ["tekst", "csv"] {
        let mut args = vec!["tel", "uit.ndjson", "--tabel", "status", "--formaat", form];
        args.extend(REPEATS);
        let shown = good(program.run(&args)).to_lowercase();
        assert!(
            shown.contains("hermelding") && !shown.contains("drempel"),
            "{shown}"
        );
    }
}

/// Whoever adds a part twice gets no figure that is too high, whether it comes as lines, as counts, or as both, and also
/// where it was assessed again on another day.
#[test]
fn a_part_that_comes_twice_is_refused_unless_it_is_meant() {
    let program = weighed(60);
    let whole = good(program.run(&["tel", "uit.ndjson", "--formaat", "json"]));
    program.write("telling", &whole);
    program.write("kopie", &whole);
    let lines = std::fs::read_to_string(program.file("uit.ndjson")).unwrap();
    let later = lines.replace("2026-03-12", "2026-04-01");
    assert_ne!(lines, later);
    program.write("later.ndjson", &later);
    for parts in [
        ["uit.ndjson", "uit.ndjson"],
        ["telling", "kopie"],
        ["telling", "uit.ndjson"],
        ["uit.ndjson", "later.ndjson"],
        ["later.ndjson", "telling"],
    ] {
        let run = program.run(&["tel", parts[0], parts[1]]);
        refused(
            &run,
            1,
            &["staat er twee keer", parts[1], "niets opgeteld", "--dubbel"],
        );
    }
    let joined = program.run_with(&["tel"], &format!("{whole}{whole}"));
    refused(&joined, 1, &["regel 2 van", "regel 1 van", "--dubbel"]);
    let twice = good(program.run(&["tel", "telling", "kopie", "--dubbel", "--formaat", "json"]));
    assert!(twice.contains("\"records\":120,"), "{twice}");
    // Small parts with the same counts are other parts as long as their lines differ; nothing twice is nothing.
    let first = lines.lines().next().unwrap();
    program.write("a", first);
    program.write("b", &first.replacen("\"id\":0", "\"id\":1", 1));
    good(program.run(&["tel", "a", "b"]));
    let nothing = serde_json::from_str::<Json>(&whole).unwrap();
    let mut nothing = nothing;
    (nothing["records"], nothing["lijsten"]) = (0.into(), Json::Array(Vec::new()));
    nothing["fouten"] = serde_json::json!({ "records": 0, "codes": {} });
    program.write("niets", &nothing.to_string());
    good(program.run(&["tel", "telling", "niets", "niets"]));
}

/// What follows from answers can depend on the day: counts say for which days they are.
#[test]
fn several_days_in_one_count_are_said() {
    let program = weighed(40);
    let lines = std::fs::read_to_string(program.file("uit.ndjson")).unwrap();
    let one = program.run(&["tel", "uit.ndjson"]);
    assert!(one.out.contains("Gewogen voor 2026-03-12."), "{}", one.out);
    assert_eq!(one.err, "");
    let (first, second): (Vec<&str>, Vec<&str>) =
        lines.lines().partition(|line| line.len() % 2 == 0);
    program.write("a.ndjson", &first.join("\n"));
    let later = second.join("\n").replace("2026-03-12", "2026-04-01");
    program.write("b.ndjson", &later);
    let both = program.run(&["tel", "a.ndjson", "b.ndjson", "--formaat", "json"]);
    let said = both.err.replace('\n', " ");
    assert!(
        said.contains("2 dagen") && said.contains("van 2026-03-12 tot en met 2026-04-01"),
        "{said}"
    );
    let tally: Json = serde_json::from_str(&good(both)).unwrap();
    let days = &tally["lijsten"][0]["dagen"];
    assert_eq!(*days, serde_json::json!(["2026-03-12", "2026-04-01"]));
}
