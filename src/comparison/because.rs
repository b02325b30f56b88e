//! Because of which differences an outcome moved: the fewest that, put into the assessment of then, give the outcome of now.

use std::collections::BTreeSet;

use super::Side;
use super::blend::Blender;
use super::cone::Cone;
use super::difference::{About, Difference};
use crate::engine::{Spread, View, outcomes};
use crate::questionnaire::{DerivedIx, Formula, Questionnaire};

/// At most so many assessments are tried in search of the smallest set; past that a set in which nothing is superfluous.
const MOST_TRIES: usize = 600;

/// Why an outcome moved. Put into the assessment of then, these give the outcome of now; without any one of them they do
/// not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Because {
    /// Indexes of the differences in the answers.
    pub differences: Vec<usize>,
    /// It is another day: a term passed, or another number holds by now.
    pub day: bool,
    /// It is another list, or another version of it.
    pub list: bool,
    /// No smaller set does the same.
    pub smallest: bool,
}

/// One thing that differs between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Difference(usize),
    Day,
    List,
}

/// Looks for the fewest differences.
pub(super) struct Search<'a> {
    then: Side<'a>,
    now: Side<'a>,
    differences: &'a [Difference],
    blender: Blender<'a>,
}

impl<'a> Search<'a> {
    pub fn new(then: &Side<'a>, now: &Side<'a>, differences: &'a [Difference]) -> Self {
        Self {
            then: *then,
            now: *now,
            differences,
            blender: Blender::new(then.answers, now.answers, differences),
        }
    }

    /// Why the derived value with this id moved; none where it did not.
    pub fn because(&self, id: &str) -> Option<Because> {
        let one = One {
            id,
            then: Slice::of(self.then.list, id)?,
            now: Slice::of(self.now.list, id)?,
            search: self,
        };
        let all = self.things();
        let target = one.spread(&all);
        if one.spread(&[]) == target {
            return None;
        }
        let mut candidates: Vec<Thing> = all
            .iter()
            .copied()
            .filter(|thing| one.may_matter(*thing))
            .collect();
        if one.spread(&candidates) != target {
            candidates = all;
        }
        let (found, smallest) = one.fewest(&candidates, &target);
        let mut because = Because {
            smallest,
            ..Because::default()
        };
        for thing in found {
            match thing {
                Thing::Difference(at) => because.differences.push(at),
                Thing::Day => because.day = true,
                Thing::List => because.list = true,
            }
        }
        because.differences.sort_unstable();
        Some(because)
    }

    fn things(&self) -> Vec<Thing> {
        let day = (self.then.on != self.now.on).then_some(Thing::Day);
        let other = self.then.list.version != self.now.list.version;
        let list = other.then_some(Thing::List);
        (0..self.differences.len())
            .map(Thing::Difference)
            .chain(day)
            .chain(list)
            .collect()
    }
}

/// The search for one derived value.
struct One<'a> {
    id: &'a str,
    then: Slice,
    now: Slice,
    search: &'a Search<'a>,
}

impl One<'_> {
    /// What the derived value is in the assessment of then with these things of now; none where the list gives no outcome.
    fn spread(&self, taken: &[Thing]) -> Option<Spread> {
        let indexes: BTreeSet<usize> = taken
            .iter()
            .filter_map(|thing| match thing {
                Thing::Difference(at) => Some(*at),
                _ => None,
            })
            .collect();
        let answers = self.search.blender.blend(&indexes);
        let (list, day) = (taken.contains(&Thing::List), taken.contains(&Thing::Day));
        let slice = if list { &self.now } else { &self.then };
        let on = if day {
            self.search.now.on
        } else {
            self.search.then.on
        };
        let mut all = outcomes(&View::new(&slice.list, &answers, on));
        all.remove(self.id).map(|outcome| outcome.spread)
    }

    fn may_matter(&self, thing: Thing) -> bool {
        let Thing::Difference(at) = thing else {
            return true;
        };
        let id = match &self.search.differences[at].about {
            About::Answer(key) => &key.question,
            About::Row(list, _) | About::Rows(list) => list,
        };
        let lists = [&self.then, &self.now];
        lists.iter().any(|slice| slice.rests_on.contains(&*id.0))
    }

    /// The fewest of these that give the target; whether no fewer do.
    fn fewest(&self, candidates: &[Thing], target: &Option<Spread>) -> (Vec<Thing>, bool) {
        let mut tries = 0;
        for size in 1..candidates.len() {
            if tries + combinations(candidates.len(), size) > MOST_TRIES {
                return (self.irreducible(candidates, target), false);
            }
            let mut chosen: Vec<usize> = (0..size).collect();
            loop {
                tries += 1;
                let taken: Vec<Thing> = chosen.iter().map(|at| candidates[*at]).collect();
                if self.spread(&taken) == *target {
                    return (taken, true);
                }
                if !next_combination(&mut chosen, candidates.len()) {
                    break;
                }
            }
        }
        (candidates.to_vec(), true)
    }

    /// Leaves out what can be left out, until nothing can.
    fn irreducible(&self, candidates: &[Thing], target: &Option<Spread>) -> Vec<Thing> {
        let mut kept = candidates.to_vec();
        loop {
            let before = kept.len();
            let mut at = 0;
            while at < kept.len() {
                let mut fewer = kept.clone();
                fewer.remove(at);
                if self.spread(&fewer) == *target {
                    kept = fewer;
                } else {
                    at += 1;
                }
            }
            if kept.len() == before {
                return kept;
            }
        }
    }
}

/// How many ways there are to choose so many; past any limit that matters it stops counting.
fn combinations(of: usize, size: usize) -> usize {
    let mut count: usize = 1;
    for at in 0..size {
        count = count.saturating_mul(of - at) / (at + 1);
        if count > MOST_TRIES {
            return MOST_TRIES + 1;
        }
    }
    count
}

/// The next way to choose so many, in order; false after the last.
fn next_combination(chosen: &mut [usize], of: usize) -> bool {
    let size = chosen.len();
    let movable = (0..size).rev().find(|at| chosen[*at] < of - size + at);
    let Some(at) = movable else { return false };
    chosen[at] += 1;
    for next in at + 1..size {
        chosen[next] = chosen[next - 1] + 1;
    }
    true
}

/// A list in which only one derived value, and what that rests on, is still computed: so that many assessments are cheap.
struct Slice {
    list: Questionnaire,
    /// The ids of the questions it rests on.
    rests_on: BTreeSet<String>,
}

impl Slice {
    fn of(list: &Questionnaire, id: &str) -> Option<Self> {
        let at = list.find_derived(id)?;
        let cone = Cone::of(list, at);
        let rests_on = cone
            .questions
            .iter()
            .map(|at| list.question(*at).id.to_string())
            .collect();
        let mut list = list.clone();
        for (at, derived) in list.derived.iter_mut().enumerate() {
            // Conditions of questions that do not matter may still ask for it: it keeps its place and its levels.
            if !cone.derived.contains(&DerivedIx(at)) {
                derived.when = None;
                derived.formula = Formula::Count(Vec::new());
            }
        }
        Some(Self { list, rests_on })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_choose_comes_once() {
        let mut chosen = vec![0, 1];
        let mut seen = vec![chosen.clone()];
        while next_combination(&mut chosen, 4) {
            seen.push(chosen.clone());
        }
        assert_eq!(
            seen,
            [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]].map(Vec::from)
        );
        assert_eq!(combinations(4, 2), 6);
        assert_eq!(combinations(500, 3), MOST_TRIES + 1);
    }
}
