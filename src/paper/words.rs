//! What a reader reads as an answer: in full or without names, with days told as the paper tells them. What is unknown,
//! refused or not asked is said as such; a question that does not belong gives no words at all.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::person::Person;
use super::scrub::Scrub;
use crate::answer::{self, Answer, RowId, Value};
use crate::engine::{Outcome, Outcomes, View};
use crate::plain::plain;
use crate::questionnaire::paper::{Days, Paper, Shown};
use crate::questionnaire::{DerivedIx, Kind, OptionId, QuestionIx, Text};
use crate::text::{as_said, day_text, doc, month_text};
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
                text: doc().paper.not_asked(),
                written: false,
                known: false,
            });
        };
        let mut words = self.value(one.question, answer, part)?;
        if let (true, Some(note)) = (one.note, &answer.note)
            && let Some(note) = self.written(note, part)
        {
            words.text = doc().paper.with_note(&words.text, note);
            words.written = true;
        }
        Some(words)
    }

    fn value(&mut self, at: QuestionIx, answer: &Answer, part: &str) -> Option<Words> {
        let (view, text) = (self.view, &doc().paper);
        let words = &doc().plan_paper;
        let asked = view.list.question(at);
        let option = |id: &OptionId| {
            let found = asked.options().iter().find(|option| option.id == *id);
            found.map_or_else(|| id.to_string(), |option| of_list(&option.text))
        };
        let said = |text: String, known| Words {
            text,
            written: false,
            known,
        };
        let person = matches!(asked.kind, Kind::Person { .. });
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
                let names: Vec<String> = names.into_iter().map(as_said).collect();
                said(names.join(", "), true)
            }
            value @ Value::Rows(rows) if !rows.is_empty() => {
                let shown = answer::show(view.list, at, value, view.answers);
                let text = match person {
                    true => self.clean(&shown, part),
                    false => self.written(&shown, part),
                };
                Words {
                    text: text?,
                    written: true,
                    known: true,
                }
            }
            Value::Yes => said(words.yes_word(), true),
            Value::No => said(words.no_word(), true),
            Value::NotApplicable => said(words.not_applicable(), true),
            Value::Choice(id) => said(option(id), true),
            Value::Choices(ids) if !ids.is_empty() => {
                let chosen: Vec<String> = ids.iter().map(option).collect();
                said(chosen.join(", "), true)
            }
            Value::Choices(_) | Value::Rows(_) => said(text.none(), true),
            Value::Number(number) => {
                let figure = answer::interpret::dutch(*number);
                said(
                    match (&asked.kind, number.as_whole()) {
                        (Kind::Scale { labels, .. }, Some(whole)) => match labels.get(&whole) {
                            Some(label) => format!("{figure} ({})", of_list(label)),
                            None => figure,
                        },
                        (
                            Kind::Number {
                                unit: Some(unit), ..
                            },
                            _,
                        ) => format!("{figure} {}", of_list(unit)),
                        _ => figure,
                    },
                    true,
                )
            }
            value => {
                let shown = answer::show(view.list, at, value, view.answers);
                said(as_said(&plain(&shown)), true)
            }
        })
    }

    /// What somebody wrote, without traces where the paper is without names; marked as Dutch in a paper that is not.
    pub(super) fn written(&mut self, text: &str, part: &str) -> Option<String> {
        self.clean(text, part).map(|text| as_said(&text))
    }

    fn clean(&mut self, text: &str, part: &str) -> Option<String> {
        match &mut self.scrub {
            Some(scrub) => scrub.clean(text, part),
            None => Some(plain(text).trim().to_owned()).filter(|text| !text.is_empty()),
        }
    }

    /// A day as this paper tells it.
    pub fn day(&self, day: NaiveDate) -> Option<String> {
        match self.paper.days {
            Days::Full => Some(day_text(day)),
            Days::Month => Some(month_text(day)),
            Days::Ago => Some(as_said(&trace::when(day, self.view.today))),
            Days::Gone => None,
        }
    }
}

/// What a list says, in the language of the document; where it has none there it is Dutch, and marked so.
pub(super) fn of_list(text: &Text) -> String {
    let own = text.other.get(&doc().language);
    own.map_or_else(|| as_said(&plain(&text.nl)), |own| plain(own).into_owned())
}

/// The words of an outcome: what it is, and why; or what it can still be, and what is missing. Nothing where there is none.
pub(super) fn outcome(
    view: &View<'_>,
    at: DerivedIx,
    outcomes: &Outcomes,
    attention: bool,
) -> Option<(String, Vec<(String, String)>)> {
    let text = &doc().paper;
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
        let why = rules.map(|rule| (text.why(), of_list(rule)));
        return Some((values.join(", "), why.collect()));
    }
    let missing = outcome
        .open
        .iter()
        .filter_map(|key| view.list.find(&key.question.0));
    let mut questions: Vec<String> = Vec::new();
    for question in missing.map(|at| of_list(&view.list.question(at).text)) {
        if questions.len() < MOST_MISSING && !questions.contains(&question) {
            questions.push(question);
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
    let levels: Vec<String> = levels.map(|level| of_list(&level.text)).collect();
    if !levels.is_empty() {
        return levels;
    }
    let bounds = outcome.bounds();
    match (bounds.low, bounds.high) {
        (Some(low), Some(high)) if low == high => vec![answer::interpret::dutch(low)],
        (Some(low), Some(high)) => {
            vec![doc().paper.from_to(
                answer::interpret::dutch(low),
                answer::interpret::dutch(high),
            )]
        }
        _ => Vec::new(),
    }
}
