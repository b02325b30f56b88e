//! Conditions: small and structured, with every name resolved.

use chrono::NaiveDate;

use super::name::{DerivedIx, NumberRef, OptionId, QuestionIx};

/// A condition: yes, no or unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Known when the list was checked, from its settings.
    Always(bool),
    /// About the answer to a question (of this row, for a question of a row).
    Answer {
        /// The question.
        question: QuestionIx,
        /// What must hold of its answer.
        test: Test,
    },
    /// About a derived value.
    Derived {
        /// The derived value.
        derived: DerivedIx,
        /// What must hold of it.
        test: Test,
    },
    /// All hold; holds when empty.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// Does not hold.
    Not(Box<Condition>),
    /// At least this many of them hold.
    AtLeast(NumberRef, Vec<Condition>),
    /// The number of rows (for which the condition holds) compares so.
    Rows {
        /// The list.
        list: QuestionIx,
        /// Which rows count; absent: all.
        holds: Option<Box<Condition>>,
        /// What their number must be.
        compare: Compare,
    },
    /// Holds for every row.
    EveryRow {
        /// The list.
        list: QuestionIx,
        /// What must hold.
        holds: Box<Condition>,
    },
    /// Holds for at least one of the rows that a question names: the persons that a row is about.
    Named {
        /// The question that names them: of this row, of a row around it, or outside rows.
        by: QuestionIx,
        /// The list that they are rows of.
        list: QuestionIx,
        /// What must hold of one of them.
        holds: Box<Condition>,
    },
    /// Possibly holds, with what is known now. Only in routing.
    May(Box<Condition>),
    /// Certainly holds, with what is known now. Only in routing.
    Sure(Box<Condition>),
}

/// What must hold of an answer or value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Is one of these: `ja`, `nee`, `nvt`, an option or a level.
    Is(Vec<OptionId>),
    /// Has chosen at least one of these options, persons or rows.
    Contains(Vec<OptionId>),
    /// Compares with a number.
    Compare(Compare),
    /// Lies before (exclusive) this day.
    Before(Day),
    /// Lies after (exclusive) this day.
    After(Day),
    /// Has the same answer as this question; of persons and rows: one in common.
    SameAs(QuestionIx),
    /// Names the row of this list that the condition speaks of.
    Names(QuestionIx),
}

impl Test {
    /// The other question that this looks at: the one compared with, or the list whose row must be named.
    pub fn other(&self) -> Option<QuestionIx> {
        match self {
            Self::SameAs(other) | Self::Names(other) => Some(*other),
            _ => None,
        }
    }
}

/// A comparison with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compare {
    /// How.
    pub op: Op,
    /// With what.
    pub to: NumberRef,
}

/// How two numbers compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// ≥
    AtLeast,
    /// ≤
    AtMost,
    /// >
    MoreThan,
    /// <
    LessThan,
    /// =
    Equal,
}

/// A day in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// A date.
    On(NaiveDate),
    /// The day of the assessment, and so many days later (or earlier).
    Today(i64),
}
