//! How one entry is written: one line of JSON. These types stand apart from the program's own, so that the one can change
//! without the other; keys that are not known are refused.

mod answer;
mod event;
mod moved;
mod shared;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{By, CaseId, Entry, Header, Origin, Start, What};
use crate::answer::{Change, Key, RowId};
use crate::questionnaire::{ListVersion, QuestionId};
use answer::{AnswerLine, answer, answer_line};
use event::{EventLine, event, event_line};

/// The format that this program writes.
pub(super) const FORMAT: u32 = 1;

/// One line of a journal: how a schema tells what stands there.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
pub(crate) enum JournalLine {
    /// The first line.
    Header(HeaderLine),
    /// Every other line.
    Entry(EntryLine),
}

/// Enough of a first line to tell whose it is, in any format.
#[derive(Deserialize)]
pub(super) struct Probe {
    pub top3: String,
    pub formaat: u32,
}

/// What the first line says it is.
pub(super) const KIND: &str = "casus";

/// The first line of a journal.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HeaderLine {
    /// Always `casus`.
    #[schemars(extend("enum" = [KIND]))]
    top3: String,
    /// The version of this form; a newer one is refused.
    #[schemars(extend("enum" = [FORMAT]))]
    formaat: u32,
    /// The number of the case.
    casus: String,
    /// The list it was started with.
    vragenlijst: ListLine,
    /// Whose meldcode, when not the base.
    profiel: Option<String>,
    /// The day of the assessment.
    datum: String,
    /// The version of the program that made it.
    programma: String,
    /// When it was made.
    #[schemars(extend("format" = "date-time"))]
    gemaakt: String,
}

/// One version of a list.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ListLine {
    /// Its id.
    id: String,
    /// Its version, three numbers.
    versie: String,
    /// SHA-256 of its canonical checked form with all it uses.
    sha256: String,
}

/// One thing that happened.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryLine {
    /// When.
    #[schemars(extend("format" = "date-time"))]
    op: String,
    /// Who did it: the first groups of the fingerprint of their key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wie: Option<String>,
    /// From where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vanaf: Option<OriginLine>,
    /// How it ended: only what was done is written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    uitkomst: Option<OutcomeLine>,
    /// What.
    dit: WhatLine,
}

/// From where something was done.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum OriginLine {
    /// The screens of the interview or the menu.
    Scherm,
    /// Plain lines.
    Regels,
    /// A single command.
    Opdracht,
}

/// How something ended.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum OutcomeLine {
    /// It was done.
    Gelukt,
}

/// What happened: a change of the answers, or an event.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum WhatLine {
    /// A question was answered, or answered anew.
    Antwoord(AnswerLine),
    /// An answer was taken back: as if never asked.
    Vergeten(KeyLine),
    /// A list got a row.
    RijErbij(RowLine),
    /// A row was made by mistake; its answers went with it.
    RijWeg(RowLine),
    /// These are all the rows of this list.
    LijstCompleet(String),
    /// More rows may come in this list.
    LijstOpen(String),
    /// Something else.
    Gebeurd(EventLine),
}

/// Which answer.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct KeyLine {
    /// The full id of the question; in a row `lijst/vraag`.
    vraag: String,
    /// The row, for a question in a row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rij: Option<String>,
}

/// Which row.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RowLine {
    /// The full id of the list.
    lijst: String,
    /// The permanent id of the row.
    rij: String,
}

/// The first line, without its line break.
pub(super) fn write_header(header: &Header) -> String {
    json(&HeaderLine {
        top3: KIND.to_owned(),
        formaat: FORMAT,
        casus: header.id.to_string(),
        vragenlijst: list_line(&header.start.list),
        profiel: header.start.profile.clone(),
        datum: header.start.date.to_string(),
        programma: header.start.program.clone(),
        gemaakt: moment(&header.made),
    })
}

/// Reads a first line of this format.
pub(super) fn read_header(line: &str) -> Option<Header> {
    let line: HeaderLine = serde_json::from_str(line).ok()?;
    (line.top3 == KIND && line.formaat == FORMAT).then_some(())?;
    Some(Header {
        id: CaseId::parse(&line.casus)?,
        start: Start {
            list: list(line.vragenlijst),
            profile: line.profiel,
            date: day(&line.datum)?,
            program: line.programma,
        },
        made: DateTime::parse_from_rfc3339(&line.gemaakt).ok()?,
    })
}

/// An entry, without its line break.
pub(super) fn write_entry(entry: &Entry) -> String {
    json(&EntryLine {
        op: moment(&entry.at),
        wie: entry.by.as_ref().map(|by| by.actor.clone()),
        vanaf: entry.by.as_ref().map(|by| match by.origin {
            Origin::Screen => OriginLine::Scherm,
            Origin::Lines => OriginLine::Regels,
            Origin::Command => OriginLine::Opdracht,
        }),
        uitkomst: entry.by.as_ref().map(|_| OutcomeLine::Gelukt),
        dit: match &entry.what {
            What::Change(change) => change_line(change),
            What::Event(event) => WhatLine::Gebeurd(event_line(event)),
        },
    })
}

/// Reads an entry.
pub(super) fn read_entry(line: &str) -> Option<Entry> {
    let line: EntryLine = serde_json::from_str(line).ok()?;
    Some(Entry {
        at: DateTime::parse_from_rfc3339(&line.op).ok()?,
        by: match (line.wie, line.vanaf, line.uitkomst) {
            (None, None, None) => None,
            (Some(actor), Some(origin), Some(OutcomeLine::Gelukt)) => Some(By {
                actor,
                origin: match origin {
                    OriginLine::Scherm => Origin::Screen,
                    OriginLine::Regels => Origin::Lines,
                    OriginLine::Opdracht => Origin::Command,
                },
            }),
            _ => return None,
        },
        what: what(line.dit)?,
    })
}

/// Plain structs of text always become JSON.
pub(super) fn json<T: Serialize>(line: &T) -> String {
    serde_json::to_string(line).unwrap_or_default()
}

fn moment(at: &DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}

pub(super) fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

pub(super) fn list_line(of: &ListVersion) -> ListLine {
    ListLine {
        id: of.id.clone(),
        versie: of.version.clone(),
        sha256: of.sha256.clone(),
    }
}

pub(super) fn list(line: ListLine) -> ListVersion {
    ListVersion {
        id: line.id,
        version: line.versie,
        sha256: line.sha256,
    }
}

/// One change, as it stands in a line.
pub(super) fn change_value(change: &Change) -> serde_json::Value {
    serde_json::to_value(change_line(change)).unwrap_or_default()
}

/// The change that stands there; none where something else does.
pub(super) fn read_change(line: serde_json::Value) -> Option<Change> {
    match what(serde_json::from_value(line).ok()?)? {
        What::Change(change) => Some(change),
        What::Event(_) => None,
    }
}

fn change_line(change: &Change) -> WhatLine {
    let row_line = |list: &QuestionId, row: &RowId| RowLine {
        lijst: list.to_string(),
        rij: row.to_string(),
    };
    match change {
        Change::Set { key, answer } => WhatLine::Antwoord(answer_line(key, answer)),
        Change::Forget { key } => WhatLine::Vergeten(KeyLine {
            vraag: key.question.to_string(),
            rij: key.row.as_ref().map(ToString::to_string),
        }),
        Change::AddRow { list, row } => WhatLine::RijErbij(row_line(list, row)),
        Change::RemoveRow { list, row } => WhatLine::RijWeg(row_line(list, row)),
        Change::Close { list } => WhatLine::LijstCompleet(list.to_string()),
        Change::Reopen { list } => WhatLine::LijstOpen(list.to_string()),
    }
}

fn what(line: WhatLine) -> Option<What> {
    let list = |id: String| QuestionId::from(id.as_str());
    let key = |vraag: String, rij: Option<String>| Key {
        question: list(vraag),
        row: rij.map(RowId),
    };
    Some(What::Change(match line {
        WhatLine::Gebeurd(line) => return Some(What::Event(event(line)?)),
        WhatLine::Antwoord(line) => {
            let (key, answer) = answer(line)?;
            Change::Set { key, answer }
        }
        WhatLine::Vergeten(line) => Change::Forget {
            key: key(line.vraag, line.rij),
        },
        WhatLine::RijErbij(line) => Change::AddRow {
            list: list(line.lijst),
            row: RowId(line.rij),
        },
        WhatLine::RijWeg(line) => Change::RemoveRow {
            list: list(line.lijst),
            row: RowId(line.rij),
        },
        WhatLine::LijstCompleet(id) => Change::Close { list: list(id) },
        WhatLine::LijstOpen(id) => Change::Reopen { list: list(id) },
    }))
}
