//! The reason or fact that must stand beside an answer, and what else may stand there.

use super::compose::prompt::advised;
use crate::answer::Value;
use crate::answer::interpret::as_option;
use crate::engine::{Step, View, outcomes};
use crate::questionnaire::{Kind, NoteRule, OptionId};
use crate::text::nl;

/// What to ask beside this answer, when something must stand there.
pub(super) fn needed(view: &View<'_>, step: &Step, value: &Value) -> Option<String> {
    let asked = view.list.question(step.question);
    let say = &nl().interview;
    if let (Some(at), Value::Choice(chosen)) = (asked.advice, value) {
        let derived = view.list.derived(at);
        let all = outcomes(view);
        let level = all
            .get(&derived.id)
            .and_then(|outcome| advised(derived, outcome));
        if let Some(level) = level.filter(|level| level.id != *chosen) {
            return Some(say.reason_deviates(&level.text.nl));
        }
    }
    if let (
        Kind::Judgement {
            options,
            fact_from: Some(from),
            ..
        },
        Value::Choice(chosen),
    ) = (&asked.kind, value)
        && options.iter().position(|option| option.id == *chosen) >= Some(*from)
    {
        return Some(say.reason_fact());
    }
    match &asked.note {
        NoteRule::Free => None,
        NoteRule::Always => Some(say.reason()),
        NoteRule::With(options) => chosen(value)
            .iter()
            .any(|option| options.contains(option))
            .then(|| say.reason()),
    }
}

fn chosen(value: &Value) -> Vec<OptionId> {
    match value {
        Value::Choices(options) => options.clone(),
        other => as_option(other).into_iter().collect(),
    }
}
