//! `wijzig`: other keys for a question, part, option, derived value or period of the base.

use super::{ground, id_of, in_full, question_ids, rows_mut, set, unset, value_mut};
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form::{self, FIXED};
use crate::questionnaire::raw::{Faults, Fields, word};
use crate::yaml::{Node, Tree};

/// What was found under an id.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Question,
    Part,
    Option,
    Derived,
    Period,
}

/// Changes one thing.
pub(super) fn apply(tree: &mut Node, change: &Node, sources: Option<&Node>, faults: &Faults) {
    let Some(mut fields) = Fields::of(change, &form::CHANGE, faults) else {
        return;
    };
    let Some(at) = fields.need("id") else {
        return;
    };
    let Some(id) = word(at, faults) else {
        return;
    };
    let known = known(tree);
    if is_number(tree, id) {
        number(tree, change, at, id, sources, faults);
        return;
    }
    let Some((target, what)) = find(tree, id) else {
        faults.say(
            Code::UnknownReference,
            &at.place,
            format!(
                "De lijst die u aanpast heeft geen vraag, onderdeel, optie, afgeleide, getal of termijn `{id}`."
            ),
            did_you_mean(id, known.iter().map(String::as_str)),
        );
        return;
    };
    for (name, value) in change.map().unwrap_or_default() {
        let key = name.text().unwrap_or("");
        if key == "id" {
            continue;
        }
        let fixed = FIXED.iter().find(|(fixed, _)| *fixed == key);
        let fixed = fixed.filter(|_| !(what == What::Derived && key == "als"));
        if let Some((_, why)) = fixed {
            faults.say(
                Code::Adaptation,
                &name.place,
                format!("Een aanpassing kan `{key}` niet wijzigen."),
                *why,
            );
            continue;
        }
        let is_length = what == What::Period && form::LENGTHS.contains(&key);
        if what == What::Period && !is_length && !form::OF_A_PERIOD.contains(&key) {
            faults.say(
                Code::Adaptation,
                &name.place,
                format!("Een aanpassing kan `{key}` van een termijn niet wijzigen."),
                "Waarop wordt gewacht, ligt in de basis vast. Hoe lang het duurt en hoe het heet, kan wel.",
            );
            continue;
        }
        if value.is_empty() {
            faults.say(
                Code::Adaptation,
                &name.place,
                format!("Een aanpassing kan `{key}` niet weghalen."),
                "Vul in wat er in plaats daarvan moet staan, of haal deze regel weg.",
            );
            continue;
        }
        if is_length {
            // A length in another unit takes the place of the one that stood there.
            for length in form::LENGTHS {
                unset(target, length);
            }
        }
        set(target, name, in_full(value.clone(), key, sources));
    }
}

/// Whether this names a number, and nothing else.
fn is_number(tree: &mut Node, id: &str) -> bool {
    find(tree, id).is_none()
        && rows_mut(tree, "getallen")
            .iter()
            .any(|row| id_of(row) == Some(id))
}

/// Another value for a number of the base, with its source; with `vanaf` of the row of that day.
fn number(
    tree: &mut Node,
    change: &Node,
    at: &Node,
    id: &str,
    sources: Option<&Node>,
    faults: &Faults,
) {
    let day = change.get("vanaf").and_then(Node::text);
    let meant = |row: &&mut Node| {
        id_of(row) == Some(id) && (day.is_none() || row.get("vanaf").and_then(Node::text) == day)
    };
    let mut rows: Vec<&mut Node> = rows_mut(tree, "getallen")
        .iter_mut()
        .filter(meant)
        .collect();
    let [row] = rows.as_mut_slice() else {
        let (message, tip) = if rows.is_empty() {
            (
                "Het getal heeft geen rij vanaf deze dag.",
                "Noem bij `vanaf` een dag die de basis ook noemt.",
            )
        } else {
            (
                "Het getal heeft meer dan één rij.",
                "Noem met `vanaf` welke rij u wijzigt.",
            )
        };
        faults.say(Code::Adaptation, &at.place, message, tip);
        return;
    };
    let has_value = change.get("waarde").is_some();
    ground::agree(change, has_value, faults);
    if has_value {
        unset(row, "zekerheid");
    }
    for (name, value) in change.map().unwrap_or_default() {
        let key = name.text().unwrap_or("");
        // Who gives it its value is where it stands.
        if key != "id" || has_value {
            set(row, name, in_full(value.clone(), key, sources));
        }
    }
}

/// Every id that can be changed.
fn known(tree: &Node) -> Vec<String> {
    let mut ids = tree.get("onderdelen").map_or(Vec::new(), question_ids);
    for key in ["onderdelen", "afgeleid", "getallen", "termijnen"] {
        let rows = tree.get(key).and_then(Node::list).unwrap_or_default();
        ids.extend(rows.iter().filter_map(id_of).map(str::to_owned));
    }
    ids
}

/// The thing with this id: a question before a derived value before a period before a part; an option as `vraag/optie`.
fn find<'t>(tree: &'t mut Node, id: &str) -> Option<(&'t mut Node, What)> {
    let (first, rest) = match id.split_once('/') {
        Some((first, rest)) => (first, Some(rest)),
        None => (id, None),
    };
    let is_question = tree
        .get("onderdelen")
        .is_some_and(|parts| question_ids(parts).iter().any(|known| known == first));
    if is_question {
        let found = rows_mut(tree, "onderdelen")
            .iter_mut()
            .flat_map(|part| rows_mut(part, "vragen"))
            .find(|question| id_of(question) == Some(first))?;
        return match rest {
            None => Some((found, What::Question)),
            Some(rest) => within(found, rest),
        };
    }
    match rest {
        Some(option) => {
            let scale = value_mut(value_mut(tree, "schalen")?, first)?;
            let Tree::List(options) = &mut scale.value else {
                return None;
            };
            let found = options.iter_mut().find(|one| id_of(one) == Some(option))?;
            Some((found, What::Option))
        }
        None => {
            let stands = |tree: &Node, key: &str| {
                let rows = tree.get(key).and_then(Node::list).unwrap_or_default();
                rows.iter().any(|row| id_of(row) == Some(first))
            };
            let (key, what) = if stands(tree, "afgeleid") {
                ("afgeleid", What::Derived)
            } else if stands(tree, "termijnen") {
                ("termijnen", What::Period)
            } else {
                ("onderdelen", What::Part)
            };
            let found = rows_mut(tree, key)
                .iter_mut()
                .find(|row| id_of(row) == Some(first))?;
            Some((found, what))
        }
    }
}

/// A question of the rows of this list, or one of the options of this question.
fn within<'t>(question: &'t mut Node, rest: &str) -> Option<(&'t mut Node, What)> {
    let (first, deeper) = match rest.split_once('/') {
        Some((first, deeper)) => (first, Some(deeper)),
        None => (rest, None),
    };
    let (key, what) = if question.get("vragen").is_some() {
        ("vragen", What::Question)
    } else {
        ("opties", What::Option)
    };
    let found = rows_mut(question, key)
        .iter_mut()
        .find(|row| id_of(row) == Some(first))?;
    match deeper {
        None => Some((found, what)),
        Some(deeper) => within(found, deeper),
    }
}
