//! What an editor shows: every key with what it means, kinds and roles with what they are for, one name a schema.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use top3::questionnaire::Library;
use top3::schema;

use crate::support::program::Program;

/// What the program prints of everything that it has a schema of.
fn printed() -> Vec<Json> {
    let program = Program::new();
    let all = program.run(&["schema", "--breedte", "200"]).out;
    let names = all
        .lines()
        .skip(1)
        .filter_map(|line| line.split_whitespace().next());
    names
        .map(|name| serde_json::from_str(&program.run(&["schema", name]).out).unwrap())
        .collect()
}

fn all() -> Vec<Json> {
    let list = Library::shipped().load("proef").unwrap();
    let mut all = printed();
    all.extend([
        schema::answers_to(&list),
        schema::worked_cases_of(&list),
        schema::batch_record_of(&list),
    ]);
    all
}

/// Every description in a schema.
fn descriptions(schema: &Json, found: &mut Vec<String>) {
    match schema {
        Json::Object(map) => {
            found.extend(
                map.get("description")
                    .and_then(Json::as_str)
                    .map(str::to_owned),
            );
            map.values().for_each(|inner| descriptions(inner, found));
        }
        Json::Array(items) => items.iter().for_each(|inner| descriptions(inner, found)),
        _ => {}
    }
}

/// Authors and developers of Dutch systems read them: no word that only the comments in the program have.
#[test]
fn every_description_is_dutch() {
    let english = ["the", "which", "and", "with", "what", "its", "where"];
    let mut wrong = Vec::new();
    for schema in printed() {
        let mut found = Vec::new();
        descriptions(&schema, &mut found);
        assert!(!found.is_empty());
        for said in found {
            let mut words = said
                .split(|c: char| !c.is_alphabetic())
                .map(str::to_lowercase);
            if words.any(|word| english.contains(&word.as_str())) {
                wrong.push(format!("{}: {said}", schema["$id"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is said of a member is said of one that there is: a name that changed keeps no words behind.
#[test]
fn nothing_is_said_of_what_is_not_there() {
    let mut said = Vec::new();
    for schema in printed() {
        descriptions(&schema, &mut said);
    }
    let keys = &top3::text::nl().schema_keys;
    let lost: Vec<&str> = keys
        .names()
        .filter(|name| {
            !said
                .iter()
                .any(|one| Some(one.as_str()) == keys.of("", name))
        })
        .collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

/// The forms of all that the program prints, whose members must say what they mean.
fn described() -> Vec<Json> {
    let mut all = printed();
    all.retain(|schema| {
        let own = ["antwoorden", "batchrecord", "deelnemer", "schalen"];
        let name = schema["$id"].as_str().unwrap();
        !own.iter()
            .any(|own| name == format!("urn:top3:schema:{own}:1"))
    });
    all
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
    for schema in described() {
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
                // The people of an invented case and its key are answers too.
                && !path.contains("/mensen/")
        });
        found.retain(|path| !path.contains("/sleutel/") || !path.contains("/anyOf/"));
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
