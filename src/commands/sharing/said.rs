//! What counts as said, where it is typed and where it stands in a file: *ja* tells nobody who, and a ground of one word
//! can be followed by nobody.

/// What a person types for yes.
const YES: [&str; 2] = ["j", "ja"];
/// And for no: what is not known gives no leave.
const NO: [&str; 5] = ["n", "nee", "onbekend", "misschien", "weet ik niet"];
/// A ground in fewer words than these can be followed by nobody.
const LEAST_WORDS: usize = 3;

/// How much must be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// More than yes or no.
    InWords,
    /// So much that who reads it later can follow it.
    Reason,
}

impl Said {
    /// Whether this is enough.
    pub(super) fn is_met(self, said: &str) -> bool {
        match self {
            Self::InWords => !said.trim().is_empty() && !is_yes(said) && !is_no(said),
            Self::Reason => said.split_whitespace().count() >= LEAST_WORDS,
        }
    }
}

pub(super) fn is_yes(said: &str) -> bool {
    YES.contains(&said.trim().to_lowercase().as_str())
}

pub(super) fn is_no(said: &str) -> bool {
    NO.contains(&said.trim().to_lowercase().as_str())
}
