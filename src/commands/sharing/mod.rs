//! What is asked whenever something leaves the house, whichever command makes it: who gets it, what for, and why it may.
//! `ask` asks it there and then, `file` takes it from a file that is filled in, `said` knows what is enough, `weighed` what
//! was weighed in the case, `leak` looks at what is finished.

mod ask;
mod file;
mod leak;
mod said;
mod weighed;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;

use crate::case::{Event, Ground, Record, Shared, Weighed, What};
use crate::error::Result;
use crate::questionnaire::paper::Outside;
use crate::questionnaire::reader::Ask;
use crate::reader::{Answered, Wording};
use crate::trace::Guarded;
use crate::world::World;

pub(super) use ask::otherwise;
pub(super) use leak::{Finished, kinds};
pub(super) use weighed::weighed;

/// What is asked of one thing that leaves.
pub(super) struct Questions<'a> {
    /// Which grounds there are for this reader.
    pub outside: Outside,
    /// What its profile asks first.
    pub asks: &'a [Ask],
    /// The protected values that may be released, one by one.
    pub offers: Vec<Offer>,
    /// Its texts can be worded otherwise for this reader.
    pub rewords: bool,
    /// What was weighed in the case, the latest first.
    pub weighed: Vec<Earlier>,
}

/// A protected value.
pub(super) struct Offer {
    /// Its row.
    pub row: String,
    /// What it is.
    pub kind: Guarded,
    /// Whose, in words.
    pub whose: String,
}

/// The five points as they were weighed in the case itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Earlier {
    /// With whom.
    pub with: String,
    /// The last day on which something of it was answered.
    pub on: NaiveDate,
    /// The points.
    pub points: Weighed,
}

/// What was said.
pub(super) struct Given {
    pub recipient: String,
    pub purpose: String,
    pub ground: Ground,
    /// What the profile asks first.
    pub before: Answered,
    /// The protected values that may go along.
    pub released: Vec<String>,
    /// Other words for this reader.
    pub wording: Wording,
}

impl Given {
    /// The line of it in the log: of this paper or profile, as a document for people of which nothing comes back.
    pub fn shared(&self, on: NaiveDate, profile: &str, number: u32, form: &str) -> Shared {
        Shared {
            on,
            profile: profile.to_owned(),
            whom: Vec::new(),
            number,
            recipient: self.recipient.clone(),
            purpose: self.purpose.clone(),
            ground: self.ground.clone(),
            form: form.to_owned(),
            print: None,
            sealed_for: Vec::new(),
            released: Vec::new(),
            reworded: Vec::new(),
            rows: BTreeMap::new(),
        }
    }
}

/// Who gets it, what for and why it may; none where a file to fill in was made.
pub(super) fn given(
    world: &mut World,
    from: Option<&Path>,
    questions: &Questions<'_>,
) -> Result<Option<Given>> {
    match from {
        Some(from) => file::read_or_begin(world, from, questions),
        None => ask::all(world, questions).map(Some),
    }
}

/// Every sharing of a case, the oldest first.
pub(super) fn sharings(record: &Record) -> impl Iterator<Item = &Shared> {
    record.entries.iter().filter_map(|entry| match &entry.what {
        What::Event(Event::Shared(shared)) => Some(&**shared),
        _ => None,
    })
}

/// Which version this is of what `same` says is the same: one more than were made.
pub(super) fn next(record: &Record, same: impl Fn(&Shared) -> bool) -> u32 {
    let before = sharings(record).filter(|one| same(one)).count();
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

/// A day as somebody types it, not after today.
fn typed_day(world: &World, typed: &str) -> Option<NaiveDate> {
    let found = super::day::day(typed.trim()).ok()?;
    (found <= world.today).then_some(found)
}
