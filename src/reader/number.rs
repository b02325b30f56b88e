//! Numbers of a reader's own: people, agreements and the rest are counted anew, so that no gap tells what is not there.
//! What they are in the case is kept beside it.

use std::collections::BTreeMap;

use super::{Wish, label};
use crate::plan::{Field, Id, Plan, Said};

/// What the numbers of a reader are in the case, by part of the plan: `afspraken`, `a1`, `a3`.
pub type Numbers = BTreeMap<String, BTreeMap<Id, Id>>;

/// New ids of one kind of row, by the old ones.
type Anew = BTreeMap<Id, Id>;

/// Counts anew, and calls people as this reader may have it.
pub(super) fn anew(mut plan: Plan, wish: &Wish<'_>, all: &Plan) -> (Plan, Numbers) {
    if !wish.reader.names {
        label::by_role(&mut plan, all);
    }
    let mut numbers = Numbers::new();
    let people = fresh(
        &mut numbers,
        "mensen",
        "p",
        plan.people.iter_mut().map(|one| &mut one.id),
    );
    let situations = fresh(
        &mut numbers,
        "situaties",
        "s",
        plan.situations.iter_mut().map(|one| &mut one.id),
    );
    let conditions = fresh(
        &mut numbers,
        "voorwaarden",
        "v",
        plan.conditions.iter_mut().map(|one| &mut one.id),
    );
    fresh(
        &mut numbers,
        "afspraken",
        "a",
        plan.agreements.iter_mut().map(|one| &mut one.id),
    );
    fresh(
        &mut numbers,
        "kinderen",
        "k",
        plan.child_lines.iter_mut().map(|one| &mut one.id),
    );
    fresh(
        &mut numbers,
        "signalen",
        "n",
        plan.early_signs.iter_mut().map(|one| &mut one.id),
    );
    fresh(
        &mut numbers,
        "als_het_misgaat",
        "e",
        plan.escalations.iter_mut().map(|one| &mut one.id),
    );
    fresh(
        &mut numbers,
        "akkoord",
        "t",
        plan.consents.iter_mut().map(|one| &mut one.id),
    );
    let later = &mut plan.later;
    fresh(
        &mut numbers,
        "incidenten",
        "i",
        later.incidents.iter_mut().map(|one| &mut one.id),
    );
    fresh(
        &mut numbers,
        "veiligheidscijfers",
        "c",
        later.measurements.iter_mut().map(|one| &mut one.id),
    );
    fresh(
        &mut numbers,
        "risicofactoren",
        "r",
        later.risk_factors.iter_mut().map(|one| &mut one.id),
    );
    fresh(
        &mut numbers,
        "herstel",
        "h",
        later.recoveries.iter_mut().map(|one| &mut one.id),
    );
    fresh(
        &mut numbers,
        "regie",
        "g",
        later.directors.iter_mut().map(|one| &mut one.id),
    );
    places(&mut plan);
    refer(&mut plan, &people, &situations, &conditions);
    (plan, numbers)
}

fn fresh<'a>(
    numbers: &mut Numbers,
    part: &str,
    letter: &str,
    ids: impl Iterator<Item = &'a mut Id>,
) -> Anew {
    let mut anew = Anew::new();
    let mut own = BTreeMap::new();
    for (at, id) in ids.enumerate() {
        let new = format!("{letter}{}", at + 1);
        anew.insert(id.clone(), new.clone());
        own.insert(new.clone(), std::mem::replace(id, new));
    }
    if !own.is_empty() {
        numbers.insert(part.to_owned(), own);
    }
    anew
}

/// Places in an order without a gap.
fn places(plan: &mut Plan) {
    let ranked = plan.situations.iter_mut().filter(|one| one.rank.is_some());
    for (at, one) in ranked.enumerate() {
        one.rank = Some(at + 1);
    }
    let ranked = plan
        .later
        .risk_factors
        .iter_mut()
        .filter(|one| one.rank.is_some());
    for (at, one) in ranked.enumerate() {
        one.rank = Some(at + 1);
    }
}

/// Every id that points at a row, and none that points at what is not there.
fn refer(plan: &mut Plan, people: &Anew, situations: &Anew, conditions: &Anew) {
    let all = |ids: &mut Vec<Id>, anew: &Anew| {
        *ids = ids.iter().filter_map(|id| anew.get(id).cloned()).collect();
    };
    let field = |of: &mut Field<Vec<Id>>, anew: &Anew| {
        if let Said::Known(ids) = &mut of.said {
            let none = ids.is_empty();
            all(ids, anew);
            if ids.is_empty() && !none {
                of.said = Said::Nothing;
            }
        }
    };
    all(&mut plan.head.made_by, people);
    all(&mut plan.head.made_with, people);
    field(&mut plan.review.with, people);
    for one in &mut plan.people {
        field(&mut one.authority_over, people);
    }
    for one in &mut plan.situations {
        for of in [
            &mut one.does,
            &mut one.undergoes,
            &mut one.sees,
            &mut one.rated_by,
        ] {
            field(of, people);
        }
    }
    for one in &mut plan.conditions {
        field(&mut one.at, situations);
    }
    for one in &mut plan.agreements {
        field(&mut one.at, conditions);
        field(&mut one.who, people);
        field(&mut one.checker, people);
    }
    plan.child_lines
        .iter_mut()
        .for_each(|one| field(&mut one.who, people));
    plan.early_signs
        .iter_mut()
        .for_each(|one| field(&mut one.who, people));
    plan.escalations
        .iter_mut()
        .for_each(|one| field(&mut one.who, people));
    plan.consents
        .iter_mut()
        .for_each(|one| field(&mut one.who, people));
    let later = &mut plan.later;
    later
        .measurements
        .iter_mut()
        .for_each(|one| field(&mut one.who, people));
    later
        .risk_factors
        .iter_mut()
        .for_each(|one| field(&mut one.who, people));
    later
        .recoveries
        .iter_mut()
        .for_each(|one| field(&mut one.who, people));
}
