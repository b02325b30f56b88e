//! What is to be done in all cases: on screen, for programs, and as a calendar that betrays nothing.

use std::collections::BTreeMap;
use std::fs;

use crate::support::program::{Program, names, refused};

const PLAN: &str = "hulp-en-plan.yaml";
const ACUTE: &str = "acuut-onveilig.yaml";

/// A case in which was reported ten days ago, and nothing heard.
fn reported(program: &Program) -> String {
    program.write(
        "melding.yaml",
        "{ label: rode eik, acuut.gevaar_nu: nee, acuut.bijzonder: nee, acuut.collega: nee, acuut.tussen_kinderen: nee, meldcode.q1: ja, meldcode.q2: ja, meldcode.melden_besluit: melden, \
         meldcode.gemeld: ja, meldcode.gemeld_datum: 2026-03-02, meldcode.gemeld_afspraken: Zij bellen de buurvrouw }",
    );
    let file = program.file("melding.yaml").display().to_string();
    let run = program.run(&["nieuw", "--antwoorden", &file, "--onversleuteld"]);
    assert!(!run.out.trim().is_empty(), "{run:?}");
    run.out.trim().to_owned()
}

/// The lines of a calendar, unfolded, by the rules of RFC 5545: an independent reading of what the program writes.
fn unfolded(text: &str) -> Vec<(String, String)> {
    assert!(text.ends_with("\r\n"), "every line ends so");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    let whole = text.replace("\r\n ", "");
    let lines = whole.split("\r\n").filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            let value = value
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\\\", "\\");
            (name.to_owned(), value)
        })
        .collect()
}

/// The events, each by its names.
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut found = Vec::new();
    let mut now: Option<BTreeMap<String, String>> = None;
    for (name, value) in unfolded(text) {
        match (name.as_str(), value.as_str()) {
            ("BEGIN", "VEVENT") => now = Some(BTreeMap::new()),
            ("END", "VEVENT") => found.extend(now.take()),
            _ => {
                if let Some(event) = &mut now {
                    assert_eq!(event.insert(name, value), None, "twice in one event");
                }
            }
        }
    }
    found
}

#[test]
fn what_is_past_stands_first_and_nothing_is_promised() {
    let program = Program::new();
    let plan = program.example(PLAN);
    let report = reported(&program);
    let run = program.run(&["casussen", "--te-doen", "--breedte", "200"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    // What needs attention stands above it all; a case can stand under both.
    let days = &run.out[run.out.find("Voorbij").unwrap()..];
    let at = |words: &str| {
        days.find(words)
            .unwrap_or_else(|| panic!("{words}:\n{}", run.out))
    };
    assert!(at("Voorbij") < at(&report) && at(&report) < at("Straks") && at("Straks") < at(&plan));
    at("Bericht van Veilig Thuis na uw melding: verwachtte u op 9 maart 2026; er staat nog niets");
    at("Samen kijken of het plan werkt: 18 maart 2026 (over 6 dagen)");
    assert!(run.out.contains("geen beloften"), "{}", run.out);
    assert!(!run.out.contains("moet"), "{}", run.out);
    assert!(!run.out.contains("buurvrouw"), "no answers:\n{}", run.out);
    assert_eq!(
        program.run(&["casussen", "--due", "--breedte", "200"]).out,
        run.out
    );
}

#[test]
fn programs_and_spreadsheets_get_the_same() {
    let program = Program::new();
    reported(&program);
    let run = program.run(&["casussen", "--te-doen", "--formaat", "json"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let read: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(read["dag"], "2026-03-12");
    let first = &read["te_doen"][0];
    assert_eq!(first["termijn"], "meldcode.vt_beoordeling");
    assert_eq!(first["soort"], "verwachting");
    assert_eq!(first["stand"], "voorbij");
    assert_eq!(first["dag"], "2026-03-09");
    assert_eq!(first["dagen"], -3);
    let table = program
        .run(&["casussen", "--te-doen", "--formaat", "csv"])
        .out;
    let mut lines = table.lines();
    assert_eq!(
        lines.next().unwrap(),
        "casus,schuilnaam,termijn,titel,soort,stand,dag,tijd,dagen"
    );
    let first = lines.next().unwrap();
    assert!(first.contains(",meldcode.vt_beoordeling,"), "{first}");
    assert!(
        first.ends_with(",verwachting,voorbij,2026-03-09,,-3") || first.contains("'-3"),
        "{first}"
    );
}

/// What is certain and needs attention, as the list marks it: no day belongs to it, so no calendar has it.
#[test]
fn a_decision_to_report_without_a_call_is_named_and_a_day_that_is_not_known_too() {
    let program = Program::new();
    program.write(
        "besloten.yaml",
        "{ label: gele den, acuut.gevaar_nu: nee, acuut.bijzonder: nee, acuut.collega: nee, acuut.tussen_kinderen: nee, meldcode.q1: ja, meldcode.q2: ja, meldcode.melden_besluit: melden, \
         meldcode.gemeld: nee }",
    );
    program.write(
        "zonder_dag.yaml",
        "{ label: groen, acuut.gevaar_nu: nee, acuut.bijzonder: nee, acuut.collega: nee, acuut.tussen_kinderen: nee, meldcode.q1: ja, meldcode.q2: ja, meldcode.melden_besluit: melden, \
         meldcode.gemeld: ja, meldcode.gemeld_datum: onbekend }",
    );
    for file in ["besloten.yaml", "zonder_dag.yaml"] {
        let run = program.run(&["nieuw", "--antwoorden", file, "--onversleuteld"]);
        assert_eq!(run.code, Some(0), "{run:?}");
    }
    // Help that runs, of which nobody saw yet whether it made it safe.
    program.example(PLAN);
    let page = program
        .run(&["casussen", "--te-doen", "--breedte", "200"])
        .out;
    for there in [
        "Melding: Bel Veilig Thuis na een besluit om te melden",
        "Bericht van Veilig Thuis na uw melding: de dag is nog niet bekend",
        "Opnieuw kijken: Loopt er hulp?",
    ] {
        assert!(page.contains(there), "`{there}` is not in\n{page}");
    }
    let run = program.run(&["casussen", "--te-doen", "--formaat", "json"]);
    let read: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let all = read["te_doen"].as_array().unwrap();
    assert!(
        all.iter()
            .any(|one| one["soort"] == "aandacht" && one["stand"] == "aandacht")
    );
    let schema: serde_json::Value =
        serde_json::from_str(&program.run(&["schema", "te-doen"]).out).unwrap();
    let schema = crate::support::schema::validator(&schema);
    assert_eq!(
        crate::support::schema::faults(&schema, &read),
        Vec::<String>::new()
    );
    let mut wrong = read.clone();
    wrong["te_doen"][0]["kleur"] = "rood".into();
    assert!(!crate::support::schema::faults(&schema, &wrong).is_empty());
}

#[test]
fn a_calendar_betrays_nothing_and_stays_the_same() {
    let program = Program::new();
    program.example(PLAN);
    program.example(ACUTE);
    reported(&program);
    let run = program.run(&["casussen", "--te-doen", "--agenda", "agenda.ics"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let text = fs::read_to_string(program.file("agenda.ics")).unwrap();
    let all = events(&text);
    assert!(all.len() >= 3, "{text}");
    for event in &all {
        assert_eq!(event["SUMMARY"], "Nakijken");
        assert_eq!(event["CLASS"], "CONFIDENTIAL");
        assert!(!event.contains_key("DESCRIPTION") && !event.contains_key("LOCATION"));
        let day = |key: &str| {
            chrono::NaiveDate::parse_from_str(&event[&format!("{key};VALUE=DATE")], "%Y%m%d")
                .unwrap()
        };
        assert_eq!(day("DTEND"), day("DTSTART").succ_opt().unwrap());
        assert_eq!(event["UID"].len(), 36);
        assert!(event["DTSTAMP"].ends_with('Z'));
    }
    assert!(
        all.iter()
            .any(|event| event["DTSTART;VALUE=DATE"] == "20260309")
    );
    for secret in [
        "eik", "specht", "casus", "c-2026", "top3", "Veilig", "meld", "vt_", "plan",
    ] {
        assert!(
            !text.to_lowercase().contains(&secret.to_lowercase()),
            "{secret} in\n{text}"
        );
    }
    // The same names again, and none twice.
    let names_of =
        |text: &str| -> Vec<String> { events(text).iter().map(|one| one["UID"].clone()).collect() };
    let first = names_of(&text);
    let shown = program.run(&["casussen", "--te-doen", "--agenda", "-"]);
    assert_eq!(names_of(&shown.out), first, "a dash is the screen");
    assert!(!program.file("-").exists());
    let again = program.run(&["casussen", "--te-doen", "--agenda", "tweede.ics"]);
    assert_eq!(again.code, Some(0), "{again:?}");
    assert_eq!(
        names_of(&fs::read_to_string(program.file("tweede.ics")).unwrap()),
        first
    );
    let mut once = first.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), first.len());
    // In another folder the same case has another name: nobody can guess what a name stands for.
    let other = Program::new();
    other.example(PLAN);
    other.run(&["casussen", "--te-doen", "--agenda", "agenda.ics"]);
    let elsewhere = names_of(&fs::read_to_string(other.file("agenda.ics")).unwrap());
    assert!(elsewhere.iter().all(|one| !first.contains(one)));
    // What is there stays there.
    refused(
        &program.run(&["casussen", "--te-doen", "--agenda", "agenda.ics"]),
        1,
        &["agenda.ics", "--overschrijf"],
    );
    let anew = program.run(&[
        "casussen",
        "--te-doen",
        "--agenda",
        "agenda.ics",
        "--overschrijf",
    ]);
    assert_eq!(anew.code, Some(0), "{anew:?}");
    // The key is no stranger in the folder.
    assert!(names(&program).contains(&"agenda.sleutel".to_owned()));
    assert!(
        !program
            .run(&["casussen"])
            .err
            .contains("niet van dit programma")
    );
}

#[test]
fn a_case_shows_its_own_days_and_how_long_it_is_kept() {
    let program = Program::new();
    let id = reported(&program);
    let shown = program.run(&["toon", &id, "--breedte", "200"]).out;
    assert!(
        shown.contains("Bericht van Veilig Thuis na uw melding: verwachtte u op 9 maart 2026"),
        "{shown}"
    );
    program.write(
        "dicht.yaml",
        "{ label: oude linde, acuut.gevaar_nu: nee, acuut.bijzonder: nee, acuut.collega: nee, acuut.tussen_kinderen: nee, meldcode.gesloten: { waarde: ja, toelichting: Klaar. }, meldcode.gesloten_datum: 2026-03-01, meldcode.bewaren_vanaf: 2026-03-01 }",
    );
    let file = program.file("dicht.yaml").display().to_string();
    let closed = program.run(&[
        "nieuw",
        "--profiel",
        "knmg",
        "--antwoorden",
        &file,
        "--onversleuteld",
    ]);
    let shown = program
        .run(&["toon", closed.out.trim(), "--breedte", "300"])
        .out;
    assert!(
        shown.contains("ten minste bewaren tot deze dag: 1 maart 2046 (bron: "),
        "{shown}"
    );
    // Among what is to be done it stands only when that day is there.
    let todo = program.run(&["casussen", "--te-doen"]).out;
    assert!(!todo.contains("bewaren"), "{todo}");
}

#[test]
fn without_anything_to_do_it_says_so() {
    let program = Program::new();
    let run = program.run(&["casussen", "--te-doen"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.err.contains("geen dag of termijn") && run.err.contains("zegt niets over gevaar"),
        "{run:?}"
    );
    let run = program.run(&["casussen", "--agenda", "agenda.ics"]);
    assert_eq!(run.code, Some(2), "{run:?}");
}
