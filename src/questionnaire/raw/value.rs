//! Single values: texts, words, numbers, dates, rows; and what is wrong where something else stands.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Faults;
use crate::problem::{Code, Problem};
use crate::questionnaire::name::Text;
use crate::questionnaire::number::Number;
use crate::yaml::{Node, Tree};

/// What a value looks like, in words.
pub(super) fn form(node: &Node) -> &'static str {
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

/// The values of a list that must hold something.
pub fn filled<'a>(node: &'a Node, faults: &Faults) -> &'a [Node] {
    if node.list().is_some_and(<[Node]>::is_empty) {
        let tip = "Vul de rij, of haal de sleutel weg.";
        faults.say(Code::WrongType, &node.place, "Deze rij is leeg.", tip);
    }
    items(node, faults)
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
