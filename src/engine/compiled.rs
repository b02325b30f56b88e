//! A list worked out beforehand, for whoever assesses many records: what every combination of answers comes to, with the
//! missing ones as one alternative more. Made by the engine and by nothing else, so it says what the engine says. Rows of
//! lists are not in it; a record that has them is assessed by itself.

use chrono::NaiveDate;

use super::branches::Branches;
use super::exact::Ways;
use super::knowledge::{Row, Worked};
use super::spread::Spread;
use super::truth::Truth;
use super::{Alternatives, View};
use crate::answer::Answers;
use crate::diagram::{Diagrams, Flat, Node};
use crate::questionnaire::{DerivedIx, Questionnaire};

/// With more nodes than this a value is not worked out beforehand.
const MOST: usize = 100_000;
/// Nor with an answer of more possibilities than this.
const MOST_VALUES: usize = 64;

/// A list worked out beforehand.
pub struct Compiled {
    /// The answers that some outcome looks at, in the order of asking: a record is one number a place, the index of the
    /// value, or the number of values (and one more where there are others) for a missing answer.
    pub places: Vec<Alternatives>,
    /// What each derived value comes to.
    pub outcomes: Vec<Flat<Ways>>,
    /// Which rule, table row or band decides about it; nothing where none does, or more than one may.
    pub deciding: Vec<Flat<Option<usize>>>,
    /// Whether the list turns out not to apply.
    pub outside: Flat<Truth>,
    /// A record in which every answer is missing.
    pub nothing: Vec<u16>,
}

impl Compiled {
    /// Works a list out on one day. Nothing where an outcome has too many possibilities.
    pub fn of(list: &Questionnaire, today: NaiveDate) -> Option<Self> {
        let none = Answers::default();
        let view = View::new(list, &none, today);
        let branches = Branches::with_new_rows(&view);
        let outside = branches.outside().0;
        let nodes: Option<Vec<Node>> = (0..list.derived.len())
            .map(|at| branches.outcome(DerivedIx(at)))
            .collect();
        let (ways, nodes) = branches.copy(nodes?.into_iter(), |thing| {
            Ways::of(Spread::unwrap(thing).unwrap_or(&Spread::nothing()))
        });
        let rows = (0..list.derived.len()).map(|at| branches.deciding(DerivedIx(at)));
        let rows: Vec<Node> = rows.collect();
        let (rows, deciding) = branches.copy(rows.into_iter(), |thing| {
            Row::unwrap(thing).and_then(|row| row.0)
        });
        let (truths, outside) = branches.copy([outside].into_iter(), |thing| {
            Truth::unwrap(thing).copied().unwrap_or(Truth::Unknown)
        });
        let mut used = nodes.iter().flat_map(|node| ways.choices(*node));
        if used.any(|choice| branches.answers_at(choice).values.len() > MOST_VALUES) {
            return None;
        }
        // What is asked of rows stays unknown: records with rows do not come here.
        let asked = |choice| !branches.is_of_rows(choice);
        let ways = open(ways, nodes, asked, Ways::or)?;
        let outside = open(truths, outside, asked, |a, b| {
            if a == b { *a } else { Truth::Unknown }
        })?;
        let deciding = open(rows, deciding, asked, |a, b| a.filter(|_| a == b))?;
        let mut choices: Vec<_> = ways
            .1
            .iter()
            .flat_map(|node| ways.0.choices(*node))
            .collect();
        choices.extend(outside.1.iter().flat_map(|node| outside.0.choices(*node)));
        choices.extend(deciding.1.iter().flat_map(|node| deciding.0.choices(*node)));
        choices.sort_unstable();
        choices.dedup();
        let place = |choice| {
            let at = choices.binary_search(&choice).unwrap_or_default();
            u32::try_from(at).unwrap_or_default()
        };
        let flat = |node: &Node| Flat::of(&ways.0, *node, place);
        let places: Vec<Alternatives> = choices
            .iter()
            .map(|one| branches.answers_at(*one))
            .collect();
        let missing = |of: &Alternatives| of.values.len() + usize::from(of.others);
        let missing = |of| u16::try_from(missing(of)).unwrap_or(u16::MAX);
        Some(Self {
            nothing: places.iter().map(missing).collect(),
            places,
            outcomes: ways.1.iter().map(flat).collect(),
            deciding: deciding
                .1
                .iter()
                .map(|node| Flat::of(&deciding.0, *node, place))
                .collect(),
            outside: Flat::of(&outside.0, outside.1[0], place),
        })
    }

    /// The number that stands for a missing answer at this place.
    pub fn missing(&self, place: usize) -> u16 {
        self.nothing[place]
    }

    /// Of the given answers an irreducible set that fixes an outcome as it is: with any of them taken away it could be
    /// otherwise. `chosen` is a record; tells the places of the set. Later answers stay longest.
    pub fn kept(&self, outcome: usize, chosen: &[u16], tell: impl FnMut(usize)) {
        self.outcomes[outcome].needed(chosen, &self.nothing, tell);
    }
}

/// Gives each choice the alternative that it is missing; those that are not asked always are.
fn open<V: Clone + Eq + std::hash::Hash>(
    mut store: Diagrams<V>,
    nodes: Vec<Node>,
    asked: impl Fn(u32) -> bool,
    mut join: impl FnMut(&V, &V) -> V,
) -> Option<(Diagrams<V>, Vec<Node>)> {
    store.limit(MOST);
    let mut opened = Vec::new();
    for node in nodes {
        let node = store.forget(node, |choice| !asked(choice), &mut join);
        opened.push(store.with_unknown(node, &mut join));
    }
    (!store.is_full()).then_some((store, opened))
}
