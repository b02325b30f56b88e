//! What makes a stored result recomputable: the answers it rests on, and a fingerprint of all it says.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::Assessment;
use crate::answer::AnswersFile;

/// The member that holds the fingerprint.
pub const PRINT: &str = "vingerafdruk";
/// The member that holds the answers.
pub const ANSWERS: &str = "antwoorden";

/// What `weeg` prints as JSON: an assessment, the answers where these were asked for, and the fingerprint of all that.
#[derive(Serialize, JsonSchema)]
pub struct Sealed<'a> {
    #[serde(flatten)]
    assessment: &'a Assessment,
    /// The answers it rests on, by question, where these were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<BTreeMap<String, Json>>")]
    antwoorden: Option<AnswersFile<'a>>,
    /// SHA-256 of all other members, whatever their order.
    #[serde(skip_serializing_if = "Option::is_none")]
    vingerafdruk: Option<String>,
}

/// Seals an assessment, with the answers when they go with it.
///
/// # Errors
/// Only where the program itself is at fault.
pub fn seal<'a>(
    assessment: &'a Assessment,
    answers: Option<AnswersFile<'a>>,
) -> Result<Sealed<'a>, serde_json::Error> {
    let mut sealed = Sealed {
        assessment,
        antwoorden: answers,
        vingerafdruk: None,
    };
    sealed.vingerafdruk = Some(fingerprint(&serde_json::to_value(&sealed)?));
    Ok(sealed)
}

/// The SHA-256 of an object without its own fingerprint, whatever the order of its members and the space between them.
pub fn fingerprint(object: &Json) -> String {
    let mut text = String::new();
    match object {
        Json::Object(members) => {
            let others = members.iter().filter(|(name, _)| *name != PRINT);
            write_members(others, &mut text);
        }
        other => write_value(other, &mut text),
    }
    let mut print = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        _ = write!(print, "{byte:02x}");
    }
    print
}

fn write_value(value: &Json, out: &mut String) {
    match value {
        Json::Object(members) => write_members(members.iter(), out),
        Json::Array(items) => {
            out.push('[');
            for item in items {
                write_value(item, out);
                out.push(',');
            }
            out.push(']');
        }
        plain => _ = write!(out, "{plain}"),
    }
}

fn write_members<'a>(members: impl Iterator<Item = (&'a String, &'a Json)>, out: &mut String) {
    let mut sorted: Vec<_> = members.collect();
    sorted.sort_by_key(|(name, _)| *name);
    out.push('{');
    for (name, value) in sorted {
        _ = write!(out, "{}:", Json::from(name.as_str()));
        write_value(value, out);
        out.push(',');
    }
    out.push('}');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn order_does_not_count_and_everything_else_does() {
        let print = |text: &str| fingerprint(&serde_json::from_str(text).unwrap());
        let first = print(r#"{"a": [1, {"b": "x", "c": null}], "d": 2.5}"#);
        assert_eq!(
            first,
            print(r#"{"d":2.5,"vingerafdruk":"?","a":[1,{"c":null,"b":"x"}]}"#)
        );
        for other in [
            r#"{"a": [1, {"b": "x", "c": 0}], "d": 2.5}"#,
            r#"{"a": [{"b": "x", "c": null}, 1], "d": 2.5}"#,
            r#"{"a": [1, {"b": "x", "c": null}], "d": "2.5"}"#,
            r#"{"a": [1], "b": "x", "c": null, "d": 2.5}"#,
        ] {
            assert_ne!(first, print(other), "{other}");
        }
        assert_ne!(fingerprint(&json!(["a"])), fingerprint(&json!("a")));
    }
}
