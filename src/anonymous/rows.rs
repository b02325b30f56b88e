//! New numbers for the rows: who brought them along from elsewhere may have called one by a name, a day or a telephone number.

use std::collections::BTreeMap;

use super::Draft;
use crate::answer::{Change, Key, RowId, Value};
use crate::questionnaire::{Kind, QuestionId, Questionnaire};
use crate::replay::Story;

/// What each row is called in the copy. The same id is the same new one in every list, so that what points at it still does.
#[derive(Debug, Default)]
pub(super) struct Rows {
    new: BTreeMap<RowId, RowId>,
    /// How many there are with each letter.
    counts: BTreeMap<char, usize>,
}

/// Before the number of a row of which the list is not known.
const LETTER: char = 'r';

impl Rows {
    /// Those of a story, in the order in which they came.
    pub fn of(story: &Story, list: &Questionnaire) -> Self {
        let mut rows = Self::default();
        let changes = story.moments.iter().flat_map(|moment| &moment.changes);
        for change in changes {
            match change {
                Change::AddRow { list: of, row } | Change::RemoveRow { list: of, row } => {
                    rows.add(row, letter(list, of));
                }
                Change::Forget { key } => rows.of_key(list, key),
                Change::Set { key, answer } => {
                    rows.of_key(list, key);
                    // A row may be pointed at that is not there any more.
                    if let Value::Rows(of) = &answer.value {
                        of.iter().for_each(|row| rows.add(row, LETTER));
                    }
                }
                Change::Close { .. } | Change::Reopen { .. } => {}
            }
        }
        rows
    }

    fn of_key(&mut self, list: &Questionnaire, key: &Key) {
        let Some(row) = &key.row else { return };
        let parent = list.find(&key.question.0);
        let parent = parent.and_then(|at| list.question(at).parent);
        let id = parent.map(|at| &list.question(at).id);
        self.add(row, id.map_or(LETTER, |id| letter(list, id)));
    }

    fn add(&mut self, row: &RowId, letter: char) {
        if self.new.contains_key(row) {
            return;
        }
        let count = self.counts.entry(letter).or_default();
        *count += 1;
        self.new
            .insert(row.clone(), RowId(format!("{letter}{count}")));
    }

    fn row(&self, row: &RowId) -> Option<RowId> {
        self.new.get(row).cloned()
    }
}

/// The letter before the numbers of this list.
fn letter(list: &Questionnaire, of: &QuestionId) -> char {
    let kind = list.find(&of.0).map(|at| &list.question(at).kind);
    match kind {
        Some(Kind::List { letter, .. }) => *letter,
        _ => LETTER,
    }
}

impl Draft<'_> {
    /// This change with its rows by their new numbers.
    pub(super) fn renumbered(&self, change: Change) -> Option<Change> {
        let row = |row: &RowId| self.rows.row(row);
        let key = |key: Key| {
            let row = match &key.row {
                Some(old) => Some(row(old)?),
                None => None,
            };
            Some(Key { row, ..key })
        };
        Some(match change {
            Change::Set {
                key: of,
                mut answer,
            } => {
                if let Value::Rows(of) = &answer.value {
                    answer.value = Value::Rows(of.iter().filter_map(row).collect());
                }
                Change::Set {
                    key: key(of)?,
                    answer,
                }
            }
            Change::Forget { key: of } => Change::Forget { key: key(of)? },
            Change::AddRow { list, row: of } => Change::AddRow {
                list,
                row: row(&of)?,
            },
            Change::RemoveRow { list, row: of } => Change::RemoveRow {
                list,
                row: row(&of)?,
            },
            other => other,
        })
    }
}
