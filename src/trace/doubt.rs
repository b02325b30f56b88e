//! What in a text may tell who somebody is and only a person can judge: words to look at once more. Never replaces any.

use std::ops::Range;

use super::Names;
use super::pattern::listed;
use super::token::{Form, Token, tokens};
use crate::text::nl;

/// The words of a text that somebody has to look at, as they stand there, each once: a word that starts a sentence and
/// is nowhere seen without a capital, letters and figures together, what may be a day (*12-11*, *de 15e*), a number that
/// counts nothing (*met 3 en met 5.*), and words that tell when or where (*verjaardag*).
pub fn doubts(text: &str, names: &Names) -> Vec<String> {
    let tokens = tokens(text);
    let telling = tokens
        .iter()
        .enumerate()
        .filter(|(at, _)| tells(&tokens, *at));
    let mut places: Vec<Range<usize>> = telling.map(|(_, one)| one.at.clone()).collect();
    places.extend((0..tokens.len()).filter_map(|at| perhaps_a_day(&tokens, at)));
    places.extend((0..tokens.len()).filter_map(|at| perhaps_a_plate(&tokens, at)));
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
        Form::Word => {
            let (text, lower) = (&nl().trace, token.text.to_lowercase());
            listed(&text.doubt_words(), &lower) || listed(&text.peoples(), &lower)
        }
        _ => false,
    }
}

/// `GB-001-VT`, `AB-123`: capitals and a number; not `TOP-3`, nor `COVID-19`.
fn perhaps_a_plate(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    const LETTERS: usize = 3;
    let letters = |one: &Token<'_>| {
        one.is_word() && one.text.len() <= LETTERS && one.text.chars().all(char::is_uppercase)
    };
    let number = |one: &Token<'_>| one.form == Form::Digits && one.text.len() > 1;
    let [one, dash, two, ..] = &tokens[at..] else {
        return None;
    };
    let fits = (letters(one) && number(two)) || (number(one) && letters(two));
    let third = tokens
        .get(at + 4)
        .filter(|one| tokens[at + 3].is('-') && !matches!(one.form, Form::Sign | Form::Space(_)));
    let end = third.map_or(two.at.end, |third| third.at.end);
    let begins = !tokens[..at].last().is_some_and(|one| one.is('-'));
    (dash.is('-') && fits && begins).then_some(one.at.start..end)
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
    if day.is_word() {
        return day_in_words(tokens, at).then(|| day.at.clone());
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

/// `op de vijftiende`, `De vijftiende was`; the first few are sooner a floor, a turn or somebody.
fn day_in_words(tokens: &[Token<'_>], at: usize) -> bool {
    const FEW: usize = 4;
    let text = &nl().trace;
    let days = text.days_in_words();
    let mut days = days.split_whitespace().skip(FEW);
    let lower = |one: &Token<'_>| one.text.to_lowercase();
    let ordinal = days.any(|names| names.split('/').next() == Some(&lower(&tokens[at])));
    let (the, on) = (at.checked_sub(2), at.checked_sub(4));
    let is_the = the.is_some_and(|at| listed(&text.the(), &lower(&tokens[at])));
    let said = on.is_some_and(|at| listed(&text.day_words(), &lower(&tokens[at])));
    let starts = the.is_some_and(|at| tokens[at].is_capital());
    ordinal && is_the && (said || starts) && !counts(tokens, at + 2)
}

/// A word for what is counted: *keer*, *weken*.
fn counts(tokens: &[Token<'_>], at: usize) -> bool {
    let counted = tokens.get(at);
    counted.is_some_and(|one| listed(&nl().trace.count_words(), &one.text.to_lowercase()))
}

/// A number with nothing behind it that it counts, `met 3 en met 5.`, or of four figures: an age, a day, a number of
/// somebody that no other rule knew.
fn counts_nothing(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    const MANY: usize = 4;
    const ENDS: [char; 6] = ['.', ',', ';', '!', '?', ')'];
    let text = &nl().trace;
    let token = tokens.get(at).filter(|one| one.form == Form::Digits)?;
    let is_space =
        |at: usize| matches!(tokens.get(at), Some(one) if one.form == Form::Space(false));
    let is_number = |at: usize| matches!(tokens.get(at), Some(one) if one.form == Form::Digits);
    let lower = |at: usize| tokens.get(at).map(|one| one.text.to_lowercase());
    // "24/30" and "11.02" are looked at elsewhere; "Stap 3" and "1. Gesprek" stand in a row of their own.
    let before = at.checked_sub(2).filter(|_| is_space(at - 1))?;
    if listed(&text.ordered_words(), &lower(before)?) || listed(&text.public_numbers(), token.text)
    {
        return None;
    }
    let sign = tokens.get(at + 1).filter(|one| one.form == Form::Sign);
    let ends = match sign {
        Some(sign) => ENDS.iter().any(|one| sign.is(*one)) && !is_number(at + 2),
        None if at + 1 == tokens.len() => true,
        None => {
            let joins = lower(at + 2).is_some_and(|word| listed(&text.row_words(), &word));
            is_space(at + 1) && joins && !is_number(at + 4)
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
