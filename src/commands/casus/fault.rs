//! The store's faults as the one error that the user reads.

use std::io;

use crate::case::{Doing, Fault};
use crate::error::Error;
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
        Fault::Newer { id, .. } => text.newer(id),
    };
    text.unreadable(what)
}
