//! The fewest given answers that fix an outcome, whatever all other answers are.

use std::collections::BTreeSet;

use super::fact::Fact;
use super::ground::{Ground, Landscape};
use super::plain;
use super::search::{Fewest, Way, all_good, cheapest, fewest, needed};
use crate::answer::Key;
use crate::diagram::Choice;
use crate::engine::{Numbers, Outcome, Spread, View};
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
        let with_all = answers_needed(&ground, &whole, value)?;
        Some(Standing {
            ground: &ground,
            value,
            rows,
            with_all,
        })
    });
    Some(match found {
        Some(standing) => standing.why(),
        None => by_hand(&ground, value),
    })
}

struct Standing<'g> {
    ground: &'g Ground<'g>,
    value: &'g Spread,
    /// Every row and closed list.
    rows: BTreeSet<Fact>,
    /// The answers needed when all of these stand.
    with_all: Vec<Key>,
}

impl Standing<'_> {
    fn why(&self) -> Why {
        let (rows, answers) = self.set();
        let mut kept: BTreeSet<Fact> = rows;
        kept.extend(answers.into_iter().map(Fact::Answer));
        let all = self.ground.facts.iter();
        let facts: Vec<Fact> = all.filter(|fact| kept.contains(fact)).cloned().collect();
        Why {
            smallest: self.is_smallest(facts.len()),
            needed: facts.iter().all(|fact| self.is_needed(&kept, fact)),
            facts,
        }
    }

    /// The rows that stand, and the answers.
    fn set(&self) -> (BTreeSet<Fact>, Vec<Key>) {
        let none = BTreeSet::new();
        let mut best: Option<(BTreeSet<Fact>, Vec<Key>)> = None;
        if let Some(answers) = self.with(&none) {
            if answers.len() <= self.with_all.len() + 1 {
                return (none, answers);
            }
            best = Some((none, answers));
        }
        let Some(ways) = self.ways() else {
            let rows = self.rows_one_by_one();
            let answers = self.with(&rows);
            return answers.map_or_else(
                || (self.rows.clone(), self.with_all.clone()),
                |answers| (rows, answers),
            );
        };
        for rows in ways {
            let known = best
                .as_ref()
                .map(|(rows, answers)| rows.len() + answers.len());
            if known.is_some_and(|known| rows.len() + self.with_all.len() >= known) {
                continue;
            }
            if let Some(answers) = self.with(&rows)
                && known.is_none_or(|known| rows.len() + answers.len() < known)
            {
                best = Some((rows, answers));
            }
        }
        best.unwrap_or_else(|| (self.rows.clone(), self.with_all.clone()))
    }

    /// The answers needed when only these rows and closed lists stand; nothing when that is not enough.
    fn with(&self, rows: &BTreeSet<Fact>) -> Option<Vec<Key>> {
        let land = self.ground.landscape(rows)?;
        answers_needed(self.ground, &land, self.value)
    }

    /// Whether it is certain that no set of fewer facts fixes it.
    fn is_smallest(&self, size: usize) -> bool {
        let Some(least) = self.at_least(&self.rows) else {
            return false;
        };
        let none = BTreeSet::new();
        if self.at_least(&none).is_none_or(|least| least < size) {
            return false;
        }
        if least.saturating_add(1) >= size {
            return true;
        }
        self.ways().is_some_and(|ways| {
            let mut doubt = ways.iter().filter(|rows| rows.len() + least < size);
            doubt.all(|rows| {
                self.at_least(rows)
                    .is_some_and(|least| rows.len().saturating_add(least) >= size)
            })
        })
    }

    /// So many answers at least are needed when only these rows and closed lists stand: what cannot be looked through
    /// is taken to be fixed wherever it may be.
    fn at_least(&self, rows: &BTreeSet<Fact>) -> Option<usize> {
        let land = self.ground.landscape(rows)?;
        let keys = keys(&self.ground.facts);
        match fewest(&land.store, land.node, keep_or_leave(&land, &keys), |one| {
            may_be(one, self.value)
        }) {
            Fewest::Found(made) => Some(made.len()),
            Fewest::Never => Some(usize::MAX),
            Fewest::TooMuch => None,
        }
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
fn answers_needed(ground: &Ground<'_>, land: &Landscape, value: &Spread) -> Option<Vec<Key>> {
    let keys = keys(&ground.facts);
    let given = |choice| land.given_in(choice, &keys);
    let good = |one: &Spread| one == value;
    if !all_good(&land.store, land.node, given, good) {
        return None;
    }
    let made = match fewest(&land.store, land.node, keep_or_leave(land, &keys), good) {
        Fewest::Found(made) => made,
        Fewest::Never | Fewest::TooMuch => {
            let choices = land.answers.keys();
            let all = choices.filter_map(|choice| Some((*choice, given(*choice)?)));
            needed(&land.store, land.node, all.collect(), |_| None, good)
        }
    };
    let keys = made
        .iter()
        .filter_map(|(choice, _)| land.answers.get(choice));
    Some(keys.map(|one| one.key.clone()).collect())
}

/// A given answer stays, or is taken away.
fn keep_or_leave<'l>(
    land: &'l Landscape,
    keys: &'l BTreeSet<&'l Key>,
) -> impl Fn(Choice, usize) -> Vec<Way> + 'l {
    move |choice, _| match land.given_in(choice, keys) {
        Some(at) => vec![Way::Open, Way::Make(at)],
        None => vec![Way::Open],
    }
}

/// Whether this value is among these.
fn may_be(spread: &Spread, value: &Spread) -> bool {
    match (value.only_number(), value.only_level()) {
        (Some(number), _) => match &spread.numbers {
            Numbers::Set(set) => set.contains(&number),
            Numbers::Range(low, high) => {
                low.is_none_or(|low| low <= number) && high.is_none_or(|high| number <= high)
            }
        },
        (None, Some(level)) => spread.levels.contains(level),
        (None, None) => spread.none,
    }
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
