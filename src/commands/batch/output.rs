//! Where the lines go: standard output, or a file that gets its name only when it is whole.

use std::io::{self, Write};
use std::path::PathBuf;

use super::Batch;
use crate::commands::plan::is_out;
use crate::error::{Error, Result};
use crate::world::{Guard, Whole, World};

/// Where the lines go.
pub enum Output {
    /// Standard output.
    Out,
    /// A file.
    File(Box<Whole>, PathBuf),
}

impl Output {
    /// Opens it; a file that is there already stays, unless it may be replaced.
    pub fn open(world: &World, asked: &Batch) -> Result<Self> {
        if is_out(&asked.uit) {
            return Ok(Self::Out);
        }
        let guard = if asked.overschrijf {
            Guard::Replace
        } else {
            Guard::KeepOther
        };
        let whole = world.begin(&asked.uit, guard)?;
        Ok(Self::File(Box::new(whole), asked.uit.clone()))
    }

    /// What the lines are written to.
    pub fn writer<'w>(&'w mut self, world: &'w mut World) -> &'w mut dyn Write {
        match self {
            Self::Out => &mut *world.out,
            Self::File(whole, _) => &mut **whole,
        }
    }

    /// What went wrong in writing.
    pub fn fault(&self, fault: io::Error) -> Error {
        match self {
            Self::Out => fault.into(),
            Self::File(_, file) => Error::writing(file, &fault),
        }
    }

    /// All of it was written.
    pub fn finish(self) -> Result<()> {
        match self {
            Self::Out => Ok(()),
            Self::File(whole, _) => whole.finish(),
        }
    }
}
