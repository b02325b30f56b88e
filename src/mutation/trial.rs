//! A list and the same with a change in it, side by side: whether given answers show the change, and answers by lot that do.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Fate;
use super::draw::{Lot, complete};
use super::edit::Edit;
use super::period;
use super::reduce::{behind, reduced, touches, weighed_by};
use crate::answer::{Answers, Key, RowId};
use crate::engine::{Among, View, due, outcomes, standings};
use crate::proof::Possible;
use crate::questionnaire::check::Thing;
use crate::questionnaire::{DerivedIx, Kind, QuestionIx, Questionnaire};

/// So many sets of answers are drawn by lot where nothing better is known.
const DRAWS: usize = 32;
/// The same for a ranking, which rests on many answers and is quick to look at.
const DRAWS_OF_RANKING: usize = 512;
/// Fewer rows than this.
const ROWS: usize = 4;

/// Both lists.
pub(super) struct Trial<'a> {
    /// As they are.
    whole: (&'a Questionnaire, Questionnaire),
    /// With only what the change can make a difference to: quick to look at, and mostly right. With less in a list, more
    /// may be known for sure of what is missing.
    reduced: (Questionnaire, Questionnaire),
    questions: BTreeSet<QuestionIx>,
    derived: BTreeSet<DerivedIx>,
    behind: BTreeSet<Thing>,
    /// Lists are tried with fewer rows than this, so many times.
    rows: usize,
    draws: usize,
    /// Nothing else follows from the change than where rows stand in a ranking.
    only_stand: bool,
    /// When a period is over may follow from the change.
    awaited: bool,
}

impl<'a> Trial<'a> {
    pub(super) fn new(list: &'a Questionnaire, possible: &Possible<'_>, edit: &Edit) -> Self {
        let needs = possible.needs();
        let none = BTreeSet::new();
        let questions = list.question_indexes().filter(|at| {
            let behind = behind(list, needs, &BTreeSet::new(), &BTreeSet::from([*at]));
            touches(list, edit, &behind)
        });
        let derived = (0..list.derived.len()).map(DerivedIx).filter(|at| {
            let behind = behind(list, needs, &BTreeSet::from([*at]), &none);
            touches(list, edit, &behind)
        });
        let (questions, derived): (BTreeSet<_>, _) = (questions.collect(), derived.collect());
        let mut matter = questions.clone();
        let (mut rows, mut draws) = (ROWS, DRAWS);
        if let Edit::Ranking(at, Kind::Ranking { at_most, .. }) = edit {
            matter.extend(weighed_by(list, *at));
            // Who belongs among the first is a question only where there are more.
            rows += at_most;
            draws = DRAWS_OF_RANKING;
        }
        let mut behind = behind(list, needs, &derived, &matter);
        let awaited = !list.periods.is_empty()
            && matches!(edit, Edit::Period(..) | Edit::Number(..) | Edit::Reading(_));
        if awaited {
            let all = period::behind(list, period::every(list));
            behind.extend(needs.all_behind(list, &all));
        }
        let own = reduced(list, &behind);
        let (mut changed, mut whole) = (own.clone(), list.clone());
        edit.make(&mut changed);
        edit.make(&mut whole);
        Self {
            whole: (list, whole),
            reduced: (own, changed),
            questions,
            derived,
            behind,
            rows,
            draws,
            only_stand: matches!(edit, Edit::Ranking(..)),
            awaited,
        }
    }

    /// Whether anything that a worked case can expect comes out otherwise.
    pub(super) fn differ(&self, answers: &Answers, day: NaiveDate) -> bool {
        let differ = |own: &Questionnaire, changed: &Questionnaire| {
            let before = View::new(own, answers, day);
            let after = View::new(changed, answers, day);
            if self.only_stand {
                return stand(&before) != stand(&after);
            }
            (self.awaited && due(&before) != due(&after))
                || before.not_applicable().0 != after.not_applicable().0
                || self
                    .questions
                    .iter()
                    .any(|at| asked(&before, *at) != asked(&after, *at))
                || self.outcomes_differ(&before, &after)
                || stand(&before) != stand(&after)
        };
        differ(&self.reduced.0, &self.reduced.1) && differ(self.whole.0, &self.whole.1)
    }

    fn outcomes_differ(&self, before: &View<'_>, after: &View<'_>) -> bool {
        let (one, other) = (outcomes(before), outcomes(after));
        self.derived.iter().any(|at| {
            let id = &self.whole.0.derived(*at).id;
            match (one.get(id), other.get(id)) {
                (Some(one), Some(other)) => {
                    one.spread != other.spread || one.estimate != other.estimate
                }
                (one, other) => one.is_some() != other.is_some(),
            }
        })
    }

    /// Draws answers, some of them complete, and looks whether anything comes out otherwise.
    pub(super) fn by_lot(&self, days: &[NaiveDate]) -> Fate {
        let mut lot = Lot::new();
        for turn in 0..self.draws {
            // Mostly on the day of the cases.
            let day = if turn % 4 < 3 {
                0
            } else {
                turn % days.len().max(1)
            };
            let Some(day) = days.get(day) else { break };
            let nothing = Answers::default();
            let unknown = [0, 8, 3, 2][turn % 4];
            let view = View::new(&self.reduced.0, &nothing, *day);
            let answers = complete(&view, &self.behind, &mut lot, (self.rows, unknown));
            if self.differ(&answers, *day) {
                return Fate::Missed(self.needed(answers, *day), *day);
            }
        }
        Fate::Unknown
    }

    /// As few of these answers as still show it.
    fn needed(&self, mut answers: Answers, day: NaiveDate) -> Answers {
        let keys: Vec<Key> = answers.iter().map(|(key, _)| key.clone()).collect();
        for key in keys {
            let mut fewer = answers.clone();
            fewer.forget(&key);
            if self.differ(&fewer, day) {
                answers = fewer;
            }
        }
        answers
    }
}

/// Where the rows of each ranking stand, and which are level.
fn stand(view: &View<'_>) -> Vec<(RowId, Among, Vec<RowId>)> {
    let rows = standings(view).into_iter().flat_map(|of| of.rows);
    rows.map(|one| (one.row, one.among, one.ties)).collect()
}

/// Whether a question is asked; of a question in rows: in each row.
fn asked(view: &View<'_>, at: QuestionIx) -> Vec<bool> {
    match view.list.question(at).parent {
        None => vec![view.visible(at, None).possible()],
        Some(list) => {
            let rows = view.answers.rows(&view.list.question(list).id);
            let rows = rows.iter().flat_map(|rows| &rows.ids);
            rows.map(|row| view.visible(at, Some(row)).possible())
                .collect()
        }
    }
}
