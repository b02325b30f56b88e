//! Copies of a plan that came back, laid together. The text is that of the latest version as it was sent; what people say
//! stands beside it, whole: nothing takes the place of anything, and the order in which copies come makes no difference.
//!
//! `original` finds the plan as it was sent · `edit` says what somebody changed in its text · `clash` finds what people
//! say differently.

mod clash;
mod edit;
mod original;

pub use clash::{About, Clash, clashes};

use std::collections::BTreeSet;

use super::file::Read;
use super::{Audience, Plan, Statement};
use original::Originals;

/// Copies laid together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The latest version, as it was sent.
    pub plan: Plan,
    /// What was said back, of any version.
    pub said: BTreeSet<Statement>,
    /// Which older versions a copy answered.
    pub older: BTreeSet<u32>,
}

/// Why copies cannot be laid together. `copy` is which one, from nought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is none.
    Nothing,
    /// They were made for different readers: the same number means something else in each.
    OtherReader {
        /// Which.
        copy: usize,
    },
    /// They are of different cases.
    OtherCase {
        /// Which.
        copy: usize,
    },
    /// They have the same number and were not the same plan.
    OtherPlan {
        /// Which.
        copy: usize,
    },
    /// Its fingerprint is gone, so that nobody can tell which plan it was.
    NoPrint {
        /// Which.
        copy: usize,
    },
    /// Its text was changed, and the plan as it was sent is not there to see what.
    NoOriginal {
        /// Which.
        copy: usize,
    },
    /// It answers another version for a reader whose numbers are counted anew in each.
    OtherVersion {
        /// Which.
        copy: usize,
    },
}

/// Lays copies together. `sent` are the plans that are known to have been sent, by who sent them.
///
/// # Errors
/// The first copy that cannot be taken; then nothing was done.
pub fn merge(copies: &[Read], sent: &[Plan]) -> Result<Merged, Refused> {
    let first = copies.first().ok_or(Refused::Nothing)?;
    let head = &first.plan.head;
    for (copy, read) in copies.iter().enumerate() {
        let other = &read.plan.head;
        if other.audience != head.audience {
            return Err(Refused::OtherReader { copy });
        }
        let labels = (head.label.text(), other.label.text());
        if let (Some(one), Some(two)) = labels
            && one != two
        {
            return Err(Refused::OtherCase { copy });
        }
        if head.audience != Audience::Team && other.number != head.number {
            return Err(Refused::OtherVersion { copy });
        }
    }
    let originals = Originals::of(copies, sent)?;
    let mut said = BTreeSet::new();
    let mut latest: Option<&Plan> = None;
    for (copy, read) in copies.iter().enumerate() {
        let original = originals.find(copy, read)?;
        said.extend(read.said.iter().cloned());
        if read.edited {
            said.extend(edit::edits(read, original));
        }
        if latest.is_none_or(|plan| plan.head.number < original.head.number) {
            latest = Some(original);
        }
    }
    let plan = latest.ok_or(Refused::Nothing)?.clone();
    let numbers = copies.iter().map(|read| read.plan.head.number);
    let numbers = numbers.chain(said.iter().map(|one| one.number));
    let older = numbers.filter(|number| *number < plan.head.number);
    Ok(Merged {
        older: older.collect(),
        plan,
        said,
    })
}
