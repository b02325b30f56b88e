//! The small changes to a ranking: which rows go before which, and how many places there are.

use super::condition::whole;
use super::mutant::Change;
use crate::questionnaire::{Kind, Questionnaire};

/// The same ranking, each time a little otherwise; nothing for what says no order.
pub(super) fn changes(list: &Questionnaire, kind: &Kind) -> Vec<(Change, Kind)> {
    let Kind::Ranking {
        list: rows,
        at_most,
        first,
        weighs,
    } = kind
    else {
        return Vec::new();
    };
    if weighs.is_empty() {
        return Vec::new();
    }
    let with = |at_most: &usize, first: &_, weighs: &Vec<_>| Kind::Ranking {
        list: *rows,
        at_most: *at_most,
        first: Option::clone(first),
        weighs: weighs.clone(),
    };
    let mut found = Vec::new();
    for to in [at_most.saturating_sub(1), at_most + 1] {
        let change = Change::Places { from: *at_most, to };
        if to > 0 {
            found.push((change, with(&to, first, weighs)));
        }
    }
    if let Some((rule, text)) = first {
        for (change, other) in whole(list, rule) {
            found.push((change, with(at_most, &Some((other, text.clone())), weighs)));
        }
    }
    for (at, weight) in weighs.iter().enumerate() {
        if weighs.len() > 1 {
            let mut fewer = weighs.clone();
            fewer.remove(at);
            let change = Change::WeightDropped(weight.question);
            found.push((change, with(at_most, first, &fewer)));
        }
        if weight.also.is_some() {
            let mut alone = weighs.clone();
            alone[at].also = None;
            let change = Change::OthersDropped(weight.question);
            found.push((change, with(at_most, first, &alone)));
        }
    }
    found
}
