//! Which answers a list can take: those to another version of it, and those of another profile. An answer without a place
//! is laid aside whole, with the words of its question, and never dropped.

use chrono::NaiveDate;

use super::{Answer, Answers, Key, RowId, Rows, Value, row_name, shorten, show};
use crate::questionnaire::{Kind, OptionId, Question, QuestionId, QuestionIx, Questionnaire};
use crate::text::nl;

/// So long the name of a row is kept.
const MOST_NAME: usize = 60;

/// Why an answer has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoPlace {
    /// The question is not in the list.
    QuestionGone,
    /// The question takes another kind of answer, or this one is no longer among those it takes.
    NotTaken,
    /// The question is about something else: other ends of a scale, another unit, another list of rows, another text to
    /// read. The same answer would say something else.
    OtherMeaning,
}

/// An answer without a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsideAnswer {
    /// Which.
    pub key: Key,
    /// What was asked, in the words of that day; the id where they are not known.
    pub asked: String,
    /// What was answered, as a person reads it.
    pub said: String,
    /// The answer itself.
    pub answer: Answer,
    /// Why.
    pub why: NoPlace,
    /// It did not count: the question did not belong at that moment. It is then kept and not shown.
    pub hidden: bool,
}

/// The rows of a list without a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsideRows {
    /// The list.
    pub list: QuestionId,
    /// The rows.
    pub rows: Rows,
}

/// All that has no place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// Answers.
    pub answers: Vec<AsideAnswer>,
    /// Rows.
    pub rows: Vec<AsideRows>,
}

impl Aside {
    /// Whether everything has a place.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.rows.is_empty()
    }
}

impl Answers {
    /// Lays aside what has no place: it is no longer among the answers.
    pub fn lay_aside(&mut self, aside: &Aside) {
        for one in &aside.answers {
            self.answers.remove(&one.key);
        }
        for one in &aside.rows {
            self.rows.remove(&one.list);
        }
    }
}

/// What of these answers the new list has no place for. `old` is the list that they were given to, where it is known;
/// `counts` says whether a question of it belonged at that moment.
pub fn without_place(
    old: Option<&Questionnaire>,
    new: &Questionnaire,
    answers: &Answers,
    today: NaiveDate,
    counts: &dyn Fn(QuestionIx, Option<&RowId>) -> bool,
) -> Aside {
    let mover = Mover { old, new, today };
    let rows = answers
        .lists()
        .filter(|(list, _)| !mover.keeps_rows(list))
        .map(|(list, rows)| AsideRows {
            list: list.clone(),
            rows: rows.clone(),
        });
    let found = answers.iter().filter_map(|(key, answer)| {
        let why = mover.fault(key, &answer.value)?;
        let asked = old.and_then(|old| Some((old, old.find(&key.question.0)?)));
        Some(AsideAnswer {
            key: key.clone(),
            asked: asked.map_or_else(|| key.to_string(), |(old, at)| words(old, at, key, answers)),
            hidden: asked.is_some_and(|(_, at)| !counts(at, key.row.as_ref())),
            said: asked.map_or_else(
                || super::typed(&answer.value),
                |(old, at)| show(old, at, &answer.value, answers),
            ),
            answer: answer.clone(),
            why,
        })
    });
    Aside {
        answers: found.collect(),
        rows: rows.collect(),
    }
}

/// A question as the person knew it: its text, with the name of its row.
fn words(list: &Questionnaire, at: QuestionIx, key: &Key, answers: &Answers) -> String {
    let asked = list.question(at);
    match (&key.row, asked.parent) {
        (Some(row), Some(of)) => {
            let name = shorten(&row_name(list, of, row, answers), MOST_NAME);
            nl().value.in_row(name, &asked.text)
        }
        _ => asked.text.nl.clone(),
    }
}

struct Mover<'a> {
    old: Option<&'a Questionnaire>,
    new: &'a Questionnaire,
    today: NaiveDate,
}

impl Mover<'_> {
    fn keeps_rows(&self, list: &QuestionId) -> bool {
        let at = self.new.find(&list.0);
        at.is_some_and(|at| matches!(self.new.question(at).kind, Kind::List { .. }))
    }

    fn fault(&self, key: &Key, value: &Value) -> Option<NoPlace> {
        let Some(at) = self.new.find(&key.question.0) else {
            return Some(NoPlace::QuestionGone);
        };
        let asked = self.new.question(at);
        if asked.parent.is_some() != key.row.is_some() {
            return Some(NoPlace::NotTaken);
        }
        if !takes(asked, value, self.today) {
            return Some(NoPlace::NotTaken);
        }
        let old = self.old?;
        let before = old.question(old.find(&key.question.0)?);
        let same = match (&before.kind, &asked.kind, value) {
            // A text that must be read, and reads otherwise now, was not read.
            (Kind::Notice { .. }, Kind::Notice { .. }, _) => before.text.nl == asked.text.nl,
            (_, _, Value::Number(_)) => measure(before) == measure(asked),
            (_, _, Value::Rows(_)) => target(old, before) == target(self.new, asked),
            _ => true,
        };
        (!same).then_some(NoPlace::OtherMeaning)
    }
}

/// What a number means here: the ends of a scale, the unit of a number.
fn measure(asked: &Question) -> (Option<(i64, i64)>, Option<&str>) {
    match &asked.kind {
        Kind::Scale { from, to, .. } => (Some((*from, *to)), None),
        Kind::Number { unit, .. } => (None, unit.as_ref().map(|unit| unit.nl.as_str())),
        _ => (None, None),
    }
}

/// The list whose rows are chosen here.
fn target<'a>(list: &'a Questionnaire, asked: &Question) -> Option<&'a QuestionId> {
    let of: Option<QuestionIx> = match asked.kind {
        Kind::Person { .. } => list.persons,
        Kind::Row { list, .. } | Kind::Ranking { list, .. } => Some(list),
        _ => None,
    };
    of.map(|of| &list.question(of).id)
}

/// Whether a question can have this value. Which rows there are does not matter here.
pub fn takes(asked: &Question, value: &Value, today: NaiveDate) -> bool {
    let option = |id: &OptionId| asked.options().iter().any(|option| option.id == *id);
    let count = |rows: &[_], several| match rows.len() {
        0 => asked.may_be_empty,
        1 => true,
        _ => several,
    };
    match (value, &asked.kind) {
        (Value::Seen, Kind::Notice { .. }) => true,
        (_, Kind::Notice { .. }) => false,
        (Value::Unknown, _) => true,
        (Value::Refused, kind) => !matches!(kind, Kind::List { .. }),
        (Value::NotApplicable, _) => asked.allows_not_applicable,
        (Value::Yes | Value::No, Kind::YesNo { .. }) => true,
        (Value::Choice(id), Kind::Choice { .. } | Kind::Judgement { .. }) => option(id),
        (Value::Choices(ids), Kind::Choices { .. }) => ids.iter().all(option),
        (Value::Number(number), Kind::Scale { from, to, .. }) => number
            .as_whole()
            .is_some_and(|whole| (*from..=*to).contains(&whole)),
        (Value::Number(number), Kind::Number { from, to, step, .. }) => {
            from.is_none_or(|from| from <= *number)
                && to.is_none_or(|to| *number <= to)
                && number.is_multiple_of(*step)
        }
        (Value::Date(day), Kind::Date { not_after_today }) => !not_after_today || *day <= today,
        (Value::Text(text), Kind::Text { .. }) => asked.may_be_empty || !text.is_empty(),
        (Value::Rows(rows), Kind::Person { several } | Kind::Row { several, .. }) => {
            count(rows, *several)
        }
        (Value::Rows(rows), Kind::Ranking { .. }) => count(rows, true),
        _ => false,
    }
}
