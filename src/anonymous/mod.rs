//! A case without its people, to learn from: days moved by one number that is not kept, role words for names, free texts
//! only as far as somebody approved each of them. Who did it and when is gone. In the end what is protected is looked for
//! in the finished file. Pure: chooses no number, asks nobody.
//!
//! `texts` gathers what was written and takes the traces out · `rows` numbers the rows anew · `change` rewrites one change ·
//! `check` looks whether all is gone.

mod change;
mod check;
mod rows;
mod texts;

pub use check::{Doubted, Left};

use std::collections::BTreeMap;

use crate::answer::{Answers, Change, RowId, Value};
use crate::case::Lesson;
use crate::engine::View;
use crate::paper::{self, Choice, Line};
use crate::plain::plain;
use crate::questionnaire::{Questionnaire, Role};
use crate::reader::Guard;
use crate::replay::Story;
use crate::trace::{Guarded, Names, Protected, role_words};

use rows::Rows;
use texts::Texts;

/// A case that is being copied.
pub struct Draft<'a> {
    story: &'a Story,
    list: &'a Questionnaire,
    bands: bool,
    /// What everybody is called in the copy.
    people: BTreeMap<RowId, String>,
    names: Names,
    protected: Protected,
    texts: Texts,
    rows: Rows,
}

impl<'a> Draft<'a> {
    /// Of this story; with `bands`, ages go to the nearest band.
    pub fn of(story: &'a Story, bands: bool) -> Option<Self> {
        let last = story.side(story.moments.len().checked_sub(1)?)?;
        let answers = banded(last.list, last.answers, bands);
        let view = View::new(last.list, &answers, last.on);
        let (people, mut names) = paper::role_names(&view);
        let mut protected = Guard::of(&view).everything();
        for (key, value) in written(story) {
            let role = change::role(last.list, key);
            match role {
                // What it was called before, too.
                Some(Role::CaseLabel) => {
                    names.add_phrase(value);
                    protected.add_phrase(Guarded::Name, &plain(value));
                }
                Some(Role::PersonName) if !role_words(value).1 => {
                    let instead = key.row.as_ref().and_then(|row| people.get(row));
                    names.add(&plain(value), instead.map_or("", String::as_str));
                    protected.add(Guarded::Name, &plain(value));
                }
                _ => {}
            }
        }
        let mut draft = Self {
            story,
            list: last.list,
            bands,
            people,
            names,
            protected,
            texts: Texts::default(),
            rows: Rows::of(story, last.list),
        };
        draft.texts = Texts::of(&mut draft.names, &draft.protected, story, last.list, bands);
        Some(draft)
    }

    /// Every free text as it would stand in the copy, once each: for somebody to approve or to say otherwise.
    pub fn lines(&self) -> Vec<Line> {
        self.texts.lines()
    }

    /// So many texts stay away whole, since something protected stands in them in a way that cannot be taken out.
    pub fn withheld(&self) -> usize {
        self.texts.withheld.len()
    }

    /// The copy, with its days moved by so many; without choices every free text is left out.
    pub fn copy(&self, days: i64, choices: &[Choice]) -> Lesson {
        let moments = self.story.moments.iter().filter_map(|moment| {
            let on = change::moved(moment.on, days)?;
            let changes = moment.changes.iter();
            let changes: Vec<Change> = changes
                .filter_map(|one| self.change(one, days, choices))
                .filter_map(|one| self.renumbered(one))
                .collect();
            (!changes.is_empty()).then_some((on, changes))
        });
        Lesson {
            list: self.list.version.clone(),
            moments: moments.collect(),
        }
    }
}

/// Every text that was ever an answer.
fn written(story: &Story) -> impl Iterator<Item = (&crate::answer::Key, &str)> {
    let changes = story.moments.iter().flat_map(|moment| &moment.changes);
    changes.filter_map(|change| match change {
        Change::Set { key, answer } => match &answer.value {
            Value::Text(text) => Some((key, text.as_str())),
            _ => None,
        },
        _ => None,
    })
}

/// The answers with every age in its band, where that is wanted.
fn banded(list: &Questionnaire, answers: &Answers, bands: bool) -> Answers {
    let mut banded = answers.clone();
    if !bands {
        return banded;
    }
    for (key, answer) in answers.iter() {
        if let (Some(Role::PersonAge), Value::Number(age)) =
            (change::role(list, key), &answer.value)
        {
            let mut answer = answer.clone();
            answer.value = Value::Number(change::band(*age));
            banded.set(key.clone(), answer);
        }
    }
    banded
}
