//! The folder of the cases: makes, lists, opens and erases them. File names say a number and nothing else.
//!
//! `c-2026-001.casus` the journal · `.slot` its lock · `.kapot` what was set aside · `.formaat-1` the copy before an upgrade
//! · `.envelop` the key of an encrypted one, for who may open it · `.lijst-…` a list that it is or was filled in with · `gewist.txt` the numbers that were erased.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use super::frame::{CaseKey, Chain};
use super::journal::{Content, Read};
use super::keyed::seal_lines;
use super::line::write_header;
use super::open::{Seal, SharedKey};
use super::{
    Case, CaseId, Doing, Event, Fault, Header, Record, Resumed, Ring, Start, disk, kept, upgrade,
};
use crate::answer::Answers;
use crate::questionnaire::Bundle;

pub(super) const JOURNAL: &str = "casus";
const LOCK: &str = "slot";
pub(super) const ENVELOPE: &str = "envelop";
pub(super) const TORN: &str = "kapot";
pub(super) const COPY: &str = "formaat-";
pub(super) const TOMBS: &str = "gewist.txt";
/// Beside the cases stands the key that names the days of a calendar.
pub const CALENDAR_KEY: &str = "agenda.sleutel";

/// Far more than a case can become; a larger file is not one.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The folder of the cases.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
    pub(super) ring: Option<Ring>,
}

/// One case in the folder.
#[derive(Debug)]
pub struct Summary {
    /// Its number.
    pub id: CaseId,
    /// What stands in it, or why it cannot be read.
    pub record: Result<Record, Fault>,
    /// When its file was last written, as the disk says.
    pub written: Option<NaiveDate>,
}

/// What stands in the folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The cases, by number.
    pub cases: Vec<Summary>,
    /// How many files are not this program's; they are left alone.
    pub foreign: usize,
}

/// A case was erased.
#[derive(Debug)]
pub struct Erased {
    /// How many files were taken away.
    pub files: usize,
    /// Whether the number could be written down as erased.
    pub noted: bool,
}

impl Store {
    /// Uses this folder. It is made, for its owner only, with the first case.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            ring: None,
        }
    }

    /// The same folder, with keys for what is encrypted in it.
    pub fn with(self, ring: Option<Ring>) -> Self {
        Self { ring, ..self }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes a new case that is not encrypted, with the first free number of the year. Never touches an existing file.
    pub fn create(&self, start: Start, now: DateTime<FixedOffset>) -> Result<Case, Fault> {
        self.create_with(start, None, now)
    }

    /// The same, with the list that it will be filled in with, so that it goes on with that one whatever comes.
    pub fn create_with(
        &self,
        start: Start,
        list: Option<&Bundle>,
        now: DateTime<FixedOffset>,
    ) -> Result<Case, Fault> {
        self.make(start, list, None, now)
    }

    /// Makes a new encrypted case with a key of its own.
    ///
    /// # Errors
    /// There are no keys at hand, or the disk refused.
    pub fn create_sealed(
        &self,
        start: Start,
        list: Option<&Bundle>,
        now: DateTime<FixedOffset>,
    ) -> Result<Case, Fault> {
        let ring = self.ring.as_ref();
        let ring = ring.ok_or_else(|| Fault::Locked(CaseId::of(now.year(), 1)))?;
        self.make(start, list, Some(ring), now)
    }

    fn make(
        &self,
        start: Start,
        list: Option<&Bundle>,
        ring: Option<&Ring>,
        now: DateTime<FixedOffset>,
    ) -> Result<Case, Fault> {
        disk::make_folder(&self.folder).map_err(Fault::io(Doing::Folder, &self.folder))?;
        let year = now.year();
        let mut number = self
            .taken()?
            .iter()
            .filter(|id| id.year() == year)
            .map(CaseId::number)
            .max()
            .unwrap_or(0);
        loop {
            number += 1;
            let id = CaseId::of(year, number);
            let path = self.path(&id, JOURNAL);
            let Some(lock) = self.try_lock(&id)? else {
                continue;
            };
            let header = Header {
                id,
                start: start.clone(),
                made: now,
            };
            // Before the case itself: a case without its list would be the worse half.
            if let Some(list) = list {
                kept::keep(&path, &header.id, &header.start.list.sha256, list)
                    .inspect_err(|_| self.unmake(&header.id))?;
            }
            let mut line = write_header(&header);
            line.push('\n');
            let mut seal = None;
            if let Some(ring) = ring {
                let key =
                    CaseKey::generate().map_err(|fault| Fault::Keys(header.id.clone(), fault))?;
                let mut chain = Chain::new(&header.id);
                line = seal_lines(&header.id, &key, &mut chain, &line)?;
                // Before the case as well: without its key it could never be read.
                self.put_envelope(&header.id, &key, &ring.recipients())
                    .inspect_err(|_| self.unmake(&header.id))?;
                seal = Some(Seal {
                    key: SharedKey::new(key),
                    chain,
                    by: ring.by(),
                });
            }
            match disk::write_new(&self.folder, &path, line.as_bytes()) {
                Ok(()) => {}
                Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(fault) => {
                    self.unmake(&header.id);
                    return Err(Fault::io(Doing::Write, &path)(fault));
                }
            }
            let file = disk::open(&path, false).map_err(Fault::io(Doing::Write, &path))?;
            let record = Record {
                header,
                entries: Vec::new(),
                answers: Answers::default(),
                torn: false,
            };
            return Ok(Case::new(
                record,
                &path,
                file,
                line.len() as u64,
                seal,
                lock,
            ));
        }
    }

    /// Takes away what was set down for a case that will not come: its number was free, and its lock is ours.
    fn unmake(&self, id: &CaseId) {
        for name in self.names().unwrap_or_default() {
            if our_name(&name).is_some_and(|(of, _)| of == *id) {
                // What stays stands in nobody's way: the next case takes another number.
                _ = fs::remove_file(self.folder.join(name));
            }
        }
    }

    /// Every case in the folder, also those that cannot be read. Changes nothing.
    pub fn cases(&self) -> Result<Listing, Fault> {
        let mut listing = Listing::default();
        for name in self.names()? {
            match our_name(&name) {
                Some((id, JOURNAL)) => {
                    let record = self.peek(&id);
                    let written = self.written(&id);
                    listing.cases.push(Summary {
                        id,
                        record,
                        written,
                    });
                }
                Some(_) => {}
                None if [TOMBS, CALENDAR_KEY].contains(&&*name)
                    || name.starts_with(disk::HALF_WRITTEN) => {}
                None => listing.foreign += 1,
            }
        }
        listing
            .cases
            .sort_by_key(|one| (one.id.year(), one.id.number()));
        Ok(listing)
    }

    /// What stands in a case, without locking or changing it.
    pub fn peek(&self, id: &CaseId) -> Result<Record, Fault> {
        match self.read(id, &self.bytes(id)?)? {
            Content::Now(read) => Ok(read.record),
            // Only opening upgrades: reading leaves everything as it is.
            Content::Older(_) => Err(Fault::Older(id.clone())),
        }
    }

    /// The list with this SHA-256 that is kept beside a case; none where it was made before lists were kept.
    pub fn kept_list(&self, id: &CaseId, sha256: &str) -> Result<Option<Bundle>, Fault> {
        kept::read(&self.path(id, JOURNAL), id, sha256)
    }

    /// Opens a case to go on with it: locks it, upgrades it, sets a torn last entry aside.
    pub fn resume(&self, id: &CaseId, now: DateTime<FixedOffset>) -> Result<Resumed, Fault> {
        self.bytes_exist(id)?;
        let lock = self.lock(id)?;
        let path = self.path(id, JOURNAL);
        let mut bytes = self.bytes(id)?;
        let mut upgraded = None;
        if let Content::Older(from) = self.read(id, &bytes)? {
            upgrade::upgrade(&self.folder, &path, id, from, &bytes)?;
            upgraded = Some(from);
            bytes = self.bytes(id)?;
        }
        let Content::Now(read) = self.read(id, &bytes)? else {
            return Err(Fault::Corrupt {
                id: id.clone(),
                line: 1,
            });
        };
        let Read {
            mut record,
            good,
            sealed,
        } = *read;
        let torn = record.torn;
        let file = disk::open(&path, false).map_err(Fault::io(Doing::Write, &path))?;
        if torn {
            let aside = self.path(id, TORN);
            let mut rest = bytes[good..].to_vec();
            rest.push(b'\n');
            disk::append(&aside, &rest).map_err(Fault::io(Doing::Write, &aside))?;
            file.set_len(good as u64)
                .and_then(|()| file.sync_all())
                .map_err(Fault::io(Doing::Write, &path))?;
            record.torn = false;
        }
        let by = self.ring.as_ref().map(Ring::by);
        let seal = sealed.zip(by).map(|((key, chain), by)| Seal {
            key: SharedKey::new(key),
            chain,
            by,
        });
        let mut case = Case::new(record, &path, file, good as u64, seal, lock);
        if let Some(from) = upgraded {
            case.log(Event::Upgraded(from), now)?;
        }
        if torn {
            case.log(Event::TornSetAside, now)?;
        }
        Ok(Resumed {
            case,
            torn,
            upgraded,
        })
    }

    /// Takes a case away with all that was set beside it, and notes that its number is used. What a backup or the disk
    /// itself still holds is beyond this.
    pub fn erase(&self, id: &CaseId, now: DateTime<FixedOffset>) -> Result<Erased, Fault> {
        let path = self.path(id, JOURNAL);
        self.bytes_exist(id)?;
        let lock = self.lock(id)?;
        let mut files = 0;
        // The key first: without it nothing that is left anywhere says anything.
        let mut remove = |path: &Path| {
            files += 1;
            disk::destroy(path).map_err(Fault::io(Doing::Remove, path))
        };
        if self.has_envelope(id) {
            remove(&self.path(id, ENVELOPE))?;
        }
        remove(&path)?;
        let noted = disk::append(
            &self.folder.join(TOMBS),
            format!("{id} {}\n", now.format("%Y-%m-%d")).as_bytes(),
        )
        .is_ok();
        let beside: Vec<String> = self
            .names()?
            .into_iter()
            .filter(|name| {
                our_name(name).is_some_and(|(other, kind)| other == *id && kind != LOCK)
                    || name.starts_with(&disk::half_written(&id.0))
            })
            .collect();
        for name in beside {
            remove(&self.folder.join(name))?;
        }
        drop(lock);
        _ = fs::remove_file(self.path(id, LOCK));
        Ok(Erased { files, noted })
    }

    fn written(&self, id: &CaseId) -> Option<NaiveDate> {
        let data = fs::metadata(self.path(id, JOURNAL)).ok()?;
        let at: DateTime<chrono::Local> = data.modified().ok()?.into();
        Some(at.date_naive())
    }

    pub(super) fn path(&self, id: &CaseId, kind: &str) -> PathBuf {
        self.folder.join(format!("{id}.{kind}"))
    }

    pub(super) fn bytes(&self, id: &CaseId) -> Result<Vec<u8>, Fault> {
        self.bytes_exist(id)?;
        let path = self.path(id, JOURNAL);
        fs::read(&path).map_err(Fault::io(Doing::Read, &path))
    }

    pub(super) fn bytes_exist(&self, id: &CaseId) -> Result<(), Fault> {
        match fs::symlink_metadata(self.path(id, JOURNAL)) {
            Ok(data) if data.is_file() && data.len() <= MOST_BYTES => Ok(()),
            Ok(_) => Err(Fault::Foreign(id.clone())),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
                Err(if self.tombs().contains(id) {
                    Fault::Gone(id.clone())
                } else {
                    Fault::Missing(id.clone())
                })
            }
            Err(fault) => Err(Fault::io(Doing::Read, &self.path(id, JOURNAL))(fault)),
        }
    }

    /// The lock of a case. Who just let go of it may seem to hold it a moment longer: a program that is being started
    /// inherits it until it runs.
    pub(super) fn lock(&self, id: &CaseId) -> Result<File, Fault> {
        const TRIES: usize = 10;
        const PAUSE: Duration = Duration::from_millis(20);
        for _ in 1..TRIES {
            if let Some(lock) = self.try_lock(id)? {
                return Ok(lock);
            }
            sleep(PAUSE);
        }
        self.try_lock(id)?.ok_or_else(|| Fault::Busy(id.clone()))
    }

    /// The lock of a case, or nothing when somebody else has it. Its file stays: taking it away would let two in.
    fn try_lock(&self, id: &CaseId) -> Result<Option<File>, Fault> {
        let path = self.path(id, LOCK);
        let fault = Fault::io(Doing::Lock, &path);
        let file = match disk::open(&path, true) {
            Ok(file) => file,
            Err(error) => return Err(fault(error)),
        };
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(fault(error)),
        }
    }

    pub(super) fn names(&self) -> Result<Vec<String>, Fault> {
        let read = |fault| Fault::io(Doing::Folder, &self.folder)(fault);
        let mut names = Vec::new();
        let entries = match fs::read_dir(&self.folder) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(names),
            entries => entries.map_err(read)?,
        };
        for entry in entries {
            let name = entry.map_err(read)?.file_name();
            names.push(name.to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    /// Every number that is or was in use.
    pub(super) fn taken(&self) -> Result<BTreeSet<CaseId>, Fault> {
        let mut taken = self.tombs();
        taken.extend(
            self.names()?
                .iter()
                .filter_map(|name| our_name(name).map(|(id, _)| id)),
        );
        Ok(taken)
    }

    fn tombs(&self) -> BTreeSet<CaseId> {
        fs::read_to_string(self.folder.join(TOMBS))
            .unwrap_or_default()
            .lines()
            .filter_map(|line| CaseId::parse(line.split(' ').next()?))
            .collect()
    }
}

/// The case and the kind of a file, when it is named as ours.
pub(super) fn our_name(name: &str) -> Option<(CaseId, &str)> {
    let (stem, kind) = name.split_once('.')?;
    let id = CaseId::parse(stem)?;
    let known = [JOURNAL, LOCK, TORN, ENVELOPE].contains(&kind)
        || kind.starts_with(COPY)
        || kind.starts_with(kept::LIST);
    (known && id.0 == stem).then_some((id, kind))
}
