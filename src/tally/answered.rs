//! What was answered in one record. Free texts, dates and persons are counted as filled in, never by what they say.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::count::{Answered, Answers, plus};
use crate::answer::{self, Value, typed};
use crate::engine::View;
use crate::json::{Members, read_tree};
use crate::problem::Problem;
use crate::questionnaire::{Kind, Question, QuestionIx, Questionnaire};

/// A question for a number with at most so many answers is counted by answer.
const MOST_NUMBERS: i64 = 200;
/// Something was filled in. No option has brackets in its id.
const FILLED: &str = "(ingevuld)";
/// None of the choices; no rows.
pub(super) const NONE: &str = "(geen)";

/// The answers of a record as `batch` takes it: a line with `antwoorden`.
///
/// # Errors
/// What is wrong with it; nothing where it holds no answers.
pub fn answers_of(
    list: &Questionnaire,
    line: &str,
    today: NaiveDate,
) -> Result<answer::Answers, Vec<Problem>> {
    let Members(members) = serde_json::from_str(line).map_err(|_| Vec::new())?;
    let found = members.iter().find(|(name, _)| *name == "antwoorden");
    let (_, answers) = found.ok_or_else(Vec::new)?;
    let tree = read_tree(line, answers.get(), "/antwoorden").map_err(|one| vec![*one])?;
    answer::read(list, &tree, today)
}

/// Counts the answers of a record to which the list applies.
pub fn count_answers(
    to: &mut Answers,
    list: &Questionnaire,
    answers: &answer::Answers,
    today: NaiveDate,
) {
    let view = View::new(list, answers, today);
    plus(&mut to.records, 1);
    for at in list.question_indexes() {
        let question = list.question(at);
        if matches!(question.kind, Kind::Notice { .. }) {
            continue;
        }
        let id: &str = &question.id.0;
        if !to.vragen.contains_key(id) {
            to.vragen.insert(id.to_owned(), Answered::default());
        }
        if let Some(answered) = to.vragen.get_mut(id) {
            let in_rows = question.parent.is_some();
            answered.meer = in_rows || matches!(question.kind, Kind::Choices { .. });
            match question.parent {
                None => answered.count(&view, question, at),
                Some(rows_of) => answered.count_rows(&view, question, at, rows_of),
            }
        }
    }
}

/// How one answer is counted.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Under {
    Unknown,
    Refused,
    NotApplicable,
    Value(String),
}

impl Answered {
    fn count(&mut self, view: &View<'_>, question: &Question, at: QuestionIx) {
        if !view.visible(at, None).possible() {
            return plus(&mut self.niet_aan_de_orde, 1);
        }
        if let Some(answer) = view.answers.get(&question.id, None) {
            return under(question, &answer.value)
                .into_iter()
                .for_each(|one| self.under(one));
        }
        let rows = view.answers.rows(&question.id);
        match rows.filter(|rows| rows.complete || !rows.ids.is_empty()) {
            None => plus(&mut self.niet_gesteld, 1),
            Some(rows) if rows.ids.is_empty() => self.under(Under::Value(NONE.to_owned())),
            Some(_) => self.under(Under::Value(FILLED.to_owned())),
        }
    }

    /// A question in rows: the record counts once under every answer that stands in at least one of its rows.
    fn count_rows(
        &mut self,
        view: &View<'_>,
        question: &Question,
        at: QuestionIx,
        rows_of: QuestionIx,
    ) {
        if !view.visible(rows_of, None).possible() {
            return plus(&mut self.niet_aan_de_orde, 1);
        }
        let rows = view.answers.rows(&view.list.question(rows_of).id);
        let rows = rows.iter().flat_map(|rows| &rows.ids);
        let found: BTreeSet<Under> = rows
            .filter(|row| view.visible(at, Some(row)).possible())
            .filter_map(|row| view.answers.get(&question.id, Some(row)))
            .flat_map(|answer| under(question, &answer.value))
            .collect();
        if found.is_empty() {
            return plus(&mut self.niet_gesteld, 1);
        }
        found.into_iter().for_each(|one| self.under(one));
    }

    fn under(&mut self, one: Under) {
        let count = match one {
            Under::Unknown => &mut self.onbekend,
            Under::Refused => &mut self.geweigerd,
            Under::NotApplicable => &mut self.nvt,
            Under::Value(word) => self.waarden.entry(word).or_default(),
        };
        plus(count, 1);
    }
}

/// Under what a value is counted; of several choices under each.
fn under(question: &Question, value: &Value) -> Vec<Under> {
    let word = |word: String| vec![Under::Value(word)];
    match value {
        Value::Unknown => vec![Under::Unknown],
        Value::Refused => vec![Under::Refused],
        Value::NotApplicable => vec![Under::NotApplicable],
        Value::Choices(chosen) if chosen.is_empty() => word(NONE.to_owned()),
        Value::Choices(chosen) => {
            let each = chosen.iter().map(|one| Under::Value(one.to_string()));
            each.collect()
        }
        Value::Yes | Value::No | Value::Choice(_) => word(typed(value)),
        Value::Number(_) if few(&question.kind) => word(typed(value)),
        _ => word(FILLED.to_owned()),
    }
}

/// Whether a question for a number has few enough answers to count each.
fn few(kind: &Kind) -> bool {
    match kind {
        Kind::Scale { from, to, .. } => to.saturating_sub(*from) < MOST_NUMBERS,
        Kind::Number {
            from: Some(from),
            to: Some(to),
            step,
            ..
        } => match (from.as_whole(), to.as_whole(), step.as_whole()) {
            (Some(from), Some(to), Some(step)) if step > 0 => {
                to.saturating_sub(from) / step < MOST_NUMBERS
            }
            _ => false,
        },
        _ => false,
    }
}
