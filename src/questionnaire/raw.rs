//! Reads the keys of a tree one by one and collects what is wrong with them: wrong type, missing, unknown, repeated.
//! Knows places and forms; what a name refers to is for `lower`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::name::Text;
use super::number::Number;
use crate::problem::{Code, Place, Problem, did_you_mean, is_one_off};
use crate::yaml::{Node, Tree};

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
                "Schrijf elke sleutel met een dubbele punt en een spatie erachter, bijvoorbeeld `id: naam`.",
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
            } else {
                did_you_mean(key, self.known.iter().copied())
            };
            let message = format!("De sleutel `{key}` hoort niet in {}.", self.what);
            self.faults.say(Code::UnknownKey, &name.place, message, tip);
        }
        self.faults.count() > before
    }
}

/// What a value looks like, in words.
fn form(node: &Node) -> &'static str {
    match &node.value {
        _ if node.is_empty() => "niets",
        Tree::Scalar { .. } => "een tekst",
        Tree::List(_) => "een rij",
        Tree::Map(_) => "een tabel met sleutels",
    }
}

/// A text in one or more languages: a plain text is Dutch.
pub fn text(node: &Node, faults: &Faults) -> Option<Text> {
    if let Some(nl) = node.text() {
        if nl.trim().is_empty() {
            let tip = "Schrijf een tekst.";
            faults.say(Code::MissingDutch, &node.place, "Deze tekst is leeg.", tip);
            return None;
        }
        return Some(Text::from(nl.trim()));
    }
    let Some(entries) = node.map() else {
        let message = format!("Hier hoort een tekst, niet {}.", form(node));
        let tip = "Schrijf een tekst, of een tabel van talen: { nl: Ja, en: Yes }.";
        faults.say(Code::WrongType, &node.place, message, tip);
        return None;
    };
    let mut found = Text::default();
    for (name, value) in entries {
        let language = name.text().unwrap_or("");
        if language.len() != 2 || !language.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let message =
                format!("Hier hoort een tekst. YAML leest `{language}:` als een sleutel.");
            let tip = "Staat er een dubbele punt in de tekst? Zet de hele tekst tussen aanhalingstekens: 'Let op: zo'.";
            faults.say(Code::WrongType, &name.place, message, tip);
            return None;
        }
        let said = word(value, faults)?.trim().to_owned();
        match language {
            "nl" => found.nl = said,
            _ => {
                found.other.insert(language.to_owned(), said);
            }
        }
    }
    if found.nl.is_empty() {
        let tip = "Voeg `nl: …` toe. Nederlands is verplicht.";
        faults.say(
            Code::MissingDutch,
            &node.place,
            "Deze tekst is er niet in het Nederlands.",
            tip,
        );
        return None;
    }
    Some(found)
}

/// A word: any scalar.
pub fn word<'a>(node: &'a Node, faults: &Faults) -> Option<&'a str> {
    if node.text().is_none() {
        let message = format!("Hier hoort één woord, niet {}.", form(node));
        faults.say(Code::WrongType, &node.place, message, "Schrijf één woord.");
    }
    node.text()
}

/// An exact number.
pub fn number(node: &Node, faults: &Faults) -> Option<Number> {
    let found = node.text().and_then(Number::parse);
    if found.is_none() {
        faults.say(
            Code::BadValue,
            &node.place,
            "Hier hoort een getal.",
            "Schrijf een getal, zoals 3 of 2.5.",
        );
    }
    found
}

/// A whole number.
pub fn whole(node: &Node, faults: &Faults) -> Option<i64> {
    let found = node.text().and_then(Number::parse);
    let found = found.and_then(Number::as_whole);
    if found.is_none() {
        faults.say(
            Code::BadValue,
            &node.place,
            "Hier hoort een heel getal.",
            "Schrijf een heel getal, zoals 3.",
        );
    }
    found
}

/// A whole number from zero up.
pub fn size(node: &Node, faults: &Faults) -> Option<usize> {
    let found = whole(node, faults)?;
    let size = usize::try_from(found).ok();
    if size.is_none() {
        faults.say(
            Code::BadValue,
            &node.place,
            "Dit getal kan niet kleiner zijn dan nul.",
            "Schrijf een heel getal, zoals 3.",
        );
    }
    size
}

/// A date, always as year-month-day.
pub fn date(node: &Node, faults: &Faults) -> Option<NaiveDate> {
    let found = node.text().and_then(as_date);
    if found.is_none() {
        faults.say(
            Code::BadValue,
            &node.place,
            "Hier hoort een datum die bestaat.",
            "Schrijf jaar-maand-dag, zoals 2026-03-01.",
        );
    }
    found
}

/// A date written as 2026-03-01 and in no other way.
pub fn as_date(text: &str) -> Option<NaiveDate> {
    let exact = text.len() == 10 && !text.contains(['+', ' ']);
    exact
        .then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())
        .flatten()
}

/// The values of a list; anything else is a fault.
pub fn items<'a>(node: &'a Node, faults: &Faults) -> &'a [Node] {
    if node.list().is_none() {
        let message = format!("Hier hoort een rij te staan, niet {}.", form(node));
        let tip = "Begin elke regel van de rij met een streepje, of zet de rij tussen [ en ].";
        faults.say(Code::WrongType, &node.place, message, tip);
    }
    node.list().unwrap_or_default()
}

/// The values of a list, or the value itself.
pub fn one_or_more(node: &Node) -> &[Node] {
    node.list().unwrap_or(std::slice::from_ref(node))
}

/// Reports every key that stands twice in one map, in the whole tree.
pub fn repeated_keys(node: &Node, faults: &Faults) {
    match &node.value {
        Tree::Scalar { .. } => {}
        Tree::List(items) => items.iter().for_each(|item| repeated_keys(item, faults)),
        Tree::Map(entries) => {
            let mut seen: BTreeMap<&str, &Node> = BTreeMap::new();
            for (name, value) in entries {
                repeated_keys(value, faults);
                let Some(key) = name.text() else { continue };
                let Some(first) = seen.get(key) else {
                    seen.insert(key, name);
                    continue;
                };
                faults.add(
                    Problem::new(
                        Code::RepeatedKey,
                        name.place.clone(),
                        format!("De sleutel `{key}` staat hier nog een keer."),
                        "Haal er één weg, of voeg ze samen.",
                    )
                    .and(first.place.clone(), "hier staat hij al"),
                );
            }
        }
    }
}
