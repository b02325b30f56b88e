//! What somebody says back about a plan: one statement at a time, each with who says it, on which day, and about which
//! version. A statement never changes the plan, and none takes the place of another.

use chrono::NaiveDate;

use super::{Choice, Id, Said, words};

/// One thing that one person says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    /// On which day; none where that was not said.
    pub on: Option<NaiveDate>,
    /// Who: the id of a person in the plan, or a role in words.
    pub who: String,
    /// About which version of the plan.
    pub number: u32,
    /// What.
    pub says: Says,
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// How an agreement goes.
    Agreement {
        /// Which.
        at: Id,
        /// Whether it works out; none where only a remark was made.
        goes: Option<Goes>,
        /// The remark.
        remark: Option<String>,
    },
    /// Whether a condition is met.
    Condition {
        /// Which.
        at: Id,
        /// The option of the list.
        met: Said<Choice>,
        /// The remark.
        remark: Option<String>,
    },
    /// Something new that was seen, heard or told.
    Fact {
        /// What.
        what: String,
        /// From whom it is known.
        source: String,
        /// On which day it was; none where that is not known.
        on: Option<NaiveDate>,
    },
    /// A remark about the whole.
    Remark(String),
    /// A change in the text of the plan itself.
    Edit {
        /// Where: keys and ids with points between them.
        place: String,
        /// What stood there.
        was: Option<String>,
        /// What stands there now.
        now: Option<String>,
    },
}

words! {
    /// Whether an agreement works out.
    Goes {
        /// It does.
        Yes => "ja",
        /// Sometimes, or in part.
        Partly => "deels",
        /// It does not.
        No => "nee",
        /// Whoever answers does not know. Never the same as no.
        Unknown => "onbekend",
    }
}
