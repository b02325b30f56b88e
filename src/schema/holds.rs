//! Single values as schemas: texts, words, numbers, dates. What they hold of each other stands in `form`.
//!
//! The program reads every scalar as text, so that `3` and `'3'` are the same to it; an editor knows numbers and texts.
//! Only a text of nothing but `true` or `false` differs: the program takes it, the schema wants quotes around it, for an
//! editor would offer both words everywhere.

use serde_json::{Value as Json, json};

use crate::text::nl;

/// `$ref` to a definition of this schema.
pub(super) fn reference(name: &str) -> Json {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// A number, also between quotes.
pub(super) const NUMBER: &str = "^-?[0-9]{1,12}([.,][0-9]{1,6})?$";
/// A date.
pub(super) const DATE: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// A date that can be an answer.
pub(super) const ANSWERED_DATE: &str =
    "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// A text in one or more languages.
pub(super) fn text() -> Json {
    let text = &nl().schema;
    json!({
        "if": { "type": "object" },
        "then": {
            "properties": {
                "nl": { "$ref": "#/$defs/zin", "description": text.dutch() },
                "en": { "$ref": "#/$defs/woord", "description": text.english() },
            },
            "required": ["nl"],
            "patternProperties": { "^[a-z]{2}$": { "$ref": "#/$defs/woord" } },
            "additionalProperties": false,
            "errorMessage": text.no_language(),
        },
        "else": { "$ref": "#/$defs/zin" },
    })
}

/// A text in one language, with something in it.
pub(super) fn sentence() -> Json {
    json!({ "type": ["string", "number"], "pattern": "\\S", "errorMessage": nl().schema.no_text() })
}

/// Any word, number or text.
pub(super) fn word() -> Json {
    json!({ "type": ["string", "number"], "errorMessage": nl().schema.no_word() })
}

pub(super) fn id(taken: &[&str]) -> Json {
    let text = &nl().schema;
    let id = json!({
        "type": "string",
        "pattern": "^[a-z][a-z0-9_-]*$",
        "errorMessage": text.no_id(),
    });
    if taken.is_empty() {
        return id;
    }
    json!({
        "allOf": [id, { "not": { "enum": taken }, "errorMessage": text.taken(taken.join(", ")) }],
    })
}

pub(super) fn version() -> Json {
    json!({
        "type": "string",
        "pattern": "^[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6}$",
        "errorMessage": nl().schema.no_version(),
    })
}

pub(super) fn flag() -> Json {
    json!({ "enum": ["ja", "nee"] })
}

pub(super) fn number() -> Json {
    json!({ "type": ["number", "string"], "pattern": NUMBER, "errorMessage": nl().schema.no_number() })
}

pub(super) fn positive() -> Json {
    json!({
        "type": ["number", "string"],
        "pattern": "^[0-9]{1,12}([.,][0-9]{1,6})?$",
        "exclusiveMinimum": 0,
        "errorMessage": nl().schema.not_positive(),
    })
}

pub(super) fn whole() -> Json {
    json!({
        "type": ["integer", "string"],
        "pattern": "^-?[0-9]{1,12}([.,]0{1,6})?$",
        "errorMessage": nl().schema.not_whole(),
    })
}

pub(super) fn size() -> Json {
    json!({
        "type": ["integer", "string"],
        "pattern": "^[0-9]{1,12}([.,]0{1,6})?$",
        "minimum": 0,
        "errorMessage": nl().schema.not_whole(),
    })
}

pub(super) fn number_or_name() -> Json {
    json!({
        "type": ["number", "string"],
        "pattern": "^(-?[0-9]{1,12}([.,][0-9]{1,6})?|[^0-9-].*)$",
        "errorMessage": nl().schema.no_number_or_name(),
    })
}

pub(super) fn date() -> Json {
    json!({
        "type": "string",
        "pattern": DATE,
        "format": "date",
        "errorMessage": nl().schema.no_date(),
    })
}

pub(super) fn day() -> Json {
    let date = DATE.trim_matches(['^', '$']);
    json!({
        "type": "string",
        "pattern": format!("^({date}|vandaag([+-][0-9]{{1,5}})?)$"),
        "errorMessage": nl().schema.no_day(),
    })
}

pub(super) fn letter() -> Json {
    json!({ "type": "string", "pattern": "^[a-z]$", "errorMessage": nl().schema.no_letter() })
}

pub(super) fn from() -> Json {
    json!({ "type": "string", "pattern": "^vanaf .", "errorMessage": nl().schema.no_from() })
}

/// One of these words, each with what it means. Editors show the meaning with the choice.
pub(super) fn words(words: &[(&str, String)]) -> Json {
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    if words.iter().all(|(_, about)| about.is_empty()) {
        return json!({ "enum": names });
    }
    let about: Vec<&str> = words.iter().map(|(_, about)| about.as_str()).collect();
    json!({ "enum": names, "enumDescriptions": about })
}
