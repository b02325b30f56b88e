//! The lists that come with the program are without faults, and say which version they are.

use top3::problem::draw;
use top3::questionnaire::Library;

fn drawn(library: &Library, id: &str) -> String {
    let problems = library.inspect(id).problems;
    draw(&problems, |file| library.text(file), false)
}

#[test]
fn every_shipped_list_loads() {
    let library = Library::shipped();
    let faults: Vec<String> = library
        .ids()
        .map(|id| drawn(&library, id))
        .filter(|drawn| !drawn.is_empty())
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_instrument_loads() {
    let mut faults = Vec::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/instruments");
    for entry in std::fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = std::fs::read(folder.join(format!("{name}.yaml"))).unwrap();
        let mut library = Library::shipped();
        let id = library.add(&format!("{name}.yaml"), &bytes).unwrap();
        faults.push(drawn(&library, &id));
    }
    assert_eq!(faults.len(), 8);
    let faults: Vec<_> = faults.into_iter().filter(|f| !f.is_empty()).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}
