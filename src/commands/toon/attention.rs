//! What needs attention: every level but the first of what the list marks so, also while it is only possible.

use std::collections::BTreeSet;

use super::advice::{fixed_by, level_text, levels, title};
use super::sheet::Sheet;
use crate::engine::{Outcomes, View};
use crate::questionnaire::{DerivedRole, OptionId};
use crate::telling::{about_whom, attention};
use crate::text::nl;

/// What needs attention; certain first.
pub(super) fn put(sheet: &mut Sheet, view: &View<'_>, outcomes: &Outcomes, all: bool) {
    let text = &nl().show;
    sheet.heading(&text.attention_heading());
    let marked: Vec<_> = attention(view.list, &[DerivedRole::CaseAttention])
        .into_iter()
        .filter_map(|(at, derived)| Some((at, derived, outcomes.get(&derived.id)?)))
        .filter(|(_, _, outcome)| !outcome.is_none())
        .collect();
    let mut some = false;
    for (at, derived, outcome) in &marked {
        let first = derived.levels.first().map(|level| &level.id);
        let Some(level) = outcome
            .spread
            .only_level()
            .filter(|one| Some(*one) != first)
        else {
            continue;
        };
        some = true;
        sheet.point(&text.attention(title(derived), level_text(derived, level)));
        if let Some(rule) = outcome.reasons.first().and_then(|one| one.rule.as_ref()) {
            sheet.line(5, &rule.nl);
        }
        if let Some(people) = about_whom(view, derived, outcome) {
            sheet.line(5, &text.about_whom(people));
        }
        if all {
            fixed_by(sheet, view, *at, outcome);
        }
    }
    for (_, derived, outcome) in &marked {
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
        sheet.point(&text.attention_maybe(title(derived), levels(derived, &maybe)));
    }
    if !some {
        sheet.line(3, &text.attention_none());
    }
}
