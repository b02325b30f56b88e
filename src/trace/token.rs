//! A text cut into words, numbers and signs, each with its place.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Letters only, with an apostrophe in between where there is one.
    Word,
    /// Digits only.
    Digits,
    /// Letters and digits.
    Mixed,
    /// One sign.
    Sign,
    /// White space; `true` with a line break in it.
    Space(bool),
}

/// One piece of a text.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub form: Form,
    pub text: &'a str,
    pub at: Range<usize>,
}

impl Token<'_> {
    pub fn is(&self, sign: char) -> bool {
        self.form == Form::Sign && self.text.starts_with(sign)
    }

    pub fn is_word(&self) -> bool {
        self.form == Form::Word
    }

    pub fn number(&self) -> Option<u32> {
        (self.form == Form::Digits)
            .then(|| self.text.parse().ok())
            .flatten()
    }

    /// In small letters, without the ending of a possessive: `Anna's` is *anna*.
    pub fn bare(&self) -> String {
        self.text[..self.text.len() - self.possessive()].to_lowercase()
    }

    /// Where it ends, without the ending of a possessive.
    pub fn bare_end(&self) -> usize {
        self.at.end - self.possessive()
    }

    fn possessive(&self) -> usize {
        let endings = ["'s", "’s", "'S", "’S"];
        let ending = endings.iter().find(|ending| self.text.ends_with(*ending));
        ending.map_or(0, |ending| ending.len())
    }

    /// Whether it begins with a capital, or has one after an apostrophe.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase) || self.has_inner_capital()
    }

    /// Whether it has a capital after an apostrophe, as only a name has: `d'Hondt`, `O'Brien`.
    pub fn has_inner_capital(&self) -> bool {
        let mut after = self.text.split(['\'', '’']).skip(1);
        let begins = |part: &str| part.chars().next().is_some_and(char::is_uppercase);
        after.any(|part| begins(part) && part.chars().any(char::is_lowercase))
    }

    /// Whether it is an abbreviation: two letters or more, all capitals but one at most (`VT`, `RiHG`).
    pub fn is_abbreviation(&self) -> bool {
        let letters = self.text.chars().filter(|one| one.is_alphabetic()).count();
        let small = self.text.chars().filter(|one| one.is_lowercase()).count();
        letters >= 2 && small * 3 < letters
    }
}

/// Where an initial ends that this token is: with its dot, but not with the dot that ends the sentence.
pub(super) fn with_dot(tokens: &[Token<'_>], at: usize) -> usize {
    let end = tokens[at].at.end;
    let Some(dot) = tokens.get(at + 1).filter(|one| one.is('.')) else {
        return end;
    };
    let goes_on = match (tokens.get(at + 2), tokens.get(at + 3)) {
        (Some(space), Some(next)) if space.form == Form::Space(false) => next
            .text
            .starts_with(|one: char| one.is_lowercase() || one == '('),
        (Some(sign), _) => sign.form == Form::Sign && !sign.is('"'),
        _ => false,
    };
    if goes_on { dot.at.end } else { end }
}

/// Cuts a text into tokens; together they are the whole text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let mut end = start + first.len_utf8();
        let form = if first.is_whitespace() {
            let mut broken = first == '\n';
            while let Some((at, next)) = chars.next_if(|(_, next)| next.is_whitespace()) {
                broken |= next == '\n';
                end = at + next.len_utf8();
            }
            Form::Space(broken)
        } else if first.is_alphanumeric() {
            while let Some(&(at, next)) = chars.peek() {
                let after = text[at + next.len_utf8()..].chars().next();
                let joins = matches!(next, '\'' | '’') && after.is_some_and(char::is_alphabetic);
                if !(next.is_alphanumeric() || joins) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            let word = &text[start..end];
            match (
                word.chars().any(|one| one.is_ascii_digit()),
                word.chars().any(char::is_alphabetic),
            ) {
                (true, true) => Form::Mixed,
                (true, false) => Form::Digits,
                _ => Form::Word,
            }
        } else {
            Form::Sign
        };
        found.push(Token {
            form,
            text: &text[start..end],
            at: start..end,
        });
    }
    found
}
