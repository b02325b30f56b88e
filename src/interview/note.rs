//! The reason or fact that must stand beside an answer, and what else may stand there.

use super::compose::prompt::advised;
use crate::answer::Value;
use crate::answer::interpret::as_option;
use crate::engine::{Step, View, outcomes};
use crate::questionnaire::{Choice, Kind, NoteRule, OptionId};
use crate::text::nl;

/// What to ask beside this answer, when something must stand there.
pub(super) fn needed(view: &View<'_>, step: &Step, value: &Value) -> Option<String> {
    let asked = view.list.question(step.question);
    let say = &nl().interview;
    if let Some(level) = other_advice(view, step, value) {
        return Some(say.reason_deviates(&level.text.nl));
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

/// What is advised, where this decision is another one and the advice is certain.
pub(super) fn other_advice<'a>(view: &View<'a>, step: &Step, value: &Value) -> Option<&'a Choice> {
    let (Some(at), Value::Choice(chosen)) = (view.list.question(step.question).advice, value)
    else {
        return None;
    };
    let derived = view.list.derived(at);
    let all = outcomes(view);
    let level = advised(derived, all.get(&derived.id)?)?;
    (level.id != *chosen).then_some(level)
}

fn chosen(value: &Value) -> Vec<OptionId> {
    match value {
        Value::Choices(options) => options.clone(),
        other => as_option(other).into_iter().collect(),
    }
}
