//! Worked cases: answers with what must follow from them, beside each list. Reads them and runs
//! them on the engine. Knows no files; bytes come in from outside.

mod actual;
mod draft;
mod expect;
mod form;
mod period;
mod ranked;
mod read;
mod reading;
mod run;

pub use draft::{Draft, Filled, fill, fill_with, waiting};
pub(crate) use form::{AMONG, CASE, EXPECTATION};
pub use period::Awaited;
pub use ranked::Ranked;
pub use read::{read, read_with};
pub use reading::{Readings, readings};
pub use run::run;

use read::read_tolerant;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::answer::Answers;
use crate::problem::Place;
use crate::questionnaire::{DerivedIx, Number, OptionId, QuestionIx, Questionnaire};

/// Answers, and what must follow from them.
#[derive(Clone, Debug)]
pub struct WorkedCase {
    /// The sentence that says what follows and why.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// The day of the assessment.
    pub today: NaiveDate,
    /// The list as it reads with the settings of this case, where it has settings of its own. What it expects is about
    /// that reading.
    pub reading: Option<Arc<Questionnaire>>,
    /// The answers.
    pub answers: Answers,
    /// What must come out.
    pub expected: Vec<Expected>,
    /// What must stand in the reasons of a derived value.
    pub reasons: Vec<(DerivedIx, At<Reasoned>)>,
    /// Questions that must belong.
    pub asked: Vec<At<QuestionIx>>,
    /// Questions that must not belong.
    pub hidden: Vec<At<QuestionIx>>,
    /// Where the rows of a ranking must stand.
    pub ranked: Vec<Ranked>,
    /// When periods must be over.
    pub periods: Vec<Awaited>,
    /// Whether the list must give no outcome here.
    pub not_applicable: Option<At<bool>>,
}

impl WorkedCase {
    /// The list that this case is about: with its own settings, or as it stands.
    pub fn list<'a>(&'a self, list: &'a Questionnaire) -> &'a Questionnaire {
        self.reading.as_deref().unwrap_or(list)
    }
}

/// Something with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// What.
    pub what: T,
    /// Where.
    pub place: Place,
}

/// What a reason may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reasoned {
    /// A question (of any row, for a question of a row).
    Question(QuestionIx),
    /// A derived value.
    Derived(DerivedIx),
}

/// A value that can come out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Got {
    /// There is no value.
    None,
    /// A number.
    Number(Number),
    /// A level.
    Level(OptionId),
}

/// What must come out for one derived value.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Which.
    pub derived: DerivedIx,
    /// The value; `open` where it must not be fixed.
    pub is: Option<At<Is>>,
    /// Whether it must be fixed.
    pub fixed: Option<At<bool>>,
    /// All values that must still be possible, and no other.
    pub possible: Option<At<BTreeSet<Got>>>,
    /// The lowest number that must be possible.
    pub from: Option<At<Number>>,
    /// The highest number that must be possible.
    pub to: Option<At<Number>>,
    /// The estimate that must be shown; `None` in it: no estimate.
    pub estimate: Option<At<Got>>,
}

/// What `is` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Is {
    /// Not fixed yet.
    Open,
    /// Fixed, with this value.
    Fixed(Got),
}
