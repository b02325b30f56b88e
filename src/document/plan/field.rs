//! Fields of a plan in words: a value, *onbekend*, *wil dat niet zeggen*, or nothing; with the remark beside it.

use chrono::NaiveDate;

use crate::answer::show_date;
use crate::document::Line;
use crate::plan::{Choice, Field, Plan, Rate, Said, YesNo};
use crate::text::nl;

/// What a field says; nothing where nothing was asked, or where an empty text was a good answer.
fn say<T>(field: &Field<T>, known: impl Fn(&T) -> String) -> Option<Line> {
    let text = &nl().plan_paper;
    let said = match &field.said {
        Said::Nothing => None,
        Said::Unknown => Some(text.unknown()),
        Said::Refused => Some(text.refused()),
        Said::Known(value) => Some(known(value)).filter(|said| !said.trim().is_empty()),
    };
    match (said, &field.note) {
        (None, None) => None,
        (Some(said), None) => Some(said.into()),
        (None, Some(note)) => Some(text.note_alone(note).into()),
        (Some(said), Some(note)) => Some(text.note(said, note).into()),
    }
}

/// The same, where a reader must see that it is missing.
pub(super) fn or_missing(line: Option<Line>) -> Line {
    line.unwrap_or_else(|| nl().plan_paper.missing().into())
}

pub(super) fn text(field: &Field<String>) -> Option<Line> {
    say(field, Clone::clone)
}

pub(super) fn day(field: &Field<NaiveDate>) -> Option<Line> {
    say(field, |day| show_date(*day))
}

pub(super) fn choice(field: &Field<Choice>) -> Option<Line> {
    say(field, |choice| choice.text.clone())
}

pub(super) fn rate(field: &Field<Rate>) -> Option<Line> {
    say(field, |rate| match &rate.label {
        Some(label) => nl().plan_paper.rate(rate.number, label),
        None => rate.number.to_string(),
    })
}

/// The number on a scale alone, for a table.
pub(super) fn number(field: &Field<Rate>) -> Option<Line> {
    say(field, |rate| match rate.highest {
        Some(highest) => nl().plan_paper.out_of(rate.number, highest),
        None => rate.number.to_string(),
    })
}

pub(super) fn yes_no(field: &Field<YesNo>) -> Option<Line> {
    let text = &nl().plan_paper;
    say(field, |value| match value {
        YesNo::Yes => text.yes_word(),
        YesNo::No => text.no_word(),
        YesNo::NotApplicable => text.not_applicable(),
    })
}

pub(super) fn people(plan: &Plan, field: &Field<Vec<String>>) -> Option<Line> {
    say(field, |ids| {
        if ids.is_empty() {
            nl().plan_paper.nobody()
        } else {
            plan.names_of(ids)
        }
    })
}
