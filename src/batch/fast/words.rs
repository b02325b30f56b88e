//! The questions and words of a list as they stand in a record: for each word the number that it is in [`Compiled`].

use std::collections::HashMap;

use chrono::NaiveDate;

use super::token::{Ahead, Token};
use crate::answer::interpret::{Manner, interpret_as};
use crate::answer::{Answers, Value, typed};
use crate::engine::Compiled;
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};

/// All questions that stand on their own.
pub(super) struct Vocabulary {
    pub questions: Vec<Words>,
    by_name: HashMap<Box<[u8]>, usize>,
}

/// The words that a question can be answered with.
pub(super) struct Words {
    /// `"name":`.
    pub name: Token,
    /// Its place in a record; nothing for a question that no outcome looks at.
    pub place: Option<usize>,
    /// None hides a later one that begins with it.
    words: Vec<(Token, u16)>,
}

impl Vocabulary {
    pub fn of(list: &Questionnaire, compiled: &Compiled, today: NaiveDate) -> Self {
        let indexes = list.question_indexes();
        let own = indexes.filter(|at| list.question(*at).parent.is_none());
        let own: Vec<QuestionIx> = own
            .filter(|at| is_plain(&list.question(*at).id.0))
            .collect();
        let name = |at: &QuestionIx| Box::from(list.question(*at).id.0.as_bytes());
        Self {
            by_name: own.iter().map(name).zip(0..).collect(),
            questions: own
                .iter()
                .map(|at| words(list, compiled, *at, today))
                .collect(),
        }
    }

    /// Which question has this name.
    pub fn find(&self, name: &[u8]) -> Option<usize> {
        self.by_name.get(name).copied()
    }
}

impl Words {
    /// The word that stands there: its number, and how long it is.
    #[inline]
    pub fn find(&self, ahead: Ahead<'_>) -> Option<(u16, usize)> {
        let mut each = self.words.iter();
        each.find_map(|(word, number)| word.found(ahead).map(|len| (*number, len)))
    }
}

/// Whether a text stands in JSON as it is.
fn is_plain(text: &str) -> bool {
    !text
        .chars()
        .any(|c| c.is_control() || c == '"' || c == '\\')
}

/// Every word that is taken as an answer here, by the one interpreter.
fn words(list: &Questionnaire, compiled: &Compiled, at: QuestionIx, today: NaiveDate) -> Words {
    let asked = list.question(at);
    let place = compiled
        .places
        .iter()
        .position(|place| place.key.question == asked.id);
    let values = place.map(|place| &compiled.places[place].values);
    let mut tried: Vec<String> = ["ja", "nee", "onbekend", "geweigerd", "nvt"]
        .map(String::from)
        .to_vec();
    tried.extend(asked.options().iter().map(|option| option.id.to_string()));
    if let Kind::Scale { .. } = asked.kind {
        tried.extend(values.into_iter().flatten().map(typed));
    }
    if matches!(asked.kind, Kind::List { .. }) {
        tried.clear();
    }
    tried.retain(|word| is_plain(word));
    let number = |word: &String| {
        let value = interpret_as(Manner::Written, list, at, word, &Answers::default(), today);
        let value = value.ok()?;
        let Some(place) = place else {
            return Some(0);
        };
        match value {
            value if !value.is_known() => Some(compiled.missing(place)),
            value => {
                let at = values?.iter().position(|one: &Value| *one == value)?;
                u16::try_from(at).ok()
            }
        }
    };
    // What stands between quotes ends with one, so no word begins with another; the usual ones come first.
    let mut written: Vec<(String, u16)> = Vec::new();
    let mut bare = Vec::new();
    for word in tried {
        let quoted = format!("\"{word}\"");
        let Some(number) = number(&word).filter(|_| written.iter().all(|one| one.0 != quoted))
        else {
            continue;
        };
        written.push((quoted, number));
        // A whole number may stand without quotes.
        if word.parse::<u64>().is_ok_and(|one| one.to_string() == word) {
            bare.push((word, number));
        }
    }
    bare.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
    written.extend(bare);
    Words {
        name: Token::of(format!("\"{}\":", asked.id).as_bytes()),
        place,
        words: written
            .iter()
            .map(|(text, number)| (Token::of(text.as_bytes()), *number))
            .collect(),
    }
}
