//! Texts of several lines that were left half way for an action, each at its own prompt: they go on when that is asked again.
//! In memory only.

use crate::interview::{Prompt, Unfinished};

/// The half texts of this sitting.
#[derive(Debug, Default)]
pub(super) struct Halves {
    kept: Vec<(Prompt, String)>,
}

/// Whether the same is asked, whatever stands there now.
fn is_same(one: &Prompt, other: &Prompt) -> bool {
    let parts = |prompt: &Prompt| (prompt.purpose, prompt.key.clone(), prompt.text.clone());
    parts(one) == parts(other)
}

impl Halves {
    /// What was typed so far at this prompt.
    pub(super) fn of(&self, prompt: &Prompt) -> Option<&str> {
        let found = self.kept.iter().find(|(at, _)| is_same(at, prompt));
        found.map(|(_, text)| text.as_str())
    }

    /// Keeps what was typed so far.
    pub(super) fn keep(&mut self, prompt: &Prompt, text: String) {
        self.take(prompt);
        self.kept.push((prompt.clone(), text));
    }

    /// Takes it away.
    pub(super) fn take(&mut self, prompt: &Prompt) -> Option<String> {
        let at = self.kept.iter().position(|(at, _)| is_same(at, prompt))?;
        Some(self.kept.swap_remove(at).1)
    }

    /// Hands all of them over.
    pub(super) fn all(&mut self) -> Vec<Unfinished> {
        let all = std::mem::take(&mut self.kept);
        let all = all.iter();
        all.filter_map(|(prompt, text)| Unfinished::at(prompt, text))
            .collect()
    }
}
