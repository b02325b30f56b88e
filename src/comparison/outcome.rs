//! The outcomes that moved: from what, to what, and because of which differences.

use std::cmp::Ordering;

use super::Side;
use super::because::{Because, Search};
use super::difference::Difference;
use crate::engine::{Outcome, outcomes};
use crate::questionnaire::{Derived, DerivedRole};

/// Which way an outcome moved, by the order of its levels: from light to heavy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// The heaviest level that is possible is a heavier one.
    Heavier,
    /// It cannot be said: a number, or another certainty, or no outcome.
    Other,
    /// The heaviest level that is possible is a lighter one.
    Lighter,
}

impl Direction {
    /// What this is from the other side.
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Heavier => Self::Lighter,
            Self::Other => Self::Other,
            Self::Lighter => Self::Heavier,
        }
    }
}

/// An outcome that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeMove {
    /// The derived value.
    pub id: String,
    /// What it was; none where the list gave no outcome.
    pub then: Option<Outcome>,
    /// What it is; none where the list gives no outcome.
    pub now: Option<Outcome>,
    /// Which way.
    pub direction: Direction,
    /// Because of what.
    pub because: Because,
}

/// The outcomes that both lists have and that moved: what became heavier first, of these what the list points out first.
/// Because of which differences is looked for only of those of which `why` says so: it may take long.
pub fn moves(
    then: &Side<'_>,
    now: &Side<'_>,
    differences: &[Difference],
    why: impl Fn(&Derived, Option<&Outcome>, Option<&Outcome>) -> bool,
) -> Vec<OutcomeMove> {
    let (mut before, mut after) = (outcomes(&then.view()), outcomes(&now.view()));
    let search = Search::new(then, now, differences);
    let mut moved: Vec<(bool, OutcomeMove)> = Vec::new();
    for derived in &now.list.derived {
        if then.list.find_derived(&derived.id).is_none() {
            continue;
        }
        let (then, now) = (before.remove(&derived.id), after.remove(&derived.id));
        let spread = |of: &Option<Outcome>| of.as_ref().map(|outcome| outcome.spread.clone());
        if spread(&then) == spread(&now) {
            continue;
        }
        moved.push((
            points_out(derived),
            OutcomeMove {
                id: derived.id.clone(),
                direction: direction(derived, then.as_ref(), now.as_ref()),
                because: why(derived, then.as_ref(), now.as_ref())
                    .then(|| search.because(&derived.id))
                    .flatten()
                    .unwrap_or_default(),
                then,
                now,
            },
        ));
    }
    moved.sort_by_key(|(points_out, one)| (one.direction, !points_out));
    moved.into_iter().map(|(_, one)| one).collect()
}

/// Whether the list points this out to the person by itself.
fn points_out(derived: &Derived) -> bool {
    matches!(
        derived.role,
        Some(
            DerivedRole::CaseAdvice
                | DerivedRole::CaseAttention
                | DerivedRole::PlanAttention
                | DerivedRole::PlanTogether
        )
    )
}

fn direction(derived: &Derived, then: Option<&Outcome>, now: Option<&Outcome>) -> Direction {
    let heaviest = |of: Option<&Outcome>| {
        let possible = &of?.spread.levels;
        derived
            .levels
            .iter()
            .rposition(|level| possible.contains(&level.id))
    };
    match (heaviest(then), heaviest(now)) {
        (Some(then), Some(now)) => match now.cmp(&then) {
            Ordering::Greater => Direction::Heavier,
            Ordering::Less => Direction::Lighter,
            Ordering::Equal => Direction::Other,
        },
        _ => Direction::Other,
    }
}
