//! Names in the head that nothing uses: a cut-off, scale or setting that an author added and then forgot. A source that
//! no question names is left alone: it may say what the whole list rests on.

use super::Checked;
use crate::problem::{Code, Place, Problem};
use crate::yaml::{Node, Tree};

/// The keys of the head under which names are given, and what such a name is.
const NAMED: [(&str, &str); 3] = [
    ("getallen", "Het getal"),
    ("schalen", "De schaal"),
    ("instellingen", "De instelling"),
];

pub(super) fn check(checked: &Checked<'_>) -> Vec<Problem> {
    let trees = checked.locate.trees();
    let mut found = Vec::new();
    let Some(own) = trees.first() else {
        return found;
    };
    for (key, what) in NAMED {
        let Some(named) = own.get(key) else {
            continue;
        };
        let mut seen: Vec<&str> = Vec::new();
        for (name, place) in names(named) {
            // What the base of an adaptation declares is for the base itself.
            let elsewhere = *place.file != *checked.file;
            if elsewhere || seen.contains(&name) || trees.iter().any(|tree| uses(tree, name, place))
            {
                continue;
            }
            seen.push(name);
            found.push(Problem::new(
                Code::UnusedName,
                place.clone(),
                format!("{what} `{name}` wordt nergens gebruikt."),
                format!("Gebruik de naam waar zij hoort, of haal haar bij `{key}` weg."),
            ));
        }
    }
    found
}

/// The names given under a key of the head: the `id` of each row, or the keys of a table.
fn names(node: &Node) -> Vec<(&str, &Place)> {
    let name = |node: &Node| node.text().is_some();
    match &node.value {
        Tree::Scalar { .. } => Vec::new(),
        Tree::List(rows) => {
            let ids = rows.iter().filter_map(|row| row.get("id"));
            let ids = ids.filter(|id| name(id));
            ids.map(|id| (id.text().unwrap_or(""), &id.place)).collect()
        }
        Tree::Map(entries) => {
            let keys = entries.iter().map(|(key, _)| key);
            let keys = keys.filter(|key| name(key));
            keys.map(|key| (key.text().unwrap_or(""), &key.place))
                .collect()
        }
    }
}

/// Whether this name stands anywhere as a value, other than as an id; with the name of its list before it also counts.
fn uses(node: &Node, name: &str, own: &Place) -> bool {
    match &node.value {
        Tree::Scalar { text, .. } => {
            let bare = text.strip_suffix(name);
            node.place != *own && bare.is_some_and(|bare| bare.is_empty() || bare.ends_with('.'))
        }
        Tree::List(items) => items.iter().any(|item| uses(item, name, own)),
        Tree::Map(entries) => entries
            .iter()
            .any(|(key, value)| key.text() != Some("id") && uses(value, name, own)),
    }
}
