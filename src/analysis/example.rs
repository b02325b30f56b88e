//! Answers as an example: the ones that matter, in the order of asking.

use crate::answer::{Answers, Key, Value};
use crate::questionnaire::QuestionId;

/// Answers that show something; what is not among them may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// The lists that have this many rows.
    pub rows: Vec<(QuestionId, usize)>,
    /// The answers; none: another than those that conditions name.
    pub answers: Vec<(Key, Option<Value>)>,
}

impl Example {
    /// These answers, where lists have the rows of this scene.
    pub(super) fn new(answers: Vec<(Key, Option<Value>)>, scene: &Answers) -> Self {
        let lists = scene.lists();
        let rows = lists.map(|(list, rows)| (list.clone(), rows.ids.len()));
        Self {
            rows: rows.collect(),
            answers,
        }
    }

    /// How much it takes.
    pub(super) fn size(&self) -> usize {
        let rows: usize = self.rows.iter().map(|(_, count)| count).sum();
        self.answers.len() + rows
    }
}
