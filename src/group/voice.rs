//! What somebody said, and what a room said with raised hands.

use chrono::NaiveDateTime;

use crate::answer::{Answers, Key, Value};
use crate::training::Participant;

/// What one participant answered to one case (or to the exercise on terms) in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who, as the report calls them.
    pub name: String,
    /// What they do.
    pub function: Option<String>,
    /// Two people answered together.
    pub pair: bool,
    /// Read out in a room and typed in for them: where hands were raised, theirs is among these.
    pub paper: bool,
    /// 1 on one's own, 2 after the talk.
    pub round: u8,
    /// When they began.
    pub begun: Option<NaiveDateTime>,
    /// An answer of the second round was changed after what the makers chose was read.
    pub knew_key: bool,
    /// Whether they came to the end; nothing where nobody said.
    pub done: Option<bool>,
    /// The case; nothing for the exercise on terms.
    pub case: Option<String>,
    /// What they answered.
    pub answers: Answers,
}

/// Raised hands for one question: how many chose what, and nobody knows who.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// The case; nothing for the exercise on terms.
    pub case: Option<String>,
    /// The round.
    pub round: u8,
    /// Which question, of which row.
    pub key: Key,
    /// What was chosen, and how often.
    pub chosen: Vec<(Value, usize)>,
}

impl From<Participant> for Voice {
    fn from(one: Participant) -> Self {
        Self {
            name: one.head.name,
            function: one.head.function,
            pair: one.head.pair,
            paper: false,
            round: one.head.round,
            begun: one.head.begun,
            knew_key: one.head.round > 1 && one.head.key_read.is_some(),
            done: one.head.done,
            case: one.head.case.map(|case| case.id),
            answers: one.answers,
        }
    }
}

/// The voices in an order that does not depend on how they came in, each once. The same file twice is one voice; two
/// different ones of one name become `Ada` and `Ada (2)`. Gives also how many were there twice.
pub fn merged(mut voices: Vec<Voice>) -> (Vec<Voice>, usize) {
    let said = |voice: &Voice| {
        let each = voice.answers.iter();
        each.map(|(key, answer)| (key.clone(), format!("{answer:?}")))
            .collect::<Vec<_>>()
    };
    let who = |voice: &Voice| (voice.case.clone(), voice.round, counted(&voice.name));
    voices
        .sort_by_cached_key(|voice| (who(voice), said(voice), voice.function.clone(), voice.pair));
    let before = voices.len();
    voices.dedup();
    let twice = before - voices.len();
    let mut last = None;
    let mut times = 1;
    for voice in &mut voices {
        let here = who(voice);
        if last.as_ref() == Some(&here) {
            times += 1;
            voice.name = format!("{} ({times})", voice.name);
        } else {
            times = 1;
            last = Some(here);
        }
    }
    (voices, twice)
}

/// A name in the order in which people count: `deelnemer 3` before `deelnemer 10`.
fn counted(name: &str) -> (String, usize, String) {
    let before = name.trim_end_matches(|one: char| one.is_ascii_digit());
    let number = name[before.len()..].parse().unwrap_or(0);
    (before.to_owned(), number, name.to_owned())
}
