//! The whole examination of one list: how it reads, how it is built, what can be proven, and its worked cases.

use std::collections::BTreeSet;

use super::prove;
use crate::answer::Value;
use crate::problem::{self, Code, Place, Problem};
use crate::questionnaire::check::{Checked, Locate, Needs, check};
use crate::questionnaire::{Library, OptionId, QuestionIx, Questionnaire};
use crate::worked_case::{self, WorkedCase};

/// What came of it.
pub struct Examined {
    /// The list, when it can be walked.
    pub list: Option<Questionnaire>,
    /// Its worked cases that could be read, each file with its cases.
    pub cases: Vec<WorkedCase>,
    /// Every fault in the list and in its worked cases, in the order of the files.
    pub problems: Vec<Problem>,
}

/// Examines the list with this id and its worked cases: files with the names by which messages call them.
pub fn examine(library: &Library, id: &str, cases: &[(String, Vec<u8>)]) -> Examined {
    let lowered = library.inspect(id);
    let mut problems = lowered.problems;
    let Some(list) = lowered.questionnaire else {
        return Examined {
            list: None,
            cases: Vec::new(),
            problems,
        };
    };
    let whole = problems.is_empty();
    let mut read = Vec::new();
    let mut all_read = whole;
    // With a fault in the list, what a case says of it cannot be judged.
    for (file, bytes) in cases.iter().filter(|_| whole) {
        let readings = worked_case::readings(library, id);
        match worked_case::read_with(&list, &readings, bytes, file) {
            Ok(found) => read.extend(found),
            Err(faults) => {
                all_read = false;
                problems.extend(faults);
            }
        }
    }
    let needs = Needs::of(&list);
    let locate = Locate::new(library.trees(id));
    let checked = Checked {
        list: &list,
        file: library.file(id).unwrap_or(""),
        needs: &needs,
        locate: &locate,
        broken: &lowered.broken,
        whole,
    };
    let used = chosen(&list, &read);
    problems.extend(check(&checked, all_read.then_some(&used)));
    problems.extend(prove(&list, &needs, &locate, &lowered.broken, whole));
    if all_read && read.is_empty() {
        problems.push(no_case(library, id, &list));
    }
    problem::sort(&mut problems);
    Examined {
        list: Some(list),
        cases: read,
        problems,
    }
}

/// The options that worked cases choose.
fn chosen(list: &Questionnaire, cases: &[WorkedCase]) -> BTreeSet<(QuestionIx, OptionId)> {
    let mut used = BTreeSet::new();
    for (key, answer) in cases.iter().flat_map(|case| case.answers.iter()) {
        let Some(question) = list.find(&key.question.0) else {
            continue;
        };
        match &answer.value {
            Value::Choice(option) => _ = used.insert((question, option.clone())),
            Value::Choices(options) => {
                used.extend(options.iter().map(|option| (question, option.clone())));
            }
            _ => {}
        }
    }
    used
}

fn no_case(library: &Library, id: &str, list: &Questionnaire) -> Problem {
    let trees = library.trees(id);
    let own = trees.first().and_then(|tree| tree.entry("id"));
    let place = own.map_or_else(Place::default, |(_, value)| value.place.clone());
    Problem::new(
        Code::NoCase,
        place,
        format!(
            "De lijst `{}` heeft geen enkel proefgeval.",
            list.version.id
        ),
        "Maak naast de lijst een map `tests` met een bestand, zoals `tests/voorbeeld.yaml`: antwoorden, en wat er dan uit moet komen.",
    )
}
