//! Reads a whole journal: head, entries, and the answers that they come to. Finds where the good part ends.

use super::frame::{CaseKey, Chain};
use super::line::{FORMAT, KIND, Probe, read_entry, read_header};
use super::{CaseId, Entry, Event, Fault, Header, What, sealed};
use crate::answer::{Answers, Aside};
use crate::questionnaire::ListVersion;

/// A case as it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its head.
    pub header: Header,
    /// Everything that happened, oldest first.
    pub entries: Vec<Entry>,
    /// What the changes come to.
    pub answers: Answers,
    /// The last entry was cut off while it was written; it is not among the entries.
    pub torn: bool,
}

impl Record {
    /// The version of the list that the latest answers were given to.
    pub fn list(&self) -> &ListVersion {
        self.events()
            .rev()
            .find_map(|event| match event {
                Event::ListChanged(list) => Some(list),
                Event::Moved(moved) => Some(&moved.list),
                _ => None,
            })
            .unwrap_or(&self.header.start.list)
    }

    /// Whose meldcode, when not the base: that of the last move, or of the start.
    pub fn profile(&self) -> Option<&str> {
        let moved = self.events().rev().find_map(|event| match event {
            Event::Moved(moved) => Some(&moved.profile),
            _ => None,
        });
        moved.unwrap_or(&self.header.start.profile).as_deref()
    }

    /// What was laid aside in moves, oldest first.
    pub fn aside(&self) -> impl Iterator<Item = &Aside> {
        self.events().filter_map(|event| match event {
            Event::Moved(moved) => Some(&moved.aside),
            _ => None,
        })
    }

    /// The case as it stood after its first so many entries.
    pub fn after(&self, count: usize) -> Self {
        self.of(self.entries.iter().take(count))
    }

    /// The case as it stood at the end of this day.
    pub fn until(&self, day: chrono::NaiveDate) -> Self {
        let there = |entry: &&Entry| entry.at.date_naive() <= day;
        self.of(self.entries.iter().filter(there))
    }

    fn of<'a>(&self, entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut record = Self {
            header: self.header.clone(),
            entries: Vec::new(),
            answers: Answers::default(),
            torn: false,
        };
        for entry in entries {
            record.take(entry.clone());
        }
        record
    }

    /// Adds an entry, with what it changes.
    pub(super) fn take(&mut self, entry: Entry) {
        match &entry.what {
            What::Change(change) => self.answers.apply(change),
            What::Event(Event::Moved(moved)) => self.answers.lay_aside(&moved.aside),
            What::Event(_) => {}
        }
        self.entries.push(entry);
    }

    /// What happened beside the answers, oldest first.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.entries.iter().filter_map(|entry| match &entry.what {
            What::Event(event) => Some(event),
            What::Change(_) => None,
        })
    }

    /// When the last thing happened.
    pub fn last(&self) -> chrono::DateTime<chrono::FixedOffset> {
        self.entries
            .last()
            .map_or(self.header.made, |entry| entry.at)
    }
}

/// A journal that was read, and how many of its bytes are good.
#[derive(Debug)]
pub(super) struct Read {
    pub record: Record,
    pub good: usize,
    /// With what it is encrypted: its key, and where it ends.
    pub sealed: Option<(CaseKey, Chain)>,
}

/// What a file turned out to be.
#[derive(Debug)]
pub(super) enum Content {
    /// A journal of this format.
    Now(Box<Read>),
    /// One of an older format.
    Older(u32),
}

/// Reads the bytes of the file of this case.
pub(super) fn read(id: &CaseId, bytes: &[u8]) -> Result<Content, Fault> {
    let foreign = || Fault::Foreign(id.clone());
    let first_end = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .ok_or_else(foreign)?;
    let first = std::str::from_utf8(&bytes[..first_end]).map_err(|_| foreign())?;
    let probe: Probe = serde_json::from_str(first).map_err(|_| foreign())?;
    if probe.top3 != KIND {
        return Err(foreign());
    }
    if probe.formaat > FORMAT {
        return Err(Fault::Newer {
            id: id.clone(),
            format: probe.formaat,
        });
    }
    if probe.formaat < FORMAT {
        return Ok(Content::Older(probe.formaat));
    }
    let header = read_header(first).ok_or_else(|| corrupt(id, 1))?;
    if header.id != *id {
        return Err(foreign());
    }
    let mut record = Record {
        header,
        entries: Vec::new(),
        answers: Answers::default(),
        torn: false,
    };
    let mut good = first_end + 1;
    let mut line_number = 1;
    while good < bytes.len() {
        line_number += 1;
        let rest = &bytes[good..];
        let end = rest.iter().position(|byte| *byte == b'\n');
        let line = &rest[..end.unwrap_or(rest.len())];
        let entry = std::str::from_utf8(line).ok().and_then(read_entry);
        match (entry, end) {
            (Some(entry), Some(end)) => {
                record.take(entry);
                good += end + 1;
            }
            // Cut off while it was written: the line has no end, or after a power failure it is not even JSON.
            (_, None) => {
                record.torn = true;
                break;
            }
            (None, Some(end)) if good + end + 1 == bytes.len() && !is_json(line) => {
                record.torn = true;
                break;
            }
            (None, Some(_)) => return Err(corrupt(id, line_number)),
        }
    }
    Ok(Content::Now(Box::new(Read {
        record,
        good,
        sealed: None,
    })))
}

/// Reads the bytes of the encrypted file of this case.
pub(super) fn read_sealed(id: &CaseId, key: CaseKey, bytes: &[u8]) -> Result<Content, Fault> {
    let opened = sealed::read(id, &key, bytes)?;
    // A file stands there with its first entry or not at all: without one, somebody cut it.
    if opened.chain.count == 0 {
        return Err(corrupt(id, 2));
    }
    match read(id, opened.text.as_bytes()) {
        Ok(Content::Now(mut read)) if read.good == opened.text.len() => {
            read.good = opened.good;
            read.record.torn = opened.torn;
            read.sealed = Some((key, opened.chain));
            Ok(Content::Now(read))
        }
        // Before the lines stands the first line of the file.
        Err(Fault::Corrupt { line, .. }) => Err(corrupt(id, line + 1)),
        Ok(_) => Err(corrupt(id, 2)),
        Err(fault) => Err(fault),
    }
}

fn corrupt(id: &CaseId, line: usize) -> Fault {
    Fault::Corrupt {
        id: id.clone(),
        line,
    }
}

fn is_json(line: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}
