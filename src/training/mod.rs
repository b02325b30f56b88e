//! Training: an invented case as its makers wrote it, what somebody answered to it, and the pack that comes with the
//! program. Reads and writes both, every fault at its place; asks nobody, draws nothing and never sees a real case.
//!
//! A training case is told in rounds and carries its makers' key. The key is read against the list that participants
//! answer, by the one interpreter: a value that the list does not know is no key. It is one defensible answer, never *the*
//! answer; nothing here counts how much of it somebody matched.

mod case;
mod forms;
mod key;
mod pack;
mod participant;
mod read;
mod remark;

pub use case::{Fact, Known, Person, Round, Sentence, Situation, TrainingCase};
pub use forms::{Forms, LIST, TERMS};
pub use key::MakersKey;
pub use pack::{PackedCase, packed};
pub use participant::{CaseRef, Head, Opened, Participant, is_participant, open, slug};
pub(crate) use read::{LEVELS, LONGEST_NAME};
pub use read::{is_training_case, read};
pub use remark::remarks;

/// The format that this program reads and writes.
pub(crate) const FORMAT: i64 = 1;
