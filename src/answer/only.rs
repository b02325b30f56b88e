//! Which rows of a list can be chosen as answer to a question: all, or only those that `alleen` lets through.

use super::interpret::{Item, as_option, row_items};
use super::{Answers, RowId, Value};
use crate::questionnaire::{Kind, Only, QuestionIx, Questionnaire};

impl Only {
    /// Whether a row with this answer can be chosen; nothing where that is not known yet.
    pub fn lets(&self, answer: Option<&Value>) -> Option<bool> {
        let answer = answer.filter(|value| value.is_known())?;
        Some(as_option(answer).is_some_and(|answer| self.answers.contains(&answer)))
    }
}

/// The list from whose rows a question chooses.
pub fn chosen_from(list: &Questionnaire, question: QuestionIx) -> Option<QuestionIx> {
    match &list.question(question).kind {
        Kind::Person { .. } => list.persons,
        Kind::Row { list: of, .. } | Kind::Ranking { list: of, .. } => Some(*of),
        _ => None,
    }
}

/// Whether this row can be chosen. Of whom that is not known yet, may be.
pub fn can_be_chosen(
    list: &Questionnaire,
    question: QuestionIx,
    row: &RowId,
    answers: &Answers,
) -> bool {
    let Some(only) = &list.question(question).only else {
        return true;
    };
    let given = answers.get(&list.question(only.question).id, Some(row));
    only.lets(given.map(|answer| &answer.value)) != Some(false)
}

/// The rows that can be chosen as answer to this question, as things to pick from; and those that cannot.
pub fn to_choose(
    list: &Questionnaire,
    question: QuestionIx,
    answers: &Answers,
) -> (Vec<Item>, Vec<Item>) {
    let rows = chosen_from(list, question).map(|of| row_items(list, of, answers));
    let can = |item: &Item| can_be_chosen(list, question, &RowId(item.id.clone()), answers);
    rows.unwrap_or_default().into_iter().partition(can)
}
