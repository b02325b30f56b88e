//! What needs attention: every level but the first of what the list marks so, also while it is only possible.

use std::collections::BTreeSet;

use super::advice::{fixed_by, levels};
use crate::commands::sheet::Sheet;
use crate::engine::{Outcomes, View, outcomes};
use crate::questionnaire::{DerivedRole, OptionId};
use crate::telling::{Point, about_whom, attention, is_begun, points, title};
use crate::text::nl;

/// What certainly needs attention, for who is done answering: on some roads the last question is not the last thing to
/// do. Nothing where there is nothing.
pub fn told(view: &View<'_>, width: usize) -> Option<String> {
    let outcomes = outcomes(view);
    let mut sheet = Sheet::new(width);
    let points = points(view.list, &outcomes);
    sheet.heading(&nl().show.attention_heading());
    certain(&mut sheet, view, &points, false);
    sheet.line(0, "");
    (!points.is_empty()).then(|| sheet.finish())
}

fn certain(sheet: &mut Sheet, view: &View<'_>, points: &[Point<'_>], all: bool) {
    let text = &nl().show;
    for point in points {
        let (derived, outcome) = (point.derived, point.outcome);
        sheet.point(&text.attention(title(derived), &point.level.text.nl));
        if let Some(reason) = point.reason() {
            sheet.line(5, &reason.nl);
        }
        if let Some(people) = about_whom(view, derived, outcome) {
            sheet.line(5, &text.about_whom(people));
        }
        if all {
            fixed_by(sheet, view, point.at, outcome);
        }
    }
}

/// What needs attention; certain first.
pub(super) fn put(sheet: &mut Sheet, view: &View<'_>, outcomes: &Outcomes, all: bool) {
    let text = &nl().show;
    sheet.heading(&text.attention_heading());
    let points = points(view.list, outcomes);
    certain(sheet, view, &points, all);
    let mut some = !points.is_empty();
    let mut later = 0;
    let marked = attention(view.list, &[DerivedRole::CaseAttention]);
    for (_, derived) in marked {
        let Some(outcome) = outcomes.get(&derived.id).filter(|one| !one.is_none()) else {
            continue;
        };
        let first = derived.levels.first().map(|level| &level.id);
        let maybe: BTreeSet<OptionId> = outcome
            .spread
            .levels
            .iter()
            .filter(|one| Some(*one) != first)
            .cloned()
            .collect();
        if outcome.is_fixed() || maybe.is_empty() {
            continue;
        }
        some = true;
        // Of what nobody came to yet there is nothing to say but that.
        if !all && !is_begun(view, derived) {
            later += 1;
            continue;
        }
        sheet.point(&text.attention_maybe(title(derived), levels(derived, &maybe)));
    }
    if later > 0 {
        sheet.line(3, &text.attention_later(later));
    }
    if !some {
        sheet.line(3, &text.attention_none());
    }
}
