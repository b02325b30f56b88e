//! What the worked cases of a list show of it, and what no case shows: its branches, rules and rows, bands, answers.
//! Each thing to show is a goal: a condition over the list that must hold in some case. The same condition says whether
//! it can be at all, and gives an example where it can. Knows no files and says no sentences.
//!
//! What is counted belongs to the list in whose file it stands. A used list is covered by its own cases, in its own
//! place; so is the base of an adaptation, but for what the base with its own settings can never show: that is for the
//! adaptation whose settings make it possible. What is proven never to happen is not counted.
//!
//! Not counted either: `eerst` of a ranking without `weegt_op`, of which no case can say what follows, and *ja* and *nee* where nothing looks
//! at the answer.

mod band;
mod decisive;
mod goal;
mod of_list;
mod uses;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use decisive::Way;
pub use goal::{Goal, Sort, What};

use crate::answer::Answers;
use crate::engine::View;
use crate::problem::Place;
use crate::proof::{Can, Possible};
use crate::questionnaire::Questionnaire;
use crate::worked_case::WorkedCase;
use goal::Mark;

/// How much of one sort was shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// So many are shown by a case.
    pub seen: usize,
    /// Of so many that can be.
    pub all: usize,
}

impl Tally {
    /// Whether nothing is missing.
    pub fn is_whole(self) -> bool {
        self.seen == self.all
    }

    /// In whole percents, rounded down: a hundred only where nothing is missing.
    pub fn percent(self) -> usize {
        (self.seen * 100).checked_div(self.all).unwrap_or(100)
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            seen: self.seen + other.seen,
            all: self.all + other.all,
        }
    }
}

/// Something that no case shows.
pub struct Gap {
    /// What.
    pub goal: Goal,
    /// Answers that would show it, with their day: where it can be that of the latest case. Nothing where none were found.
    pub example: Option<(Answers, NaiveDate)>,
}

/// What the cases of one list show.
pub struct Coverage {
    tallies: [Tally; Sort::ALL.len()],
    /// What no case shows, in the order of the file.
    pub gaps: Vec<Gap>,
    /// What is proven never to happen, of what stands in the file of the list.
    pub never: Vec<Goal>,
    /// All that the settings of the list switch off, for an adaptation with others: of its base too.
    off: BTreeSet<Mark>,
}

impl Coverage {
    /// Looks at the cases of the list that stands in `file`. For an adaptation, `base` is what its base shows.
    pub fn of(list: &Questionnaire, file: &str, cases: &[WorkedCase], base: Option<&Self>) -> Self {
        let latest = cases.iter().map(|case| case.today).max();
        let possible = Possible::new(list, latest);
        let own = |place: &Place| *place.file == *file;
        let of_base = |mark: &Mark| base.is_some_and(|base| base.off.contains(mark));
        let goals = of_list::goals(list, possible.today());
        let mut goals: Vec<Goal> = goals
            .into_iter()
            .filter(|goal| own(&goal.place) || of_base(&goal.mark))
            .collect();
        goals.sort_by(|a, b| (&a.place, &a.mark).cmp(&(&b.place, &b.mark)));
        let mut shown = vec![false; goals.len()];
        // With other settings a case shows another reading of the list.
        for case in cases.iter().filter(|case| case.reading.is_none()) {
            let view = View::new(list, &case.answers, case.today);
            for (goal, shown) in goals.iter().zip(&mut shown) {
                *shown = *shown || goal.is_shown(&view);
            }
        }
        let mut found = Self {
            tallies: [Tally::default(); Sort::ALL.len()],
            gaps: Vec::new(),
            never: Vec::new(),
            off: BTreeSet::new(),
        };
        for (goal, shown) in goals.into_iter().zip(shown) {
            if shown {
                found.count(&goal, true);
                continue;
            }
            match goal.can_be(&possible) {
                Can::Never => {
                    found.off.insert(goal.mark.clone());
                    if own(&goal.place) {
                        found.never.push(goal);
                    }
                }
                can => {
                    found.count(&goal, false);
                    let example = match can {
                        Can::Be(answers, day) => Some((answers, day)),
                        _ => None,
                    };
                    found.gaps.push(Gap { goal, example });
                }
            }
        }
        found
    }

    fn count(&mut self, goal: &Goal, seen: bool) {
        let tally = &mut self.tallies[goal.what.sort() as usize];
        tally.all += 1;
        tally.seen += usize::from(seen);
    }

    /// How much of this sort is shown.
    pub fn tally(&self, sort: Sort) -> Tally {
        self.tallies[sort as usize]
    }

    /// How much is shown of everything.
    pub fn whole(&self) -> Tally {
        let all = self.tallies.iter();
        all.fold(Tally::default(), |sum, tally| sum.and(*tally))
    }
}
