//! A version for a reader that came back: what was said in the reader's own numbers, told in those of the case. The log of
//! the case knows which of its sharings it was, and which row each number is.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::gather::refusal;
use crate::case::{CaseId, Event, Record, Shared, What};
use crate::commands::casus;
use crate::error::{Error, Result};
use crate::plan::file::{AGREEMENTS, CONDITIONS, OF_SITUATIONS, PEOPLE, Read, SITUATIONS};
use crate::plan::merge::{Refused, merge};
use crate::plan::{Audience, Says, Statement};
use crate::text::nl;

/// What was said in the copies that are of a reader's version.
pub(super) fn said(
    record: &Record,
    id: &CaseId,
    files: &[PathBuf],
    copies: &[Read],
) -> Result<BTreeSet<Statement>> {
    let mut all = BTreeSet::new();
    for (at, copy) in copies.iter().enumerate() {
        if copy.plan.head.audience == Audience::Team {
            continue;
        }
        let text = &nl().gather;
        let file = files[at].display();
        let (number, shared) = sharing(record, copy).ok_or_else(|| {
            Error::attention(text.not_this_case(&file, id), text.not_this_case_todo())
        })?;
        // A copy with the same fingerprint that nobody touched says how it was sent.
        let same: Vec<usize> = (0..copies.len())
            .filter(|other| copies[*other].print == copy.print)
            .collect();
        let group: Vec<Read> = same.iter().map(|other| copies[*other].clone()).collect();
        let group_files: Vec<PathBuf> = same.iter().map(|other| files[*other].clone()).collect();
        let merged = merge(&group, &[]).map_err(|refused| match refused {
            // The case knows that it went out, and keeps no copy of what is for somebody else.
            Refused::NoOriginal { copy } => Error::attention(
                text.no_original(group_files[copy].display()),
                text.no_original_reader_todo(id),
            ),
            other => refusal(&other, &group_files),
        })?;
        for one in merged.said {
            let told = told(one, shared, copy.plan.head.number, number);
            all.insert(told.ok_or_else(|| {
                Error::attention(text.other_version(&file), text.not_this_case_todo())
            })?);
        }
    }
    Ok(all)
}

/// The sharing that this is a copy of, and which plan of the team it was made from.
fn sharing<'a>(record: &'a Record, copy: &Read) -> Option<(u32, &'a Shared)> {
    let print = copy.print.as_ref()?;
    let mut entries = record.entries.iter().enumerate();
    entries.find_map(|(at, entry)| match &entry.what {
        What::Event(Event::Shared(shared)) if shared.print.as_ref() == Some(print) => {
            Some((casus::plan_number(&record.after(at)), &**shared))
        }
        _ => None,
    })
}

/// The same in the numbers of the case; none where it is of another version, whose numbers are not known.
fn told(one: Statement, shared: &Shared, version: u32, number: u32) -> Option<Statement> {
    if one.number != version {
        return None;
    }
    let row = |part: &str, own: &str| {
        let rows = shared.rows.get(part)?;
        rows.get(own).map(|row| row.0.clone())
    };
    let says = match one.says {
        Says::Agreement { at, goes, remark } => Says::Agreement {
            at: row(AGREEMENTS, &at)?,
            goes,
            remark,
        },
        Says::Condition { at, met, remark } => Says::Condition {
            at: row(CONDITIONS, &at)?,
            met,
            remark,
        },
        Says::Edit { place, was, now } => {
            let mut steps: Vec<&str> = place.split('.').collect();
            let part = match steps.first() {
                Some(part) if OF_SITUATIONS.contains(part) => SITUATIONS,
                part => part.copied().unwrap_or_default(),
            };
            let known = steps.get(1).and_then(|own| row(part, own));
            if let (Some(known), Some(own)) = (&known, steps.get_mut(1)) {
                *own = known;
            }
            let place = steps.join(".");
            Says::Edit { place, was, now }
        }
        says @ (Says::Fact { .. } | Says::Remark(_)) => says,
    };
    Some(Statement {
        who: row(PEOPLE, &one.who).unwrap_or(one.who),
        number,
        says,
        on: one.on,
    })
}
