//! Part by part what of a case the reader of a paper may see: answers, outcomes, what is waited for, rows.

use super::super::words::{Voice, of_list, outcome};
use super::{Entry, Gap, Part, Readers, Said};
use crate::answer::{RowId, Value, row_name};
use crate::engine::{State, due, open_questions, outcomes};
use crate::plain::{one_line, plain};
use crate::questionnaire::paper::{PaperPart, PaperRows, Shown};
use crate::questionnaire::{PeriodSort, Question};
use crate::text::doc;

/// Fills the parts, and notes what is missing of rows that may not leave so.
pub(super) struct Filler<'a> {
    pub(super) voice: Voice<'a>,
    pub(super) readers: Readers<'a>,
    pub(super) gaps: Vec<Gap>,
}

impl Filler<'_> {
    pub(super) fn part(&mut self, part: &PaperPart) -> Option<Part> {
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
