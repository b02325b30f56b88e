//! A case as it went: its journal cut into moments, what was known at each, and what a later answer would have said then.
//! Pure: knows no file, no clock and no words of the program.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answer::{Answers, Change, Key, Value};
use crate::case::{Event, Record, What};
use crate::comparison::{Difference, How, Side, blend, differences};
use crate::questionnaire::{QuestionId, Questionnaire};

/// One list of a case, and after how many entries of its journal it came.
#[derive(Clone, Debug)]
pub struct Version {
    /// The first entry that is to this list.
    pub from: usize,
    /// The list.
    pub list: Questionnaire,
}

/// A stretch of work: one day, one part of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// On this day.
    pub on: NaiveDate,
    /// What was answered, in the order in which it was.
    pub changes: Vec<Change>,
    /// What was done beside the answers.
    pub events: Vec<Event>,
    /// What was known when it was over.
    pub answers: Answers,
    /// To which of the lists.
    pub list: usize,
}

/// A case as it went.
#[derive(Clone, Debug)]
pub struct Story {
    /// The lists that it was filled in with, in turn.
    pub lists: Vec<Questionnaire>,
    /// Its moments, oldest first.
    pub moments: Vec<Moment>,
}

/// How the log calls a copy without people.
pub const COPY: &str = "leerkopie";
/// How the log calls a story that was written to a file.
pub const PLAYED: &str = "terugspelen";
const TO_LEARN: [&str; 2] = [COPY, PLAYED];

impl Story {
    /// The journal of a case, with the lists that it was filled in with (the first from entry 0 on).
    pub fn of(record: &Record, versions: Vec<Version>) -> Self {
        let mut story = Self {
            lists: Vec::new(),
            moments: Vec::new(),
        };
        let mut from = Vec::new();
        for version in versions {
            from.push(version.from);
            story.lists.push(version.list);
        }
        let mut answers = Answers::default();
        let mut cut = Cut::default();
        for (at, entry) in record.entries.iter().enumerate() {
            let list = from.iter().rposition(|first| *first <= at).unwrap_or(0);
            let on = entry.at.date_naive();
            match &entry.what {
                What::Change(change) => {
                    let part = part(&story.lists[list], change);
                    let here = Place {
                        on,
                        list,
                        part,
                        at: entry.at.timestamp_millis(),
                    };
                    if cut.begins(&here) || story.moments.is_empty() {
                        story.begin(on, list, &answers);
                    }
                    cut.stands(here);
                    answers.apply(change);
                    story.last(|moment| moment.changes.push(change.clone()));
                }
                What::Event(event) => {
                    if let Event::Moved(moved) = event {
                        answers.lay_aside(&moved.aside);
                    }
                    if !tells(event) {
                        continue;
                    }
                    if opens(event) || cut.day() != Some(on) || story.moments.is_empty() {
                        story.begin(on, list, &answers);
                        cut = Cut::on(on, list);
                    }
                    story.last(|moment| moment.events.push(event.clone()));
                }
            }
            let known = answers.clone();
            story.last(|moment| {
                moment.answers = known;
                moment.list = list;
            });
        }
        story.moments.retain(Moment::says_something);
        story
    }

    /// One list all along, with the changes of each moment.
    pub fn told(list: Questionnaire, told: Vec<(NaiveDate, Vec<Change>)>) -> Self {
        let mut answers = Answers::default();
        let moments = told.into_iter().map(|(on, changes)| {
            changes.iter().for_each(|change| answers.apply(change));
            Moment {
                on,
                changes,
                events: Vec::new(),
                answers: answers.clone(),
                list: 0,
            }
        });
        let moments = moments.collect();
        Self {
            lists: vec![list],
            moments,
        }
    }

    fn begin(&mut self, on: NaiveDate, list: usize, answers: &Answers) {
        self.moments.push(Moment {
            on,
            changes: Vec::new(),
            events: Vec::new(),
            answers: answers.clone(),
            list,
        });
    }

    fn last(&mut self, with: impl FnOnce(&mut Moment)) {
        if let Some(moment) = self.moments.last_mut() {
            with(moment);
        }
    }

    /// What was known after this moment.
    pub fn side(&self, at: usize) -> Option<Side<'_>> {
        let moment = self.moments.get(at)?;
        Some(Side {
            list: self.lists.get(moment.list)?,
            answers: &moment.answers,
            on: moment.on,
        })
    }

    /// What became known after this moment and would fit in it.
    pub fn later(&self, at: usize) -> Vec<Difference> {
        let (Some(then), Some(last)) = (self.side(at), self.moments.last()) else {
            return Vec::new();
        };
        let end = Side {
            answers: &last.answers,
            ..then
        };
        let could = |one: &Difference| {
            matches!(
                one.how,
                How::NewFact | How::NowKnown | How::ChangedMind | How::NowApplies | How::RowAdded
            )
        };
        differences(&then, &end).into_iter().filter(could).collect()
    }

    /// What would have been known after this moment with these of [`Story::later`] known already.
    pub fn with_earlier(&self, at: usize, of: &[Difference], taken: usize) -> Option<Answers> {
        let (then, last) = (self.side(at)?, self.moments.last()?);
        let taken = BTreeSet::from([taken]);
        Some(blend(then.answers, &last.answers, of, &taken))
    }

    /// The answers of this moment that replaced another answer that was known.
    pub fn corrected(&self, at: usize) -> Vec<Key> {
        let Some(moment) = self.moments.get(at) else {
            return Vec::new();
        };
        let before = at
            .checked_sub(1)
            .map(|before| &self.moments[before].answers);
        let was = |key: &Key| -> Option<&Value> {
            let answer = before?.get(&key.question, key.row.as_ref())?;
            answer.value.is_known().then_some(&answer.value)
        };
        let mut keys = Vec::new();
        for change in &moment.changes {
            let key = match change {
                Change::Set { key, .. } | Change::Forget { key } => key,
                _ => continue,
            };
            let now = moment.answers.get(&key.question, key.row.as_ref());
            let differs = was(key).is_some_and(|was| now.map(|now| &now.value) != Some(was));
            if differs && !keys.contains(key) {
                keys.push(key.clone());
            }
        }
        keys
    }
}

impl Moment {
    fn says_something(&self) -> bool {
        let only_came = self.events.iter().all(opens);
        !self.changes.is_empty() || !only_came
    }
}

/// Where in the list and in time the last change stood.
#[derive(Default)]
struct Cut {
    last: Option<Place>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    on: NaiveDate,
    list: usize,
    part: Option<usize>,
    at: i64,
}

impl Cut {
    /// Somebody came; where they go is not known yet.
    fn on(on: NaiveDate, list: usize) -> Self {
        Self {
            last: Some(Place {
                on,
                list,
                part: None,
                at: 0,
            }),
        }
    }

    fn day(&self) -> Option<NaiveDate> {
        self.last.map(|last| last.on)
    }

    /// Whether a new moment begins here. What came from a file came at once, whatever the parts.
    fn begins(&self, here: &Place) -> bool {
        let Some(last) = self.last else { return true };
        let elsewhere = last.part.is_some() && last.part != here.part && here.part.is_some();
        last.on != here.on || last.list != here.list || (elsewhere && last.at != here.at)
    }

    fn stands(&mut self, here: Place) {
        let part = here.part.or_else(|| self.last.and_then(|last| last.part));
        self.last = Some(Place { part, ..here });
    }
}

/// The part of the list that a change is in.
fn part(list: &Questionnaire, change: &Change) -> Option<usize> {
    let of = |id: &QuestionId| Some(list.question(list.find(&id.0)?).part);
    match change {
        Change::Set { key, .. } | Change::Forget { key } => of(&key.question),
        Change::AddRow { list, .. }
        | Change::RemoveRow { list, .. }
        | Change::Close { list }
        | Change::Reopen { list } => of(list),
    }
}

/// Somebody comes to the case.
const fn opens(event: &Event) -> bool {
    matches!(event, Event::Started | Event::Resumed)
}

/// Whether this belongs to the story of the case, and not to that of the screen, of the file or of who learns from it later.
fn tells(event: &Event) -> bool {
    if let Event::Exported(what) = event {
        return !TO_LEARN.contains(&what.as_str());
    }
    !matches!(
        event,
        Event::Paused
            | Event::Blanked
            | Event::Unblanked
            | Event::NewerTold(_)
            | Event::TornSetAside
            | Event::Upgraded(_)
            | Event::Encrypted
            | Event::Enveloped(_)
    )
}
