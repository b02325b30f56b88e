//! A diagram laid out for looking up fast, with everything it points at in one row of numbers.

use std::collections::HashMap;
use std::hash::Hash;

use super::{Choice, Diagrams, Node, Part};

/// Marks a number that points at a value.
const VALUE: u32 = 1 << 31;

/// One diagram, for looking up.
#[derive(Clone, Debug)]
pub struct Flat<V> {
    /// Of each branch its choice, and then where each of its alternatives leads.
    steps: Vec<u32>,
    values: Vec<V>,
    root: u32,
}

impl<V: Clone + Eq + Hash> Flat<V> {
    /// Lays a diagram out. `name` gives each choice the place where its alternative will stand in what is looked up.
    pub fn of(store: &Diagrams<V>, root: Node, name: impl Fn(Choice) -> Choice) -> Self {
        let mut flat = Self {
            steps: Vec::new(),
            values: Vec::new(),
            root: 0,
        };
        flat.root = flat.add(store, root, &name, &mut HashMap::new());
        flat
    }

    fn add(
        &mut self,
        store: &Diagrams<V>,
        node: Node,
        name: &impl Fn(Choice) -> Choice,
        added: &mut HashMap<Node, u32>,
    ) -> u32 {
        if let Some(at) = added.get(&node) {
            return *at;
        }
        let at = match store.part(node) {
            Part::Value(value) => {
                self.values.push(value.clone());
                number(self.values.len() - 1) | VALUE
            }
            Part::Branch(choice, alternatives) => {
                let each: Vec<u32> = alternatives
                    .iter()
                    .map(|one| self.add(store, *one, name, added))
                    .collect();
                let at = number(self.steps.len());
                self.steps.push(name(choice));
                self.steps.extend(each);
                at
            }
        };
        added.insert(node, at);
        at
    }

    /// Which value this comes to, as an index in [`Flat::values`]. `chosen` holds the alternative of each choice by its
    /// place; every alternative must be one that the diagram has.
    pub fn look_up(&self, chosen: &[u16]) -> usize {
        self.value_from(self.root, chosen)
    }

    fn value_from(&self, mut at: u32, chosen: &[u16]) -> usize {
        while at & VALUE == 0 {
            at = self.next(at, chosen[self.choice(at)]);
        }
        (at & !VALUE) as usize
    }

    /// Of what is chosen a set that comes to the same value, with none too many: the first choices go first. `nothing` holds
    /// for each choice the alternative that stands for no choice at all.
    pub fn needed(&self, chosen: &[u16], nothing: &[u16], mut tell: impl FnMut(usize)) {
        let value = self.look_up(chosen);
        let mut at = self.root;
        // What does not stand on the way there makes no difference.
        while at & VALUE == 0 {
            let choice = self.choice(at);
            let without = self.next(at, nothing[choice]);
            let given = chosen[choice];
            at = if given == nothing[choice] || self.value_from(without, chosen) == value {
                without
            } else {
                tell(choice);
                self.next(at, given)
            };
        }
    }

    fn choice(&self, at: u32) -> usize {
        self.steps[at as usize] as usize
    }

    fn next(&self, at: u32, alternative: u16) -> u32 {
        self.steps[at as usize + 1 + usize::from(alternative)]
    }

    /// Every value that it can come to.
    pub fn values(&self) -> &[V] {
        &self.values
    }
}

/// No diagram is that large: the store has a limit.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(VALUE - 1)
}
