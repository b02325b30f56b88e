//! Decision diagrams: one value for each way to fill in a row of choices, with everything that is equal kept once. Knows
//! nothing of questions; what the choices and the values mean is up to who makes them.
//!
//! The choices of a diagram are always looked at in the same order, a choice that makes no difference does not stand in
//! it, and no two nodes are equal. So two diagrams that say the same are the same node.

mod count;
mod fewest;
mod flat;

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

pub use flat::Flat;

/// A choice: its place in the order in which choices are looked at.
pub type Choice = u32;

/// Points at a diagram in its store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(u32);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Content<V> {
    Value(V),
    Branch(Choice, Box<[Node]>),
}

/// What a node is.
#[derive(Debug)]
pub enum Part<'d, V> {
    /// This value, whatever is chosen.
    Value(&'d V),
    /// It depends on this choice; one diagram for each of its alternatives.
    Branch(Choice, &'d [Node]),
}

/// A store of diagrams that share their parts.
pub struct Diagrams<V> {
    contents: Vec<Content<V>>,
    known: HashMap<Content<V>, Node>,
    most: usize,
    full: bool,
}

impl<V: Clone + Eq + Hash> Diagrams<V> {
    /// A store of at most so many nodes.
    pub fn new(most: usize) -> Self {
        Self {
            contents: Vec::new(),
            known: HashMap::new(),
            most,
            full: false,
        }
    }

    /// Whether there was no room for all nodes. What was made from then on says nothing.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Sets how many nodes there may be.
    pub fn limit(&mut self, most: usize) {
        self.most = most;
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.contents.len()
    }

    /// Whether there is no node yet.
    pub fn is_empty(&self) -> bool {
        self.contents.is_empty()
    }

    /// This value, whatever is chosen.
    pub fn value(&mut self, value: V) -> Node {
        self.node(Content::Value(value))
    }

    /// One diagram for each alternative of a choice. All of them must look only at later choices.
    pub fn branch(&mut self, choice: Choice, alternatives: Vec<Node>) -> Node {
        match alternatives.split_first() {
            Some((first, rest)) if rest.iter().all(|other| other == first) => *first,
            _ => self.node(Content::Branch(choice, alternatives.into())),
        }
    }

    /// What this node is.
    pub fn part(&self, node: Node) -> Part<'_, V> {
        match &self.contents[node.0 as usize] {
            Content::Value(value) => Part::Value(value),
            Content::Branch(choice, alternatives) => Part::Branch(*choice, alternatives),
        }
    }

    /// The same diagram in another store, with another value for each value.
    pub fn copy<W: Clone + Eq + Hash>(
        &self,
        of: Node,
        to: &mut Diagrams<W>,
        change: &mut impl FnMut(&V) -> W,
        done: &mut HashMap<Node, Node>,
    ) -> Node {
        if let Some(node) = done.get(&of) {
            return *node;
        }
        let node = match self.part(of) {
            Part::Value(value) => to.value(change(value)),
            Part::Branch(choice, alternatives) => {
                let each = alternatives
                    .iter()
                    .map(|one| self.copy(*one, to, change, done))
                    .collect();
                to.branch(choice, each)
            }
        };
        done.insert(of, node);
        node
    }

    /// The same diagram with another value for each value.
    pub fn map(&mut self, of: Node, mut change: impl FnMut(&V) -> V) -> Node {
        self.map_known(of, &mut change, &mut HashMap::new())
    }

    fn map_known(
        &mut self,
        of: Node,
        change: &mut impl FnMut(&V) -> V,
        done: &mut HashMap<Node, Node>,
    ) -> Node {
        if let Some(node) = done.get(&of) {
            return *node;
        }
        let node = match self.part(of) {
            Part::Value(value) => {
                let changed = change(value);
                self.value(changed)
            }
            Part::Branch(choice, alternatives) => {
                let alternatives = alternatives.to_vec();
                let changed = alternatives
                    .into_iter()
                    .map(|one| self.map_known(one, change, done))
                    .collect();
                self.branch(choice, changed)
            }
        };
        done.insert(of, node);
        node
    }

    /// What two diagrams make together, choice by choice.
    pub fn zip(&mut self, a: Node, b: Node, mut join: impl FnMut(&V, &V) -> V) -> Node {
        self.zip_known(a, b, &mut join, &mut HashMap::new())
    }

    fn zip_known(
        &mut self,
        a: Node,
        b: Node,
        join: &mut impl FnMut(&V, &V) -> V,
        done: &mut HashMap<(Node, Node), Node>,
    ) -> Node {
        if let Some(node) = done.get(&(a, b)) {
            return *node;
        }
        if self.full {
            return a;
        }
        let first = match (self.part(a), self.part(b)) {
            (Part::Value(x), Part::Value(y)) => {
                let joined = join(x, y);
                let node = self.value(joined);
                done.insert((a, b), node);
                return node;
            }
            (Part::Branch(choice, _), Part::Value(_))
            | (Part::Value(_), Part::Branch(choice, _)) => choice,
            (Part::Branch(x, _), Part::Branch(y, _)) => x.min(y),
        };
        let count = self.alternatives(a, first).max(self.alternatives(b, first));
        let alternatives = (0..count)
            .map(|at| {
                let (x, y) = (self.chosen(a, first, at), self.chosen(b, first, at));
                self.zip_known(x, y, join, done)
            })
            .collect();
        let node = self.branch(first, alternatives);
        done.insert((a, b), node);
        node
    }

    /// The diagram that is left when this alternative of this choice is taken; the choice must not come after its own
    /// first.
    fn chosen(&self, of: Node, choice: Choice, at: usize) -> Node {
        match self.part(of) {
            Part::Branch(own, alternatives) if own == choice => alternatives[at],
            _ => of,
        }
    }

    fn alternatives(&self, of: Node, choice: Choice) -> usize {
        match self.part(of) {
            Part::Branch(own, alternatives) if own == choice => alternatives.len(),
            _ => 0,
        }
    }

    /// The diagram that is left when some choices are made. `made` gives the alternative of a choice, or nothing where
    /// it stays open.
    pub fn restrict(&mut self, of: Node, made: impl Fn(Choice) -> Option<usize>) -> Node {
        self.restrict_known(of, &made, &mut HashMap::new())
    }

    fn restrict_known(
        &mut self,
        of: Node,
        made: &impl Fn(Choice) -> Option<usize>,
        done: &mut HashMap<Node, Node>,
    ) -> Node {
        if let Some(node) = done.get(&of) {
            return *node;
        }
        let (choice, alternatives) = match self.part(of) {
            Part::Value(_) => return of,
            Part::Branch(choice, alternatives) => (choice, alternatives.to_vec()),
        };
        let node = match made(choice).and_then(|at| alternatives.get(at)) {
            Some(next) => self.restrict_known(*next, made, done),
            None => {
                let left = alternatives
                    .into_iter()
                    .map(|one| self.restrict_known(one, made, done))
                    .collect();
                self.branch(choice, left)
            }
        };
        done.insert(of, node);
        node
    }

    /// Takes some choices out: what they lead to is what all their alternatives lead to together.
    pub fn forget(
        &mut self,
        of: Node,
        which: impl Fn(Choice) -> bool,
        mut join: impl FnMut(&V, &V) -> V,
    ) -> Node {
        self.forget_known(of, &which, &mut join, &mut HashMap::new())
    }

    fn forget_known(
        &mut self,
        of: Node,
        which: &impl Fn(Choice) -> bool,
        join: &mut impl FnMut(&V, &V) -> V,
        done: &mut HashMap<Node, Node>,
    ) -> Node {
        if let Some(node) = done.get(&of) {
            return *node;
        }
        let (choice, alternatives) = match self.part(of) {
            Part::Value(_) => return of,
            Part::Branch(choice, alternatives) => (choice, alternatives.to_vec()),
        };
        let each: Vec<Node> = alternatives
            .into_iter()
            .map(|one| self.forget_known(one, which, join, done))
            .collect();
        let node = if which(choice) {
            let together = each.into_iter();
            let together = together.reduce(|so_far, one| self.zip(so_far, one, &mut *join));
            together.unwrap_or(of)
        } else {
            self.branch(choice, each)
        };
        done.insert(of, node);
        node
    }

    /// Gives each choice one alternative more, the last: that it is not known. What it leads to is what all others lead
    /// to together; `join` says what two values are together, and must not care about their order.
    pub fn with_unknown(&mut self, of: Node, mut join: impl FnMut(&V, &V) -> V) -> Node {
        self.with_unknown_known(of, &mut join, &mut HashMap::new())
    }

    fn with_unknown_known(
        &mut self,
        of: Node,
        join: &mut impl FnMut(&V, &V) -> V,
        done: &mut HashMap<Node, Node>,
    ) -> Node {
        if let Some(node) = done.get(&of) {
            return *node;
        }
        let (choice, alternatives) = match self.part(of) {
            Part::Value(_) => return of,
            Part::Branch(choice, alternatives) => (choice, alternatives.to_vec()),
        };
        let mut each: Vec<Node> = alternatives
            .into_iter()
            .map(|one| self.with_unknown_known(one, join, done))
            .collect();
        let known = each.clone().into_iter();
        let unknown = known.reduce(|so_far, one| self.zip(so_far, one, &mut *join));
        each.extend(unknown);
        let node = self.branch(choice, each);
        done.insert(of, node);
        node
    }

    /// Works something out from the values up, each node once.
    pub fn fold<T: Clone>(
        &self,
        of: Node,
        value: &mut impl FnMut(&V) -> T,
        branch: &mut impl FnMut(Choice, Vec<T>) -> T,
    ) -> T {
        self.fold_known(of, value, branch, &mut HashMap::new())
    }

    fn fold_known<T: Clone>(
        &self,
        of: Node,
        value: &mut impl FnMut(&V) -> T,
        branch: &mut impl FnMut(Choice, Vec<T>) -> T,
        done: &mut HashMap<Node, T>,
    ) -> T {
        if let Some(known) = done.get(&of) {
            return known.clone();
        }
        let made = match self.part(of) {
            Part::Value(one) => value(one),
            Part::Branch(choice, alternatives) => {
                let each = alternatives
                    .iter()
                    .map(|one| self.fold_known(*one, value, branch, done))
                    .collect();
                branch(choice, each)
            }
        };
        done.insert(of, made.clone());
        made
    }

    /// Every node behind this one, itself included.
    pub fn nodes(&self, of: Node) -> BTreeSet<Node> {
        let mut seen = BTreeSet::new();
        let mut queue = vec![of];
        while let Some(node) = queue.pop() {
            if seen.insert(node)
                && let Part::Branch(_, alternatives) = self.part(node)
            {
                queue.extend(alternatives);
            }
        }
        seen
    }

    /// The choices that make a difference, in order.
    pub fn choices(&self, of: Node) -> BTreeSet<Choice> {
        let each = self.nodes(of).into_iter();
        each.filter_map(|node| match self.part(node) {
            Part::Branch(choice, _) => Some(choice),
            Part::Value(_) => None,
        })
        .collect()
    }

    /// The values that some choices lead to.
    pub fn values(&self, of: Node) -> impl Iterator<Item = &V> {
        let each = self.nodes(of).into_iter();
        each.filter_map(|node| match self.part(node) {
            Part::Value(value) => Some(value),
            Part::Branch(..) => None,
        })
    }

    fn node(&mut self, content: Content<V>) -> Node {
        if let Some(node) = self.known.get(&content) {
            return *node;
        }
        if self.contents.len() >= self.most {
            self.full = true;
            if let Content::Branch(_, alternatives) = &content
                && let Some(first) = alternatives.first()
            {
                return *first;
            }
        }
        let node = Node(u32::try_from(self.contents.len()).unwrap_or(u32::MAX));
        self.contents.push(content.clone());
        self.known.insert(content, node);
        node
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether so many of `count` choices, each of two alternatives, were the second.
    fn at_least(store: &mut Diagrams<i32>, least: i32, count: u32) -> Node {
        let zero = store.value(0);
        let mut sum = zero;
        for choice in 0..count {
            let no = store.value(0);
            let yes = store.value(1);
            let one = store.branch(choice, vec![no, yes]);
            sum = store.zip(sum, one, |a, b| a + b);
        }
        store.map(sum, |sum| i32::from(*sum >= least))
    }

    fn ways(store: &Diagrams<i32>, node: Node, count: u32) -> u64 {
        (0..1_u64 << count)
            .filter(|bits| {
                let mut at = node;
                loop {
                    match store.part(at) {
                        Part::Value(value) => return *value == 1,
                        Part::Branch(choice, next) => at = next[(bits >> choice & 1) as usize],
                    }
                }
            })
            .count() as u64
    }

    #[test]
    fn a_count_is_as_wide_as_it_is_long() {
        let mut store = Diagrams::new(10_000);
        let node = at_least(&mut store, 4, 8);
        assert_eq!(ways(&store, node, 8), 163, "256 - 1 - 8 - 28 - 56");
        assert!(store.nodes(node).len() < 30);
        assert_eq!(store.choices(node).len(), 8);
    }

    #[test]
    fn what_says_the_same_is_the_same() {
        let mut store = Diagrams::new(10_000);
        let a = at_least(&mut store, 2, 3);
        let sum = at_least(&mut store, 2, 3);
        assert_eq!(a, sum);
        let (no, yes) = (store.value(0), store.value(1));
        assert_eq!(store.branch(7, vec![a, a]), a);
        let choice = store.branch(0, vec![no, yes]);
        let never = store.map(choice, |_| 0);
        assert_eq!(never, no);
    }

    #[test]
    fn a_choice_made_is_gone() {
        let mut store = Diagrams::new(10_000);
        let node = at_least(&mut store, 2, 3);
        let left = store.restrict(node, |choice| (choice == 1).then_some(1));
        assert_eq!(store.choices(left), BTreeSet::from([0, 2]));
        assert_eq!(ways(&store, left, 3), 6);
    }

    #[test]
    fn what_is_not_known_is_all_that_can_be() {
        let mut store = Diagrams::new(10_000);
        let (no, yes) = (store.value(1), store.value(2));
        let last = store.branch(1, vec![no, yes]);
        let both = store.branch(0, vec![no, last]);
        let open = store.with_unknown(both, |a, b| a | b);
        let after = |store: &Diagrams<i32>, first: usize, second: usize| {
            store.fold(open, &mut |value| *value, &mut |choice, each: Vec<i32>| {
                each[if choice == 0 { first } else { second }]
            })
        };
        assert_eq!(after(&store, 0, 2), 1, "no, whatever the second is");
        assert_eq!(after(&store, 1, 2), 3, "either");
        assert_eq!(after(&store, 2, 1), 3, "either");
        assert_eq!(after(&store, 2, 0), 1, "no both ways");
    }

    #[test]
    fn a_full_store_says_so() {
        let mut store = Diagrams::new(10);
        at_least(&mut store, 4, 8);
        assert!(store.is_full());
    }
}
