//! A paper of an author, filled from a case: part by part what its reader may see.

mod fill;

use super::person::{kind, people};
use super::scrub::{Refused, Replaced, Scrub};
use super::words::Voice;
use crate::answer::{RowId, row_name};
use crate::engine::View;
use crate::plain::one_line;
use crate::questionnaire::frame::Frame;
use crate::questionnaire::paper::{Body, Paper, Refuses};
use crate::questionnaire::{Condition, OptionRole};
use crate::text::doc;
use fill::Filler;

/// A filled paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called.
    pub title: String,
    /// Who reads it.
    pub reader: String,
    /// Whom it is about, where there is one for each person.
    pub about_whom: Option<String>,
    /// There are no names in it.
    pub anonymous: bool,
    /// What the reader should know first.
    pub about: Option<String>,
    /// The numbers to call stand in it.
    pub phones: bool,
    /// Its parts.
    pub parts: Vec<Part>,
    /// What always stands at the end.
    pub closing: Option<String>,
    /// What was replaced in the texts.
    pub replaced: Vec<Replaced>,
}

/// One part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// What stands above it.
    pub heading: Option<String>,
    /// It begins a page.
    pub page: bool,
    /// A text of the author.
    pub text: Option<String>,
    /// More texts of the author.
    pub points: Vec<String>,
    /// What the case says.
    pub entries: Vec<Entry>,
    /// What is said where the case says nothing.
    pub empty: Option<String>,
    /// Room to write by hand.
    pub room: Vec<(String, usize)>,
    /// It is there for what the case says, and drops out without it.
    pub filled: bool,
}

impl Part {
    /// With what its author writes around it, and nothing in it yet.
    pub fn within(frame: &Frame) -> Self {
        let frame = frame.clone();
        Self {
            heading: frame.heading,
            page: frame.page,
            text: frame.text,
            points: frame.points,
            room: frame.room,
            ..Self::default()
        }
    }
}

/// What belongs together: an answer, an outcome with why, a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// It is a row of a list.
    pub row: bool,
    /// Its lines; the first leads.
    pub lines: Vec<Said>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What it is.
    pub label: Option<String>,
    /// What is said.
    pub text: String,
    /// It came from what somebody wrote.
    pub written: bool,
}

/// For whom a paper is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Readers<'a> {
    /// Whom it is about.
    pub person: Option<&'a RowId>,
    /// Who reads it; absent: the person.
    pub reader: Option<&'a RowId>,
}

impl Readers<'_> {
    /// Whether somebody else reads what is about the person.
    fn other(self) -> bool {
        self.reader.is_some() && self.reader != self.person
    }
}

/// Why a paper is not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It would endanger somebody: why, and what to do now.
    Danger(String, String),
    /// A trace stayed in it.
    Trace(Refused),
    /// Of these rows something is missing without which they may not leave.
    Missing(Vec<Gap>),
}

/// A row of which something is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The row, as it is called.
    pub row: String,
    /// The question that has no answer.
    pub question: String,
}

/// Fills a paper. Its parts are those of a sheet; a register line has none.
///
/// # Errors
/// When the author says that it is not made here, a trace stays in it, or a row may not leave as it is.
pub fn sheet(view: &View<'_>, paper: &Paper, readers: Readers<'_>) -> Result<Sheet, Refusal> {
    let holds = |when: &Option<Condition>, row: Option<&RowId>| {
        let of_row = |when| match (paper.per, row) {
            (Some(per), Some(row)) => view.truth_of(when, (per, row)),
            _ => view.truth(when, None),
        };
        when.as_ref().is_none_or(|when| of_row(when).certain())
    };
    let refuses = |rule: &&Refuses| {
        let other = rule.reader.is_none() || readers.other();
        other && holds(&rule.when, readers.person) && holds(&rule.reader, readers.reader)
    };
    if let Some(rule) = paper.refuses.iter().find(refuses) {
        return Err(Refusal::Danger(rule.reason.clone(), rule.todo.clone()));
    }
    let (people, names) = people(view);
    let about_whom = readers.person.map(|row| match paper.anonymous {
        true => people
            .get(row)
            .map_or_else(String::new, |one| one.label.clone()),
        false => named(view, row),
    });
    let mut filler = Filler {
        voice: Voice {
            view,
            paper,
            people,
            scrub: paper.anonymous.then(|| Scrub::of_all(view, names)),
        },
        readers,
        gaps: Vec::new(),
    };
    let parts = match &paper.body {
        Body::Sheet(parts) => parts.iter().filter_map(|part| filler.part(part)).collect(),
        Body::Line(_) => Vec::new(),
    };
    if !filler.gaps.is_empty() {
        return Err(Refusal::Missing(filler.gaps));
    }
    let sheet = Sheet {
        title: paper.title.clone(),
        reader: paper.reader.clone(),
        about_whom,
        anonymous: paper.anonymous,
        about: paper.about.clone(),
        phones: paper.phones,
        parts,
        closing: paper.closing.clone(),
        replaced: filler
            .voice
            .scrub
            .as_ref()
            .map_or_else(Vec::new, Scrub::replaced),
    };
    if let Some(scrub) = &filler.voice.scrub {
        scrub
            .sure(sheet.written().into_iter())
            .map_err(Refusal::Trace)?;
    }
    Ok(sheet)
}

/// Holds a paper without names against every trace once more: what was said in other words can hold one too.
///
/// # Errors
/// When a trace stands in it.
pub fn recheck(view: &View<'_>, paper: &Paper, sheet: &Sheet) -> Result<(), Refusal> {
    if !paper.anonymous {
        return Ok(());
    }
    let (_, names) = people(view);
    let scrub = Scrub::of_all(view, names);
    scrub
        .sure(sheet.written().into_iter())
        .map_err(Refusal::Trace)
}

impl Sheet {
    /// For whom it is, in words.
    pub fn for_whom(&self) -> String {
        match &self.about_whom {
            Some(person) => doc().paper.for_about(&self.reader, person),
            None => doc().paper.for_reader(&self.reader),
        }
    }

    /// Every text that somebody wrote, with the part it stands in.
    fn written(&self) -> Vec<(&str, &str)> {
        let mut all = Vec::new();
        for part in &self.parts {
            let under = part.heading.as_deref().unwrap_or(&self.title);
            let lines = part.entries.iter().flat_map(|entry| &entry.lines);
            all.extend(
                lines
                    .filter(|line| line.written)
                    .map(|line| (under, line.text.as_str())),
            );
        }
        all
    }
}

/// What a person is called in the case.
fn named(view: &View<'_>, row: &RowId) -> String {
    let name = view
        .list
        .persons
        .map(|of| row_name(view.list, of, row, view.answers));
    one_line(&name.unwrap_or_default())
}

/// Whether this person is marked as a child.
pub fn is_child(view: &View<'_>, row: &RowId) -> bool {
    kind(view, row) == Some(OptionRole::Child)
}
