//! A paper of an author, filled from a case: part by part what its reader may see.

use super::person::{kind, people};
use super::scrub::{Refused, Replaced, Scrub};
use super::words::{Voice, of_list, outcome};
use crate::answer::{RowId, Value, row_name};
use crate::engine::{State, View, due, open_questions, outcomes};
use crate::plain::{one_line, plain};
use crate::questionnaire::frame::Frame;
use crate::questionnaire::paper::{Body, Paper, PaperPart, PaperRows, Refuses, Shown};
use crate::questionnaire::{Condition, OptionRole, PeriodSort, Question};
use crate::text::doc;

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

struct Filler<'a> {
    voice: Voice<'a>,
    readers: Readers<'a>,
    gaps: Vec<Gap>,
}

impl Filler<'_> {
    fn part(&mut self, part: &PaperPart) -> Option<Part> {
        let view = self.voice.view;
        if part.own && self.readers.other() {
            return None;
        }
        let here = |when| view.truth(when, self.readers.person).certain();
        if !part.when.as_ref().is_none_or(here) {
            return None;
        }
        let around = &part.frame;
        let title = around.heading.as_ref().unwrap_or(&self.voice.paper.title);
        let title = plain(title).into_owned();
        let mut entries = Vec::new();
        for one in &part.questions {
            entries.extend(self.question(one, &title));
        }
        if !part.outcomes.is_empty() {
            let all = outcomes(view);
            for at in &part.outcomes {
                let Some((value, why)) = outcome(view, *at, &all, part.attention) else {
                    continue;
                };
                let title = view.list.derived(*at).title.as_ref();
                let head = line(title.map(of_list), value);
                let why = why.into_iter().map(|(label, text)| line(Some(label), text));
                entries.push(Entry {
                    row: false,
                    lines: std::iter::once(head).chain(why).collect(),
                });
            }
        }
        if part.periods {
            self.periods(&mut entries);
        }
        if part.open {
            self.open(&title, &mut entries);
        }
        if let Some(rows) = &part.rows {
            self.rows(rows, &title, &mut entries);
        }
        let fixed = !part.is_filled();
        let says = fixed || around.empty.is_some() || !around.room.is_empty();
        (says || !entries.is_empty()).then(|| Part {
            empty: around.empty.clone().filter(|_| entries.is_empty()),
            entries,
            filled: !fixed && around.room.is_empty(),
            ..Part::within(around)
        })
    }

    fn question(&mut self, one: &Shown, part: &str) -> Option<Entry> {
        let row = self.readers.person.filter(|_| {
            let parent = self.voice.view.list.question(one.question).parent;
            parent.is_some() && parent == self.voice.paper.per
        });
        let words = self.voice.answer(one, row, part)?;
        Some(Entry {
            row: false,
            lines: vec![Said {
                label: Some(self.label(one)),
                text: words.text,
                written: words.written,
            }],
        })
    }

    /// What is waited for, and until when.
    fn periods(&self, entries: &mut Vec<Entry>) {
        let view = self.voice.view;
        let text = &doc().paper;
        for one in due(view) {
            let period = &view.list.periods[one.period.0];
            let day = match one.state {
                State::Until(moment) => self.voice.day(moment.day),
                State::Open(_) => Some(text.no_day()),
                State::Over | State::Perhaps | State::Counted { .. } => None,
            };
            if let (Some(day), true) = (day, period.sort != PeriodSort::Keeping) {
                let title = of_list(&period.title);
                entries.push(Entry {
                    row: false,
                    lines: vec![line(Some(title), day)],
                });
            }
        }
    }

    /// The questions that have no known answer, each once.
    fn open(&mut self, part: &str, entries: &mut Vec<Entry>) {
        let view = self.voice.view;
        // The same question about several rows is one line, with the rows that it is about.
        let mut found: Vec<(&Question, Vec<String>)> = Vec::new();
        for key in open_questions(view) {
            let Some(at) = view.list.find(&key.question.0) else {
                continue;
            };
            let question = view.list.question(at);
            let row = question.parent.zip(key.row.as_ref());
            let row = row.map(|(list, row)| row_name(view.list, list, row, view.answers));
            match found.iter_mut().find(|(one, _)| one.text == question.text) {
                Some((_, rows)) => rows.extend(row),
                None => found.push((question, row.into_iter().collect())),
            }
        }
        for (question, mut rows) in found {
            rows.dedup();
            let asked = line(None, of_list(&question.text));
            let rows = self.voice.written(&one_line(&rows.join("; ")), part);
            let rows = rows.map(|text| Said {
                label: Some(doc().paper.about_rows()),
                text,
                written: true,
            });
            entries.push(Entry {
                row: true,
                lines: std::iter::once(asked).chain(rows).collect(),
            });
        }
    }

    fn label(&self, one: &Shown) -> String {
        let question = self.voice.view.list.question(one.question);
        let asked = || of_list(&question.text);
        one.label.clone().unwrap_or_else(asked)
    }

    fn rows(&mut self, rows: &PaperRows, part: &str, entries: &mut Vec<Entry>) {
        let view = self.voice.view;
        if !view.visible(rows.list, None).possible() {
            return;
        }
        let ids = view.answers.rows(&view.list.question(rows.list).id);
        let ids = ids.map_or(&[][..], |rows| &rows.ids);
        let ids: Vec<&RowId> = ids.iter().filter(|row| self.belongs(rows, row)).collect();
        for row in ids {
            self.check(rows, row);
            let mut lines = Vec::new();
            for one in &rows.shown {
                let Some(words) = self.voice.answer(one, Some(row), part) else {
                    continue;
                };
                let question = view.list.question(one.question);
                let depth = question.more || question.may_be_empty;
                if !words.known && depth {
                    continue;
                }
                let leads = lines.is_empty() && one.label.is_none();
                lines.push(Said {
                    label: (!leads).then(|| self.label(one)),
                    text: words.text,
                    written: words.written,
                });
            }
            if !lines.is_empty() {
                entries.push(Entry { row: true, lines });
            }
        }
    }

    /// Whether the paper shows this row.
    fn belongs(&self, rows: &PaperRows, row: &RowId) -> bool {
        let (view, paper) = (self.voice.view, self.voice.paper);
        if paper.per == Some(rows.list) && self.readers.person != Some(row) {
            return false;
        }
        if let (Some(about), Some(person)) = (rows.about, self.readers.person) {
            let question = view.list.question(about);
            let named = view.answers.get(&question.id, Some(row));
            let Some(Value::Rows(named)) = named.map(|answer| &answer.value) else {
                return false;
            };
            let shown = view.visible(about, Some(row)).possible() && named.contains(person);
            if !shown || rows.nobody_else && named.len() > 1 {
                return false;
            }
        }
        let Some(when) = &rows.when else {
            return true;
        };
        let truth = match (paper.per, self.readers.person) {
            (Some(per), Some(person)) if per != rows.list => {
                view.truth_within(when, (rows.list, row), (per, person))
            }
            _ => view.truth(when, Some(row)),
        };
        // A row that is not known to be a fact is not told as one.
        truth.certain()
    }

    /// Notes what is missing of a row.
    fn check(&mut self, rows: &PaperRows, row: &RowId) {
        let view = self.voice.view;
        for at in &rows.needs {
            let question = view.list.question(*at);
            let answer = view.answers.get(&question.id, Some(row));
            let said = |value: &Value| match value {
                Value::Text(text) => !text.trim().is_empty(),
                other => other.is_known(),
            };
            let known = answer.is_some_and(|answer| said(&answer.value));
            if view.visible(*at, Some(row)).possible() && !known {
                self.gaps.push(Gap {
                    row: row_name(view.list, rows.list, row, view.answers),
                    question: plain(question.text.get("nl")).into_owned(),
                });
            }
        }
    }
}

fn line(label: Option<String>, text: String) -> Said {
    Said {
        label,
        text,
        written: false,
    }
}
