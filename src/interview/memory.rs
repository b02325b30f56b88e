//! A keeper that forgets when the program ends: for the demo, for practice and for tests.

use std::collections::BTreeMap;

use super::seam::{Keeper, letter};
use crate::answer::{Answers, Change, RowId, next_row_id, rows_of};
use crate::case::{Event, Fault};
use crate::questionnaire::{QuestionId, QuestionIx, Questionnaire};

/// Answers in memory, with what happened to them.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    answers: Answers,
    /// Every change, in order.
    pub changes: Vec<Change>,
    /// Everything else that happened, in order.
    pub events: Vec<Event>,
    given: BTreeMap<QuestionId, Vec<RowId>>,
}

impl Memory {
    /// Starts from these answers.
    pub fn new(answers: Answers) -> Self {
        Self {
            answers,
            ..Self::default()
        }
    }
}

impl Keeper for Memory {
    fn answers(&self) -> &Answers {
        &self.answers
    }

    fn keep(&mut self, change: Change) -> Result<(), Fault> {
        if let Change::AddRow { list, row } = &change {
            let given = self.given.entry(list.clone()).or_default();
            given.push(row.clone());
        }
        self.answers.apply(&change);
        self.changes.push(change);
        Ok(())
    }

    fn log(&mut self, event: Event) -> Result<(), Fault> {
        self.events.push(event);
        Ok(())
    }

    fn next_row(&self, list: &Questionnaire, of: QuestionIx) -> RowId {
        let gone = self.given.get(&list.question(of).id);
        let there = rows_of(list, of, &self.answers);
        next_row_id(
            letter(list, of),
            there.iter().chain(gone.into_iter().flatten()),
        )
    }
}
