//! Periods (*termijnen*): from which day one waits for what, and how long. When one is over, is for the engine.

use super::condition::Condition;
use super::name::{NumberRef, QuestionIx, Text};
use crate::problem::Place;

/// Where a period stands in [`super::Questionnaire::periods`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeriodIx(pub usize);

/// One period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Full id: `meldcode.hulp`, or without prefix for the list's own.
    pub id: String,
    /// What is waited for.
    pub title: Text,
    /// The same for a calendar that others can see: says nothing.
    pub silent: Text,
    /// What it is, and what not.
    pub help: Option<Text>,
    /// Where it starts.
    pub from: Start,
    /// The rows of this list have one each.
    pub rows: Option<QuestionIx>,
    /// The hour of the day at which it starts.
    pub at: Option<QuestionIx>,
    /// What is counted.
    pub unit: Unit,
    /// How many; nothing where nobody published how long it is.
    pub length: Option<NumberRef>,
    /// An end on a Saturday, Sunday or public holiday moves to the next working day.
    pub moves: bool,
    /// It counts the days between two days, and waits for nothing.
    pub span: Option<Span>,
    /// Only where this holds.
    pub when: Option<Condition>,
    /// Any of these: nothing more to wait for.
    pub done: Vec<Heard>,
    /// Whose it is.
    pub sort: PeriodSort,
    /// What it rests on.
    pub source: String,
    /// Where it stands.
    pub place: Place,
}

/// From which day the days are counted, and until which. Of several questions, and of rows, the first day counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day that answers one of these.
    pub from: Vec<QuestionIx>,
    /// The first day that answers one of these, from there on.
    pub until: Vec<QuestionIx>,
}

/// Where a period starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// On the day that answers this question.
    Answer(QuestionIx),
    /// Where another one ends, also when nothing is waited for there any more.
    EndOf(PeriodIx),
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Days that are no Saturday, Sunday or public holiday.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Months; past the end of a month is its last day.
    Months,
    /// Years.
    Years,
}

impl Unit {
    /// All of them, in the order of the author's guide.
    pub const ALL: [Self; 6] = [
        Self::Hours,
        Self::Days,
        Self::WorkingDays,
        Self::Weeks,
        Self::Months,
        Self::Years,
    ];

    /// The key that an author writes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hours => "uren",
            Self::Days => "dagen",
            Self::WorkingDays => "werkdagen",
            Self::Weeks => "weken",
            Self::Months => "maanden",
            Self::Years => "jaren",
        }
    }
}

/// What makes that nothing more is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// This question has an answer, and not an empty one.
    Answered(QuestionIx),
    /// This certainly holds.
    Holds(Condition),
}

/// Whose a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodSort {
    /// What people agreed themselves.
    Agreement,
    /// What may be expected of somebody else: a reminder, never a promise.
    Expectation,
    /// How long something is kept.
    Keeping,
    /// How many days lie between two days.
    Duration,
}

impl PeriodSort {
    /// All of them, in the order of the author's guide.
    pub const ALL: [Self; 4] = [
        Self::Agreement,
        Self::Expectation,
        Self::Keeping,
        Self::Duration,
    ];

    /// As an author writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreement => "afspraak",
            Self::Expectation => "verwachting",
            Self::Keeping => "bewaren",
            Self::Duration => "duur",
        }
    }
}

impl Period {
    /// Every condition in it, whole.
    pub fn conditions(&self) -> Vec<&Condition> {
        let done = self.done.iter().filter_map(|one| match one {
            Heard::Holds(condition) => Some(condition),
            Heard::Answered(_) => None,
        });
        self.when.iter().chain(done).collect()
    }
}
