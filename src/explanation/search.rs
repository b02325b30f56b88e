//! Looking through a diagram: the cheapest way to one value, and the fewest choices to make so that every way left leads
//! to good values. Both are exact; the second stops at a stated limit.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use crate::diagram::{Choice, Diagrams, Node, Part};

/// The search for the fewest choices gives up after this much work: nodes looked at, over all that is tried.
const MOST_WORK: usize = 400_000;

/// A choice that is made, and its alternative.
pub(super) type Made = (Choice, usize);

/// What can be done with a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Leave it open: every alternative counts.
    Open,
    /// It is like this anyhow.
    Is(usize),
    /// Make it so. This is what is counted.
    Make(usize),
}

/// What the search for the fewest choices came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fewest {
    /// These; no smaller set does it. Of equal ones, the set with the earliest choices.
    Found(Vec<Made>),
    /// There are none.
    Never,
    /// Too much to look through.
    TooMuch,
}

/// The fewest choices to make so that every value that is still possible is good.
///
/// All nodes that can still be reached are followed together, from the first choice to the last; what leads to the same
/// nodes is the same from then on, and only the cheapest is followed.
pub(super) fn fewest<V: Clone + Eq + Hash>(
    store: &Diagrams<V>,
    from: Node,
    ways: impl Fn(Choice, usize) -> Vec<Way>,
    good: impl Fn(&V) -> bool,
) -> Fewest {
    let mut search = Search {
        store,
        good,
        waiting: BTreeMap::new(),
        best: None,
        work: 0,
    };
    search.wait(vec![from], Vec::new());
    while let Some((choice, reached)) = search.waiting.pop_first() {
        for (nodes, made) in reached {
            if search.work > MOST_WORK {
                return Fewest::TooMuch;
            }
            if search
                .best
                .as_ref()
                .is_some_and(|best| !better(&made, best))
            {
                continue;
            }
            for way in ways(choice, alternatives(store, &nodes, choice)) {
                search.go(&nodes, &made, choice, way);
            }
        }
    }
    search.best.map_or(Fewest::Never, Fewest::Found)
}

struct Search<'d, V, G> {
    store: &'d Diagrams<V>,
    good: G,
    /// What is to be followed, by the first choice in it: the nodes, and what was made to get there.
    waiting: BTreeMap<Choice, BTreeMap<Vec<Node>, Vec<Made>>>,
    best: Option<Vec<Made>>,
    work: usize,
}

impl<V: Clone + Eq + Hash, G: Fn(&V) -> bool> Search<'_, V, G> {
    fn go(&mut self, nodes: &[Node], made: &[Made], choice: Choice, way: Way) {
        let mut next = Vec::with_capacity(nodes.len());
        for node in nodes {
            match (self.store.part(*node), way) {
                (Part::Branch(own, each), Way::Open) if own == choice => next.extend(each),
                (Part::Branch(own, each), Way::Is(at) | Way::Make(at)) if own == choice => {
                    next.extend(each.get(at));
                }
                _ => next.push(*node),
            }
        }
        let mut made = made.to_vec();
        if let Way::Make(at) = way {
            made.push((choice, at));
        }
        self.wait(next, made);
    }

    fn wait(&mut self, mut nodes: Vec<Node>, made: Vec<Made>) {
        nodes.sort_unstable();
        nodes.dedup();
        self.work += nodes.len() + 1;
        let mut first: Option<Choice> = None;
        let mut left = Vec::with_capacity(nodes.len());
        for node in nodes {
            match self.store.part(node) {
                Part::Value(value) if (self.good)(value) => {}
                Part::Value(_) => return,
                Part::Branch(choice, _) => {
                    first = Some(first.map_or(choice, |so_far| so_far.min(choice)));
                    left.push(node);
                }
            }
        }
        let known = match first {
            None => &mut self.best,
            Some(choice) => {
                let at = self.waiting.entry(choice).or_default();
                match at.entry(left) {
                    std::collections::btree_map::Entry::Vacant(empty) => {
                        empty.insert(made);
                        return;
                    }
                    std::collections::btree_map::Entry::Occupied(mut known) => {
                        if better(&made, known.get()) {
                            known.insert(made);
                        }
                        return;
                    }
                }
            }
        };
        if known.as_ref().is_none_or(|known| better(&made, known)) {
            *known = Some(made);
        }
    }
}

/// Fewer choices, or as many and earlier ones.
fn better(a: &[Made], b: &[Made]) -> bool {
    (a.len(), a) < (b.len(), b)
}

fn alternatives<V: Clone + Eq + Hash>(store: &Diagrams<V>, nodes: &[Node], of: Choice) -> usize {
    let each = nodes.iter().map(|node| match store.part(*node) {
        Part::Branch(choice, each) if choice == of => each.len(),
        _ => 0,
    });
    each.max().unwrap_or(0)
}

/// The cheapest way to a value: every choice on the way, and its alternative. `price` gives what an alternative costs;
/// nothing where it cannot be taken. Of equal ones the first alternatives.
pub(super) fn cheapest<V: Clone + Eq + Hash>(
    store: &Diagrams<V>,
    from: Node,
    price: impl Fn(Choice, usize) -> Option<usize>,
    to: impl Fn(&V) -> bool,
) -> Option<Vec<Made>> {
    // From the last choices to the first, so that what comes after a node is known before the node.
    let mut nodes: Vec<(Reverse<Choice>, Node)> = Vec::new();
    let mut known: HashMap<Node, Option<(usize, usize)>> = HashMap::new();
    for node in store.nodes(from) {
        match store.part(node) {
            Part::Value(value) => _ = known.insert(node, to(value).then_some((0, 0))),
            Part::Branch(choice, _) => nodes.push((Reverse(choice), node)),
        }
    }
    nodes.sort_unstable();
    for (_, node) in nodes {
        let Part::Branch(choice, each) = store.part(node) else {
            continue;
        };
        let costs = each.iter().enumerate().filter_map(|(at, next)| {
            let (after, _) = known.get(next).copied().flatten()?;
            Some((price(choice, at)? + after, at))
        });
        known.insert(node, costs.min());
    }
    let mut way = Vec::new();
    let mut node = from;
    loop {
        let (_, at) = known.get(&node).copied().flatten()?;
        match store.part(node) {
            Part::Value(_) => return Some(way),
            Part::Branch(choice, each) => {
                way.push((choice, at));
                node = each[at];
            }
        }
    }
}

/// Whether every value that is still possible is good.
pub(super) fn all_good<V: Clone + Eq + Hash>(
    store: &Diagrams<V>,
    from: Node,
    made: impl Fn(Choice) -> Option<usize>,
    good: impl Fn(&V) -> bool,
) -> bool {
    let mut seen = BTreeSet::new();
    let mut queue = vec![from];
    while let Some(node) = queue.pop() {
        if !seen.insert(node) {
            continue;
        }
        match store.part(node) {
            Part::Value(value) if good(value) => {}
            Part::Value(_) => return false,
            Part::Branch(choice, each) => match made(choice).and_then(|at| each.get(at)) {
                Some(next) => queue.push(*next),
                None => queue.extend(each),
            },
        }
    }
    true
}

/// What is left of these choices when each that is not needed is taken out, the last first.
pub(super) fn needed<V: Clone + Eq + Hash>(
    store: &Diagrams<V>,
    from: Node,
    made: Vec<Made>,
    fixed: impl Fn(Choice) -> Option<usize>,
    good: impl Fn(&V) -> bool,
) -> Vec<Made> {
    let mut left: BTreeMap<Choice, usize> = made.iter().copied().collect();
    for (choice, at) in made.into_iter().rev() {
        left.remove(&choice);
        let made = |one: Choice| left.get(&one).copied().or_else(|| fixed(one));
        if !all_good(store, from, made, &good) {
            left.insert(choice, at);
        }
    }
    left.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether at least so many of `count` choices, each of two alternatives, are the second.
    fn at_least(store: &mut Diagrams<bool>, least: u32, count: u32) -> Node {
        let mut sums = Diagrams::new(1_000_000);
        let mut sum = sums.value(0_u32);
        for choice in 0..count {
            let (no, yes) = (sums.value(0), sums.value(1));
            let one = sums.branch(choice, vec![no, yes]);
            sum = sums.zip(sum, one, |a, b| a + b);
        }
        copy(&sums, sum, store, least)
    }

    fn copy(from: &Diagrams<u32>, node: Node, to: &mut Diagrams<bool>, least: u32) -> Node {
        match from.part(node) {
            Part::Value(sum) => to.value(*sum >= least),
            Part::Branch(choice, each) => {
                let each = each.iter().map(|one| copy(from, *one, to, least)).collect();
                to.branch(choice, each)
            }
        }
    }

    #[test]
    fn fourteen_of_twenty_four_is_found_though_there_are_two_million_ways() {
        let mut store = Diagrams::new(1_000_000);
        let node = at_least(&mut store, 14, 24);
        let keep_or_leave = |_, _| vec![Way::Open, Way::Make(1)];
        let Fewest::Found(made) = fewest(&store, node, keep_or_leave, |high| *high) else {
            panic!("too much");
        };
        assert_eq!(made, (0..14).map(|choice| (choice, 1)).collect::<Vec<_>>());
        let left = needed(
            &store,
            node,
            (0..24).map(|choice| (choice, 1)).collect(),
            |_| None,
            |high| *high,
        );
        assert_eq!(left.len(), 14);
    }

    #[test]
    fn what_is_like_that_anyhow_costs_nothing() {
        let mut store = Diagrams::new(10_000);
        let node = at_least(&mut store, 3, 4);
        let second_is = |choice, _| match choice {
            1 => vec![Way::Is(1)],
            _ => vec![Way::Open, Way::Make(0), Way::Make(1)],
        };
        assert_eq!(
            fewest(&store, node, second_is, |high| *high),
            Fewest::Found(vec![(0, 1), (2, 1)])
        );
        assert_eq!(
            fewest(&store, node, |_, _| vec![Way::Open], |high| *high),
            Fewest::Never
        );
    }

    #[test]
    fn the_cheapest_way_changes_the_least() {
        let mut store = Diagrams::new(10_000);
        let node = at_least(&mut store, 2, 3);
        let price = |_, at: usize| Some(at);
        let way = cheapest(&store, node, price, |high| *high).unwrap();
        assert_eq!(way.iter().map(|(_, at)| at).sum::<usize>(), 2);
        let never = |choice, at| (choice != 1 || at == 0).then_some(at);
        let way = cheapest(&store, node, never, |high| *high).unwrap();
        assert_eq!(way, [(0, 1), (1, 0), (2, 1)]);
    }
}
