//! What is wrong with a record, as it stands in its output line: code, what, what to do, where.

use serde::Serialize;

use super::columns::Columns;
use super::form::json;
use crate::json::escaped;
use crate::problem::{Code, Place, Problem};
use crate::text::nl;

/// More faults than this of one record nobody reads.
const MOST: usize = 100;

/// The member of an output line with these faults. In a record from columns, the place is also the number of the cell.
pub(super) fn faults(problems: &[Problem], columns: Option<&Columns>) -> String {
    #[derive(Serialize)]
    struct Fault<'p> {
        code: &'p str,
        melding: &'p str,
        tip: &'p str,
        plaats: &'p str,
        kolom: usize,
    }
    let each: Vec<Fault<'_>> = problems
        .iter()
        .take(MOST)
        .map(|problem| Fault {
            code: problem.code.code(),
            melding: &problem.message,
            tip: &problem.tip,
            plaats: &problem.place.file,
            kolom: columns
                .and_then(|columns| columns.number_of(&problem.place.file))
                .unwrap_or(problem.place.column),
        })
        .collect();
    format!(",\"fouten\":{}", json(&each))
}

/// A record that is longer than may be.
pub fn too_long(most: usize) -> Problem {
    let say = &nl().batch;
    let tip = say.too_long_todo();
    Problem::new(Code::TooLarge, at("", 1), say.too_long(most), tip)
}

/// A row in which a quotation mark is never closed.
pub fn open_cell() -> Problem {
    let say = &nl().batch;
    let tip = say.open_cell_todo();
    Problem::new(Code::Syntax, at("", 1), say.open_cell(), tip)
}

/// A place in a record: the JSON pointer (RFC 6901) and the column.
pub(super) fn at(pointer: &str, column: usize) -> Place {
    Place {
        file: pointer.into(),
        line: 1,
        column,
        width: 1,
    }
}

/// The JSON pointer of a member.
pub(super) fn pointer(name: &str) -> String {
    format!("/{}", escaped(name))
}
