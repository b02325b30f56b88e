//! The fewest choices that lead somewhere, where each choice may also stay open.

use std::collections::HashMap;
use std::hash::Hash;

use super::{Choice, Diagrams, Node, Part};

impl<V: Clone + Eq + Hash> Diagrams<V> {
    /// The fewest choices after which a diagram made by [`Diagrams::with_unknown`] comes to a value that is `meant`, in
    /// order; of equally few those with the first alternatives.
    pub fn fewest(&self, of: Node, meant: impl Fn(&V) -> bool) -> Option<Vec<(Choice, usize)>> {
        let mut known = HashMap::new();
        self.steps(of, &meant, &mut known)?;
        let mut made = Vec::new();
        let mut at = of;
        while let Part::Branch(choice, alternatives) = self.part(at) {
            let best = best(alternatives, &known)?;
            if best + 1 < alternatives.len() {
                made.push((choice, best));
            }
            at = alternatives[best];
        }
        Some(made)
    }

    fn steps(
        &self,
        of: Node,
        meant: &impl Fn(&V) -> bool,
        known: &mut HashMap<Node, Option<usize>>,
    ) -> Option<usize> {
        if let Some(steps) = known.get(&of) {
            return *steps;
        }
        let steps = match self.part(of) {
            Part::Value(value) => meant(value).then_some(0),
            Part::Branch(_, alternatives) => {
                for one in alternatives {
                    self.steps(*one, meant, known);
                }
                best(alternatives, known).and_then(|at| cost(alternatives, at, known))
            }
        };
        known.insert(of, steps);
        steps
    }
}

/// The alternative with the fewest steps behind it; the first of equally few.
fn best(alternatives: &[Node], known: &HashMap<Node, Option<usize>>) -> Option<usize> {
    (0..alternatives.len())
        .filter_map(|at| Some((cost(alternatives, at, known)?, at)))
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, at)| at)
}

fn cost(alternatives: &[Node], at: usize, known: &HashMap<Node, Option<usize>>) -> Option<usize> {
    let behind = known.get(&alternatives[at]).copied().flatten()?;
    Some(behind + usize::from(at + 1 < alternatives.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At least two of three: what stays open is a set of values, as bits.
    fn two_of_three() -> (Diagrams<u8>, Node) {
        let mut store = Diagrams::new(1000);
        let (no, yes) = (store.value(1), store.value(2));
        let third = store.branch(2, vec![no, yes]);
        let second_after_no = store.branch(1, vec![no, third]);
        let second_after_yes = store.branch(1, vec![third, yes]);
        let node = store.branch(0, vec![second_after_no, second_after_yes]);
        let open = store.with_unknown(node, |a, b| a | b);
        (store, open)
    }

    #[test]
    fn what_stays_open_can_be_both() {
        let (store, open) = two_of_three();
        let sizes = [(0, 3), (1, 3), (2, 3)].into_iter().collect();
        let ways = store.count(open, &sizes).unwrap();
        // Two no and anything is no: 3·2 + 1 of the 27; the same for yes.
        assert_eq!(ways.get(&1), Some(&7));
        assert_eq!(ways.get(&2), Some(&7));
        assert_eq!(ways.get(&3), Some(&13));
    }

    #[test]
    fn two_choices_settle_it() {
        let (store, open) = two_of_three();
        let found = store.fewest(open, |value| *value == 2);
        assert_eq!(found, Some(vec![(0, 1), (1, 1)]));
        assert_eq!(store.fewest(open, |value| *value == 3), Some(vec![]));
        assert_eq!(store.fewest(open, |value| *value == 0), None);
    }
}
