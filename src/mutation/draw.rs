//! Answers by lot, the same on every run.

use std::collections::BTreeSet;

use crate::answer::{Answers, Key, RowId, Rows, Value, can_be_chosen};
use crate::engine::View;
use crate::questionnaire::check::Thing;
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};

/// A lot: each draw follows from the one before.
pub(super) struct Lot(u64);

impl Lot {
    pub(super) const fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    /// A number below `count`.
    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let high = usize::try_from(self.0 >> 33).unwrap_or(0);
        high % count.max(1)
    }

    fn one_in(&mut self, count: usize) -> bool {
        count > 0 && self.below(count) == 0
    }
}

/// Answers drawn by lot to all questions that matter, with fewer than so many rows in each list; one in `unknown` is left
/// out (none where that is 0).
pub(super) fn complete(
    view: &View<'_>,
    matters: &BTreeSet<Thing>,
    lot: &mut Lot,
    (rows, unknown): (usize, usize),
) -> Answers {
    let list = view.list;
    let mut answers = view.answers.clone();
    let all = || {
        let each = list.question_indexes();
        each.filter(|at| matters.contains(&Thing::Question(*at)))
    };
    for at in all() {
        let question = list.question(at);
        if matches!(question.kind, Kind::List { .. })
            && answers.rows(&question.id).is_none()
            && !lot.one_in(unknown)
        {
            let ids = (0..lot.below(rows)).map(|row| RowId(format!("rij{}", row + 1)));
            let drawn = Rows {
                ids: ids.collect(),
                complete: true,
            };
            answers.set_rows(question.id.clone(), drawn);
        }
    }
    for at in all() {
        let question = list.question(at);
        let in_rows: Vec<Option<RowId>> = match question.parent {
            None => vec![None],
            Some(parent) => rows_of(list, &answers, parent)
                .into_iter()
                .map(Some)
                .collect(),
        };
        for row in in_rows {
            if answers.get(&question.id, row.as_ref()).is_some() || lot.one_in(unknown) {
                continue;
            }
            if let Some(value) = value(view, &answers, at, lot) {
                let key = Key {
                    question: question.id.clone(),
                    row,
                };
                answers.set(key, value.into());
            }
        }
    }
    answers
}

fn rows_of(list: &Questionnaire, answers: &Answers, of: QuestionIx) -> Vec<RowId> {
    let rows = answers.rows(&list.question(of).id);
    rows.map_or_else(Vec::new, |rows| rows.ids.clone())
}

fn value(view: &View<'_>, answers: &Answers, at: QuestionIx, lot: &mut Lot) -> Option<Value> {
    let list = view.list;
    let some = |from: Option<QuestionIx>, lot: &mut Lot| {
        let mut rows = from.map_or_else(Vec::new, |of| rows_of(list, answers, of));
        rows.retain(|row| can_be_chosen(list, at, row, answers));
        let at = lot.below(rows.len());
        rows.get(at).map(|row| Value::Rows(vec![row.clone()]))
    };
    match &list.question(at).kind {
        Kind::Notice { .. } | Kind::List { .. } => None,
        Kind::Person { .. } => some(list.persons, lot),
        Kind::Row { list: of, .. } | Kind::Ranking { list: of, .. } => some(Some(*of), lot),
        _ => {
            let values = view.answers_to_try(at)?;
            let at = lot.below(values.len());
            values.get(at).cloned()
        }
    }
}
