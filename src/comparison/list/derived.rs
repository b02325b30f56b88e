//! Derived values of two lists side by side.

use super::question::options;
use super::{Aspects, Item, ItemChange, Sides, What, each};
use crate::questionnaire::{Derived, Questionnaire};
use crate::words::Words;

impl Sides<'_> {
    pub(super) fn derived(&self, items: &mut Vec<ItemChange>) {
        let ids = |list: &Questionnaire| -> Vec<String> {
            list.derived.iter().map(|one| one.id.clone()).collect()
        };
        each(
            &ids(self.then),
            &ids(self.now),
            Item::Derived,
            items,
            |id| {
                let then = self.then.derived(self.then.find_derived(id)?);
                let now = self.now.derived(self.now.find_derived(id)?);
                let mut aspects = Aspects::default();
                aspects.text(What::Text, then.title.as_ref(), now.title.as_ref());
                aspects.text(What::Help, then.help.as_ref(), now.help.as_ref());
                options(&then.levels, &now.levels, &mut aspects);
                let when = |words: &Words<'_>, derived: &Derived| {
                    let when = derived.when.as_ref();
                    when.map_or_else(String::new, |when| words.condition(when))
                };
                aspects.add(
                    What::When,
                    when(&self.words_then, then),
                    when(&self.words_now, now),
                );
                formula(&self.words_then, then, &self.words_now, now, &mut aspects);
                let estimate = |words: &Words<'_>, derived: &Derived| {
                    words.policy(derived).unwrap_or_default()
                };
                aspects.add(
                    What::Estimate,
                    estimate(&self.words_then, then),
                    estimate(&self.words_now, now),
                );
                let role = |derived: &Derived| {
                    let role = derived.role;
                    role.map_or_else(String::new, |role| role.name().to_owned())
                };
                aspects.add(What::Role, role(then), role(now));
                aspects.add(What::Source, then.source.clone(), now.source.clone());
                Some(aspects)
            },
        );
    }
}

/// How they are computed: only the rows and parts that differ are told, where they come from the same way.
fn formula(
    words_then: &Words<'_>,
    then: &Derived,
    words_now: &Words<'_>,
    now: &Derived,
    aspects: &mut Aspects,
) {
    let (before, after) = (words_then.computed(then), words_now.computed(now));
    aspects.add(What::Formula, before.lead, after.lead);
    let only = |of: &[String], other: &[String]| -> String {
        let only: Vec<&str> = of
            .iter()
            .filter(|one| !other.contains(one))
            .map(String::as_str)
            .collect();
        only.join("; ")
    };
    let same_parts = only(&before.parts, &after.parts).is_empty()
        && only(&after.parts, &before.parts).is_empty();
    if same_parts {
        // The same parts, some of them twice or in another order.
        aspects.add(
            What::Formula,
            before.parts.join("; "),
            after.parts.join("; "),
        );
    } else {
        aspects.add(
            What::Formula,
            only(&before.parts, &after.parts),
            only(&after.parts, &before.parts),
        );
    }
    let rows = |of: &[crate::words::Row]| -> Vec<String> {
        of.iter()
            .map(|row| format!("{}: {}", row.when, row.id))
            .collect()
    };
    let (was, is) = (rows(&before.rows), rows(&after.rows));
    if only(&was, &is).is_empty() && only(&is, &was).is_empty() {
        aspects.add(What::Formula, was.join("; "), is.join("; "));
    } else {
        aspects.add(What::Formula, only(&was, &is), only(&is, &was));
    }
    let reasons = |of: &[crate::words::Row]| -> Vec<String> {
        of.iter().filter_map(|row| row.reason.clone()).collect()
    };
    let (was, is) = (reasons(&before.rows), reasons(&after.rows));
    aspects.add(What::Help, only(&was, &is), only(&is, &was));
    let sources = |of: &[crate::words::Row]| -> Vec<String> {
        of.iter().filter_map(|row| row.source.clone()).collect()
    };
    let (was, is) = (sources(&before.rows), sources(&after.rows));
    aspects.add(What::Source, was.join("; "), is.join("; "));
}
