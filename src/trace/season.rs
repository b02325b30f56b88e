//! Times of the year: a month, a feast, a holiday, the number of a week. In a copy of which the days were moved they tell by
//! how much.

use super::pattern::listed;
use super::token::{Form, Token, tokens};
use super::{Kind, Trace};
use crate::text::nl;

pub(super) fn find(text: &str) -> Vec<Trace> {
    let tokens = tokens(text);
    let found = (0..tokens.len()).filter_map(|at| named(&tokens, at).or_else(|| week(&tokens, at)));
    found.collect()
}

/// `in februari`, `met Pasen`, `tweede kerstdag`, `eind mrt`.
fn named(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let text = &nl().trace;
    let here = tokens.get(at).filter(|one| one.is_word())?;
    let lower = here.text.to_lowercase();
    let before = word_before(tokens, at);
    let after =
        |words: &str| before.is_some_and(|at| listed(words, &tokens[at].text.to_lowercase()));
    let months = text.months();
    let mut months = months.split_whitespace();
    let month = months.find_map(|names| names.split('/').position(|name| name == lower));
    let fits = match month {
        Some(0) => true,
        Some(_) => after(&text.month_before()),
        None => listed(&text.feasts(), &lower),
    };
    let ordinal = before.filter(|_| month.is_none() && after(&text.feast_ordinals()));
    let from = ordinal.unwrap_or(at);
    fits.then(|| Trace::new(Kind::Season, tokens[from].at.start..here.at.end))
}

/// `week 8`, `wk. 8`; not `per week 8 keer`.
fn week(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    const WEEKS: std::ops::RangeInclusive<u32> = 1..=53;
    let text = &nl().trace;
    let here = tokens.get(at).filter(|one| one.is_word())?;
    if !listed(&text.week_words(), &here.text.to_lowercase()) {
        return None;
    }
    let between = |one: &Token<'_>| matches!(one.form, Form::Space(false)) || one.is('.');
    let number = (at + 1..tokens.len()).find(|at| !between(&tokens[*at]))?;
    let week = tokens[number].number();
    let counts = tokens
        .get(number + 2)
        .is_some_and(|one| listed(&text.count_words(), &one.text.to_lowercase()));
    (week.is_some_and(|week| WEEKS.contains(&week)) && !counts)
        .then(|| Trace::new(Kind::Season, here.at.start..tokens[number].at.end))
}

/// The word before this one, with one space between.
fn word_before(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let word = at.checked_sub(2)?;
    let spaced = matches!(tokens[at - 1].form, Form::Space(_));
    let told = !matches!(tokens[word].form, Form::Sign | Form::Space(_));
    (spaced && told).then_some(word)
}
