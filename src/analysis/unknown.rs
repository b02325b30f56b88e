//! Answers of which any may be *onbekend*: what can then still follow, and the fewest answers that settle something.

use std::collections::HashMap;

use super::space::{Id, Steps};
use crate::diagram::{Diagrams, Node, Part};

/// Of at most so many values it is told between which it is open.
const FEW: usize = 16;
/// Diagrams of more nodes than this are given up.
const MOST: usize = 400_000;

/// What can still follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Still {
    /// This, whatever the unknown answers are.
    One(Id),
    /// These, each by its bit.
    Few(u64),
    /// More than one.
    Many,
}

/// The diagram of a value with one alternative more for each answer: it is unknown.
pub(super) struct Unknown {
    pub store: Diagrams<Still>,
    pub node: Node,
}

impl Unknown {
    /// Lets every answer be unknown; nothing where that is too much.
    pub fn new(from: &Diagrams<Id>, node: Node) -> Option<Self> {
        let few = from.values(node).all(|id| *id < FEW);
        let mut store = Diagrams::new(MOST);
        let copied = copy(from, node, &mut store, &mut HashMap::new());
        let node = store.with_unknown(copied, |a, b| join(*a, *b, few));
        (!store.is_full()).then_some(Self { store, node })
    }

    /// The fewest answers after which it is one of these values, whatever the others are.
    pub fn fewest(&self, meant: impl Fn(Id) -> bool) -> Option<Steps> {
        self.store.fewest(
            self.node,
            |still| matches!(still, Still::One(id) if meant(*id)),
        )
    }
}

/// The fewest answers after which a diagram comes to one of these values; nothing where that is too much to find.
pub(super) fn fewest(from: &Diagrams<Id>, node: Node, meant: impl Fn(Id) -> bool) -> Option<Steps> {
    Unknown::new(from, node)?.fewest(meant)
}

fn copy(
    from: &Diagrams<Id>,
    node: Node,
    to: &mut Diagrams<Still>,
    done: &mut HashMap<Node, Node>,
) -> Node {
    if let Some(known) = done.get(&node) {
        return *known;
    }
    let made = match from.part(node) {
        Part::Value(id) => to.value(Still::One(*id)),
        Part::Branch(choice, alternatives) => {
            let each = alternatives
                .iter()
                .map(|one| copy(from, *one, to, done))
                .collect();
            to.branch(choice, each)
        }
    };
    done.insert(node, made);
    made
}

fn join(a: Still, b: Still, few: bool) -> Still {
    let bits = |still: Still| match still {
        Still::One(id) => Some(1_u64 << id),
        Still::Few(bits) => Some(bits),
        Still::Many => None,
    };
    if a == b {
        return a;
    }
    match few.then(|| Some(bits(a)? | bits(b)?)).flatten() {
        Some(bits) => Still::Few(bits),
        None => Still::Many,
    }
}

/// The values behind these bits.
pub(super) fn ids(bits: u64) -> impl Iterator<Item = Id> {
    (0..FEW).filter(move |id| bits >> id & 1 == 1)
}
