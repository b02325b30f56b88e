//! What has a form that gives it away: postcodes, streets, telephone numbers, plates, long numbers, addresses online.

mod home;
mod number;
mod online;
mod phone;

use super::token::{Form, Token, tokens};
use super::{Kind, Trace};
use crate::text::nl;

/// A run of this many digits is a number of somebody or something.
const LONG_NUMBER: usize = 6;

/// What hangs on a number is no longer than this.
const SHORT_TAIL: usize = 4;

pub(super) fn find(text: &str) -> Vec<Trace> {
    let tokens = tokens(text);
    let mut found = online::online(text);
    found.extend(phone::phones(text));
    for at in 0..tokens.len() {
        let traces = [
            home::postcode(&tokens, at),
            home::postcode_in_pairs(&tokens, at),
            home::street(&tokens, at),
            number::plate(&tokens, at),
            home::next_door(&tokens, at),
            number::account(&tokens, at),
            number::grouped(&tokens, at),
            number::pairs(&tokens, at),
            number::file_number(&tokens, at),
            phone::said_phone(&tokens, at),
            online::user_name(&tokens, at),
        ];
        found.extend(traces.into_iter().flatten());
        if tokens[at].form == Form::Digits && tokens[at].text.len() >= LONG_NUMBER {
            found.push(Trace::new(Kind::Number, tokens[at].at.clone()));
        }
    }
    for trace in found.iter_mut().filter(|one| one.kind != Kind::Online) {
        trace.at.end = tail(&tokens, trace.at.end);
    }
    found
}

/// Where what hangs on a number with a dash ends: the rest of `Kerkstraat 12-b`, `GB-001-B-VT`.
fn tail(tokens: &[Token<'_>], end: usize) -> usize {
    let rest = tokens.iter().skip_while(|one| one.at.start < end);
    let rest: Vec<&Token<'_>> = rest.take(2).collect();
    let [sign, part] = rest.as_slice() else {
        return end;
    };
    let short = part.text.chars().count() <= SHORT_TAIL;
    let letters = part.is_word()
        && (part.text.chars().all(char::is_uppercase)
            || listed(&nl().trace.house_tails(), part.text));
    let hangs = (sign.is('-') || sign.is('/'))
        && (matches!(part.form, Form::Digits | Form::Mixed) || letters)
        && short;
    if hangs {
        tail(tokens, part.at.end)
    } else {
        end
    }
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

/// Whether a list of words, separated by spaces, holds this word.
pub(super) fn listed(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|one| one == word)
}
