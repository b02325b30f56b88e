//! The case that is worked on: locked, its answers in memory, every change on disk before it counts.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, FixedOffset};
use zeroize::Zeroizing;

use super::frame::{CaseKey, Chain};
use super::line::write_entry;
use super::{By, CaseId, Doing, Entry, Event, Fault, Record, What, kept, keyed};
use crate::answer::{Answers, Change, RowId};
use crate::keys::Opener;
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
    /// With what it is encrypted; nothing where it is not.
    seal: Option<Seal>,
    /// Held as long as the case is open.
    _lock: File,
}

/// The key of an open case: also to be forgotten by who watches whether somebody is there.
#[derive(Clone, Debug, Default)]
pub(super) struct SharedKey(Arc<Mutex<Option<CaseKey>>>);

impl SharedKey {
    pub fn new(key: CaseKey) -> Self {
        Self(Arc::new(Mutex::new(Some(key))))
    }

    fn open(&self) -> MutexGuard<'_, Option<CaseKey>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an open encrypted case is written with.
#[derive(Debug)]
pub(super) struct Seal {
    /// Its key; none while it is locked.
    pub key: SharedKey,
    /// Where the journal ends.
    pub chain: Chain,
    /// Who writes.
    pub by: By,
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
    pub(super) fn new(
        record: Record,
        path: &Path,
        file: File,
        good: u64,
        seal: Option<Seal>,
        lock: File,
    ) -> Self {
        Self {
            record,
            path: path.to_owned(),
            file,
            good,
            dirty: false,
            seal,
            _lock: lock,
        }
    }

    /// Whether it is encrypted.
    pub fn is_sealed(&self) -> bool {
        self.seal.is_some()
    }

    /// Forgets its key: nothing can be written until it is given again. Whether there was one to forget.
    pub fn lock(&mut self) -> bool {
        let seal = self.seal.as_mut();
        seal.is_some_and(|seal| seal.key.open().take().is_some())
    }

    /// The same for who does not have the case itself: a thread that watches.
    pub fn forgetter(&self) -> impl Fn() + Send + Sync + use<> {
        let key = self.seal.as_ref().map(|seal| seal.key.clone());
        let key = key.unwrap_or_default();
        move || *key.open() = None
    }

    /// Gives the key again, from its envelope.
    ///
    /// # Errors
    /// The envelope is not there, or not for this key.
    pub fn unlock(&mut self, with: &Opener) -> Result<(), Fault> {
        let id = self.record.header.id.clone();
        let Some(seal) = &mut self.seal else {
            return Ok(());
        };
        *seal.key.open() = Some(keyed::key(&self.path, &id, with)?);
        Ok(())
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
        self.add(now, What::Change(change))
    }

    /// Writes down that something happened.
    pub fn log(&mut self, event: Event, now: DateTime<FixedOffset>) -> Result<(), Fault> {
        self.add(now, What::Event(event))
    }

    fn add(&mut self, at: DateTime<FixedOffset>, what: What) -> Result<(), Fault> {
        let by = self.seal.as_ref().map(|seal| seal.by.clone());
        let entry = Entry { at, by, what };
        let mut line = Zeroizing::new(write_entry(&entry));
        if let Some(seal) = &self.seal {
            let key = seal.key.open();
            let key = key.as_ref();
            let key = key.ok_or_else(|| Fault::Locked(self.id().clone()))?;
            let sealed = seal.chain.seal(key, &line);
            line = Zeroizing::new(sealed.map_err(|fault| Fault::Keys(self.id().clone(), fault))?);
        }
        line.push('\n');
        self.append(line.as_bytes())
            .map_err(Fault::io(Doing::Write, &self.path))?;
        if let Some(seal) = &mut self.seal {
            seal.chain.follow(line.trim_end().as_bytes());
        }
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
