//! How one answer is written in the journal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::day;
use crate::answer::{Answer, Key, RowId, Value};
use crate::questionnaire::{Number, OptionId, QuestionId};

/// One answer with where it comes from.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerLine {
    /// The full id of the question; in a row `lijst/vraag`.
    vraag: String,
    /// The row, for a question in a row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rij: Option<String>,
    /// What was answered.
    waarde: ValueLine,
    /// Who said or saw it; absent: the person at the keyboard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bron: Option<String>,
    /// What kind of knowledge it is: fact, statement, hearsay or interpretation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    aard: Option<String>,
    /// When it was said or seen; absent: the day of answering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    datum: Option<String>,
    /// The reason or fact beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    toelichting: Option<String>,
}

/// What was answered.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub(super) enum ValueLine {
    /// Yes.
    Ja,
    /// No.
    Nee,
    /// The person says it is not known.
    Onbekend,
    /// Whoever was asked would not say.
    Geweigerd,
    /// Does not apply.
    Nvt,
    /// A notice was read.
    Gelezen,
    /// One option, by id.
    Keuze(String),
    /// The chosen options, by id; none chosen is an answer too.
    Keuzes(Vec<String>),
    /// A number, as text so that nothing is rounded.
    Getal(String),
    /// A day, year-month-day.
    Datum(String),
    /// A text.
    Tekst(String),
    /// Rows of a list, by id, in order.
    Rijen(Vec<String>),
}

pub(super) fn answer_line(key: &Key, answer: &Answer) -> AnswerLine {
    AnswerLine {
        vraag: key.question.to_string(),
        rij: key.row.as_ref().map(ToString::to_string),
        waarde: value_line(&answer.value),
        bron: answer.source.clone(),
        aard: answer.nature.clone(),
        datum: answer.date.map(|date| date.to_string()),
        toelichting: answer.note.clone(),
    }
}

pub(super) fn answer(line: AnswerLine) -> Option<(Key, Answer)> {
    let key = Key {
        question: QuestionId::from(line.vraag.as_str()),
        row: line.rij.map(RowId),
    };
    let answer = Answer {
        value: value(line.waarde)?,
        source: line.bron,
        nature: line.aard,
        date: match line.datum {
            Some(date) => Some(day(&date)?),
            None => None,
        },
        note: line.toelichting,
    };
    Some((key, answer))
}

fn value_line(value: &Value) -> ValueLine {
    match value {
        Value::Yes => ValueLine::Ja,
        Value::No => ValueLine::Nee,
        Value::Unknown => ValueLine::Onbekend,
        Value::Refused => ValueLine::Geweigerd,
        Value::NotApplicable => ValueLine::Nvt,
        Value::Seen => ValueLine::Gelezen,
        Value::Choice(option) => ValueLine::Keuze(option.to_string()),
        Value::Choices(options) => {
            ValueLine::Keuzes(options.iter().map(ToString::to_string).collect())
        }
        Value::Number(number) => ValueLine::Getal(number.to_string()),
        Value::Date(date) => ValueLine::Datum(date.to_string()),
        Value::Text(text) => ValueLine::Tekst(text.clone()),
        Value::Rows(rows) => ValueLine::Rijen(rows.iter().map(ToString::to_string).collect()),
    }
}

fn value(line: ValueLine) -> Option<Value> {
    Some(match line {
        ValueLine::Ja => Value::Yes,
        ValueLine::Nee => Value::No,
        ValueLine::Onbekend => Value::Unknown,
        ValueLine::Geweigerd => Value::Refused,
        ValueLine::Nvt => Value::NotApplicable,
        ValueLine::Gelezen => Value::Seen,
        ValueLine::Keuze(option) => Value::Choice(OptionId::from(option.as_str())),
        ValueLine::Keuzes(options) => Value::Choices(
            options
                .iter()
                .map(|option| OptionId::from(option.as_str()))
                .collect(),
        ),
        ValueLine::Getal(number) => Value::Number(Number::parse(&number)?),
        ValueLine::Datum(date) => Value::Date(day(&date)?),
        ValueLine::Tekst(text) => Value::Text(text),
        ValueLine::Rijen(rows) => Value::Rows(rows.into_iter().map(RowId).collect()),
    })
}
