//! Records in columns: a header with ids of questions, a record in each row, an answer in each cell. A row becomes the
//! line of JSON that says the same, and goes the road of every other line. What is taken over stands in a member of its own.

use super::alone::{ECHO, Faults, ID};
use super::fault::{at, pointer};
use crate::answer::ANSWERS;
use crate::problem::{Code, Place, Problem, did_you_mean};
use crate::questionnaire::{Kind, Questionnaire};
use crate::text::nl;

/// What each column holds.
#[derive(Debug)]
pub struct Columns {
    /// The first column holds the id of the record.
    id: bool,
    /// The other columns.
    others: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    pointer: String,
    /// `"name":`, as it stands in the line.
    member: String,
    /// It holds the answers to a question.
    answers: bool,
    /// It is taken over.
    taken_over: bool,
}

impl Columns {
    /// The columns of a header, with the place of each name. Those that are taken over need not be questions; one that is
    /// holds its answers all the same.
    ///
    /// # Errors
    /// Every other name that is no question of this list, is one of rows, or stands there twice.
    pub fn of(
        list: &Questionnaire,
        header: &[(String, Place)],
        taken_over: &[String],
    ) -> Result<Self, Faults> {
        let mut problems = Vec::new();
        let id = header.first().is_some_and(|(name, _)| name == ID);
        let names = &header[usize::from(id)..];
        for (at, (name, place)) in names.iter().enumerate() {
            if let Some((_, first)) = names[..at].iter().find(|(other, _)| other == name) {
                let say = &nl().batch;
                let fault = Problem::new(
                    Code::RepeatedKey,
                    place.clone(),
                    say.column_twice(name),
                    say.column_twice_todo(),
                );
                problems.push(fault.and(first.clone(), say.column_first()));
            } else if let Some(fault) = wrong(list, name, place)
                && !taken_over.contains(name)
            {
                problems.push(fault);
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let others = names.iter().map(|(name, place)| {
            let answers = wrong(list, name, place).is_none();
            let of = if answers { ANSWERS } else { ECHO };
            Column {
                pointer: format!("/{of}{}", pointer(name)),
                member: format!("{}:", super::form::json(name)),
                answers,
                taken_over: taken_over.contains(name),
            }
        });
        Ok(Self {
            id,
            others: others.collect(),
        })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        usize::from(self.id) + self.others.len()
    }

    /// Whether a row in which nothing stands is a record: not where it would have had an id.
    pub fn blank_is_record(&self) -> bool {
        !self.id
    }

    /// The number of the cell that a JSON pointer is about, from 1.
    pub(super) fn number_of(&self, place: &str) -> Option<usize> {
        if self.id && place == pointer(ID) {
            return Some(1);
        }
        let found = self.others.iter().position(|one| one.pointer == place)?;
        Some(found + 1 + usize::from(self.id))
    }

    /// Adds the id of a row to `out`, as JSON; nothing where it has none.
    ///
    /// # Errors
    /// It is no text.
    pub fn id<'c>(
        &self,
        mut cells: impl Iterator<Item = &'c [u8]>,
        out: &mut Vec<u8>,
    ) -> Result<(), Problem> {
        let cell = if self.id { cells.next() } else { None };
        let text = text(cell.unwrap_or_default(), &pointer(ID), 1)?;
        if !text.trim().is_empty() {
            write(text, out);
        }
        Ok(())
    }

    /// Adds the line of JSON that says what this row says. An empty cell is a question that was not asked.
    ///
    /// # Errors
    /// A cell that is no text.
    pub fn line<'c>(
        &self,
        cells: impl Iterator<Item = &'c [u8]> + Clone,
        out: &mut Vec<u8>,
    ) -> Result<(), Problem> {
        out.push(b'{');
        if self.id {
            let (before, start) = (out.len(), out.len() + 5);
            out.extend_from_slice(b"\"id\":");
            self.id(cells.clone(), out)?;
            if out.len() == start {
                out.truncate(before);
            } else {
                out.push(b',');
            }
        }
        out.extend_from_slice(b"\"antwoorden\":{");
        let start = out.len();
        for (column, cell) in self.texts(cells.clone(), |column| column.answers) {
            let text = cell?;
            if !text.trim().is_empty() {
                column.write(text, start, out);
            }
        }
        out.push(b'}');
        if self.others.iter().any(|column| column.taken_over) {
            out.extend_from_slice(format!(",\"{ECHO}\":{{").as_bytes());
            let start = out.len();
            for (column, cell) in self.texts(cells, |column| column.taken_over) {
                column.write(cell?, start, out);
            }
            out.push(b'}');
        }
        out.push(b'}');
        Ok(())
    }

    /// The cells of some columns.
    fn texts<'c>(
        &self,
        cells: impl Iterator<Item = &'c [u8]>,
        wanted: impl Fn(&Column) -> bool,
    ) -> impl Iterator<Item = (&Column, Result<&'c str, Problem>)> {
        let skipped = usize::from(self.id);
        let cells = self.others.iter().zip(cells.skip(skipped)).enumerate();
        cells
            .filter(move |(_, (column, _))| wanted(column))
            .map(move |(at, (column, cell))| {
                (column, text(cell, &column.pointer, at + 1 + skipped))
            })
    }

    /// A row with more or fewer cells than the header.
    pub fn other_count(&self, cells: usize) -> Problem {
        let say = &nl().batch;
        let column = cells.min(self.count()) + 1;
        Problem::new(
            Code::WrongType,
            at("", column),
            match cells {
                1 => say.cells_one(self.count()),
                _ => say.cells(cells, self.count()),
            },
            say.cells_todo(),
        )
    }
}

impl Column {
    /// Adds the member of this column; `start` is where the first would be.
    fn write(&self, text: &str, start: usize, out: &mut Vec<u8>) {
        if out.len() > start {
            out.push(b',');
        }
        out.extend_from_slice(self.member.as_bytes());
        write(text, out);
    }
}

/// What is wrong with a name in a header.
fn wrong(list: &Questionnaire, name: &str, place: &Place) -> Option<Problem> {
    let say = &nl().batch;
    let fault = |code, message, tip| Some(Problem::new(code, place.clone(), message, tip));
    if name.is_empty() {
        return fault(Code::MissingKey, say.no_name(), say.no_name_todo());
    }
    let found = list.find(name);
    let question = found.map(|at| list.question(at));
    match question {
        Some(question) if question.parent.is_none() => match question.kind {
            Kind::List { .. } => fault(Code::WrongUse, say.rows(name), say.rows_todo()),
            _ => None,
        },
        _ if stands_in_rows(list, name) => {
            fault(Code::WrongUse, say.in_rows(name), say.rows_todo())
        }
        _ if name == ID => fault(Code::UnknownReference, say.late_id(), say.late_id_todo()),
        _ => fault(
            Code::UnknownReference,
            say.unknown_column(name, &list.version.id),
            did_you_mean(name, plain(list)),
        ),
    }
}

fn stands_in_rows(list: &Questionnaire, name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    let mut inside = list.questions.iter().filter(|one| one.parent.is_some());
    inside.any(|one| *one.id.0 == *name || one.short_id() == last)
}

/// The questions that can have a column.
fn plain(list: &Questionnaire) -> impl Iterator<Item = &str> {
    let questions = list.questions.iter().filter(|one| one.parent.is_none());
    let plain = questions.filter(|one| !matches!(one.kind, Kind::List { .. }));
    plain.map(|one| &*one.id.0)
}

fn text<'c>(cell: &'c [u8], pointer: &str, number: usize) -> Result<&'c str, Problem> {
    std::str::from_utf8(cell).map_err(|_| {
        let say = &nl().batch;
        let place = at(pointer, number);
        Problem::new(Code::NotText, place, say.not_utf8(), say.not_utf8_todo())
    })
}

fn write(text: &str, out: &mut Vec<u8>) {
    // Writing a text to memory cannot fail.
    _ = serde_json::to_writer(out, text);
}
