//! Exact bounds where the missing answers are finite and few: every completion is tried. Elsewhere the rough spread
//! stands, which never misses a value; it is exact too when no missing answer is looked at twice.

use std::collections::BTreeMap;

use super::View;
use super::missing::{self, Cone};
use super::spread::Spread;
use super::truth::Truth;
use crate::answer::{Key, Value};
use crate::questionnaire::{DerivedIx, Kind, Number, QuestionIx};

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
        let values = domain(view, *question)?;
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

/// Every answer that a question can get, when these are finite and few.
fn domain(view: &View<'_>, question: QuestionIx) -> Option<Vec<Value>> {
    let asked = view.list.question(question);
    let mut values: Vec<Value> = match &asked.kind {
        Kind::YesNo { .. } => vec![Value::Yes, Value::No],
        Kind::Choice { options } | Kind::Judgement { options, .. } => options
            .iter()
            .map(|option| Value::Choice(option.id.clone()))
            .collect(),
        Kind::Choices { options } if options.len() <= 8 => (0..1_usize << options.len())
            .map(|bits| {
                let chosen = options
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| bits & (1 << at) != 0);
                Value::Choices(chosen.map(|(_, option)| option.id.clone()).collect())
            })
            .collect(),
        Kind::Scale { from, to, .. } if to - from < 64 => (*from..=*to)
            .map(|number| Value::Number(Number::whole(number)))
            .collect(),
        Kind::Number {
            from: Some(from),
            to: Some(to),
            step,
            ..
        } if *step > Number::ZERO => {
            let mut values = Vec::new();
            let mut number = from.up_to_multiple_of(*step);
            while number <= *to && values.len() <= 64 {
                values.push(Value::Number(number));
                number = number + *step;
            }
            if values.len() > 64 {
                return None;
            }
            values
        }
        _ => return None,
    };
    if asked.allows_not_applicable {
        values.push(Value::NotApplicable);
    }
    Some(values)
}
