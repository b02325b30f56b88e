//! The plan as it was sent, for each copy: a copy that nobody touched is one, and so is what the sender has.

use std::collections::BTreeMap;

use super::Refused;
use crate::plan::Plan;
use crate::plan::file::{Read, fingerprint};

/// The plans as they were sent, by number.
pub(super) struct Originals<'a>(BTreeMap<u32, Original<'a>>);

struct Original<'a> {
    print: Option<String>,
    plan: &'a Plan,
}

impl<'a> Originals<'a> {
    /// Gathers them; what the sender has goes first.
    pub fn of(copies: &'a [Read], sent: &'a [Plan]) -> Result<Self, Refused> {
        let mut found = BTreeMap::new();
        for plan in sent {
            let print = fingerprint(plan).ok();
            found.insert(plan.head.number, Original { print, plan });
        }
        for (copy, read) in copies.iter().enumerate().filter(|(_, read)| !read.edited) {
            let print = read.print.clone();
            let plan = &read.plan;
            let known = found
                .entry(plan.head.number)
                .or_insert_with(|| Original { print, plan });
            if known.print != read.print {
                return Err(Refused::OtherPlan { copy });
            }
        }
        Ok(Self(found))
    }

    /// That of this copy.
    pub fn find(&self, copy: usize, read: &Read) -> Result<&'a Plan, Refused> {
        if read.print.is_none() {
            return Err(Refused::NoPrint { copy });
        }
        let number = read.plan.head.number;
        match self.0.get(&number) {
            None => Err(Refused::NoOriginal { copy }),
            Some(original) if original.print == read.print => Ok(original.plan),
            Some(_) => Err(Refused::OtherPlan { copy }),
        }
    }
}
