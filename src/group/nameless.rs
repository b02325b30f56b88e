//! Numbers for names. Who began first has the lowest number, so that nobody's number moves between the rounds or because
//! somebody came later; of an older file, that does not say when it was begun, it follows from what was answered and not
//! from a name alone, so that who knows the names of a room cannot reckon the numbers.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};

use super::Voice;
use crate::answer::Value;

/// Words that stand in many names and are nobody's.
const LINKS: [&str; 7] = ["van", "den", "der", "het", "ten", "ter", "een"];
/// A shorter part of a name stands in too many words.
const SHORTEST: usize = 3;

/// Who has which number: kept as long as somebody follows a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers(Vec<String>);

impl Numbers {
    /// The voices without names: each gets its number, and a name in somebody's reason becomes that number too, between
    /// brackets, for a name may be a word that means something else; a part of a name that two people share becomes
    /// `someone`. What people do goes with their names.
    pub fn hide(&mut self, voices: &mut [Voice], number: impl Fn(usize) -> String, someone: &str) {
        self.take_in(voices);
        let numbered = self.0.iter().enumerate();
        let names: Vec<(String, String)> = numbered
            .map(|(at, name)| (name.clone(), number(at + 1)))
            .collect();
        let told = Told::of(&names, someone);
        for voice in voices.iter_mut().filter(|voice| !voice.paper) {
            if let Some((_, number)) = names.iter().find(|(name, _)| *name == voice.name) {
                voice.name.clone_from(number);
            }
            voice.function = None;
            let answers = voice.answers.iter();
            let changed: Vec<_> = answers
                .map(|(key, answer)| (key.clone(), answer.clone()))
                .collect();
            for (key, mut answer) in changed {
                if let Value::Text(text) = &mut answer.value {
                    *text = told.without(text);
                }
                answer.note = answer.note.map(|note| told.without(&note));
                voice.answers.set(key, answer);
            }
        }
    }

    /// Newcomers after those who have a number; those of the first round before those of the second.
    fn take_in(&mut self, voices: &[Voice]) {
        let mut first: BTreeMap<&str, (u8, Option<NaiveDateTime>, &Voice)> = BTreeMap::new();
        // A vote that was typed in has a place and no name.
        let new = |voice: &&Voice| !voice.paper && !self.0.contains(&voice.name);
        for voice in voices.iter().filter(new) {
            let here = (voice.round, voice.begun, voice);
            let known = first.entry(&voice.name).or_insert(here);
            // Of what somebody began, the first counts: who does the exercise on terms after the case keeps their number.
            let begun = [known.1, here.1].into_iter().flatten().min();
            let round = known.0.min(here.0);
            if (voice.round, &voice.case) < (known.2.round, &known.2.case) {
                known.2 = voice;
            }
            (known.0, known.1) = (round, begun);
        }
        let mut new: Vec<_> = first
            .into_iter()
            .map(|(name, (round, begun, voice))| (round, begun, mixed(voice), name))
            .collect();
        new.sort();
        self.0
            .extend(new.into_iter().map(|(.., name)| name.to_owned()));
    }
}

/// What nobody can reckon who does not have the file.
fn mixed(voice: &Voice) -> Vec<u8> {
    let mut hash = Sha256::new_with_prefix(voice.name.as_bytes());
    for (key, answer) in voice.answers.iter() {
        hash.update(format!("{key:?} {answer:?}").as_bytes());
    }
    hash.finalize().to_vec()
}

/// What each name, and each part of one, becomes; the longest first.
struct Told(Vec<(Vec<char>, String)>);

impl Told {
    fn of(names: &[(String, String)], someone: &str) -> Self {
        let mut all: BTreeMap<Vec<char>, String> = BTreeMap::new();
        for (name, number) in names {
            let parts = name.split(|one: char| !one.is_alphanumeric());
            let parts = parts.filter(|part| part.chars().count() >= SHORTEST);
            for part in parts.map(lower).filter(|part| !is_link(part)) {
                let known = all.entry(part).or_insert_with(|| marked(number));
                if *known != marked(number) {
                    *known = marked(someone);
                }
            }
        }
        // A whole name says more than a part that somebody shares.
        all.extend(
            names
                .iter()
                .map(|(name, number)| (lower(name), marked(number))),
        );
        let mut all: Vec<_> = all
            .into_iter()
            .filter(|(name, _)| !name.is_empty())
            .collect();
        all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self(all)
    }

    /// The text with every whole word that is a name replaced, whatever its capitals; also `Brams`.
    fn without(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut made = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(one) = letters.get(at) {
            let begins = at == 0 || !letters[at - 1].is_alphanumeric();
            let found = begins.then(|| self.at(&letters[at..])).flatten();
            if let Some((long, number)) = found {
                made.push_str(number);
                at += long;
            } else {
                made.push(*one);
                at += 1;
            }
        }
        made
    }

    /// The name that begins here, with how long it is.
    fn at(&self, rest: &[char]) -> Option<(usize, &str)> {
        let ends = |at: usize| !rest.get(at).is_some_and(|one| one.is_alphanumeric());
        self.0.iter().find_map(|(name, number)| {
            let long = name.len();
            let here = rest.get(..long)?;
            let same = here
                .iter()
                .zip(name)
                .all(|(one, other)| small(*one) == *other);
            // In Dutch the s of possession stands against the name.
            let owns =
                here.first()?.is_uppercase() && rest.get(long) == Some(&'s') && ends(long + 1);
            (same && (ends(long) || owns)).then_some((long, number.as_str()))
        })
    }
}

/// What stands in somebody's words and is not theirs.
fn marked(text: &str) -> String {
    format!("[{text}]")
}

fn is_link(part: &[char]) -> bool {
    LINKS
        .iter()
        .any(|link| link.chars().eq(part.iter().copied()))
}

fn lower(text: &str) -> Vec<char> {
    text.chars().map(small).collect()
}

/// One letter for one, so that places stay the same.
fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}
