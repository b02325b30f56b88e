//! In which answers two sets differ.

use super::{Answers, Key};
use crate::questionnaire::{QuestionId, Questionnaire};

/// Which answers differ between these two sets, in the order of asking; of a list its rows, and whether these are all.
pub fn differences(list: &Questionnaire, before: &Answers, after: &Answers) -> Vec<Key> {
    let answers = before.iter().chain(after.iter()).map(|(key, _)| key);
    let mut keys: Vec<Key> = answers
        .filter(|key| {
            let of = |answers: &Answers| answers.get(&key.question, key.row.as_ref()).cloned();
            of(before) != of(after)
        })
        .cloned()
        .collect();
    let lists = before.lists().chain(after.lists()).map(|(list, _)| list);
    let moved = lists.filter(|list| before.rows(list) != after.rows(list));
    keys.extend(moved.map(|list| Key {
        question: list.clone(),
        row: None,
    }));
    let place = |id: &QuestionId| list.find(&id.0).map_or(usize::MAX, |at| at.0);
    keys.sort_by(|one, other| {
        let order = |key: &Key| (place(&key.question), key.row.clone());
        order(one).cmp(&order(other))
    });
    keys.dedup();
    keys
}
