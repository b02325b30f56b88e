//! Where records come from: lines of JSON, rows of a table, files in a folder. Each gives them some at a time.

mod feed;
mod folder;
mod lines;
mod rows;

pub use feed::Feed;
pub use folder::Folder;
pub use lines::Lines;
pub use rows::Rows;

use std::io;
use std::path::Path;

use super::progress::dotted;
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
    /// Nothing more comes for a while: what is under way need not wait for it.
    pub pauses: bool,
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

/// Records one after the other that could not be assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The place of the first in the input.
    pub first: usize,
    /// The place of the last.
    pub last: usize,
    /// The line in it that is wrong, where that is known; then there is only one.
    pub line: Option<usize>,
}

impl Run {
    /// How many records.
    pub fn count(&self) -> usize {
        self.last - self.first + 1
    }
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

    /// Where these of so many records stand; for a person.
    fn places(&self, runs: &[Run], count: usize) -> String {
        let say = &nl().batch;
        let line = |run: &Run| match run.last - run.first {
            0 => run.first.to_string(),
            1 => format!("{}, {}", run.first, run.last),
            _ => format!("{}-{}", run.first, run.last),
        };
        let lines: Vec<String> = runs.iter().map(line).collect();
        let lines = lines.join(", ");
        let named: usize = runs.iter().map(Run::count).sum();
        match (count - named, named) {
            (0, 1) => say.refused_line(lines),
            (0, _) => say.refused_lines(lines),
            (more, _) => say.refused_lines_more(lines, dotted(more as u64)),
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
        self.pauses = false;
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
