//! Counting: in how many ways each value is reached.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use super::{Choice, Diagrams, Node, Part};

impl<V: Clone + Eq + Hash + Ord> Diagrams<V> {
    /// In how many ways each value is reached. `sizes` gives each choice that is made with how many alternatives it has;
    /// among them all that the diagram looks at. Nothing where there are more ways than can be counted.
    pub fn count(&self, of: Node, sizes: &BTreeMap<Choice, usize>) -> Option<BTreeMap<V, u128>> {
        let places: HashMap<Choice, usize> = sizes.keys().copied().zip(0..).collect();
        let sizes: Vec<u128> = sizes.values().map(|size| *size as u128).collect();
        let place = |node: Node| match self.part(node) {
            Part::Value(_) => Some(sizes.len()),
            Part::Branch(choice, _) => places.get(&choice).copied(),
        };
        let between = |from: usize, to: usize| {
            let mut sizes = sizes[from..to].iter();
            sizes.try_fold(1_u128, |product, size| product.checked_mul(*size))
        };
        let mut ways: HashMap<Node, u128> = HashMap::new();
        ways.insert(of, between(0, place(of)?)?);
        let mut queue = BTreeSet::from([(place(of)?, of)]);
        let mut found: BTreeMap<V, u128> = BTreeMap::new();
        while let Some((at, node)) = queue.pop_first() {
            let here = ways.remove(&node)?;
            match self.part(node) {
                Part::Value(value) => {
                    let so_far = found.entry(value.clone()).or_default();
                    *so_far = so_far.checked_add(here)?;
                }
                Part::Branch(_, alternatives) => {
                    for next in alternatives {
                        let there = place(*next)?;
                        let more = here.checked_mul(between(at + 1, there)?)?;
                        let so_far = ways.entry(*next).or_default();
                        *so_far = so_far.checked_add(more)?;
                        queue.insert((there, *next));
                    }
                }
            }
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_that_makes_no_difference_counts_with_its_size() {
        let mut store = Diagrams::new(100);
        let (no, yes) = (store.value(0), store.value(1));
        let node = store.branch(2, vec![no, no, yes]);
        let sizes = BTreeMap::from([(0, 5), (2, 3), (7, 2)]);
        let ways = store.count(node, &sizes).unwrap();
        assert_eq!(ways, BTreeMap::from([(0, 20), (1, 10)]));
        let sizes = (0..200).map(|choice| (choice, 4)).collect();
        assert_eq!(store.count(node, &sizes), None, "4 to the 200th");
    }
}
