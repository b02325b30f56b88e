//! What can be proven of a list by trying answers: that a question, part, rule or band can never be reached, or that
//! answers fall between two rules. Says nothing that it cannot prove; only a hole between two bands is told also where it
//! cannot be seen whether the number occurs. `examine` is the whole of `vragenlijst check`.

mod bands;
mod examine;
mod possible;
mod promise;
mod reach;
mod relax;
mod rules;
mod search;
mod step;

pub use examine::{Examined, examine};
pub use possible::{Can, Possible};
pub use step::step;

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::questionnaire::check::{Locate, Needs, Thing};
use crate::questionnaire::{Condition, Questionnaire};

/// What is proven about.
struct Proof<'a> {
    /// The list as it is.
    list: &'a Questionnaire,
    /// A copy in which more is possible: what can never be there can never be.
    relaxed: Questionnaire,
    needs: &'a Needs,
    locate: &'a Locate,
    broken: &'a BTreeSet<String>,
    /// How much work is left.
    work: Cell<usize>,
}

/// Every fault that can be proven of a list in which no other was found, at the places of its questions and rows.
pub fn proven(list: &Questionnaire) -> Vec<Problem> {
    prove(
        list,
        &Needs::of(list),
        &Locate::default(),
        &BTreeSet::new(),
        true,
    )
}

/// Every fault that can be proven; of promises only where the list is `whole`: no fault was found in how it reads.
fn prove(
    list: &Questionnaire,
    needs: &Needs,
    locate: &Locate,
    broken: &BTreeSet<String>,
    whole: bool,
) -> Vec<Problem> {
    let proof = Proof {
        list,
        relaxed: relax::relaxed(list),
        needs,
        locate,
        broken,
        work: Cell::new(search::MOST_OF_ALL),
    };
    let mut problems = proof.reach();
    problems.extend(proof.rules());
    problems.extend(proof.bands());
    if whole {
        problems.extend(proof.promises());
    }
    problems
}

impl Proof<'_> {
    /// Whether what a condition rests on holds a fault that was found already: then nothing is proven with it.
    fn rests_on_broken(&self, condition: &Condition) -> bool {
        let behind = self.needs.all_behind(self.list, condition);
        behind.iter().any(|thing| match thing {
            Thing::Question(at) => self.broken.contains(&*self.list.question(*at).id.0),
            Thing::Derived(at) => self.broken.contains(&self.list.derived(*at).id),
        })
    }
}
