//! Whatever is changed in what a result states is found.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use top3::questionnaire::{Library, Questionnaire};
use top3::verification::{Code, Report, Stated, Verdict};
use top3::yaml::{Node, Tree};

use super::{stored, verified};
use crate::support::small_list::today;

struct Made {
    list: Questionnaire,
    text: String,
}

/// A result with everything in it: numbers, levels, open and fixed, reasons, several lists.
fn made() -> &'static Made {
    static MADE: LazyLock<Made> = LazyLock::new(|| {
        let library = Library::shipped();
        let list = library.load("rihg").unwrap();
        let answers = "{meerderjarig: ja, kleur_lichamelijk_geweld: {waarde: rood, toelichting: Blauwe plek.}, kleur_wapens: {waarde: rood, toelichting: Mes.}, kleur_kinderen: onbekend}";
        let tree = top3::yaml::read_tree(answers.as_bytes(), "memory").unwrap();
        let answers = top3::answer::read(&list, &tree, today()).unwrap();
        let text = stored(&list, &answers, today());
        Made { list, text }
    });
    &MADE
}

/// Whether it was reported: found wrong, or said to be something that this program does not know.
fn reported(report: Option<&Report>) -> bool {
    report.is_none_or(|report| report.verdict != Verdict::Right || !report.unknown.is_empty())
}

/// All that stands in a tree, without its places.
fn words(node: &Node) -> String {
    match &node.value {
        Tree::Scalar { text, plain } => format!("{text:?}{plain}"),
        Tree::List(items) => format!("{:?}", items.iter().map(words).collect::<Vec<_>>()),
        Tree::Map(entries) => {
            let entry = |(key, value): &(Node, Node)| (words(key), words(value));
            format!("{:?}", entries.iter().map(entry).collect::<Vec<_>>())
        }
    }
}

/// Every place of a plain value in an object, as a JSON pointer.
fn leaves(value: &Json, at: &str, found: &mut Vec<String>) {
    match value {
        Json::Object(members) => {
            for (name, value) in members {
                leaves(value, &format!("{at}/{name}"), found);
            }
        }
        Json::Array(items) if !items.is_empty() => {
            for (index, value) in items.iter().enumerate() {
                leaves(value, &format!("{at}/{index}"), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// The same value with one thing changed.
fn changed(value: &Json, pick: usize) -> Json {
    match value {
        Json::Null => [json!(1), json!("x"), json!(true)][pick % 3].clone(),
        Json::Bool(value) => json!(!value),
        Json::Number(number) => json!(number.as_f64().unwrap() + [1.0, -1.0, 0.5][pick % 3]),
        Json::String(text) => {
            let mut signs: Vec<char> = text.chars().collect();
            match (signs.is_empty(), pick % 3) {
                (true, _) | (_, 0) => signs.push('x'),
                (_, 1) => _ = signs.pop(),
                _ => signs[0] = if signs[0] == 'x' { 'y' } else { 'x' },
            }
            json!(signs.into_iter().collect::<String>())
        }
        Json::Array(_) => json!(["x"]),
        Json::Object(_) => json!({ "x": 1 }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// One byte of the file: whatever it is, an answer that changes no outcome too.
    #[test]
    fn a_changed_byte_is_found(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let made = made();
        let mut bytes = made.text.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let Ok(text) = String::from_utf8(bytes) else { return Ok(()) };
        let read = |text: &str| Stated::read(text.as_bytes(), "memory").map(|tree| words(&tree));
        // Only space between members, or another way to write the same.
        if read(&text).is_ok_and(|other| Ok(other) == read(&made.text)) {
            return Ok(());
        }
        let report = verified(&made.list, &text);
        prop_assert!(reported(report.as_ref()), "byte {at}: {text}\n{report:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    /// Without a fingerprint, as somebody who wants to hide it would leave it: every stated thing that follows from the
    /// answers is recomputed.
    #[test]
    fn a_changed_value_is_found_without_a_fingerprint(at in any::<prop::sample::Index>(), pick in any::<usize>()) {
        let made = made();
        let mut result: Json = serde_json::from_str(&made.text).unwrap();
        let members = result.as_object_mut().unwrap();
        members.remove("vingerafdruk");
        let mut places = Vec::new();
        leaves(&result, "", &mut places);
        places.retain(|place| !place.starts_with("/antwoorden") && place != "/datum" && !place.ends_with("/plaats"));
        let place = &places[at.index(places.len())];
        let value = result.pointer_mut(place).unwrap();
        *value = changed(value, pick);
        let report = verified(&made.list, &result.to_string());
        prop_assert!(reported(report.as_ref()), "{place}: {report:#?}");
        let told = report.unwrap().findings;
        let name = place.trim_start_matches('/').split('/').next().unwrap();
        prop_assert!(told.iter().any(|one| one.place.starts_with(name)), "{place}: {told:#?}");
    }

    /// A member that is left out of what the program made.
    #[test]
    fn a_missing_member_is_found_without_a_fingerprint(at in any::<prop::sample::Index>()) {
        let made = made();
        let mut result: Json = serde_json::from_str(&made.text).unwrap();
        result.as_object_mut().unwrap().remove("vingerafdruk");
        let mut places = Vec::new();
        leaves(&result, "", &mut places);
        places.retain(|place| !place.starts_with("/antwoorden") && !place.starts_with("/vragenlijst/sha256"));
        places.retain(|place| place.rsplit('/').next().unwrap().parse::<usize>().is_err());
        let place = &places[at.index(places.len())];
        let (parent, name) = place.rsplit_once('/').unwrap();
        result.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
        let report = verified(&made.list, &result.to_string()).unwrap();
        let missed = report.not_stated.iter().any(|place| place != "vingerafdruk");
        let named = !report.findings.is_empty() || missed;
        prop_assert!(named, "{place}: {report:#?}");
    }
}

#[test]
fn each_kind_of_thing_is_found_as_what_it_is() {
    let made = made();
    for (from, to, code) in [
        (
            r#""waarde": "gehaald""#,
            r#""waarde": "niet_gehaald""#,
            Code::Outcome,
        ),
        (r#""bovengrens": 11"#, r#""bovengrens": 10"#, Code::Outcome),
        (
            r#""zekerheid": "open""#,
            r#""zekerheid": "vast""#,
            Code::Outcome,
        ),
        (r#""regel": "Twee"#, r#""regel": "Drie"#, Code::Explanation),
        (
            r#""versie": "1.0.0""#,
            r#""versie": "1.0.1""#,
            Code::VersionClash,
        ),
        (r#""sha256": ""#, r#""sha256": "0"#, Code::OtherContent),
        (r#""id": "rihg""#, r#""id": "top3""#, Code::OtherList),
        (
            r#""datum": "2026-03-01""#,
            r#""datum": "2026-03-32""#,
            Code::Day,
        ),
        (
            r#""datum": "2026-03-01""#,
            r#""datum": "2026-02-01""#,
            Code::Print,
        ),
        (
            r#""toelichting": "Mes.""#,
            r#""toelichting": "Bes.""#,
            Code::Print,
        ),
        (
            r#""kleur_kinderen": "onbekend""#,
            r#""kleur_kinderen": "rood""#,
            Code::Outcome,
        ),
        (
            r#""kleur_kinderen": "onbekend""#,
            r#""kleur_kinderen": "paars""#,
            Code::Answer,
        ),
        (
            r#""kleur_kinderen": "onbekend""#,
            r#""kleur_hinderen": "rood""#,
            Code::Answer,
        ),
        (
            r#""niet_toepasbaar": null"#,
            r#""niet_toepasbaar": {"reden": "x"}"#,
            Code::Other,
        ),
        (r#""drempel": {"#, r#""dremmel": {"#, Code::ExtraOutcome),
        (r#""drempel": {"#, r#""dremmel": {"#, Code::MissingOutcome),
        (
            r#""vingerafdruk": ""#,
            r#""waarde": 1, "vingerafdruk": "0"#,
            Code::Print,
        ),
        (
            r#""problemen": [],"#,
            r#""problemen": [], "problemen": [],"#,
            Code::Form,
        ),
    ] {
        assert!(made.text.contains(from), "{from}");
        let report = verified(&made.list, &made.text.replacen(from, to, 1)).unwrap();
        let codes: Vec<Code> = report.findings.iter().map(|one| one.code).collect();
        assert!(codes.contains(&code), "{from} → {to}: {codes:?}");
    }
}
