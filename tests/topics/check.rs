//! Everything that comes with the program passes `check`.

use top3::problem::draw;
use top3::proof::examine;
use top3::questionnaire::Library;

#[test]
fn every_shipped_list_passes_check() {
    let library = Library::shipped();
    let mut faults = Vec::new();
    for id in library.ids() {
        let start = std::time::Instant::now();
        let files = library.cases(id).into_iter();
        let files: Vec<_> = files
            .map(|file| (file.file.to_owned(), file.text.as_bytes().to_vec()))
            .collect();
        let examined = examine(&library, id, &files);
        eprintln!("{id} {:?} {}", start.elapsed(), examined.problems.len());
        for problem in examined.problems {
            if !faults.contains(&problem) {
                faults.push(problem);
            }
        }
    }
    let drawn = draw(&faults, |file| library.text(file), false);
    assert!(faults.is_empty(), "{} faults\n{drawn}", faults.len());
}
