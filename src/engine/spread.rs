//! The values that the missing answers still allow: a set where it is small, a range where it is not.

use std::collections::BTreeSet;

use crate::questionnaire::{Choice, Number, OptionId};

use super::truth::Truth;

/// Past this many different numbers only the lowest and highest are kept.
const MOST: usize = 512;

/// Numbers that are possible.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Numbers {
    /// Exactly one of these.
    Set(BTreeSet<Number>),
    /// Somewhere from the first to the second; `None`: unbounded on that side.
    Range(Option<Number>, Option<Number>),
}

impl Numbers {
    /// One number.
    pub fn one(number: Number) -> Self {
        Self::Set(BTreeSet::from([number]))
    }

    /// Any number at all.
    pub fn any() -> Self {
        Self::Range(None, None)
    }

    /// From one number to another; a range of one number is that number.
    pub fn range(low: Option<Number>, high: Option<Number>) -> Self {
        match (low, high) {
            (Some(low), Some(high)) if low == high => Self::one(low),
            _ => Self::Range(low, high),
        }
    }

    /// The lowest possible, when bounded.
    pub fn lowest(&self) -> Option<Number> {
        match self {
            Self::Set(set) => set.first().copied(),
            Self::Range(low, _) => *low,
        }
    }

    /// The highest possible, when bounded.
    pub fn highest(&self) -> Option<Number> {
        match self {
            Self::Set(set) => set.last().copied(),
            Self::Range(_, high) => *high,
        }
    }

    /// Whether no number is possible.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Set(set) if set.is_empty())
    }

    /// What is possible in either.
    pub fn union(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Set(a), Self::Set(b)) => Self::Set(a | b).small(),
            (a, b) if a.is_empty() => b.clone(),
            (a, b) if b.is_empty() => a.clone(),
            (a, b) => Self::range(
                both(a.lowest(), b.lowest(), Number::min),
                both(a.highest(), b.highest(), Number::max),
            ),
        }
    }

    /// Every outcome of an operation that grows with both its sides (a sum, a maximum, a minimum).
    pub fn combine(&self, other: &Self, op: impl Fn(Number, Number) -> Number) -> Self {
        if self.is_empty() || other.is_empty() {
            return Self::Set(BTreeSet::new());
        }
        if let (Self::Set(a), Self::Set(b)) = (self, other)
            && a.len() * b.len() <= MOST * MOST
        {
            return Self::Set(
                a.iter()
                    .flat_map(|&x| b.iter().map(move |&y| (x, y)))
                    .map(|(x, y)| op(x, y))
                    .collect(),
            )
            .small();
        }
        Self::range(
            both(self.lowest(), other.lowest(), &op),
            both(self.highest(), other.highest(), &op),
        )
    }

    /// One more where it holds.
    pub fn and_one(&self, truth: Truth) -> Self {
        let one = match truth {
            Truth::No => return self.clone(),
            Truth::Yes => BTreeSet::from([Number::ONE]),
            Truth::Unknown => BTreeSet::from([Number::ZERO, Number::ONE]),
        };
        self.combine(&Self::Set(one), |a, b| a + b)
    }

    /// Every number times this factor.
    pub fn times(&self, factor: Number) -> Self {
        match self {
            Self::Set(set) => Self::Set(set.iter().map(|number| number.times(factor)).collect()),
            Self::Range(..) if factor == Number::ZERO => Self::one(Number::ZERO),
            Self::Range(low, high) => {
                let scale = |side: &Option<Number>| side.map(|number| number.times(factor));
                if factor > Number::ZERO {
                    Self::range(scale(low), scale(high))
                } else {
                    Self::range(scale(high), scale(low))
                }
            }
        }
    }

    /// Whether the test holds for all, none or some; the test must be an interval of numbers.
    pub fn test(&self, holds: impl Fn(Number) -> bool, low_side: Truth, high_side: Truth) -> Truth {
        match self {
            Self::Set(set) => Truth::of(
                set.iter().any(|&n| holds(n)),
                set.iter().any(|&n| !holds(n)),
            ),
            Self::Range(low, high) => {
                let low = low.map_or(low_side, |n| holds(n).into());
                let high = high.map_or(high_side, |n| holds(n).into());
                if low == high { low } else { Truth::Unknown }
            }
        }
    }

    fn small(self) -> Self {
        match &self {
            Self::Set(set) if set.len() > MOST => Self::Range(self.lowest(), self.highest()),
            _ => self,
        }
    }
}

fn both(
    a: Option<Number>,
    b: Option<Number>,
    op: impl Fn(Number, Number) -> Number,
) -> Option<Number> {
    Some(op(a?, b?))
}

/// What a derived value can still be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Spread {
    /// It may have no value at all.
    pub none: bool,
    /// The numbers it can be; empty for a level.
    pub numbers: Numbers,
    /// The levels it can be; empty for a number.
    pub levels: BTreeSet<OptionId>,
}

impl Spread {
    /// No value.
    pub fn nothing() -> Self {
        Self {
            none: true,
            numbers: Numbers::Set(BTreeSet::new()),
            levels: BTreeSet::new(),
        }
    }

    /// Any value at all: one of these levels, any number, or none.
    pub fn anything(levels: &[Choice]) -> Self {
        Self {
            none: true,
            numbers: Numbers::any(),
            levels: levels.iter().map(|level| level.id.clone()).collect(),
        }
    }

    /// One of these numbers.
    pub fn numbers(numbers: Numbers) -> Self {
        Self {
            none: false,
            numbers,
            levels: BTreeSet::new(),
        }
    }

    /// One of these levels.
    pub fn levels(levels: BTreeSet<OptionId>) -> Self {
        Self {
            none: false,
            numbers: Numbers::Set(BTreeSet::new()),
            levels,
        }
    }

    /// What is possible in either.
    pub fn union(&self, other: &Self) -> Self {
        Self {
            none: self.none || other.none,
            numbers: self.numbers.union(&other.numbers),
            levels: &self.levels | &other.levels,
        }
    }

    /// The same, and perhaps no value.
    pub fn or_nothing(&self, perhaps: bool) -> Self {
        Self {
            none: self.none || perhaps,
            ..self.clone()
        }
    }

    /// The same where it belongs, no value where it does not.
    pub fn where_it(&self, belongs: Truth) -> Self {
        match belongs {
            Truth::Yes => self.clone(),
            Truth::No => Self::nothing(),
            Truth::Unknown => self.or_nothing(true),
        }
    }

    /// Whether one value, or none, is all that is possible.
    pub fn is_fixed(&self) -> bool {
        let numbers = match &self.numbers {
            Numbers::Set(set) => set.len(),
            Numbers::Range(low, high) => {
                if low.is_some() && low == high {
                    1
                } else {
                    2
                }
            }
        };
        usize::from(self.none) + numbers + self.levels.len() == 1
    }

    /// The only number possible.
    pub fn only_number(&self) -> Option<Number> {
        if self.is_fixed() {
            self.numbers.lowest()
        } else {
            None
        }
    }

    /// The only level possible.
    pub fn only_level(&self) -> Option<&OptionId> {
        if self.is_fixed() {
            self.levels.first()
        } else {
            None
        }
    }
}
