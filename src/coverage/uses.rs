//! Which answers the list looks at.

use std::collections::BTreeSet;

use crate::questionnaire::{Condition, Input, QuestionIx, Questionnaire};

/// The questions whose answers decide or count anywhere.
pub(super) fn looked_at(list: &Questionnaire) -> BTreeSet<QuestionIx> {
    let mut found = BTreeSet::new();
    for condition in list.conditions() {
        condition.walk(&mut |one| {
            if let Condition::Answer { question, test } = one {
                found.insert(*question);
                found.extend(test.other());
            }
            if let Condition::Named { by, .. } = one {
                found.insert(*by);
            }
        });
    }
    let chosen = list.questions.iter().filter_map(|one| one.only.as_ref());
    found.extend(chosen.map(|only| only.question));
    for derived in &list.derived {
        for input in derived.formula.inputs() {
            if let Input::Question(at) | Input::Rows(at) = input {
                found.insert(at);
            }
        }
    }
    found
}
