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
    let aged = (0..tokens.len()).filter_map(|at| Some((at, years(&tokens[at])?)));
    let aged = aged.filter(|(_, (years, _))| band(*years) != *years);
    let found = aged.filter_map(|(at, (years, ordinal))| {
        let place = place(&tokens, at, ordinal)?;
        let mut trace = Trace::new(Kind::Age, place);
        trace.instead = nl().trace.instead_of_age(band(years));
        Some(trace)
    });
    found.collect()
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
    // "zoon van 7", "kinderen van 9, 7 en 3", "wordt negen."
    let first = first_of(tokens, at);
    let aged = format!("{} {}", text.role_words(), text.aged_after());
    let of_somebody = first >= 4
        && spaced(first - 1)
        && is(first - 2, &text.of_words())
        && spaced(first - 3)
        && is(first - 4, &aged);
    let ends = tokens.get(at + 1).is_none_or(|one| {
        one.form == Form::Sign && !one.is('-') && !one.is('/') && !one.is(':') && !one.is('%')
    });
    let is_or_turns = before(&text.turns_words(), 2) && ends;
    (of_somebody || is_or_turns).then_some(here)
}

/// The first of a row of numbers that this is one of: `9, 7 en 3`.
fn first_of(tokens: &[Token<'_>], at: usize) -> usize {
    let before = match &tokens[..at] {
        [.., _, space, and, other]
            if and.text == "en" && space.form == other.form && other.form == Form::Space(false) =>
        {
            at - 4
        }
        [.., _, comma, _] if comma.is(',') => at - 3,
        _ => return at,
    };
    match years(&tokens[before]) {
        Some((_, false)) => first_of(tokens, before),
        _ => at,
    }
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
