//! Answers to any list: their form, without what one list asks.

use serde_json::{Map, Value as Json, json};

use super::guide;
use super::holds::{self, reference, words};
use crate::answer::{ANSWER_KEYS, COMPLETE, LONGEST, NATURES, ROW_ID, ROWS};
use crate::text::nl;

/// The answers themselves, or a file that holds them with the name of their list beside them.
pub(super) fn any() -> Json {
    let mut definitions = Map::new();
    definitions.insert("antwoorden".to_owned(), whole());
    let file = file(reference("antwoorden"));
    close(file, definitions)
}

/// A file with answers, in either form.
pub(super) fn file(answers: Json) -> Json {
    let text = &nl().schema;
    json!({
        "type": "object",
        "if": { "required": ["antwoorden"] },
        "then": {
            "properties": {
                "vragenlijst": { "description": text.of_list() },
                "antwoorden": answers,
            },
        },
        "else": answers,
    })
}

/// The schema with its own definitions and those that every answer needs.
pub(super) fn close(schema: Json, mut definitions: Map<String, Json>) -> Json {
    define(&mut definitions);
    match schema {
        Json::Object(mut map) => {
            map.insert("$defs".to_owned(), Json::Object(definitions));
            Json::Object(map)
        }
        other => other,
    }
}

/// The definitions that every answer needs: what may stand beside it, and the id of a row.
pub(super) fn define(definitions: &mut Map<String, Json>) {
    for key in &ANSWER_KEYS[1..] {
        let holds = match *key {
            "aard" => words(&NATURES.map(|nature| (nature, about(nature)))),
            "datum" => {
                json!({ "type": "string", "pattern": holds::ANSWERED_DATE, "format": "date" })
            }
            _ => json!({ "type": ["string", "number"], "pattern": "\\S", "maxLength": LONGEST }),
        };
        let mut made = Map::from_iter([("description".to_owned(), json!(about(key)))]);
        if let Json::Object(rest) = holds {
            made.extend(rest);
        }
        definitions.insert(beside(key), Json::Object(made));
    }
    let text = &nl().schema;
    definitions.insert(
        ROW_ID_NAME.to_owned(),
        json!({
            "description": text.row_id(),
            "type": ["string", "integer"],
            "pattern": "^[A-Za-z0-9_-]{1,40}$",
        }),
    );
}

const ROW_ID_NAME: &str = "rij_id";

/// The permanent id of a row.
pub(super) fn row_id() -> Json {
    reference(ROW_ID_NAME)
}

/// How the definition of what stands at this key beside an answer is called.
fn beside(key: &str) -> String {
    format!("{key}_erbij")
}

/// A map of answers, whatever the list asks. Holds what it needs itself.
pub(super) fn whole() -> Json {
    let scalar = json!({ "type": ["string", "number"] });
    let list = json!({ "type": "array", "items": scalar });
    let simple = json!({ "if": { "type": "array" }, "then": list, "else": scalar });
    let inside = json!({
        "if": { "type": "object" },
        "then": long(&simple),
        "else": simple,
    });
    let row = json!({
        "type": "object",
        "properties": { ROW_ID: row_id() },
        "required": [ROW_ID],
        "additionalProperties": inside,
    });
    let each = json!({ "if": { "type": "object" }, "then": row, "else": scalar });
    let outside = json!({
        "if": { "type": "object" },
        "then": {
            "if": { "required": [ROWS] },
            "then": open_rows(&json!({ "type": "array", "items": row })),
            "else": long(&simple),
        },
        "else": {
            "if": { "type": "array" },
            "then": { "items": each },
            "else": scalar,
        },
    });
    json!({
        "type": "object",
        "description": nl().schema.answers_map(),
        "propertyNames": { "pattern": "^[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)?$" },
        "additionalProperties": outside,
    })
}

/// A list that may get more rows.
pub(super) fn open_rows(rows: &Json) -> Json {
    let text = &nl().schema;
    json!({
        "type": "object",
        "properties": {
            ROWS: rows,
            COMPLETE: { "enum": ["ja", "nee"], "description": text.complete() },
        },
        "required": [ROWS],
        "additionalProperties": false,
    })
}

/// An answer with where it comes from.
pub(super) fn long(value: &Json) -> Json {
    let mut properties = Map::from_iter([(ANSWER_KEYS[0].to_owned(), value.clone())]);
    for key in &ANSWER_KEYS[1..] {
        properties.insert((*key).to_owned(), reference(&beside(key)));
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": [ANSWER_KEYS[0]],
        "additionalProperties": false,
    })
}

/// What the guide says of a key beside an answer, or of a kind of knowledge.
fn about(name: &str) -> String {
    guide::key((10, "bij een antwoord"), name).unwrap_or_default()
}
