//! Records in columns: a header with ids of questions, a record in each row, an answer in each cell. A row becomes the
//! line of JSON that says the same, and goes the road of every other line.

use super::alone::{Faults, ID};
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
    /// The questions of the other columns.
    questions: Vec<Question>,
}

#[derive(Debug)]
struct Question {
    pointer: String,
    /// `"name":`, as it stands in the line.
    member: String,
}

impl Columns {
    /// The columns of a header, with the place of each name.
    ///
    /// # Errors
    /// Every name that is no question of this list, is one of rows, or stands there twice.
    pub fn of(list: &Questionnaire, header: &[(String, Place)]) -> Result<Self, Faults> {
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
            } else if let Some(fault) = wrong(list, name, place) {
                problems.push(fault);
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let questions = names.iter().map(|(name, _)| Question {
            pointer: format!("/{ANSWERS}{}", pointer(name)),
            member: format!("{}:", super::form::json(name)),
        });
        Ok(Self {
            id,
            questions: questions.collect(),
        })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        usize::from(self.id) + self.questions.len()
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
        let found = self.questions.iter().position(|one| one.pointer == place)?;
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
        let skipped = usize::from(self.id);
        for (at, (question, cell)) in self.questions.iter().zip(cells.skip(skipped)).enumerate() {
            let text = text(cell, &question.pointer, at + 1 + skipped)?;
            if text.trim().is_empty() {
                continue;
            }
            if out.len() > start {
                out.push(b',');
            }
            out.extend_from_slice(question.member.as_bytes());
            write(text, out);
        }
        out.extend_from_slice(b"}}");
        Ok(())
    }

    /// A row with more or fewer cells than the header.
    pub fn other_count(&self, cells: usize) -> Problem {
        let say = &nl().batch;
        let column = cells.min(self.count()) + 1;
        Problem::new(
            Code::WrongType,
            at("", column),
            say.cells(cells, self.count()),
            say.cells_todo(),
        )
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
