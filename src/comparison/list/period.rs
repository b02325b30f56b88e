//! Periods of two lists side by side: what is waited for, how long, and what makes it over.

use super::{Aspects, Item, ItemChange, Sides, What, each};
use crate::questionnaire::{Period, Questionnaire};
use crate::words::Words;

impl Sides<'_> {
    pub(super) fn periods(&self, items: &mut Vec<ItemChange>) {
        let ids = |list: &Questionnaire| -> Vec<String> {
            list.periods.iter().map(|one| one.id.clone()).collect()
        };
        each(&ids(self.then), &ids(self.now), Item::Period, items, |id| {
            let find = |list: &Questionnaire| -> Option<Period> {
                list.periods.iter().find(|one| one.id == *id).cloned()
            };
            let (then, now) = (find(self.then)?, find(self.now)?);
            let (before, after) = (&self.words_then, &self.words_now);
            let mut aspects = Aspects::default();
            aspects.text(What::Text, Some(&then.title), Some(&now.title));
            aspects.text(What::Text, Some(&then.silent), Some(&now.silent));
            aspects.text(What::Help, then.help.as_ref(), now.help.as_ref());
            aspects.add(What::Value, before.period(&then), after.period(&now));
            let when = |words: &Words<'_>, one: &Period| {
                let when = one.when.as_ref();
                when.map_or_else(String::new, |when| words.condition(when))
            };
            aspects.add(What::When, when(before, &then), when(after, &now));
            aspects.add(What::Formula, before.over(&then), after.over(&now));
            let sort = |words: &Words<'_>, one: &Period| words.period_sort(one.sort);
            aspects.add(What::Kind, sort(before, &then), sort(after, &now));
            aspects.add(What::Source, then.source, now.source);
            Some(aspects)
        });
    }
}
