//! Derived values: for each formula all values that the missing answers still allow, and the outcome that is shown.

use std::collections::BTreeMap;

use super::branches::Branches;
use super::exact::{self, Possible};
use super::formula::Formulas;
use super::reason::Reason;
use super::spread::Spread;
use super::truth::Truth;
use super::{View, reason};
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
    let branches = Branches::with_new_rows(view);
    (0..view.list.derived.len())
        .map(DerivedIx)
        .map(|at| {
            let id = view.list.derived(at).id.clone();
            (id, outcome(view, &branches, at, outside))
        })
        .collect()
}

/// `outside`: whether the list may turn out not to apply, and then there is no value.
fn outcome(view: &View<'_>, branches: &Branches<'_>, at: DerivedIx, outside: Truth) -> Outcome {
    let Possible {
        spread,
        exact,
        open,
    } = exact::possible(branches, view, at, outside);
    let fixed = spread.is_fixed();
    let estimate = if fixed { None } else { view.estimate(at) };
    let reasons = if fixed {
        reason::reasons(view, branches, at)
    } else {
        Vec::new()
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
        self.rough().derived(at)
    }
}
