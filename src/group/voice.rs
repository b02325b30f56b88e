//! What somebody said, and what a room said with raised hands.

use sha2::{Digest, Sha256};

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
    /// 1 on one's own, 2 after the talk.
    pub round: u8,
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
            round: one.head.round,
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
    let who = |voice: &Voice| (voice.case.clone(), voice.round, voice.name.clone());
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

/// The same voices without names: each gets a number that says nothing of the name, and a name that stands in somebody's
/// reason becomes that number too. What people do goes with their names.
pub fn hidden(voices: &mut [Voice], number: impl Fn(usize) -> String) {
    let mut names: Vec<(Vec<u8>, String)> = voices
        .iter()
        .map(|voice| {
            let mixed = Sha256::digest(format!("top3 groep {}", voice.name).as_bytes());
            (mixed.to_vec(), voice.name.clone())
        })
        .collect();
    names.sort();
    names.dedup();
    let names: Vec<(String, String)> = names
        .into_iter()
        .enumerate()
        .map(|(at, (_, name))| (name, number(at + 1)))
        .collect();
    for voice in voices {
        let told = names.iter().find(|(name, _)| *name == voice.name);
        if let Some((_, told)) = told {
            voice.name.clone_from(told);
        }
        voice.function = None;
        let changed: Vec<_> = voice
            .answers
            .iter()
            .map(|(key, answer)| (key.clone(), answer.clone()))
            .collect();
        for (key, mut answer) in changed {
            if let Value::Text(text) = &mut answer.value {
                *text = without(text, &names);
            }
            answer.note = answer.note.map(|note| without(&note, &names));
            voice.answers.set(key, answer);
        }
    }
}

/// The text with every whole word that is a name replaced.
fn without(text: &str, names: &[(String, String)]) -> String {
    let mut out = text.to_owned();
    for (name, told) in names {
        let mut made = String::with_capacity(out.len());
        let mut rest = out.as_str();
        while let Some(at) = find(rest, name) {
            let letter = |c: char| c.is_alphanumeric();
            let ends = rest[at..].chars().count() >= name.chars().count();
            let after = rest[at..].char_indices().nth(name.chars().count());
            let after = after.map_or(rest.len(), |(to, _)| at + to);
            let inside = rest[..at].chars().next_back().is_some_and(letter)
                || rest[after..].chars().next().is_some_and(letter);
            made.push_str(&rest[..at]);
            made.push_str(if inside || !ends {
                &rest[at..after]
            } else {
                told
            });
            rest = &rest[after..];
        }
        made.push_str(rest);
        out = made;
    }
    out
}

/// Where a name begins in a text, whatever its capitals.
fn find(text: &str, name: &str) -> Option<usize> {
    let wanted: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    if wanted.is_empty() {
        return None;
    }
    text.char_indices().map(|(at, _)| at).find(|at| {
        let here = text[*at..].chars().flat_map(char::to_lowercase);
        here.take(wanted.len()).eq(wanted.iter().copied())
    })
}
