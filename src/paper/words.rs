//! What a reader reads as an answer: in full or without names, with days told as the paper tells them. What is unknown,
//! refused or not asked is said as such; a question that does not belong gives no words at all.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::person::Person;
use super::scrub::Scrub;
use crate::answer::{self, Answer, RowId, Value};
use crate::engine::{Outcome, Outcomes, View};
use crate::plain::plain;
use crate::questionnaire::paper::{Days, Paper, Shown};
use crate::questionnaire::{DerivedIx, Kind, QuestionIx};
use crate::text::nl;
use crate::trace;

/// The words of one answer.
pub(super) struct Words {
    /// What is read.
    pub text: String,
    /// It came from what somebody wrote, so it may hold a trace.
    pub written: bool,
    /// It says something: not only that nothing is known.
    pub known: bool,
}

/// Puts answers into words for one paper.
pub(super) struct Voice<'a> {
    pub view: &'a View<'a>,
    pub paper: &'a Paper,
    pub people: BTreeMap<RowId, Person>,
    /// Takes traces out, where the paper is without names.
    pub scrub: Option<Scrub<'a>>,
}

impl Voice<'_> {
    /// The words of the answer to a question; nothing where it does not belong, or where the paper does not tell days.
    pub fn answer(&mut self, one: &Shown, row: Option<&RowId>, part: &str) -> Option<Words> {
        let view = self.view;
        let question = view.list.question(one.question);
        if !view.visible(one.question, row).possible() {
            return None;
        }
        let Some(answer) = view.answers.get(&question.id, row) else {
            return Some(Words {
                text: nl().paper.not_asked(),
                written: false,
                known: false,
            });
        };
        let mut words = self.value(one.question, answer, part)?;
        if let (true, Some(note)) = (one.note, &answer.note)
            && let Some(note) = self.written(note, part)
        {
            words.text = nl().paper.with_note(&words.text, note);
            words.written = true;
        }
        Some(words)
    }

    fn value(&mut self, at: QuestionIx, answer: &Answer, part: &str) -> Option<Words> {
        let (view, text) = (self.view, &nl().paper);
        let said = |text: String, known| Words {
            text,
            written: false,
            known,
        };
        let person = matches!(view.list.question(at).kind, Kind::Person { .. });
        Some(match &answer.value {
            Value::Unknown => said(text.unknown(), false),
            Value::Refused => said(text.refused(), false),
            Value::Date(day) => said(self.day(*day)?, true),
            Value::Text(own) => match self.written(own, part) {
                Some(text) => Words {
                    text,
                    written: true,
                    known: true,
                },
                None => said(text.left_empty(), false),
            },
            Value::Rows(rows) if person && self.paper.anonymous && !rows.is_empty() => {
                let names: Vec<&str> = rows
                    .iter()
                    .map(|row| {
                        self.people
                            .get(row)
                            .map_or("", |person| person.label.as_str())
                    })
                    .filter(|name| !name.is_empty())
                    .collect();
                said(names.join(", "), true)
            }
            value @ Value::Rows(rows) if !rows.is_empty() => {
                let shown = answer::show(view.list, at, value, view.answers);
                Words {
                    text: self.written(&shown, part)?,
                    written: true,
                    known: true,
                }
            }
            value => {
                let shown = answer::show(view.list, at, value, view.answers);
                said(plain(&shown).into_owned(), true)
            }
        })
    }

    /// What somebody wrote, without traces where the paper is without names.
    pub(super) fn written(&mut self, text: &str, part: &str) -> Option<String> {
        match &mut self.scrub {
            Some(scrub) => scrub.clean(text, part),
            None => Some(plain(text).trim().to_owned()).filter(|text| !text.is_empty()),
        }
    }

    /// A day as this paper tells it.
    pub fn day(&self, day: NaiveDate) -> Option<String> {
        match self.paper.days {
            Days::Full => Some(answer::show_date(day)),
            Days::Month => {
                let whole = answer::show_date(day);
                let words = whole.split_once(' ').map_or("", |(_, rest)| rest);
                debug_assert!(words.ends_with(&day.year().to_string()), "{words}");
                Some(words.to_owned())
            }
            Days::Ago => Some(trace::when(day, self.view.today)),
            Days::Gone => None,
        }
    }
}

/// The words of an outcome: what it is, and why; or what it can still be, and what is missing. Nothing where there is none.
pub(super) fn outcome(
    view: &View<'_>,
    at: DerivedIx,
    outcomes: &Outcomes,
    attention: bool,
) -> Option<(String, Vec<(String, String)>)> {
    let text = &nl().paper;
    let derived = view.list.derived(at);
    let outcome = outcomes.get(&derived.id)?;
    let lightest = derived.levels.first().map(|level| &level.id);
    let at_rest = attention && lightest.is_some() && outcome.spread.only_level() == lightest;
    if outcome.is_none() || at_rest {
        return None;
    }
    let values = values(view, at, outcome);
    if outcome.is_fixed() {
        let rules = outcome
            .reasons
            .iter()
            .filter(|reason| reason.derived == derived.id);
        let rules = rules.filter_map(|reason| reason.rule.as_ref());
        let why = rules.map(|rule| (text.why(), plain(rule.get("nl")).into_owned()));
        return Some((values.join(", "), why.collect()));
    }
    let missing = outcome
        .open
        .iter()
        .filter_map(|key| view.list.find(&key.question.0));
    let mut questions: Vec<String> = Vec::new();
    for question in missing.map(|at| view.list.question(at).text.get("nl")) {
        if questions.len() < MOST_MISSING && !questions.iter().any(|known| known == question) {
            questions.push(question.to_owned());
        }
    }
    let said = if values.is_empty() {
        text.open()
    } else {
        text.open_among(values.join(" / "))
    };
    let missing = questions
        .into_iter()
        .map(|question| (text.missing(), question));
    Some((said, missing.collect()))
}

/// So many questions are named that keep an outcome open.
const MOST_MISSING: usize = 3;

/// Every value that is possible, as it is read.
fn values(view: &View<'_>, at: DerivedIx, outcome: &Outcome) -> Vec<String> {
    let derived = view.list.derived(at);
    let levels = derived
        .levels
        .iter()
        .filter(|level| outcome.spread.levels.contains(&level.id));
    let levels: Vec<String> = levels
        .map(|level| plain(level.text.get("nl")).into_owned())
        .collect();
    if !levels.is_empty() {
        return levels;
    }
    let bounds = outcome.bounds();
    match (bounds.low, bounds.high) {
        (Some(low), Some(high)) if low == high => vec![answer::interpret::dutch(low)],
        (Some(low), Some(high)) => {
            vec![nl().paper.from_to(
                answer::interpret::dutch(low),
                answer::interpret::dutch(high),
            )]
        }
        _ => Vec::new(),
    }
}
