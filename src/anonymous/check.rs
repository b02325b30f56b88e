//! The last look: whether anything is left in the copy that tells who somebody is. Says where, never what.

use super::Draft;
use crate::answer::{Change, Value};
use crate::case::Lesson;
use crate::plain::one_line;
use crate::trace::{self, Kind};

/// Something that is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where: the question; none where it stands outside the answers.
    pub at: Option<String>,
    /// What kinds, in words.
    pub kinds: Vec<String>,
}

impl Draft<'_> {
    /// What is left in the copy, and in its finished file with this name. `constants` stand in every copy, whatever the
    /// case.
    pub fn left(&self, copy: &Lesson, file: &str, name: &str, constants: &[String]) -> Vec<Left> {
        let wanted = self.protected.clone().without(constants);
        let mut left = Vec::new();
        let changes = copy.moments.iter().flat_map(|(_, changes)| changes);
        for change in changes {
            let Change::Set { key, answer } = change else {
                continue;
            };
            let told = match &answer.value {
                Value::Text(text) => Some(text),
                _ => None,
            };
            let mut kinds: Vec<String> = Vec::new();
            for text in told.into_iter().chain(&answer.note).chain(&answer.source) {
                kinds.extend(wanted.find(text).into_iter().map(|kind| kind.called()));
                let on = self.story.moments.last().map(|moment| moment.on);
                let traces = trace::traces(text, &self.names, on.unwrap_or_default());
                // A word with a capital is what somebody just approved.
                let told = traces.iter().filter(|trace| trace.kind != Kind::Capital);
                kinds.extend(told.map(|trace| trace.kind.called()));
            }
            if !kinds.is_empty() {
                let asked = self.list.find(&key.question.0);
                let asked = asked.map(|at| one_line(&self.list.question(at).text.nl).to_owned());
                push(&mut left, asked, kinds);
            }
        }
        // A value may stand in what is no text, or in the name of the file.
        for line in file.lines().chain(std::iter::once(name)) {
            let kinds = wanted.find(line);
            if left.is_empty() && !kinds.is_empty() {
                let kinds = kinds.into_iter().map(|kind| kind.called());
                push(&mut left, None, kinds.collect());
            }
        }
        left
    }
}

fn push(left: &mut Vec<Left>, at: Option<String>, mut kinds: Vec<String>) {
    kinds.sort();
    kinds.dedup();
    let one = Left { at, kinds };
    if !left.contains(&one) {
        left.push(one);
    }
}
