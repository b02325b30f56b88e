//! The schema of what the program writes by its types: exactly the members that these have, with what each means in Dutch.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value as Json, json};

use crate::text::nl;

/// The schema of a type, as serde writes it. `schema` is what it is called.
pub(super) fn derived<T: JsonSchema>(schema: &str) -> Json {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let mut whole = generator.into_root_schema_for::<T>().to_value();
    said(&mut whole, schema, &T::schema_name());
    let definitions = whole.get_mut("$defs").and_then(Json::as_object_mut);
    for (name, definition) in definitions.into_iter().flatten() {
        said(definition, schema, name);
    }
    whole
}

/// Says what a type and its members mean, and closes it: what it has not, is a mistake. What its author wrote is for who
/// works on the program.
fn said(definition: &mut Json, schema: &str, name: &str) {
    let Some(map) = definition.as_object_mut() else {
        return;
    };
    say(map, schema, name);
    members(map, schema, name);
    for cases in ["oneOf", "anyOf"] {
        let cases = map.get_mut(cases).and_then(Json::as_array_mut);
        for (at, case) in cases.into_iter().flatten().enumerate() {
            let word = word(case).unwrap_or_else(|| at.to_string());
            if let Some(case) = case.as_object_mut() {
                say(case, schema, &format!("{name}={word}"));
            }
        }
    }
}

fn members(map: &mut Map<String, Json>, schema: &str, name: &str) {
    let Some(properties) = map.get_mut("properties").and_then(Json::as_object_mut) else {
        return;
    };
    for (member, holds) in properties.iter_mut() {
        // What holds anything at all is told by `true`.
        if *holds == json!(true) {
            *holds = json!({});
        }
        if let Some(holds) = holds.as_object_mut() {
            say(holds, schema, &format!("{name}.{member}"));
        }
    }
    map.entry("additionalProperties").or_insert(json!(false));
}

fn say(map: &mut Map<String, Json>, schema: &str, name: &str) {
    map.remove("description");
    if let Some(said) = nl().schema_keys.of(schema, name) {
        map.insert("description".to_owned(), json!(said));
    }
}

/// The word by which one of several cases is known: what it is, or its only member.
fn word(case: &Json) -> Option<String> {
    if let Some(word) = case.get("const").and_then(Json::as_str) {
        return Some(word.to_owned());
    }
    let properties = case.get("properties").and_then(Json::as_object)?;
    let only = properties.keys().next().filter(|_| properties.len() == 1);
    only.cloned()
}
