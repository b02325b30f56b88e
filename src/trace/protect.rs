//! Values that a reader may not have, looked for in a text however they are written: without regard to case, accents,
//! hyphens and spaces; addresses with their streets shortened or written out; numbers split, with another prefix or in
//! words; names as whole words. Says only that one is there.

use std::sync::LazyLock;

use super::Kind;
use super::pattern::{self, listed};
use super::token::{Form, tokens};
use crate::text::nl;

/// What kind of value is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guarded {
    /// Where somebody is to be found.
    Address,
    /// A school or nursery.
    School,
    /// Where somebody works.
    Work,
    /// A number to call.
    Phone,
    /// A number plate.
    Plate,
    /// A name.
    Name,
    /// Something else that tells where or who.
    Other,
}

impl Guarded {
    /// All of them, with the word for each.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Address, "adres"),
        (Self::School, "school"),
        (Self::Work, "werk"),
        (Self::Phone, "telefoon"),
        (Self::Plate, "kenteken"),
        (Self::Name, "naam"),
        (Self::Other, "anders"),
    ];

    /// What it is, as a person reads it: *een adres*.
    pub fn called(self) -> String {
        let text = &nl().trace;
        match self {
            Self::Address => text.an_address(),
            Self::School => text.a_school(),
            Self::Work => text.a_workplace(),
            Self::Phone => text.a_phone(),
            Self::Plate => text.a_plate(),
            Self::Name => text.a_protected_name(),
            Self::Other => text.a_protected(),
        }
    }
}

/// Values to look for.
#[derive(Clone, Debug, Default)]
pub struct Protected {
    wanted: Vec<(Guarded, Shape)>,
}

/// How one value is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    /// These letters and digits anywhere, whatever stands between them.
    Run(String),
    /// The same, where an o may be a nought and an i a one.
    Code(String),
    /// These digits in a row, whatever stands between them.
    Digits(String),
    /// Whole words, one after the other, also written as one.
    Words(String),
}

/// Long and short forms of words in addresses.
static SHORT_FORMS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let all = nl().trace.short_forms();
    let pairs = all
        .split_whitespace()
        .filter_map(|pair| pair.split_once('/'));
    pairs
        .map(|(long, short)| (long.to_owned(), short.to_owned()))
        .collect()
});
/// The digits in words, from nought.
static DIGITS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = nl().trace.digit_words();
    all.split_whitespace().map(str::to_owned).collect()
});

/// So short a value is only looked for as a whole word: it would be found in any text.
const SHORT: usize = 5;
/// So many digits at the end of a phone number tell it from any other.
const PHONE: usize = 8;

impl Protected {
    /// Adds a value with every spelling that is known for its kind, and for what it looks like: in a hurry an address is
    /// soon put down as something else.
    pub fn add(&mut self, kind: Guarded, value: &str) {
        for shape in shapes(kind, value).into_iter().chain(looks_like(value)) {
            let one = (kind, shape);
            if !self.wanted.contains(&one) {
                self.wanted.push(one);
            }
        }
    }

    /// Adds words that only tell something together, such as the pseudonym of a case.
    pub fn add_phrase(&mut self, kind: Guarded, phrase: &str) {
        let whole = joined(phrase);
        if !whole.is_empty() {
            self.wanted.push((kind, Shape::Words(whole)));
        }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// The kinds of value that stand in this text, each once.
    pub fn find(&self, text: &str) -> Vec<Guarded> {
        if self.wanted.is_empty() {
            return Vec::new();
        }
        let read = Read::of(text);
        let there = self.wanted.iter().filter(|(_, shape)| read.has(shape));
        let mut kinds: Vec<Guarded> = there.map(|(kind, _)| *kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// Without what already stands in these texts, which hold nothing of a case: an organisation in Utrecht may say so.
    #[must_use]
    pub fn without(mut self, texts: &[String]) -> Self {
        for text in texts {
            let read = Read::of(text);
            self.wanted.retain(|(_, shape)| !read.has(shape));
        }
        self
    }
}

/// A text in the ways in which it is searched.
struct Read {
    words: Vec<String>,
    run: String,
    code: String,
    digits: String,
}

impl Read {
    fn of(text: &str) -> Self {
        let words = words(text);
        let run = words.concat();
        let code = code_letters(&run);
        let digits = words.iter().flat_map(|word| said_digits(word)).collect();
        Self {
            words,
            run,
            code,
            digits,
        }
    }

    fn has(&self, shape: &Shape) -> bool {
        match shape {
            Shape::Run(value) => self.run.contains(value.as_str()),
            Shape::Code(value) => self.code.contains(value.as_str()),
            Shape::Digits(value) => self.digits.contains(value.as_str()),
            Shape::Words(value) => (0..self.words.len()).any(|at| self.stands_at(at, value)),
        }
    }

    /// Whether whole words from here on are together this value, with the ending of a possessive or without.
    fn stands_at(&self, at: usize, value: &str) -> bool {
        let mut rest = value;
        for word in &self.words[at..] {
            match rest.strip_prefix(word.as_str()) {
                Some("") => return true,
                Some(left) => rest = left,
                None => return word.strip_suffix('s') == Some(rest),
            }
        }
        false
    }
}

/// The words of a text in small letters without accents; a street is shortened, and what stands between drops out.
fn words(text: &str) -> Vec<String> {
    let text = fold(text);
    let found = tokens(&text);
    let words = found
        .iter()
        .filter(|token| !matches!(token.form, Form::Sign | Form::Space(_)));
    words
        .map(|token| {
            let bare: String = token
                .text
                .chars()
                .filter(|one| one.is_alphanumeric())
                .collect();
            shortened(&bare)
        })
        .filter(|word| !word.is_empty())
        .collect()
}

fn joined(text: &str) -> String {
    words(text).concat()
}

/// A word as it is most often shortened, on both sides of a comparison: *Kerkstraat* and *Kerkstr* are one.
fn shortened(word: &str) -> String {
    for (long, short) in SHORT_FORMS.iter() {
        if word == long {
            return short.clone();
        }
        if let Some(start) = word.strip_suffix(long.as_str())
            && start.chars().count() >= 2
        {
            return format!("{start}{short}");
        }
    }
    word.to_owned()
}

/// Small letters without accents, signs that join or turn left out.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars().flat_map(char::to_lowercase) {
        match one {
            'à'..='å' | 'ā' | 'ă' | 'ą' => out.push('a'),
            'æ' => out.push_str("ae"),
            'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => out.push('c'),
            'ď' | 'đ' | 'ð' => out.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => out.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => out.push('g'),
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => out.push('i'),
            'ĳ' => out.push_str("ij"),
            'ĺ' | 'ļ' | 'ľ' | 'ł' => out.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => out.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => out.push('o'),
            'œ' => out.push_str("oe"),
            'ŕ' | 'ř' => out.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => out.push('s'),
            'ß' => out.push_str("ss"),
            'ť' | 'ţ' | 'ț' => out.push('t'),
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            // Accents of their own, soft hyphens, joiners and signs that turn the direction of writing.
            '\u{300}'..='\u{36f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            // Digits and letters of double width.
            '\u{ff01}'..='\u{ff5e}' => {
                out.extend(char::from_u32(u32::from(one) - 0xfee0));
            }
            other => out.push(other),
        }
    }
    out
}

fn code_letters(run: &str) -> String {
    run.replace('o', "0").replace(['i', 'l'], "1")
}

/// The digits in a word, or the digit that it says: *nul*, *zes*.
fn said_digits(word: &str) -> Vec<char> {
    let said = DIGITS.iter().position(|one| one == word);
    match said.and_then(|at| char::from_digit(u32::try_from(at).ok()?, 10)) {
        Some(digit) => vec![digit],
        None => word.chars().filter(char::is_ascii_digit).collect(),
    }
}

fn shapes(kind: Guarded, value: &str) -> Vec<Shape> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(kind: Guarded, value: &str) -> Protected {
        let mut all = Protected::default();
        all.add(kind, value);
        all
    }

    #[test]
    fn however_it_is_spelled_it_is_found() {
        for (kind, value, texts) in [
            (
                Guarded::Address,
                "Kerkstraat 12a, 1234 AB Zwolle",
                &[
                    "Hij staat bij de kerkstraat.",
                    "Kerkstr. 12 A",
                    "KERK-STRAAT 12a",
                    "het is 1234ab",
                    "1 2 3 4 a b",
                    "1234-AB",
                    "zij zit nu in zwolle",
                    "Kerk straat",
                ][..],
            ),
            (
                Guarded::Phone,
                "06-12345678",
                &[
                    "+31 6 12 34 56 78",
                    "0612345678",
                    "(06) 1234.5678",
                    "nul zes een twee drie vier vijf zes zeven acht",
                ],
            ),
            (
                Guarded::Plate,
                "AB-123-C",
                &["ab123c", "A B 1 2 3 C", "AB-I23-C"],
            ),
            (
                Guarded::Name,
                "Anne-Marié de Vries",
                &[
                    "annemarie",
                    "Anne Marie",
                    "ANNE",
                    "bij vries",
                    "Vries' auto",
                    "Maries jas",
                    "Devries",
                ],
            ),
            (
                Guarded::School,
                "basisschool De Regenboog",
                &["op de regenboog", "Regen-boog", "OBS Regenboog"],
            ),
            (
                Guarded::Work,
                "Albert Heijn",
                &["bij albert heijn", "Albert-Heĳn"],
            ),
        ] {
            for text in texts {
                assert_eq!(guard(kind, value).find(text), [kind], "{value}: {text}");
            }
        }
    }

    #[test]
    fn a_value_is_found_by_its_form_also_when_another_kind_was_chosen() {
        for (value, texts) in [
            (
                "Kerkstraat 12, 1234 AB Zwolle",
                &["Kerkstr. 12", "1 2 3 4 a b", "in Zwolle"][..],
            ),
            ("06-12345678", &["+31 6 12 34 56 78"]),
            ("AB-123-C", &["A B 1 2 3 C"]),
            ("basisschool De Regenboog", &["OBS Regen-boog"]),
        ] {
            for (kind, _) in Guarded::ALL {
                for text in texts {
                    assert_eq!(guard(kind, value).find(text), [kind], "{value}: {text}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for (kind, value, text) in [
            (Guarded::Name, "Roos", "De rooster hangt er."),
            (Guarded::Name, "moeder", "Moeder belt zelf."),
            (
                Guarded::Name,
                "oma van vaders kant",
                "De oma van vaders kant belt.",
            ),
            (
                Guarded::Phone,
                "06-12345678",
                "Bel 0800-2000 of 112, om 12 uur.",
            ),
            (
                Guarded::Address,
                "Kerkstraat 12, 1234 AB Zwolle",
                "Elke 12 dagen, om 12.34 uur.",
            ),
            (Guarded::School, "De Brug", "Hij liep over een bruggetje."),
        ] {
            assert_eq!(guard(kind, value).find(text), [], "{value}: {text}");
        }
    }
}
