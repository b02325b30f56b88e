//! Exact bounds: every way to fill in the missing answers is followed. Where these are not finite, or too many, the rough
//! spread stands, which never misses a value; it is exact too when no missing answer is looked at twice.

use super::View;
use super::branches::Branches;
use super::knowledge::{Thing, Worked};
use super::missing::{self, Cone};
use super::spread::Spread;
use super::truth::Truth;
use crate::answer::Key;
use crate::diagram::{Diagrams, Node};
use crate::questionnaire::{DerivedIx, Kind};

/// What a derived value can be.
pub(super) struct Possible {
    pub spread: Spread,
    /// Whether these are exactly the possible values, and not more.
    pub exact: bool,
    /// The missing answers that may still change it, in the order of asking.
    pub open: Vec<Key>,
}

/// What some ways to fill in the missing answers come to, seen from both sides.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ways {
    /// All that is possible: never too few, perhaps too many.
    pub possible: Spread,
    /// What is possible for sure, because some way comes to just that; never too many. Nothing where no way is sure.
    pub sure: Option<Spread>,
}

impl Ways {
    pub(super) fn of(spread: &Spread) -> Self {
        Self {
            possible: spread.clone(),
            sure: spread.is_fixed().then(|| spread.clone()),
        }
    }

    /// These ways or those.
    pub fn or(&self, other: &Self) -> Self {
        Self {
            possible: self.possible.union(&other.possible),
            sure: match (&self.sure, &other.sure) {
                (Some(a), Some(b)) => Some(a.union(b)),
                (a, b) => a.clone().or_else(|| b.clone()),
            },
        }
    }

    /// Whether both sides meet.
    pub fn is_exact(&self) -> bool {
        self.sure.as_ref() == Some(&self.possible)
    }
}

/// `outside`: whether the list may turn out not to apply, and then there is no value.
pub(super) fn possible(
    branches: &Branches<'_>,
    view: &View<'_>,
    at: DerivedIx,
    outside: Truth,
) -> Possible {
    let rough = view.spread(at).where_it(!outside);
    if rough.is_fixed() {
        return Possible {
            spread: rough,
            exact: true,
            open: Vec::new(),
        };
    }
    let cone = missing::outcome_cone(view, at);
    let Some(node) = branches.outcome(at) else {
        return Possible {
            spread: rough,
            exact: outside == Truth::No && looked_at_once(view, &cone),
            open: missing::keys(view, cone),
        };
    };
    let store = branches.store();
    let Some(ways) = all_ways(&store, node) else {
        return Possible {
            spread: rough,
            exact: false,
            open: missing::keys(view, cone),
        };
    };
    let finite = spreads(&store, node).all(Spread::is_fixed);
    let open = if finite {
        let choices = store.choices(node).into_iter();
        let mut keys: Vec<Key> = choices.map(|choice| branches.key(choice)).collect();
        keys.dedup();
        keys
    } else {
        missing::keys(view, cone)
    };
    Possible {
        exact: ways.is_exact(),
        spread: ways.possible,
        open,
    }
}

/// Everything that a diagram comes to.
fn all_ways(store: &Diagrams<Thing>, node: Node) -> Option<Ways> {
    spreads(store, node)
        .map(Ways::of)
        .reduce(|so_far, one| so_far.or(&one))
}

fn spreads(store: &Diagrams<Thing>, node: Node) -> impl Iterator<Item = &Spread> {
    store.values(node).filter_map(Spread::unwrap)
}

/// With each missing answer looked at once, what is possible apart is possible together.
fn looked_at_once(view: &View<'_>, cone: &Cone) -> bool {
    !cone.open_list
        && !cone.rough
        && cone.keys.iter().all(|((question, _), times)| {
            *times == 1
                && matches!(
                    view.list.question(*question).kind,
                    Kind::YesNo { .. }
                        | Kind::Choice { .. }
                        | Kind::Judgement { .. }
                        | Kind::Scale { .. }
                )
        })
}
