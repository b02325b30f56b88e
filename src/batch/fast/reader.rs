//! Reads the plain shape of a record, and nothing else: `{"id":…,"antwoorden":{"question":"word",…}}`, with names and words
//! that the list knows, an id and other members that are a text of plain letters or a whole number, and blanks where JSON
//! has them. Whatever is otherwise, valid or not, is left to serde_json: an escape, a fraction, a nested value, a name that
//! is not known, a letter past ASCII, a repeated name, a missing brace.
//!
//! Why not serde_json for these too: it takes several times as many instructions (see `benches/README.md`). What is taken
//! here is JSON by its shape: braces, colons, commas, texts without an escape or a control character in them, and whole
//! numbers. A test holds it against serde_json with mangled records.

use super::token::{Ahead, Token};
use super::words::Vocabulary;
use crate::batch::Scratch;

/// The longest id that is read here as a number: any program reads so many digits back.
const MOST_DIGITS: usize = 15;

/// A line, and how far it was read. Every step gives nothing where the line has another shape.
pub(super) struct Reader<'j> {
    line: &'j [u8],
    at: usize,
}

impl<'j> Reader<'j> {
    pub fn new(line: &'j [u8]) -> Self {
        Self { line, at: 0 }
    }

    /// Reads the answers into `scratch.chosen`, and gives the id as it stands there.
    pub fn record(mut self, list: &Vocabulary, scratch: &mut Scratch) -> Option<&'j [u8]> {
        let (mut id, mut answers) = (None, false);
        let mut others: Vec<&[u8]> = Vec::new();
        self.token(b'{')?;
        loop {
            let name = self.text()?;
            self.token(b':')?;
            match name {
                b"id" if id.is_none() => id = Some(self.plain()?),
                b"antwoorden" if !answers => {
                    self.answers(list, scratch)?;
                    answers = true;
                }
                b"id" | b"antwoorden" | b"vragenlijst" => return None,
                other if others.contains(&other) => return None,
                other => {
                    self.plain()?;
                    others.push(other);
                }
            }
            if !self.more()? {
                break;
            }
        }
        self.blanks();
        (answers && self.at == self.line.len()).then_some(id.unwrap_or(b"null"))
    }

    fn answers(&mut self, list: &Vocabulary, scratch: &mut Scratch) -> Option<()> {
        let questions = list.questions.len();
        scratch.seen.clear();
        scratch.seen.resize(questions, false);
        // Records are mostly written in one order: the guess is what came after this question the last time.
        scratch.next.resize(questions + 1, usize::MAX);
        let mut last = questions;
        self.token(b'{')?;
        self.blanks();
        if self.line.get(self.at) == Some(&b'}') {
            self.at += 1;
            return Some(());
        }
        loop {
            self.blanks();
            let guess = scratch.next[last];
            let guessed = list.questions.get(guess);
            let at = match guessed.and_then(|words| self.known(&words.name)) {
                Some(len) => {
                    self.at += len;
                    guess
                }
                None => {
                    let at = list.find(self.text()?)?;
                    self.token(b':')?;
                    scratch.next[last] = at;
                    at
                }
            };
            last = at;
            let words = &list.questions[at];
            self.blanks();
            let (number, len) = words.find(self.ahead())?;
            self.at += len;
            if std::mem::replace(&mut scratch.seen[at], true) {
                return None;
            }
            if let Some(place) = words.place {
                scratch.chosen[place] = number;
            }
            if !self.more()? {
                return Some(());
            }
        }
    }

    /// Past the comma before a next member, or past the brace after the last.
    #[inline]
    fn more(&mut self) -> Option<bool> {
        self.blanks();
        let byte = self.line.get(self.at)?;
        self.at += 1;
        match byte {
            b',' => Some(true),
            b'}' => Some(false),
            _ => None,
        }
    }

    #[inline]
    fn blanks(&mut self) {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.line.get(self.at) {
            self.at += 1;
        }
    }

    fn token(&mut self, byte: u8) -> Option<()> {
        self.blanks();
        let there = self.line.get(self.at) == Some(&byte);
        self.at += 1;
        there.then_some(())
    }

    /// A text of plain letters, without its quotes.
    fn text(&mut self) -> Option<&'j [u8]> {
        self.token(b'"')?;
        let rest = self.line.get(self.at..)?;
        let len = rest
            .iter()
            .position(|byte| *byte == b'"' || *byte == b'\\' || !(0x20..0x7F).contains(byte))?;
        self.at += len + 1;
        (rest[len] == b'"').then_some(&rest[..len])
    }

    /// An id or another value as it stands there: a text with its quotes, or a whole number.
    fn plain(&mut self) -> Option<&'j [u8]> {
        self.blanks();
        let start = self.at;
        if self.line.get(start) == Some(&b'"') {
            self.text()?;
        } else {
            let digits = self.line[start..].iter();
            let len = digits.take_while(|byte| byte.is_ascii_digit()).count();
            let zeros_first = len > 1 && self.line[start] == b'0';
            if len == 0 || len > MOST_DIGITS || zeros_first {
                return None;
            }
            self.at += len;
        }
        Some(&self.line[start..self.at])
    }

    fn known(&self, token: &Token) -> Option<usize> {
        token.found(self.ahead())
    }

    fn ahead(&self) -> Ahead<'j> {
        Ahead::of(self.line.get(self.at..).unwrap_or_default())
    }
}
