//! Exact bounds: every way to fill in the missing answers is followed. Where these are not finite, or too many, the rough
//! spread stands, which never misses a value; it is exact too when no missing answer is looked at twice.

use super::View;
use super::branches::Branches;
use super::knowledge::{Thing, Worked};
use super::missing::{self, Cone};
use super::spread::Spread;
use super::truth::Truth;
use crate::answer::Key;
use crate::questionnaire::{DerivedIx, Kind};

/// What a derived value can be.
pub(super) struct Possible {
    pub spread: Spread,
    /// Whether these are exactly the possible values, and not more.
    pub exact: bool,
    /// The missing answers that may still change it, in the order of asking.
    pub open: Vec<Key>,
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
    let rough_is_exact = outside == Truth::No && looked_at_once(view, &cone);
    let Some(node) = branches.outcome(at) else {
        return Possible {
            spread: rough,
            exact: rough_is_exact,
            open: missing::keys(view, cone),
        };
    };
    let store = branches.store();
    let spreads: Vec<&Spread> = store.values(node).filter_map(spread_of).collect();
    let all_fixed = spreads.iter().all(|spread| spread.is_fixed());
    let union = |of: &mut dyn Iterator<Item = &Spread>| {
        of.cloned().reduce(|so_far, one| so_far.union(&one))
    };
    // What comes out in some way is possible for sure; what comes out of them all together is all that is possible.
    let sure = union(&mut spreads.iter().copied().filter(|one| one.is_fixed()));
    let spread = union(&mut spreads.iter().copied()).unwrap_or(rough);
    let all_sure = sure.is_some_and(|sure| sure == spread);
    let open = if all_fixed {
        let choices = store.choices(node).into_iter();
        let mut keys: Vec<Key> = choices.map(|choice| branches.key(choice)).collect();
        keys.dedup();
        keys
    } else if spread.is_fixed() {
        Vec::new()
    } else {
        missing::keys(view, cone)
    };
    Possible {
        exact: all_sure || rough_is_exact,
        spread,
        open,
    }
}

fn spread_of(thing: &Thing) -> Option<&Spread> {
    Spread::unwrap(thing)
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
