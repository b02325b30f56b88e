//! A fault in a questionnaire, for its author: code, place, what is wrong, a tip. Drawn with file, line and caret.
//! Knows nothing of what a questionnaire means.

/// A place in a file: line and column count from one; the column counts characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the user named it, or the id of a shipped list; empty for what stands in no file.
    pub file: std::sync::Arc<str>,
    /// Line, from one.
    pub line: usize,
    /// Column in characters, from one.
    pub column: usize,
    /// How many characters the caret spans; at least one.
    pub width: usize,
}
