//! Many records: one line in, one line out, the same answer as `weeg` gives. Pure: knows no file, thread or terminal.
//!
//! A list is worked out beforehand as far as it can be ([`crate::engine::Compiled`]); a record whose answers are plain
//! words of plain questions is then looked up. Every other record (rows, texts, where answers come from, any fault) goes
//! the road of `weeg` by itself. Both give the same bytes.

mod alone;
mod fast;
mod form;

use chrono::NaiveDate;

use crate::questionnaire::Questionnaire;
use fast::Fast;

/// What stands in an output line besides the id and the outcomes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes {
    /// Of each fixed outcome the rule that decided, its source, and a set of answers that fixes it with none too many.
    pub reasons: bool,
    /// What is still open.
    pub open: bool,
    /// The other members of the record, in the member `record`.
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
}

/// One list of a run.
struct Prepared<'l> {
    list: &'l Questionnaire,
    today: NaiveDate,
    fast: Option<Fast>,
    /// Which list, version and content, as it stands in an output line.
    origin: String,
}

/// What is used again from line to line.
#[derive(Default)]
pub struct Scratch {
    chosen: Vec<u16>,
    seen: Vec<bool>,
    reduced: Vec<u16>,
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
            origin: form::origin(list),
        };
        Self {
            lists: lists.into_iter().map(prepared).collect(),
            wishes,
        }
    }

    /// Which list, version and content each list of the run has: one line of JSON.
    pub fn origins(&self) -> String {
        let each: Vec<&str> = self.lists.iter().map(|one| &*one.origin).collect();
        format!("[{}]", each.join(","))
    }

    /// Assesses one record, a line of JSON without its end, and adds a line to `out`.
    pub fn line(&self, line: &[u8], scratch: &mut Scratch, out: &mut Vec<u8>) -> Fate {
        let start = out.len();
        if let [only] = &*self.lists
            && let Some(fast) = &only.fast
            && fast.line(line, self.origin_of(only), scratch, out)
        {
            return Fate::Assessed;
        }
        out.truncate(start);
        alone::line(&self.lists, self.wishes, line, out)
    }

    /// Adds the output line of a record that was longer than `most` bytes and was not read.
    pub fn too_long(most: usize, out: &mut Vec<u8>) -> Fate {
        alone::too_long(most, out);
        Fate::Refused
    }

    fn origin_of<'p>(&self, of: &'p Prepared<'_>) -> Option<&'p str> {
        self.wishes.origin.then_some(&*of.origin)
    }
}
