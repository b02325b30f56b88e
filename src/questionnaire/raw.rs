//! Reads the keys of a tree one by one and collects what is wrong with them: wrong type, missing, unknown, repeated.
//! Knows places and forms; what a name refers to is for `lower`.

mod value;

pub use value::{
    as_date, date, filled, items, number, one_or_more, repeated_keys, size, text, whole, word,
};

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::name::Text;
use super::number::Number;
use crate::problem::{Code, Place, Problem, did_you_mean, is_one_off};
use crate::yaml::Node;
use value::form;

/// The faults found so far. Reading goes on after each, so that an author sees all of them at once.
#[derive(Debug, Default)]
pub struct Faults(RefCell<Vec<Problem>>);

impl Faults {
    /// Notes a fault.
    pub fn add(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    /// Notes a fault at one place.
    pub fn say(
        &self,
        code: Code,
        place: &Place,
        message: impl Into<String>,
        tip: impl Into<String>,
    ) {
        self.add(Problem::new(code, place.clone(), message, tip));
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// Keeps only the first so many.
    pub fn forget_after(&self, count: usize) {
        self.0.borrow_mut().truncate(count);
    }

    /// All of them, in the order of the files.
    pub fn into_sorted(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        crate::problem::sort(&mut problems);
        problems
    }
}

/// The keys of one map. Every key that is asked for becomes known; [`Fields::finish`] reports the others.
pub struct Fields<'a> {
    /// The map.
    pub node: &'a Node,
    /// What it is, with an article: *een vraag*.
    pub what: &'static str,
    faults: &'a Faults,
    known: BTreeSet<&'static str>,
}

impl<'a> Fields<'a> {
    /// Opens a map; anything else is a fault.
    pub fn open(node: &'a Node, what: &'static str, faults: &'a Faults) -> Option<Self> {
        if node.map().is_none() {
            let message = format!(
                "Hier hoort {what} met sleutels te staan, niet {}.",
                form(node)
            );
            faults.say(
                Code::WrongType,
                &node.place,
                message,
                match what {
                    "een optie" => "Schrijf elke optie uit: `{ id: nooit, tekst: Nooit }`.",
                    "een voorwaarde" => "Schrijf bijvoorbeeld `{ vraag: wapens, is: ja }`.",
                    _ => "Schrijf elke sleutel met een dubbele punt en een spatie erachter, bijvoorbeeld `id: naam`.",
                },
            );
            return None;
        }
        Some(Self {
            node,
            what,
            faults,
            known: BTreeSet::new(),
        })
    }

    /// The value at a key; a key with nothing behind it is a fault.
    pub fn get(&mut self, key: &'static str) -> Option<&'a Node> {
        self.known.insert(key);
        let (name, value) = self.node.entry(key)?;
        if value.is_empty() {
            self.faults.say(
                Code::WrongType,
                &name.place,
                format!("Achter `{key}` staat niets."),
                "Vul een waarde in, of haal de sleutel weg.",
            );
            return None;
        }
        Some(value)
    }

    /// The value at a key that must be there.
    pub fn need(&mut self, key: &'static str) -> Option<&'a Node> {
        if !self.has(key) {
            self.known.insert(key);
            if self.is_misspelt(key) {
                return None;
            }
            let message = format!("In {} ontbreekt de sleutel `{key}`.", self.what);
            let tip = format!("Voeg `{key}: …` toe.");
            self.faults
                .say(Code::MissingKey, &self.node.place, message, tip);
            return None;
        }
        self.get(key)
    }

    /// Whether a key stands here that is one letter off: that one is reported, and says what was meant.
    fn is_misspelt(&self, key: &str) -> bool {
        let mut keys = self.node.map().unwrap_or_default().iter();
        keys.any(|(name, _)| name.text().is_some_and(|typed| is_one_off(typed, key)))
    }

    /// Whether the key is there, also with nothing behind it.
    pub fn has(&self, key: &str) -> bool {
        self.node.entry(key).is_some()
    }

    /// Makes keys known without reading them.
    pub fn allow(&mut self, keys: &[&'static str]) {
        self.known.extend(keys);
    }

    /// A text in one or more languages.
    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        self.get(key).and_then(|node| text(node, self.faults))
    }

    /// A word.
    pub fn word(&mut self, key: &'static str) -> Option<&'a str> {
        self.get(key).and_then(|node| word(node, self.faults))
    }

    /// `ja` or `nee`; absent is `nee`.
    pub fn flag(&mut self, key: &'static str) -> bool {
        let Some(node) = self.get(key) else {
            return false;
        };
        match node.text() {
            Some("ja") => true,
            Some("nee") => false,
            _ => {
                let message = format!("Bij `{key}` hoort `ja` of `nee`.");
                let tip = format!("Schrijf `{key}: ja`, of haal de sleutel weg.");
                self.faults.say(Code::WrongType, &node.place, message, tip);
                false
            }
        }
    }

    /// A number.
    pub fn number(&mut self, key: &'static str) -> Option<Number> {
        self.get(key).and_then(|node| number(node, self.faults))
    }

    /// A whole number.
    pub fn whole(&mut self, key: &'static str) -> Option<i64> {
        self.get(key).and_then(|node| whole(node, self.faults))
    }

    /// A whole number from zero up.
    pub fn size(&mut self, key: &'static str) -> Option<usize> {
        self.get(key).and_then(|node| size(node, self.faults))
    }

    /// A date.
    pub fn date(&mut self, key: &'static str) -> Option<NaiveDate> {
        self.get(key).and_then(|node| date(node, self.faults))
    }

    /// The values of a list; absent is empty.
    pub fn items(&mut self, key: &'static str) -> &'a [Node] {
        self.get(key).map_or(&[], |node| items(node, self.faults))
    }

    /// The values of a list, or the one value that stands there without brackets.
    pub fn some(&mut self, key: &'static str) -> &'a [Node] {
        self.get(key).map_or(&[], one_or_more)
    }

    /// Reports every key that nobody asked for.
    pub fn finish(self) {
        self.report_strange();
    }

    /// Reports every key that is not known yet; whether there was one.
    pub fn report_strange(&self) -> bool {
        let before = self.faults.count();
        for (name, value) in self.node.map().unwrap_or_default() {
            let Some(key) = name.text() else {
                let message = format!("Een sleutel is een woord, niet {}.", form(name));
                let tip = "Schrijf een woord met een dubbele punt erachter.";
                self.faults.say(Code::WrongType, &name.place, message, tip);
                continue;
            };
            if self.known.contains(key) {
                continue;
            }
            let tip = if value.is_empty() && key.contains(' ') {
                "Hoort dit bij de tekst ervoor? Zet die tekst tussen aanhalingstekens: een komma begint hier een nieuwe sleutel.".to_owned()
            } else if value.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()) {
                "Hoort dit bij het getal ervoor? Schrijf een punt in plaats van een komma: 2.5."
                    .to_owned()
            } else {
                did_you_mean(key, self.known.iter().copied())
            };
            let message = format!("De sleutel `{key}` hoort niet in {}.", self.what);
            self.faults.say(Code::UnknownKey, &name.place, message, tip);
        }
        self.faults.count() > before
    }
}
