//! Where somebody lives: a postcode, a street, a house with only its number.

use std::ops::Range;

use super::super::token::{Form, Token};
use super::super::{Kind, Trace};
use super::{is_number_word, listed};
use crate::text::nl;

/// Four digits and two letters: `1234 AB`, `1234ab`.
pub(super) fn postcode(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let here = &tokens[at];
    let letters = |text: &str| text.len() == 2 && text.chars().all(|one| one.is_ascii_alphabetic());
    let digits = |text: &str| {
        text.len() == 4 && !text.starts_with('0') && text.chars().all(|one| one.is_ascii_digit())
    };
    match here.form {
        Form::Mixed if here.text.is_char_boundary(4) && here.text.len() == 6 => {
            let (four, two) = here.text.split_at(4);
            let end = house_after(tokens, at);
            (digits(four) && letters(two)).then(|| Trace::new(Kind::Address, here.at.start..end))
        }
        Form::Digits if digits(here.text) && dotted_letters(tokens, at + 1).is_some() => {
            let end = dotted_letters(tokens, at + 1)?;
            Some(Trace::new(Kind::Address, here.at.start..end))
        }
        Form::Digits if digits(here.text) => {
            let two = tokens
                .get(at + 2)
                .filter(|two| two.is_word() && letters(two.text))?;
            let between = &tokens[at + 1];
            let spaced = matches!(between.form, Form::Space(false))
                || ['-', '.', '/', '_'].iter().any(|sign| between.is(*sign));
            // "2000 en nog wat" is no postcode, "2000 EN" is.
            let word = two.text.chars().all(char::is_lowercase)
                && listed(&nl().trace.two_letter_words(), two.text);
            let end = house_after(tokens, at + 2);
            (spaced && !word).then(|| Trace::new(Kind::Address, here.at.start..end))
        }
        _ => None,
    }
}

/// Where a postcode ends, with the house number behind it: `1234 AB 12`; not in `1234 AB 3 keer`.
fn house_after(tokens: &[Token<'_>], at: usize) -> usize {
    let counted = tokens.get(at + 4).map(|one| one.text.to_lowercase());
    let counted = counted.is_some_and(|word| listed(&nl().trace.count_words(), &word));
    let house = house_number(tokens, at + 1).filter(|_| !counted);
    house.map_or(tokens[at].at.end, |house| house.end)
}

/// ` b.x`, after the digits of a postcode: where the letters end.
fn dotted_letters(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let spaced = matches!(tokens.get(at)?.form, Form::Space(false));
    let [one, dot, two, ..] = tokens.get(at + usize::from(spaced)..)? else {
        return None;
    };
    let letter = |token: &Token<'_>| token.is_word() && token.text.len() == 1;
    (letter(one) && dot.is('.') && letter(two)).then_some(two.at.end)
}

/// `12 34 AB`: as it is said aloud. In small letters only what is no word: "om 12 34 en" is none.
pub(super) fn postcode_in_pairs(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let [one, space, two, other, letters] = tokens.get(at..at + 5)? else {
        return None;
    };
    let pair = |token: &Token<'_>| token.form == Form::Digits && token.text.len() == 2;
    let apart = |token: &Token<'_>| matches!(token.form, Form::Space(false));
    let capitals = letters.text.chars().all(|one| one.is_ascii_uppercase());
    let word = listed(&nl().trace.two_letter_words(), letters.text);
    let fits = pair(one) && apart(space) && pair(two) && apart(other);
    let fits = fits && letters.is_word() && letters.text.len() == 2 && (capitals || !word);
    (fits && !one.text.starts_with('0'))
        .then(|| Trace::new(Kind::Address, one.at.start..letters.at.end))
}

/// A word that ends as streets do, with its house number.
pub(super) fn street(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let here = &tokens[at];
    if !here.is_word() {
        return None;
    }
    let text = &nl().trace;
    let lower = here.text.to_lowercase();
    if listed(&text.no_streets(), &lower) {
        return None;
    }
    let ends = |endings: &str, before: usize| {
        endings.split_whitespace().any(|ending| {
            lower
                .strip_suffix(ending)
                .is_some_and(|name| name.chars().count() >= before)
        })
    };
    let number = house_number(tokens, at + 1);
    let certain = ends(&text.street_endings(), 3);
    let likely =
        ends(&text.place_endings(), 2) && (number.is_some() || (here.is_capital() && at > 0));
    (certain || likely).then(|| {
        let said = || house_number_in_words(tokens, at + 1).filter(|_| certain);
        let end = number.or_else(said);
        let end = end.map_or(here.at.end, |number| number.end);
        Trace::new(Kind::Address, here.at.start..end)
    })
}

/// `12`, `12a`, `12 bis` after a street.
fn house_number(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let [space, number, ..] = tokens.get(at..)? else {
        return None;
    };
    let short = number.text.len() <= 5 && number.text.starts_with(|one: char| one.is_ascii_digit());
    let fits = matches!(number.form, Form::Digits | Form::Mixed) && short;
    let apart = tokens
        .get(at + 2)
        .is_some_and(|one| matches!(one.form, Form::Space(false)));
    let tail = tokens
        .get(at + 3)
        .filter(|one| apart && is_tail(tokens, at + 3, one));
    let end = tail.map_or(number.at.end, |tail| tail.at.end);
    (matches!(space.form, Form::Space(_)) && fits).then_some(number.at.start..end)
}

/// `b`, `bis` behind a house number; not in `12 e.a.`
fn is_tail(tokens: &[Token<'_>], at: usize, token: &Token<'_>) -> bool {
    let letter = |at: usize| tokens.get(at).is_some_and(Token::is_word);
    let shortened = tokens.get(at + 1).is_some_and(|one| one.is('.')) && letter(at + 2);
    listed(&nl().trace.house_tails(), &token.text.to_lowercase()) && !shortened
}

/// `negentien` after a street or `nummer`.
fn house_number_in_words(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let [space, number, ..] = tokens.get(at..)? else {
        return None;
    };
    let said = is_number_word(&number.text.to_lowercase());
    (matches!(space.form, Form::Space(_)) && said).then(|| number.at.clone())
}

/// `van nummer 14`, `huisnummer 14`: a house without its street.
pub(super) fn next_door(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let text = &nl().trace;
    let lower = tokens[at].text.to_lowercase();
    let dotted = tokens.get(at + 1).is_some_and(|one| one.is('.'));
    let from = at + 1 + usize::from(dotted);
    let number = house_number(tokens, from).or_else(|| house_number_in_words(tokens, from))?;
    let before = tokens[..at].iter().rev().find(|one| one.is_word());
    let at_a_house =
        before.is_some_and(|word| listed(&text.house_before(), &word.text.to_lowercase()));
    let certain = listed(&text.house_certain(), &lower);
    (certain || (listed(&text.house_words(), &lower) && at_a_house))
        .then(|| Trace::new(Kind::Address, tokens[at].at.start..number.end))
}
