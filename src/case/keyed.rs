//! The part of the store that knows keys: what is encrypted, with which key, and who may open that.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::frame::{CaseKey, Chain};
use super::journal::{self, Content};
use super::store::{ENVELOPE, JOURNAL};
use super::{CaseId, Doing, Fault, Store, disk, envelope, sealed};
use crate::keys::{Opener, Recipient};

/// An envelope holds one key, for a few.
const MOST_ENVELOPE: u64 = 64 * 1024;

impl Store {
    /// Whether a case is encrypted.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn is_sealed(&self, id: &CaseId) -> Result<bool, Fault> {
        self.bytes_exist(id)?;
        let path = self.path(id, JOURNAL);
        let mut first = Vec::new();
        File::open(&path)
            .and_then(|file| file.take(16).read_to_end(&mut first))
            .map_err(Fault::io(Doing::Read, &path))?;
        Ok(sealed::is(&first))
    }

    /// What a file holds, opened with the keys at hand where it is encrypted.
    pub(super) fn read(&self, id: &CaseId, bytes: &[u8]) -> Result<Content, Fault> {
        if !sealed::is(bytes) {
            // Somebody who cannot read the case could still put one of their own in its place.
            return if self.has_envelope(id) {
                Err(Fault::Mixed(id.clone()))
            } else {
                journal::read(id, bytes)
            };
        }
        // What it is at all comes before who may open it.
        sealed::frames(id, bytes)?;
        let ring = self.ring.as_ref();
        let ring = ring.ok_or_else(|| Fault::Locked(id.clone()))?;
        let key = key(&self.path(id, JOURNAL), id, &ring.opener)?;
        journal::read_sealed(id, key, bytes)
    }

    pub(super) fn has_envelope(&self, id: &CaseId) -> bool {
        fs::symlink_metadata(self.path(id, ENVELOPE)).is_ok()
    }

    /// Writes the envelope of a case, whole or not at all.
    pub(super) fn put_envelope(
        &self,
        id: &CaseId,
        key: &CaseKey,
        to: &[Recipient],
    ) -> Result<(), Fault> {
        let path = self.path(id, ENVELOPE);
        let bytes = envelope::write(id, key, to)?;
        disk::replace(self.folder(), &path, &bytes).map_err(Fault::io(Doing::Write, &path))
    }
}

/// Lines as frames, each with its line break, after the first line of an encrypted journal.
pub(super) fn seal_lines(
    id: &CaseId,
    key: &CaseKey,
    chain: &mut Chain,
    lines: &str,
) -> Result<String, Fault> {
    let mut sealed = format!("{}\n", chain.first());
    for line in lines.lines() {
        let frame = chain.seal(key, line);
        let frame = frame.map_err(|fault| Fault::Keys(id.clone(), fault))?;
        chain.follow(frame.as_bytes());
        sealed.push_str(&frame);
        sealed.push('\n');
    }
    Ok(sealed)
}

/// The key of a case, from the envelope beside its journal.
pub(super) fn key(journal: &Path, id: &CaseId, with: &Opener) -> Result<CaseKey, Fault> {
    let path = journal.with_extension(ENVELOPE);
    let bytes = match fs::symlink_metadata(&path) {
        Ok(data) if data.is_file() && data.len() <= MOST_ENVELOPE => fs::read(&path),
        Ok(_) => Err(io::ErrorKind::NotFound.into()),
        Err(fault) => Err(fault),
    };
    match bytes {
        Ok(bytes) => envelope::read(id, &bytes, with),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Err(Fault::NoEnvelope(id.clone())),
        Err(fault) => Err(Fault::io(Doing::Read, &path)(fault)),
    }
}
