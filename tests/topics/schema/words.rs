//! What an editor shows: every key with what it means, kinds and roles with what they are for, one name a schema.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use top3::questionnaire::Library;
use top3::schema;

fn all() -> Vec<Json> {
    let list = Library::shipped().load("proef").unwrap();
    vec![
        schema::questionnaire(),
        schema::answers(),
        schema::answers_to(&list),
        schema::worked_cases(),
        schema::worked_cases_of(&list),
        schema::result(),
        schema::plan(),
        schema::case_line(),
        schema::kept_list(),
        schema::settings(&top3::world::SETTING_KEYS),
        schema::phones(),
        schema::vague_words(),
        schema::scales(),
    ]
}

#[test]
fn every_schema_is_one_and_has_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    for schema in all() {
        if let Err(fault) = jsonschema::meta::validate(&schema) {
            panic!("{}: {fault}", schema["$id"]);
        }
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        let name = schema["$id"].as_str().unwrap().to_owned();
        assert!(name.starts_with("urn:top3:schema:"), "{name}");
        assert!(
            names.insert(name),
            "two schemas are called {}",
            schema["$id"]
        );
        for key in ["title", "description"] {
            assert!(
                schema[key].as_str().is_some_and(|said| !said.is_empty()),
                "{} has no {key}",
                schema["$id"]
            );
        }
    }
}

/// Every place in a schema where keys are listed, with the keys that have no words.
fn silent(schema: &Json, path: &str, found: &mut Vec<String>) {
    if let (Some(properties), Some(_)) = (
        schema.get("properties").and_then(Json::as_object),
        schema.get("additionalProperties"),
    ) {
        // A case with one key of its own is described as a whole.
        let whole = properties.len() == 1 && schema.get("description").is_some();
        let wordless = properties.iter().filter(|(_, value)| {
            value
                .get("description")
                .and_then(Json::as_str)
                .is_none_or(str::is_empty)
        });
        if !whole {
            found.extend(wordless.map(|(key, _)| format!("{path}/{key}")));
        }
    }
    match schema {
        Json::Object(map) => map
            .iter()
            .for_each(|(key, inner)| silent(inner, &format!("{path}/{key}"), found)),
        Json::Array(items) => items.iter().for_each(|inner| silent(inner, path, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_a_list_a_case_and_a_plan_says_what_it_means() {
    for schema in [
        schema::questionnaire(),
        schema::worked_cases(),
        schema::result(),
        schema::plan(),
        schema::case_line(),
    ] {
        let mut found = Vec::new();
        silent(&schema, "", &mut found);
        // An answer with its source holds its value, which is the question itself; a word list explains words.
        found.retain(|path| {
            !path.ends_with("/waarde")
                && !path.contains("_erbij")
                && !path.contains("/woorden/")
                && !path.contains("/rij_id")
        });
        found.retain(|path| {
            !path.contains("/veld_")
                && !path.contains("/veiligheidsplan_gebaseerd_op")
                && !path.contains("/gebaseerd_op/")
                && !path.contains("/antwoorden/")
        });
        assert!(found.is_empty(), "{}: {found:#?}", schema["$id"]);
    }
}

/// What `weeg` adds beside the assessment is described too.
#[test]
fn a_result_names_its_answers_and_its_fingerprint() {
    let schema = schema::result();
    for key in ["uitkomsten", "antwoorden", "vingerafdruk"] {
        assert!(
            schema["properties"][key]["description"].is_string(),
            "{key}"
        );
    }
}

/// The kinds and single roles come with the words of the guide.
#[test]
fn kinds_and_roles_say_what_they_are_for() {
    let schema = schema::questionnaire();
    let kinds = &schema["$defs"]["vraag"]["properties"]["soort"];
    for (at, kind) in kinds["enum"].as_array().unwrap().iter().enumerate() {
        assert!(
            kinds["enumDescriptions"][at]
                .as_str()
                .is_some_and(|said| said.len() > 3),
            "{kind}"
        );
    }
    let roles = &schema["$defs"]["rol"];
    for (at, role) in roles["enum"].as_array().unwrap().iter().enumerate() {
        assert!(
            roles["enumDescriptions"][at]
                .as_str()
                .is_some_and(|said| said.len() > 3),
            "{role}"
        );
    }
}

/// What an editor offers follows from the kind: no key of another one.
#[test]
fn a_kind_has_only_its_own_keys() {
    let schema = schema::questionnaire();
    let keys = |kind: &str| -> BTreeSet<String> {
        let own = &schema["$defs"][format!("vraag_{kind}")]["properties"];
        own.as_object().unwrap().keys().cloned().collect()
    };
    assert!(keys("schaal").contains("labels") && !keys("schaal").contains("stap"));
    assert!(keys("getal").contains("stap") && !keys("getal").contains("labels"));
    assert!(keys("mededeling").contains("gevaar") && !keys("mededeling").contains("toelichting"));
    let in_row = schema["$defs"]["vraag_in_rij"]["properties"]["soort"]["enum"]
        .as_array()
        .unwrap();
    assert!(!in_row.contains(&"lijst".into()) && !in_row.contains(&"rangorde".into()));
}
