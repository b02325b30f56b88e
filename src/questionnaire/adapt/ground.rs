//! Settings and numbers that an adaptation gives another value: with the source of that value, and how sure it is. What
//! was looked for and not found keeps the value of the base.

use super::{id_of, in_full, rows_mut, set, unset};
use crate::problem::Code;
use crate::questionnaire::Certainty;
use crate::questionnaire::form::GROUNDED;
use crate::questionnaire::raw::{Faults, Fields};
use crate::yaml::{Node, Tree};

/// Writes down on what everything in the base rests, before the adaptation brings a source of its own: what it leaves
/// alone keeps the source of where it was written.
pub(super) fn keep(tree: &mut Node) {
    let Some((name, source)) = tree.entry("bron") else {
        return;
    };
    let (name, source) = (name.clone(), source.clone());
    // A part without questions is the place of another list, which has a source of its own.
    let rests = |row: &Node, key: &str| key != "onderdelen" || row.get("vragen").is_some();
    for key in ["instellingen", "onderdelen", "afgeleid", "termijnen"] {
        for row in rows_mut(tree, key) {
            if row.get("bron").is_none() && rests(row, key) {
                set(row, &name, source.clone());
            }
        }
    }
}

/// A rule or period that the adaptation changes without a source of its own rests on what the adaptation rests on, and no
/// longer on what the whole base rests on.
pub(super) fn changed(tree: &mut Node, change: &Node, base: Option<&Node>) {
    let (Some((name, source)), None) = (tree.entry("bron"), change.get("bron")) else {
        return;
    };
    let (name, source) = (name.clone(), source.clone());
    let id = change.get("id").and_then(Node::text);
    for key in ["afgeleid", "termijnen"] {
        for row in rows_mut(tree, key) {
            if id_of(row) == id && row.get("bron").and_then(Node::text) == base.and_then(Node::text)
            {
                set(row, &name, source.clone());
            }
        }
    }
}

/// Gives a setting of the base another usual value.
pub(super) fn setting(
    row: &mut Node,
    name: &Node,
    value: &Node,
    sources: Option<&Node>,
    faults: &Faults,
) {
    let key = |text: &str| Node {
        value: Tree::Scalar {
            text: text.to_owned(),
            plain: true,
        },
        place: name.place.clone(),
    };
    if value.map().is_none() {
        // Without a ground of its own it rests on what the adaptation rests on.
        unset(row, "zekerheid");
        unset(row, "bron");
        set(row, &key("gewoon"), value.clone());
        return;
    }
    let Some(mut fields) = Fields::of(value, &GROUNDED, faults) else {
        return;
    };
    fields.need("zekerheid");
    let own = fields.get("waarde");
    _ = fields.get("bron");
    fields.finish();
    agree(value, own.is_some(), faults);
    for (name, inner) in value.map().unwrap_or_default() {
        let name = match name.text() {
            Some("waarde") => key("gewoon"),
            _ => name.clone(),
        };
        let of = name.text().unwrap_or("").to_owned();
        set(row, &name, in_full(inner.clone(), &of, sources));
    }
}

/// Whether a value, its source and how sure it is go together.
pub(super) fn agree(change: &Node, has_value: bool, faults: &Faults) {
    let certainty = change.get("zekerheid").and_then(Node::text);
    let not_found = certainty == Some(Certainty::NotFound.name());
    if not_found && has_value {
        let place = change
            .entry("waarde")
            .map_or(&change.place, |(name, _)| &name.place);
        faults.say(
            Code::Adaptation,
            place,
            "Wat niet is gevonden, heeft geen eigen waarde: die van de basis blijft staan.",
            "Haal `waarde` weg, of schrijf `zekerheid: afgeleid` als u de waarde zelf uit de bron afleidt.",
        );
    }
    if !not_found && !has_value && certainty.is_some() {
        faults.say(
            Code::MissingKey,
            &change.place,
            "Hier ontbreekt de sleutel `waarde`.",
            "Voeg `waarde: …` toe, of schrijf `zekerheid: niet_gevonden` als u hem niet vond.",
        );
    }
    if has_value && !not_found && change.entry("bron").is_none() {
        faults.say(
            Code::MissingSource,
            &change.place,
            "Deze waarde heeft geen bron.",
            "Voeg `bron: …` toe: waar staat deze waarde?",
        );
    }
}
