//! The engine: what to ask next, what follows from the answers, and why. Pure and total: no file, no clock, no random,
//! no terminal; the day comes in, and every input gives a reply. Knows questionnaires and answers, and no case.
//!
//! The path of one answer: [`next()`] says what to ask · the answer is stored by its key · [`path()`] shows what now
//! belongs · [`outcomes`] computes every derived value with its bounds and reasons.

mod at;
mod branches;
mod compiled;
mod condition;
mod days;
mod derive;
mod domain;
mod due;
mod estimate;
mod exact;
mod extreme;
mod formula;
mod knowledge;
mod memo;
mod missing;
mod next;
mod path;
mod possibilities;
mod priority;
mod reason;
mod shift;
mod spread;
mod standing;
mod truth;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use compiled::Compiled;
pub use derive::{Bounds, Outcome, Outcomes, outcomes};
pub use due::{Due, Moment, State, Unknown, due};
pub use exact::Ways;
pub use missing::open_questions;
pub use next::{NextStep, Page, next, next_page_count, page_at};
pub use path::{Step, StepState, Visible, path};
pub use possibilities::{About, Alternatives, Possibilities};
pub use priority::{Clash, Ground, clashes};
pub use reason::Reason;
pub use shift::{Climb, Moved, Moves, Picture, Shift};
pub use spread::{Numbers, Spread};
pub use standing::{Among, Standing, Standings, standings};
pub use truth::Truth;

use branches::Branches;
use condition::Conditions;
use formula::Formulas;
use knowledge::{Mode, Rough};
use memo::Memory;

use crate::answer::{Answers, Key, RowId, Rows, Value};
use crate::questionnaire::{Condition, Input, QuestionIx, Questionnaire};

/// One assessment as it stands: a list, the answers so far, and the day it is made.
pub struct View<'a> {
    /// The checked list.
    pub list: &'a Questionnaire,
    /// The answers so far.
    pub answers: &'a Answers,
    /// The day of the assessment.
    pub today: NaiveDate,
    /// A question that may still turn out not to belong does, where it was answered.
    as_given: bool,
    /// Answers tried out in place of missing ones.
    supposed: BTreeMap<Key, Value>,
    memory: Memory,
}

impl<'a> View<'a> {
    /// Looks at these answers to this list on this day.
    pub fn new(list: &'a Questionnaire, answers: &'a Answers, today: NaiveDate) -> Self {
        Self::supposing(list, answers, today, BTreeMap::new())
    }

    fn supposing(
        list: &'a Questionnaire,
        answers: &'a Answers,
        today: NaiveDate,
        supposed: BTreeMap<Key, Value>,
    ) -> Self {
        Self {
            list,
            answers,
            today,
            as_given: false,
            supposed,
            memory: Memory::of(list),
        }
    }

    /// The same view, in which what was answered counts, also where it may still turn out not to have been asked for. For
    /// warnings: a sign of danger that somebody gave is said, whatever else is still unknown. Never for an outcome.
    #[must_use]
    pub fn as_given(&self) -> Self {
        Self {
            as_given: true,
            ..self.suppose(self.supposed.clone())
        }
    }

    /// What is known, with every missing answer apart from the others.
    fn rough(&self) -> Rough<'_> {
        Rough {
            view: self,
            mode: Mode::Bounds,
        }
    }

    fn holds(&self, condition: &Condition, row: Option<&RowId>, mode: Mode) -> Truth {
        Rough { view: self, mode }.holds(condition, row.into())
    }

    fn belongs(&self, question: QuestionIx, row: Option<&RowId>, mode: Mode) -> Truth {
        Rough { view: self, mode }.belongs(question, row)
    }

    /// The rows of a list; none where it does not belong. Complete when there can be no more or fewer.
    fn rows_that_count(&self, list: QuestionIx) -> Rows {
        let rows = self.rows(list);
        match self.belongs(list, None, Mode::Bounds) {
            Truth::No => Rows {
                ids: Vec::new(),
                complete: true,
            },
            Truth::Unknown if !rows.ids.is_empty() => Rows {
                complete: false,
                ..rows
            },
            _ => rows,
        }
    }

    /// The same view with these answers in place of missing ones.
    fn suppose(&self, supposed: BTreeMap<Key, Value>) -> View<'a> {
        Self::supposing(self.list, self.answers, self.today, supposed)
    }

    /// Whether a condition holds with what is known now; `row` is the row it speaks of.
    pub fn truth(&self, condition: &Condition, row: Option<&RowId>) -> Truth {
        self.holds(condition, row, Mode::Now)
    }

    /// Whether a condition on a row of this list holds with what is known now. Rows of other lists that name this row are
    /// understood.
    pub fn truth_of(&self, condition: &Condition, (list, row): (QuestionIx, &RowId)) -> Truth {
        let rough = Rough {
            view: self,
            mode: Mode::Now,
        };
        rough.holds(condition, at::At::default().within(list, row))
    }

    /// Whether a condition on a row of this list holds with what is known now, where that row stands within a row of
    /// another list.
    pub fn truth_within(
        &self,
        condition: &Condition,
        (list, row): (QuestionIx, &RowId),
        (outer, around): (QuestionIx, &RowId),
    ) -> Truth {
        let outside = at::At::default();
        let around = outside.within(outer, around);
        let rough = Rough {
            view: self,
            mode: Mode::Now,
        };
        rough.holds(condition, around.within(list, row))
    }

    /// Whether a condition holds in every completion of the missing answers, in none, or perhaps in some.
    pub fn in_the_end(&self, condition: &Condition, row: Option<&RowId>) -> Truth {
        self.holds(condition, row, Mode::Bounds)
    }

    /// The missing answers on which that still rests.
    pub fn rests_on(&self, condition: &Condition, row: Option<&RowId>) -> Vec<Key> {
        missing::of_condition(self, condition, row)
    }

    /// The numbers that an input of a formula can still be, and whether it may have none.
    pub fn numbers_of(&self, input: &Input) -> (Numbers, bool) {
        let spread = self.rough().input(input);
        (spread.numbers, spread.none)
    }

    /// Why the list gives no outcome here: yes with the reason, no, or not known yet.
    pub fn not_applicable(&self) -> (Truth, Option<&'a crate::questionnaire::NotApplicable>) {
        let mut open = None;
        for rule in &self.list.not_applicable {
            match self.holds(&rule.when, None, Mode::Bounds) {
                Truth::Yes => return (Truth::Yes, Some(rule)),
                Truth::Unknown => open = open.or(Some(rule)),
                Truth::No => {}
            }
        }
        match open {
            None => (Truth::No, None),
            Some(rule) => match Branches::with_new_rows(self).outside_for_sure() {
                Truth::No => (Truth::No, None),
                truth => (truth, Some(rule)),
            },
        }
    }
}
