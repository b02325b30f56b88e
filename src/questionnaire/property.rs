//! Properties: what the author of a list says must be so for all answers together. Whether it is, is for `analysis`.

use super::condition::Condition;
use super::name::{DerivedIx, QuestionIx, Text};
use crate::problem::Place;

/// One thing that the author says of the list.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its id.
    pub id: String,
    /// What it says, in the author's words.
    pub title: Option<Text>,
    /// What it says.
    pub claim: Claim,
    /// Whether it should hold. The author can also say that it does not, and why that is right.
    pub holds: bool,
    /// Why it must be so.
    pub reason: Option<Text>,
    /// Whether the adapted list says it, and not the list itself.
    pub inherited: bool,
    /// Where it stands.
    pub place: Place,
}

/// What can be said of a list.
#[derive(Clone, Debug)]
pub enum Claim {
    /// An answer that means more danger never makes the value lighter. From light to heavy: options as they stand,
    /// *nee* and *ja*, numbers by their size, and one chosen option more.
    NeverLighter {
        /// The value.
        of: DerivedIx,
        /// The questions that are compared; none: all on which it rests.
        questions: Vec<QuestionIx>,
        /// Of these questions the lighter answer means more danger.
        reversed: Vec<QuestionIx>,
        /// These questions have no answer that means more danger.
        except: Vec<QuestionIx>,
    },
    /// Where the first holds (absent: everywhere), so does the second.
    Always(Option<Condition>, Condition),
    /// Where the first holds (absent: everywhere), the second never does.
    Never(Option<Condition>, Condition),
    /// Each of these questions can change the value; none: all on which it rests.
    Counts {
        /// The value.
        of: DerivedIx,
        /// The questions.
        questions: Vec<QuestionIx>,
    },
    /// None of these questions can change the value.
    CountsNot {
        /// The value.
        of: DerivedIx,
        /// The questions.
        questions: Vec<QuestionIx>,
    },
}

impl Claim {
    /// The conditions in it, whole.
    pub fn conditions(&self) -> Vec<&Condition> {
        match self {
            Self::Always(when, then) | Self::Never(when, then) => {
                when.iter().chain([then]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether its conditions name this value.
    pub fn speaks_of(&self, value: DerivedIx) -> bool {
        let mut named = false;
        for condition in self.conditions() {
            condition.walk(&mut |one| {
                if let Condition::Derived { derived, .. } = one {
                    named |= *derived == value;
                }
            });
        }
        named
    }

    /// The value that it is about, where it is about one.
    pub fn of(&self) -> Option<DerivedIx> {
        match self {
            Self::NeverLighter { of, .. }
            | Self::Counts { of, .. }
            | Self::CountsNot { of, .. } => Some(*of),
            Self::Always(..) | Self::Never(..) => None,
        }
    }
}
