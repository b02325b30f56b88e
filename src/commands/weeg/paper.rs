//! An assessment for a person: each outcome with what is certain about it, why, and what could still change it.

use super::explained::explain;
use crate::engine::{Standings, View, outcomes, standings};
use crate::questionnaire::{DerivedIx, Questionnaire};
use crate::telling;
use crate::text::{indent, nl, wrap};

/// The whole assessment.
pub(in crate::commands) fn text(view: &View<'_>, width: usize, explained: bool) -> String {
    let say = &nl().lists;
    let list = view.list;
    let mut lines = vec![name(list)];
    let outside = outside(view);
    lines.extend(
        outside
            .iter()
            .map(|reason| wrap(&say.not_applicable(reason), width)),
    );
    let mut shares = false;
    let outcomes = outcomes(view);
    for (at, derived) in list.derived.iter().enumerate() {
        let Some(outcome) = outcomes.get(&derived.id) else {
            continue;
        };
        lines.push(String::new());
        let title = telling::title(derived);
        // A title that is a question needs no second mark.
        let mark = if title.ends_with('?') { "" } else { ":" };
        let value = telling::outcome(derived, outcome);
        lines.push(wrap(&format!("{title}{mark} {value}"), width));
        lines.extend(telling::why(Some(outcome)).map(|rule| wrap(&say.because(rule), width)));
        if !outcome.open.is_empty() {
            let keys: Vec<String> = outcome.open.iter().map(ToString::to_string).collect();
            lines.push(wrap(&say.still_open(keys.join(", ")), width));
        }
        if explained {
            let (more, of_this) = explain(view, DerivedIx(at), outcome, width);
            lines.extend(more);
            shares |= of_this;
        }
    }
    if outcomes.is_empty() && outside.is_none() {
        lines.push(say.nothing_derived());
    }
    for of in standings(view) {
        lines.extend(ranking(view, &of, width));
    }
    if explained && !outcomes.is_empty() {
        lines.push(String::new());
        if shares {
            lines.push(wrap(&nl().explained.about_share(), width));
        }
        lines.push(wrap(&nl().what_if.for_practice(), width));
    }
    lines.join("\n")
}

/// Which list it is.
pub(super) fn name(list: &Questionnaire) -> String {
    let version = &list.version;
    format!("{} ({} {})", list.title, version.id, version.version)
}

/// Why the list gives no outcome, where it gives none.
pub(super) fn outside(view: &View<'_>) -> Option<String> {
    match view.not_applicable() {
        (crate::engine::Truth::Yes, Some(rule)) => Some(rule.reason.nl.clone()),
        _ => None,
    }
}

/// The rows of a ranking, with what the ratings say of each and the place that people gave it.
fn ranking(view: &View<'_>, of: &Standings, width: usize) -> Vec<String> {
    if !telling::says_something(of) {
        return Vec::new();
    }
    let mut lines = vec![String::new(), wrap(&nl().order.heading(of.places), width)];
    for (row, says) in telling::rows(view, of) {
        lines.push(indent(&row, width, 2));
        lines.push(indent(&says, width, 4));
    }
    lines
}
