//! Which answers the list looks at.

use std::collections::BTreeSet;

use crate::questionnaire::{Condition, Input, QuestionIx, Questionnaire, Test};

/// The questions whose answers decide or count anywhere.
pub(super) fn looked_at(list: &Questionnaire) -> BTreeSet<QuestionIx> {
    let mut found = BTreeSet::new();
    for condition in list.conditions() {
        condition.walk(&mut |one| {
            if let Condition::Answer { question, test } = one {
                found.insert(*question);
                if let Test::SameAs(other) = test {
                    found.insert(*other);
                }
            }
        });
    }
    for derived in &list.derived {
        for input in derived.formula.inputs() {
            if let Input::Question(at) | Input::Rows(at) = input {
                found.insert(at);
            }
        }
    }
    found
}
