//! A plan file: against its lists, and against the case it was made from.

use serde_json::{Value as Json, json};
use top3::answer::{Change, Key, Value};
use top3::case::{CaseId, Store};
use top3::questionnaire::Number;

use super::flat;
use crate::support::program::{Program, Run};

struct Made {
    program: Program,
    case: String,
    plan: String,
}

fn made() -> Made {
    let program = Program::new();
    let case = program.example("hulp-en-plan.yaml");
    let run = program.run(&["plan", &case, "-o", "plan.yaml"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let plan = std::fs::read_to_string(program.file("plan.yaml")).unwrap();
    Made {
        program,
        case,
        plan,
    }
}

impl Made {
    /// The case goes on: the son is a year older.
    fn older(&self) {
        let store = Store::at(self.program.cases());
        let id = CaseId::parse(&self.case).unwrap();
        let now = chrono::DateTime::parse_from_rfc3339("2026-03-13T10:00:00+01:00").unwrap();
        let mut case = store.resume(&id, now).unwrap().case;
        let is_age = |key: &Key| key.to_string().ends_with("p3/leeftijd");
        let found = case.answers().iter().find(|(key, _)| is_age(key));
        let key = found.unwrap().0.clone();
        let answer = Value::Number(Number::whole(8)).into();
        case.keep(Change::Set { key, answer }, now).unwrap();
    }

    /// What is said of this text as a plan, with the case.
    fn said(&self, text: &str) -> (Option<i32>, Json) {
        let run = self.run(text, &["--casus", &self.case, "--formaat", "json"]);
        (
            run.code,
            serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}{}", run.out, run.err)),
        )
    }

    fn run(&self, text: &str, args: &[&str]) -> Run {
        self.program.write("ander.yaml", text);
        self.program
            .run(&[&["verifieer", "ander.yaml"][..], args].concat())
    }
}

/// The places of these differences, with their codes.
fn places(of: &Json) -> Vec<(String, String)> {
    let word = |json: &Json| json.as_str().unwrap().to_owned();
    let found = of.as_array().unwrap().iter();
    found
        .map(|one| (word(&one["code"]), word(&one["plaats"])))
        .collect()
}

#[test]
fn the_plan_of_a_case_is_right_and_stays_so_when_the_case_goes_on() {
    let made = made();
    let (code, report) = made.said(&made.plan);
    assert_eq!(
        (code, &report["oordeel"], &report["ingevuld"]),
        (Some(0), &json!("klopt"), &json!([])),
        "{report}"
    );
    // The case goes on and gives another plan: the first is still what it gave then.
    made.older();
    let run = made
        .program
        .run(&["plan", &made.case, "-o", "plan.yaml", "--overschrijf"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let second = std::fs::read_to_string(made.program.file("plan.yaml")).unwrap();
    assert!(second.contains("nummer: 2") && second.contains("leeftijd: 8"));
    for (plan, old) in [(&made.plan, true), (&second, false)] {
        let (code, report) = made.said(plan);
        assert_eq!(code, Some(0), "{report}");
        let notes = report["opmerkingen"].to_string();
        assert_eq!(notes.contains("zijn daarna veranderd"), old, "{report}");
    }
}

#[test]
fn a_plan_that_the_case_does_not_know_is_held_against_its_day() {
    let made = made();
    made.older();
    let (code, report) = made.said(&made.plan.replacen("nummer: 1", "nummer: 3", 1));
    assert_eq!(code, Some(1));
    let notes = report["opmerkingen"].to_string();
    assert!(notes.contains("weet niet van dit plan"), "{report}");
    assert!(
        places(&report["verschillen"])
            .iter()
            .any(|(_, place)| place == "veiligheidsplan.nummer"),
        "{report}"
    );
}

#[test]
fn what_somebody_changed_by_hand_is_told_by_its_id() {
    let made = made();
    let text = made
        .plan
        .replace("leeftijd: 7", "leeftijd: 8")
        .replace("- id: n2\n  wie: p2  # vader\n", "- id: n3\n  wie: p2\n");
    assert_ne!(text, made.plan);
    let (code, report) = made.said(&text);
    assert_eq!(code, Some(1));
    let found = places(&report["verschillen"]);
    let expected = [
        ("veranderd", "mensen.p3.leeftijd"),
        ("toegevoegd", "signalen.n3"),
        ("weg", "signalen.n2"),
    ];
    let expected = expected.map(|(code, place)| (code.to_owned(), place.to_owned()));
    assert_eq!(found, expected, "{report}");
    let run = made.run(&text, &["--casus", &made.case]);
    assert!(
        run.out
            .contains("mensen, p3, leeftijd: in het plan “8”, uit de casus “7”"),
        "{}",
        run.out
    );
}

#[test]
fn what_a_partner_filled_in_is_named_and_no_fault() {
    let made = made();
    let text = made
        .plan
        .replace("status: actief", "status: akkoord")
        .replace(
            "  gesteld_door: gezin",
            "  gesteld_door: gezin\n  gehaald: gehaald_ja",
        )
        .replace(
            "  wanneer: elke schooldag, vanaf 5 maart",
            "  wanneer: {waarde: \"elke schooldag, vanaf 5 maart\", toelichting: lukt}",
        )
        .replace("- id: p5\n", "- id: p5\n  leeftijd: 50\n");
    let (code, report) = made.said(&text);
    assert_eq!(
        (code, &report["oordeel"]),
        (Some(0), &json!("klopt")),
        "{report}"
    );
    let filled: Vec<String> = places(&report["ingevuld"])
        .into_iter()
        .map(|(_, place)| place)
        .collect();
    assert_eq!(
        filled,
        [
            "veiligheidsplan.status",
            "mensen.p5.leeftijd",
            "voorwaarden.v1.gehaald",
            "afspraken.a3.wanneer.toelichting"
        ]
    );
    let run = made.run(&text, &["--casus", &made.case]);
    assert!(
        flat(&run).contains("Ingevuld na het maken (geen fout):")
            && flat(&run).contains("“akkoord”, was “actief”"),
        "{}",
        run.out
    );
}

#[test]
fn the_day_the_number_and_the_fingerprint_are_looked_at() {
    let made = made();
    for (from, to) in [
        ("datum: \"2026-03-12\"", "datum: \"2026-03-13\""),
        ("vingerafdruk: ", "vingerafdruk: 0"),
        ("nummer: 1", "nummer: 2"),
    ] {
        assert!(made.plan.contains(from), "{from}");
        let (code, report) = made.said(&made.plan.replacen(from, to, 1));
        assert_eq!(code, Some(1), "{report}");
    }
}

#[test]
fn other_lists_are_said_apart() {
    let made = made();
    let other = made.plan.replacen(
        "{vragenlijst: rihg, versie: \"1.0.0\"",
        "{vragenlijst: rihg, versie: \"0.9.0\"",
        1,
    );
    for args in [&[][..], &["--casus", &made.case]] {
        let args = [args, &["--formaat", "json"]].concat();
        let run = made.run(&other, &args);
        let report: Json = serde_json::from_str(&run.out).unwrap();
        let codes: Vec<String> = places(&report["verschillen"])
            .into_iter()
            .map(|(code, _)| code)
            .collect();
        assert!(codes.contains(&"versie_past_niet".to_owned()), "{codes:?}");
        assert_eq!(run.code, Some(1));
    }
}

#[test]
fn without_its_case_a_plan_is_looked_at_as_far_as_that_goes() {
    let made = made();
    let run = made.run(&made.plan, &[]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(
        flat(&run).contains("zonder de casus niet na te kijken") && flat(&run).contains("--casus"),
        "{}",
        run.out
    );
    let run = made.run(&made.plan.replace("leeftijd: 7", "leeftijd: 8"), &[]);
    assert_eq!(run.code, Some(1));
    assert!(
        flat(&run).contains("vingerafdruk klopt niet"),
        "{}",
        run.out
    );
    let run = made.run(&made.plan.replace("bij: v1", "bij: v9"), &[]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.err.contains("Er is geen voorwaarde `v9`"),
        "{}",
        run.err
    );
}

#[test]
fn answers_do_not_go_with_a_plan() {
    let made = made();
    made.program.write("a.yaml", "{}");
    let run = made.program.run(&["verifieer", "plan.yaml", "a.yaml"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("--casus"), "{}", run.err);
}
