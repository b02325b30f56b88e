//! A record in each row of a table: CSV as spreadsheets write it (Excel's semicolon, tabs, quoted cells with line breaks,
//! a byte-order mark), with ids of questions in its first row.

use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::{Feed, Form, MOST_BYTES, Piece, Source, fault};
use crate::batch::{Columns, ID, open_cell, too_long};
use crate::error::{Error, Result};
use crate::problem::{Place, Problem, did_you_mean, draw};
use crate::questionnaire::Questionnaire;
use crate::text::nl;

/// The longest header, in bytes.
const MOST_HEADER: u64 = 1 << 20;
/// The most cells in a row.
const MOST_CELLS: usize = 1 << 16;

/// The rows of the input.
pub struct Rows {
    table: Table,
    columns: Arc<Columns>,
    name: PathBuf,
    row: Row,
}

/// The input, cell by cell.
struct Table {
    input: Feed,
    parser: Reader,
    /// The line that is next.
    line: usize,
    /// The end of the input was seen.
    done: bool,
}

/// One row.
#[derive(Default)]
struct Row {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
    line: usize,
    too_long: bool,
    /// A quotation mark in it is never closed.
    open: bool,
}

impl Rows {
    /// The rows of a table, after its header; nothing where it is empty. These of its columns are taken over.
    pub fn open(
        mut input: Feed,
        name: &Path,
        delimiter: Option<u8>,
        list: &Questionnaire,
        taken_over: &[String],
        colour: bool,
    ) -> Result<Option<Self>> {
        let failed = |error: io::Error| fault(name, &error);
        let say = &nl().batch;
        let mut first = Vec::new();
        let mut line = 1;
        let mut delimiter = delimiter;
        loop {
            first.clear();
            let limited = (&mut input).take(MOST_HEADER);
            let read = { limited }.read_until(b'\n', &mut first).map_err(failed)?;
            if read == 0 {
                return Ok(None);
            }
            if first.starts_with(b"\xFF\xFE") || first.starts_with(b"\xFE\xFF") {
                let (what, todo) = (say.utf16(name.display()), say.utf16_todo());
                return Err(Error::attention(what, todo));
            }
            if line == 1 && first.starts_with(b"\xEF\xBB\xBF") {
                first.drain(..3);
            }
            // What Excel may put before the header.
            let end = first.trim_ascii_end().len();
            let end = first[end..]
                .iter()
                .position(|byte| matches!(byte, b'\r' | b'\n'))
                .map_or(first.len(), |at| end + at);
            match &first[..end] {
                [b's', b'e', b'p', b'=', said] => delimiter = delimiter.or(Some(*said)),
                blank if blank.trim_ascii().is_empty() => {}
                _ => break,
            }
            line += 1;
        }
        let delimiter = delimiter.unwrap_or_else(|| likely(&first));
        let header = String::from_utf8_lossy(&first).trim_end().to_owned();
        let mut table = Table {
            input: input.after(first),
            parser: ReaderBuilder::new().delimiter(delimiter).build(),
            line,
            done: false,
        };
        let mut row = Row::default();
        table.read(&mut row).map_err(failed)?;
        if row.too_long || row.open || row.bytes.len() as u64 >= MOST_HEADER {
            let (what, todo) = (say.header_long(name.display()), say.header_long_todo());
            return Err(Error::attention(what, todo));
        }
        let names = row.names(&header, name, delimiter);
        let is_known = |name: &str| name == ID || list.find(name).is_some();
        let there = |wanted: &String| names.iter().any(|(name, _)| name == wanted);
        let missing = taken_over.iter().find(|wanted| !there(wanted));
        match Columns::of(list, &names, taken_over) {
            // Only what is a header is shown.
            Ok(_) | Err(_) if missing.is_some() && names.iter().any(|(name, _)| is_known(name)) => {
                let missing = missing.map_or("", String::as_str);
                let what = say.no_column(missing, name.display());
                let names = names.iter().map(|(name, _)| name.as_str());
                Err(Error::usage(what, did_you_mean(missing, names)))
            }
            Ok(columns) => Ok(Some(Self {
                table,
                columns: Arc::new(columns),
                name: name.to_owned(),
                row,
            })),
            // What is no header is a record, and nobody who reads a message need see one.
            Err(_) if !names.iter().any(|(name, _)| is_known(name)) => {
                let (what, todo) = (say.no_header(name.display()), say.no_header_todo());
                Err(Error::attention(what, todo))
            }
            Err(problems) => {
                // The header may have begun further down; the faults count from it.
                let above = "\n".repeat(line - 1);
                let text = format!("{above}{header}");
                let drawn = draw(&problems, |_| Some(text.as_str()), colour);
                let (what, todo) = (say.header(name.display()), say.header_todo());
                Err(Error::attention(what, todo).with_details(vec![drawn]))
            }
        }
    }

    /// What the columns hold.
    pub fn columns(&self) -> Arc<Columns> {
        self.columns.clone()
    }

    fn put(&self, piece: &mut Piece) {
        let (row, columns) = (&self.row, &*self.columns);
        let start = piece.bytes.len();
        let problem: Option<Problem> = if row.too_long {
            Some(too_long(MOST_BYTES))
        } else if row.open {
            Some(open_cell())
        } else if row.cells != columns.count() {
            Some(columns.other_count(row.cells))
        } else {
            columns.line(row.cells(), &mut piece.bytes).err()
        };
        let form = match problem {
            None => Form::Json,
            Some(fault) => {
                piece.bytes.truncate(start);
                let has_id = !row.too_long && (!row.open || row.cells > 1);
                if has_id && columns.id(row.cells(), &mut piece.bytes).is_err() {
                    piece.bytes.truncate(start);
                }
                Form::Unread(Box::new(fault))
            }
        };
        piece.end(row.line, form);
    }
}

impl Source for Rows {
    fn piece(&mut self, spare: Piece) -> Result<Option<Piece>> {
        let mut piece = spare.emptied();
        let mut until = None;
        while !piece.is_full() {
            if self.row.open {
                // Its line was given; what may have been lost in it is said.
                let say = &nl().batch;
                let what = say.open_quote(self.row.line, self.name.display());
                self.row.open = !piece.records.is_empty();
                if self.row.open {
                    break;
                }
                return Err(Error::attention(what, say.open_quote_todo()));
            }
            piece.pauses = !piece.records.is_empty() && self.table.input.pauses(&mut until);
            if piece.pauses {
                break;
            }
            let read = self.table.read(&mut self.row);
            if !read.map_err(|error| fault(&self.name, &error))? {
                break;
            }
            if self.columns.blank_is_record() || !self.row.is_blank() {
                self.put(&mut piece);
            }
        }
        Ok(piece.or_none())
    }
}

impl Table {
    /// The next row; false at the end.
    fn read(&mut self, row: &mut Row) -> io::Result<bool> {
        row.begin(self.skip_breaks()?);
        let (mut written, mut ends) = (0, 0);
        loop {
            let waiting = self.input.fill_buf()?;
            // A line break after the end closes the last row, unless a quotation mark is still open.
            let at_end = waiting.is_empty();
            let given: &[u8] = match (at_end, self.done) {
                (true, false) => b"\n",
                _ => waiting,
            };
            row.room(written, ends);
            let (result, read, bytes, found) =
                self.parser
                    .read_record(given, &mut row.bytes[written..], &mut row.ends[ends..]);
            if !at_end {
                self.line += given[..read].iter().filter(|byte| **byte == b'\n').count();
                self.input.consume(read);
            }
            written += bytes;
            ends += found;
            match result {
                ReadRecordResult::InputEmpty if at_end && self.done => return Ok(false),
                ReadRecordResult::InputEmpty => self.done = at_end,
                ReadRecordResult::OutputFull if written >= MOST_BYTES => {
                    row.too_long = true;
                    written = 0;
                }
                ReadRecordResult::OutputEndsFull if ends >= MOST_CELLS => {
                    row.too_long = true;
                    ends = 0;
                }
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {}
                ReadRecordResult::Record => {
                    row.open = self.done;
                    row.cells = ends;
                    row.bytes.truncate(written);
                    row.too_long |= written > MOST_BYTES;
                    return Ok(true);
                }
                ReadRecordResult::End => return Ok(false),
            }
        }
    }

    /// Past line breaks before a row; the line that it begins on.
    fn skip_breaks(&mut self) -> io::Result<usize> {
        loop {
            let waiting = self.input.fill_buf()?;
            let breaks = waiting
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'));
            let breaks = breaks.count();
            self.line += waiting[..breaks]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count();
            let all = breaks > 0 && breaks == waiting.len();
            self.input.consume(breaks);
            if !all {
                return Ok(self.line);
            }
        }
    }
}

impl Row {
    fn begin(&mut self, line: usize) {
        self.cells = 0;
        self.line = line;
        self.too_long = false;
        self.open = false;
    }

    /// Makes room for more.
    fn room(&mut self, written: usize, ends: usize) {
        if self.bytes.len() < written + 1024 {
            self.bytes.resize((written * 2).max(4096), 0);
        }
        if self.ends.len() < ends + 16 {
            self.ends.resize((ends * 2).max(64), 0);
        }
    }

    fn cells(&self) -> impl Iterator<Item = &[u8]> + Clone {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(&self.ends).take(self.cells);
        spans.map(|(start, end)| &self.bytes[start..*end])
    }

    fn is_blank(&self) -> bool {
        !self.too_long && self.cells().all(|cell| cell.trim_ascii().is_empty())
    }

    /// The names in a header with their places in its text.
    fn names(&self, header: &str, file: &Path, delimiter: u8) -> Vec<(String, Place)> {
        let file: Arc<str> = file.display().to_string().into();
        let mut from = 0;
        let mut names = Vec::new();
        for cell in self.cells() {
            let name = String::from_utf8_lossy(cell).trim().to_owned();
            let rest = header.get(from..).unwrap_or_default();
            let at = from + rest.find(&*name).unwrap_or_default();
            let column = header.get(..at).map_or(0, |before| before.chars().count()) + 1;
            let width = name.chars().count().max(1);
            let place = Place {
                file: file.clone(),
                line: self.line,
                column,
                width,
            };
            let after = header.get(at + name.len()..).unwrap_or_default();
            let next = after.find(char::from(delimiter));
            from = at + name.len() + next.map_or(0, |next| next + 1);
            names.push((name, place));
        }
        names
    }
}

/// What stands between the names: ids of questions hold none of these.
fn likely(header: &[u8]) -> u8 {
    let line = header.split(|byte| *byte == b'\r').next().unwrap_or(header);
    let count = |one: u8| line.iter().filter(|byte| **byte == one).count();
    // Of equally many the comma.
    let best = [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|one| count(*one));
    best.unwrap_or(b',')
}
