//! What the makers chose and why, in words: for the trainer's sheet and notes, never for a screen before its key.

use super::find::Found;
use super::live::said;
use super::participant;
use super::screen::of_facts;
use super::words::question_before;
use crate::answer::{Key, Value};
use crate::document::{Block, Line};

/// Each question with what the makers chose.
pub(super) fn chosen(found: &Found, keys: &[Key]) -> Vec<Line> {
    let of = |key: &Key| {
        let answer = said(found, &found.case.key.answers, key)?;
        let asked = Line::plain(format!("{} ", question_before(found, key)));
        Some(asked.and_strong(answer))
    };
    keys.iter().filter_map(of).collect()
}

/// The same in one paragraph, with the reason.
pub(super) fn in_short(found: &Found, keys: &[Key]) -> Line {
    let mut line = Line::default();
    for one in chosen(found, keys) {
        if !line.0.is_empty() {
            line = line.and(" · ");
        }
        line.0.extend(one.0);
    }
    line.and(format!(". {}", reason(found, keys)))
}

/// The first reason that the makers gave for one of these; empty where they gave none.
pub(super) fn reason(found: &Found, keys: &[Key]) -> String {
    let case = &found.case;
    let mut reasons = keys
        .iter()
        .filter_map(|key| case.key.reason(&found.forms, key));
    reasons.next().unwrap_or_default().trim().to_owned()
}

/// Their order, by the numbers of the situations.
pub(super) fn order(found: &Found, key: &Key) -> Line {
    let first = found.case.key.answers.get(&key.question, None);
    let told = match first.map(|answer| &answer.value) {
        Some(Value::Rows(rows)) if !rows.is_empty() => {
            let rows = rows.iter().map(ToString::to_string);
            rows.collect::<Vec<_>>().join(", ")
        }
        _ => said(found, &found.case.key.answers, key).unwrap_or_default(),
    };
    Line::plain(format!("{} ", question_before(found, key))).and_strong(told)
}

/// Where they put each fact of this round, with the reason where they gave one.
pub(super) fn facts(found: &Found, at: usize) -> Block {
    let facts = &found.case.rounds[at].facts;
    let put = of_facts(found, at).into_iter().zip(facts);
    let lines = put.map(|(key, fact)| {
        let makers = said(found, &found.case.key.answers, &key).unwrap_or_default();
        let line = Line::plain(format!("{}  ", fact.text)).and_strong(makers);
        match reason(found, &[key]) {
            why if why.is_empty() => line,
            why => line.and(format!(". {why}")),
        }
    });
    participant::lines(lines)
}
