//! A record on each line, as JSON.

use std::io::{self, BufRead, Read};
use std::path::PathBuf;

use super::{Feed, Form, MOST_BYTES, PIECE, Piece, Source, fault};
use crate::batch::{id_before_fault, too_long};
use crate::error::Result;

/// The lines of the input.
pub struct Lines {
    input: Feed,
    name: PathBuf,
    number: usize,
    done: bool,
}

impl Lines {
    /// The lines of a file of this name.
    pub fn new(input: Feed, name: PathBuf) -> Self {
        Self {
            input,
            name,
            number: 0,
            done: false,
        }
    }

    fn line(&mut self, piece: &mut Piece) -> io::Result<()> {
        let start = piece.bytes.len();
        let limit = u64::try_from(MOST_BYTES + 2).unwrap_or(u64::MAX);
        let read = (&mut self.input)
            .take(limit)
            .read_until(b'\n', &mut piece.bytes)?;
        if read == 0 {
            self.done = true;
            return Ok(());
        }
        self.number += 1;
        let whole = piece.bytes.last() == Some(&b'\n');
        let mut end = piece.bytes.len() - usize::from(whole);
        if end > start && piece.bytes[end - 1] == b'\r' {
            end -= 1;
        }
        if end - start > MOST_BYTES {
            let id = id_before_fault(&piece.bytes[start..end]);
            piece.bytes.truncate(start);
            piece.bytes.extend(id);
            if !whole {
                self.skip()?;
            }
            piece.end(self.number, Form::Unread(Box::new(too_long(MOST_BYTES))));
            return Ok(());
        }
        if self.number == 1 && piece.bytes[start..end].starts_with(b"\xEF\xBB\xBF") {
            piece.bytes.drain(start..start + 3);
            end -= 3;
        }
        piece.bytes.truncate(end);
        // Blank lines are no records.
        if piece.bytes[start..].iter().all(u8::is_ascii_whitespace) {
            piece.bytes.truncate(start);
        } else {
            piece.end(self.number, Form::Json);
        }
        Ok(())
    }

    /// Reads past the rest of a line.
    fn skip(&mut self) -> io::Result<()> {
        loop {
            let waiting = self.input.fill_buf()?;
            if waiting.is_empty() {
                return Ok(());
            }
            let end = waiting.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(waiting.len(), |at| at + 1);
            self.input.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }
}

impl Source for Lines {
    fn piece(&mut self, spare: Piece) -> Result<Option<Piece>> {
        let mut piece = spare.emptied();
        let mut until = None;
        while piece.bytes.len() < PIECE && !self.done {
            piece.pauses = !piece.records.is_empty() && self.input.pauses(&mut until);
            if piece.pauses {
                break;
            }
            let read = self.line(&mut piece);
            read.map_err(|error| fault(&self.name, &error))?;
        }
        Ok(piece.or_none())
    }
}
