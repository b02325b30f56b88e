//! What is looked at: one object, or a stream with one on each line. A stream is never in memory as a whole.

use std::io::{BufRead, Read};
use std::path::Path;

use crate::commands::lists::MOST_BYTES;
use crate::error::{Error, Result};
use crate::text::nl;
use crate::world::{Packing, World};

/// What was given.
pub enum Input {
    /// One result or plan.
    One(Vec<u8>),
    /// One result on each line.
    Many(Lines),
}

/// One line.
pub enum Line {
    /// Its bytes.
    Whole(Vec<u8>),
    /// It is longer than any result.
    TooLong,
}

/// The lines of a stream, without the empty ones.
pub struct Lines {
    first: std::vec::IntoIter<(usize, Line)>,
    rest: Box<dyn BufRead>,
    number: usize,
    name: std::path::PathBuf,
}

/// Opens a file, or standard input. Two lines that each begin an object are a stream; all else is one object.
pub fn open(world: &mut World, file: &Path) -> Result<Input> {
    let mut lines = lines(world, file)?;
    let mut first = Vec::new();
    let mut bytes = Vec::new();
    while first.len() < 2
        && let Some((number, line)) = lines.read(&mut bytes)?
    {
        let begins = match &line {
            Line::Whole(line) => without_mark(line).trim_ascii_start().starts_with(b"{"),
            Line::TooLong => true,
        };
        if !begins {
            return lines.all(bytes);
        }
        first.push((number, line));
    }
    match first.as_slice() {
        [(_, Line::Whole(_))] | [] => Ok(Input::One(bytes)),
        _ => {
            lines.first = first.into_iter();
            Ok(Input::Many(lines))
        }
    }
}

/// The lines of a file, unpacked where its name says that it is packed, or of standard input.
///
/// # Errors
/// It is a table, which holds no lines of JSON; or it cannot be read.
pub fn lines(world: &mut World, file: &Path) -> Result<Lines> {
    let packing = Packing::of(file);
    let inner = if packing.is_some() {
        file.with_extension("")
    } else {
        file.to_owned()
    };
    let ending = inner.extension().and_then(|ending| ending.to_str());
    if ending.is_some_and(|ending| {
        ["csv", "tsv"]
            .iter()
            .any(|one| ending.eq_ignore_ascii_case(one))
    }) {
        let text = &nl().verify_command;
        let (what, todo) = (text.a_table(file.display()), text.a_table_todo());
        return Err(Error::usage(what, todo));
    }
    let raw = world.reader(file)?;
    Ok(Lines {
        first: Vec::new().into_iter(),
        rest: match packing {
            Some(packing) => packing.unpack(raw),
            None => raw,
        },
        number: 0,
        name: file.to_owned(),
    })
}

impl Lines {
    /// One line by itself.
    pub fn one(line: &[u8]) -> Self {
        let line = without_mark(line).trim_ascii().to_vec();
        Self {
            first: vec![(1, Line::Whole(line))].into_iter(),
            rest: Box::new(std::io::empty()),
            number: 1,
            name: std::path::PathBuf::new(),
        }
    }

    /// The next line with its number, from one.
    pub fn next(&mut self) -> Result<Option<(usize, Line)>> {
        match self.first.next() {
            Some(line) => Ok(Some(line)),
            None => self.read(&mut Vec::new()),
        }
    }

    /// Reads on to the next line that holds something. All that was read is added to `bytes`.
    fn read(&mut self, bytes: &mut Vec<u8>) -> Result<Option<(usize, Line)>> {
        loop {
            let start = bytes.len();
            let most = MOST_BYTES as u64 + 1;
            let mut limited = (&mut self.rest).take(most);
            let read = limited.read_until(b'\n', bytes);
            let read = read.map_err(|fault| Error::reading(&self.name, &fault))?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            let line = &bytes[start..];
            if line.len() > MOST_BYTES && !line.ends_with(b"\n") {
                bytes.truncate(start);
                self.skip()?;
                return Ok(Some((self.number, Line::TooLong)));
            }
            if !without_mark(line).trim_ascii().is_empty() {
                let line = without_mark(line).trim_ascii().to_vec();
                return Ok(Some((self.number, Line::Whole(line))));
            }
        }
    }

    /// Passes over the rest of a line.
    fn skip(&mut self) -> Result<()> {
        let fault = |fault: std::io::Error| Error::reading(&self.name, &fault);
        loop {
            let part = self.rest.fill_buf().map_err(fault)?;
            let end = part.iter().position(|byte| *byte == b'\n');
            let passed = end.map_or(part.len(), |at| at + 1);
            let done = end.is_some() || part.is_empty();
            self.rest.consume(passed);
            if done {
                return Ok(());
            }
        }
    }

    /// One object: what was read, and the rest.
    fn all(mut self, mut bytes: Vec<u8>) -> Result<Input> {
        let left = (MOST_BYTES + 1).saturating_sub(bytes.len()) as u64;
        let mut limited = (&mut self.rest).take(left);
        let read = limited.read_to_end(&mut bytes);
        read.map_err(|fault| Error::reading(&self.name, &fault))?;
        if bytes.len() > MOST_BYTES {
            let text = &nl().program;
            let (what, todo) = (text.too_big(self.name.display()), text.too_big_todo());
            return Err(Error::attention(what, todo));
        }
        Ok(Input::One(bytes))
    }
}

/// A line without the byte-order mark that some programs put before a file.
fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)
}
