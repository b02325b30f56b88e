//! The people of a case without their names: a role, and for a child the age.

use std::collections::BTreeMap;

use crate::answer::{RowId, Value};
use crate::engine::View;
use crate::plain::one_line;
use crate::questionnaire::{OptionRole, Role};
use crate::text::nl;
use crate::trace::{Names, role_words};

use super::scrub::shown;

/// Somebody without a name.
pub(super) struct Person {
    /// What to call them: *moeder*, *kind van 6*.
    pub label: String,
    /// The same with what else matters: age, where they live.
    pub about: String,
}

/// Everybody in the case by row, and the names that may not be told.
pub(super) fn people(view: &View<'_>) -> (BTreeMap<RowId, Person>, Names) {
    let mut names = Names::default();
    let mut found: Vec<(RowId, String, Person)> = Vec::new();
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for row in super::scrub::rows(view, Role::Persons) {
        let name = match shown(view, Role::PersonName, Some(&row)) {
            Some(Value::Text(name)) => one_line(name),
            _ => String::new(),
        };
        let label = label(view, &row, &name);
        let times = used.entry(label.clone()).or_default();
        *times += 1;
        let label = match times {
            1 => label,
            _ => nl().consult.second(&label, times),
        };
        let about = about(view, &row, &label);
        found.push((row, name, Person { label, about }));
    }
    for (_, name, person) in &found {
        // A name that only says a role is no trace, and may stay in the sentences.
        if !name.is_empty() && !role_words(name).1 {
            names.add(name, &person.label);
        }
    }
    let people = found.into_iter().map(|(row, _, person)| (row, person));
    (people.collect(), names)
}

/// What everybody is called in a text without names, by row, and the names that may not be told.
pub fn role_names(view: &View<'_>) -> (BTreeMap<RowId, String>, Names) {
    let (people, names) = people(view);
    let called = people.into_iter().map(|(row, one)| (row, one.label));
    (called.collect(), names)
}

/// What somebody is in this story.
pub(super) fn kind(view: &View<'_>, row: &RowId) -> Option<OptionRole> {
    let Some(Value::Choice(id)) = shown(view, Role::PersonKind, Some(row)) else {
        return None;
    };
    let question = view.list.question(view.list.by_role(Role::PersonKind)?);
    let option = question.options().iter().find(|option| option.id == *id)?;
    option.role
}

fn label(view: &View<'_>, row: &RowId, name: &str) -> String {
    let text = &nl().consult;
    let (role, _) = role_words(name);
    let kind = kind(view, row);
    let base = match (role.is_empty(), kind) {
        (false, _) => role,
        (true, Some(OptionRole::Child)) => text.child(),
        (true, Some(OptionRole::Household)) => text.adult(),
        (true, Some(OptionRole::Network)) => text.network(),
        (true, Some(OptionRole::Professional)) => text.professional(),
        (true, _) => text.somebody(),
    };
    match (kind, age(view, row)) {
        (Some(OptionRole::Child), Some(age)) => text.child_of(base, age),
        _ => base,
    }
}

/// The label, with the age of an adult and where somebody lives.
fn about(view: &View<'_>, row: &RowId, label: &str) -> String {
    let text = &nl().consult;
    let mut parts = vec![label.to_owned()];
    if kind(view, row) != Some(OptionRole::Child) {
        parts.extend(age(view, row).map(|age| text.years(age)));
    }
    if let Some(Value::Choice(id)) = shown(view, Role::PersonLives, Some(row))
        && let Some(at) = view.list.by_role(Role::PersonLives)
        && let Some(option) = view
            .list
            .question(at)
            .options()
            .iter()
            .find(|one| one.id == *id)
    {
        parts.push(text.lives(option.text.get("nl").to_lowercase()));
    }
    if let Some(Value::Yes) = shown(view, Role::PersonAuthority, Some(row)) {
        parts.push(text.authority());
    }
    parts.join(", ")
}

fn age(view: &View<'_>, row: &RowId) -> Option<i64> {
    match shown(view, Role::PersonAge, Some(row)) {
        Some(Value::Number(age)) => age.as_whole(),
        _ => None,
    }
}
