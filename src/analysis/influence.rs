//! How much an answer matters: the share of all ways to give the other answers in which this one makes a difference.

use std::collections::BTreeMap;

use super::space::{Id, Space};
use crate::answer::Key;
use crate::diagram::{Choice, Diagrams, Node};

/// How much one answer matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Influence {
    /// Which.
    pub key: Key,
    /// In how many ways to give the others it makes a difference; nothing where that cannot be counted.
    pub ways: Option<u128>,
    /// Of how many.
    pub of: Option<u128>,
}

impl Influence {
    /// As a share of one.
    #[allow(clippy::cast_precision_loss)]
    pub fn share(&self) -> Option<f64> {
        Some(self.ways? as f64 / self.of? as f64)
    }
}

/// Where answers differ in what follows.
const DIFFER: Id = Id::MAX;

/// Every answer on which this rests, those that matter most first.
pub(super) fn influences(space: &mut Space, node: Node) -> Vec<Influence> {
    let sizes = space.sizes(node, false);
    let mut found: Vec<Influence> = sizes
        .keys()
        .map(|choice| {
            let differ = differing(&mut space.store, node, *choice, sizes[choice]);
            let mut others = sizes.clone();
            others.remove(choice);
            let ways = space.store.count(differ, &others);
            Influence {
                key: space.answers[choice].key.clone(),
                ways: ways.map(|ways| ways.get(&DIFFER).copied().unwrap_or(0)),
                of: product(&others),
            }
        })
        .collect();
    found.sort_by(|a, b| {
        let share = |one: &Influence| one.share().unwrap_or(0.0);
        share(b).total_cmp(&share(a))
    });
    found
}

/// What follows where all answers of this choice lead to the same, and where they do not.
fn differing(store: &mut Diagrams<Id>, node: Node, choice: Choice, size: usize) -> Node {
    let mut all: Option<Node> = None;
    for at in 0..size {
        let one = store.restrict(node, |other| (other == choice).then_some(at));
        all = Some(match all {
            None => one,
            Some(so_far) => store.zip(so_far, one, |a, b| if a == b { *a } else { DIFFER }),
        });
    }
    all.unwrap_or(node)
}

fn product(sizes: &BTreeMap<Choice, usize>) -> Option<u128> {
    let mut sizes = sizes.values();
    sizes.try_fold(1_u128, |all, size| all.checked_mul(*size as u128))
}
