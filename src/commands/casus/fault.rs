//! The store's faults as the one error that the user reads.

use std::io;

use crate::case::{Doing, Fault};
use crate::error::{Error, ErrorKind};
use crate::keys;
use crate::text::nl;

/// What the user reads about a fault of the store.
pub fn error(fault: Fault) -> Error {
    let text = &nl().cases;
    match fault {
        Fault::Io { doing, path, fault } => {
            let path = path.display();
            let what = match doing {
                Doing::Folder => text.folder_fault(path),
                Doing::Read => text.read_fault(path),
                Doing::Write => text.write_fault(path),
                Doing::Lock => text.lock_fault(path),
                Doing::Remove => text.remove_fault(path),
            };
            let mut error = Error::machine(what, &fault);
            if matches!(
                fault.kind(),
                io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists
            ) {
                error.todo = text.not_a_folder_todo();
            }
            error
        }
        Fault::Busy(id) => Error::attention(text.busy(id), text.busy_todo()),
        Fault::Missing(id) => Error::usage(text.missing(id), text.see_list_todo()),
        Fault::Gone(id) => Error::usage(text.gone(id), text.see_list_todo()),
        Fault::Foreign(id) => Error::attention(text.foreign(id), text.foreign_todo()),
        Fault::Corrupt { id, line } => {
            Error::attention(text.corrupt(id, line), text.corrupt_todo())
        }
        Fault::Older(id) => Error::attention(text.older(&id), text.older_todo(&id)),
        Fault::BadList(id) => Error::attention(text.bad_list(&id), text.bad_list_todo(&id)),
        Fault::Locked(id) => Error::attention(text.locked(id), text.locked_todo()),
        Fault::NoEnvelope(id) => Error::attention(text.no_envelope(id), text.no_envelope_todo()),
        Fault::Mixed(id) => Error::attention(text.mixed(&id), text.mixed_todo(&id)),
        Fault::NotSealed(id) => {
            Error::usage(nl().keys.envelope_plain(&id), text.not_sealed_todo(&id))
        }
        Fault::Sealed(id) => Error::usage(text.sealed(id), text.sealed_todo()),
        Fault::Keys(id, keys::Fault::NotForThisKey) => {
            Error::attention(text.not_yours(id), text.not_yours_todo())
        }
        Fault::Keys(_, keys::Fault::NoRandom) => Error::new(
            ErrorKind::Machine,
            nl().keys.no_random(),
            nl().keys.no_random_todo(),
        ),
        Fault::Keys(id, _) => Error::attention(text.bad_envelope(id), text.bad_envelope_todo()),
        Fault::Newer { id, .. } => Error::attention(text.newer(id), text.newer_todo()),
    }
}

/// The same in one sentence, for a list of cases.
pub fn error_text(fault: &Fault) -> String {
    let text = &nl().cases;
    let what = match fault {
        Fault::Io { path, .. } => text.read_fault(path.display()),
        Fault::Busy(id) => text.busy(id),
        Fault::Missing(id) => text.missing(id),
        Fault::Gone(id) => text.gone(id),
        Fault::Foreign(id) => text.foreign(id),
        Fault::Corrupt { id, line } => text.corrupt(id, line),
        Fault::Older(id) => format!("{} {}", text.older(id), text.older_todo(id)),
        Fault::BadList(id) => text.bad_list(id),
        Fault::Locked(id) => text.locked(id),
        Fault::NoEnvelope(id) => text.no_envelope(id),
        Fault::Mixed(id) => text.mixed(id),
        Fault::NotSealed(id) => nl().keys.envelope_plain(id),
        Fault::Sealed(id) => text.sealed(id),
        Fault::Keys(id, keys::Fault::NotForThisKey) => text.not_yours(id),
        Fault::Keys(id, _) => text.bad_envelope(id),
        Fault::Newer { id, .. } => text.newer(id),
    };
    text.unreadable(what)
}
