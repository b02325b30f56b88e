//! How much a missing answer matters: in how many of the ways to fill in the others it still changes the outcome.
//!
//! Each alternative of each answer counts equally, as the diagram tells them apart. That is a measure of the list, and says
//! nothing of how likely an answer is.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use crate::diagram::{Choice, Diagrams, Node, Part};

/// Past so much work, nodes that are compared, no measure is given.
const MOST_WORK: usize = 400_000;

/// For each choice the share of the ways to make the others in which it still makes a difference; nothing where that is
/// too much to work out.
pub(super) fn weights<V: Clone + Eq + Hash>(
    store: &Diagrams<V>,
    from: Node,
) -> Option<BTreeMap<Choice, f64>> {
    let mut differ = Differ {
        store,
        known: HashMap::new(),
        work: 0,
    };
    let mut weights: BTreeMap<Choice, f64> = BTreeMap::new();
    // By choice, so that all ways to a node are known before the node.
    let mut reach: BTreeMap<(Choice, Node), f64> = BTreeMap::new();
    if let Part::Branch(choice, _) = store.part(from) {
        reach.insert((choice, from), 1.0);
    }
    while let Some(((choice, node), share)) = reach.pop_first() {
        let Part::Branch(_, each) = store.part(node) else {
            continue;
        };
        *weights.entry(choice).or_default() += share * differ.share(each.to_vec())?;
        #[expect(clippy::cast_precision_loss, reason = "at most some thousands")]
        let part = share / each.len() as f64;
        for next in each {
            if let Part::Branch(later, _) = store.part(*next) {
                *reach.entry((later, *next)).or_default() += part;
            }
        }
    }
    // Rounded, so that what is equal is not told apart by how it was added up.
    weights
        .values_mut()
        .for_each(|weight| *weight = rounded(*weight));
    Some(weights)
}

/// To ten digits.
fn rounded(weight: f64) -> f64 {
    format!("{weight:.9e}").parse().unwrap_or(weight)
}

struct Differ<'d, V> {
    store: &'d Diagrams<V>,
    known: HashMap<Vec<Node>, f64>,
    work: usize,
}

impl<V: Clone + Eq + Hash> Differ<'_, V> {
    /// In which share of the ways to make the later choices these do not all come to the same.
    fn share(&mut self, mut nodes: Vec<Node>) -> Option<f64> {
        nodes.sort_unstable();
        nodes.dedup();
        if nodes.len() < 2 {
            return Some(0.0);
        }
        if let Some(known) = self.known.get(&nodes) {
            return Some(*known);
        }
        self.work += nodes.len();
        if self.work > MOST_WORK {
            return None;
        }
        let choices = nodes
            .iter()
            .filter_map(|node| match self.store.part(*node) {
                Part::Branch(choice, each) => Some((choice, each.len())),
                Part::Value(_) => None,
            });
        let share = match choices.min() {
            // All of them are values, and equal values are one node.
            None => 1.0,
            Some((first, count)) => {
                let mut sum = 0.0;
                for at in 0..count {
                    let next = nodes.iter().map(|node| match self.store.part(*node) {
                        Part::Branch(choice, each) if choice == first => each[at],
                        _ => *node,
                    });
                    let next = next.collect();
                    sum += self.share(next)?;
                }
                #[expect(clippy::cast_precision_loss, reason = "at most some thousands")]
                let count = count as f64;
                sum / count
            }
        };
        self.known.insert(nodes, share);
        Some(share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_that_decides_more_often_weighs_more() {
        // a, or b and c.
        let mut store = Diagrams::new(100);
        let (no, yes) = (store.value(false), store.value(true));
        let c = store.branch(2, vec![no, yes]);
        let b = store.branch(1, vec![no, c]);
        let a = store.branch(0, vec![b, yes]);
        let found = weights(&store, a).unwrap();
        assert_eq!(found, BTreeMap::from([(0, 0.75), (1, 0.25), (2, 0.25)]));
    }
}
