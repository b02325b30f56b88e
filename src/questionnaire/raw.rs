//! Reads the keys of a tree one by one and collects what is wrong with them: wrong type, missing, unknown, repeated.
//! Knows places and forms; what a name refers to is for `lower`.

mod value;

pub use value::{
    as_date, date, filled, items, number, one_or_more, repeated_keys, size, text, whole, word,
};

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::form::{Form, Holds, Key};
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

/// The keys of one map. Known are those of its form, or without one each key that is asked for; [`Fields::finish`]
/// reports the others.
pub struct Fields<'a> {
    /// The map.
    pub node: &'a Node,
    /// What it is, with an article: *een vraag*.
    pub what: &'static str,
    form: Option<&'static Form>,
    faults: &'a Faults,
    known: BTreeSet<&'static str>,
}

/// Of forms that may stand in one place the one that stands here: the first whose mark is there, else the one without.
pub fn told_apart(node: &Node, forms: &'static [Form]) -> Option<&'static Form> {
    let marked = |form: &&Form| form.mark.is_some_and(|mark| node.entry(mark).is_some());
    let found = forms.iter().find(marked);
    found.or_else(|| forms.iter().find(|form| form.mark.is_none()))
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
            form: None,
            faults,
            known: BTreeSet::new(),
        })
    }

    /// Opens a map of this form. Keys that only some kinds of question have are not known yet.
    pub(crate) fn of(node: &'a Node, form: &'static Form, faults: &'a Faults) -> Option<Self> {
        let mut fields = Self::open(node, form.what, faults)?;
        fields.form = Some(form);
        let keys = form.keys.iter().filter(|key| key.only.is_empty());
        fields.known = keys.map(|key| key.name).collect();
        Some(fields)
    }

    /// Opens a map that has the form of one of these.
    pub(crate) fn one_of(
        node: &'a Node,
        forms: &'static [Form],
        faults: &'a Faults,
    ) -> Option<Self> {
        Self::of(node, told_apart(node, forms)?, faults)
    }

    /// The code reads what the table of the form says, and no other keys. Holds in every test.
    fn agrees(&self, key: &str, fits: impl Fn(&Key) -> bool) {
        let keys = self.form.map_or(&[][..], |form| form.keys);
        let mut same = keys.iter().filter(|one| one.name == key).peekable();
        debug_assert!(
            self.form.is_none() || same.peek().is_some() && same.any(fits),
            "`{key}` of {} is not as the table of its form says",
            self.what
        );
    }

    /// The same for what a key holds.
    fn holds(&self, key: &str, fits: impl Fn(&Holds) -> bool) {
        self.agrees(key, |key| fits(&key.holds));
    }

    /// The value at a key; a key with nothing behind it is a fault.
    pub fn get(&mut self, key: &'static str) -> Option<&'a Node> {
        self.holds(key, |_| true);
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
        let there = self.has(key);
        self.agrees(key, |key| key.needed || there);
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

    /// Whether a key stands here that is one letter off, and means nothing by itself: that one is reported, and says what
    /// was meant. At once, for whoever misses the key may read no further.
    fn is_misspelt(&self, key: &str) -> bool {
        let means = |typed: &str| self.form.is_some_and(|form| form.key(typed).is_some());
        let mut entries = self.node.map().unwrap_or_default().iter();
        let found = entries.find(|(name, _)| {
            name.text()
                .is_some_and(|typed| is_one_off(typed, key) && !means(typed))
        });
        if let Some((name, value)) = found {
            self.strange(name, value);
        }
        found.is_some()
    }

    /// Whether the key is there, also with nothing behind it.
    pub fn has(&self, key: &str) -> bool {
        self.node.entry(key).is_some()
    }

    /// Makes keys known without reading them.
    pub fn allow(&mut self, keys: &[&'static str]) {
        self.known.extend(keys);
    }

    /// The value at a key, where a map of this form has that key.
    pub fn known(&mut self, key: &'static str) -> Option<&'a Node> {
        self.knows(key).then(|| self.get(key)).flatten()
    }

    /// Whether this key is known.
    pub fn knows(&self, key: &str) -> bool {
        self.known.contains(key)
    }

    /// A text in one or more languages.
    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        self.holds(key, |holds| matches!(holds, Holds::Text));
        self.get(key).and_then(|node| text(node, self.faults))
    }

    /// A word.
    pub fn word(&mut self, key: &'static str) -> Option<&'a str> {
        self.get(key).and_then(|node| word(node, self.faults))
    }

    /// `ja` or `nee`; absent is `nee`.
    pub fn flag(&mut self, key: &'static str) -> bool {
        self.holds(key, |holds| matches!(holds, Holds::Flag));
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
        self.holds(key, |holds| {
            matches!(holds, Holds::Number | Holds::Positive)
        });
        self.get(key).and_then(|node| number(node, self.faults))
    }

    /// A whole number.
    pub fn whole(&mut self, key: &'static str) -> Option<i64> {
        self.holds(key, |holds| matches!(holds, Holds::Whole));
        self.get(key).and_then(|node| whole(node, self.faults))
    }

    /// A whole number from zero up.
    pub fn size(&mut self, key: &'static str) -> Option<usize> {
        self.holds(key, |holds| matches!(holds, Holds::Size));
        self.get(key).and_then(|node| size(node, self.faults))
    }

    /// A date.
    pub fn date(&mut self, key: &'static str) -> Option<NaiveDate> {
        self.holds(key, |holds| matches!(holds, Holds::Date));
        self.get(key).and_then(|node| date(node, self.faults))
    }

    /// The values of a list; absent is empty.
    pub fn items(&mut self, key: &'static str) -> &'a [Node] {
        self.holds(key, |holds| matches!(holds, Holds::Rows(_)));
        self.get(key).map_or(&[], |node| items(node, self.faults))
    }

    /// The values of a list, or the one value that stands there without brackets.
    pub fn some(&mut self, key: &'static str) -> &'a [Node] {
        self.holds(key, |holds| matches!(holds, Holds::OneOrMore(_)));
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
            self.strange(name, value);
        }
        self.faults.count() > before
    }

    /// Reports a key that nobody knows. The same one twice is told once.
    fn strange(&self, name: &Node, value: &Node) {
        let key = name.text().unwrap_or("");
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
}
