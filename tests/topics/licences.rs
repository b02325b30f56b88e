//! `LICENTIES.md` names every crate that the program is built from, with its licence, and every font. `BIJWERKEN=1` writes
//! the table anew (and may fetch crates of other systems).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const FILE: &str = "LICENTIES.md";
const HEAD: &str = "| crate | licentie |\n|---|---|\n";
/// Licences that go with the EUPL of the program, as they stand in an expression.
const TAKEN: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "LLVM-exception",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every crate that is needed to build the program, with its licence; not what only its tests need.
fn crates(options: &[&str]) -> Option<BTreeMap<String, String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1"])
        .args(options)
        .current_dir(root())
        .output()
        .unwrap();
    let whole: Value = serde_json::from_slice(&output.stdout).ok()?;
    let id = |node: &Value| node["id"].as_str().unwrap().to_owned();
    let nodes = whole["resolve"]["nodes"].as_array().unwrap();
    let nodes: BTreeMap<String, &Value> = nodes.iter().map(|node| (id(node), node)).collect();
    let packages = whole["packages"].as_array().unwrap();
    let packages: BTreeMap<String, &Value> = packages.iter().map(|one| (id(one), one)).collect();
    let own = whole["resolve"]["root"].as_str().unwrap();
    let (mut seen, mut open) = (BTreeSet::new(), vec![own.to_owned()]);
    while let Some(one) = open.pop() {
        if !seen.insert(one.clone()) {
            continue;
        }
        for dep in nodes[&one]["deps"].as_array().unwrap() {
            let kinds = dep["dep_kinds"].as_array().unwrap();
            if kinds.iter().any(|kind| kind["kind"] != "dev") {
                open.push(dep["pkg"].as_str().unwrap().to_owned());
            }
        }
    }
    seen.remove(own);
    let rows = seen.iter().map(|id| {
        let one = packages[id];
        let licence = one["license"]
            .as_str()
            .unwrap_or("geen")
            .replace('/', " OR ");
        (one["name"].as_str().unwrap().to_owned(), licence)
    });
    Some(rows.collect())
}

/// The rows of the table in the file.
fn listed(text: &str) -> BTreeMap<String, String> {
    let table = text.split_once(HEAD).expect("the table of crates").1;
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    rows.map(|line| {
        let mut cells = line.trim_matches('|').split('|').map(str::trim);
        let mut next = || cells.next().unwrap_or_default().to_owned();
        (next(), next())
    })
    .collect()
}

#[test]
fn every_crate_stands_in_the_list_with_its_licence() {
    let file = root().join(FILE);
    let text = fs::read_to_string(&file).unwrap();
    if std::env::var_os("BIJWERKEN").is_some() {
        let rows: Vec<String> = crates(&[])
            .unwrap()
            .into_iter()
            .map(|(name, licence)| format!("| {name} | {licence} |\n"))
            .collect();
        let (before, rest) = text.split_once(HEAD).unwrap();
        let after: String = rest
            .lines()
            .skip_while(|line| line.starts_with('|'))
            .map(|line| format!("{line}\n"))
            .collect();
        fs::write(&file, format!("{before}{HEAD}{}{after}", rows.concat())).unwrap();
        return;
    }
    let host = if cfg!(windows) {
        "x86_64-pc-windows-gnu"
    } else {
        "x86_64-unknown-linux-gnu"
    };
    let Some(used) = crates(&["--offline", "--filter-platform", host]) else {
        println!("skipped: cargo does not know all crates of this machine without a network");
        return;
    };
    let listed = listed(&text);
    let wrong: Vec<String> = used
        .iter()
        .filter(|(name, licence)| listed.get(*name) != Some(licence))
        .map(|(name, licence)| format!("{name}: {licence}"))
        .collect();
    assert!(
        wrong.is_empty(),
        "not in {FILE} like this (BIJWERKEN=1 mends it):\n{}",
        wrong.join("\n")
    );
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for (name, licence) in &listed {
        assert!(
            lock.contains(&format!("name = \"{name}\"\n")),
            "{name} is no longer used"
        );
        let words = licence
            .split([' ', '(', ')'])
            .filter(|word| !word.is_empty());
        for word in words.filter(|word| !["OR", "AND", "WITH"].contains(word)) {
            let known = TAKEN.contains(&word) || licence.contains(" OR ");
            assert!(known, "{name} has {word}: may it go with the program?");
        }
    }
}

#[test]
fn every_font_stands_in_the_list_beside_its_licence() {
    fn fonts(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                fonts(&path, found);
            } else if path.extension().is_some_and(|one| {
                ["ttf", "otf", "woff", "woff2"]
                    .iter()
                    .any(|font| one == *font)
            }) {
                found.push(path);
            }
        }
    }
    let text = fs::read_to_string(root().join(FILE)).unwrap();
    let mut found = Vec::new();
    for folder in ["src", "templates", "questionnaires"] {
        fonts(&root().join(folder), &mut found);
    }
    for font in found {
        let name = font.strip_prefix(root()).unwrap().display().to_string();
        assert!(
            text.contains(&format!("`{name}`")),
            "{name} is not in {FILE}"
        );
        let beside = font.with_file_name("OFL.txt");
        assert!(beside.exists(), "{name} has no licence beside it");
    }
}
