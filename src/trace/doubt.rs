//! What in a text may tell who somebody is and only a person can judge: words to look at once more. Never replaces any.

use std::ops::Range;

use super::Names;
use super::pattern::listed;
use super::token::{Form, Token, tokens};
use crate::text::nl;

/// The words of a text that somebody has to look at, as they stand there, each once: a word that starts a sentence and
/// is nowhere seen without a capital, letters and figures together, what may be a day (*12-11*, *de 15e*), a number that
/// counts nothing (*is 7 en zijn zusje 3*), and words that tell when or where (*verjaardag*).
pub fn doubts(text: &str, names: &Names) -> Vec<String> {
    let tokens = tokens(text);
    let telling = tokens
        .iter()
        .enumerate()
        .filter(|(at, _)| tells(&tokens, *at));
    let mut places: Vec<Range<usize>> = telling.map(|(_, one)| one.at.clone()).collect();
    places.extend((0..tokens.len()).filter_map(|at| perhaps_a_day(&tokens, at)));
    places.extend((0..tokens.len()).filter_map(|at| counts_nothing(&tokens, at)));
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
    let day = &tokens[at];
    let figures = day.text.trim_end_matches(|one: char| one.is_alphabetic());
    if day.is_word() && after_the(tokens, at) && is_ordinal(tokens, at) {
        return Some(day.at.clone());
    }
    let is_day = figures.parse().is_ok_and(|day| DAYS.contains(&day));
    if day.form == Form::Mixed {
        let ordinal = matches!(&day.text[figures.len()..], "e" | "ste" | "de");
        return (is_day && ordinal && after_the(tokens, at)).then(|| day.at.clone());
    }
    let [_, sign, month, ..] = &tokens[at..] else {
        return None;
    };
    let joined =
        (sign.is('-') || sign.is('/')) && !tokens[..at].last().is_some_and(|one| one.is('-'));
    let is_month = month.number().is_some_and(|month| MONTHS.contains(&month));
    (is_day && day.form == Form::Digits && joined && is_month && !counts(tokens, at + 4))
        .then_some(day.at.start..month.at.end)
}

fn after_the(tokens: &[Token<'_>], at: usize) -> bool {
    matches!(&tokens[..at], [.., word, _] if listed(&nl().trace.the(), &word.text.to_lowercase()))
}

/// *de vijftiende*; not *de tiende keer*. A low one seldom is a day.
fn is_ordinal(tokens: &[Token<'_>], at: usize) -> bool {
    const LOW: usize = 6;
    let text = &nl().trace;
    let (days, lower) = (text.days_in_words(), tokens[at].text.to_lowercase());
    let mut ordinals = days.split_whitespace().skip(LOW);
    ordinals.any(|names| names.split('/').next() == Some(&lower)) && !counts(tokens, at + 2)
}

/// A word for what is counted: *keer*, *weken*.
fn counts(tokens: &[Token<'_>], at: usize) -> bool {
    let counted = tokens.get(at);
    counted.is_some_and(|one| listed(&nl().trace.count_words(), &one.text.to_lowercase()))
}

/// An age, a day before a month, an inner line of a telephone: `zijn zusje 3.`, `op 6 en op 10 maart`, `tst. 12`; and a
/// number of four figures that counts nothing.
fn counts_nothing(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    const MANY: usize = 4;
    let text = &nl().trace;
    let token = tokens.get(at).filter(|one| one.form == Form::Digits)?;
    let is_space =
        |at: usize| matches!(tokens.get(at), Some(one) if one.form == Form::Space(false));
    let lower = |at: usize| tokens.get(at).map(|one| one.text.to_lowercase());
    // "24/30" and "11.02" are looked at elsewhere; of "Stap 3" and "1. Gesprek" the number is its own.
    let before = at.checked_sub(2).filter(|_| is_space(at - 1))?;
    if listed(&text.ordered_words(), &lower(before)?) {
        return None;
    }
    let after = tokens.get(at + 1);
    let ends = match after {
        None => true,
        Some(one) if one.form == Form::Sign => {
            ['.', ',', ';', '!', '?', ')']
                .iter()
                .any(|sign| one.is(*sign))
                && !matches!(tokens.get(at + 2), Some(next) if next.form == Form::Digits)
        }
        Some(_) => {
            let joined = lower(at + 2).is_some_and(|word| matches!(word.as_str(), "en" | "of"));
            let another = tokens
                .get(at + 4)
                .is_some_and(|one| one.form == Form::Digits);
            is_space(at + 1) && joined && !another
        }
    };
    let long = token.text.len() >= MANY && is_space(at + 1) && !counts(tokens, at + 2);
    (ends || long).then(|| token.at.clone())
}

/// Figures first and then letters only: `14jarige`, `200euro`.
fn is_measure(text: &str) -> bool {
    let letters = text.trim_start_matches(|one: char| one.is_ascii_digit());
    letters.len() < text.len() && letters.chars().all(char::is_alphabetic)
}
