//! Values and examples in words.

use crate::analysis::{Came, Example};
use crate::answer::{Answers, Key, Value, show};
use crate::questionnaire::{DerivedIx, Questionnaire};
use crate::text::{indent, nl};
use crate::words;

/// More answers than this are told by their ids.
const FEW: usize = 4;

/// Says what stands in this list.
#[derive(Clone, Copy)]
pub(super) struct Picture<'a> {
    pub list: &'a Questionnaire,
    pub width: usize,
}

impl Picture<'_> {
    /// A derived value by its title and id.
    pub fn title(&self, at: DerivedIx) -> String {
        let derived = self.list.derived(at);
        match &derived.title {
            Some(title) => format!("{title} [{}]", derived.id),
            None => derived.id.clone(),
        }
    }

    /// What came out.
    pub fn came(&self, of: DerivedIx, came: &Came) -> String {
        match came {
            Came::Nothing => nl().analysis.no_value(),
            Came::Number(number) => words::figure(*number),
            Came::Level(id) => {
                let mut levels = self.list.derived(of).levels.iter();
                let level = levels.find(|level| level.id == *id);
                level.map_or_else(|| id.to_string(), |level| level.text.to_string())
            }
            Came::Unclear => nl().analysis.stays_open(),
        }
    }

    /// An answer.
    pub fn answer(&self, key: &Key, value: Option<&Value>) -> String {
        match (value, self.list.find(&key.question.0)) {
            (Some(value), Some(at)) => show(self.list, at, value, &Answers::default()),
            _ => nl().analysis.another_answer(),
        }
    }

    /// A question by its text and id.
    pub fn question(&self, key: &Key) -> String {
        match self.list.find(&key.question.0) {
            Some(at) => format!("\"{}\" [{key}]", self.list.question(at).text),
            None => key.to_string(),
        }
    }

    /// The lines of an example, this far in.
    pub fn example(&self, example: &Example, by: usize) -> Vec<String> {
        let text = &nl().analysis;
        let mut lines: Vec<String> = Vec::new();
        for (list, count) in &example.rows {
            lines.push(match count {
                0 => text.rows_none(list),
                1 => text.rows_one(list),
                count => text.rows(list, count),
            });
        }
        if example.answers.len() <= FEW {
            for (key, value) in &example.answers {
                let answer = self.answer(key, value.as_ref());
                let question = self.list.find(&key.question.0);
                let question = question.map(|at| self.list.question(at).text.nl.clone());
                lines.push(text.one_of(question.unwrap_or_default(), key, answer));
            }
        } else {
            lines.extend(self.grouped(example));
        }
        if lines.is_empty() {
            lines.push(text.whatever());
        }
        let lines = lines.iter();
        lines.map(|line| indent(line, self.width, by)).collect()
    }

    /// The questions with the same answer together.
    fn grouped(&self, example: &Example) -> Vec<String> {
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for (key, value) in &example.answers {
            let answer = self.answer(key, value.as_ref());
            match groups.iter_mut().find(|(known, _)| *known == answer) {
                Some((_, keys)) => keys.push(key.to_string()),
                None => groups.push((answer, vec![key.to_string()])),
            }
        }
        let text = &nl().analysis;
        let groups = groups.into_iter();
        groups
            .map(|(answer, keys)| text.same_answer(answer, keys.len(), keys.join(", ")))
            .collect()
    }
}
