//! Two readings of the same list: the same questions, and values that come out otherwise.

use chrono::NaiveDate;

use super::came::Came;
use super::example::Example;
use super::facts::behind;
use super::scene::{lists, scenes};
use super::space::{Id, Space};
use super::unknown::fewest;
use crate::answer::Answers;
use crate::diagram::Node;
use crate::engine::View;
use crate::questionnaire::check::Needs;
use crate::questionnaire::{DerivedIx, Questionnaire};

/// A value that comes out otherwise in another reading.
#[derive(Debug)]
pub struct Difference {
    /// Which.
    pub of: DerivedIx,
    /// In how many ways to answer everything it differs; nothing where that is not counted.
    pub ways: Option<u128>,
    /// Of how many.
    pub all: Option<u128>,
    /// From what to what, and in how many ways; most first.
    pub moves: Vec<(Came, Came, Option<u128>)>,
    /// The fewest answers that show it.
    pub example: Example,
    /// What comes out with these answers, here and there.
    pub came: [Came; 2],
}

/// What came of comparing one value.
#[derive(Debug)]
pub enum Compared {
    /// The same for all answers; with at most so many rows in lists that can have more.
    Same(Option<usize>),
    /// Otherwise for some.
    Differs(Box<Difference>),
    /// It could not be looked through.
    Unclear,
}

/// What this value comes to in another reading of the same list.
pub fn compare(
    list: &Questionnaire,
    other: &Questionnaire,
    day: NaiveDate,
    at: DerivedIx,
) -> Compared {
    let Some(there) = other.find_derived(&list.derived(at).id) else {
        return Compared::Unclear;
    };
    let mut behind_both = behind(list, &Needs::of(list), at);
    behind_both.extend(behind(other, &Needs::of(other), there));
    let (scenes, bounded) = scenes(list, &lists(list, &behind_both));
    let mut unclear = false;
    for scene in &scenes {
        let found = look([(list, at), (other, there)], day, scene);
        match found {
            None => unclear = true,
            Some(Found::Same) => {}
            Some(Found::Unclear) => unclear = true,
            Some(Found::Differs(difference)) => {
                let counted = scenes.len() == 1;
                return Compared::Differs(Box::new(if counted {
                    difference
                } else {
                    uncounted(difference)
                }));
            }
        }
    }
    if unclear {
        Compared::Unclear
    } else {
        Compared::Same(bounded)
    }
}

fn uncounted(difference: Difference) -> Difference {
    let moves = difference.moves.into_iter();
    Difference {
        ways: None,
        all: None,
        moves: moves.map(|(from, to, _)| (from, to, None)).collect(),
        ..difference
    }
}

enum Found {
    Same,
    Differs(Difference),
    Unclear,
}

/// Where both come to the same; not a value of the list.
const SAME: Id = Id::MAX;

fn look(
    readings: [(&Questionnaire, DerivedIx); 2],
    day: NaiveDate,
    scene: &Answers,
) -> Option<Found> {
    let [here, there] =
        readings.map(|(list, at)| View::new(list, scene, day).possibilities([at], |_| false));
    let [(list, at), (_, at_there)] = readings;
    let (mut space, of_there) = Space::both(list, here, &there)?;
    let node = *space.of.get(&at)?;
    let node_there = *of_there.get(&at_there)?;
    if node == node_there && !space.is_unclear(node) {
        return Some(Found::Same);
    }
    let pairs = pairs(&mut space, [node, node_there]);
    let sizes = space.sizes(pairs, false);
    let counts = space.store.count(pairs, &sizes);
    let Some(steps) = fewest(&space.store, pairs, |id| id != SAME) else {
        return Some(Found::Unclear);
    };
    let total = space.values.len();
    let mut moves: Vec<(Came, Came, Option<u128>)> = space
        .reached(pairs)
        .into_iter()
        .filter(|pair| *pair != SAME)
        .map(|pair| {
            let ways = counts
                .as_ref()
                .and_then(|counts| counts.get(&pair).copied());
            let value = |id: Id| space.values[id].clone();
            (value(pair / total), value(pair % total), ways)
        })
        .collect();
    moves.sort_by_key(|(_, _, ways)| std::cmp::Reverse(*ways));
    Some(Found::Differs(Difference {
        of: at,
        ways: counts.as_ref().map(|counts| {
            let otherwise = counts.iter().filter(|(pair, _)| **pair != SAME);
            otherwise.map(|(_, ways)| ways).sum()
        }),
        all: counts.map(|counts| counts.values().sum()),
        moves,
        example: space.example(&steps, scene),
        came: [space.came(node, &steps), space.came(node_there, &steps)],
    }))
}

/// The pair of values that both come to, or that it is the same.
fn pairs(space: &mut Space, [here, there]: [Node; 2]) -> Node {
    let unclear = space.id(Came::Unclear);
    let total = space.values.len();
    space.store.zip(here, there, |a, b| {
        if a == b || *a == unclear || *b == unclear {
            SAME
        } else {
            a * total + b
        }
    })
}
