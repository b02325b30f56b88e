//! Tries worked cases against changes.

use std::num::NonZero;
use std::thread;

use std::collections::BTreeSet;

use super::Fate;
use super::edit::Edit;
use super::mutant::Mutant;
use super::reduce::{behind_case, reduced, touches};
use super::witness::Witness;
use crate::proof::Possible;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::check::Thing;
use crate::worked_case::{self, WorkedCase};

/// What comes of each of these changes, in their order. The worked cases must all come out as they should. Every
/// processor does a share.
pub fn fates(list: &Questionnaire, cases: &[WorkedCase], mutants: &[Mutant]) -> Vec<Fate> {
    let shares = thread::available_parallelism().map_or(1, NonZero::get);
    let share = |first: usize| {
        let mut bench = Bench::new(list, cases);
        let each = mutants.iter().enumerate().skip(first).step_by(shares);
        each.map(|(at, one)| (at, bench.fate(one)))
            .collect::<Vec<_>>()
    };
    let mut all: Vec<(usize, Fate)> = thread::scope(|scope| {
        let others: Vec<_> = (1..shares)
            .map(|first| scope.spawn(move || share(first)))
            .collect();
        let mut all = share(0);
        for other in others {
            match other.join() {
                Ok(done) => all.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, fate)| fate).collect()
}

/// A list with its worked cases, ready to be changed over and over.
struct Bench<'a> {
    list: &'a Questionnaire,
    cases: Vec<Tried<'a>>,
    witness: Witness<'a>,
    /// The case that noticed last: it often notices the next change too.
    last: usize,
}

/// One worked case with only what matters for it.
struct Tried<'a> {
    case: &'a WorkedCase,
    behind: BTreeSet<Thing>,
    /// What matters of the list, as it is, and as it is changed.
    pristine: Questionnaire,
    changed: Questionnaire,
}

impl<'a> Bench<'a> {
    /// Looks at these worked cases, which must all come out as they should.
    fn new(list: &'a Questionnaire, cases: &'a [WorkedCase]) -> Self {
        let latest = cases.iter().map(|case| case.today).max();
        let possible = Possible::new(list, latest);
        // With other settings a case is about another reading of the list, in which nothing is changed.
        let own = cases.iter().filter(|case| case.reading.is_none());
        let tried = own.map(|case| {
            let behind = behind_case(list, possible.needs(), case);
            let mut pristine = reduced(list, &behind);
            // With less in a list, more may be known for sure of what is missing.
            if !worked_case::run(&pristine, case).is_empty() {
                pristine = list.clone();
            }
            Tried {
                case,
                behind,
                changed: pristine.clone(),
                pristine,
            }
        });
        Self {
            cases: tried.collect(),
            list,
            witness: Witness::new(list, possible),
            last: 0,
        }
    }

    /// What comes of one change.
    fn fate(&mut self, mutant: &Mutant) -> Fate {
        let count = self.cases.len();
        let from_last = (0..count).map(|at| (self.last + at) % count);
        for at in from_last {
            let list = self.list;
            if self.cases[at].notices(list, &mutant.edit) {
                self.last = at;
                return Fate::Noticed;
            }
        }
        self.witness.look(mutant)
    }
}

impl Tried<'_> {
    fn notices(&mut self, list: &Questionnaire, edit: &Edit) -> bool {
        let awaits = matches!(edit, Edit::Period(..)) && !self.case.periods.is_empty();
        if !awaits && !touches(list, edit, &self.behind) {
            return false;
        }
        edit.make(&mut self.changed);
        let notices = !worked_case::run(&self.changed, self.case).is_empty();
        edit.take_back(&mut self.changed, &self.pristine);
        notices
    }
}
