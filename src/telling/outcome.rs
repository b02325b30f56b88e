//! One outcome in words: its value, or what is still possible, and how certain that is.

use crate::answer::interpret::dutch;
use crate::engine::{Outcome, Spread};
use crate::questionnaire::{Derived, OptionId};
use crate::text::nl;

/// So many possible levels are named in a line that holds two outcomes.
const MOST_LEVELS: usize = 2;

/// The title of a derived value, or its id.
pub fn title(derived: &Derived) -> String {
    derived
        .title
        .as_ref()
        .map_or_else(|| derived.id.clone(), |title| title.nl.clone())
}

/// What a derived value is or can still be, and whether that is certain.
pub fn outcome(derived: &Derived, outcome: &Outcome) -> String {
    let say = &nl().lists;
    if outcome.is_fixed() {
        return say.fixed(value(derived, &outcome.spread));
    }
    if !outcome.spread.numbers.is_empty() {
        let bounds = outcome.bounds();
        let side = |bound: Option<_>| bound.map_or_else(|| say.unbounded(), dutch);
        return say.open_number(side(bounds.low), side(bounds.high));
    }
    say.open(possible(derived, outcome))
}

/// The same in as few words as will do, for a line that holds two.
pub(super) fn brief(derived: &Derived, outcome: &Outcome) -> String {
    let say = &nl().what_if;
    if outcome.is_fixed() {
        return nl().lists.fixed(value(derived, &outcome.spread));
    }
    if !outcome.spread.numbers.is_empty() {
        let bounds = outcome.bounds();
        return match (bounds.low, bounds.high) {
            (Some(low), Some(high)) => say.brief_number(dutch(low), dutch(high)),
            (Some(low), None) => say.brief_from(dutch(low)),
            (None, Some(high)) => say.brief_to(dutch(high)),
            (None, None) => nl().lists.unbounded(),
        };
    }
    let count = outcome.spread.levels.len() + usize::from(outcome.spread.none);
    if count > MOST_LEVELS {
        say.brief_many(count)
    } else {
        say.brief_open(possible(derived, outcome))
    }
}

/// The levels that are still possible, from light to heavy, and whether there may be none.
fn possible(derived: &Derived, outcome: &Outcome) -> String {
    let levels = derived.levels.iter().map(|level| &level.id);
    let levels = levels.filter(|level| outcome.spread.levels.contains(*level));
    let mut possible: Vec<String> = levels.map(|level| called(derived, level)).collect();
    possible.extend(outcome.spread.none.then(|| nl().lists.no_value()));
    possible.join(" / ")
}

/// The one value there is.
pub fn value(derived: &Derived, spread: &Spread) -> String {
    match (spread.only_number(), spread.only_level()) {
        (Some(number), _) => dutch(number),
        (None, Some(level)) => called(derived, level),
        (None, None) => nl().lists.no_value(),
    }
}

/// What a person calls a level.
fn called(derived: &Derived, level: &OptionId) -> String {
    let found = derived.levels.iter().find(|one| one.id == *level);
    found.map_or_else(|| level.to_string(), |one| one.text.nl.clone())
}
