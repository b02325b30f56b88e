//! The settings file.

use serde_json::{Map, Value as Json, json};

use crate::text::nl;

/// The settings file with these keys. A key with nothing behind it says nothing.
pub(super) fn settings(keys: &[&str]) -> Json {
    let text = &nl().schema;
    let about = |key: &str| match key {
        "profiel" => text.setting_profile(),
        "organisatie" => text.setting_organisation(),
        "map" => text.setting_folder(),
        "partners" => text.setting_partners(),
        "papieren" => text.setting_papers(),
        "sleutels" => text.setting_keys(),
        "herstel" => text.setting_recovery(),
        "vergrendelen" => text.setting_minutes(),
        _ => String::new(),
    };
    let properties: Map<String, Json> = keys
        .iter()
        .map(|key| {
            let holds = json!({
                "type": ["string", "number", "null"],
                "description": about(key),
            });
            ((*key).to_owned(), holds)
        })
        .collect();
    json!({
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": false,
    })
}
