//! How a value is looked for, by its kind: every spelling that is known for an address, a number, a plate, a name, a place.

use super::Guarded;
use super::read::{code_letters, fold, joined, said_digits, words};
use crate::text::nl;
use crate::trace::Kind;
use crate::trace::pattern::{self, listed};
use crate::trace::token::{Form, tokens};

/// So short a value is only looked for as a whole word: it would be found in any text.
const SHORT: usize = 5;
/// So many digits at the end of a phone number tell it from any other.
const PHONE: usize = 8;

/// How one value is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// These letters and digits anywhere, whatever stands between them.
    Run(String),
    /// The same, where an o may be a nought and an i a one.
    Code(String),
    /// These digits in a row, whatever stands between them.
    Digits(String),
    /// Whole words, one after the other, also written as one.
    Words(String),
}

impl Shape {
    /// Every way in which a value of this kind is looked for, and one that looks like another kind.
    pub(super) fn of(kind: Guarded, value: &str) -> Vec<Self> {
        let mut found = of_kind(kind, value);
        found.extend(looks_like(value));
        found
    }
}

fn of_kind(kind: Guarded, value: &str) -> Vec<Shape> {
    match kind {
        // A number without a figure in it is something else.
        Guarded::Phone | Guarded::Plate if !value.contains(|one: char| one.is_ascii_digit()) => {
            place(value)
        }
        Guarded::Phone => digits(value),
        Guarded::Plate => code(value),
        Guarded::Name => name(value),
        Guarded::Address => address(value),
        Guarded::School | Guarded::Work | Guarded::Other => place(value),
    }
}

/// A value by its own form, whatever kind it was said to be.
fn looks_like(value: &str) -> Vec<Shape> {
    let mut found = Vec::new();
    for trace in pattern::find(value) {
        match trace.kind {
            Kind::Address => found.extend(address(value)),
            Kind::Phone => found.extend(digits(&value[trace.at])),
            Kind::Plate => found.extend(code(&value[trace.at])),
            _ => {}
        }
    }
    found
}

/// A phone number by its last digits: the prefix of the country or region may be another.
fn digits(value: &str) -> Vec<Shape> {
    let all: Vec<char> = words(value)
        .iter()
        .flat_map(|word| said_digits(word))
        .collect();
    if all.len() < SHORT {
        return vec![Shape::Words(joined(value))];
    }
    let from = all.len().saturating_sub(PHONE);
    vec![Shape::Digits(all[from..].iter().collect())]
}

fn code(value: &str) -> Vec<Shape> {
    let whole = joined(value);
    if whole.len() < SHORT {
        return vec![Shape::Words(whole)];
    }
    vec![Shape::Code(code_letters(&whole))]
}

/// A name: whole, and each word of it that says no role.
fn name(value: &str) -> Vec<Shape> {
    let text = &nl().trace;
    let says_nothing = |word: &str| {
        word.chars().count() < 2
            || listed(&text.role_words(), word)
            || listed(&text.role_fillers(), word)
            || listed(&text.particles(), word)
            || word.chars().all(|one| one.is_ascii_digit())
    };
    let whole = fold(value);
    let pieces: Vec<&str> = whole.split(|one: char| one.is_whitespace()).collect();
    let mut found = Vec::new();
    for piece in &pieces {
        // "Anne-Marie" is one word of a name, and "Anne" alone tells as much.
        for word in words(piece).iter().chain([&joined(piece)]) {
            if !word.is_empty() && !says_nothing(word) {
                found.push(Shape::Words(word.clone()));
            }
        }
    }
    for from in 1..pieces.len() {
        let end = joined(&pieces[from..].join(" "));
        if !found.is_empty() && !end.is_empty() && !says_nothing(&end) {
            found.push(Shape::Words(end));
        }
    }
    let whole = joined(value);
    if !found.is_empty() && !whole.is_empty() {
        found.push(Shape::Words(whole));
    }
    found
}

/// An address: its postcode, its street with and without the number, and the place.
fn address(value: &str) -> Vec<Shape> {
    let folded = fold(value);
    let mut found = Vec::new();
    let mut rest = String::new();
    let all = tokens(&folded);
    let mut at = 0;
    while at < all.len() {
        let here = &all[at];
        let four = here.text.len() == 4 && here.form == Form::Digits;
        let two = all
            .get(at + 2)
            .filter(|two| two.is_word() && two.text.len() == 2);
        let together = here.form == Form::Mixed
            && here.text.len() == 6
            && here.text.is_char_boundary(4)
            && here.text[..4].bytes().all(|one| one.is_ascii_digit());
        if let (true, Some(two)) = (four, two) {
            found.push(Shape::Code(code_letters(&format!(
                "{}{}",
                here.text, two.text
            ))));
            rest.push(',');
            at += 3;
        } else if together {
            found.push(Shape::Code(code_letters(here.text)));
            rest.push(',');
            at += 1;
        } else {
            rest.push_str(here.text);
            at += 1;
        }
    }
    for piece in rest.split([',', ';', '\n']) {
        found.extend(place(piece));
        let street = piece.trim_end_matches(|one: char| !one.is_alphabetic() || one == ' ');
        let street = match street.rsplit_once(|one: char| one.is_ascii_digit()) {
            Some((before, after)) if after.trim().chars().count() <= 3 => {
                before.trim_end_matches(|one: char| !one.is_alphabetic())
            }
            _ => street,
        };
        if street.trim() != piece.trim() {
            found.extend(place(street));
        }
    }
    found
}

/// A place: whole, and without the words that many places have.
fn place(value: &str) -> Vec<Shape> {
    let common = nl().trace.place_words();
    let shape = |whole: String| match whole.chars().count() {
        0 | 1 => None,
        count if count < SHORT => Some(Shape::Words(whole)),
        _ => Some(Shape::Run(whole)),
    };
    let all = words(value);
    let own: Vec<&String> = all.iter().filter(|word| !listed(&common, word)).collect();
    let telling: String = own.iter().map(|word| word.as_str()).collect();
    let only_digits = telling.chars().all(|one| one.is_ascii_digit());
    let mut found = Vec::new();
    if telling.is_empty() || only_digits {
        found.extend(shape(all.concat()));
    } else {
        found.push(match own.as_slice() {
            [one] if one.chars().count() < SHORT + 3 => Shape::Words(telling.clone()),
            _ => Shape::Run(telling),
        });
    }
    found
}
