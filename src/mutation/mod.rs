//! Small changes to a list, each a mistake that an author could make: a cut-off one step off, a condition turned over, two
//! rules swapped. Worked cases are tried against each: a change that no case notices could slip in unseen. Where no case
//! notices, it is looked for whether any answers could show it: with answers as an example, or proven that none can.
//! Everything happens in memory, on the checked model. Knows no files and says no sentences.

mod bench;
mod condition;
mod draw;
mod edit;
mod formula;
mod mutant;
mod number;
mod of_list;
mod period;
mod points;
mod ranking;
mod reduce;
mod setting;
mod trial;
mod twin;
mod witness;

pub use bench::fates;
pub use mutant::{Change, Mutant, Weighed};
pub use of_list::mutants;
pub use setting::of_settings;

use chrono::NaiveDate;

use crate::answer::Answers;

/// What came of one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A worked case comes out otherwise.
    Noticed,
    /// No worked case notices, and with these answers, on this day, something comes out otherwise.
    Missed(Answers, NaiveDate),
    /// No worked case notices, and no answers can: everything still comes out the same.
    Same,
    /// No worked case notices, and it is not known whether any answers can show it.
    Unknown,
}

/// How many changes came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Noticed by a worked case.
    pub noticed: usize,
    /// Not noticed, though answers can show it.
    pub missed: usize,
    /// Of no effect whatever is answered; not counted.
    pub same: usize,
    /// Not noticed, and not known whether it can be.
    pub unknown: usize,
}

impl Score {
    /// Adds what came of one change.
    pub fn add(&mut self, fate: &Fate) {
        match fate {
            Fate::Noticed => self.noticed += 1,
            Fate::Missed(..) => self.missed += 1,
            Fate::Same => self.same += 1,
            Fate::Unknown => self.unknown += 1,
        }
    }

    /// How many changes could be noticed, as far as is known.
    pub fn all(self) -> usize {
        self.noticed + self.missed + self.unknown
    }

    /// How many of these were noticed, in whole percents, rounded down.
    pub fn percent(self) -> usize {
        (self.noticed * 100).checked_div(self.all()).unwrap_or(100)
    }
}
