//! How one entry is written: one line of JSON. These types stand apart from the program's own, so that the one can change
//! without the other; keys that are not known are refused.

mod moved;
mod shared;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{By, CaseId, Entry, Event, Header, Origin, PlanVersion, Start, What};
use crate::answer::{Answer, Change, Key, RowId, Value};
use crate::questionnaire::{ListVersion, Number, OptionId, QuestionId};
use moved::{MoveLine, move_line, moved};
use shared::{SharedLine, shared, shared_line};

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
struct ListLine {
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

/// One answer with where it comes from.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AnswerLine {
    /// The full id of the question; in a row `lijst/vraag`.
    vraag: String,
    /// The row, for a question in a row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rij: Option<String>,
    /// What was answered.
    waarde: ValueLine,
    /// Who said or saw it; absent: the person at the keyboard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bron: Option<String>,
    /// What kind of knowledge it is: fact, statement, hearsay or interpretation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    aard: Option<String>,
    /// When it was said or seen; absent: the day of answering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    datum: Option<String>,
    /// The reason or fact beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    toelichting: Option<String>,
}

/// What was answered.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum ValueLine {
    /// Yes.
    Ja,
    /// No.
    Nee,
    /// The person says it is not known.
    Onbekend,
    /// Whoever was asked would not say.
    Geweigerd,
    /// Does not apply.
    Nvt,
    /// A notice was read.
    Gelezen,
    /// One option, by id.
    Keuze(String),
    /// The chosen options, by id; none chosen is an answer too.
    Keuzes(Vec<String>),
    /// A number, as text so that nothing is rounded.
    Getal(String),
    /// A day, year-month-day.
    Datum(String),
    /// A text.
    Tekst(String),
    /// Rows of a list, by id, in order.
    Rijen(Vec<String>),
}

/// Something that changed no answer.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum EventLine {
    /// The case was begun.
    Begonnen,
    /// Somebody went on with it.
    Hervat,
    /// It was left.
    Gepauzeerd,
    /// The end of the list was reached.
    Afgerond,
    /// The page with what to do in danger was shown.
    GevaarGetoond,
    /// The screen was blanked.
    SchermLeeg,
    /// The screen came back.
    SchermTerug,
    /// A safety plan was written.
    PlanGeschreven,
    /// This version of the safety plan was written.
    PlanVersie(PlanLine),
    /// Another paper was made: which.
    Gemaakt(String),
    /// A version of the plan, or a text, was made for a reader.
    Gedeeld(Box<SharedLine>),
    /// The list on this computer is not the one it was filled in with.
    LijstGewijzigd(ListLine),
    /// The case moved to another version of the list.
    Overgestapt(MoveLine),
    /// It was told that there is a newer version.
    NieuwereGezegd(ListLine),
    /// A cut-off last line was set aside.
    RestOpzij,
    /// The file was upgraded from this format.
    Bijgewerkt(u32),
    /// The case was encrypted.
    Versleuteld,
    /// A new envelope was written, for so many.
    Envelop(usize),
}

/// One version of the safety plan.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PlanLine {
    /// Its number for its reader.
    nummer: u32,
    /// The number of the version it came after; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ouder: Option<u32>,
    /// The fingerprint that stands in it.
    vingerafdruk: String,
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
fn json<T: Serialize>(line: &T) -> String {
    serde_json::to_string(line).unwrap_or_default()
}

fn moment(at: &DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn list_line(of: &ListVersion) -> ListLine {
    ListLine {
        id: of.id.clone(),
        versie: of.version.clone(),
        sha256: of.sha256.clone(),
    }
}

fn list(line: ListLine) -> ListVersion {
    ListVersion {
        id: line.id,
        version: line.versie,
        sha256: line.sha256,
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

fn answer_line(key: &Key, answer: &Answer) -> AnswerLine {
    AnswerLine {
        vraag: key.question.to_string(),
        rij: key.row.as_ref().map(ToString::to_string),
        waarde: value_line(&answer.value),
        bron: answer.source.clone(),
        aard: answer.nature.clone(),
        datum: answer.date.map(|date| date.to_string()),
        toelichting: answer.note.clone(),
    }
}

fn answer(line: AnswerLine) -> Option<(Key, Answer)> {
    let key = Key {
        question: QuestionId::from(line.vraag.as_str()),
        row: line.rij.map(RowId),
    };
    let answer = Answer {
        value: value(line.waarde)?,
        source: line.bron,
        nature: line.aard,
        date: match line.datum {
            Some(date) => Some(day(&date)?),
            None => None,
        },
        note: line.toelichting,
    };
    Some((key, answer))
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

fn value_line(value: &Value) -> ValueLine {
    match value {
        Value::Yes => ValueLine::Ja,
        Value::No => ValueLine::Nee,
        Value::Unknown => ValueLine::Onbekend,
        Value::Refused => ValueLine::Geweigerd,
        Value::NotApplicable => ValueLine::Nvt,
        Value::Seen => ValueLine::Gelezen,
        Value::Choice(option) => ValueLine::Keuze(option.to_string()),
        Value::Choices(options) => {
            ValueLine::Keuzes(options.iter().map(ToString::to_string).collect())
        }
        Value::Number(number) => ValueLine::Getal(number.to_string()),
        Value::Date(date) => ValueLine::Datum(date.to_string()),
        Value::Text(text) => ValueLine::Tekst(text.clone()),
        Value::Rows(rows) => ValueLine::Rijen(rows.iter().map(ToString::to_string).collect()),
    }
}

fn value(line: ValueLine) -> Option<Value> {
    Some(match line {
        ValueLine::Ja => Value::Yes,
        ValueLine::Nee => Value::No,
        ValueLine::Onbekend => Value::Unknown,
        ValueLine::Geweigerd => Value::Refused,
        ValueLine::Nvt => Value::NotApplicable,
        ValueLine::Gelezen => Value::Seen,
        ValueLine::Keuze(option) => Value::Choice(OptionId::from(option.as_str())),
        ValueLine::Keuzes(options) => Value::Choices(
            options
                .iter()
                .map(|option| OptionId::from(option.as_str()))
                .collect(),
        ),
        ValueLine::Getal(number) => Value::Number(Number::parse(&number)?),
        ValueLine::Datum(date) => Value::Date(day(&date)?),
        ValueLine::Tekst(text) => Value::Text(text),
        ValueLine::Rijen(rows) => Value::Rows(rows.into_iter().map(RowId).collect()),
    })
}

fn event_line(event: &Event) -> EventLine {
    match event {
        Event::Started => EventLine::Begonnen,
        Event::Resumed => EventLine::Hervat,
        Event::Paused => EventLine::Gepauzeerd,
        Event::Finished => EventLine::Afgerond,
        Event::DangerShown => EventLine::GevaarGetoond,
        Event::Blanked => EventLine::SchermLeeg,
        Event::Unblanked => EventLine::SchermTerug,
        Event::PlanWritten => EventLine::PlanGeschreven,
        Event::PlanVersion(version) => EventLine::PlanVersie(PlanLine {
            nummer: version.number,
            ouder: version.parent,
            vingerafdruk: version.print.clone(),
        }),
        Event::Exported(what) => EventLine::Gemaakt(what.clone()),
        Event::Shared(all) => EventLine::Gedeeld(Box::new(shared_line(all))),
        Event::ListChanged(list) => EventLine::LijstGewijzigd(list_line(list)),
        Event::Moved(moved) => EventLine::Overgestapt(move_line(moved)),
        Event::NewerTold(list) => EventLine::NieuwereGezegd(list_line(list)),
        Event::TornSetAside => EventLine::RestOpzij,
        Event::Upgraded(from) => EventLine::Bijgewerkt(*from),
        Event::Encrypted => EventLine::Versleuteld,
        Event::Enveloped(count) => EventLine::Envelop(*count),
    }
}

fn event(line: EventLine) -> Option<Event> {
    Some(match line {
        EventLine::Begonnen => Event::Started,
        EventLine::Hervat => Event::Resumed,
        EventLine::Gepauzeerd => Event::Paused,
        EventLine::Afgerond => Event::Finished,
        EventLine::GevaarGetoond => Event::DangerShown,
        EventLine::SchermLeeg => Event::Blanked,
        EventLine::SchermTerug => Event::Unblanked,
        EventLine::PlanGeschreven => Event::PlanWritten,
        EventLine::PlanVersie(line) => Event::PlanVersion(PlanVersion {
            number: line.nummer,
            parent: line.ouder,
            print: line.vingerafdruk,
        }),
        EventLine::Gemaakt(what) => Event::Exported(what),
        EventLine::Gedeeld(line) => Event::Shared(Box::new(shared(*line)?)),
        EventLine::LijstGewijzigd(line) => Event::ListChanged(list(line)),
        EventLine::Overgestapt(line) => Event::Moved(moved(line)?),
        EventLine::NieuwereGezegd(line) => Event::NewerTold(list(line)),
        EventLine::RestOpzij => Event::TornSetAside,
        EventLine::Bijgewerkt(from) => Event::Upgraded(from),
        EventLine::Versleuteld => Event::Encrypted,
        EventLine::Envelop(count) => Event::Enveloped(count),
    })
}
