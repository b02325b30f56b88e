//! Cases to make plans from: the examples of the repository, and small ones written in the test.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use top3::answer::{Answer, Answers, Key, RowId, Value, read};
use top3::engine::View;
use top3::plan::{Audience, Made, Plan, build};
use top3::questionnaire::{Library, QuestionId, Questionnaire};
use top3::yaml::{Node, read_tree};

/// A list with answers on a day.
#[derive(Clone)]
pub struct Case {
    pub list: Arc<Questionnaire>,
    pub answers: Answers,
    pub today: NaiveDate,
}

impl Case {
    pub fn view(&self) -> View<'_> {
        View::new(&self.list, &self.answers, self.today)
    }

    pub fn plan(&self) -> Option<Plan> {
        build(&self.view(), made(self.today))
    }
}

pub fn made(on: NaiveDate) -> Made {
    Made {
        on,
        number: 1,
        audience: Audience::Team,
    }
}

/// One of the invented cases under `examples/`.
pub fn example(name: &str) -> Case {
    let file = format!("{}/examples/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    from_yaml(&std::fs::read_to_string(file).unwrap())
}

/// A case as the examples are written: `vragenlijst`, `datum`, `antwoorden`.
pub fn from_yaml(text: &str) -> Case {
    let tree = read_tree(text.as_bytes(), "casus").unwrap();
    let of = |key| tree.get(key).and_then(Node::text).unwrap();
    let list = list(of("vragenlijst"));
    let today = of("datum").parse().unwrap();
    // A case from before `alleen` may hold what a file or a person can no longer choose.
    let mut older = (*list).clone();
    older.questions.iter_mut().for_each(|one| one.only = None);
    let answers = read(&older, tree.get("antwoorden").unwrap(), today)
        .unwrap_or_else(|problems| panic!("{problems:#?}"));
    Case {
        list,
        answers,
        today,
    }
}

/// A shipped list, loaded once for all tests.
fn list(id: &str) -> Arc<Questionnaire> {
    static LISTS: Mutex<BTreeMap<String, Arc<Questionnaire>>> = Mutex::new(BTreeMap::new());
    let mut lists = LISTS.lock().unwrap();
    let load = || Arc::new(Library::shipped().load(id).unwrap());
    lists.entry(id.to_owned()).or_insert_with(load).clone()
}

/// Sets one answer of a case by the id of its question, as `afspraken/a1/wie` for one in a row.
pub fn answer(case: &mut Case, key: &str, value: Value) {
    let parts: Vec<&str> = key.split('/').collect();
    let key = match parts.as_slice() {
        [list, row, inner] => Key {
            question: QuestionId::from(format!("{list}/{inner}").as_str()),
            row: Some(RowId((*row).to_owned())),
        },
        _ => Key {
            question: QuestionId::from(key),
            row: None,
        },
    };
    assert!(
        case.list.find(&key.question.0).is_some(),
        "no question {key}"
    );
    case.answers.set(key, Answer::from(value));
}
