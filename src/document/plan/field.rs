//! Fields of a plan in words: a value, *onbekend*, *wil dat niet zeggen*, or nothing; with the remark beside it.

use chrono::NaiveDate;

use crate::document::Line;
use crate::plan::{Choice, Field, Plan, Rate, Said, YesNo};
use crate::text::{as_said, day_text, doc};

/// What a field says; nothing where nothing was asked, or where an empty text was a good answer.
fn say<T>(field: &Field<T>, known: impl Fn(&T) -> String) -> Option<Line> {
    let text = &doc().plan_paper;
    let said = match &field.said {
        Said::Nothing => None,
        Said::Unknown => Some(text.unknown()),
        Said::Refused => Some(text.refused()),
        Said::Known(value) => Some(known(value)).filter(|said| !said.trim().is_empty()),
    };
    match (said, &field.note) {
        (None, None) => None,
        (Some(said), None) => Some(said.into()),
        (None, Some(note)) => Some(text.note_alone(as_said(note)).into()),
        (Some(said), Some(note)) => Some(text.note(said, as_said(note)).into()),
    }
}

/// The same, where a reader must see that it is missing.
pub(super) fn or_missing(line: Option<Line>) -> Line {
    line.unwrap_or_else(|| doc().plan_paper.missing().into())
}

pub(super) fn text(field: &Field<String>) -> Option<Line> {
    say(field, |text| as_said(text))
}

pub(super) fn day(field: &Field<NaiveDate>) -> Option<Line> {
    say(field, |day| day_text(*day))
}

pub(super) fn choice(field: &Field<Choice>) -> Option<Line> {
    say(field, |choice| as_said(&choice.text))
}

pub(super) fn rate(field: &Field<Rate>) -> Option<Line> {
    say(field, |rate| match &rate.label {
        Some(label) => doc().plan_paper.rate(rate.number, as_said(label)),
        None => rate.number.to_string(),
    })
}

/// The number on a scale alone, for a table.
pub(super) fn number(field: &Field<Rate>) -> Option<Line> {
    say(field, |rate| match rate.highest {
        Some(highest) => doc().plan_paper.out_of(rate.number, highest),
        None => rate.number.to_string(),
    })
}

pub(super) fn yes_no(field: &Field<YesNo>) -> Option<Line> {
    let text = &doc().plan_paper;
    say(field, |value| match value {
        YesNo::Yes => text.yes_word(),
        YesNo::No => text.no_word(),
        YesNo::NotApplicable => text.not_applicable(),
    })
}

pub(super) fn people(plan: &Plan, field: &Field<Vec<String>>) -> Option<Line> {
    say(field, |ids| {
        if ids.is_empty() {
            doc().plan_paper.nobody()
        } else {
            plan.names_of(ids)
        }
    })
}
