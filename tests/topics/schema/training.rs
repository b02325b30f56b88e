//! Training: every shipped case and every file of a participant fits its schema; a key that is misspelt fits neither the
//! schema nor the loader; what `groep` gives fits, and names nobody unless that was asked.

use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;
use top3::questionnaire::Library;
use top3::schema;
use top3::training::{Forms, TERMS, open, packed, read};

use super::reports::{fits, one, schema as printed};
use crate::support::program::Program;
use crate::support::schema::{faults, json_of, validator};

fn example() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/training")
}

fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let found = fs::read_dir(example().join(folder)).unwrap();
    let mut found: Vec<_> = found.map(|file| file.unwrap().path()).collect();
    found.sort();
    let read = |file: PathBuf| (file.display().to_string(), fs::read(&file).unwrap());
    found.into_iter().map(read).collect()
}

/// The same value with each key of each map misspelt in turn, and each left out, by its path.
fn spoiled(value: &Json) -> Vec<(String, Json)> {
    fn walk(value: &Json, path: &str, found: &mut Vec<(String, String)>) {
        match value {
            Json::Object(members) => {
                for (name, inner) in members {
                    found.push((path.to_owned(), name.clone()));
                    walk(inner, &format!("{path}/{name}"), found);
                }
            }
            Json::Array(items) => {
                for (at, inner) in items.iter().enumerate() {
                    walk(inner, &format!("{path}/{at}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    let mut all = Vec::new();
    for (path, name) in found {
        for other in [Some(format!("{name}x")), None] {
            let mut changed = value.clone();
            let map = changed.pointer_mut(&path).unwrap().as_object_mut().unwrap();
            let inner = map.remove(&name).unwrap();
            if let Some(other) = other.clone() {
                map.insert(other, inner);
            }
            let how = if other.is_some() {
                "misspelt"
            } else {
                "missing"
            };
            all.push((format!("{path}/{name} {how}"), changed));
        }
    }
    all
}

#[test]
fn cases_fit_and_what_the_loader_refuses_for_a_key_the_schema_refuses() {
    let library = Library::shipped();
    let forms = Forms::load(&library).unwrap();
    let schema = validator(&schema::training_case(&forms));
    let mut cases: Vec<(String, Vec<u8>)> = packed()
        .map(|one| (one.file.to_owned(), one.text.as_bytes().to_vec()))
        .collect();
    cases.push((
        "casus.yaml".into(),
        fs::read(example().join("casus.yaml")).unwrap(),
    ));
    for (file, bytes) in &cases {
        let value = json_of(bytes, file);
        assert_eq!(faults(&schema, &value), Vec::<String>::new(), "{file}");
    }
    let (file, bytes) = &cases[0];
    let mut refused = 0;
    for (what, changed) in spoiled(&json_of(bytes, file)) {
        let text = serde_json::to_string(&changed).unwrap();
        let loads = read(text.as_bytes(), file, &forms).is_ok();
        // Which rows there are, and who is who, a schema cannot know.
        let of_rows = what.starts_with("/sleutel/") && what.matches('/').count() == 3;
        let of_rows = of_rows || what.ends_with("/gegevens missing");
        if !of_rows && !what.starts_with("/mensen/") {
            assert_eq!(schema.is_valid(&changed), loads, "{file}: {what}");
            refused += usize::from(!loads);
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn files_of_participants_fit() {
    let library = Library::shipped();
    let forms = Forms::load(&library).unwrap();
    let terms = library.load(TERMS).unwrap();
    let schema = validator(&schema::participant(&[&forms.exercise, &terms]));
    let files = files("deelnemers");
    for (file, bytes) in &files {
        let value = json_of(bytes, file);
        assert_eq!(faults(&schema, &value), Vec::<String>::new(), "{file}");
    }
    let (file, bytes) = &files[0];
    for (what, changed) in spoiled(&json_of(bytes, file)) {
        if what.starts_with("/oefening") {
            let text = serde_json::to_string(&changed).unwrap();
            let opens = open(text.as_bytes(), file).is_ok();
            assert_eq!(schema.is_valid(&changed), opens, "{file}: {what}");
        }
    }
    let mut other = json_of(bytes, file);
    other["antwoorden"]["acuut"] = "misschien".into();
    assert!(!schema.is_valid(&other));
    let room = Program::new();
    let folder = room.file("oefeningen").display().to_string();
    let typed = ["--regels", "--map", &folder, "--naam", "a1b2"];
    let run = room.run_with(&[&["oefen", "--begrippen"][..], &typed].concat(), "1\n2\n");
    let made = room.file("oefeningen/begrippen-a1b2-1.yaml");
    let bytes = fs::read(&made).unwrap_or_else(|_| panic!("{run:?}"));
    let value = json_of(&bytes, "begrippen");
    assert_eq!(faults(&schema, &value), Vec::<String>::new());
}

#[test]
fn a_report_of_a_group_fits_and_names_nobody_unless_asked() {
    let program = Program::new();
    let schema = printed(&["groepsverslag"]);
    let folder = example().display().to_string();
    let people = format!("{folder}/deelnemers");
    let case = format!("{folder}/casus.yaml");
    for round in ["1", "2"] {
        let ask = [
            "groep",
            &case,
            &people,
            "--formaat",
            "json",
            "--ronde",
            round,
        ];
        let report = one(&program, 0, &ask);
        if round == "2" {
            fits(&schema, &report, &[]);
        } else {
            assert_eq!(faults(&schema, &report), Vec::<String>::new());
        }
        // Who is in one round only drops out of no form.
        let alone = &report["onderwerpen"][0]["alleen_in_ronde_1"];
        assert_eq!(alone, &Json::from(1), "round {round}");
        let told = report.to_string();
        assert!(!told.contains("Fleur"), "round {round}");
        assert!(told.contains("deelnemer 1\""), "round {round}");
        assert!(report["overeenstemming"][0]["maten"][0]["waarde"].is_number());
        let key = |report: &Json| report["onderwerpen"][0]["vragen"][0]["makers"].clone();
        assert!(key(&report)["antwoord"].is_string());
        let without = one(&program, 0, &[&ask[..], &["--zonder-sleutel"]].concat());
        assert!(key(&without).is_null());
        let named = one(&program, 0, &[&ask[..], &["--namen"]].concat());
        assert!(named.to_string().contains("\"Fleur\""));
    }
}

#[test]
fn votes_that_were_typed_in_fit() {
    let program = Program::new();
    let file = program.file("stemmen.yaml").display().to_string();
    let typed = "ja nee\n3 1 0\naab-b\nstop\n";
    let ask = ["groep", "--invoeren", "hoektafel", "--regels", "-o", &file];
    let run = program.run_with(&ask, typed);
    let bytes = fs::read(&file).unwrap_or_else(|_| panic!("{run:?}"));
    let value = json_of(&bytes, "stemmen.yaml");
    fits(&printed(&["stemmen"]), &value, &["handen"]);
    let report = one(&program, 0, &["groep", &file, "--formaat", "json"]);
    fits(&printed(&["groepsverslag"]), &report, &[]);
    assert!(report["onderwerpen"][0]["opgestoken"][0]["eerst"].is_array());
}
