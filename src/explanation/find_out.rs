//! What to find out while an outcome is open: which missing answers can change it, those that matter most first, and the
//! fewest that would settle it.

use super::ground::Landscape;
use super::settle::Settle;
use super::weight::weights;
use crate::answer::Key;
use crate::diagram::Choice;
use crate::engine::{About, Alternatives, Outcome, View};
use crate::questionnaire::DerivedIx;

/// What there is to find out.
#[derive(Clone, Debug, PartialEq)]
pub struct FindOut {
    /// Every missing answer that can change the outcome, those that matter most first, then in the order of asking.
    pub asks: Vec<Ask>,
    /// For each value that is still possible the fewest answers that settle it so. A value that only a row that is not
    /// there yet can give has none.
    pub settles: Vec<Settle>,
    /// Whether all that is said here is exact. Otherwise something behind the outcome cannot be looked through: then
    /// there are at least these settling sets, and some of the missing answers may not matter.
    pub exact: bool,
}

/// A missing answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Which.
    pub key: Key,
    /// In which share of the ways to fill in the other missing answers it still changes the outcome, from 0 to 1; of a
    /// list: how many rows it still gets. Nothing where that cannot be worked out.
    pub weight: Option<f64>,
}

impl FindOut {
    /// The fewest answers that settle it one way or another.
    pub fn fewest(&self) -> Option<&Settle> {
        self.settles.iter().min_by_key(|one| one.answers.len())
    }
}

/// What there is to find out; nothing when the outcome is fixed.
pub fn find_out(view: &View<'_>, at: DerivedIx, outcome: &Outcome) -> Option<FindOut> {
    if outcome.is_fixed() {
        return None;
    }
    let land = Landscape::of(view, at, false);
    let derived = view.list.derived(at);
    Some(FindOut {
        asks: ranked(land.as_ref(), outcome),
        exact: land.as_ref().is_some_and(Landscape::is_exact),
        settles: land.map_or_else(Vec::new, |land| land.settles(derived)),
    })
}

/// The missing answers that can change an outcome, those that matter most first. Says nothing of what they would change.
pub fn asks(view: &View<'_>, at: DerivedIx, outcome: &Outcome) -> Vec<Ask> {
    if outcome.is_fixed() {
        return Vec::new();
    }
    ranked(Landscape::of(view, at, false).as_ref(), outcome)
}

fn ranked(land: Option<&Landscape>, outcome: &Outcome) -> Vec<Ask> {
    let found = land.and_then(|land| Some((land, weights(&land.store, land.node)?)));
    let weight = |key: &Key| {
        let (land, weights) = found.as_ref()?;
        let of_key = |(choice, one): (&Choice, &Alternatives)| {
            (one.key == *key && one.about != About::NewRow).then_some(*choice)
        };
        let choice = land.answers.iter().find_map(of_key)?;
        weights.get(&choice).copied()
    };
    let mut asks: Vec<Ask> = outcome
        .open
        .iter()
        .map(|key| Ask {
            key: key.clone(),
            weight: weight(key),
        })
        .collect();
    // Stable: what matters as much stays in the order of asking. What is not known comes after what is.
    let order = |ask: &Ask| ask.weight.unwrap_or(-1.0);
    asks.sort_by(|a, b| order(b).total_cmp(&order(a)));
    asks
}
