//! Which questions count: each of some, or none of some.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Seen, Step, shortest};
use crate::analysis::came::Came;
use crate::analysis::space::{Id, Space};
use crate::analysis::unknown::fewest;
use crate::answer::Answers;
use crate::diagram::{Choice, Node};
use crate::questionnaire::check::{Needs, Thing};
use crate::questionnaire::{DerivedIx, Kind, QuestionId, QuestionIx, Questionnaire};

/// The questions that a value names, itself or through other values.
pub(super) fn named(list: &Questionnaire, needs: &Needs, of: DerivedIx) -> BTreeSet<QuestionIx> {
    let behind = needs.derived(of).iter();
    let questions = behind.filter_map(|thing| match thing {
        Thing::Question(at) => Some(*at),
        Thing::Derived(_) => None,
    });
    let no_list = |at: &QuestionIx| !matches!(list.question(*at).kind, Kind::List { .. });
    questions.filter(no_list).collect()
}

/// The questions that make a difference.
pub(super) fn matters(space: &Space, node: Node) -> BTreeSet<QuestionId> {
    let choices = space.store.choices(node).into_iter();
    choices
        .map(|choice| space.answers[&choice].key.question.clone())
        .collect()
}

/// Whether none of these questions makes a difference.
pub(super) fn none(
    list: &Questionnaire,
    space: &mut Space,
    node: Node,
    day: NaiveDate,
    scene: &Answers,
    questions: &[QuestionIx],
) -> Seen {
    let mut found = Vec::new();
    for choice in space.store.choices(node) {
        let answer = &space.answers[&choice];
        let at = list.find(&answer.key.question.0);
        if !at.is_some_and(|at| questions.contains(&at)) {
            continue;
        }
        for other in 1..answer.values.len() {
            found.extend(differ(space, node, choice, [0, other]));
        }
    }
    match shortest(found) {
        Some(step) => Seen::Fails(Box::new(step.counter(list, space, day, scene))),
        None if space.is_unclear(node) => Seen::Endless,
        None => Seen::Holds,
    }
}

/// Two answers come to the same; no pair of values has this number.
const SAME: Id = Id::MAX;

/// The fewest other answers with which these two make a difference.
fn differ(space: &mut Space, node: Node, choice: Choice, answers: [usize; 2]) -> Option<Step> {
    let [before, after] = answers.map(|at| space.after(node, &vec![(choice, at)]));
    let unclear = space.id(Came::Unclear);
    let total = space.values.len();
    let both = space.store.zip(before, after, |a, b| {
        if a == b || *a == unclear || *b == unclear {
            SAME
        } else {
            a * total + b
        }
    });
    let steps = fewest(&space.store, both, |id| id != SAME)?;
    Some(Step {
        choice,
        answers,
        of: node,
        steps,
    })
}
