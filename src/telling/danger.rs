//! Whether there is danger in what was answered, and which answers say so. A warning rests on what somebody said, also
//! where it may still turn out that the question does not belong: what is unknown elsewhere never makes danger silent.

use std::collections::BTreeSet;

use crate::answer::{Key, Value};
use crate::engine::{StepState, Truth, View, path};
use crate::questionnaire::{Condition, DerivedIx, Kind, QuestionId, QuestionIx, Subjects};

/// Whether a text about danger now belongs: it is certain, or the person has come past it. Then calling comes before
/// finding out anything.
pub fn is_danger(view: &View<'_>) -> bool {
    let given = view.as_given();
    let mut texts = about_danger(view);
    texts.any(|one| is_certain(view, one) || is_certain(&given, one)) || is_passed(view)
}

/// Whether this answer says that there is danger, whatever else was answered beside it in the same list: with only this
/// one it is certain, and without it not.
pub fn is_sign(view: &View<'_>, key: &Key) -> bool {
    let mut beside: Vec<Key> = view.answers.iter().map(|(key, _)| key.clone()).collect();
    beside.retain(|other| section(other) == section(key) && other != key);
    let mut with = view.answers.clone();
    for other in beside {
        with.set(other, Value::Unknown.into());
    }
    let mut without = with.clone();
    if without.set(key.clone(), Value::Unknown.into()).is_none() {
        return false;
    }
    let seen = |answers| View::new(view.list, answers, view.today).as_given();
    let (with, without) = (seen(&with), seen(&without));
    about_danger(view).any(|one| {
        let turns = is_certain(&with, one) && !is_certain(&without, one);
        turns && (own(view, one).contains(key) || !is_said_within(&with, one))
    })
}

/// Whether one of the answers that this text speaks of already says it. What only brought somebody to that question, such
/// as a help that was chosen, is then no sign itself.
fn is_said_within(with: &View<'_>, one: (QuestionIx, Option<&Condition>)) -> bool {
    own(with, one).into_iter().any(|key| {
        let mut without = with.answers.clone();
        without.set(key, Value::Unknown.into());
        let without = View::new(with.list, &without, with.today);
        !is_certain(&without.as_given(), one)
    })
}

/// The answers that a text speaks of, also through what is derived from them.
fn own(view: &View<'_>, (_, when): (QuestionIx, Option<&Condition>)) -> Vec<Key> {
    given(view, when.map(Subjects::of_condition).unwrap_or_default())
}

/// The answers that were given to these questions, and to those that what is derived rests on.
pub(super) fn given(view: &View<'_>, mut about: Subjects) -> Vec<Key> {
    let mut todo: Vec<DerivedIx> = about.derived.iter().copied().collect();
    while let Some(at) = todo.pop() {
        let more = Subjects::of_formula(&view.list.derived(at).formula);
        about.questions.extend(more.questions);
        todo.extend(
            more.derived
                .into_iter()
                .filter(|at| about.derived.insert(*at)),
        );
    }
    let ids = about.questions.iter().map(|at| &view.list.question(*at).id);
    let ids: BTreeSet<&QuestionId> = ids.collect();
    let keys = view.answers.iter().map(|(key, _)| key.clone());
    keys.filter(|key| ids.contains(&key.question)).collect()
}

/// The list that a question comes from.
fn section(key: &Key) -> Option<&str> {
    key.question.0.rsplit_once('.').map(|(list, _)| list)
}

/// The answers that each say by themselves that there is danger, in the order of asking.
pub fn signs(view: &View<'_>) -> Vec<Key> {
    let steps = path(view);
    let keys = steps.iter().map(|step| step.key(view));
    keys.filter(|key| is_sign(view, key)).collect()
}

/// Whether a text about danger belongs in every completion.
fn is_certain(view: &View<'_>, (at, when): (QuestionIx, Option<&Condition>)) -> bool {
    view.visible(at, None).possible()
        && when.is_some_and(|when| view.in_the_end(when, None) == Truth::Yes)
}

/// Whether the person has come past a text about danger that belongs with what is known now.
fn is_passed(view: &View<'_>) -> bool {
    let steps = path(view);
    let ahead = steps.iter().position(|step| step.state == StepState::Open);
    let passed = &steps[..ahead.unwrap_or(steps.len())];
    about_danger(view).any(|(at, _)| {
        view.visible(at, None) == Truth::Yes && passed.iter().any(|step| step.question == at)
    })
}

/// The texts about danger, and when they belong.
fn about_danger<'v>(
    view: &'v View<'_>,
) -> impl Iterator<Item = (QuestionIx, Option<&'v Condition>)> {
    view.list.question_indexes().filter_map(|at| {
        let question = view.list.question(at);
        let danger = matches!(question.kind, Kind::Notice { danger: true, .. });
        danger.then_some((at, question.when.as_ref()))
    })
}
