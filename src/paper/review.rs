//! Line by line: what a professional lets leave, what stays, what is said in other words. What stays leaves no trace.

use super::sheet::{Part, Sheet};
use crate::plain::plain;

/// What is done with one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// It stays in the case.
    #[default]
    Stays,
    /// It leaves as it is.
    Leaves,
    /// It leaves in these words.
    Reworded(String),
}

/// A line that waits for a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The part it stands in.
    pub part: String,
    /// What it is.
    pub label: Option<String>,
    /// What it says.
    pub text: String,
    /// Words in it to look at once more: only a person can tell what they give away.
    pub doubts: Vec<String>,
}

/// A paper whose lines are looked at.
pub struct Review {
    sheet: Sheet,
}

impl Review {
    /// Of this paper.
    pub fn of(sheet: Sheet) -> Self {
        Self { sheet }
    }

    /// Every line that came from the case, in the order of the paper.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for part in &self.sheet.parts {
            let under = part.heading.as_ref().unwrap_or(&self.sheet.title);
            // Without the marks of a language: this is for whoever chooses.
            for said in part.entries.iter().flat_map(|entry| &entry.lines) {
                lines.push(Line {
                    part: plain(under).into_owned(),
                    label: said.label.as_deref().map(|label| plain(label).into_owned()),
                    text: plain(&said.text).into_owned(),
                    doubts: Vec::new(),
                });
            }
        }
        lines
    }

    /// The paper with what leaves. A line without a choice stays.
    pub fn with(mut self, choices: &[Choice]) -> Sheet {
        let mut choices = choices.iter();
        for part in &mut self.sheet.parts {
            for entry in &mut part.entries {
                entry.lines.retain_mut(|line| match choices.next() {
                    Some(Choice::Leaves) => true,
                    Some(Choice::Reworded(words)) => {
                        words.clone_into(&mut line.text);
                        line.written = true;
                        true
                    }
                    Some(Choice::Stays) | None => false,
                });
            }
            part.entries.retain(|entry| !entry.lines.is_empty());
        }
        let stands = |part: &Part| !part.filled || !part.entries.is_empty();
        self.sheet.parts.retain(stands);
        self.sheet.replaced.clear();
        self.sheet
    }
}
