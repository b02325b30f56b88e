//! The head of a list: title, sources, named numbers, settings, scales.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Context, ListTree, choices};
use crate::problem::{Code, Place, Problem, did_you_mean};
use crate::questionnaire::form;
use crate::questionnaire::raw::{Faults, Fields, items, text, word};
use crate::questionnaire::{Certainty, Choice, NamedNumber, NamedSetting, NumberRow, Text};
use crate::yaml::Node;

/// The head of one list.
pub(super) struct Head<'a> {
    pub(super) title: Text,
    pub(super) about: Option<Text>,
    pub(super) valid_from: Option<NaiveDate>,
    pub(super) source: String,
    /// The named sources, in full.
    pub(super) sources: BTreeMap<String, String>,
    /// The rows of the named numbers, by name in the order of the file.
    pub(super) numbers: Vec<(String, Vec<NumberRow>)>,
    pub(super) settings: BTreeMap<String, Setting>,
    pub(super) scales: BTreeMap<String, Vec<Choice>>,
    pub(super) not_applicable: &'a [Node],
    pub(super) parts: &'a [Node],
    pub(super) derived: &'a [Node],
    pub(super) properties: &'a [Node],
    pub(super) periods: &'a [Node],
    /// The file that gives the list its id: of an adapted list, the adaptation.
    pub(super) file: Option<Arc<str>>,
}

/// What differs per profession or organisation.
pub(super) struct Setting {
    pub(super) title: Option<Text>,
    pub(super) help: Option<Text>,
    pub(super) source: String,
    pub(super) certainty: Option<Certainty>,
    pub(super) values: Vec<String>,
    pub(super) value: String,
    /// Where that value stands.
    pub(super) place: Place,
}

/// Whether a word can be an id: small letters, digits, `_` and `-`, beginning with a letter.
pub(super) fn is_id(word: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte);
    word.starts_with(|first: char| first.is_ascii_lowercase()) && word.bytes().all(plain)
}

/// The id at `key` of these fields, when it can be one.
pub(super) fn id<'a>(
    fields: &mut Fields<'a>,
    key: &'static str,
    faults: &Faults,
) -> Option<(&'a str, &'a Node)> {
    let node = fields.need(key)?;
    let found = word(node, faults)?;
    if !is_id(found) {
        faults.say(
            Code::BadId,
            &node.place,
            format!("`{found}` kan geen id zijn."),
            "Gebruik kleine letters, cijfers, _ en -, en begin met een letter. Bijvoorbeeld `kleur_wapens`.",
        );
        return None;
    }
    Some((found, node))
}

/// Reads the head; the parts and derived values stay trees.
pub(super) fn read<'a>(list: &ListTree<'a>, faults: &'a Faults) -> Head<'a> {
    let mut head = Head {
        title: Text::from(list.id.as_str()),
        about: None,
        valid_from: None,
        source: String::new(),
        sources: BTreeMap::new(),
        numbers: Vec::new(),
        settings: BTreeMap::new(),
        scales: BTreeMap::new(),
        not_applicable: &[],
        parts: &[],
        derived: &[],
        properties: &[],
        periods: &[],
        file: None,
    };
    let Some(mut fields) = Fields::of(list.tree, &form::LIST, faults) else {
        return head;
    };
    head.file = id(&mut fields, "id", faults).map(|(_, node)| node.place.file.clone());
    version(&mut fields, faults);
    if let Some(title) = fields.need("titel") {
        head.title = text(title, faults).unwrap_or(head.title);
    }
    head.about = fields.text("uitleg");
    head.valid_from = fields.date("geldig_vanaf");
    read_sources(&mut fields, &mut head, faults);
    if fields.has("bron") {
        let own = fields.get("bron");
        head.source = own.map_or(String::new(), |node| source(&head, node, faults));
    } else {
        faults.say(
            Code::MissingSource,
            &list.tree.place,
            "Deze lijst heeft geen bron.",
            "Voeg `bron: …` toe: waar rusten de vragen en regels op?",
        );
    }
    if let Some(node) = fields.get("schalen") {
        head.scales = choices::scales(node, faults);
    }
    read_numbers(&mut fields, &mut head, faults);
    read_settings(&mut fields, &mut head, faults);
    head.not_applicable = fields.items("niet_toepasbaar");
    head.parts = fields
        .need("onderdelen")
        .map_or(&[], |node| items(node, faults));
    head.derived = fields.items("afgeleid");
    head.properties = fields.items("eigenschappen");
    head.periods = fields.items("termijnen");
    fields.finish();
    head
}

/// Three numbers with points between them.
fn version(fields: &mut Fields<'_>, faults: &Faults) {
    let Some(node) = fields.need("versie") else {
        return;
    };
    let Some(found) = word(node, faults) else {
        return;
    };
    let numbers: Vec<&str> = found.split('.').collect();
    let number = |part: &&str| {
        (1..=6).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if numbers.len() != 3 || !numbers.iter().all(number) {
        faults.say(
            Code::BadValue,
            &node.place,
            format!("`{found}` is geen versie."),
            "Schrijf drie getallen met punten ertussen, zoals 1.0.0.",
        );
    }
}

fn read_sources(fields: &mut Fields<'_>, head: &mut Head<'_>, faults: &Faults) {
    let Some(node) = fields.get("bronnen") else {
        return;
    };
    let Some(table) = Fields::of(node, &form::SOURCES, faults) else {
        return;
    };
    for (name, value) in table.node.map().unwrap_or_default() {
        if let (Some(name), Some(said)) = (word(name, faults), text(value, faults)) {
            head.sources.entry(name.to_owned()).or_insert(said.nl);
        }
    }
}

/// A source in full: a name from `bronnen`, or a text of its own.
pub(super) fn source(head: &Head<'_>, node: &Node, faults: &Faults) -> String {
    let Some(said) = text(node, faults) else {
        return String::new();
    };
    if let Some(full) = head.sources.get(&said.nl) {
        return full.clone();
    }
    if is_id(&said.nl) {
        let tip = if head.sources.is_empty() {
            format!(
                "Schrijf de bron uit, of zet onder `bronnen` wat `{}` is.",
                said.nl
            )
        } else {
            did_you_mean(&said.nl, head.sources.keys().map(String::as_str))
        };
        let message = format!("De bron `{}` staat niet onder `bronnen`.", said.nl);
        faults.say(Code::UnknownReference, &node.place, message, tip);
    }
    said.nl
}

fn read_numbers(fields: &mut Fields<'_>, head: &mut Head<'_>, faults: &Faults) {
    for node in fields.items("getallen") {
        let Some(mut row) = Fields::of(node, &form::NUMBER, faults) else {
            continue;
        };
        let name = id(&mut row, "id", faults);
        row.need("waarde");
        let value = row.number("waarde");
        let from = row.date("vanaf");
        let from_text = row.get("bron").map(|node| source(head, node, faults));
        let help = row.text("uitleg");
        let title = row.text("titel");
        let unit = row.text("eenheid");
        let certainty = certainty(&mut row, faults);
        row.finish();
        let (Some((name, at)), Some(value)) = (name, value) else {
            continue;
        };
        let new = NumberRow {
            from,
            value,
            title,
            unit,
            help,
            source: from_text.unwrap_or_else(|| head.source.clone()),
            certainty,
            place: at.place.clone(),
        };
        match head.numbers.iter_mut().find(|(known, _)| known == name) {
            None => head.numbers.push((name.to_owned(), vec![new])),
            Some((_, rows)) => match rows.iter().find(|row| row.from == from) {
                None => rows.push(new),
                Some(first) => faults.add(
                    Problem::new(
                        Code::RepeatedId,
                        new.place,
                        format!("`{name}` heeft al een waarde vanaf deze dag."),
                        "Geef een nieuwe waarde een eigen `vanaf`, en laat de oude staan.",
                    )
                    .and(first.place.clone(), "hier staat die"),
                ),
            },
        }
    }
    for (_, rows) in &mut head.numbers {
        rows.sort_by_key(|row| row.from);
    }
}

fn read_settings(fields: &mut Fields<'_>, head: &mut Head<'_>, faults: &Faults) {
    for node in fields.items("instellingen") {
        let Some(mut row) = Fields::of(node, &form::SETTING, faults) else {
            continue;
        };
        let name = id(&mut row, "id", faults);
        let title = row.text("titel");
        let help = row.text("uitleg");
        let own_source = row.get("bron").map(|node| source(head, node, faults));
        let values: Vec<String> = row
            .need("waarden")
            .map_or(&[][..], |node| items(node, faults))
            .iter()
            .filter_map(|value| word(value, faults).map(str::to_owned))
            .collect();
        let usual = row.need("gewoon");
        let certainty = certainty(&mut row, faults);
        row.finish();
        let (Some((name, at)), Some(usual)) = (name, usual) else {
            continue;
        };
        // With a wrong value the setting is still known: its conditions hold no fault.
        let value = setting_value(name, &values, usual, faults);
        let Some(value) = value.or_else(|| values.first().cloned()) else {
            continue;
        };
        let new = Setting {
            title,
            help,
            source: own_source.unwrap_or_else(|| head.source.clone()),
            certainty,
            values,
            value,
            place: usual.place.clone(),
        };
        if head.settings.insert(name.to_owned(), new).is_some() {
            let message = format!("De instelling `{name}` bestaat al.");
            faults.say(Code::RepeatedId, &at.place, message, "Kies een andere id.");
        }
    }
}

/// `zekerheid`: how sure a number or setting is.
fn certainty(fields: &mut Fields<'_>, faults: &Faults) -> Option<Certainty> {
    let node = fields.get("zekerheid")?;
    let said = word(node, faults)?;
    let found = Certainty::ALL.into_iter().find(|one| one.name() == said);
    if found.is_none() {
        faults.say(
            Code::WrongType,
            &node.place,
            format!("`{said}` zegt niet hoe zeker dit is."),
            did_you_mean(said, Certainty::ALL.iter().map(|one| one.name())),
        );
    }
    found
}

/// The value of a setting that is one of its possible ones.
pub(super) fn setting_value(
    name: &str,
    values: &[String],
    node: &Node,
    faults: &Faults,
) -> Option<String> {
    let value = word(node, faults)?;
    if values.iter().any(|known| known == value) {
        return Some(value.to_owned());
    }
    faults.say(
        Code::UnknownOption,
        &node.place,
        format!("De instelling `{name}` kent de waarde `{value}` niet."),
        did_you_mean(value, values.iter().map(String::as_str)),
    );
    None
}

/// The named numbers of all lists, under their full names.
pub(super) fn numbers(context: &Context<'_>) -> Vec<NamedNumber> {
    let mut all = Vec::new();
    for (list, head) in context.lists.iter().zip(&context.heads) {
        for (name, rows) in &head.numbers {
            all.push(NamedNumber {
                id: format!("{}{name}", list.prefix),
                rows: rows.clone(),
            });
        }
    }
    all
}

/// The settings of all lists, under their full names.
pub(super) fn settings(context: &Context<'_>) -> Vec<NamedSetting> {
    let mut all = Vec::new();
    for (list, head) in context.lists.iter().zip(&context.heads) {
        for (name, setting) in &head.settings {
            all.push(NamedSetting {
                id: format!("{}{name}", list.prefix),
                title: setting.title.clone(),
                help: setting.help.clone(),
                values: setting.values.clone(),
                value: setting.value.clone(),
                source: setting.source.clone(),
                certainty: setting.certainty,
                place: setting.place.clone(),
            });
        }
    }
    all
}
