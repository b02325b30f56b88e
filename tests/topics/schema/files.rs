//! All shipped files fit their schemas, and the schemas beside the lists are those that the program prints.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use top3::questionnaire::Library;
use top3::schema;

use crate::support::program::{Program, names};
use crate::support::schema::{faults, json_of, validator};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What stands beside the lists, for editors.
fn beside() -> Vec<(&'static str, Json)> {
    vec![
        ("vragenlijst", schema::questionnaire()),
        ("proefgevallen", schema::worked_cases()),
        ("nummers", schema::phones()),
        ("woorden", schema::vague_words()),
        ("schalen", schema::scales()),
        ("papier", schema::paper()),
        ("lezer", schema::reader()),
    ]
}

/// Every YAML file under a folder of the repository, by its path from the root.
fn yaml_files(folder: &str) -> Vec<(String, Vec<u8>)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            // The text of an organisation's code is no list.
            if path.ends_with("document") {
                continue;
            }
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "yaml") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    let name = |path: &PathBuf| path.strip_prefix(root()).unwrap().display().to_string();
    found
        .iter()
        .map(|path| (name(path).replace('\\', "/"), fs::read(path).unwrap()))
        .collect()
}

/// Which of the schemas a file under `questionnaires` or `tests/instruments` is for.
fn kind(file: &str) -> &'static str {
    match file {
        "questionnaires/gedeeld/nummers.yaml" => "nummers",
        "questionnaires/gedeeld/woorden.yaml" => "woorden",
        "questionnaires/gedeeld/schalen.yaml" => "schalen",
        paper if paper.starts_with("questionnaires/papieren/") => "papier",
        reader if reader.starts_with("questionnaires/lezers/") => "lezer",
        cases if cases.contains("/tests/") => "proefgevallen",
        _ => "vragenlijst",
    }
}

#[test]
fn the_schemas_beside_the_lists_are_what_the_program_prints() {
    let renew = std::env::var_os("BIJWERKEN").is_some();
    let mut stale = Vec::new();
    for (name, schema) in beside() {
        let path = root().join(format!("questionnaires/schema/{name}.json"));
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if fs::read_to_string(&path)
            .unwrap_or_default()
            .replace("\r\n", "\n")
            == text
        {
            continue;
        }
        if renew {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
        } else {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "not what `top3 schema` prints (BIJWERKEN=1 writes them anew): {stale:?}"
    );
}

#[test]
fn every_shipped_list_names_its_schema_in_its_first_line() {
    let mut wrong = Vec::new();
    for (file, bytes) in yaml_files("questionnaires") {
        let up = "../".repeat(file.matches('/').count() - 1);
        let line = format!(
            "# yaml-language-server: $schema={up}schema/{}.json",
            kind(&file)
        );
        let text = String::from_utf8(bytes).unwrap();
        if text.lines().next() != Some(&line) {
            wrong.push(format!("{file}: {line}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "the first line should be:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_shipped_list_and_worked_case_fits() {
    let schemas: Vec<_> = beside()
        .into_iter()
        .map(|(name, schema)| (name, validator(&schema)))
        .collect();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (file, bytes) in [
        yaml_files("questionnaires"),
        yaml_files("tests/instruments"),
    ]
    .concat()
    {
        let (_, schema) = schemas
            .iter()
            .find(|(name, _)| *name == kind(&file))
            .unwrap();
        seen += 1;
        wrong.extend(
            faults(schema, &json_of(&bytes, &file))
                .into_iter()
                .map(|fault| format!("{file} {fault}")),
        );
    }
    assert!(seen > 50, "only {seen} files");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The schema of a list's own answers and worked cases takes every worked case of that list.
#[test]
fn every_worked_case_fits_the_schema_of_its_own_list() {
    let library = Library::shipped();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for id in library.ids() {
        let list = library.load(id).unwrap();
        let answers = validator(&schema::answers_to(&list));
        let cases = validator(&schema::worked_cases_of(&list));
        let any = validator(&schema::answers());
        for file in library.cases(id) {
            let value = json_of(file.text.as_bytes(), file.file);
            wrong.extend(
                faults(&cases, &value)
                    .into_iter()
                    .map(|fault| format!("{} {fault}", file.file)),
            );
            for case in value.as_array().unwrap() {
                let Some(given) = case.get("antwoorden") else {
                    continue;
                };
                seen += 1;
                for schema in [&answers, &any] {
                    wrong.extend(
                        faults(schema, given)
                            .into_iter()
                            .map(|fault| format!("{} {fault}", file.file)),
                    );
                }
            }
        }
    }
    assert!(seen > 150, "only {seen} sets of answers");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The invented cases with their answers, the plans that come out of them, and what `weeg` prints of them.
#[test]
fn every_example_fits_with_its_plan_and_its_result() {
    let plan = validator(&schema::plan());
    let result = validator(&schema::result());
    let exercise = Library::shipped().load(top3::training::LIST).unwrap();
    let exercise = validator(&schema::answers_to(&exercise));
    let program = Program::new();
    let mut seen = [0; 3];
    for (file, bytes) in yaml_files("examples") {
        let value = json_of(&bytes, &file);
        if value.get("oefening").is_some() {
            let faults = faults(&exercise, &value["antwoorden"]);
            assert_eq!(faults, Vec::<String>::new(), "{file}");
        } else if file.ends_with("/veiligheidsplan.yaml") {
            seen[0] += 1;
            assert_eq!(faults(&plan, &value), Vec::<String>::new(), "{file}");
        } else if value.get("antwoorden").is_some() {
            seen[1] += 1;
            let list = value["vragenlijst"].as_str().unwrap_or("casus").to_owned();
            let asked = Library::shipped().load(&list).unwrap();
            let answers = validator(&schema::answers_to(&asked));
            assert_eq!(faults(&answers, &value), Vec::<String>::new(), "{file}");
            let path = root().join(&file).display().to_string();
            let printed = program.run(&["weeg", &list, &path, "--formaat", "json"]);
            let printed: Json = serde_json::from_str(&printed.out).unwrap();
            seen[2] += 1;
            assert_eq!(faults(&result, &printed), Vec::<String>::new(), "{file}");
        }
    }
    assert!(seen.iter().all(|seen| *seen >= 2), "{seen:?}");
}

/// A refused set of answers, and a supposition, are results too.
#[test]
fn what_weeg_prints_of_faulty_and_supposed_answers_fits() {
    let result = validator(&schema::result());
    let program = Program::new();
    program.write("fout.yaml", "meerderjarig: misschien\n");
    program.write("goed.yaml", "meerderjarig: ja\nkleur_wapens: rood\n");
    program.write("stel.yaml", "kleur_wapens: geel\n");
    for args in [
        &["weeg", "rihg", "fout.yaml", "--formaat", "json"][..],
        &[
            "weeg",
            "rihg",
            "goed.yaml",
            "--formaat",
            "json",
            "--met-antwoorden",
        ],
        &[
            "weeg",
            "rihg",
            "goed.yaml",
            "--formaat",
            "json",
            "--stel",
            "stel.yaml",
        ],
    ] {
        let printed: Json = serde_json::from_str(&program.run(args).out).unwrap();
        assert_eq!(faults(&result, &printed), Vec::<String>::new(), "{args:?}");
    }
}

/// Every line of the journal of a case, the list kept beside it, and the settings file.
#[test]
fn a_case_and_the_settings_fit() {
    let program = Program::new();
    let id = program.example("acuut-onveilig.yaml");
    let line = validator(&schema::case_line());
    let kept = validator(&schema::kept_list());
    let mut seen = (0, 0);
    for name in names(&program) {
        let text = fs::read_to_string(program.cases().join(&name)).unwrap();
        if name == format!("{id}.casus") {
            for (at, entry) in text.lines().enumerate() {
                seen.0 += 1;
                let value: Json = serde_json::from_str(entry).unwrap();
                assert_eq!(
                    faults(&line, &value),
                    Vec::<String>::new(),
                    "line {}",
                    at + 1
                );
            }
        } else if name.contains(".lijst-") {
            seen.1 += 1;
            let value: Json = serde_json::from_str(&text).unwrap();
            assert_eq!(faults(&kept, &value), Vec::<String>::new(), "{name}");
        }
    }
    assert!(
        seen.0 > 50 && seen.1 == 1,
        "{seen:?}: {:?}",
        names(&program)
    );

    let settings = validator(&schema::settings(&top3::world::SETTING_KEYS));
    assert_eq!(program.run(&["profiel", "knmg"]).code, Some(0));
    let written = fs::read(program.file("instellingen.yaml")).unwrap();
    let value = json_of(&written, "instellingen.yaml");
    assert_eq!(faults(&settings, &value), Vec::<String>::new());
    assert!(!faults(&settings, &serde_json::json!({ "kleur": "rood" })).is_empty());
}
