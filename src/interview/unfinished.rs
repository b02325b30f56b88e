//! Texts that were begun and not given yet, when somebody stops: kept as far as they may stand in the file unasked.

use super::attend::sensitive;
use super::screen::{Info, Prompt, Purpose};
use super::seam::Ended;
use super::walk::{Halt, Session};
use crate::answer::interpret::text;
use crate::answer::{Answer, Key, Value, interpret};
use crate::case::Fault;
use crate::engine::path;
use crate::questionnaire::Kind;
use crate::text::nl;

/// What was typed at a prompt and not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// Which answer it is about.
    pub key: Key,
    /// What it was typed for.
    pub purpose: Purpose,
    /// As far as it was typed.
    pub text: String,
}

impl Unfinished {
    /// What was typed at this prompt; nothing where no answer belongs to it, or nothing stands there that was not there already.
    pub(super) fn at(prompt: &Prompt, typed: &str) -> Option<Self> {
        let was = prompt.typed.as_deref().unwrap_or_default();
        (typed.trim() != was.trim()).then_some(())?;
        Some(Self {
            key: prompt.key.clone()?,
            purpose: prompt.purpose,
            text: typed.to_owned(),
        })
    }
}

impl Session<'_> {
    /// Keeps what was half typed when somebody stops, and says so to who can still read it.
    pub(super) fn keep_unfinished(&mut self, ended: Ended) -> Result<(), Fault> {
        let mut kept = false;
        for one in self.asker.unfinished() {
            let Some(answer) = self.as_answer(&one, ended) else {
                continue;
            };
            match self.keep(&one.key, answer) {
                Ok(()) => kept = true,
                // Whoever stops at the locked screen has stopped: without the keys nobody can write.
                Err(Halt::Keeping(Fault::Locked(_))) => return Ok(()),
                Err(Halt::Keeping(fault)) => return Err(fault),
                Err(_) => {}
            }
        }
        if kept && ended == Ended::Paused {
            let say = &nl().interview;
            let info = Info {
                title: say.half_title(),
                text: vec![say.half_kept()],
                danger: false,
            };
            // It is kept, whether or not it can still be said.
            _ = self.tell(info);
        }
        Ok(())
    }

    /// The half text as an answer, or beside the answer it is about. Nothing where it would first have been asked about: a
    /// text with a number or an address in it is never kept unasked.
    fn as_answer(&self, one: &Unfinished, ended: Ended) -> Option<Answer> {
        let words = text(&one.text).ok()?;
        if sensitive(&words).is_some() {
            return None;
        }
        let view = self.view();
        let steps = path(&view);
        let step = steps.iter().find(|step| step.key(&view) == one.key)?;
        let asked = self.set.list.question(step.question);
        let old = view.answers.get(&one.key.question, one.key.row.as_ref());
        // A whole answer stands there: half of another takes its place only where that is said.
        if old.is_some() && one.purpose == Purpose::Value && ended != Ended::Paused {
            return None;
        }
        let noted = |answer: Answer| Answer {
            note: Some(words.clone()),
            ..answer
        };
        match one.purpose {
            // Half a line may be half a name: that is no answer yet.
            Purpose::Value
                if words.contains('\n')
                    || matches!(
                        asked.kind,
                        Kind::Text {
                            multiline: true,
                            ..
                        }
                    ) =>
            {
                let typed = &one.text;
                let read = interpret(view.list, step.question, typed, view.answers, view.today);
                let value = read.unwrap_or(Value::Text(words.clone()));
                Some(old.map_or_else(
                    || Answer::from(value.clone()),
                    |old| Answer {
                        value: value.clone(),
                        ..old.clone()
                    },
                ))
            }
            Purpose::Note => old.cloned().map(noted),
            Purpose::Reason => {
                let waiting = self.waiting.as_ref();
                let (_, answer) = waiting.filter(|(key, _)| *key == one.key)?;
                Some(noted(answer.clone()))
            }
            _ => None,
        }
    }
}
