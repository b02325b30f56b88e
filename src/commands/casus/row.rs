//! The next row of a case.

use crate::answer::{RowId, next_row_id, rows_of};
use crate::case::Case;
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};

/// The id of a new row in a case: never one that was there before.
pub fn next_row(case: &Case, list: &Questionnaire, of: QuestionIx) -> RowId {
    let asked = list.question(of);
    let letter = match asked.kind {
        Kind::List { letter, .. } => letter,
        _ => 'r',
    };
    let there = rows_of(list, of, case.answers());
    next_row_id(letter, there.iter().chain(case.rows_ever(&asked.id)))
}
