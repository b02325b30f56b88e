//! Whoever fills in a plan from a tree of YAML: every fault is noted with its place, and reading goes on.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::walk::{Of, Walk};
use super::{FORMAT_KEY, HEAD};
use crate::plain::{one_line, plain};
use crate::plan::{Choice, Field, Id, Legend, Plan, Rate, Said, Word, YesNo};
use crate::problem::{Code, Place, Problem, did_you_mean};
use crate::questionnaire::raw::{self, Faults, Fields};
use crate::questionnaire::{ListVersion, OptionRole, Role};
use crate::text::nl;
use crate::yaml::Node;

pub(super) struct Reader<'a> {
    faults: &'a Faults,
    /// The maps that are being read, the innermost last.
    maps: Vec<Fields<'a>>,
    legend: Legend,
    /// Every row by what it is and its id.
    ids: BTreeMap<(Of, Id), Place>,
    /// Every id that points at a row.
    pointers: Vec<(Of, Id, Place)>,
    /// Every id in what somebody said back, with the version that it is of.
    replied: Vec<(Of, Id, Place, Option<usize>)>,
    /// The first answer whose words are nowhere in the file.
    no_words: Option<(&'static str, Place)>,
}

impl<'a> Reader<'a> {
    pub fn new(tree: &'a Node, what: &'static str, legend: Legend, faults: &'a Faults) -> Self {
        Self {
            faults,
            maps: Fields::open(tree, what, faults).into_iter().collect(),
            legend,
            ids: BTreeMap::new(),
            pointers: Vec::new(),
            replied: Vec::new(),
            no_words: None,
        }
    }

    /// Ends the reading of a whole plan: what nobody asked for, what points at nothing, what was cut off.
    pub fn end(mut self, plan: &Plan) {
        self.close();
        let number = usize::try_from(plan.head.number).ok();
        for (of, id, place, version) in std::mem::take(&mut self.replied) {
            // What was said of another version may be about a row that this one no longer has.
            if version.is_none() || version == number {
                self.pointers.push((of, id, place));
            }
        }
        self.references(plan);
        self.torn();
    }

    /// The people that were named, each with its line.
    pub fn people_by_line(self) -> BTreeMap<usize, Vec<Id>> {
        let mut lines: BTreeMap<usize, Vec<Id>> = BTreeMap::new();
        for (of, id, place) in self.pointers {
            if of == Of::Person {
                lines.entry(place.line).or_default().push(id);
            }
        }
        lines
    }

    fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.maps.last_mut()?.get(key)
    }

    fn need(&mut self, key: &'static str) -> Option<&'a Node> {
        self.maps.last_mut()?.need(key)
    }

    /// Ends the innermost map: what nobody asked for is a fault.
    fn close(&mut self) {
        if let Some(map) = self.maps.pop() {
            map.finish();
        }
    }

    fn field<T>(
        &mut self,
        key: &'static str,
        field: &mut Field<T>,
        value: impl FnOnce(&mut Self, &'a Node) -> Option<T>,
    ) {
        let Some(mut node) = self.node(key) else {
            return;
        };
        if node.map().is_some() {
            let Some(mut both) = Fields::open(node, "een antwoord met toelichting", self.faults)
            else {
                return;
            };
            field.note = both
                .word("toelichting")
                .map(|note| plain(note).into_owned());
            let said = both.get("waarde");
            both.finish();
            match said {
                Some(said) => node = said,
                None => return,
            }
        }
        field.said = match node.text() {
            Some("onbekend") => Said::Unknown,
            Some("geweigerd") => Said::Refused,
            _ => value(self, node).map_or(Said::Nothing, Said::Known),
        };
    }

    fn pointed(&mut self, node: &'a Node, of: Of) -> Vec<Id> {
        let mut ids = Vec::new();
        for one in raw::one_or_more(node) {
            let Some(id) = raw::word(one, self.faults) else {
                continue;
            };
            self.pointers.push((of, id.to_owned(), one.place.clone()));
            ids.push(id.to_owned());
        }
        ids
    }

    /// Every id must point at a row that is there.
    fn references(&self, plan: &Plan) {
        let text = &nl().plan_file;
        for (of, id, place) in &self.pointers {
            if self.ids.contains_key(&(*of, id.clone())) {
                continue;
            }
            let what = match of {
                Of::Person => text.no_such_person(id),
                Of::Situation => text.no_such_situation(id),
                Of::Condition => text.no_such_condition(id),
                Of::Agreement => text.no_such_agreement(id),
                Of::Other(_) => continue,
            };
            let known = self.ids.keys().filter(|(kind, _)| kind == of);
            // Ids differ by one sign: to guess which was meant could put the wrong person in a plan.
            let known: Vec<String> = match of {
                Of::Person => known
                    .map(|(_, id)| match plan.name_of(id) {
                        name if name == id => format!("`{id}`"),
                        name => text.person(id, one_line(name)),
                    })
                    .collect(),
                _ => known.map(|(_, id)| format!("`{id}`")).collect(),
            };
            let tip = match known.as_slice() {
                [] => text.no_ids(),
                known => text.known_ids(known.join(", ")),
            };
            self.faults.say(Code::UnknownReference, place, what, tip);
        }
    }

    /// Without the words at its end a plan was cut off: one fault, and not one for each answer.
    fn torn(&self) {
        if let Some((key, place)) = &self.no_words {
            let text = &nl().plan_file;
            let (what, tip) = (text.no_words(key), text.no_words_todo());
            self.faults.say(Code::UnknownOption, place, what, tip);
        }
    }

    fn words(&self, of: Role) -> &[Word] {
        self.legend.get(&of).map_or(&[], Vec::as_slice)
    }
}

impl Walk for Reader<'_> {
    fn id(&mut self, id: &mut Id, of: Of) {
        let Some(node) = self.need("id") else { return };
        let Some(word) = raw::word(node, self.faults) else {
            return;
        };
        word.clone_into(id);
        let key = (of, word.to_owned());
        if let Some(first) = self.ids.get(&key) {
            let text = &nl().plan_file;
            self.faults.add(
                Problem::new(
                    Code::RepeatedId,
                    node.place.clone(),
                    text.repeated_id(word),
                    text.repeated_id_todo(),
                )
                .and(first.clone(), text.first_id()),
            );
        } else {
            self.ids.insert(key, node.place.clone());
        }
    }

    fn word<T: Copy>(
        &mut self,
        key: &'static str,
        value: &mut T,
        word: fn(T) -> &'static str,
        all: &[T],
    ) {
        let Some(node) = self.need(key) else { return };
        match all.iter().find(|one| node.text() == Some(word(**one))) {
            Some(found) => *value = *found,
            None => {
                let known = all.iter().map(|one| word(*one));
                let tip = did_you_mean(node.text().unwrap_or(""), known);
                let what = nl().plan_file.unknown_word(key);
                self.faults.say(Code::UnknownOption, &node.place, what, tip);
            }
        }
    }

    fn number(&mut self, key: &'static str, value: &mut u32) {
        let found = self.need(key).and_then(|node| raw::size(node, self.faults));
        *value = found
            .and_then(|size| size.try_into().ok())
            .unwrap_or(*value);
    }

    fn place(&mut self, key: &'static str, value: &mut Option<usize>) {
        *value = self.node(key).and_then(|node| raw::size(node, self.faults));
    }

    fn made(&mut self, key: &'static str, value: &mut NaiveDate) {
        let found = self.need(key).and_then(|node| raw::date(node, self.faults));
        *value = found.unwrap_or(*value);
    }

    fn known_ids(&mut self, key: &'static str, ids: &mut Vec<Id>, of: Of) {
        if let Some(node) = self.node(key) {
            *ids = self.pointed(node, of);
        }
    }

    fn plain(&mut self, key: &'static str, value: &mut String) {
        if let Some(word) = self.need(key).and_then(|node| raw::word(node, self.faults)) {
            *value = plain(word).into_owned();
        }
    }

    fn maybe(&mut self, key: &'static str, value: &mut Option<String>) {
        let word = self.node(key).and_then(|node| raw::word(node, self.faults));
        *value = word.map(|word| plain(word).into_owned());
    }

    fn maybe_day(&mut self, key: &'static str, value: &mut Option<NaiveDate>) {
        let known = |node: &&Node| node.text() != Some("onbekend");
        let node = self.node(key).filter(known);
        *value = node.and_then(|node| raw::date(node, self.faults));
    }

    fn maybe_word<T: Copy>(
        &mut self,
        key: &'static str,
        value: &mut Option<T>,
        word: fn(T) -> &'static str,
        all: &[T],
    ) {
        let Some(node) = self.node(key) else { return };
        *value = all
            .iter()
            .copied()
            .find(|one| node.text() == Some(word(*one)));
        if value.is_none() {
            let text = &nl().plan_file;
            let words = all.iter().map(|one| format!("`{}`", word(*one)));
            let tip = text.one_of(words.collect::<Vec<_>>().join(", "));
            self.faults.say(
                Code::UnknownOption,
                &node.place,
                text.unknown_word(key),
                tip,
            );
        }
    }

    fn said_of(&mut self, key: &'static str, id: &mut Id, of: Of, version: Option<usize>) {
        let Some(node) = self.need(key) else { return };
        if let Some(word) = raw::word(node, self.faults) {
            word.clone_into(id);
            self.replied
                .push((of, word.to_owned(), node.place.clone(), version));
        }
    }

    fn flag(&mut self, key: &'static str, value: &mut bool) {
        *value = self.maps.last_mut().is_some_and(|map| map.flag(key));
    }

    fn text(&mut self, key: &'static str, field: &mut Field<String>) {
        self.field(key, field, |reader, node| {
            raw::word(node, reader.faults).map(|text| plain(text).trim().to_owned())
        });
    }

    fn ids(&mut self, key: &'static str, field: &mut Field<Vec<Id>>, of: Of) {
        self.field(key, field, |reader, node| Some(reader.pointed(node, of)));
    }

    fn day(&mut self, key: &'static str, field: &mut Field<NaiveDate>) {
        self.field(key, field, |reader, node| raw::date(node, reader.faults));
    }

    fn whole(&mut self, key: &'static str, field: &mut Field<i64>) {
        self.field(key, field, |reader, node| raw::whole(node, reader.faults));
    }

    fn yes_no(&mut self, key: &'static str, field: &mut Field<YesNo>) {
        self.field(key, field, |reader, node| {
            let found = node.text().and_then(YesNo::parse);
            if found.is_none() {
                let text = &nl().plan_file;
                let (what, tip) = (text.not_yes_no(), text.not_yes_no_todo());
                reader.faults.say(Code::BadValue, &node.place, what, tip);
            }
            found
        });
    }

    fn choice(&mut self, key: &'static str, field: &mut Field<Choice>, of: Role) {
        self.field(key, field, |reader, node| {
            let id = raw::word(node, reader.faults)?;
            if reader.words(of).is_empty() {
                reader.no_words.get_or_insert((key, node.place.clone()));
                return None;
            }
            let words = reader.words(of);
            let Some(word) = words.iter().find(|word| word.id == id) else {
                let tip = did_you_mean(id, words.iter().map(|word| word.id.as_str()));
                let what = nl().plan_file.unknown_word(key);
                reader
                    .faults
                    .say(Code::UnknownOption, &node.place, what, tip);
                return None;
            };
            Some(Choice {
                id: word.id.clone(),
                text: word.text.clone(),
            })
        });
    }

    fn rate(&mut self, key: &'static str, field: &mut Field<Rate>, of: Role) {
        self.field(key, field, |reader, node| {
            let number = raw::whole(node, reader.faults)?;
            let words = reader.words(of);
            let numbers = words.iter().filter_map(|word| word.id.parse::<i64>().ok());
            let (lowest, highest) = (numbers.clone().min(), numbers.max());
            if let (Some(from), Some(to)) = (lowest, highest)
                && !(from..=to).contains(&number)
            {
                let text = &nl().plan_file;
                let (what, tip) = (text.not_on_scale(key), text.not_on_scale_todo(from, to));
                reader.faults.say(Code::BadValue, &node.place, what, tip);
                return None;
            }
            let label = words.iter().find(|word| word.id == number.to_string());
            let label = label.map(|word| word.text.clone());
            Some(Rate {
                number,
                label: label.filter(|label| !label.is_empty()),
                highest,
            })
        });
    }

    fn meaning(&mut self, kind: &mut Option<OptionRole>, chosen: &Field<Choice>, of: Role) {
        let word = chosen
            .known()
            .and_then(|choice| self.words(of).iter().find(|word| word.id == choice.id));
        *kind = word.and_then(|word| word.role);
    }

    fn group(&mut self, key: &'static str, what: &'static str, inside: impl FnOnce(&mut Self)) {
        let Some(node) = self.node(key) else { return };
        let Some(mut map) = Fields::open(node, what, self.faults) else {
            return;
        };
        if key == HEAD {
            map.allow(&[FORMAT_KEY]);
        }
        self.maps.push(map);
        inside(self);
        self.close();
    }

    fn rows<T: Default>(
        &mut self,
        key: &'static str,
        what: &'static str,
        rows: &mut Vec<T>,
        each: impl Fn(&mut Self, &mut T),
    ) {
        let Some(node) = self.node(key) else { return };
        for item in raw::items(node, self.faults) {
            let Some(map) = Fields::open(item, what, self.faults) else {
                continue;
            };
            self.maps.push(map);
            let mut row = T::default();
            each(self, &mut row);
            self.close();
            rows.push(row);
        }
    }

    fn lists(&mut self, key: &'static str, lists: &mut Vec<ListVersion>) {
        let Some(node) = self.need(key) else { return };
        for item in raw::items(node, self.faults) {
            let Some(mut map) = Fields::open(item, "een vragenlijst", self.faults) else {
                continue;
            };
            let mut word = |key| {
                let word = map.need(key).and_then(|node| raw::word(node, self.faults));
                word.unwrap_or_default().to_owned()
            };
            lists.push(ListVersion {
                id: word("vragenlijst"),
                version: word("versie"),
                sha256: word("sha256"),
            });
            map.finish();
        }
    }

    fn legend(&mut self, key: &'static str, legend: &mut Legend) {
        if self.node(key).is_some() {
            legend.clone_from(&self.legend);
        }
    }
}
