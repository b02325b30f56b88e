//! The case that is worked on: locked, its answers in memory, every change on disk before it counts.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::line::write_entry;
use super::{CaseId, Doing, Entry, Event, Fault, Record, What, kept};
use crate::answer::{Answers, Change, RowId};
use crate::questionnaire::{Bundle, QuestionId};

/// An open case.
#[derive(Debug)]
pub struct Case {
    record: Record,
    path: PathBuf,
    file: File,
    /// How many bytes of the file are good.
    good: u64,
    /// Bytes of a failed write may stand behind the good ones.
    dirty: bool,
    /// Held as long as the case is open.
    _lock: File,
}

/// A case that was opened again, and what there is to say about it.
#[derive(Debug)]
pub struct Resumed {
    /// The case.
    pub case: Case,
    /// A torn last entry was set aside.
    pub torn: bool,
    /// It was rewritten from this older format; a copy of the old file is there.
    pub upgraded: Option<u32>,
}

impl Case {
    pub(super) fn new(record: Record, path: &Path, file: File, good: u64, lock: File) -> Self {
        Self {
            record,
            path: path.to_owned(),
            file,
            good,
            dirty: false,
            _lock: lock,
        }
    }

    /// Its number.
    pub fn id(&self) -> &CaseId {
        &self.record.header.id
    }

    /// The answers as they stand.
    pub fn answers(&self) -> &Answers {
        &self.record.answers
    }

    /// Every row that this list ever had, also those that were removed: a number is never used twice.
    pub fn rows_ever<'a>(&'a self, list: &'a QuestionId) -> impl Iterator<Item = &'a RowId> {
        self.record
            .entries
            .iter()
            .filter_map(move |entry| match &entry.what {
                What::Change(Change::AddRow { list: of, row }) if of == list => Some(row),
                _ => None,
            })
    }

    /// The whole record.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Keeps a list beside the case; whole or not at all. It is used from the move that names it.
    pub fn keep_list(&self, sha256: &str, list: &Bundle) -> Result<(), Fault> {
        kept::keep(&self.path, self.id(), sha256, list)
    }

    /// Writes a change to disk, and only then carries it out.
    pub fn keep(&mut self, change: Change, now: DateTime<FixedOffset>) -> Result<(), Fault> {
        self.add(Entry {
            at: now,
            what: What::Change(change),
        })
    }

    /// Writes down that something happened.
    pub fn log(&mut self, event: Event, now: DateTime<FixedOffset>) -> Result<(), Fault> {
        self.add(Entry {
            at: now,
            what: What::Event(event),
        })
    }

    fn add(&mut self, entry: Entry) -> Result<(), Fault> {
        let mut line = write_entry(&entry);
        line.push('\n');
        self.append(line.as_bytes())
            .map_err(Fault::io(Doing::Write, &self.path))?;
        self.record.take(entry);
        Ok(())
    }

    /// All of the line or nothing: what a failed write left behind (a full disk) is cut off again, now or the next time.
    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        if self.dirty {
            self.file.set_len(self.good)?;
            self.dirty = false;
        }
        self.dirty = true;
        let written = self
            .file
            .seek(SeekFrom::Start(self.good))
            .and_then(|_| self.file.write_all(line))
            .and_then(|()| self.file.sync_data());
        match written {
            Ok(()) => {
                self.good += line.len() as u64;
                self.dirty = false;
            }
            Err(_) => self.dirty = self.file.set_len(self.good).is_err(),
        }
        written
    }
}
