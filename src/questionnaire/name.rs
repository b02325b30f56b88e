//! How things in a questionnaire are called and pointed at: ids, places in the checked model, texts, numbers by name.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::number::Number;
use crate::text::{as_said, doc};

/// The full id of a question: `rihg.kleur_wapens`, or with its list for a question of a row: `afspraken/wie`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub Arc<str>);

/// The id of an option of a question, or of a level of a derived value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionId(pub Arc<str>);

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for OptionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for OptionId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<&str> for QuestionId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// Where a question stands in [`super::Questionnaire::questions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIx(pub usize);

/// Where a derived value stands in [`super::Questionnaire::derived`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DerivedIx(pub usize);

/// A text in one or more languages; Dutch is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The Dutch text.
    pub nl: String,
    /// The same text in other languages, by language code.
    pub other: BTreeMap<String, String>,
}

impl Text {
    /// The text in this language, or in Dutch where it has none.
    pub fn get(&self, language: &str) -> &str {
        self.other.get(language).map_or(&self.nl, String::as_str)
    }

    /// The text in the language of the document that is being made; where it has none there it is Dutch, and marked so.
    pub fn in_document(&self) -> String {
        let own = self.other.get(&doc().language);
        own.cloned().unwrap_or_else(|| as_said(&self.nl))
    }
}

impl From<&str> for Text {
    fn from(nl: &str) -> Self {
        Self {
            nl: nl.to_owned(),
            other: BTreeMap::new(),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.nl)
    }
}

/// A number in a rule: written there, or by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberRef {
    /// Written in the rule.
    Literal(Number),
    /// An index in [`super::Questionnaire::numbers`].
    Named(usize),
}
