//! The last look: whether anything is left in the copy that tells who somebody is. Says where, never what.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::Draft;
use super::texts::{self, in_row, rows, search};
use crate::answer::{Change, Value};
use crate::case::{CaseId, Lesson};
use crate::paper::Choice;
use crate::text::nl;
use crate::trace::{Kind, doubts};

/// Something that is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where: the question, and which row; none where it stands outside the answers.
    pub at: Option<String>,
    /// What kinds, in words.
    pub kinds: Vec<String>,
}

/// Words of somebody's own to look at once more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubted {
    /// At which question.
    pub asked: String,
    /// Which words.
    pub words: Vec<String>,
}

impl Draft<'_> {
    /// What is left in the copy, and in its finished file. `constants` stand in every copy, whatever the case.
    pub fn left(&self, copy: &Lesson, file: &str, constants: &[String]) -> Vec<Left> {
        let wanted = self.protected.clone().without(constants);
        let mut left = Vec::new();
        let changes = || copy.moments.iter().flat_map(|(_, changes)| changes);
        let rows = rows(changes());
        for change in changes() {
            let Change::Set { key, answer } = change else {
                continue;
            };
            let told = match &answer.value {
                Value::Text(text) => Some(text),
                _ => None,
            };
            let mut kinds: Vec<String> = Vec::new();
            for text in told.into_iter().chain(&answer.note).chain(&answer.source) {
                kinds.extend(wanted.find(text).into_iter().map(|kind| kind.called()));
                let on = self.story.moments.last().map(|moment| moment.on);
                let search = search(&self.names, on.unwrap_or_default(), self.bands);
                let traces = search.traces(text);
                // A word with a capital is what somebody just approved.
                let told = traces.iter().filter(|trace| trace.kind != Kind::Capital);
                kinds.extend(told.map(|trace| trace.kind.called()));
            }
            if !kinds.is_empty() {
                let row = in_row(self.list, key, &rows);
                let asked = self.list.find(&key.question.0);
                let asked = asked.map(|at| texts::asked(self.list, at, row));
                push(&mut left, asked, kinds);
            }
        }
        // A value may stand in what is no text.
        for line in file.lines() {
            let kinds = wanted.find(line);
            if left.is_empty() && !kinds.is_empty() {
                let kinds = kinds.into_iter().map(|kind| kind.called());
                push(&mut left, None, kinds.collect());
            }
        }
        left
    }

    /// The kinds of what tells of the case in the name that the copy gets: a name, an address, its number, a day of it.
    pub fn left_in_name(&self, name: &str, case: &CaseId, constants: &[String]) -> Vec<String> {
        let wanted = self.protected.clone().without(constants);
        let mut kinds: Vec<String> = wanted.find(name).iter().map(|one| one.called()).collect();
        // The rest of a name stands between dashes as often as between spaces.
        let spaced = name.replace(['_', '.', '-'], " ");
        kinds.extend(wanted.find(&spaced).iter().map(|one| one.called()));
        if self.names.is_in(name) {
            kinds.push(Kind::Name.called());
        }
        let digits = |text: &str| -> String {
            text.chars()
                .filter(|one| !matches!(one, '-' | '_' | '.' | ' ' | '/'))
                .collect()
        };
        let flat = digits(&name.to_lowercase());
        if flat.contains(&digits(&case.to_string())) {
            kinds.push(nl().copy.case_number());
        }
        let dashed = name.replace(['_', '.', ' ', '/'], "-");
        let told = |day: &NaiveDate| {
            let short = ["%-d-%-m", "%d-%m"].map(|form| day.format(form).to_string());
            let mut long = written(*day).into_iter();
            long.any(|one| stands_in(&flat, &digits(&one)))
                || short.iter().any(|one| stands_in(&dashed, one))
        };
        if self.days().iter().any(told) {
            kinds.push(Kind::Date.called());
        }
        kinds.sort();
        kinds.dedup();
        kinds
    }

    /// What in the words of one's own may be a name after all: what was taken out stays out, what is typed back may not.
    pub fn doubted(&self, choices: &[Choice]) -> Vec<Doubted> {
        let on = self.story.moments.last().map(|moment| moment.on);
        let search = search(&self.names, on.unwrap_or_default(), self.bands);
        let lines = self.lines();
        let own = lines.iter().zip(choices);
        let found = own.filter_map(|(line, choice)| {
            let Choice::Reworded(said) = choice else {
                return None;
            };
            let capitals = search.traces(said).into_iter();
            let capitals = capitals.filter(|trace| trace.kind == Kind::Capital);
            let mut words: Vec<String> = capitals.map(|trace| said[trace.at].to_owned()).collect();
            let others = doubts(said, &self.names);
            words.extend(others.into_iter().filter(|one| !line.doubts.contains(one)));
            let mut seen = BTreeSet::new();
            words.retain(|word| seen.insert(word.clone()));
            (!words.is_empty()).then(|| Doubted {
                asked: line.label.clone().unwrap_or_else(|| line.part.clone()),
                words,
            })
        });
        found.collect()
    }

    /// Every day that is known of the case.
    fn days(&self) -> BTreeSet<NaiveDate> {
        let mut days = BTreeSet::new();
        for moment in &self.story.moments {
            days.insert(moment.on);
            for change in &moment.changes {
                if let Change::Set { answer, .. } = change {
                    days.extend(answer.date);
                    if let Value::Date(day) = &answer.value {
                        days.insert(*day);
                    }
                }
            }
        }
        days
    }
}

/// A day as it may stand in the name of a file.
fn written(day: NaiveDate) -> Vec<String> {
    let months = nl().days.months();
    let month = months.split(' ').nth(day.month0() as usize);
    let mut found = vec![format!("{}{}", day.day(), month.unwrap_or_default())];
    let forms = ["%Y%m%d", "%d%m%Y", "%-d-%-m-%Y", "%y%m%d", "%d%m%y"];
    found.extend(forms.map(|form| day.format(form).to_string()));
    found
}

/// Whether these figures stand here, and are no part of a longer number.
fn stands_in(text: &str, figures: &str) -> bool {
    text.match_indices(figures).any(|(at, _)| {
        let digit = |one: &char| one.is_ascii_digit();
        let before = text[..at].chars().next_back();
        let after = text[at + figures.len()..].chars().next();
        !before.as_ref().is_some_and(digit) && !after.as_ref().is_some_and(digit)
    })
}

fn push(left: &mut Vec<Left>, at: Option<String>, mut kinds: Vec<String>) {
    kinds.sort();
    kinds.dedup();
    let one = Left { at, kinds };
    if !left.contains(&one) {
        left.push(one);
    }
}
