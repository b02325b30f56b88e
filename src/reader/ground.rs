//! When there is no version at all: one paper for a whole house while somebody in it may be under another's control, or
//! where what was asked first says that it is not safe.

use std::collections::BTreeMap;

use crate::engine::{View, outcomes};
use crate::questionnaire::DerivedRole;
use crate::questionnaire::reader::{Reader, Who};

/// Why there is no version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Control is suspected.
    Control,
    /// It is not known whether there is control.
    ControlUnknown,
    /// What was asked first was not answered with yes: why that matters.
    Asked(String),
}

/// Whether this reader gets nothing now. `answered` is what was asked first, by id.
pub fn refusal(
    view: &View<'_>,
    reader: &Reader,
    answered: &BTreeMap<String, String>,
) -> Option<Refusal> {
    if reader.who == Some(Who::Household)
        && let Some(refusal) = control(view)
    {
        return Some(refusal);
    }
    let no = reader.asks.iter().find_map(|ask| {
        let said = answered.get(&ask.id).map(|said| said.trim().to_lowercase());
        let yes = matches!(said.as_deref(), Some("ja" | "j" | "yes"));
        ask.must.as_ref().filter(|_| !yes)
    });
    no.map(|why| Refusal::Asked(why.clone()))
}

/// Only what is certain to be at its lightest is no control; a list that does not ask leaves it unknown.
fn control(view: &View<'_>) -> Option<Refusal> {
    let all = outcomes(view);
    let together = view.list.derived.iter();
    let mut together = together.filter(|derived| derived.role == Some(DerivedRole::PlanTogether));
    let Some(derived) = together.next() else {
        return Some(Refusal::ControlUnknown);
    };
    let Some(outcome) = all.get(&derived.id) else {
        return Some(Refusal::ControlUnknown);
    };
    let lightest = derived.levels.first().map(|level| &level.id);
    let only = outcome.spread.levels.iter().next();
    match (outcome.is_fixed(), only == lightest && only.is_some()) {
        (true, true) => None,
        (true, false) if only.is_some() => Some(Refusal::Control),
        _ => Some(Refusal::ControlUnknown),
    }
}
