//! The answers of one side with some of the differences of the other: the way to try out what a difference does.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{About, Difference, How};
use crate::answer::{Answers, Key, RowId, Rows};
use crate::questionnaire::QuestionId;

/// The answers of then, with those of now where a difference is among `taken` (indexes of `differences`).
pub fn blend(
    then: &Answers,
    now: &Answers,
    differences: &[Difference],
    taken: &BTreeSet<usize>,
) -> Answers {
    Blender::new(then, now, differences).blend(taken)
}

/// Makes blends of the same two.
pub(super) struct Blender<'a> {
    then: &'a Answers,
    now: &'a Answers,
    by_about: BTreeMap<&'a About, usize>,
    /// Lists that stand in one of the two questionnaires only: they come or go with all that is in them.
    whole: BTreeSet<&'a QuestionId>,
}

impl<'a> Blender<'a> {
    pub fn new(then: &'a Answers, now: &'a Answers, differences: &'a [Difference]) -> Self {
        let by_about = differences
            .iter()
            .enumerate()
            .map(|(at, one)| (&one.about, at))
            .collect();
        let whole = differences.iter().filter_map(|one| match &one.about {
            About::Rows(list) if matches!(one.how, How::OnlyThen | How::OnlyNow) => Some(list),
            _ => None,
        });
        Self {
            then,
            now,
            by_about,
            whole: whole.collect(),
        }
    }

    /// The answers with these differences.
    pub fn blend(&self, taken: &BTreeSet<usize>) -> Answers {
        let mut blended = Answers::default();
        let of = |about: &About| self.by_about.get(about).map(|at| taken.contains(at));
        let lists: BTreeSet<&QuestionId> = self
            .then
            .lists()
            .chain(self.now.lists())
            .map(|(list, _)| list)
            .collect();
        for list in lists {
            if let Some(rows) = self.rows(list, &of) {
                blended.set_rows(list.clone(), rows);
            }
        }
        let keys: BTreeSet<&Key> = self
            .then
            .iter()
            .chain(self.now.iter())
            .map(|(key, _)| key)
            .collect();
        for key in keys {
            let from = if self.takes(key, &of) {
                self.now
            } else {
                self.then
            };
            if let Some(answer) = from.get(&key.question, key.row.as_ref()) {
                blended.set(key.clone(), answer.clone());
            }
        }
        blended
    }

    fn rows(&self, list: &QuestionId, of: &dyn Fn(&About) -> Option<bool>) -> Option<Rows> {
        let (then, now) = (self.then.rows(list), self.now.rows(list));
        let whole = of(&About::Rows(list.clone())).unwrap_or(false);
        if self.whole.contains(list) {
            return if whole { now } else { then }.cloned();
        }
        let ids = |rows: Option<&Rows>| rows.map_or(Vec::new(), |rows| rows.ids.clone());
        let (before, after) = (ids(then), ids(now));
        let row = |row: &RowId| of(&About::Row(list.clone(), row.clone())).unwrap_or(false);
        // The order is that of one side; what only the other has, stands where it stood there, as far as that can be.
        let stays = |one: &RowId| match (before.contains(one), after.contains(one)) {
            (true, true) => true,
            (false, _) => row(one),
            (true, false) => !row(one),
        };
        let (first, second) = if whole {
            (&after, &before)
        } else {
            (&before, &after)
        };
        let mut blended: Vec<RowId> = first.iter().filter(|one| stays(one)).cloned().collect();
        for (at, one) in second.iter().enumerate() {
            if stays(one) && !first.contains(one) {
                blended.insert(at.min(blended.len()), one.clone());
            }
        }
        let base = if whole { now } else { then };
        if base.is_none() && blended.is_empty() {
            return None;
        }
        Some(Rows {
            ids: blended,
            complete: base.is_some_and(|rows| rows.complete),
        })
    }

    /// Whether the answer is that of now.
    fn takes(&self, key: &Key, of: &dyn Fn(&About) -> Option<bool>) -> bool {
        let rows = |list: &str| of(&About::Rows(list.into()));
        let own = || of(&About::Answer(key.clone()));
        let found = match (&key.row, key.question.0.rsplit_once('/')) {
            (Some(row), Some((list, _))) => of(&About::Row(list.into(), row.clone()))
                .or_else(own)
                .or_else(|| {
                    let whole = self.whole.contains(&QuestionId::from(list));
                    rows(list).filter(|_| whole)
                }),
            _ => own().or_else(|| rows(&key.question.0)),
        };
        found.unwrap_or(false)
    }
}
