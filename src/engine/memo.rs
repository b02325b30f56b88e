//! What was worked out already in one view: each derived value once, and once for each question whether it belongs.
//! Without it a list in which questions build on each other would take twice as long with every question.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::knowledge::Mode;
use super::spread::Spread;
use super::truth::Truth;
use crate::answer::RowId;
use crate::questionnaire::{DerivedIx, QuestionIx, Questionnaire};

/// What is known so far of a derived value.
#[derive(Clone)]
pub(super) enum Memo<T> {
    /// Nothing.
    Empty,
    /// It is being worked out.
    Busy,
    /// All.
    Done(T),
}

/// What is known so far of whether a question belongs, for each mode.
type InModes = [Option<Truth>; 2];

pub(super) struct Memory {
    derived: RefCell<Vec<Memo<Spread>>>,
    /// Per row (none: outside rows), per question.
    belongs: RefCell<BTreeMap<Option<RowId>, Vec<InModes>>>,
    questions: usize,
}

impl Memory {
    pub(super) fn of(list: &Questionnaire) -> Self {
        Self {
            derived: RefCell::new(vec![Memo::Empty; list.derived.len()]),
            belongs: RefCell::new(BTreeMap::new()),
            questions: list.questions.len(),
        }
    }

    pub(super) fn derived(&self, at: DerivedIx) -> Memo<Spread> {
        self.derived
            .borrow()
            .get(at.0)
            .cloned()
            .unwrap_or(Memo::Busy)
    }

    /// Whether it is worked out and one value is all that is possible; without copying it.
    pub(super) fn is_fixed(&self, at: DerivedIx) -> Option<bool> {
        match self.derived.borrow().get(at.0) {
            Some(Memo::Done(spread)) => Some(spread.is_fixed()),
            _ => None,
        }
    }

    pub(super) fn set_derived(&self, at: DerivedIx, memo: Memo<Spread>) {
        if let Some(place) = self.derived.borrow_mut().get_mut(at.0) {
            *place = memo;
        }
    }

    pub(super) fn belongs(
        &self,
        question: QuestionIx,
        row: Option<&RowId>,
        mode: Mode,
    ) -> Option<Truth> {
        let belongs = self.belongs.borrow();
        let known = match row {
            None => belongs.get(&None),
            Some(row) => belongs.get(&Some(row.clone())),
        };
        known?.get(question.0)?[mode as usize]
    }

    pub(super) fn set_belongs(
        &self,
        question: QuestionIx,
        row: Option<&RowId>,
        mode: Mode,
        truth: Truth,
    ) {
        let mut belongs = self.belongs.borrow_mut();
        let known = belongs
            .entry(row.cloned())
            .or_insert_with(|| vec![[None; 2]; self.questions]);
        if let Some(place) = known.get_mut(question.0) {
            place[mode as usize] = Some(truth);
        }
    }
}
