//! What was answered in one record. Free texts, dates and persons are counted as filled in, never by what they say.

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
const NONE: &str = "(geen)";

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
        if question.parent.is_some() || matches!(question.kind, Kind::Notice { .. }) {
            continue;
        }
        let id: &str = &question.id.0;
        if !to.vragen.contains_key(id) {
            to.vragen.insert(id.to_owned(), Answered::default());
        }
        if let Some(answered) = to.vragen.get_mut(id) {
            answered.meer = matches!(question.kind, Kind::Choices { .. });
            answered.count(&view, question, at);
        }
    }
}

impl Answered {
    fn count(&mut self, view: &View<'_>, question: &Question, at: QuestionIx) {
        if !view.visible(at, None).possible() {
            return plus(&mut self.niet_aan_de_orde, 1);
        }
        let Some(answer) = view.answers.get(&question.id, None) else {
            let rows = view.answers.rows(&question.id);
            let Some(rows) = rows.filter(|rows| rows.complete || !rows.ids.is_empty()) else {
                return plus(&mut self.niet_gesteld, 1);
            };
            let word = if rows.ids.is_empty() { NONE } else { FILLED };
            return self.value(word);
        };
        match &answer.value {
            Value::Unknown => plus(&mut self.onbekend, 1),
            Value::Refused => plus(&mut self.geweigerd, 1),
            Value::NotApplicable => plus(&mut self.nvt, 1),
            Value::Choices(chosen) if chosen.is_empty() => self.value(NONE),
            Value::Choices(chosen) => chosen.iter().for_each(|one| self.value(&one.0)),
            value @ (Value::Yes | Value::No | Value::Choice(_)) => self.value(&typed(value)),
            value @ Value::Number(_) if few(&question.kind) => self.value(&typed(value)),
            _ => self.value(FILLED),
        }
    }

    fn value(&mut self, word: &str) {
        plus(self.waarden.entry(word.to_owned()).or_default(), 1);
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
