//! What the list points out about a case, with the answers that count: which are *ja*, which are not known yet.

use crate::answer::show;
use crate::engine::{Truth, View, outcomes};
use crate::plain::plain;
use crate::questionnaire::{Condition, Derived, DerivedRole, Formula, Kind, QuestionIx};

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
    for role in [DerivedRole::CaseAttention, DerivedRole::PlanAttention] {
        for derived in view
            .list
            .derived
            .iter()
            .filter(|one| one.role == Some(role))
        {
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
            if outcome.is_fixed() && !because.is_empty() {
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
            Truth::Yes => {
                let value = view.answers.get(&question.id, None).map(|one| &one.value);
                let said = value.map(|value| show(view.list, *at, value, view.answers));
                because.push((said.unwrap_or_default(), text));
            }
            Truth::Unknown => unknown.push(text),
            Truth::No => {}
        }
    }
    (because, unknown)
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
