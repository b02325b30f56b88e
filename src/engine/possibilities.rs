//! What each way to fill in answers comes to, for whoever wants to look through all of them: to explain an outcome, to say
//! what to find out, to analyse a list.

use std::collections::BTreeMap;

use super::View;
use super::branches::Branches;
use super::knowledge::Worked;
use super::spread::Spread;
use crate::answer::{Key, Value};
use crate::diagram::{Choice, Diagrams, Node};
use crate::questionnaire::DerivedIx;

/// Diagrams of derived values over answers.
pub struct Possibilities {
    /// The diagrams; each value is what the derived value can then still be: one value, except where it rests on a
    /// missing answer that is not finite.
    pub store: Diagrams<Spread>,
    /// The diagram of each derived value that was asked for; those that grow too large are not there.
    pub outcomes: BTreeMap<DerivedIx, Node>,
    /// The answers that are chosen from, by the choice in the diagrams, in the order of asking.
    pub answers: BTreeMap<Choice, Alternatives>,
}

/// The answers to choose from at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternatives {
    /// The place.
    pub key: Key,
    /// What can be answered, as far as the list can tell answers apart.
    pub values: Vec<Value>,
    /// Whether there are other answers that behave otherwise; one alternative more in the diagrams stands for all of them.
    pub others: bool,
    /// Which of these was given.
    pub given: Option<usize>,
    /// What is chosen.
    pub about: About,
}

/// What a choice in the diagrams is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// An answer.
    Answer,
    /// How many rows a list still gets: the first alternative is none.
    MoreRows,
    /// An answer in a row that a list may still get; its key is that of the list.
    NewRow,
}

impl View<'_> {
    /// Every way to fill in the missing answers, and the known ones that are `free`, and what these derived values come
    /// to. A list that turns out not to apply gives no value.
    pub fn possibilities(
        &self,
        of: impl IntoIterator<Item = DerivedIx>,
        free: impl Fn(&Key) -> bool,
    ) -> Possibilities {
        gather(&Branches::new(self, free), of)
    }

    /// The same, and every way in which a list that is not closed gets more rows.
    pub fn possibilities_with_rows(
        &self,
        of: impl IntoIterator<Item = DerivedIx>,
        free: impl Fn(&Key) -> bool,
    ) -> Possibilities {
        gather(&Branches::new_rows_and(self, free), of)
    }
}

fn gather(branches: &Branches<'_>, of: impl IntoIterator<Item = DerivedIx>) -> Possibilities {
    let outcomes: BTreeMap<DerivedIx, Node> = of
        .into_iter()
        .filter_map(|at| Some((at, branches.outcome(at)?)))
        .collect();
    let (store, copies) = branches.copy(outcomes.values().copied(), |thing| {
        Spread::unwrap(thing).map_or_else(Spread::nothing, Clone::clone)
    });
    let outcomes: BTreeMap<DerivedIx, Node> = outcomes.into_keys().zip(copies).collect();
    let chosen = outcomes.values().flat_map(|node| store.choices(*node));
    let answers = chosen.map(|choice| (choice, branches.answers_at(choice)));
    let answers = answers.collect();
    Possibilities {
        store,
        outcomes,
        answers,
    }
}
