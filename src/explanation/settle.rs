//! The fewest missing answers that would settle an open outcome, for each value that it can still have.

use super::ground::Landscape;
use super::search::{Fewest, Made, Way, cheapest, fewest, needed};
use super::{MOST_VALUES, single_values};
use crate::answer::{Key, Value};
use crate::engine::{About, Spread};
use crate::questionnaire::Derived;

/// Answers that settle an open outcome, whatever the other missing answers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settle {
    /// What it then is.
    pub to: Spread,
    /// With these answers; none of them can be left out.
    pub answers: Vec<(Key, Settling)>,
    /// Whether it is certain that no smaller set settles it so.
    pub smallest: bool,
}

/// What settles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settling {
    /// This answer.
    Answer(Value),
    /// That there are no more rows than there are.
    NoMoreRows,
}

impl Landscape {
    /// For each value the fewest answers that settle it so, in the order of the values; of very many values only one set.
    /// A value that only a row that is not there yet can give has none.
    pub(super) fn settles(&self, derived: &Derived) -> Vec<Settle> {
        let values = single_values(derived, self.store.values(self.node));
        if values.len() > MOST_VALUES {
            return self.some_way(Spread::is_fixed).into_iter().collect();
        }
        let each = values.iter().filter_map(|to| {
            let ways = |choice, count| {
                let make = (0..count).filter(|at| self.can_be_said(choice, *at));
                std::iter::once(Way::Open)
                    .chain(make.map(Way::Make))
                    .collect()
            };
            match fewest(&self.store, self.node, ways, |one| one == to) {
                Fewest::Found(made) => Some(Settle {
                    to: to.clone(),
                    answers: self.settling(made),
                    smallest: true,
                }),
                Fewest::Never => None,
                Fewest::TooMuch => self.some_way(|one| one == to),
            }
        });
        each.collect()
    }

    /// A short way to a value, without what is not needed.
    fn some_way(&self, good: impl Fn(&Spread) -> bool) -> Option<Settle> {
        let price = |choice, at| self.can_be_said(choice, at).then_some(1);
        let way = cheapest(&self.store, self.node, price, good)?;
        let end = way.iter().fold(self.node, |node, (choice, at)| {
            match self.store.part(node) {
                crate::diagram::Part::Branch(own, each) if own == *choice => each[*at],
                _ => node,
            }
        });
        let to = self.store.values(end).next()?.clone();
        let made = needed(&self.store, self.node, way, |_| None, |one| *one == to);
        Some(Settle {
            smallest: made.len() <= 1,
            answers: self.settling(made),
            to,
        })
    }

    /// Whether an alternative can be given as an answer: of a row that is not there, nothing can.
    fn can_be_said(&self, choice: u32, at: usize) -> bool {
        self.answers
            .get(&choice)
            .is_some_and(|one| match one.about {
                About::Answer => at < one.values.len(),
                About::MoreRows => at == 0,
                About::NewRow => false,
            })
    }

    fn settling(&self, made: Vec<Made>) -> Vec<(Key, Settling)> {
        let each = made.into_iter().filter_map(|(choice, at)| {
            let one = self.answers.get(&choice)?;
            let settling = match one.about {
                About::MoreRows => Settling::NoMoreRows,
                _ => Settling::Answer(one.values.get(at)?.clone()),
            };
            Some((one.key.clone(), settling))
        });
        each.collect()
    }
}
