//! `verifieer`: a stored result, line or plan still says what follows, or it is said exactly what differs.

mod batch;
mod exact;
mod lists;
mod plan;
mod result;
mod tampered;

use chrono::NaiveDate;
use top3::answer::{self, Answers, AnswersFile};
use top3::assessment::{assess, seal};
use top3::questionnaire::{Library, Questionnaire};
use top3::verification::{Refused, Report, Stated, check};
use top3::worked_case::{self, WorkedCase};

/// What `weeg --met-antwoorden` prints.
pub fn stored(list: &Questionnaire, answers: &Answers, today: NaiveDate) -> String {
    let assessment = assess(list, answers, today);
    let sealed = seal(&assessment, Some(AnswersFile { list, answers })).unwrap();
    serde_json::to_string_pretty(&sealed).unwrap()
}

/// What `verifieer` makes of a text that is a result; none where it cannot be read as one.
pub fn verified(list: &Questionnaire, text: &str) -> Option<Report> {
    let tree = Stated::read(text.as_bytes(), "memory").ok()?;
    let stated = Stated::of(&tree)?;
    let today = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let tree = stated.answers()?;
    let day = stated.day(today);
    let date = day.as_ref().map_or(today, |day| day.date());
    let read = answer::read(list, tree, date);
    let answers = read.as_ref().map_err(|problems| Refused { problems, tree });
    Some(check(&stated, list, day, answers))
}

/// What was printed, whatever the width.
pub fn flat(run: &crate::support::program::Run) -> String {
    run.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every shipped list and every instrument, with its worked cases.
pub fn every_list() -> Vec<(Questionnaire, Vec<WorkedCase>)> {
    let library = Library::shipped();
    let mut found = Vec::new();
    for id in library.ids() {
        let list = library.load(id).unwrap();
        let files = library.cases(id);
        // What a case with settings of its own is about, no result of the list itself is.
        let readings = worked_case::readings(&library, id);
        let cases = files.iter().flat_map(|file| {
            let text = file.text.as_bytes();
            worked_case::read_with(&list, &readings, text, file.file).unwrap_or_default()
        });
        let cases = cases.filter(|case| case.reading.is_none());
        let cases = cases.collect();
        found.push((list, cases));
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/instruments");
    for entry in std::fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = std::fs::read(folder.join(format!("{name}.yaml"))).unwrap();
        let mut library = Library::shipped();
        let id = library.add(&name, &bytes).unwrap();
        let list = library.load(&id).unwrap();
        let mut cases = Vec::new();
        for file in std::fs::read_dir(folder.join("tests")).unwrap() {
            let text = std::fs::read(file.unwrap().path()).unwrap();
            cases.extend(worked_case::read(&list, &text, &name).unwrap());
        }
        found.push((list, cases));
    }
    found
}
