//! What in a text may tell who somebody is and only a person can judge: words to look at once more. Never replaces any.

use std::ops::Range;

use super::Names;
use super::pattern::listed;
use super::token::{Form, Token, tokens};
use crate::text::nl;

/// The words of a text that somebody has to look at, as they stand there, each once: a word that starts a sentence and
/// is nowhere seen without a capital, letters and figures together, what may be a day (*12-11*, *de 15e*), and words that
/// tell when or where (*verjaardag*).
pub fn doubts(text: &str, names: &Names) -> Vec<String> {
    let tokens = tokens(text);
    let telling = tokens
        .iter()
        .enumerate()
        .filter(|(at, _)| tells(&tokens, *at));
    let mut places: Vec<Range<usize>> = telling.map(|(_, one)| one.at.clone()).collect();
    places.extend((0..tokens.len()).filter_map(|at| perhaps_a_day(&tokens, at)));
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

/// `12-11`, `3/4`, `de 15e`: a day, unless it counts (*2-3 keer*).
fn perhaps_a_day(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    const DAYS: std::ops::RangeInclusive<u32> = 1..=31;
    const MONTHS: std::ops::RangeInclusive<u32> = 1..=12;
    let text = &nl().trace;
    let day = &tokens[at];
    let figures = day.text.trim_end_matches(|one: char| one.is_alphabetic());
    let is_day = figures.parse().is_ok_and(|day| DAYS.contains(&day));
    if day.form == Form::Mixed {
        let ordinal = matches!(&day.text[figures.len()..], "e" | "ste" | "de");
        let of_month = matches!(&tokens[..at], [.., word, _] if listed(&text.the(), &word.text.to_lowercase()));
        return (is_day && ordinal && of_month).then(|| day.at.clone());
    }
    let [_, sign, month, ..] = &tokens[at..] else {
        return None;
    };
    let joined =
        (sign.is('-') || sign.is('/')) && !tokens[..at].last().is_some_and(|one| one.is('-'));
    let is_month = month.number().is_some_and(|month| MONTHS.contains(&month));
    let counts = tokens
        .get(at + 4)
        .is_some_and(|one| listed(&text.count_words(), &one.text.to_lowercase()));
    (is_day && day.form == Form::Digits && joined && is_month && !counts)
        .then_some(day.at.start..month.at.end)
}

/// Figures first and then letters only: `14jarige`, `200euro`.
fn is_measure(text: &str) -> bool {
    let letters = text.trim_start_matches(|one: char| one.is_ascii_digit());
    letters.len() < text.len() && letters.chars().all(char::is_alphabetic)
}
