//! Derived values: for each formula all values that the missing answers still allow, and the outcome that is shown.

use std::collections::BTreeMap;

use super::condition::Mode;
use super::memo::Memo;
use super::reason::Reason;
use super::spread::{Numbers, Spread};
use super::truth::Truth;
use super::{View, exact, missing, reason};
use crate::answer::Key;
use crate::questionnaire::{DerivedIx, Number};

/// All outcomes of a list, by id of the derived value.
pub type Outcomes = BTreeMap<String, Outcome>;

/// What follows from the answers for one derived value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// All values that the missing answers still allow.
    pub spread: Spread,
    /// What the policy for unknowns makes of it; only shown while the value is open.
    pub estimate: Option<Spread>,
    /// Whether the spread holds exactly the possible values, and not more.
    pub exact: bool,
    /// Why, when the value is fixed.
    pub reasons: Vec<Reason>,
    /// The missing answers that may still change it.
    pub open: Vec<Key>,
}

/// The bounds of a number; `None`: unbounded on that side, or no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The lowest value that is possible.
    pub low: Option<Number>,
    /// The highest value that is possible.
    pub high: Option<Number>,
}

impl Outcome {
    /// *Vast*: no missing answer can change it.
    pub fn is_fixed(&self) -> bool {
        self.spread.is_fixed()
    }

    /// The fixed value is that there is none.
    pub fn is_none(&self) -> bool {
        self.is_fixed() && self.spread.none
    }

    /// Its bounds.
    pub fn bounds(&self) -> Bounds {
        Bounds {
            low: self.spread.numbers.lowest(),
            high: self.spread.numbers.highest(),
        }
    }
}

/// Computes every derived value. Where the list does not apply, there are none; see [`View::not_applicable`].
pub fn outcomes(view: &View<'_>) -> Outcomes {
    let outside = view.not_applicable().0;
    if outside == Truth::Yes {
        return Outcomes::new();
    }
    (0..view.list.derived.len())
        .map(DerivedIx)
        .map(|at| (view.list.derived(at).id.clone(), outcome(view, at, outside)))
        .collect()
}

/// `outside`: whether the list may turn out not to apply, and then there is no value.
fn outcome(view: &View<'_>, at: DerivedIx, outside: Truth) -> Outcome {
    let rough = view.spread(at);
    let (spread, exact) = exact::spread(view, at, rough, outside);
    let fixed = spread.is_fixed();
    let estimate = if fixed { None } else { view.estimate(at) };
    let reasons = if fixed {
        reason::reasons(view, at)
    } else {
        Vec::new()
    };
    let open = if fixed {
        Vec::new()
    } else {
        missing::of_outcome(view, at)
    };
    Outcome {
        spread,
        estimate,
        exact,
        reasons,
        open,
    }
}

impl View<'_> {
    /// All values a derived value can still have: never too few, sometimes too many.
    pub(super) fn spread(&self, at: DerivedIx) -> Spread {
        match self.memory.derived(at) {
            Memo::Done(spread) => return spread,
            // A circle, which `check` refuses; anything goes.
            Memo::Busy => {
                return Spread {
                    none: true,
                    numbers: Numbers::any(),
                    levels: self
                        .list
                        .derived(at)
                        .levels
                        .iter()
                        .map(|level| level.id.clone())
                        .collect(),
                };
            }
            Memo::Empty => {}
        }
        self.memory.set_derived(at, Memo::Busy);
        let derived = self.list.derived(at);
        let belongs = derived
            .when
            .as_ref()
            .map_or(Truth::Yes, |when| self.holds(when, None, Mode::Bounds));
        let spread = match belongs {
            Truth::No => Spread::nothing(),
            Truth::Yes => self.formula(&derived.formula, &derived.levels),
            Truth::Unknown => self
                .formula(&derived.formula, &derived.levels)
                .union(&Spread::nothing()),
        };
        self.memory.set_derived(at, Memo::Done(spread.clone()));
        spread
    }
}
