//! Numbers under which somebody is known: plates, accounts, a citizen service number, a file.

use super::super::token::{Form, Token};
use super::super::{Kind, Trace};
use super::{LONG_NUMBER, listed};
use crate::text::nl;

/// Three groups with dashes or, with letters in capitals, spaces, six letters and digits together: `12-AB-34`; or the six in capitals without dashes.
pub(super) fn plate(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let whole = |form: Form| matches!(form, Form::Word | Form::Digits | Form::Mixed);
    let looks = |text: &str| {
        text.len() == 6
            && text.chars().all(|one| one.is_ascii_alphanumeric())
            && text.chars().filter(char::is_ascii_digit).count() >= 1
            && text.chars().filter(char::is_ascii_alphabetic).count() >= 2
    };
    let here = &tokens[at];
    let capitals = !here.text.chars().any(char::is_lowercase);
    if here.form == Form::Mixed && capitals && looks(here.text) {
        // `1234AB` is a postcode.
        return (!here.text.starts_with(|one: char| one.is_ascii_digit())
            || here.text.ends_with(|one: char| one.is_ascii_digit()))
        .then(|| Trace::new(Kind::Plate, here.at.clone()));
    }
    let [first, dash, second, other, third] = tokens.get(at..at + 5)? else {
        return None;
    };
    let groups = [first, second, third];
    let dashed = dash.is('-') && other.is('-');
    // "op 10 mei" and "AB 12 nu" are no plates: letters in capitals, and letters and digits in turn.
    let spaced = [dash, other].iter().all(|one| one.text == " ")
        && first.form != second.form
        && second.form != third.form
        && groups.iter().all(|one| one.form != Form::Mixed)
        && !groups
            .iter()
            .any(|one| listed(&nl().trace.two_letter_words(), one.text))
        && groups
            .iter()
            .any(|one| one.is_word() && one.text.chars().all(char::is_uppercase));
    let fits = (dashed || spaced)
        && groups
            .iter()
            .all(|one| whole(one.form) && one.text.len() <= 3)
        && looks(&groups.map(|one| one.text).concat());
    fits.then(|| Trace::new(Kind::Plate, first.at.start..third.at.end))
}

/// A bank account, in one piece or in groups of four; and any other long row of letters and digits together.
pub(super) fn account(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let here = &tokens[at];
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    if here.form != Form::Mixed {
        return None;
    }
    if here.text.len() >= 8 && digits(here.text) >= LONG_NUMBER - 1 {
        return Some(Trace::new(Kind::Number, here.at.clone()));
    }
    let starts = here.text.len() == 4
        && here.text.is_char_boundary(2)
        && here.text[..2].chars().all(char::is_alphabetic)
        && digits(&here.text[2..]) == 2;
    let (mut end, mut groups) = (here.at.end, 0);
    for pair in tokens[at + 1..].chunks_exact(2).take_while(|_| starts) {
        let whole = !matches!(pair[1].form, Form::Sign | Form::Space(_));
        if pair[0].form != Form::Space(false) || !whole || pair[1].text.len() > 4 {
            break;
        }
        (end, groups) = (pair[1].at.end, groups + 1);
    }
    (groups >= 3).then(|| Trace::new(Kind::Number, here.at.start..end))
}

/// `123.45.6782`, `12 34 56 782`: nine digits in three groups or more.
pub(super) fn grouped(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    const DIGITS: usize = 9;
    const FEWEST: usize = 3;
    let group = |one: &Token<'_>| one.form == Form::Digits && one.text.len() >= 2;
    let first = tokens.get(at).filter(|one| group(one))?;
    let sign = tokens.get(at + 1)?.text;
    let (mut digits, mut groups, mut end) = (first.text.len(), 1, first.at.end);
    for pair in tokens[at + 1..].chunks_exact(2) {
        let joined = pair[0].text == sign && matches!(sign, "." | " " | "-");
        if !joined || !group(&pair[1]) || digits >= DIGITS {
            break;
        }
        digits += pair[1].text.len();
        groups += 1;
        end = pair[1].at.end;
    }
    (digits == DIGITS && groups >= FEWEST).then(|| Trace::new(Kind::Number, first.at.start..end))
}

/// `24 68 13 57`: four pairs of digits, said as a telephone number is said.
pub(super) fn pairs(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let seven = tokens.get(at..at + 7)?;
    let pair = |one: &Token<'_>| one.form == Form::Digits && one.text.len() == 2;
    let same = |one: &Token<'_>| one.text == seven[1].text && matches!(one.text, " " | "." | "-");
    let fits = seven.iter().step_by(2).all(pair) && seven.iter().skip(1).step_by(2).all(same);
    fits.then(|| Trace::new(Kind::Number, seven[0].at.start..seven[6].at.end))
}

/// `dossiernummer 2026/00441`: a number under which somebody is known somewhere.
pub(super) fn file_number(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let text = &nl().trace;
    if !listed(&text.file_words(), &tokens[at].text.to_lowercase()) {
        return None;
    }
    let rest = &tokens[at + 1..];
    let between = |one: &Token<'_>| {
        matches!(one.form, Form::Space(false))
            || [':', '.', '#', '='].iter().any(|sign| one.is(*sign))
            || listed(&text.file_between(), &one.text.to_lowercase())
    };
    let from = rest.iter().position(|one| !between(one))?;
    let first = rest[from..].first()?;
    let numbered = |one: &Token<'_>| matches!(one.form, Form::Digits | Form::Mixed);
    // "het rapport 3 keer gelezen" counts.
    let counted = rest.get(from + 2).map(|one| one.text.to_lowercase());
    if counted.is_some_and(|word| listed(&text.count_words(), &word)) {
        return None;
    }
    let mut end = None;
    for one in &rest[from..] {
        if numbered(one) {
            end = Some(one.at.end);
        } else if !(['-', '/', '.', '_'].iter().any(|sign| one.is(*sign))
            || (one.is_word() && one.text.len() <= 3 && one.text.chars().all(char::is_uppercase)))
        {
            break;
        }
    }
    end.map(|end| Trace::new(Kind::Number, first.at.start..end))
}
