//! What a value comes to with one set of answers.

use crate::engine::Spread;
use crate::questionnaire::{Choice, Number, OptionId};

/// What a value comes to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Came {
    /// No value.
    Nothing,
    /// A number.
    Number(Number),
    /// A level.
    Level(OptionId),
    /// More than one of these: it also rests on answers that cannot all be tried.
    Unclear,
}

impl Came {
    /// The one thing that a spread still allows.
    pub(super) fn of(spread: &Spread) -> Self {
        if !spread.is_fixed() {
            return Self::Unclear;
        }
        match (spread.only_number(), spread.only_level()) {
            (Some(number), _) => Self::Number(number),
            (None, Some(level)) => Self::Level(level.clone()),
            (None, None) => Self::Nothing,
        }
    }

    /// How heavy it is among these levels; no value is the lightest.
    pub(super) fn weight(&self, levels: &[Choice]) -> Option<Weight> {
        match self {
            Self::Nothing => Some(Weight::Nothing),
            Self::Number(number) => Some(Weight::Number(*number)),
            Self::Level(id) => {
                let at = levels.iter().position(|level| level.id == *id);
                at.map(Weight::Level)
            }
            Self::Unclear => None,
        }
    }
}

/// How heavy a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Nothing,
    Level(usize),
    Number(Number),
}
