//! What a command makes, to a file or to the screen. What is made from a case and leaves it stands in the log of the case
//! before anybody can find the file: where the log fails there is no file; where the file fails after all, the log says one
//! thing too many and never too few.

use std::path::Path;

use super::casus;
use crate::case::{CaseId, Event};
use crate::error::{Error, ErrorKind, Result};
use crate::text::nl;
use crate::world::{Guard, Ready, World};

/// Bytes that are to be printed, or stand on disk without a name.
pub(super) enum Prepared {
    Out(Vec<u8>),
    File(Ready),
}

impl Prepared {
    /// Does all that can fail before something is written down.
    ///
    /// # Errors
    /// Something else stands there, or the disk refused.
    pub fn of(world: &World, file: &Path, bytes: &[u8], replace: bool) -> Result<Self> {
        if is_out(file) {
            return Ok(Self::Out(bytes.to_vec()));
        }
        let guard = if replace {
            Guard::Replace
        } else {
            Guard::KeepOther
        };
        let ready = world.ready(file, bytes, guard).map_err(exists)?;
        Ok(Self::File(ready))
    }

    /// Prints it, or gives the file its name.
    ///
    /// # Errors
    /// The disk refused, or nobody reads what is printed.
    pub fn appear(self, world: &mut World) -> Result<()> {
        match self {
            Self::Out(bytes) => world.give(&bytes),
            Self::File(ready) => ready.appear().map_err(exists),
        }
    }

    /// Writes what the log of the case says of it, and then lets it appear.
    ///
    /// # Errors
    /// The log cannot be written, and nothing was made; or the file after all.
    pub fn logged(self, world: &mut World, id: &CaseId, events: Vec<Event>) -> Result<()> {
        let now = world.now();
        let resumed = casus::store(world).resume(id, now);
        let mut case = resumed.map_err(casus::error)?.case;
        for event in events {
            case.log(event, now).map_err(casus::error)?;
        }
        drop(case);
        self.appear(world).map_err(|mut error| {
            let text = &nl().plan_command;
            error.todo = format!("{} {}", error.todo, text.logged_already(id));
            error
        })
    }
}

/// Whether this file is standard output.
pub(super) fn is_out(file: &Path) -> bool {
    file == Path::new("-")
}

/// Writes a file, or prints it. Another content that is already there stays, unless it may be replaced.
///
/// # Errors
/// Something else stands there, or it cannot be written.
pub(super) fn put(world: &mut World, file: &Path, bytes: &[u8], replace: bool) -> Result<()> {
    Prepared::of(world, file, bytes, replace)?.appear(world)
}

/// What to do where something else stands already.
fn exists(mut error: Error) -> Error {
    if error.kind == ErrorKind::Attention {
        error.todo = nl().plan_command.exists_todo();
    }
    error
}
