//! `vragenlijst check` beyond the form of a list: one broken list a fault, with exactly what its author reads; and
//! everything that comes with the program passes.

mod bands;
mod cases;
mod command;
mod order;
mod promises;
mod proofs;
mod reach;
mod rules;
mod unused;

use std::fs;
use std::path::Path;

use top3::problem::{Code, Problem, draw};
use top3::proof::examine;
use top3::questionnaire::Library;

/// What the author of this list reads, with a worked case that says little.
fn read(text: &str) -> String {
    read_with(
        text,
        "- { naam: De eerste vraag hoort erbij, datum: 2026-03-01, gesteld: [eerste] }",
    )
}

/// The same, with these worked cases.
fn read_with(text: &str, cases: &str) -> String {
    let mut library = Library::shipped();
    let id = library.add("lijst.yaml", text.as_bytes()).unwrap();
    let file = "tests/gevallen.yaml";
    let all: Vec<(String, Vec<u8>)> = match cases {
        "" => Vec::new(),
        _ => vec![(file.to_owned(), cases.as_bytes().to_vec())],
    };
    let problems = examine(&library, &id, &all).problems;
    let source = |name: &str| {
        if name == file {
            Some(cases)
        } else {
            library.text(name)
        }
    };
    draw(&problems, source, false)
}

/// A list with these parts (indented by two) and derived values.
fn list(parts: &str, derived: &str) -> String {
    format!(
        "id: lijst\nversie: 1.0.0\ntitel: Een lijst\nbron: Eigen voorbeeld\nonderdelen:\n{parts}{derived}"
    )
}

/// A list with one part with these questions (indented by six).
fn questions(questions: &str, derived: &str) -> String {
    let parts = format!(
        "  - id: deel\n    titel: Deel\n    vragen:\n      - {{ id: eerste, vraag: Is er iets?, soort: ja_nee }}\n{questions}"
    );
    list(&parts, derived)
}

fn all_faults(library: &Library, id: &str, cases: &[(String, Vec<u8>)]) -> Vec<Problem> {
    examine(library, id, cases).problems
}

#[test]
fn every_shipped_list_passes_check() {
    let library = Library::shipped();
    let mut faults = Vec::new();
    for id in library.ids() {
        let files = library.cases(id).into_iter();
        let files: Vec<_> = files
            .map(|file| (file.file.to_owned(), file.text.as_bytes().to_vec()))
            .collect();
        faults.extend(all_faults(&library, id, &files));
    }
    let drawn = draw(&faults, |file| library.text(file), false);
    assert!(faults.is_empty(), "{drawn}");
}

#[test]
fn every_instrument_passes_check() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/instruments");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(folder.join(format!("{name}.yaml"))).unwrap();
        let mut library = Library::shipped();
        let id = library.add(&format!("{name}.yaml"), &bytes).unwrap();
        let mut cases = Vec::new();
        for file in fs::read_dir(folder.join("tests")).unwrap() {
            let path = file.unwrap().path();
            cases.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
        assert!(!cases.is_empty(), "{name} has no worked cases");
        let faults = all_faults(&library, &id, &cases);
        let drawn = draw(&faults, |file| library.text(file), false);
        assert!(faults.is_empty(), "{drawn}");
        seen += 1;
    }
    assert_eq!(seen, 8);
}

/// A code that no test draws may come out wrong without anybody seeing it.
#[test]
fn every_code_has_a_broken_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/topics");
    let mut drawn = String::new();
    for place in ["broken_lists", "check", "."] {
        for file in fs::read_dir(folder.join(place)).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                drawn += &fs::read_to_string(path).unwrap();
            }
        }
    }
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| {
            let (printed, name) = (format!("fout[{}]:", code.code()), format!("Code::{code:?}"));
            !drawn.contains(&printed) && !drawn.contains(&name)
        })
        .map(|code| code.code())
        .collect();
    assert!(missing.is_empty(), "no test draws {missing:?}");
}
