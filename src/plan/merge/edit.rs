//! What somebody changed in the text of a plan itself: told as a statement, so that the plan stays as it was sent.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::plan::file::{Read, compare};
use crate::plan::{Plan, Said, Says, Statement};

/// Stands for who is not named.
const NOBODY: &str = "onbekend";

/// The changes in this copy, each by whoever filled in the rest of it.
pub(super) fn edits(read: &Read, original: &Plan) -> Vec<Statement> {
    let (who, on) = writer(read);
    let say = |says| Statement {
        on,
        who: who.clone(),
        number: original.head.number,
        says,
    };
    let mut found = Vec::new();
    let mut told = Vec::new();
    // Whether a condition is met is what partners are asked: filled in where it stands, it is said like any other.
    for one in &read.plan.conditions {
        let before = original.conditions.iter().find(|was| was.id == one.id);
        if before.is_some_and(|was| was.met != one.met && one.met.said != Said::Nothing) {
            told.push(format!("voorwaarden.{}.gehaald", one.id));
            found.push(say(Says::Condition {
                at: one.id.clone(),
                met: one.met.said.clone(),
                remark: one.met.note.clone(),
            }));
        }
    }
    let inside = |place: &str| {
        let rest = told.iter().find_map(|told| place.strip_prefix(told));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    for one in compare(&read.plan, original).unwrap_or_default() {
        if !inside(&one.place) {
            found.push(say(Says::Edit {
                place: one.place,
                was: one.made,
                now: one.given,
            }));
        }
    }
    found
}

/// Who filled in this copy, where that was one person on one day.
fn writer(read: &Read) -> (String, Option<NaiveDate>) {
    let own = |one: &&Statement| one.number == read.plan.head.number;
    let own = read.said.iter().filter(own);
    let writers: BTreeSet<(&str, Option<NaiveDate>)> =
        own.map(|one| (one.who.as_str(), one.on)).collect();
    let mut writers = writers.into_iter();
    match (writers.next(), writers.next()) {
        (Some((who, on)), None) => (who.to_owned(), on),
        _ => (NOBODY.to_owned(), None),
    }
}
