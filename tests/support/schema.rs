//! Holding a file against a schema: the tree of a file as an editor sees it, and what a schema says of it.

use jsonschema::Validator;
use serde_json::{Map, Value as Json, json};
use top3::yaml::{Node, Tree, read_tree};

/// Ready to hold values against; dates must exist.
pub fn validator(schema: &Json) -> Validator {
    let made = jsonschema::options()
        .should_validate_formats(true)
        .build(schema);
    made.unwrap_or_else(|fault| panic!("not a schema: {fault}"))
}

/// What does not fit, each with its place in the value.
pub fn faults(schema: &Validator, value: &Json) -> Vec<String> {
    let told = schema.iter_errors(value).take(5);
    told.map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

/// The YAML of a file as JSON.
pub fn json_of(bytes: &[u8], file: &str) -> Json {
    let tree = read_tree(bytes, file).unwrap_or_else(|problem| panic!("{file}: {problem:?}"));
    value_of(&tree)
}

/// A tree as an editor and every other YAML reader sees it: what stands without quotes is a number, `true`, `false` or
/// nothing where YAML 1.2 says so.
pub fn value_of(node: &Node) -> Json {
    match &node.value {
        Tree::List(items) => items.iter().map(value_of).collect(),
        Tree::Map(entries) => {
            let key = |node: &Node| match &node.value {
                Tree::Scalar { text, .. } => text.clone(),
                _ => "?".to_owned(),
            };
            let pairs = entries
                .iter()
                .map(|(name, value)| (key(name), value_of(value)));
            Json::Object(Map::from_iter(pairs))
        }
        Tree::Scalar { text, plain: false } => json!(text),
        Tree::Scalar { text, .. } => match text.as_str() {
            "" | "~" | "null" | "Null" | "NULL" => Json::Null,
            "true" | "True" | "TRUE" => json!(true),
            "false" | "False" | "FALSE" => json!(false),
            _ => number(text).unwrap_or_else(|| json!(text)),
        },
    }
}

/// A number of YAML's core schema; one that JSON has no place for stays a text.
fn number(text: &str) -> Option<Json> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '-' | '+');
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') || !digits.chars().all(plain) {
        return None;
    }
    if let Ok(whole) = text.parse::<i64>() {
        return Some(json!(whole));
    }
    let float = text.parse::<f64>().ok().filter(|float| float.is_finite())?;
    Some(json!(float))
}
