//! Numbers to call, in figures and said aloud. Public ones are no traces.

use super::super::token::{Form, Token};
use super::super::{Kind, Trace};
use super::{is_number_word, listed};
use crate::text::nl;

/// Between two digits of one telephone number stand so many signs at most: ` - `.
const MOST_BETWEEN: usize = 3;

/// Eight to thirteen digits from a nought or a plus, with spaces and dashes in between. Public numbers are not traces.
pub(super) fn phones(text: &str) -> Vec<Trace> {
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

/// `nul zes elf tweeëntwintig drieëndertig`: a number to call, said aloud.
pub(super) fn said_phone(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    const FEWEST: usize = 3;
    let text = &nl().trace;
    let digits = text.digit_words();
    // "één" is the figure, too.
    let lower = |one: &Token<'_>| one.text.to_lowercase().replace('é', "e");
    if !listed(&text.phone_starts(), &lower(&tokens[at])) {
        return None;
    }
    let said = |one: &Token<'_>| listed(&digits, &lower(one)) || is_number_word(&lower(one));
    // "nulzes" says two figures in one word.
    let both = tokens[at].is_word() && !listed(&digits, &lower(&tokens[at]));
    let (mut end, mut words) = (at, usize::from(both));
    for pair in tokens[at + 1..].chunks_exact(2) {
        let joins = matches!(pair[0].form, Form::Space(_)) || pair[0].is('-') || pair[0].is(',');
        if !joins || !(said(&pair[1]) || pair[1].form == Form::Digits) {
            break;
        }
        end += 2;
        // "nul zes 12345678": each figure counts; "06 2026" is a month.
        words += match pair[1].form {
            Form::Digits if tokens[at].is_word() => pair[1].text.len(),
            _ => 1,
        };
    }
    (words >= FEWEST).then(|| Trace::new(Kind::Phone, tokens[at].at.start..tokens[end].at.end))
}
