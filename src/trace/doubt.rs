//! What in a text may tell who somebody is and only a person can judge: words to look at once more. Never replaces any.

use std::ops::Range;

use super::Names;
use super::pattern::listed;
use super::token::{Form, Token, tokens};
use crate::text::nl;

/// The words of a text that somebody has to look at, as they stand there, each once: a word that starts a sentence and
/// is nowhere seen without a capital, letters and figures together, and words that tell when or where (*verjaardag*).
pub fn doubts(text: &str, names: &Names) -> Vec<String> {
    let tokens = tokens(text);
    let telling = tokens
        .iter()
        .enumerate()
        .filter(|(at, _)| tells(&tokens, *at));
    let mut places: Vec<Range<usize>> = telling.map(|(_, one)| one.at.clone()).collect();
    places.extend(names.strange(text));
    places.sort_by_key(|place| place.start);
    let mut found: Vec<String> = Vec::new();
    for place in places {
        let word = &text[place];
        if !found.iter().any(|one| one == word) {
            found.push(word.to_owned());
        }
    }
    found
}

fn tells(tokens: &[Token<'_>], at: usize) -> bool {
    /// So short a row is a measure or a class: `2x`, `4e`, `7b`.
    const SHORT: usize = 4;
    let token = &tokens[at];
    // What was taken out stands between brackets.
    if at > 0 && tokens[at - 1].is('[') {
        return false;
    }
    match token.form {
        Form::Mixed => token.text.chars().count() >= SHORT && !is_measure(token.text),
        Form::Word => listed(&nl().trace.doubt_words(), &token.text.to_lowercase()),
        _ => false,
    }
}

/// Figures first and then letters only: `14jarige`, `200euro`.
fn is_measure(text: &str) -> bool {
    let letters = text.trim_start_matches(|one: char| one.is_ascii_digit());
    letters.len() < text.len() && letters.chars().all(char::is_alphabetic)
}
