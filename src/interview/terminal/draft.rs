//! What somebody was busy with at a prompt, kept for when they come back to it: a text half typed, a pointer, ticks, an
//! order. In memory only.

use crate::interview::{Prompt, Screen, Unfinished};

/// What was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Draft {
    Text(String),
    Pointer(usize),
    Ticks(Vec<bool>),
    Order(Vec<usize>),
}

/// The drafts of this sitting.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    kept: Vec<(Prompt, Draft)>,
    answered: Option<Answered>,
}

/// The prompt that was answered last: its draft is needed again when the answer turns out not to be taken.
#[derive(Debug)]
struct Answered {
    id: String,
    key: Option<String>,
    before: Option<String>,
}

impl Drafts {
    /// What somebody was busy with at this prompt.
    pub(super) fn take(&mut self, screen: &Screen) -> Option<Draft> {
        let id = id(&screen.prompt);
        if let Some(answered) = &self.answered {
            let same = answered.id == id;
            let taken = screen.refusal.is_none() && answered.before != screen.prompt.current;
            let elsewhere = answered.key != key(&screen.prompt);
            if (same && taken) || (!same && elsewhere) {
                let gone = answered.id.clone();
                self.kept.retain(|(kept, _)| self::id(kept) != gone);
            }
            if same || elsewhere {
                self.answered = None;
            }
        }
        let at = self
            .kept
            .iter()
            .position(|(kept, _)| self::id(kept) == id)?;
        Some(self.kept.swap_remove(at).1)
    }

    /// Keeps what somebody is busy with, because they go elsewhere first.
    pub(super) fn keep(&mut self, prompt: &Prompt, draft: Option<Draft>) {
        let same = id(prompt);
        self.kept.retain(|(kept, _)| id(kept) != same);
        self.kept.extend(draft.map(|draft| (prompt.clone(), draft)));
    }

    /// Hands over the texts that were begun and not given.
    pub(super) fn texts(&mut self) -> Vec<Unfinished> {
        let all = std::mem::take(&mut self.kept);
        let texts = all.iter().filter_map(|(prompt, draft)| match draft {
            Draft::Text(text) => Unfinished::at(prompt, text),
            _ => None,
        });
        texts.collect()
    }

    /// Keeps it until the answer is taken.
    pub(super) fn answered(&mut self, prompt: &Prompt, draft: Option<Draft>) {
        self.keep(prompt, draft);
        self.answered = Some(Answered {
            id: id(prompt),
            key: key(prompt),
            before: prompt.current.clone(),
        });
    }
}

/// The same as long as the same is asked.
pub(super) fn id(prompt: &Prompt) -> String {
    format!("{:?} {:?} {}", prompt.purpose, prompt.key, prompt.text)
}

fn key(prompt: &Prompt) -> Option<String> {
    prompt.key.as_ref().map(|key| format!("{key:?}"))
}
