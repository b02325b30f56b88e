//! Each difference in plain Dutch: what is stated, what is computed, what to do.

use serde_json::Value as Json;

use super::{Code, Finding};
use crate::plain::one_line;
use crate::problem::nearest;
use crate::questionnaire::{Derived, Questionnaire};
use crate::text::nl;

/// A value longer than this is cut: a page of text explains nothing.
const LONGEST: usize = 160;
/// So many signs of what two texts have in common stand before where they differ.
const CONTEXT: usize = 30;

/// What differs, in one or more sentences.
pub fn message(finding: &Finding) -> String {
    let text = &nl().verification;
    let (stated, computed) = pair(&finding.stated, &finding.computed);
    let of = |json: &Json, key: &str| {
        let word = json.get(key).and_then(Json::as_str);
        word.map_or_else(|| text.not_stated(), one_line)
    };
    let id = || of(&finding.computed, "id");
    let versions = || {
        (
            of(&finding.stated, "versie"),
            of(&finding.computed, "versie"),
        )
    };
    match finding.code {
        Code::NoList => text.no_list(stated),
        Code::OtherList => text.other_list(stated, computed),
        Code::OtherVersion => {
            let (stated, here) = versions();
            text.other_version(id(), stated, here)
        }
        Code::OtherContent => text.other_content(id(), versions().1),
        Code::VersionClash => {
            let (stated, here) = versions();
            text.version_clash(id(), stated, here)
        }
        Code::UsedLists if finding.computed.is_null() => text.used_extra(stated),
        Code::UsedLists => text.used_missing(computed),
        Code::Day => text.bad_day(stated),
        Code::NoAnswers => text.no_answers(),
        Code::OtherRecord => text.other_record(stated, computed),
        Code::Answer | Code::Unreadable => {
            finding.said.clone().map_or_else(String::new, |said| said.0)
        }
        Code::MissingOutcome => text.missing_outcome(computed),
        Code::ExtraOutcome => text.extra_outcome(stated),
        Code::Refusal if finding.computed.is_null() => text.now_taken(),
        Code::Refusal => text.other_faults(stated, computed),
        Code::Missing if finding.computed.is_null() => text.missing_member(),
        Code::Missing => text.missing(computed),
        Code::Form if finding.stated.is_null() => text.twice(),
        Code::Form => text.form(),
        Code::Print => text.print(),
        Code::Added => text.added(stated),
        Code::Gone => text.gone(computed),
        Code::Changed => text.changed(stated, computed),
        Code::Outcome | Code::Explanation | Code::Other => match &finding.sides {
            Some(sides) => text.stated_computed(&sides.stated, &sides.computed),
            None => sets(finding).unwrap_or_else(|| seen(&stated, &computed, finding)),
        },
    }
}

/// What to do about it; nothing where the difference says enough.
pub fn todo(finding: &Finding, list: Option<&Questionnaire>) -> String {
    let text = &nl().verification;
    match finding.code {
        Code::NoList => text.no_list_todo(),
        Code::OtherList => text.other_list_todo(),
        Code::OtherVersion => text.other_version_todo(),
        Code::OtherContent => text.other_content_todo(),
        Code::VersionClash => text.version_clash_todo(),
        Code::Day => text.bad_day_todo(),
        Code::NoAnswers => text.no_answers_todo(),
        Code::OtherRecord => text.other_record_todo(),
        Code::Answer | Code::Unreadable => {
            finding.said.clone().map_or_else(String::new, |said| said.1)
        }
        Code::ExtraOutcome => {
            let known = list.map_or(&[][..], |list| &list.derived);
            let about = finding.about.as_deref().unwrap_or_default();
            let is_known = known.iter().any(|derived| derived.id == about);
            let near = nearest(about, known.iter().map(|derived| derived.id.as_str()));
            match near {
                _ if is_known => text.not_given_todo(),
                Some(near) => nl().usage.did_you_mean(near),
                None => text.extra_outcome_todo(),
            }
        }
        Code::Print => text.print_todo(),
        Code::Refusal if finding.computed.is_null() => text.now_taken_todo(),
        Code::Refusal => text.other_faults_todo(),
        _ => String::new(),
    }
}

/// A value as a person reads it: on one line, and not too long.
pub fn value(json: &Json) -> String {
    let text = &nl().verification;
    match json {
        Json::Null => text.nothing(),
        Json::Bool(true) => text.yes(),
        Json::Bool(false) => text.no(),
        Json::Number(number) => number.to_string().replace('.', ","),
        Json::String(word) => text.quoted(cut(&one_line(word))),
        Json::Array(items) if items.is_empty() => text.nothing(),
        Json::Array(items) if items.iter().any(Json::is_object) => match items.len() {
            1 => text.one_part(),
            count => text.parts(count),
        },
        Json::Array(items) => {
            let words: Vec<String> = items.iter().map(word).collect();
            cut(&words.join(", "))
        }
        Json::Object(members) => {
            let members = members.iter();
            let words: Vec<String> = members
                .map(|(name, value)| format!("{}: {}", one_line(name), word(value)))
                .collect();
            cut(&words.join(", "))
        }
    }
}

/// Both values as a person reads them: long texts from where they begin to differ.
fn pair(stated: &Json, computed: &Json) -> (String, String) {
    let (Some(one), Some(other)) = (stated.as_str(), computed.as_str()) else {
        return (value(stated), value(computed));
    };
    let (one, other) = (one_line(one), one_line(other));
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let same = same.count();
    let from = |text: &str| {
        let skipped = same.saturating_sub(CONTEXT);
        let rest: String = text.chars().skip(skipped).collect();
        let text = &nl().verification;
        // Whole words only, and no skipping of what is short anyhow.
        match rest.split_once(' ') {
            Some((_, rest)) if skipped > CONTEXT => text.quoted(text.from_here(cut(rest))),
            _ => value(&Json::from(rest)),
        }
    };
    if one == other || same < CONTEXT * 2 {
        return (value(stated), value(computed));
    }
    (from(&one), from(&other))
}

/// Both values; with a hint where they look the same.
fn seen(stated: &str, computed: &str, finding: &Finding) -> String {
    let text = &nl().verification;
    let said = text.stated_computed(stated, computed);
    if stated == computed && finding.stated != finding.computed {
        return format!("{said}. {}", text.unseen());
    }
    said
}

fn word(json: &Json) -> String {
    match json {
        Json::String(word) => one_line(word),
        Json::Null => nl().verification.no_value(),
        other => value(other),
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// An outcome in words: its value, or what it can still be. `form` is its whole form, or only a value.
pub(super) fn outcome(derived: &Derived, form: &Json) -> String {
    let text = &nl().lists;
    let level = |json: &Json| {
        let id = json.as_str().unwrap_or_default();
        let level = derived.levels.iter().find(|level| *level.id.0 == *id);
        level.map_or_else(|| value(json), |level| one_line(&level.text.nl))
    };
    let Some(members) = form.as_object() else {
        return level(form);
    };
    let member = |name: &str| members.get(name).unwrap_or(&Json::Null);
    if member("zekerheid").as_str() != Some("open") || !member("waarde").is_null() {
        return match member("waarde") {
            Json::Null => text.no_value(),
            value => level(value),
        };
    }
    let (low, high) = (member("ondergrens"), member("bovengrens"));
    if low.is_null() && high.is_null() {
        let possible = member("mogelijk").as_array().into_iter().flatten();
        let possible: Vec<String> = possible
            .map(|one| match one {
                Json::Null => text.no_value(),
                one => level(one),
            })
            .collect();
        return text.open(possible.join(" / "));
    }
    let side = |bound: &Json| match bound {
        Json::Null => text.unbounded(),
        bound => value(bound),
    };
    text.open_number(side(low), side(high))
}

/// Why a computed outcome is what it is, or which answers it still waits for.
pub(super) fn because(form: &Json) -> String {
    let text = &nl().lists;
    let open: Vec<&str> = form
        .get("nog_open")
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .collect();
    if !open.is_empty() {
        return text.still_open(cut(&open.join(", "))).trim().to_owned();
    }
    let rule = form
        .pointer("/redenen/0/regel")
        .and_then(Json::as_str)
        .map(|rule| text.because(one_line(rule)).trim().to_owned());
    rule.unwrap_or_default()
}

/// Two rows of words: what stands too many in the one, and what is missing.
fn sets(finding: &Finding) -> Option<String> {
    let text = &nl().verification;
    let (stated, computed) = (finding.stated.as_array()?, finding.computed.as_array()?);
    if stated.iter().chain(computed).any(Json::is_object)
        || stated.is_empty()
        || computed.is_empty()
    {
        return None;
    }
    let only = |one: &[Json], other: &[Json]| {
        let only = one.iter().filter(|value| !other.contains(value));
        cut(&only.map(word).collect::<Vec<_>>().join(", "))
    };
    let (extra, missing) = (only(stated, computed), only(computed, stated));
    let said: Vec<String> = [
        (!extra.is_empty()).then(|| text.set_extra(extra)),
        (!missing.is_empty()).then(|| text.set_missing(missing)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!said.is_empty()).then(|| said.join("; "))
}
