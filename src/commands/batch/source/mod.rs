//! Where records come from: lines of JSON, rows of a table, files in a folder. Each gives them some at a time.

mod folder;
mod lines;
mod rows;

pub use folder::Folder;
pub use lines::Lines;
pub use rows::Rows;

use std::io;
use std::path::Path;

use crate::error::{Error, Result};
use crate::problem::Problem;
use crate::text::nl;
use crate::world::Packing;

/// A record of more bytes than this is refused.
pub const MOST_BYTES: usize = 1 << 20;
/// About so many bytes go to one hand at a time.
const PIECE: usize = 1 << 17;

/// Some records.
#[derive(Default)]
pub struct Piece {
    /// What stands in them, one after the other.
    pub bytes: Vec<u8>,
    /// Where each ends, and what it is.
    pub records: Vec<Given>,
}

/// One record of a piece.
pub struct Given {
    /// Where it ends in the bytes.
    pub end: usize,
    /// Its place in the input: a line, or the number of a file.
    pub number: usize,
    /// What stands there.
    pub form: Form,
}

/// What a record looks like.
pub enum Form {
    /// A line of JSON, without its line break.
    Json,
    /// An answers file, with the id that its name gives.
    File(String),
    /// Its id as JSON, or nothing: what came could not be read.
    Unread(Box<Problem>),
}

/// Gives records in the order of the input.
pub trait Source {
    /// The next records; none at the end. What they are put in is used again.
    fn piece(&mut self, spare: Piece) -> Result<Option<Piece>>;

    /// Where these records stand, each with the line in it that is wrong where that is known; for a person.
    fn places(&self, at: &[(usize, Option<usize>)], more: usize) -> String {
        let lines: Vec<String> = at.iter().map(|(line, _)| line.to_string()).collect();
        let lines = lines.join(", ");
        let say = &nl().batch;
        if more == 0 {
            say.refused_lines(lines)
        } else {
            say.refused_lines_more(lines, more)
        }
    }
}

/// What went wrong in reading: the disk's fault, or that of a packed file that is not whole.
fn fault(file: &Path, fault: &io::Error) -> Error {
    let say = &nl().batch;
    match Packing::of(file) {
        Some(_) if Packing::is_broken(fault) => {
            Error::attention(say.broken_off(file.display()), say.broken_off_todo())
        }
        _ => Error::reading(file, fault),
    }
}

impl Piece {
    /// The same room with nothing in it.
    fn emptied(mut self) -> Self {
        self.bytes.clear();
        self.records.clear();
        self
    }

    /// Adds what was written to the bytes since the last record as one more.
    fn end(&mut self, number: usize, form: Form) {
        let end = self.bytes.len();
        self.records.push(Given { end, number, form });
    }

    /// Enough for one hand.
    fn is_full(&self) -> bool {
        self.bytes.len() >= PIECE || self.records.len() >= PIECE / 16
    }

    fn or_none(self) -> Option<Self> {
        (!self.records.is_empty()).then_some(self)
    }
}
