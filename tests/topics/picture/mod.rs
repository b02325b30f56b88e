//! `vragenlijst beeld`: the picture of a list and its document.

mod command;
mod complete;
mod document;
mod letters;

use std::fs;
use std::path::Path;

use top3::questionnaire::{Library, Questionnaire};

/// Every list that comes with the program, and the instruments that the tests have.
fn lists() -> Vec<Questionnaire> {
    let mut library = Library::shipped();
    let mut ids: Vec<String> = library.ids().map(str::to_owned).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/instruments");
    for entry in fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(folder.join(format!("{name}.yaml"))).unwrap();
        ids.push(library.add(&format!("{name}.yaml"), &bytes).unwrap());
    }
    assert!(ids.len() > 15, "{ids:?}");
    ids.iter().map(|id| library.load(id).unwrap()).collect()
}

fn proef() -> Questionnaire {
    Library::shipped().load("proef").unwrap()
}
