//! Takes texts out of a case without what tells who or where somebody is, and is sure of it in the end: what still
//! holds a trace is not handed over, and is not printed to say so.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::answer::{Answer, RowId, Value};
use crate::engine::View;
use crate::plain::plain;
use crate::questionnaire::Role;
use crate::trace::{Kind, Names, Search, when};

/// What was replaced, by the part of the paper it stands in. Never what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Which part.
    pub part: String,
    /// What kinds of trace.
    pub kinds: Vec<Kind>,
}

/// A paper that is not made, because a trace stayed in it; which part, never what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The parts that still tell too much.
    pub parts: Vec<Replaced>,
}

/// The value of the question with this role, when it now belongs and is known.
pub(super) fn shown<'a>(view: &'a View<'_>, role: Role, row: Option<&RowId>) -> Option<&'a Value> {
    let at = view.list.by_role(role)?;
    if !view.visible(at, row).possible() {
        return None;
    }
    let answer = view.answers.get(&view.list.question(at).id, row)?;
    answer.value.is_known().then_some(&answer.value)
}

/// The rows of the list with this role; none while it is hidden.
pub(super) fn rows(view: &View<'_>, role: Role) -> Vec<RowId> {
    let Some(at) = view.list.by_role(role) else {
        return Vec::new();
    };
    if !view.visible(at, None).possible() {
        return Vec::new();
    }
    let rows = view.answers.rows(&view.list.question(at).id);
    rows.map(|rows| rows.ids.clone()).unwrap_or_default()
}

/// Reads texts and dates for a paper.
pub(super) struct Scrub<'a> {
    view: &'a View<'a>,
    names: Names,
    replaced: BTreeMap<String, Vec<Kind>>,
}

impl<'a> Scrub<'a> {
    /// Knows the names of the people, and learns every probable name in the texts with these roles.
    pub fn new(view: &'a View<'a>, mut names: Names, texts: &[Role]) -> Self {
        if let Some(Value::Text(label)) = shown(view, Role::CaseLabel, None) {
            names.add_phrase(label);
        }
        names.hear_list(view.list.told().map(plain));
        for (_, answer) in view.answers.iter() {
            told(answer).for_each(|text| names.hear(&plain(text)));
        }
        for role in texts {
            let places = match role.list() {
                Some(list) => rows(view, list).into_iter().map(Some).collect(),
                None => vec![None],
            };
            for row in places {
                if let Some(Value::Text(text)) = shown(view, *role, row.as_ref()) {
                    names.learn(&plain(text));
                }
            }
        }
        Self {
            view,
            names,
            replaced: BTreeMap::new(),
        }
    }

    /// Knows the names of the people, and learns every probable name in any text of the case.
    pub fn of_all(view: &'a View<'a>, names: Names) -> Self {
        let mut scrub = Self::new(view, names, &[]);
        for (_, answer) in view.answers.iter() {
            told(answer).for_each(|text| scrub.names.learn(&plain(text)));
        }
        scrub
    }

    /// The text with this role without its traces; `part` is what the person is told was changed.
    pub fn text(&mut self, role: Role, row: Option<&RowId>, part: &str) -> Option<String> {
        let Some(Value::Text(text)) = shown(self.view, role, row) else {
            return None;
        };
        self.clean(text, part)
    }

    /// A text without its traces; nothing where nothing is left.
    pub fn clean(&mut self, text: &str, part: &str) -> Option<String> {
        let clean = Search::of(&self.names, self.view.today).clean(plain(text).trim());
        if !clean.found.is_empty() {
            let kinds = self.replaced.entry(part.to_owned()).or_default();
            kinds.extend(clean.found);
            kinds.sort_unstable();
            kinds.dedup();
        }
        Some(clean.text).filter(|text| !text.is_empty())
    }

    /// How long ago the day with this role was.
    pub fn ago(&self, role: Role, row: Option<&RowId>) -> Option<String> {
        match shown(self.view, role, row) {
            Some(Value::Date(date)) => Some(when(*date, self.view.today)),
            _ => None,
        }
    }

    /// The words of the option that was chosen.
    pub fn choice(&self, role: Role, row: Option<&RowId>) -> Option<String> {
        let Some(Value::Choice(id)) = shown(self.view, role, row) else {
            return None;
        };
        let question = self.view.list.question(self.view.list.by_role(role)?);
        let option = question.options().iter().find(|option| option.id == *id)?;
        Some(plain(option.text.get("nl")).into_owned())
    }

    /// What was replaced, by part.
    pub fn replaced(&self) -> Vec<Replaced> {
        let parts = self.replaced.iter().map(|(part, kinds)| Replaced {
            part: part.clone(),
            kinds: kinds.clone(),
        });
        parts.collect()
    }

    /// Holds every text of a finished paper against the traces once more.
    pub fn sure<'t>(&self, texts: impl Iterator<Item = (&'t str, &'t str)>) -> Result<(), Refused> {
        let mut parts: BTreeMap<String, Vec<Kind>> = BTreeMap::new();
        for (part, text) in texts {
            let left = left(text, &self.names, self.view.today);
            if !left.is_empty() {
                parts.entry(part.to_owned()).or_default().extend(left);
            }
        }
        if parts.is_empty() {
            return Ok(());
        }
        let parts = parts
            .into_iter()
            .map(|(part, kinds)| Replaced { part, kinds });
        Err(Refused {
            parts: parts.collect(),
        })
    }
}

/// What an answer tells in words of somebody's own.
fn told(answer: &Answer) -> impl Iterator<Item = &str> {
    let text = match &answer.value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    };
    text.into_iter().chain(answer.note.as_deref())
}

/// The kinds of trace in a text that was cleaned.
fn left(text: &str, names: &Names, today: NaiveDate) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Search::of(names, today)
        .traces(text)
        .into_iter()
        .map(|trace| trace.kind)
        .filter(|kind| *kind != Kind::Capital)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
