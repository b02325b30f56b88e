//! A batch: the record that goes in, and the line that comes out. The lines are written by hand for speed; these types say
//! what stands in them, and a test holds what the program writes against them.

#![allow(dead_code, reason = "only the schemas of these types are used")]

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::answers;
use super::holds::reference;
use crate::answer::{ANSWERS, LIST};
use crate::assessment::{List, NotApplicableForm, Possible};
use crate::text::nl;

/// A record with these answers. What else stands in it is its owner's.
pub(super) fn record(answers: Json, mut definitions: Map<String, Json>) -> Json {
    let text = &nl().schema;
    definitions.insert(ANSWERS.to_owned(), answers);
    let mut answers = reference(ANSWERS);
    answers["description"] = json!(text.record_answers());
    let record = json!({
        "type": "object",
        "properties": {
            "id": { "type": ["string", "number", "null"], "description": text.record_id() },
            LIST: { "type": "string", "description": text.record_list() },
            ANSWERS: answers,
        },
        "required": [ANSWERS],
        "additionalProperties": { "description": text.record_other() },
    });
    answers::close(record, definitions)
}

/// A line of the output.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum BatchLine {
    /// Of a record that was assessed.
    Assessed(AssessedLine),
    /// Of a record that could not be.
    Refused(RefusedLine),
}

#[derive(Serialize, JsonSchema)]
pub(super) struct AssessedLine {
    id: RecordId,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<Map<String, Json>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vragenlijst: Option<List>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    datum: Option<String>,
    uitkomsten: BTreeMap<String, ShortOutcome>,
    #[serde(skip_serializing_if = "Option::is_none")]
    niet_toepasbaar: Option<NotApplicableForm>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct RefusedLine {
    id: RecordId,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<Map<String, Json>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vragenlijst: Option<List>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    datum: Option<String>,
    #[schemars(length(min = 1))]
    fouten: Vec<FaultForm>,
}

#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum RecordId {
    Text(String),
    Number(f64),
    None(()),
}

#[derive(Serialize, JsonSchema)]
struct ShortOutcome {
    waarde: Option<Possible>,
    ondergrens: Option<f64>,
    bovengrens: Option<f64>,
    #[schemars(extend("enum" = ["vast", "open"]))]
    zekerheid: &'static str,
    mogelijk: Option<Vec<Option<Possible>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schatting: Option<Possible>,
    exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    regel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bron: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vast_door: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nog_open: Option<Vec<String>>,
}

#[derive(Serialize, JsonSchema)]
struct FaultForm {
    code: String,
    melding: String,
    tip: String,
    plaats: String,
    kolom: usize,
}
