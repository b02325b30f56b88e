//! The fewest given answers that must change for another outcome. For authors, demo and training: in a real case nothing
//! shows this.

use super::ground::{Ground, Landscape};
use super::search::{Fewest, Made, Way, cheapest, fewest};
use super::{MOST_VALUES, plain, single_values};
use crate::answer::{Key, Value};
use crate::engine::{About, Outcome, Spread, View};
use crate::questionnaire::DerivedIx;

/// A change of given answers that gives another outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counter {
    /// The other outcome.
    pub to: Spread,
    /// Which answers change, and to what. No smaller change makes this outcome possible, or where `certain`: certain.
    pub changes: Vec<(Key, Value)>,
    /// Whether the other outcome is then fixed. Otherwise it is possible, with a fitting answer to what is missing.
    pub certain: bool,
    /// Whether it is sure that no smaller change does. Only answers are changed; rows stay as they are.
    pub smallest: bool,
}

/// What other outcomes are near.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// For each other outcome the smallest change that makes it possible, and the smallest that makes it certain where
    /// that is another one; the smallest first. Of an outcome with very many values only the nearest other one.
    pub changes: Vec<Counter>,
    /// Whether only the nearest other outcome was looked for.
    pub only_nearest: bool,
    /// Whether every other outcome that a change of answers can give is among these.
    pub complete: bool,
}

/// What would give another outcome than the one that is fixed; nothing while it is open, or too large to look through.
pub fn counter(view: &View<'_>, at: DerivedIx, outcome: &Outcome) -> Option<Counters> {
    if !outcome.is_fixed() {
        return None;
    }
    let land = Landscape::of(view, at, true)?;
    let value = plain(&outcome.spread);
    let derived = view.list.derived(at);
    let values = single_values(derived, land.store.values(land.node));
    let others: Vec<Spread> = values.into_iter().filter(|one| *one != value).collect();
    let exact = land.is_exact() && Ground::new(view, at).rows().is_empty();
    let mut changes = Vec::new();
    let mut all_found = true;
    let only_nearest = others.len() > MOST_VALUES;
    if only_nearest {
        changes.extend(land.nearest(|one| one.is_fixed() && *one != value));
    } else {
        for other in &others {
            let Some(possible) = land.nearest(|one| one == other) else {
                continue;
            };
            let certain = match land.certain(other) {
                Ok(certain) => certain,
                Err(TooMuch) => {
                    all_found = false;
                    None
                }
            };
            match certain {
                Some(certain) if certain.changes.len() <= possible.changes.len() => {
                    changes.push(certain);
                }
                certain => {
                    changes.push(possible);
                    changes.extend(certain);
                }
            }
        }
    }
    changes.sort_by_key(|one| one.changes.len());
    for one in &mut changes {
        one.smallest = exact || one.changes.len() <= 1;
    }
    Some(Counters {
        changes,
        only_nearest,
        complete: exact && all_found && !only_nearest,
    })
}

struct TooMuch;

impl Landscape {
    /// The smallest change that makes a value possible.
    fn nearest(&self, to: impl Fn(&Spread) -> bool) -> Option<Counter> {
        let price = |choice, at| {
            let answer = self.answers.get(&choice)?;
            match self.given(choice) {
                Some(given) if given == at => Some(0),
                Some(_) => (at < answer.values.len()).then_some(1),
                None => Some(0),
            }
        };
        let way = cheapest(&self.store, self.node, price, to)?;
        let end = way
            .iter()
            .fold(self.node, |node, made| self.follow(node, *made));
        let to = self.store.values(end).next()?.clone();
        let changed = way
            .into_iter()
            .filter(|(choice, at)| self.given(*choice).is_some_and(|given| given != *at));
        let changes = self.changes(changed.collect());
        let certain = self.comes_to(&changes, &to);
        Some(Counter {
            to,
            changes,
            certain,
            smallest: false,
        })
    }

    fn follow(&self, node: crate::diagram::Node, (choice, at): Made) -> crate::diagram::Node {
        match self.store.part(node) {
            crate::diagram::Part::Branch(own, each) if own == choice => each[at],
            _ => node,
        }
    }

    /// Whether with these changes this is the only value left.
    fn comes_to(&self, changes: &[(Key, Value)], to: &Spread) -> bool {
        let made = |choice| {
            let answer = self.answers.get(&choice)?;
            let changed = changes.iter().find(|(key, _)| *key == answer.key);
            match changed {
                Some((_, value)) if answer.about == About::Answer => {
                    answer.values.iter().position(|one| one == value)
                }
                _ => answer.given,
            }
        };
        super::search::all_good(&self.store, self.node, made, |one| one == to)
    }

    /// The smallest change that makes a value certain.
    fn certain(&self, to: &Spread) -> Result<Option<Counter>, TooMuch> {
        let ways = |choice, _| match (self.given(choice), self.answers.get(&choice)) {
            (Some(given), Some(answer)) => {
                let others = (0..answer.values.len()).filter(|at| *at != given);
                std::iter::once(Way::Is(given))
                    .chain(others.map(Way::Make))
                    .collect()
            }
            _ => vec![Way::Open],
        };
        match fewest(&self.store, self.node, ways, |one| one == to) {
            Fewest::TooMuch => Err(TooMuch),
            Fewest::Never => Ok(None),
            Fewest::Found(made) => Ok(Some(Counter {
                to: to.clone(),
                changes: self.changes(made),
                certain: true,
                smallest: false,
            })),
        }
    }

    fn changes(&self, made: Vec<Made>) -> Vec<(Key, Value)> {
        let each = made.into_iter().filter_map(|(choice, at)| {
            let answer = self.answers.get(&choice)?;
            Some((answer.key.clone(), answer.values.get(at)?.clone()))
        });
        each.collect()
    }
}
