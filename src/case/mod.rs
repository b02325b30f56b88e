//! A case: the answers, decisions and log of one household, as a journal on disk that is only ever added to. `line` knows
//! how one entry is written, `journal` reads a whole file, `store` finds and makes files, `lesson` is a copy without its people, `open` holds the one that is
//! worked on, `kept` the lists that it is filled in with. Encrypted, each entry is a `frame`, `sealed` reads a file of
//! them, `envelope` holds the key of a case, `keyed` is
//! the part of the store that knows keys, `encrypt` makes an unencrypted one so. State is a replay of the journal. Nothing here prints, and no fault repeats an answer or a label.

mod backup;
mod bsn;
mod check;
mod disk;
mod encrypt;
mod envelope;
mod fault;
mod frame;
mod journal;
mod kept;
mod keyed;
mod lesson;
mod line;
mod open;
mod ring;
mod sealed;
mod shared;
mod store;
mod upgrade;

pub use backup::{Backup, Beside, Tried};
pub use bsn::looks_like_bsn;
pub use check::{Anchor, Checked, Finding};
pub use fault::{Doing, Fault};
pub use journal::Record;
pub(crate) use kept::ListFile as KeptList;
pub use lesson::Lesson;
pub(crate) use line::JournalLine;
pub use open::{Case, Resumed};
pub use ring::Ring;
pub use shared::{Ground, Shared, Weighed};
pub use store::{CALENDAR_KEY, Erased, Listing, Store, Summary};

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::answer::{Answers, Aside, Change, Value};
use crate::questionnaire::{ListVersion, QuestionId, Questionnaire, Role};

/// The number of a case: neutral, so that a file name says nothing. `c-2026-001`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId(String);

impl CaseId {
    /// Reads a number as a person types it: `c-2026-001`, also without the zeros or the capital's case.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let (year, number) = text.strip_prefix("c-")?.split_once('-')?;
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if year.len() != 4 || number.len() > 6 || !digits(year) || !digits(number) {
            return None;
        }
        let id = Self::of(year.parse().ok()?, number.parse().ok()?);
        (id.number() > 0).then_some(id)
    }

    fn of(year: i32, number: u32) -> Self {
        Self(format!("c-{year:04}-{number:03}"))
    }

    fn number(&self) -> u32 {
        self.0
            .rsplit('-')
            .next()
            .and_then(|number| number.parse().ok())
            .unwrap_or(0)
    }

    fn year(&self) -> i32 {
        self.0
            .split('-')
            .nth(1)
            .and_then(|year| year.parse().ok())
            .unwrap_or(0)
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a case starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The list that is walked.
    pub list: ListVersion,
    /// Whose meldcode, when not the base.
    pub profile: Option<String>,
    /// The day of the assessment.
    pub date: NaiveDate,
    /// The version of the program.
    pub program: String,
}

/// The head of a case file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its number.
    pub id: CaseId,
    /// What it started with.
    pub start: Start,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
}

/// Something that happened in a case beside its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody starts to answer.
    Started,
    /// Somebody goes on.
    Resumed,
    /// Somebody stops for now.
    Paused,
    /// Everything that belongs was asked.
    Finished,
    /// The screen with the phone numbers was shown.
    DangerShown,
    /// The screen was made empty.
    Blanked,
    /// And came back.
    Unblanked,
    /// A plan was written; which one, older logs do not say.
    PlanWritten,
    /// This version of the plan was written.
    PlanVersion(PlanVersion),
    /// Something else was made from the case; what (`overleg`).
    Exported(String),
    /// A version was made for a reader.
    Shared(Box<Shared>),
    /// From here on the answers are to this version of the list.
    ListChanged(ListVersion),
    /// The case moved to another version of its list, or to another profile.
    Moved(Move),
    /// The person was told that there is this newer version of the list.
    NewerTold(ListVersion),
    /// A torn last entry was set aside.
    TornSetAside,
    /// The file was rewritten from this older format.
    Upgraded(u32),
    /// The case was encrypted; it was not before.
    Encrypted,
    /// A new envelope was written, for so many.
    Enveloped(usize),
}

/// A move to another version of the list, or to another profile. One entry, so that it is done whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The version of the list from here on.
    pub list: ListVersion,
    /// Whose meldcode from here on, when not the base.
    pub profile: Option<String>,
    /// What has no place in it.
    pub aside: Aside,
}

/// A version of the plan, as it went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVersion {
    /// Its number for its reader.
    pub number: u32,
    /// The number of the version it came after.
    pub parent: Option<u32>,
    /// The fingerprint that stands in it.
    pub print: String,
}

/// From where something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Somebody at a terminal.
    Screen,
    /// Somebody who was asked in plain lines.
    Lines,
    /// A single command, with nobody there to answer.
    Command,
}

/// Who did something, and from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// The fingerprint of the key that was used, or its first groups.
    pub actor: String,
    /// From where.
    pub origin: Origin,
}

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who did it; not known in an unencrypted case, which has no keys.
    pub by: Option<By>,
    /// What.
    pub what: What,
}

/// A change of the answers, or something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A change of the answers.
    Change(Change),
    /// Something that happened.
    Event(Event),
}

/// The pseudonym of a case: the answer to the question with the role `casus.label`.
pub fn label<'a>(list: &Questionnaire, answers: &'a Answers) -> Option<&'a str> {
    let at = list.by_role(Role::CaseLabel)?;
    match &answers.get(&list.question(at).id, None)?.value {
        Value::Text(label) if !label.trim().is_empty() => Some(label),
        _ => None,
    }
}

/// The changes that build these answers from nothing: rows first, each list closed where it was complete.
pub fn changes(answers: &Answers) -> Vec<Change> {
    let mut changes = Vec::new();
    for (list, rows) in answers.lists() {
        let list = || list.clone();
        changes.push(Change::Reopen { list: list() });
        changes.extend(rows.ids.iter().map(|row| Change::AddRow {
            list: list(),
            row: row.clone(),
        }));
        if rows.complete {
            changes.push(Change::Close { list: list() });
        }
    }
    changes.extend(answers.iter().map(|(key, answer)| Change::Set {
        key: key.clone(),
        answer: answer.clone(),
    }));
    changes
}

/// The first question with a number that may be a burgerservicenummer in its answer, its source or the note beside it.
pub fn bsn_at(answers: &Answers) -> Option<&QuestionId> {
    let found = answers.iter().find(|(_, answer)| {
        let text = match &answer.value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        };
        text.into_iter()
            .chain(answer.note.as_deref())
            .chain(answer.source.as_deref())
            .any(looks_like_bsn)
    });
    found.map(|(key, _)| &key.question)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_type_it() {
        for text in ["c-2026-001", " C-2026-1 ", "c-2026-0001"] {
            assert_eq!(CaseId::parse(text).unwrap().to_string(), "c-2026-001");
        }
        for text in [
            "",
            "c-2026",
            "c-2026-0",
            "c-26-1",
            "2026-1",
            "c-2026-1x",
            "../c-2026-1",
            "Jansen",
        ] {
            assert_eq!(CaseId::parse(text), None, "{text}");
        }
        assert_eq!(CaseId::of(2026, 1234).to_string(), "c-2026-1234");
    }
}
