//! The rules of the house, held against the code: who may import whom, how large a file may be, what each begins with.

mod commands;
mod floors;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use self::floors::MAY_IMPORT;

/// What only these files may name, and why it must stay there.
const ONLY_IN: &[(&str, &[&str], &str)] = &[
    (
        "serde_yaml::",
        &["src/yaml.rs", "src/yaml/"],
        "the YAML crate is known in one place",
    ),
    (
        "dialoguer::",
        &["src/interview/terminal"],
        "prompts belong to the terminal",
    ),
    (
        "comfy_table::",
        &["src/render/terminal"],
        "tables for the screen belong to its renderer",
    ),
    (
        "std::fs",
        &["src/world", "src/case/"],
        "files are touched by the world and the store only",
    ),
    (
        "fs::",
        &["src/world", "src/case/"],
        "files are touched by the world and the store only",
    ),
    (
        "Local::now",
        &["src/world"],
        "only the world knows what day it is",
    ),
    (
        "directories::",
        &["src/world"],
        "folders of the platform are the world's business",
    ),
];

/// Files past this many lines are split by noun.
const MOST_LINES: usize = 600;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &str) -> BTreeMap<String, String> {
    fn walk(folder: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path
                    .strip_prefix(root())
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&root().join(folder), &mut found);
    assert!(!found.is_empty(), "no Rust files in {folder}");
    found
}

/// The top-level module that a file of `src` belongs to.
fn module(file: &str) -> &str {
    file.trim_start_matches("src/")
        .split(['/', '.'])
        .next()
        .unwrap()
}

/// The code without its comments and its tests, which may use anything.
fn code(text: &str) -> String {
    let without_tests = text.split("#[cfg(test)]").next().unwrap();
    without_tests
        .lines()
        .map(|line| line.split("//").next().unwrap_or(""))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn each_module_imports_only_what_the_design_allows() {
    let mut wrong = Vec::new();
    for (file, text) in rust_files("src") {
        let own = module(&file);
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == own) else {
            assert!(
                ["lib", "main", "cli", "commands"].contains(&own),
                "{file}: module `{own}` has no row in MAY_IMPORT"
            );
            continue;
        };
        for rest in code(&text).split("crate::").skip(1) {
            let grouped = rest
                .starts_with('{')
                .then(|| rest[1..].split('}').next().unwrap_or("").split(','));
            let names: Vec<String> = match grouped {
                Some(names) => names.map(|name| name.trim().to_owned()).collect(),
                None => vec![rest.to_owned()],
            };
            for name in names {
                let used: String = name
                    .chars()
                    .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                    .collect();
                if !used.is_empty() && used != own && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{file} imports `{used}`"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "not allowed by the design:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_outside_is_touched_only_where_it_belongs() {
    let mut wrong = Vec::new();
    for (file, text) in rust_files("src") {
        let code = code(&text);
        for (word, homes, why) in ONLY_IN {
            if code.contains(word) && !homes.iter().any(|home| file.starts_with(home)) {
                wrong.push(format!("{file} names `{word}`: {why}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_say_what_they_hold_and_stay_small() {
    let mut wrong = Vec::new();
    for (file, text) in rust_files("src").into_iter().chain(rust_files("tests")) {
        if !text.starts_with("//!") {
            wrong.push(format!("{file} does not open with a line of `//!`"));
        }
        if text.lines().count() > MOST_LINES {
            wrong.push(format!(
                "{file} has more than {MOST_LINES} lines: split it by noun"
            ));
        }
        for name in ["utils", "helpers", "common", "misc"] {
            if file.contains(&format!("/{name}.rs")) || file.contains(&format!("/{name}/")) {
                wrong.push(format!("{file}: name it after what it holds"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_topic_is_forgotten() {
    let listed = fs::read_to_string(root().join("tests/topics/mod.rs")).unwrap();
    let names: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.strip_prefix("mod "))
        .map(|name| name.trim_end_matches(';'))
        .collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(names, sorted, "the topics stand in alphabetical order");
    for entry in fs::read_dir(root().join("tests/topics")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            name == "mod" || names.contains(&name.as_str()),
            "tests/topics/{name}.rs is not listed in mod.rs"
        );
    }
}

#[test]
fn no_instrument_is_named_in_the_code() {
    // Roles tell the program what a question means. The ids of the roads that `nieuw` starts are the only exception.
    let ids = [
        "rihg",
        "meldcode",
        "top3.",
        "kleur_",
        "gevaar_nu",
        "afspraken",
        "situaties",
    ];
    let mut wrong = Vec::new();
    for (file, text) in rust_files("src") {
        let road = file == "src/commands/nieuw.rs";
        // The parts of a plan file have public names of their own.
        let of_plan_file = file.starts_with("src/plan/file")
            || file.starts_with("src/reader/")
            || file.starts_with("src/commands/deel/")
            || file.starts_with("src/training/")
            || file == "src/schema/training.rs"
            || file == "src/questionnaire/reader.rs";
        if road || file == "src/questionnaire/role.rs" || of_plan_file {
            continue;
        }
        for (at, line) in code(&text).lines().enumerate() {
            for id in ids {
                if line.contains(&format!("\"{id}")) {
                    wrong.push(format!("{file}:{}: {}", at + 1, line.trim()));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "ids of an instrument in the code:\n{}",
        wrong.join("\n")
    );
}
