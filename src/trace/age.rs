//! Ages in a text, in figures and in words, and the age that may stand in their place.

use std::ops::Range;

use super::pattern::listed;
use super::token::{Form, Token, tokens};
use super::{Kind, Trace};
use crate::text::nl;

const OLDEST: u32 = 110;

/// Every age that another one stands for. One that is its own band stays.
pub(super) fn find(text: &str, band: fn(u32) -> u32) -> Vec<Trace> {
    let tokens = tokens(text);
    let mut found: Vec<Trace> = Vec::new();
    let mut also = None;
    for at in 0..tokens.len() {
        let Some((years, ordinal)) = years(&tokens[at]) else {
            continue;
        };
        let here = (also == Some(at)).then(|| tokens[at].at.clone());
        let Some(place) = place(&tokens, at, ordinal).or(here) else {
            continue;
        };
        also = next(&tokens, at).map(|(next, _)| next);
        if band(years) != years {
            let mut trace = Trace::new(Kind::Age, place);
            trace.instead = nl().trace.instead_of_age(band(years));
            found.push(trace);
        }
    }
    found
}

/// The next age of a row, and whether the row ends as a sentence does: `7, 5 en 3`, `7 en zijn zusje 3`.
fn next(tokens: &[Token<'_>], at: usize) -> Option<(usize, bool)> {
    let text = &nl().trace;
    let lower = |at: usize| tokens.get(at).map(|one| one.text.to_lowercase());
    let is = |at: usize, words: &str| lower(at).is_some_and(|word| listed(words, &word));
    let spaced = |at: usize| matches!(tokens.get(at).map(|one| one.form), Some(Form::Space(false)));
    let comma = usize::from(tokens.get(at + 1)?.is(','));
    let mut here = at + 1 + comma;
    let and = spaced(here) && is(here + 1, &text.row_words());
    here += if and { 2 } else { 0 };
    if !spaced(here) || !(and || comma > 0) {
        return None;
    }
    here += 1;
    // "en zijn kleine zusje is 3"
    while spaced(here + 1) && (is(here, &text.role_fillers()) || is(here, &text.role_words())) {
        here += 2;
    }
    here += if spaced(here + 1) && is(here, &text.turns_words()) {
        2
    } else {
        0
    };
    let (_, ordinal) = years(tokens.get(here)?)?;
    let counted = spaced(here + 1) && is(here + 2, &text.count_words());
    let ends = ends(tokens, here) || next(tokens, here).is_some_and(|(_, ends)| ends);
    (!ordinal && !counted).then_some((here, ends))
}

/// Whether nothing follows that this number counts.
fn ends(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|one| {
        one.form == Form::Sign && !['-', '/', ':', '%', ','].iter().any(|sign| one.is(*sign))
    })
}

/// Where the age ends that begins here; nothing where the number counts something else.
fn place(tokens: &[Token<'_>], at: usize, ordinal: bool) -> Option<Range<usize>> {
    let text = &nl().trace;
    let lower = |at: usize| tokens.get(at).map(|one| one.text.to_lowercase());
    let spaced = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|one| matches!(one.form, Form::Space(_)))
    };
    let is = |at: usize, words: &str| lower(at).is_some_and(|word| listed(words, &word));
    let here = tokens[at].at.clone();
    let before = |words: &str, far: usize| at >= far && spaced(at - 1) && is(at - far, words);
    // "41-jarige", "41 jarige", "37ste verjaardag"
    let joined = tokens.get(at + 1).is_some_and(|one| one.is('-')) || spaced(at + 1);
    if joined && is(at + 2, &text.aged_words()) {
        return Some(here);
    }
    if ordinal {
        return None;
    }
    if spaced(at + 1) && is(at + 2, &text.year_of_age_words()) {
        let lasts = is(at + 4, &text.lasting_words()) || before(&text.lasting_before(), 2);
        // "6 jaar en 3 maanden": the months too.
        let months = is(at + 4, "en") && is(at + 8, &text.month_of_age_words());
        let end = if months {
            tokens[at + 8].at.end
        } else {
            here.end
        };
        return (!lasts).then_some(here.start..end);
    }
    // "zoon van 7", "wordt negen."; not "vader van 3 kinderen"
    let counted = spaced(at + 1) && is(at + 2, &text.count_words());
    let of_somebody = !counted
        && before(&text.of_words(), 2)
        && at >= 4
        && spaced(at - 3)
        && is(
            at - 4,
            &format!("{} {}", text.role_words(), text.aged_after()),
        );
    let number = |at: usize| tokens.get(at).is_some_and(|one| years(one).is_some());
    let comma = tokens.get(at + 1).is_some_and(|one| one.is(',')) && !number(at + 3);
    // "is 7 en slaapt"; in a row of numbers the last one says what they are.
    let goes_on =
        spaced(at + 1) && is(at + 2, &text.row_words()) && tokens.len() > at + 4 && !number(at + 4);
    let row = next(tokens, at).is_some_and(|(_, ends)| ends);
    let ends = ends(tokens, at) || comma || goes_on || row;
    let is_or_turns = before(&text.turns_words(), 2) && ends;
    // "broertje (7)", "de kinderen (7 en 3)"
    let bracket = at >= 3 && tokens[at - 1].is('(') && spaced(at - 2) && ends;
    let bracketed = bracket && (is(at - 3, &text.role_words()) || is_name(&tokens[at - 3]));
    (of_somebody || is_or_turns || bracketed).then_some(here)
}

fn is_name(token: &Token<'_>) -> bool {
    token.is_word() && token.is_capital() && !token.is_abbreviation()
}

/// The number of years that stands here, in figures or in words, and whether it orders: `41`, `37ste`, `zeven`.
fn years(token: &Token<'_>) -> Option<(u32, bool)> {
    let lower = token.text.to_lowercase();
    let figures = lower.trim_end_matches(char::is_alphabetic);
    let ending = &lower[figures.len()..];
    if !figures.is_empty() {
        let years = figures.parse().ok();
        let years = years.filter(|years| (1..=OLDEST).contains(years))?;
        return matches!(ending, "" | "e" | "de" | "ste").then_some((years, !ending.is_empty()));
    }
    let days = nl().trace.days_in_words();
    let small = days.split_whitespace().zip(1..).find_map(|(names, years)| {
        let place = names.split('/').position(|name| name == lower)?;
        Some((years, place == 0))
    });
    small.or_else(|| Some((tens(&lower)?, false)))
}

/// `veertig`, `eenenveertig`.
fn tens(lower: &str) -> Option<u32> {
    let text = &nl().trace;
    let (all, digits) = (text.tens_in_words(), text.digit_words());
    let (tens, before) = all
        .split_whitespace()
        .zip(2..)
        .find_map(|(name, tens)| Some((tens, lower.strip_suffix(name)?)))?;
    if before.is_empty() {
        return Some(tens * 10);
    }
    let unit = before.strip_suffix("en").or(before.strip_suffix("ën"))?;
    let unit = digits.split_whitespace().position(|digit| digit == unit)?;
    Some(tens * 10 + u32::try_from(unit).ok()?)
}
