//! The fewest given answers that fix an outcome, whatever all other answers are.

use std::collections::BTreeSet;

use super::fact::Fact;
use super::ground::{Ground, Landscape};
use super::plain;
use super::search::{Fewest, Way, all_good, cheapest, fewest, needed};
use crate::answer::Key;
use crate::engine::{Outcome, Spread, View};
use crate::questionnaire::{DerivedIx, QuestionId};

/// Up to so many ways to let rows and closed lists stand are each looked at; past it they are taken out one by one.
const MOST_WAYS: usize = 64;
/// Of an outcome that cannot be looked through, so many facts are taken out by hand, the last ones first.
const MOST_BY_HAND: usize = 64;

/// What fixes an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Given answers, rows and closed lists, in the order of asking. With these the outcome is fixed, whatever all others
    /// are. An answer in a row stands beside its row, or beside the fact that these are all the rows.
    pub facts: Vec<Fact>,
    /// Whether it is certain that no smaller set does.
    pub smallest: bool,
    /// Whether it is certain that without any one of them the outcome is no longer fixed. Otherwise the engine cannot
    /// see that it still is, because something behind it cannot be looked through.
    pub needed: bool,
}

/// What fixes an outcome; nothing while it is open.
pub fn why(view: &View<'_>, at: DerivedIx, outcome: &Outcome) -> Option<Why> {
    if !outcome.is_fixed() {
        return None;
    }
    let ground = Ground::new(view, at);
    let value = &plain(&outcome.spread);
    let rows = ground.rows();
    let whole = ground.landscape(&rows);
    let found = whole.and_then(|whole| {
        let least = answers_needed(&ground, &whole, value)?;
        Some(Standing {
            ground: &ground,
            value,
            rows,
            least,
        })
    });
    Some(match found {
        Some(standing) => standing.why(),
        None => by_hand(&ground, value),
    })
}

/// Answers that fix the outcome as long as some rows and closed lists stand.
#[derive(Clone)]
struct Needed {
    keys: Vec<Key>,
    /// No smaller set does, with these rows.
    smallest: bool,
}

struct Standing<'g> {
    ground: &'g Ground<'g>,
    value: &'g Spread,
    /// Every row and closed list.
    rows: BTreeSet<Fact>,
    /// The answers needed when all of these stand: never more than with fewer of them.
    least: Needed,
}

impl Standing<'_> {
    fn why(&self) -> Why {
        let (rows, answers, smallest) = self.set();
        let mut kept: BTreeSet<Fact> = rows.clone();
        kept.extend(answers.into_iter().map(Fact::Answer));
        let facts: Vec<Fact> = self
            .ground
            .facts
            .iter()
            .filter(|fact| kept.contains(fact))
            .cloned()
            .collect();
        Why {
            smallest,
            needed: facts.iter().all(|fact| self.is_needed(&kept, fact)),
            facts,
        }
    }

    /// The rows that stand, the answers, and whether together they are the fewest.
    fn set(&self) -> (BTreeSet<Fact>, Vec<Key>, bool) {
        let none = BTreeSet::new();
        let mut exact = self.least.smallest && self.is_exact(&self.rows) && self.is_exact(&none);
        let mut best = None;
        if let Some(found) = self.with(&none) {
            exact &= found.smallest;
            if found.keys.len() <= self.least.keys.len() + 1 {
                return (none, found.keys, exact);
            }
            best = Some((none, found));
        }
        let Some(ways) = self.ways() else {
            let rows = self.rows_one_by_one();
            return match self.with(&rows) {
                Some(found) => (rows, found.keys, false),
                None => (self.rows.clone(), self.least.keys.clone(), false),
            };
        };
        for rows in ways {
            let size = |rows: &BTreeSet<Fact>, answers: usize| rows.len() + answers;
            let known = best
                .as_ref()
                .map(|(rows, found)| size(rows, found.keys.len()));
            if known.is_some_and(|known| size(&rows, self.least.keys.len()) >= known) {
                continue;
            }
            exact &= self.is_exact(&rows);
            let Some(found) = self.with(&rows) else {
                continue;
            };
            exact &= found.smallest;
            if known.is_none_or(|known| size(&rows, found.keys.len()) < known) {
                best = Some((rows, found));
            }
        }
        let (rows, found) = best.unwrap_or_else(|| (self.rows.clone(), self.least.clone()));
        (rows, found.keys, exact)
    }

    /// The answers needed when only these rows and closed lists stand; nothing when that is not enough.
    fn with(&self, rows: &BTreeSet<Fact>) -> Option<Needed> {
        let land = self.ground.landscape(rows)?;
        answers_needed(self.ground, &land, self.value)
    }

    /// Whether all can be looked through when only these stand.
    fn is_exact(&self, rows: &BTreeSet<Fact>) -> bool {
        self.ground
            .landscape(rows)
            .is_some_and(|land| land.is_exact())
    }

    /// Every way to let some stand, the fewest first; nothing when these are too many. That these are all the rows says
    /// which rows there are, so no row stands beside it.
    fn ways(&self) -> Option<Vec<BTreeSet<Fact>>> {
        let lists: BTreeSet<&QuestionId> = self.rows.iter().map(Fact::question).collect();
        let mut ways = vec![BTreeSet::new()];
        for list in lists {
            let mine = self.rows.iter().filter(|fact| fact.question() == list);
            let (rows, closed): (Vec<&Fact>, Vec<&Fact>) =
                mine.partition(|fact| matches!(fact, Fact::Row(..)));
            if rows.len() > 6 {
                return None;
            }
            let sets = (0..1_usize << rows.len()).map(|bits| {
                let some = rows
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| bits >> at & 1 == 1);
                some.map(|(_, row)| (*row).clone())
                    .collect::<BTreeSet<Fact>>()
            });
            let sets: Vec<BTreeSet<Fact>> = sets
                .chain(closed.into_iter().map(|all| [all.clone()].into()))
                .collect();
            if ways.len() * sets.len() > MOST_WAYS {
                return None;
            }
            let longer = |way: &BTreeSet<Fact>| {
                let each = sets.iter().map(|set| way | set);
                each.collect::<Vec<_>>()
            };
            ways = ways.iter().flat_map(longer).collect();
        }
        ways.sort_by_key(BTreeSet::len);
        Some(ways)
    }

    /// The rows and closed lists that are needed beside all answers.
    fn rows_one_by_one(&self) -> BTreeSet<Fact> {
        let mut left = self.rows.clone();
        let closed_first = |fact: &&Fact| matches!(fact, Fact::Row(..));
        let mut all: Vec<&Fact> = self.ground.facts.iter().rev().collect();
        all.sort_by_key(closed_first);
        for fact in all {
            if left.remove(fact) && self.with(&left).is_none() {
                left.insert(fact.clone());
            }
        }
        left
    }

    /// Whether the outcome can come out otherwise without this fact.
    fn is_needed(&self, kept: &BTreeSet<Fact>, without: &Fact) -> bool {
        let left: BTreeSet<&Fact> = kept.iter().filter(|fact| *fact != without).collect();
        let rows: BTreeSet<Fact> = left
            .iter()
            .filter(|fact| !matches!(fact, Fact::Answer(_)))
            .map(|fact| (*fact).clone())
            .collect();
        let Some(land) = self.ground.landscape(&rows) else {
            return false;
        };
        let keys = keys(left);
        let price = |choice, at| match land.given_in(choice, &keys) {
            Some(given) if given != at => None,
            _ => Some(0),
        };
        let other = |one: &Spread| one.is_fixed() && one != self.value;
        cheapest(&land.store, land.node, price, other).is_some()
    }
}

fn keys<'f>(facts: impl IntoIterator<Item = &'f Fact>) -> BTreeSet<&'f Key> {
    let each = facts.into_iter();
    each.filter_map(|fact| match fact {
        Fact::Answer(key) => Some(key),
        _ => None,
    })
    .collect()
}

/// The fewest answers that fix this value in a landscape; nothing when all of them do not.
fn answers_needed(ground: &Ground<'_>, land: &Landscape, value: &Spread) -> Option<Needed> {
    let keys = keys(&ground.facts);
    let given = |choice| land.given_in(choice, &keys);
    let good = |one: &Spread| one == value;
    if !all_good(&land.store, land.node, given, good) {
        return None;
    }
    let ways = |choice, _| match given(choice) {
        Some(at) => vec![Way::Open, Way::Make(at)],
        None => vec![Way::Open],
    };
    let (made, smallest) = match fewest(&land.store, land.node, ways, good) {
        Fewest::Found(made) => (made, true),
        Fewest::Never | Fewest::TooMuch => {
            let choices = land.answers.keys();
            let all = choices.filter_map(|choice| Some((*choice, given(*choice)?)));
            let all = all.collect();
            (needed(&land.store, land.node, all, |_| None, good), false)
        }
    };
    let keys = made
        .iter()
        .filter_map(|(choice, _)| land.answers.get(choice));
    Some(Needed {
        keys: keys.map(|one| one.key.clone()).collect(),
        smallest,
    })
}

/// Takes facts out one by one, and lets the engine say each time whether the outcome is still fixed.
fn by_hand(ground: &Ground<'_>, value: &Spread) -> Why {
    let mut left: BTreeSet<&Fact> = ground.facts.iter().collect();
    for fact in ground.facts.iter().rev().take(MOST_BY_HAND) {
        left.remove(fact);
        if !ground.fixes(&left, value) {
            left.insert(fact);
        }
    }
    let facts: Vec<Fact> = ground
        .facts
        .iter()
        .filter(|fact| left.contains(fact))
        .cloned()
        .collect();
    Why {
        smallest: facts.is_empty(),
        needed: facts.is_empty(),
        facts,
    }
}
