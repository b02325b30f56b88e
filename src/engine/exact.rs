//! Exact bounds where the missing answers are finite and few: every completion is tried. Elsewhere the rough spread
//! stands, which never misses a value; it is exact too when no missing answer is looked at twice.

use std::collections::BTreeMap;

use super::View;
use super::missing::{self, Cone};
use super::spread::Spread;
use super::truth::Truth;
use crate::answer::{Key, Value};
use crate::questionnaire::{DerivedIx, Kind};

/// At most so many completions are tried for one value.
const MOST: usize = 1024;

/// The possible values, and whether these are exactly the possible ones. `outside`: whether the list may turn out not
/// to apply, and then there is no value.
pub(super) fn spread(
    view: &View<'_>,
    at: DerivedIx,
    rough: Spread,
    outside: Truth,
) -> (Spread, bool) {
    let rough = match outside {
        Truth::No => rough,
        _ => rough.union(&Spread::nothing()),
    };
    if rough.is_fixed() {
        return (rough, true);
    }
    let cone = missing::outcome_cone(view, at);
    if outside == Truth::No && looked_at_once(view, &cone) {
        return (rough, true);
    }
    match completions(view, &cone) {
        Some(completions) => {
            let spreads: Vec<Spread> = completions
                .into_iter()
                .map(|one| in_completion(&view.suppose(one), at))
                .collect();
            let exact = spreads.iter().all(Spread::is_fixed);
            let all = spreads
                .into_iter()
                .reduce(|so_far, one| so_far.union(&one))
                .unwrap_or(rough);
            (all, exact)
        }
        None => (rough, false),
    }
}

fn in_completion(view: &View<'_>, at: DerivedIx) -> Spread {
    match view.not_applicable().0 {
        Truth::Yes => Spread::nothing(),
        Truth::No => view.spread(at),
        Truth::Unknown => view.spread(at).union(&Spread::nothing()),
    }
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

/// Every way to complete the missing answers, when that is possible and few.
fn completions(view: &View<'_>, cone: &Cone) -> Option<Vec<BTreeMap<Key, Value>>> {
    if cone.open_list {
        return None;
    }
    let mut all = vec![BTreeMap::new()];
    for (question, row) in cone.keys.keys() {
        let values = view.answers_to_try(*question)?;
        if all.len() * values.len() > MOST {
            return None;
        }
        let key = Key {
            question: view.list.question(*question).id.clone(),
            row: row.clone(),
        };
        all = all
            .into_iter()
            .flat_map(|so_far| {
                values
                    .iter()
                    .map(|value| {
                        let mut longer = so_far.clone();
                        longer.insert(key.clone(), value.clone());
                        longer
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    Some(all)
}
