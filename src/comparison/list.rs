//! Two checked lists side by side: what is new, gone or changed, by id, in the words of the list itself. For a case that
//! moves to another version, and for who wants to know how two lists or profiles differ.

mod change;
mod derived;
mod period;
mod question;

pub use change::{Aspect, Item, ItemChange, ItemHow, ListDifference, VersionChange, What};

use std::collections::BTreeSet;

use crate::questionnaire::{
    Certainty, ListVersion, NamedSetting, NotApplicable, OptionId, Part, Questionnaire, Text,
};
use crate::words::Words;

/// Compares two lists.
pub fn difference(then: &Questionnaire, now: &Questionnaire) -> ListDifference {
    // A number that changed is told once, by itself, and not again at every rule that uses it.
    let mut same_numbers = then.clone();
    for number in &mut same_numbers.numbers {
        if let Some(other) = now.numbers.iter().find(|other| other.id == number.id) {
            number.rows.clone_from(&other.rows);
        }
    }
    let sides = Sides {
        then,
        now,
        words_then: Words::new(&same_numbers),
        words_now: Words::new(now),
    };
    let mut items = Vec::new();
    sides.outside(&mut items);
    sides.parts(&mut items);
    sides.questions(&mut items);
    sides.derived(&mut items);
    sides.numbers(&mut items);
    sides.settings(&mut items);
    sides.periods(&mut items);
    ListDifference {
        versions: versions(then, now),
        items,
    }
}

/// The two lists, each with its words.
struct Sides<'a> {
    then: &'a Questionnaire,
    now: &'a Questionnaire,
    words_then: Words<'a>,
    words_now: Words<'a>,
}

impl Sides<'_> {
    fn outside(&self, items: &mut Vec<ItemChange>) {
        let said = |words: &Words<'_>, rules: &[NotApplicable]| -> Vec<String> {
            let rule =
                |one: &NotApplicable| format!("{}: {}", words.condition(&one.when), one.reason);
            rules.iter().map(rule).collect()
        };
        let then = said(&self.words_then, &self.then.not_applicable);
        let now = said(&self.words_now, &self.now.not_applicable);
        let mut aspects = Aspects::default();
        aspects.add(What::When, then.join("; "), now.join("; "));
        aspects.put(Item::Outside, "niet_toepasbaar", items);
    }

    fn parts(&self, items: &mut Vec<ItemChange>) {
        let ids = |list: &Questionnaire| -> Vec<String> {
            list.parts.iter().map(|part| part.id.clone()).collect()
        };
        let find = |list: &'_ Questionnaire, id: &str| -> Option<usize> {
            list.parts.iter().position(|part| part.id == id)
        };
        let moved = moved(&ids(self.then), &ids(self.now));
        each(&ids(self.then), &ids(self.now), Item::Part, items, |id| {
            let then: &Part = &self.then.parts[find(self.then, id)?];
            let now: &Part = &self.now.parts[find(self.now, id)?];
            let mut aspects = Aspects::default();
            aspects.text(What::Text, Some(&then.title), Some(&now.title));
            aspects.text(What::Help, then.about.as_ref(), now.about.as_ref());
            let when = |words: &Words<'_>, part: &Part| {
                part.when
                    .as_ref()
                    .map_or_else(String::new, |when| words.condition(when))
            };
            aspects.add(
                What::When,
                when(&self.words_then, then),
                when(&self.words_now, now),
            );
            if moved.contains(id) {
                aspects.moved(String::new(), String::new());
            }
            Some(aspects)
        });
    }

    fn numbers(&self, items: &mut Vec<ItemChange>) {
        let ids = |list: &Questionnaire| -> Vec<String> {
            list.numbers.iter().map(|one| one.id.clone()).collect()
        };
        let said = |words: &Words<'_>, list: &Questionnaire, id: &str| {
            let at = list.numbers.iter().position(|one| one.id == id)?;
            let source: Vec<&str> = list.numbers[at]
                .rows
                .iter()
                .map(|row| row.source.as_str())
                .collect();
            let mut sure = list.numbers[at].rows.iter().filter_map(|row| row.certainty);
            Some((
                words.number(crate::questionnaire::NumberRef::Named(at)),
                source.join("; "),
                sure.next_back(),
            ))
        };
        each(&ids(self.then), &ids(self.now), Item::Number, items, |id| {
            let (then, source_then, sure_then) = said(&Words::new(self.then), self.then, id)?;
            let (now, source_now, sure_now) = said(&self.words_now, self.now, id)?;
            let mut aspects = Aspects::default();
            aspects.add(What::Value, then, now);
            aspects.add(What::Source, source_then, source_now);
            aspects.add(
                What::Certainty,
                self.certainty(sure_then),
                self.certainty(sure_now),
            );
            Some(aspects)
        });
    }

    fn certainty(&self, of: Option<Certainty>) -> String {
        of.map_or_else(String::new, |one| self.words_now.certainty(one))
    }

    fn settings(&self, items: &mut Vec<ItemChange>) {
        let ids = |list: &Questionnaire| -> Vec<String> {
            list.settings.iter().map(|one| one.id.clone()).collect()
        };
        let find = |list: &'_ Questionnaire, id: &str| -> Option<NamedSetting> {
            list.settings.iter().find(|one| one.id == id).cloned()
        };
        each(
            &ids(self.then),
            &ids(self.now),
            Item::Setting,
            items,
            |id| {
                let (then, now) = (find(self.then, id)?, find(self.now, id)?);
                let mut aspects = Aspects::default();
                aspects.add(What::Value, then.value, now.value);
                aspects.text(What::Text, then.title.as_ref(), now.title.as_ref());
                aspects.text(What::Help, then.help.as_ref(), now.help.as_ref());
                aspects.add(What::Source, then.source, now.source);
                aspects.add(
                    What::Certainty,
                    self.certainty(then.certainty),
                    self.certainty(now.certainty),
                );
                Some(aspects)
            },
        );
    }
}

/// Goes through the ids of both: of the second in its order, then what only the first has.
fn each(
    then: &[String],
    now: &[String],
    item: Item,
    items: &mut Vec<ItemChange>,
    compare: impl Fn(&String) -> Option<Aspects>,
) {
    for id in now {
        if !then.contains(id) {
            items.push(ItemChange {
                item,
                id: id.clone(),
                how: ItemHow::New,
            });
        } else if let Some(aspects) = compare(id) {
            aspects.put(item, id, items);
        }
    }
    for id in then.iter().filter(|id| !now.contains(id)) {
        items.push(ItemChange {
            item,
            id: id.clone(),
            how: ItemHow::Gone,
        });
    }
}

/// What changed of one thing.
#[derive(Default)]
struct Aspects {
    all: Vec<Aspect>,
}

impl Aspects {
    fn add(&mut self, what: What, then: String, now: String) {
        self.add_of(None, what, then, now);
    }

    fn add_of(&mut self, of: Option<&OptionId>, what: What, then: String, now: String) {
        if then != now {
            self.all.push(Aspect {
                what,
                of: of.cloned(),
                then,
                now,
            });
        }
    }

    fn moved(&mut self, then: String, now: String) {
        self.all.push(Aspect {
            what: What::Place,
            of: None,
            then,
            now,
        });
    }

    fn text(&mut self, what: What, then: Option<&Text>, now: Option<&Text>) {
        self.text_of(None, what, then, now);
    }

    fn text_of(
        &mut self,
        of: Option<&OptionId>,
        what: What,
        then: Option<&Text>,
        now: Option<&Text>,
    ) {
        let nl = |text: Option<&Text>| text.map_or_else(String::new, |text| text.nl.clone());
        let before = self.all.len();
        self.add_of(of, what, nl(then), nl(now));
        let other = |text: Option<&Text>| {
            text.map_or_else(String::new, |text| {
                let all: Vec<String> = text
                    .other
                    .iter()
                    .map(|(language, text)| format!("{language}: {text}"))
                    .collect();
                all.join("; ")
            })
        };
        if self.all.len() == before {
            self.add_of(of, What::Translation, other(then), other(now));
        }
    }

    fn put(self, item: Item, id: &str, items: &mut Vec<ItemChange>) {
        if !self.all.is_empty() {
            items.push(ItemChange {
                item,
                id: id.to_owned(),
                how: ItemHow::Changed(self.all),
            });
        }
    }
}

/// The ids that stand elsewhere among those that both have: as few as can be.
fn moved(then: &[String], now: &[String]) -> BTreeSet<String> {
    let both: Vec<&String> = now.iter().filter(|id| then.contains(id)).collect();
    let places: Vec<usize> = both
        .iter()
        .filter_map(|id| then.iter().position(|other| other == *id))
        .collect();
    // The longest run that kept its order stayed; the rest moved.
    let mut best = vec![1_usize; places.len()];
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for at in 0..places.len() {
        for earlier in 0..at {
            if places[earlier] < places[at] && best[earlier] + 1 > best[at] {
                best[at] = best[earlier] + 1;
                before[at] = Some(earlier);
            }
        }
    }
    let mut stayed = BTreeSet::new();
    let mut at = (0..places.len()).max_by_key(|at| (best[*at], std::cmp::Reverse(*at)));
    while let Some(here) = at {
        stayed.insert(here);
        at = before[here];
    }
    (0..both.len())
        .filter(|at| !stayed.contains(at))
        .map(|at| both[at].clone())
        .collect()
}

fn versions(then: &Questionnaire, now: &Questionnaire) -> Vec<VersionChange> {
    let all = |list: &Questionnaire| -> Vec<ListVersion> {
        std::iter::once(&list.version)
            .chain(&list.uses)
            .cloned()
            .collect()
    };
    let (then, now) = (all(then), all(now));
    let find = |of: &[ListVersion], id: &str| of.iter().find(|one| one.id == id).cloned();
    let mut ids: Vec<&String> = now.iter().map(|one| &one.id).collect();
    for one in &then {
        if !ids.contains(&&one.id) {
            ids.push(&one.id);
        }
    }
    ids.into_iter()
        .filter_map(|id| {
            let (then, now) = (find(&then, id), find(&now, id));
            (then != now).then(|| VersionChange {
                id: id.clone(),
                then: then.map(|one| one.version),
                now: now.map(|one| one.version),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_left_its_place_moved() {
        let ids = |text: &str| -> Vec<String> { text.chars().map(String::from).collect() };
        let of = |then: &str, now: &str| -> String {
            moved(&ids(then), &ids(now)).into_iter().collect()
        };
        assert_eq!(of("abcde", "abcde"), "");
        assert_eq!(of("abcde", "bcdea"), "a");
        assert_eq!(of("abcde", "axbyc"), "");
        assert_eq!(of("abcde", "abdce").len(), 1);
        assert_eq!(of("", "abc"), "");
    }
}
