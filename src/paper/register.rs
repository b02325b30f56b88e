//! One line of a register: fixed columns, and nothing that tells who somebody is.

use chrono::NaiveDate;

use crate::answer::{Value, typed};
use crate::engine::{Truth, View, outcomes};
use crate::questionnaire::paper::{Body, Cell, Column, Days, Given, Paper};
use crate::questionnaire::{Condition, Number, QuestionIx};

/// What is known of a case beside its answers.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Its number.
    pub number: String,
    /// Whose meldcode it follows.
    pub profile: String,
}

/// What stands where a question does not belong to this case.
const NOT_HERE: &str = "nvt";
/// What stands where nobody asked yet.
const NOT_ASKED: &str = "niet_gevraagd";
/// What stands where nobody knows.
const UNKNOWN: &str = "onbekend";

/// What stands in one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Nothing: this paper says no days.
    Nothing,
    /// A word.
    Word(String),
    /// A number.
    Number(Number),
}

/// The line of this case: each column with what stands in it.
pub fn register(view: &View<'_>, paper: &Paper, about: &About) -> Vec<(String, Field)> {
    let Body::Line(columns) = &paper.body else {
        return Vec::new();
    };
    let cell = |column: &Column| (column.name.clone(), cell(view, paper, &column.holds, about));
    columns.iter().map(cell).collect()
}

fn cell(view: &View<'_>, paper: &Paper, cell: &Cell, about: &About) -> Field {
    match cell {
        Cell::Question(at) => question(view, paper, *at),
        Cell::Outcome(at) => {
            let id = &view.list.derived(*at).id;
            match outcomes(view).get(id) {
                Some(outcome) if outcome.is_none() => word(NOT_HERE),
                Some(outcome) if outcome.is_fixed() => {
                    let level = outcome
                        .spread
                        .only_level()
                        .map(|level| Field::Word(level.to_string()));
                    let number = || outcome.spread.only_number().map(Field::Number);
                    level.or_else(number).unwrap_or(Field::Nothing)
                }
                Some(_) => word("open"),
                None => word(NOT_HERE),
            }
        }
        Cell::Holds(when) => truth(view.truth(when, None)),
        Cell::Count(list, when) => count(view, *list, when.as_ref()),
        Cell::Between(from, until) => match (day(view, *from), day(view, *until)) {
            (Ok(from), Ok(until)) => Field::Number(Number::whole((until - from).num_days())),
            // That it does not belong says more than that the other day is not there yet.
            (Err(one), Err(other)) => word(if one == NOT_HERE { one } else { other }),
            (Err(why), _) | (_, Err(why)) => word(why),
        },
        Cell::Given(Given::Number) => Field::Word(about.number.clone()),
        Cell::Given(Given::Profile) => Field::Word(about.profile.clone()),
        Cell::Given(Given::Day) => told(paper, view.today),
    }
}

fn word(word: &str) -> Field {
    Field::Word(word.to_owned())
}

fn truth(truth: Truth) -> Field {
    word(match truth {
        Truth::Yes => "ja",
        Truth::No => "nee",
        Truth::Unknown => UNKNOWN,
    })
}

/// A day as this paper tells it.
fn told(paper: &Paper, day: NaiveDate) -> Field {
    match paper.days {
        Days::Full => Field::Word(day.to_string()),
        Days::Month => Field::Word(day.format("%Y-%m").to_string()),
        Days::Ago | Days::Gone => Field::Nothing,
    }
}

fn question(view: &View<'_>, paper: &Paper, at: QuestionIx) -> Field {
    let value = match answered(view, at) {
        Ok(value) => value,
        Err(why) => return word(why),
    };
    match value {
        Value::Number(number) => Field::Number(*number),
        Value::Date(day) => told(paper, *day),
        value => Field::Word(typed(value)),
    }
}

/// What was answered, or the word for why there is nothing: an auditor must see whether it was not asked or does not belong.
fn answered<'a>(view: &'a View<'_>, at: QuestionIx) -> Result<&'a Value, &'static str> {
    if !view.visible(at, None).possible() {
        return Err(NOT_HERE);
    }
    let answer = view.answers.get(&view.list.question(at).id, None);
    answer.map(|answer| &answer.value).ok_or(NOT_ASKED)
}

/// The known day of a question that belongs, or the word for why there is none.
fn day(view: &View<'_>, at: QuestionIx) -> Result<NaiveDate, &'static str> {
    match answered(view, at)? {
        Value::Date(day) => Ok(*day),
        Value::NotApplicable => Err(NOT_HERE),
        _ => Err(UNKNOWN),
    }
}

/// How many rows there are for which it holds; unknown where that is not known of one of them.
fn count(view: &View<'_>, list: QuestionIx, when: Option<&Condition>) -> Field {
    if !view.visible(list, None).possible() {
        return word(NOT_HERE);
    }
    let Some(rows) = view.answers.rows(&view.list.question(list).id) else {
        return word(NOT_ASKED);
    };
    let truths = rows
        .ids
        .iter()
        .map(|row| when.map_or(Truth::Yes, |when| view.truth(when, Some(row))));
    let truths: Vec<Truth> = truths.collect();
    if truths.contains(&Truth::Unknown) {
        return word(UNKNOWN);
    }
    let holding = truths.iter().filter(|truth| **truth == Truth::Yes);
    Field::Number(Number::count(holding.count()))
}
