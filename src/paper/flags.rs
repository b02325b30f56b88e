//! What the list points out about a case, with the answers that count: which are *ja*, which are not known yet.

use crate::answer::{Value, show};
use crate::engine::{Truth, View, outcomes};
use crate::plain::plain;
use crate::questionnaire::{
    Condition, Derived, DerivedRole, Formula, Kind, OptionId, QuestionIx, Test,
};
use crate::telling::attention;

/// Something the list points out, with the answers it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What it is called.
    pub title: String,
    /// The answers that make it so: the answer, and the question.
    pub because: Vec<(String, String)>,
}

/// Everything the list points out that rests on questions with *ja* or *nee*; and the questions, each once, whose answer
/// is not known and could still make it point at something.
pub(super) fn flags(view: &View<'_>) -> (Vec<Flag>, Vec<String>) {
    let outcomes = outcomes(view);
    let (mut found, mut open) = (Vec::new(), Vec::new());
    for role in [
        DerivedRole::CaseAttention,
        DerivedRole::PlanAttention,
        DerivedRole::PlanTogether,
    ] {
        for (_, derived) in attention(view.list, &[role]) {
            let Some(outcome) = outcomes.get(&derived.id) else {
                continue;
            };
            let mut heavier = derived.levels.iter().skip(1);
            let Some(level) = heavier.find(|level| outcome.spread.levels.contains(&level.id))
            else {
                continue;
            };
            let mut leaves = Vec::new();
            rules(view, derived, &mut leaves);
            let (because, unknown) = sorted(view, &leaves);
            for question in unknown {
                if !open.contains(&question) {
                    open.push(question);
                }
            }
            let points_out = outcome.is_fixed() || was_given(view, derived, &level.id);
            if points_out && !because.is_empty() {
                found.push(Flag {
                    title: plain(level.text.get("nl")).into_owned(),
                    because,
                });
            }
        }
    }
    (found, open)
}

/// The answers that make one of these conditions hold, and the questions that are still unknown.
fn sorted(
    view: &View<'_>,
    leaves: &[(QuestionIx, &Condition)],
) -> (Vec<(String, String)>, Vec<String>) {
    let (mut because, mut unknown) = (Vec::new(), Vec::new());
    for (at, leaf) in leaves {
        let question = view.list.question(*at);
        if !view.visible(*at, None).possible() {
            continue;
        }
        let text = plain(question.text.get("nl")).into_owned();
        match view.truth(leaf, None) {
            Truth::No => {}
            Truth::Unknown if given(view, *at).is_none() => unknown.push(text),
            // Also when something else that is not known may still hide the question: a given answer is not unknown.
            Truth::Yes | Truth::Unknown => {
                let said = given(view, *at).map(|value| show(view.list, *at, value, view.answers));
                because.push((said.unwrap_or_default(), text));
            }
        }
    }
    (because, unknown)
}

/// The answer to a question, when one was given.
fn given<'v>(view: &'v View<'_>, at: QuestionIx) -> Option<&'v Value> {
    let answer = view.answers.get(&view.list.question(at).id, None)?;
    let said = !matches!(answer.value, Value::Unknown | Value::Refused);
    said.then_some(&answer.value)
}

/// Whether the answers that were given already come to this level, whatever may still hide their questions: what is not
/// known elsewhere never makes a given *ja* into something that is not known.
fn was_given(view: &View<'_>, derived: &Derived, level: &OptionId) -> bool {
    let (Formula::Rules(rows) | Formula::Table(rows)) = &derived.formula else {
        return false;
    };
    let first = rows
        .iter()
        .find(|row| row.when.as_ref().is_none_or(|when| said(view, when)));
    first.is_some_and(|row| row.level == *level)
}

fn said(view: &View<'_>, condition: &Condition) -> bool {
    match condition {
        Condition::Answer { question, .. } => match view.truth(condition, None) {
            Truth::Yes => true,
            Truth::Unknown => given(view, *question).is_some(),
            Truth::No => false,
        },
        Condition::Derived {
            derived,
            test: Test::Is(levels),
        } => {
            let derived = view.list.derived(*derived);
            levels.iter().any(|level| was_given(view, derived, level))
        }
        Condition::All(of) => of.iter().all(|one| said(view, one)),
        Condition::Any(of) => of.iter().any(|one| said(view, one)),
        other => view.truth(other, None) == Truth::Yes,
    }
}

/// The conditions on a single question with *ja* or *nee* that the rules look at, each question once, in their order.
fn rules<'v>(view: &View<'v>, derived: &'v Derived, found: &mut Vec<(QuestionIx, &'v Condition)>) {
    if let Formula::Rules(rows) | Formula::Table(rows) = &derived.formula {
        for when in rows.iter().filter_map(|row| row.when.as_ref()) {
            leaves(view, when, found);
        }
    }
}

fn leaves<'v>(
    view: &View<'v>,
    condition: &'v Condition,
    found: &mut Vec<(QuestionIx, &'v Condition)>,
) {
    match condition {
        Condition::Answer { question, .. } => {
            let asked = view.list.question(*question);
            let yes_no = asked.parent.is_none() && matches!(asked.kind, Kind::YesNo { .. });
            if yes_no && found.iter().all(|(other, _)| other != question) {
                found.push((*question, condition));
            }
        }
        Condition::Derived { derived, .. } => rules(view, view.list.derived(*derived), found),
        Condition::All(of) | Condition::Any(of) | Condition::AtLeast(_, of) => {
            of.iter().for_each(|one| leaves(view, one, found));
        }
        Condition::May(inner) | Condition::Sure(inner) => leaves(view, inner, found),
        _ => {}
    }
}
