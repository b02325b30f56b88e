//! What was written in a case in words of one's own, each with its traces taken out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::change::{band_of, role};
use crate::answer::{Change, Key, RowId, Value};
use crate::paper::{Choice, Line};
use crate::plain::{one_line, plain};
use crate::questionnaire::{self, QuestionId, QuestionIx, Questionnaire, Role};
use crate::replay::Story;
use crate::text::nl;
use crate::trace::{Names, Protected, Search, doubts};

/// What kind of text: an answer, or the reason beside one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Answer,
    Note,
}

/// Every text, by where it stands and what it was.
#[derive(Debug, Default)]
pub(super) struct Texts {
    by_original: BTreeMap<(QuestionId, Kind, String), usize>,
    lines: Vec<Line>,
    /// These stay away whole: what is protected has no words of its own to be replaced by.
    pub withheld: BTreeSet<(QuestionId, Kind, String)>,
}

impl Texts {
    /// All of a story; what looks like a name anywhere in it is known everywhere after.
    pub fn of(
        names: &mut Names,
        protected: &Protected,
        story: &Story,
        list: &Questionnaire,
        bands: bool,
    ) -> Self {
        let mut all: Vec<(NaiveDate, &Key, Kind, &str)> = texts(story)
            .filter(|(_, key, kind, _)| *kind == Kind::Note || is_free(list, key))
            .collect();
        // In the order of the list, and of each question in the order in which it was told.
        all.sort_by_key(|(_, key, kind, _)| (list.find(&key.question.0), *kind));
        names.hear_list(list.told().map(plain));
        for (_, _, _, text) in &all {
            names.hear(&plain(text));
        }
        for (_, _, _, text) in &all {
            names.learn(&plain(text));
        }
        let rows = rows(story.moments.iter().flat_map(|moment| &moment.changes));
        let mut texts = Self::default();
        for (on, key, kind, text) in all {
            let search = search(names, on, bands);
            let line = (in_row(list, key, &rows), kind, text);
            texts.add(list, key, line, &search, protected);
        }
        texts
    }

    fn add(
        &mut self,
        list: &Questionnaire,
        key: &Key,
        (row, kind, text): (Option<String>, Kind, &str),
        search: &Search<'_>,
        protected: &Protected,
    ) {
        let original = (key.question.clone(), kind, text.to_owned());
        let Some(at) = list.find(&key.question.0) else {
            return;
        };
        if text.trim().is_empty() || self.by_original.contains_key(&original) {
            return;
        }
        let clean = search.clean(plain(text).trim()).text;
        if clean.is_empty() || !protected.find(&clean).is_empty() {
            self.withheld.insert(original);
            return;
        }
        let question = list.question(at);
        let asked = asked(list, at, row);
        let line = Line {
            part: one_line(&list.parts[question.part].title.nl).to_owned(),
            label: Some(match kind {
                Kind::Answer => asked,
                Kind::Note => nl().copy.note(asked),
            }),
            doubts: doubts(&clean, search.names),
            text: clean,
        };
        let same = self.lines.iter().position(|one| *one == line);
        let index = same.unwrap_or(self.lines.len());
        if same.is_none() {
            self.lines.push(line);
        }
        self.by_original.insert(original, index);
    }

    /// What somebody has to look at.
    pub fn lines(&self) -> Vec<Line> {
        self.lines.clone()
    }

    /// What stands in the copy for a text. An answer that is left out says so; a note is gone.
    pub fn said(&self, key: &Key, kind: Kind, text: &str, choices: &[Choice]) -> Option<String> {
        let original = (key.question.clone(), kind, text.to_owned());
        let at = self.by_original.get(&original);
        let chosen = at.and_then(|at| Some((self.lines.get(*at)?, choices.get(*at)?)));
        match (chosen, kind) {
            (Some((line, Choice::Leaves)), _) => Some(line.text.clone()),
            (Some((_, Choice::Reworded(words))), _) => Some(words.clone()),
            (_, Kind::Answer) => Some(nl().copy.left_out()),
            (_, Kind::Note) => None,
        }
    }
}

/// Every row that ever was, in the order in which it came, by its list.
pub(super) fn rows<'a>(
    changes: impl Iterator<Item = &'a Change>,
) -> BTreeMap<&'a QuestionId, Vec<&'a RowId>> {
    let mut rows: BTreeMap<&QuestionId, Vec<&RowId>> = BTreeMap::new();
    for change in changes {
        if let Change::AddRow { list, row } = change {
            let known = rows.entry(list).or_default();
            if !known.contains(&row) {
                known.push(row);
            }
        }
    }
    rows
}

/// What was asked, and in which row.
pub(super) fn asked(list: &Questionnaire, at: QuestionIx, row: Option<String>) -> String {
    let asked = one_line(&list.question(at).text.nl).to_owned();
    match row {
        Some(row) => nl().value.in_row(row, asked),
        None => asked,
    }
}

/// Which row this is, without what is written in it: *gesprek 2*.
pub(super) fn in_row(
    list: &Questionnaire,
    key: &Key,
    rows: &BTreeMap<&QuestionId, Vec<&RowId>>,
) -> Option<String> {
    let row = key.row.as_ref()?;
    let parent = list.question(list.find(&key.question.0)?).parent?;
    let of = list.question(parent);
    let at = rows.get(&of.id)?.iter().position(|one| *one == row)?;
    let questionnaire::Kind::List { row_name, .. } = &of.kind else {
        return None;
    };
    Some(nl().value.numbered(&row_name.nl, at + 1))
}

/// What is looked for in a text of this day: in a copy the days are moved, so that a time of the year tells by how much.
pub(super) fn search(names: &Names, on: NaiveDate, bands: bool) -> Search<'_> {
    Search {
        seasons: true,
        ages: bands.then_some(band_of),
        ..Search::of(names, on)
    }
}

/// Every text that was ever given, with its day: a date in it is told by how long before that it was.
fn texts(story: &Story) -> impl Iterator<Item = (NaiveDate, &Key, Kind, &str)> {
    let moments = story.moments.iter();
    let changes =
        moments.flat_map(|moment| moment.changes.iter().map(move |change| (moment.on, change)));
    let set = changes.filter_map(|(on, change)| match change {
        Change::Set { key, answer } => Some((on, key, answer)),
        _ => None,
    });
    set.flat_map(|(on, key, answer)| {
        let told = match &answer.value {
            Value::Text(text) => Some((on, key, Kind::Answer, text.as_str())),
            _ => None,
        };
        let note = answer.note.as_deref();
        let note = note.map(|note| (on, key, Kind::Note, note));
        told.into_iter().chain(note)
    })
}

/// Whether it is a text of one's own: not a name that has a role word instead, and not what is protected.
fn is_free(list: &Questionnaire, key: &Key) -> bool {
    !matches!(
        role(list, key),
        Some(Role::CaseLabel | Role::PersonName | Role::ProtectedValue)
    )
}
