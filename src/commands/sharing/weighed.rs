//! The five points of a conflict of duties as they were weighed in the case itself: they need not be weighed twice.

use super::Earlier;
use crate::answer::{Change, Key, RowId, Value};
use crate::case::{Record, Weighed, What};
use crate::engine::View;
use crate::questionnaire::{OptionRole, QuestionIx, Role};

/// The five points, in the order in which they are asked.
const POINTS: [Role; 5] = [
    Role::SharingInterest,
    Role::SharingNoOtherWay,
    Role::SharingNoConsent,
    Role::SharingOutweighs,
    Role::SharingNoMore,
];

/// Every time that all five points were answered and the decision was to share, the latest first.
pub(in crate::commands) fn weighed(view: &View<'_>, record: &Record) -> Vec<Earlier> {
    let Some(list) = view.list.by_role(Role::Sharings) else {
        return Vec::new();
    };
    let rows = view.answers.rows(&view.list.question(list).id);
    let rows = rows.map_or(&[][..], |rows| &rows.ids);
    let mut all: Vec<Earlier> = rows
        .iter()
        .filter_map(|row| earlier(view, record, row))
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.on));
    all
}

fn earlier(view: &View<'_>, record: &Record, row: &RowId) -> Option<Earlier> {
    let at = |role| view.list.by_role(role);
    let decided = at(Role::SharingDecision)?;
    let decision = value(view, decided, row)?;
    let options = view.list.question(decided).options().iter();
    let mut shares = options.filter(|option| option.role == Some(OptionRole::Shares));
    if !shares.any(|option| *decision == Value::Choice(option.id.clone())) {
        return None;
    }
    let mut said = Vec::new();
    for role in POINTS {
        said.push(words(view, at(role)?, row)?);
    }
    let mut said = said.into_iter();
    let mut next = || said.next().unwrap_or_default();
    let points = Weighed {
        interest: next(),
        no_other_way: next(),
        no_consent: next(),
        outweighs: next(),
        no_more: next(),
    };
    Some(Earlier {
        with: words(view, at(Role::SharingWith)?, row)?,
        on: last(view, record, row)?,
        points,
    })
}

fn value<'a>(view: &'a View<'_>, at: QuestionIx, row: &RowId) -> Option<&'a Value> {
    let answer = view.answers.get(&view.list.question(at).id, Some(row))?;
    Some(&answer.value)
}

/// What was said there: the text, or *ja* or *nee* with its reason. Nothing where that is not known.
fn words(view: &View<'_>, at: QuestionIx, row: &RowId) -> Option<String> {
    let answer = view.answers.get(&view.list.question(at).id, Some(row))?;
    let reason = answer.note.as_deref().map(str::trim).unwrap_or_default();
    let said = match &answer.value {
        Value::Text(text) => text.trim().to_owned(),
        Value::Yes => format!("ja. {reason}"),
        Value::No => format!("nee. {reason}"),
        _ => return None,
    };
    let said = said.trim().to_owned();
    (!said.is_empty()).then_some(said)
}

/// The last day on which something in this row was answered.
fn last(view: &View<'_>, record: &Record, row: &RowId) -> Option<chrono::NaiveDate> {
    let list = view.list.by_role(Role::Sharings)?;
    let own = |key: &Key| {
        let found = view.list.find(&key.question.0);
        let parent = found.and_then(|at| view.list.question(at).parent);
        key.row.as_ref() == Some(row) && parent == Some(list)
    };
    let mut entries = record.entries.iter().rev();
    entries.find_map(|entry| match &entry.what {
        What::Change(Change::Set { key, .. }) if own(key) => Some(entry.at.date_naive()),
        _ => None,
    })
}
