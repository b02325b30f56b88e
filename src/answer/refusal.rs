//! Why an answer cannot be taken: what is wrong, and what would be good. In Dutch, and without what was typed, which may be
//! long or about somebody.

use std::fmt;

/// An answer that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub what: String,
    /// What would be good.
    pub todo: String,
}

impl Refusal {
    /// A refusal with these two halves.
    pub fn new(what: impl Into<String>, todo: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            todo: todo.into(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.what, self.todo)
    }
}
