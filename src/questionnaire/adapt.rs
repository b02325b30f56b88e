//! Adaptations: a small list that changes wordings, settings and places of another one. Works on trees, before names
//! are resolved; takes nothing away. Everything changed keeps the place of the file it was written in.

mod change;
mod ground;
mod place;

use super::form;
use super::raw::{Faults, Fields, text, word};
use crate::problem::{Code, did_you_mean};
use crate::yaml::{Node, Tree};

/// The keys of the head that an adaptation has of its own.
const HEAD: [&str; 6] = ["id", "versie", "titel", "uitleg", "geldig_vanaf", "bron"];

/// What only a list of its own can bring.
const NOT_ADDED: [&str; 7] = [
    "onderdelen",
    "afgeleid",
    "termijnen",
    "gebruikt",
    "getallen",
    "schalen",
    "niet_toepasbaar",
];

/// The base with the changes of the adaptation. Faults point at the file that holds them.
pub(super) fn apply(base: &Node, adaptation: &Node, faults: &Faults) -> Node {
    let mut tree = base.clone();
    let Some(mut fields) = Fields::of(adaptation, &form::ADAPTATION, faults) else {
        return tree;
    };
    let sources = fields.get("bronnen");
    if let Some(table) = sources.and_then(|node| Fields::of(node, &form::SOURCES, faults)) {
        for (name, value) in table.node.map().unwrap_or_default() {
            word(name, faults).and_then(|_| text(value, faults));
        }
    }
    for key in ["id", "versie", "titel"] {
        fields.need(key);
    }
    if !fields.has("bron") {
        faults.say(
            Code::MissingSource,
            &adaptation.place,
            "Deze aanpassing heeft geen bron.",
            "Voeg `bron: …` toe: waar rust de aanpassing op?",
        );
    }
    ground::keep(&mut tree);
    for key in HEAD {
        if let Some((name, value)) = adaptation.entry(key) {
            set(&mut tree, name, in_full(value.clone(), key, sources));
        }
    }
    if let Some(settings) = fields.get("instellingen") {
        settings_of(&mut tree, settings, sources, faults);
    }
    for node in fields.items("wijzig") {
        change::apply(&mut tree, node, sources, faults);
        ground::changed(&mut tree, node, base.get("bron"));
    }
    for node in fields.items("eigenschappen") {
        claim(&mut tree, node);
    }
    for node in fields.items("verplaats") {
        place::apply(&mut tree, node, faults);
    }
    for key in NOT_ADDED {
        if let Some((name, _)) = adaptation.entry(key) {
            fields.allow(&[key]);
            faults.say(
                Code::Adaptation,
                &name.place,
                format!("Een aanpassing voegt niets toe: `{key}` kan hier niet."),
                "Wilt u eigen vragen of regels? Maak een eigen lijst die deze meeneemt met `gebruikt`.",
            );
        }
    }
    fields.finish();
    tree
}

/// Sets a key of a map; what stood there goes.
fn set(tree: &mut Node, name: &Node, value: Node) {
    let Tree::Map(entries) = &mut tree.value else {
        return;
    };
    match entries
        .iter_mut()
        .find(|(known, _)| known.text() == name.text())
    {
        Some(entry) => *entry = (name.clone(), value),
        None => entries.push((name.clone(), value)),
    }
}

/// Takes a key of a map away.
fn unset(tree: &mut Node, key: &str) {
    if let Tree::Map(entries) = &mut tree.value {
        entries.retain(|(name, _)| name.text() != Some(key));
    }
}

/// A value in which every source that the adaptation names stands in full: the names are not those of the base.
fn in_full(mut value: Node, key: &str, sources: Option<&Node>) -> Node {
    if key == "bron" {
        let named = value.text().and_then(|name| sources?.get(name)).cloned();
        return match named {
            Some(full) => Node {
                place: value.place,
                ..full
            },
            None => value,
        };
    }
    match &mut value.value {
        Tree::Scalar { .. } => {}
        Tree::List(items) => {
            for item in items {
                *item = in_full(item.clone(), "", sources);
            }
        }
        Tree::Map(entries) => {
            for (name, inner) in entries {
                let key = name.text().unwrap_or("").to_owned();
                *inner = in_full(inner.clone(), &key, sources);
            }
        }
    }
    value
}

/// `instellingen: { vt_advies: verplicht }`: another usual value for settings of the base; with its ground as
/// `{ waarde, bron, zekerheid }`.
fn settings_of(tree: &mut Node, settings: &Node, sources: Option<&Node>, faults: &Faults) {
    let Some(table) = Fields::of(settings, &form::ADAPTED_SETTINGS, faults) else {
        return;
    };
    for (name, value) in table.node.map().unwrap_or_default() {
        let Some(wanted) = word(name, faults) else {
            continue;
        };
        let mut known = Vec::new();
        let mut found = false;
        for row in rows_mut(tree, "instellingen") {
            let Some(id) = row.get("id").and_then(Node::text).map(str::to_owned) else {
                continue;
            };
            if id == wanted {
                found = true;
                ground::setting(row, name, value, sources, faults);
            }
            known.push(id);
        }
        if !found {
            faults.say(
                Code::UnknownReference,
                &name.place,
                format!("De lijst die u aanpast heeft geen instelling `{wanted}`."),
                did_you_mean(wanted, known.iter().map(String::as_str)),
            );
        }
    }
}

/// One property more; one with the same id takes the place of that of the base.
fn claim(tree: &mut Node, node: &Node) {
    if value_mut(tree, "eigenschappen").is_none() {
        let word = |text: &str| Node {
            value: Tree::Scalar {
                text: text.to_owned(),
                plain: true,
            },
            place: node.place.clone(),
        };
        let none = Node {
            value: Tree::List(Vec::new()),
            place: node.place.clone(),
        };
        set(tree, &word("eigenschappen"), none);
    }
    let Some(Tree::List(rows)) =
        value_mut(tree, "eigenschappen").map(|properties| &mut properties.value)
    else {
        return;
    };
    match rows
        .iter_mut()
        .find(|row| id_of(row).is_some() && id_of(row) == id_of(node))
    {
        Some(row) => *row = node.clone(),
        None => rows.push(node.clone()),
    }
}

/// Gives a setting of a list another usual value.
pub(super) fn set_setting(tree: &mut Node, setting: &str, value: &str) {
    let word = |text: &str, like: &Node| Node {
        value: Tree::Scalar {
            text: text.to_owned(),
            plain: true,
        },
        place: like.place.clone(),
    };
    let mut rows = rows_mut(tree, "instellingen").iter_mut();
    if let Some(row) = rows.find(|row| id_of(row) == Some(setting)) {
        let key = word("gewoon", row);
        let value = word(value, row);
        set(row, &key, value);
    }
}

/// The rows of the list at this key.
fn rows_mut<'t>(tree: &'t mut Node, key: &str) -> &'t mut [Node] {
    match value_mut(tree, key).map(|node| &mut node.value) {
        Some(Tree::List(rows)) => rows,
        _ => &mut [],
    }
}

/// The value at this key.
fn value_mut<'t>(tree: &'t mut Node, key: &str) -> Option<&'t mut Node> {
    let Tree::Map(entries) = &mut tree.value else {
        return None;
    };
    let found = entries
        .iter_mut()
        .find(|(name, _)| name.text() == Some(key));
    found.map(|(_, value)| value)
}

/// The id of a part, question or derived value.
fn id_of(node: &Node) -> Option<&str> {
    node.get("id").and_then(Node::text)
}

/// Every id in these parts: of questions, and of what is in them as `lijst/vraag` and `vraag/optie`.
fn question_ids(parts: &Node) -> Vec<String> {
    fn add(node: &Node, before: &str, ids: &mut Vec<String>) {
        let Some(id) = id_of(node) else { return };
        let id = format!("{before}{id}");
        ids.push(id.clone());
        for key in ["vragen", "opties"] {
            for inner in node.get(key).and_then(Node::list).unwrap_or_default() {
                add(inner, &format!("{id}/"), ids);
            }
        }
    }
    let mut ids = Vec::new();
    for part in parts.list().unwrap_or_default() {
        for question in part.get("vragen").and_then(Node::list).unwrap_or_default() {
            add(question, "", &mut ids);
        }
    }
    ids
}
