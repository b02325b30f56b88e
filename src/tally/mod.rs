//! Counts over many records: which levels came out, what was answered, how often there was an earlier report. Pure: lines
//! come in, counts come out; knows no file and no terminal.
//!
//! [`Tally`] is exact, and at the same time the file in which counts travel between machines: it holds nothing but sums, so
//! that [`Tally::merge`] gives the same whichever way a run was cut and in whatever order the parts come back. What is kept
//! apart stays apart: another list, another version, another content, another definition of a repeated report.
//!
//! No pseudonym ever stands in it. Repeated reports are counted from what a [`Reports`] has seen of each pseudonym, which
//! lives in memory only; counts of two parts can be added only where all records of a pseudonym were in one part, and only
//! the caller can know that (see [`Overlap`]).
//!
//! [`publish()`] makes of exact counts what may be published. Its module says what is protected and what is not.

mod answered;
mod count;
mod line;
mod link;
mod part;
mod protect;
mod publication;
mod publish;
mod report;

pub use answered::{answers_of, count_answers};
pub use count::{
    Answered, Answers, Earlier, Faults, ListCounts, Origin, Outcome, Overlap, RepeatCounts, Tally,
    Unique, Unreadable, Year,
};
pub use line::{Assessed, Line, Stated};
pub use link::rests_on;
pub use part::{Part, Seen};
pub use protect::{LEAST, MOST_SHIELDS, ROUNDED_TO, Shield, Shown, THRESHOLD, protect, rounded};
pub use publication::{
    Publication, PublishedCell, PublishedList, PublishedRepeats, PublishedTable, PublishedYear,
};
pub use publish::{Wanted, levels, options, ordered, publish};
pub use report::{Period, Report, Reports, Rule};
