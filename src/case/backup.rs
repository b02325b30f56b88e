//! The folder is the backup: journals, envelopes and lists copied as they are, with a list of their SHA-256. Each copy is
//! tried out by opening it. Putting one back never touches a case that is there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::frame::mark;
use super::store::{COPY, ENVELOPE, JOURNAL, TOMBS, TORN, our_name};
use super::{CaseId, Doing, Fault, Ring, Store, disk, kept};

/// The list of what a backup holds: as `sha256sum -c` reads it.
pub const LIST: &str = "reservekopie.sha256";
/// A list of files is short.
const MOST_LIST: u64 = 16 * 1024 * 1024;

/// A file of a backup that is no part of a case: its name, and what it holds.
pub type Beside = (String, Vec<u8>);

/// How a case in a backup was tried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// Every entry opened.
    Whole,
    /// It is encrypted, and the keys at hand do not open it.
    Closed,
    /// It cannot be read.
    Bad,
}

/// What a backup holds.
#[derive(Debug, Default)]
pub struct Backup {
    /// The cases, and how each was tried out.
    pub cases: BTreeMap<CaseId, Tried>,
    /// Files whose bytes are not those that were copied, or that are not there.
    pub changed: Vec<String>,
    /// Cases that were not put back, since there is one with that number, or it was erased.
    pub kept: Vec<CaseId>,
}

impl Store {
    /// Copies all cases to a folder that is not there yet or is empty, and tries each copy out. `also` are files from
    /// elsewhere that go with them: a name, and what they hold.
    ///
    /// # Errors
    /// The disk refused.
    pub fn back_up(&self, to: &Path, also: &[Beside]) -> Result<Backup, Fault> {
        disk::make_folder(to).map_err(Fault::io(Doing::Folder, to))?;
        let mut list = String::new();
        let mut put = |name: &str, bytes: &[u8]| {
            let path = to.join(name);
            disk::write_new(to, &path, bytes).map_err(Fault::io(Doing::Write, &path))?;
            _ = writeln!(list, "{}  {name}", hex(&mark(bytes)));
            Ok(())
        };
        for name in self.names()? {
            if is_kept(&name) {
                put(&name, &self.whole_file(&name)?)?;
            }
        }
        for (name, bytes) in also {
            put(name, bytes)?;
        }
        let path = to.join(LIST);
        disk::write_new(to, &path, list.as_bytes()).map_err(Fault::io(Doing::Write, &path))?;
        Self::at(to).with(self.ring.clone()).try_backup()
    }

    /// Tries out a backup in this folder: the bytes of each file against the list, and each case by opening every entry.
    ///
    /// # Errors
    /// There is no list, or the disk refused.
    pub fn try_backup(&self) -> Result<Backup, Fault> {
        let mut backup = Backup::default();
        for (name, hash) in self.listed()? {
            let there = self.whole_file(&name).ok();
            if there.is_none_or(|bytes| hex(&mark(&bytes)) != hash) {
                backup.changed.push(name.clone());
            }
            if let Some((id, JOURNAL)) = our_name(&name) {
                let tried = match self.peek(&id) {
                    Ok(_) => Tried::Whole,
                    Err(Fault::Locked(_) | Fault::Keys(..)) => Tried::Closed,
                    Err(_) => Tried::Bad,
                };
                backup.cases.insert(id, tried);
            }
        }
        Ok(backup)
    }

    /// Puts back from a backup what is not here: a case that is here, or was erased here, stays as it is. Gives also the
    /// files of the backup that are no part of a case.
    ///
    /// # Errors
    /// It is no backup, one of its files was changed, or the disk refused.
    pub fn put_back(
        &self,
        from: &Path,
        ring: Option<Ring>,
    ) -> Result<(Backup, Vec<Beside>), Fault> {
        let source = Self::at(from).with(ring);
        let mut backup = source.try_backup()?;
        let mut other = Vec::new();
        if !backup.changed.is_empty() {
            return Ok((backup, other));
        }
        disk::make_folder(self.folder()).map_err(Fault::io(Doing::Folder, self.folder()))?;
        let taken = self.taken()?;
        let mut names: Vec<String> = source.listed()?.into_keys().collect();
        // The journal last: a case is there when all that belongs to it is.
        names.sort_by_key(|name| name.ends_with(&format!(".{JOURNAL}")));
        for name in names {
            let bytes = source.whole_file(&name)?;
            match our_name(&name) {
                Some((id, _)) if taken.contains(&id) => {
                    if !backup.kept.contains(&id) {
                        backup.kept.push(id.clone());
                    }
                    backup.cases.remove(&id);
                }
                Some(_) => {
                    let path = self.folder().join(&name);
                    disk::write_new(self.folder(), &path, &bytes)
                        .map_err(Fault::io(Doing::Write, &path))?;
                }
                None if name == TOMBS => self.also_erased(&bytes)?,
                None => other.push((name, bytes)),
            }
        }
        backup.kept.sort();
        Ok((backup, other))
    }

    /// Numbers that were erased elsewhere are not given out again here either.
    fn also_erased(&self, bytes: &[u8]) -> Result<(), Fault> {
        let path = self.folder().join(TOMBS);
        let here = fs::read_to_string(&path).unwrap_or_default();
        let new: String = String::from_utf8_lossy(bytes)
            .lines()
            .filter(|line| !here.lines().any(|one| one == *line))
            .map(|line| format!("{line}\n"))
            .collect();
        if new.is_empty() {
            return Ok(());
        }
        disk::append(&path, new.as_bytes()).map_err(Fault::io(Doing::Write, &path))
    }

    /// The names and the SHA-256 of what a backup holds. A name is never a path.
    fn listed(&self) -> Result<BTreeMap<String, String>, Fault> {
        let path = self.folder().join(LIST);
        let read = |fault| Fault::io(Doing::Read, &path)(fault);
        let size = fs::metadata(&path).map_err(read)?.len();
        if size > MOST_LIST {
            return Err(read(std::io::ErrorKind::FileTooLarge.into()));
        }
        let text = fs::read(&path).map_err(read)?;
        let text = String::from_utf8_lossy(&text);
        let line = |line: &str| {
            let (hash, name) = line.split_once("  ")?;
            let plain =
                !name.is_empty() && !name.contains(['/', '\\', ':']) && !name.starts_with('.');
            plain.then(|| (name.to_owned(), hash.to_owned()))
        };
        Ok(text.lines().filter_map(line).collect())
    }

    fn whole_file(&self, name: &str) -> Result<Vec<u8>, Fault> {
        let path = self.folder().join(name);
        let read = |fault| Fault::io(Doing::Read, &path)(fault);
        let data = fs::symlink_metadata(&path).map_err(read)?;
        if !data.is_file() || data.len() > kept::MOST_BYTES {
            return Err(read(std::io::ErrorKind::InvalidInput.into()));
        }
        fs::read(&path).map_err(read)
    }
}

/// What a backup holds: everything of a case but its lock; and which numbers were erased.
fn is_kept(name: &str) -> bool {
    let of_case = our_name(name).is_some_and(|(_, kind)| {
        [JOURNAL, ENVELOPE, TORN].contains(&kind)
            || kind.starts_with(COPY)
            || kind.starts_with(kept::LIST)
    });
    of_case || name == TOMBS
}

fn hex(mark: &[u8]) -> String {
    mark.iter().map(|byte| format!("{byte:02x}")).collect()
}
