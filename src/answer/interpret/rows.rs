//! Choosing from the rows of a list: people, situations, agreements. A row that this question does not offer is refused by
//! name.

use super::pick::{self, Item, many, one};
use super::{Manner, fold, named};
use crate::answer::row::{row_name, rows_of};
use crate::answer::{Answers, Refusal, RowId, Value, to_choose};
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};
use crate::text::nl;

/// The rows of a list as things to pick from.
pub fn row_items(list: &Questionnaire, of: QuestionIx, answers: &Answers) -> Vec<Item> {
    rows_of(list, of, answers)
        .iter()
        .map(|row| Item {
            id: row.0.clone(),
            name: row_name(list, of, row, answers),
        })
        .collect()
}

pub(super) fn pick(
    list: &Questionnaire,
    question: QuestionIx,
    text: &str,
    several: bool,
    manner: Manner,
    answers: &Answers,
) -> Result<Value, Refusal> {
    let say = &nl().refusal;
    let asked = list.question(question);
    let (rows, others) = to_choose(list, question, answers);
    let is_called = |row: &Item| fold(&row.name) == fold(text);
    if pick::is_none(text) && !rows.iter().chain(&others).any(is_called) {
        return if asked.may_be_empty {
            Ok(Value::Rows(Vec::new()))
        } else {
            Err(Refusal::new(say.none_not(), say.none_not_todo()))
        };
    }
    if rows.is_empty() && others.is_empty() {
        let todo = match asked.kind {
            Kind::Person { .. } => say.no_rows_persons_todo(),
            _ => say.no_rows_todo(),
        };
        return Err(Refusal::new(say.no_rows(), todo));
    }
    let picked = if several {
        many(text, &rows, manner, false)
    } else {
        one(text, &rows, manner).map(|at| vec![at])
    };
    let chosen = picked.map_err(|refusal| {
        let pieces = text.split([',', ';']).map(str::trim);
        let other = pieces
            .filter_map(|piece| find(piece, &others, manner))
            .next();
        match other {
            Some(row) => not_offered(list, question, row, &rows, answers, manner),
            None => refusal,
        }
    })?;
    let chosen = chosen.into_iter().map(|at| RowId(rows[at].id.clone()));
    Ok(Value::Rows(chosen.collect()))
}

/// The row that somebody means, by its id or, of a person who types, its name.
fn find<'i>(text: &str, rows: &'i [Item], manner: Manner) -> Option<&'i Item> {
    rows.iter()
        .find(|row| row.id == text || (manner == Manner::Typed && fold(&row.name) == fold(text)))
}

/// This row is there, and this question does not offer it: which answer of its own stands in the way, and who can be.
pub fn not_offered(
    list: &Questionnaire,
    question: QuestionIx,
    row: &Item,
    offered: &[Item],
    answers: &Answers,
    manner: Manner,
) -> Refusal {
    let say = &nl().refusal;
    // What is said of a file keeps to the ids: it may end up in a log.
    let called = |item: &Item| match manner {
        Manner::Typed => item.name.clone(),
        Manner::Written => item.id.clone(),
    };
    let only = list.question(question).only.as_ref();
    let why = only.and_then(|only| {
        let about = list.question(only.question);
        let given = answers.get(&about.id, Some(&RowId(row.id.clone())))?;
        let said = crate::answer::show(list, only.question, &given.value, answers);
        Some(say.not_offered(called(row), &about.text.nl, said))
    });
    let todo = match offered {
        [] => say.not_offered_nobody(),
        some => {
            let names: Vec<String> = some.iter().map(called).collect();
            say.not_offered_todo(named(names.iter().map(String::as_str)))
        }
    };
    Refusal::new(why.unwrap_or_else(|| say.no_option()), todo)
}
