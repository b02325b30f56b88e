//! Answers: what a person, a file or a stored case gave. The only place where raw input becomes an [`Answer`].
//! Knows no conditions and no outcomes.

mod differ;
pub mod interpret;
mod only;
mod opened;
mod overlay;
mod place;
mod read;
mod refusal;
mod row;
mod show;
mod write;

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;

pub use differ::differences;
pub(crate) use interpret::MOST_CHARACTERS as LONGEST;
pub use interpret::interpret;
pub use only::{can_be_chosen, chosen_from, to_choose};
pub use opened::{ANSWERS, LIST, Opened, opened};
pub use overlay::{NO_ANSWER, lay_over};
pub use place::{Aside, AsideAnswer, AsideRows, NoPlace, takes, without_place};
pub use read::read;
pub(crate) use read::{COMPLETE, KEYS as ANSWER_KEYS, ROW_ID, ROWS};
pub use refusal::Refusal;
pub use row::{next_row_id, row_name, rows_of, shorten};
pub use show::{date as show_date, date_with_weekday, show, typed};
pub use write::{AnswersFile, WrittenValue};

use crate::questionnaire::{Number, OptionId, QuestionId};

/// The permanent id of a row: `a3`. Never re-used within its list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub String);

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which answer: of a question, or of a question in one row of its list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The question's full id; of a question in a row: `afspraken/wie`.
    pub question: QuestionId,
    /// The row, for a question in a row.
    pub row: Option<RowId>,
}

impl fmt::Display for Key {
    /// As `afspraken/a3/wie`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.row, self.question.0.rsplit_once('/')) {
            (Some(row), Some((list, question))) => write!(f, "{list}/{row}/{question}"),
            _ => write!(f, "{}", self.question),
        }
    }
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// ja
    Yes,
    /// nee
    No,
    /// The person says it is not known. Never a default.
    Unknown,
    /// The person asked would not say; counts as unknown.
    Refused,
    /// Does not apply; only where the question allows it. A known answer.
    NotApplicable,
    /// One option.
    Choice(OptionId),
    /// The chosen options; empty: none of them.
    Choices(Vec<OptionId>),
    /// A number.
    Number(Number),
    /// A date.
    Date(NaiveDate),
    /// Text; empty where the question allows it.
    Text(String),
    /// Rows of a list (persons, a ranking), in order.
    Rows(Vec<RowId>),
    /// A notice was read.
    Seen,
}

impl Value {
    /// Whether it says something: not unknown and not refused.
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown | Self::Refused)
    }
}

/// What kind of knowledge an answer can be: seen or heard oneself, said by somebody concerned, heard from another, thought.
pub const NATURES: [&str; 4] = ["feit", "verklaring", "van_ander", "indruk"];

/// One answer with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was answered.
    pub value: Value,
    /// Who said or saw it; absent: the person at the keyboard.
    pub source: Option<String>,
    /// Fact, statement, hearsay, interpretation.
    pub nature: Option<String>,
    /// When it was said or seen; absent: the day of answering.
    pub date: Option<NaiveDate>,
    /// The reason or fact beside it.
    pub note: Option<String>,
}

impl From<Value> for Answer {
    fn from(value: Value) -> Self {
        Self {
            value,
            source: None,
            nature: None,
            date: None,
            note: None,
        }
    }
}

/// One thing that happens to the answers of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A question is answered, or answered anew.
    Set {
        /// Which.
        key: Key,
        /// With what.
        answer: Answer,
    },
    /// An answer is taken back: as if never asked.
    Forget {
        /// Which.
        key: Key,
    },
    /// A list gets a row; it is then not complete.
    AddRow {
        /// The list.
        list: QuestionId,
        /// The row's permanent id.
        row: RowId,
    },
    /// A row was made by mistake; its answers go with it.
    RemoveRow {
        /// The list.
        list: QuestionId,
        /// The row.
        row: RowId,
    },
    /// These are all the rows.
    Close {
        /// The list.
        list: QuestionId,
    },
    /// More rows may come.
    Reopen {
        /// The list.
        list: QuestionId,
    },
}

/// The rows of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Their ids, in order.
    pub ids: Vec<RowId>,
    /// Whether these are all; false while more may come.
    pub complete: bool,
}

/// All answers of one assessment, by question id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    answers: BTreeMap<Key, Answer>,
    rows: BTreeMap<QuestionId, Rows>,
}

impl Answers {
    /// The answer to this question (of this row).
    pub fn get(&self, question: &QuestionId, row: Option<&RowId>) -> Option<&Answer> {
        self.answers.get(&Key {
            question: question.clone(),
            row: row.cloned(),
        })
    }

    /// The rows of a list; `None` when the list was never answered.
    pub fn rows(&self, list: &QuestionId) -> Option<&Rows> {
        self.rows.get(list)
    }

    /// Sets an answer; the old one is returned.
    pub fn set(&mut self, key: Key, answer: Answer) -> Option<Answer> {
        self.answers.insert(key, answer)
    }

    /// Takes an answer back: the question is as if never asked.
    pub fn forget(&mut self, key: &Key) -> Option<Answer> {
        self.answers.remove(key)
    }

    /// Sets the rows of a list.
    pub fn set_rows(&mut self, list: QuestionId, rows: Rows) {
        self.rows.insert(list, rows);
    }

    /// Carries out a change. Nothing else ever changes answers in a case, so that replaying its changes gives its state.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Set { key, answer } => _ = self.set(key.clone(), answer.clone()),
            Change::Forget { key } => _ = self.forget(key),
            Change::AddRow { list, row } => {
                let rows = self.rows.entry(list.clone()).or_default();
                if !rows.ids.contains(row) {
                    rows.ids.push(row.clone());
                }
                rows.complete = false;
                self.answers.remove(&Key {
                    question: list.clone(),
                    row: None,
                });
            }
            Change::RemoveRow { list, row } => {
                if let Some(rows) = self.rows.get_mut(list) {
                    rows.ids.retain(|other| other != row);
                }
                let inside = format!("{list}/");
                self.answers.retain(|key, _| {
                    key.row.as_ref() != Some(row) || !key.question.0.starts_with(&inside)
                });
            }
            Change::Close { list } => self.rows.entry(list.clone()).or_default().complete = true,
            Change::Reopen { list } => self.rows.entry(list.clone()).or_default().complete = false,
        }
    }

    /// All answers, in order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &Answer)> {
        self.answers.iter()
    }

    /// All lists with their rows.
    pub fn lists(&self) -> impl Iterator<Item = (&QuestionId, &Rows)> {
        self.rows.iter()
    }
}
