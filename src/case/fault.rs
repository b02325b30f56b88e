//! What can go wrong with a case on disk. Names files and numbers, never what stands in them.

use std::io;
use std::path::{Path, PathBuf};

use super::CaseId;
use crate::keys;

/// What was being done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Making or opening the folder.
    Folder,
    /// Reading a case.
    Read,
    /// Writing a case.
    Write,
    /// Locking a case.
    Lock,
    /// Taking a case away.
    Remove,
}

/// A fault of the store.
#[derive(Debug)]
pub enum Fault {
    /// The machine refused.
    Io {
        /// What was being done.
        doing: Doing,
        /// To which file or folder.
        path: PathBuf,
        /// How it was refused.
        fault: io::Error,
    },
    /// Another program has it open.
    Busy(CaseId),
    /// There is no such case.
    Missing(CaseId),
    /// It was erased.
    Gone(CaseId),
    /// The file is not a case of this program.
    Foreign(CaseId),
    /// A line in the middle cannot be read; nothing was changed.
    Corrupt {
        /// Which case.
        id: CaseId,
        /// Which line, from one.
        line: usize,
    },
    /// It is of an older format, and was only looked at: opening it upgrades it.
    Older(CaseId),
    /// It is encrypted, and there is no key at hand.
    Locked(CaseId),
    /// It is encrypted, and its envelope is not there.
    NoEnvelope(CaseId),
    /// It is not encrypted, and an envelope stands beside it: something was put in the place of something else.
    Mixed(CaseId),
    /// It is not encrypted, and so has no envelope.
    NotSealed(CaseId),
    /// It is encrypted already.
    Sealed(CaseId),
    /// Its envelope stays closed, or a key could not be made.
    Keys(CaseId, keys::Fault),
    /// The list that is kept beside it cannot be read.
    BadList(CaseId),
    /// It was made by a newer program.
    Newer {
        /// Which case.
        id: CaseId,
        /// Its format.
        format: u32,
    },
}

impl Fault {
    pub(super) fn io(doing: Doing, path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |fault| Self::Io { doing, path, fault }
    }
}
