//! What has a form that gives it away: postcodes, streets, telephone numbers, plates, long numbers, addresses online.

use std::ops::Range;

use super::token::{Form, Token, tokens};
use super::{Kind, Trace};
use crate::text::nl;

/// A run of this many digits is a number of somebody or something.
const LONG_NUMBER: usize = 6;
/// Between two digits of one telephone number stand so many signs at most: ` - `.
const MOST_BETWEEN: usize = 3;

pub(super) fn find(text: &str) -> Vec<Trace> {
    let tokens = tokens(text);
    let mut found = online(text);
    found.extend(phones(text));
    for at in 0..tokens.len() {
        let traces = [
            postcode(&tokens, at),
            postcode_in_pairs(&tokens, at),
            street(&tokens, at),
            plate(&tokens, at),
            next_door(&tokens, at),
            account(&tokens, at),
            grouped(&tokens, at),
            pairs(&tokens, at),
            file_number(&tokens, at),
            said_phone(&tokens, at),
            user_name(&tokens, at),
        ];
        found.extend(traces.into_iter().flatten());
        if tokens[at].form == Form::Digits && tokens[at].text.len() >= LONG_NUMBER {
            found.push(Trace::new(Kind::Number, tokens[at].at.clone()));
        }
    }
    found
}

/// Pieces between spaces that are an e-mail address, a user name or a web address.
fn online(text: &str) -> Vec<Trace> {
    let mut found = Vec::new();
    let mut from = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += piece.len();
        let word = piece.trim();
        let bare = word.trim_matches(|one: char| !one.is_alphanumeric() && one != '@');
        if bare.is_empty() {
            continue;
        }
        let lower = bare.to_lowercase();
        let name_after_at = bare
            .split_once('@')
            .is_some_and(|(_, after)| after.chars().next().is_some_and(char::is_alphanumeric));
        // What follows the name of a site says no less: instagram.com/jan.
        let host = lower.split(['/', '?', '#', ':']).next().unwrap_or(&lower);
        let site = lower.contains("://")
            || lower.starts_with("www.")
            || host.rsplit_once('.').is_some_and(|(before, ending)| {
                before.len() > 1 && listed(&nl().trace.site_endings(), ending)
            });
        if name_after_at || site {
            let start = start + piece.find(bare).unwrap_or(0);
            found.push(Trace::new(Kind::Online, start..start + bare.len()));
        }
    }
    found
}

/// Eight to thirteen digits from a nought or a plus, with spaces and dashes in between. Public numbers are not traces.
fn phones(text: &str) -> Vec<Trace> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let starts = matches!(bytes[at], b'0' | b'+' | b'(');
        let fresh = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        if !(starts && fresh) {
            at += 1;
            continue;
        }
        let (mut end, mut digits) = (at, String::new());
        let mut between = 0;
        for (place, byte) in bytes.iter().enumerate().skip(at) {
            let joins = matches!(byte, b' ' | b'-' | b'(' | b')' | b'/' | b'.')
                && (between < MOST_BETWEEN || matches!(byte, b'(' | b')'));
            if byte.is_ascii_digit() {
                digits.push(char::from(*byte));
                (end, between) = (place + 1, 0);
            } else if joins || place == at {
                between += 1;
            } else {
                break;
            }
        }
        // A bracket that is not closed within the number belongs to the sentence.
        let open = bytes[at] == b'(' && !text[at..end].contains(')');
        let from = at + usize::from(open);
        let local = digits.strip_prefix("0031").or(digits.strip_prefix("31"));
        let is_phone = digits.starts_with('0') || (bytes[from] == b'+' && local.is_some());
        let public = digits.starts_with("0800") || digits.starts_with("0900");
        if is_phone && !public && (8..=13).contains(&digits.len()) && !is_date(&text[from..end]) {
            found.push(Trace::new(Kind::Phone, from..end));
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether it is written as day, month and year.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    matches!(parts.as_slice(), [day, month, year]
        if day.len() <= 2 && month.len() <= 2 && year.len() == 4 && year.starts_with(['1', '2']))
}

/// Four digits and two letters: `1234 AB`, `1234ab`.
fn postcode(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let here = &tokens[at];
    let letters = |text: &str| text.len() == 2 && text.chars().all(|one| one.is_ascii_alphabetic());
    let digits = |text: &str| {
        text.len() == 4 && !text.starts_with('0') && text.chars().all(|one| one.is_ascii_digit())
    };
    match here.form {
        Form::Mixed if here.text.is_char_boundary(4) && here.text.len() == 6 => {
            let (four, two) = here.text.split_at(4);
            (digits(four) && letters(two)).then(|| Trace::new(Kind::Address, here.at.clone()))
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
            (spaced && !word).then(|| Trace::new(Kind::Address, here.at.start..two.at.end))
        }
        _ => None,
    }
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
fn postcode_in_pairs(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
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
fn street(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
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
    (matches!(space.form, Form::Space(_)) && fits).then(|| number.at.clone())
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
fn next_door(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
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

/// A number in words, other than *een*: *negentien*, *honderdtwaalf*.
fn is_number_word(lower: &str) -> bool {
    let text = &nl().trace;
    let tens = text.tens_in_words();
    let tens = tens.split_whitespace().any(|tens| lower.ends_with(tens));
    tens || listed(&text.numbers_in_words(), lower)
        || lower
            .strip_prefix(text.hundred().as_str())
            .is_some_and(|rest| listed(&text.numbers_in_words(), rest))
}

/// `nul zes elf tweeëntwintig drieëndertig`: a number to call, said aloud.
fn said_phone(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    const FEWEST: usize = 4;
    let text = &nl().trace;
    let digits = text.digit_words();
    let lower = |one: &Token<'_>| one.text.to_lowercase();
    let nought = digits.split_whitespace().next()?;
    if lower(&tokens[at]) != nought && tokens[at].text != "06" {
        return None;
    }
    let said = |one: &Token<'_>| listed(&digits, &lower(one)) || is_number_word(&lower(one));
    let (mut end, mut words) = (at, 1);
    for pair in tokens[at + 1..].chunks_exact(2) {
        let joins = matches!(pair[0].form, Form::Space(_)) || pair[0].is('-') || pair[0].is(',');
        if !joins || !(said(&pair[1]) || pair[1].form == Form::Digits) {
            break;
        }
        end += 2;
        words += 1;
    }
    (words >= FEWEST).then(|| Trace::new(Kind::Phone, tokens[at].at.start..tokens[end].at.end))
}

/// `dossiernummer 2026/00441`: a number under which somebody is known somewhere.
fn file_number(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
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

/// `snapchat: kacper2019`, `kacper_2019`: what somebody is called on a site, without its @.
fn user_name(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let text = &nl().trace;
    let here = &tokens[at];
    let part = |one: &Token<'_>| !matches!(one.form, Form::Sign | Form::Space(_));
    // With figures in it: two words with such a sign are also how a program writes one.
    let figures = |one: &Token<'_>| {
        matches!(one.form, Form::Digits | Form::Mixed) && !listed(&text.public_numbers(), one.text)
    };
    if let [one, sign, two, ..] = &tokens[at..]
        && sign.is('_')
        && part(one)
        && part(two)
        && (figures(one) || figures(two))
    {
        return Some(Trace::new(Kind::Online, one.at.start..two.at.end));
    }
    if !listed(&text.app_words(), &here.text.to_lowercase()) {
        return None;
    }
    let between = |one: &Token<'_>| {
        matches!(one.form, Form::Space(false))
            || [':', '=', '(', '"', '\''].iter().any(|sign| one.is(*sign))
            || listed(&text.file_between(), &one.text.to_lowercase())
    };
    let rest = &tokens[at + 1..];
    let name = rest.iter().find(|one| !between(one))?;
    (name.form == Form::Mixed).then(|| Trace::new(Kind::Online, name.at.clone()))
}

/// A bank account, in one piece or in groups of four; and any other long row of letters and digits together.
fn account(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
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
fn grouped(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
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
fn pairs(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let seven = tokens.get(at..at + 7)?;
    let pair = |one: &Token<'_>| one.form == Form::Digits && one.text.len() == 2;
    let same = |one: &Token<'_>| one.text == seven[1].text && matches!(one.text, " " | "." | "-");
    let fits = seven.iter().step_by(2).all(pair) && seven.iter().skip(1).step_by(2).all(same);
    fits.then(|| Trace::new(Kind::Number, seven[0].at.start..seven[6].at.end))
}

/// Three groups with dashes or, with letters in capitals, spaces, six letters and digits together: `12-AB-34`; or the six in capitals without dashes.
fn plate(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
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
    // "op 10 mei" is no plate: letters in capitals, and letters and digits in turn.
    let spaced = [dash, other].iter().all(|one| one.text == " ")
        && first.form != second.form
        && second.form != third.form
        && groups.iter().all(|one| one.form != Form::Mixed)
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

/// Whether a list of words, separated by spaces, holds this word.
pub(super) fn listed(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|one| one == word)
}
