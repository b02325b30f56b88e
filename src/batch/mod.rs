//! Many records: one line in, one line out, the same answer as `weeg` gives. Pure: knows no file, thread or terminal.
//!
//! A list is worked out beforehand as far as it can be ([`crate::engine::Compiled`]); a record whose answers are plain
//! words of plain questions is then looked up. Every other record (rows, texts, where answers come from, any fault) goes
//! the road of `weeg` by itself. Both give the same bytes.

mod alone;
mod columns;
mod fast;
mod fault;
mod file;
mod form;
mod table;

use std::sync::Arc;

use chrono::NaiveDate;

pub use alone::{ID, id_before_fault};
pub use columns::Columns;
pub use fault::{open_cell, too_long};
pub use table::Table;

use crate::problem::Problem;
use crate::questionnaire::Questionnaire;
use fast::Fast;

/// What stands in an output line besides the id and the outcomes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes {
    /// Of each fixed outcome the rule that decided, its source, and a set of answers that fixes it with none too many.
    pub reasons: bool,
    /// What is still open.
    pub open: bool,
    /// The other members of the record, in the member `record`; all of them, or those of [`Batch::taking_over`].
    pub echo: bool,
    /// Which list, in which version, with which content.
    pub origin: bool,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was assessed.
    Assessed,
    /// It could not be; its line says why, at this place.
    Refused,
}

/// The lists of one run.
pub struct Batch<'l> {
    lists: Vec<Prepared<'l>>,
    wishes: Wishes,
    /// Where the records come from columns: what these hold.
    columns: Option<Arc<Columns>>,
    /// The members that are taken over; all where there is none.
    taken_over: Vec<String>,
}

/// One list of a run.
struct Prepared<'l> {
    list: &'l Questionnaire,
    today: NaiveDate,
    fast: Option<Fast>,
    /// Which list, version and content, and for which day, as it stands in an output line.
    origin: String,
}

/// What is used again from line to line.
#[derive(Default)]
pub struct Scratch {
    /// The record as numbers.
    chosen: Vec<u16>,
    /// The questions that it has.
    seen: Vec<bool>,
    /// After each question the one that came next the last time.
    next: Vec<usize>,
}

impl<'l> Batch<'l> {
    /// Works the lists out for records of one day.
    #[cfg_attr(all(doc, not(house)), doc(hidden))]
    pub fn new(
        lists: impl IntoIterator<Item = &'l Questionnaire>,
        today: NaiveDate,
        wishes: Wishes,
    ) -> Self {
        let prepared = |list: &'l Questionnaire| Prepared {
            list,
            today,
            fast: Fast::of(list, today, wishes),
            origin: form::origin(list, today),
        };
        Self {
            lists: lists.into_iter().map(prepared).collect(),
            wishes,
            columns: None,
            taken_over: Vec::new(),
        }
    }

    /// Of the other members of a record only these are taken over, where any are.
    #[must_use]
    pub fn taking_over(mut self, names: &[String]) -> Self {
        self.taken_over = names.to_vec();
        self
    }

    /// The records come from these columns.
    #[cfg_attr(all(doc, not(house)), doc(hidden))]
    #[must_use]
    pub fn with_columns(mut self, columns: Arc<Columns>) -> Self {
        self.columns = Some(columns);
        self
    }

    /// Which list, version and content each list of the run has, and for which day: one line of JSON.
    pub fn origins(&self) -> String {
        let each = self.lists.iter().map(|one| format!("{{{}}}", one.origin));
        format!("[{}]", each.collect::<Vec<_>>().join(","))
    }

    /// Assesses one record, a line of JSON without its end, and adds a line to `out`.
    pub fn line(&self, line: &[u8], scratch: &mut Scratch, out: &mut Vec<u8>) -> Fate {
        let start = out.len();
        if let [only] = &*self.lists
            && let Some(fast) = &only.fast
            && fast.line(line, scratch, out)
        {
            return Fate::Assessed;
        }
        out.truncate(start);
        alone::line(self, line, out)
    }

    /// Assesses the answers file of one record and adds a line to `out`. Of a file that could not be assessed: the line
    /// in it where the first fault stands.
    pub fn file(&self, id: &str, bytes: &[u8], out: &mut Vec<u8>) -> (Fate, Option<usize>) {
        file::line(self, id, bytes, out)
    }

    /// Adds the output line of a record that could not be read. Its id is JSON, or empty where it has none.
    pub fn refuse(&self, id: &[u8], problem: &Problem, out: &mut Vec<u8>) -> Fate {
        out.extend_from_slice(b"{\"id\":");
        out.extend_from_slice(if id.is_empty() { b"null" } else { id });
        if self.wishes.echo {
            out.extend_from_slice(alone::NOTHING_ECHOED.as_bytes());
        }
        out.extend_from_slice(self.stands_for(self.only()).as_bytes());
        let faults = fault::faults(std::slice::from_ref(problem), None);
        out.extend_from_slice(faults.as_bytes());
        out.extend_from_slice(b"}\n");
        Fate::Refused
    }

    /// Whether a member with this name, which is none of our own, is taken over.
    fn takes_over(&self, name: &str) -> bool {
        let named = self.taken_over.is_empty() || self.taken_over.iter().any(|one| one == name);
        self.wishes.echo && self.columns.is_none() && named
    }

    /// The list of a record that names none.
    fn only(&self) -> Option<&Prepared<'l>> {
        match &*self.lists {
            [only] => Some(only),
            _ => None,
        }
    }

    /// What a line with faults says of its list and its day, as a good one does. Of a list that is not known only the day.
    fn stands_for(&self, of: Option<&Prepared<'l>>) -> String {
        if !self.wishes.origin && self.lists.len() < 2 {
            return String::new();
        }
        match (of, self.lists.first()) {
            (Some(of), _) => format!(",{}", of.origin),
            (None, Some(any)) => format!(",\"{}\":\"{}\"", alone::DAY, any.today),
            (None, None) => String::new(),
        }
    }
}
