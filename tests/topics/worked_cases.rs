//! Every shipped list comes out as its worked cases say.

use top3::problem::{Problem, draw};
use top3::questionnaire::Library;
use top3::worked_case::{self, WorkedCase};

fn cases(library: &Library, id: &str) -> Result<Vec<WorkedCase>, Vec<Problem>> {
    let list = library.load(id)?;
    let mut all = Vec::new();
    for file in library.cases(id) {
        all.extend(worked_case::read(&list, file.text.as_bytes(), file.file)?);
    }
    Ok(all)
}

#[test]
fn every_shipped_list_passes_its_worked_cases() {
    let library = Library::shipped();
    let mut faults = Vec::new();
    let mut seen = 0;
    for id in library.ids() {
        let list = library.load(id).unwrap();
        match cases(&library, id) {
            Ok(cases) => {
                for case in &cases {
                    seen += 1;
                    faults.extend(worked_case::run(&list, case));
                }
            }
            Err(problems) => faults.extend(problems),
        }
    }
    assert!(seen > 100, "only {seen} worked cases were found");
    let drawn = draw(&faults, |file| library.text(file), false);
    assert!(faults.is_empty(), "{} faults\n{drawn}", faults.len());
}

/// The eight instruments: what their authors published comes out, written in YAML alone.
#[test]
fn every_instrument_passes_its_worked_cases() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/instruments");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = std::fs::read(folder.join(format!("{name}.yaml"))).unwrap();
        let mut library = Library::shipped();
        let id = library.add(&name, &bytes).unwrap();
        let list = library.load(&id).unwrap();
        for file in std::fs::read_dir(folder.join("tests")).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for case in worked_case::read(&list, text.as_bytes(), &name).unwrap() {
                let faults = worked_case::run(&list, &case);
                let drawn = draw(&faults, |_| Some(&text), false);
                assert!(faults.is_empty(), "{name}: {drawn}");
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "only {seen} worked cases were found");
}
