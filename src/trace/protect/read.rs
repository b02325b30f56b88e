//! A text in the ways in which it is searched: its words in small letters without accents, and its letters and digits in a
//! row, whatever stands between them.

use std::sync::LazyLock;

use super::shape::Shape;
use crate::text::nl;
use crate::trace::token::{Form, tokens};

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

/// A text in the ways in which it is searched.
pub(super) struct Read {
    words: Vec<String>,
    run: String,
    code: String,
    digits: String,
}

impl Read {
    pub(super) fn of(text: &str) -> Self {
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

    pub(super) fn has(&self, shape: &Shape) -> bool {
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
pub(super) fn words(text: &str) -> Vec<String> {
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

pub(super) fn joined(text: &str) -> String {
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
pub(super) fn fold(text: &str) -> String {
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

pub(super) fn code_letters(run: &str) -> String {
    run.replace('o', "0").replace(['i', 'l'], "1")
}

/// The digits in a word, or the digit that it says: *nul*, *zes*.
pub(super) fn said_digits(word: &str) -> Vec<char> {
    let said = DIGITS.iter().position(|one| one == word);
    match said.and_then(|at| char::from_digit(u32::try_from(at).ok()?, 10)) {
        Some(digit) => vec![digit],
        None => word.chars().filter(char::is_ascii_digit).collect(),
    }
}
