//! Makes an unencrypted case encrypted, and writes envelopes anew: for the organisation's recovery key, or for who takes a
//! case over.

use chrono::{DateTime, FixedOffset};

use super::frame::{CaseKey, Chain};
use super::journal::{self, Content};
use super::keyed::{key, seal_lines};
use super::store::{COPY, JOURNAL, TORN, our_name};
use super::{CaseId, Doing, Event, Fault, Ring, Store, disk, sealed};
use crate::keys::Recipient;

impl Store {
    /// Encrypts a case that is not. The old file goes, written over, when the new one is whole; so do what was set aside from
    /// it and copies of older formats.
    ///
    /// # Errors
    /// It is encrypted already, cannot be read, or the disk refused: then the old file is as it was.
    pub fn encrypt(&self, id: &CaseId, now: DateTime<FixedOffset>) -> Result<(), Fault> {
        let ring = self.ring(id)?;
        self.bytes_exist(id)?;
        let lock = self.lock(id)?;
        let path = self.path(id, JOURNAL);
        let bytes = self.bytes(id)?;
        if sealed::is(&bytes) {
            return Err(Fault::Sealed(id.clone()));
        }
        // An envelope beside it is of an attempt that did not get to its end: whoever asks for this has seen that said.
        let good = match journal::read(id, &bytes)? {
            Content::Now(read) => read.good,
            Content::Older(_) => return Err(Fault::Older(id.clone())),
        };
        let text = std::str::from_utf8(&bytes[..good]).map_err(|_| Fault::Foreign(id.clone()))?;
        let key = CaseKey::generate().map_err(|fault| Fault::Keys(id.clone(), fault))?;
        let new = seal_lines(id, &key, &mut Chain::new(id), text)?;
        let write = |fault| Fault::io(Doing::Write, &path)(fault);
        // Held open, it can still be written over when its name belongs to the new one.
        let old = disk::open(&path, false).map_err(write)?;
        self.put_envelope(id, &key, &ring.recipients())?;
        disk::replace(self.folder(), &path, new.as_bytes()).map_err(write)?;
        disk::blot(&old).map_err(write)?;
        for name in self.names()? {
            let beside = our_name(&name).filter(|(of, _)| of == id);
            if beside.is_some_and(|(_, kind)| kind == TORN || kind.starts_with(COPY)) {
                let path = self.folder().join(name);
                disk::destroy(&path).map_err(Fault::io(Doing::Remove, &path))?;
            }
        }
        drop(lock);
        let mut case = self.resume(id, now)?.case;
        case.log(Event::Encrypted, now)
    }

    /// Writes the envelope of a case anew: for the keys at hand, the recovery key and these. Who is not among them cannot
    /// open it from this file any more; an older copy of the envelope still opens for who could.
    ///
    /// # Errors
    /// The case cannot be opened, or the disk refused.
    pub fn envelop(
        &self,
        id: &CaseId,
        also: &[Recipient],
        now: DateTime<FixedOffset>,
    ) -> Result<usize, Fault> {
        let ring = self.ring(id)?;
        if !self.is_sealed(id)? {
            return Err(Fault::NotSealed(id.clone()));
        }
        let mut case = self.resume(id, now)?.case;
        let key = key(&self.path(id, JOURNAL), id, &ring.opener)?;
        let mut to = ring.recipients();
        to.extend(
            also.iter()
                .filter(|one| !ring.recipients().contains(one))
                .cloned(),
        );
        self.put_envelope(id, &key, &to)?;
        case.log(Event::Enveloped(to.len()), now)?;
        Ok(to.len())
    }

    fn ring(&self, id: &CaseId) -> Result<&Ring, Fault> {
        self.ring.as_ref().ok_or_else(|| Fault::Locked(id.clone()))
    }
}
