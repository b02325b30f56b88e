//! A diagram laid out for looking up fast, with everything it points at in two rows of numbers.

use std::collections::HashMap;
use std::hash::Hash;

use super::{Choice, Diagrams, Node, Part};

/// Marks a number that points at a value.
const VALUE: u32 = 1 << 31;

/// One diagram, for looking up.
#[derive(Clone, Debug)]
pub struct Flat<V> {
    /// The choice of each branch, and where its alternatives begin in `next`.
    branches: Vec<(Choice, u32)>,
    next: Vec<u32>,
    values: Vec<V>,
    root: u32,
}

impl<V: Clone + Eq + Hash> Flat<V> {
    /// Lays a diagram out. `name` gives each choice the place where its alternative will stand in what is looked up.
    pub fn of(store: &Diagrams<V>, root: Node, name: impl Fn(Choice) -> Choice) -> Self {
        let mut flat = Self {
            branches: Vec::new(),
            next: Vec::new(),
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
                self.branches.push((name(choice), number(self.next.len())));
                self.next.extend(each);
                number(self.branches.len() - 1)
            }
        };
        added.insert(node, at);
        at
    }

    /// Which value this comes to, as an index in [`Flat::values`]. `chosen` holds the alternative of each choice by its
    /// place; every alternative must be one that the diagram has.
    pub fn look_up(&self, chosen: &[u16]) -> usize {
        let mut at = self.root;
        while at & VALUE == 0 {
            let (choice, first) = self.branches[at as usize];
            at = self.next[first as usize + usize::from(chosen[choice as usize])];
        }
        (at & !VALUE) as usize
    }

    /// The places of the choices on the way to the value.
    pub fn on_the_way<'f>(&'f self, chosen: &'f [u16]) -> impl Iterator<Item = usize> + 'f {
        let mut at = self.root;
        std::iter::from_fn(move || {
            let (choice, first) = *self.branches.get(at as usize).filter(|_| at & VALUE == 0)?;
            at = self.next[first as usize + usize::from(chosen[choice as usize])];
            Some(choice as usize)
        })
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
