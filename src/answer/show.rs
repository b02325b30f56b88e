//! Answers as a person reads them, and as a person could have typed them.

use chrono::{Datelike, NaiveDate};

use super::interpret::dutch;
use super::row::row_name;
use super::{Answers, RowId, Value};
use crate::questionnaire::{Kind, OptionId, QuestionIx, Questionnaire};
use crate::text::nl;

pub(super) const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
pub(super) const WEEKDAYS: [&str; 7] = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
];

/// 1 maart 2026.
pub fn date(date: NaiveDate) -> String {
    format!(
        "{} {} {}",
        date.day(),
        MONTHS[date.month0() as usize],
        date.year()
    )
}

/// zondag.
pub fn weekday(date: NaiveDate) -> &'static str {
    WEEKDAYS[date.weekday().num_days_from_monday() as usize]
}

/// zondag 1 maart 2026.
pub fn date_with_weekday(of: NaiveDate) -> String {
    format!("{} {}", weekday(of), date(of))
}

/// What a person reads as the answer to this question.
pub fn show(
    list: &Questionnaire,
    question: QuestionIx,
    value: &Value,
    answers: &Answers,
) -> String {
    let say = &nl().value;
    let asked = list.question(question);
    let option = |id: &OptionId| {
        asked
            .options()
            .iter()
            .find(|option| option.id == *id)
            .map_or_else(|| id.to_string(), |option| option.text.nl.clone())
    };
    match value {
        Value::Yes => say.yes(),
        Value::No => say.no(),
        Value::Unknown => say.unknown(),
        Value::Refused => say.refused(),
        Value::NotApplicable => say.not_applicable(),
        Value::Seen => say.seen(),
        Value::Choice(id) => option(id),
        Value::Choices(ids) if ids.is_empty() => say.none(),
        Value::Choices(ids) => join(ids.iter().map(option)),
        Value::Number(number) => match &asked.kind {
            Kind::Scale { labels, .. } => number
                .as_whole()
                .and_then(|whole| labels.get(&whole))
                .map_or_else(
                    || dutch(*number),
                    |label| format!("{} ({})", dutch(*number), label.nl),
                ),
            Kind::Number {
                unit: Some(unit), ..
            } => format!("{} {}", dutch(*number), unit.nl),
            _ => dutch(*number),
        },
        Value::Date(day) => date_with_weekday(*day),
        Value::Text(text) if text.is_empty() => say.empty(),
        Value::Text(text) => text.clone(),
        Value::Rows(rows) if rows.is_empty() => say.none(),
        Value::Rows(rows) => {
            let of = match &asked.kind {
                Kind::Person { .. } => list.persons,
                Kind::Row { list, .. } | Kind::Ranking { list, .. } => Some(*list),
                _ => None,
            };
            let name = |row: &RowId| {
                of.map_or_else(|| row.to_string(), |of| row_name(list, of, row, answers))
            };
            let names: Vec<String> = rows.iter().map(name).collect();
            match asked.kind {
                Kind::Ranking { .. } => {
                    let placed = names.iter().enumerate();
                    let placed: Vec<String> = placed
                        .map(|(at, name)| format!("{}. {name}", at + 1))
                        .collect();
                    placed.join("; ")
                }
                _ => names.join(", "),
            }
        }
    }
}

fn join(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// The text that [`super::interpret()`] reads back as this value, whoever gives it.
pub fn typed(value: &Value) -> String {
    let rows = |rows: &[RowId]| join(rows.iter().map(ToString::to_string));
    match value {
        Value::Yes => "ja".to_owned(),
        Value::No => "nee".to_owned(),
        Value::Unknown => "onbekend".to_owned(),
        Value::Refused => "geweigerd".to_owned(),
        Value::NotApplicable => "nvt".to_owned(),
        Value::Seen => "gelezen".to_owned(),
        Value::Choice(id) => id.to_string(),
        Value::Choices(ids) if ids.is_empty() => "geen".to_owned(),
        Value::Choices(ids) => join(ids.iter().map(ToString::to_string)),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Text(text) => text.clone(),
        Value::Rows(ids) if ids.is_empty() => "geen".to_owned(),
        Value::Rows(ids) => rows(ids),
    }
}
