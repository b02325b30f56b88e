//! Facts about one derived value over all answers: how often each value comes out, how often it stays open, with which
//! answers, and on which answers it rests.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::came::Came;
use super::example::Example;
use super::influence::{Influence, influences};
use super::probe::Probe;
use super::rows::{Decisions, decisions};
use super::scene::{lists, scenes};
use super::space::{Id, Space};
use super::unknown::{Still, Unknown, ids};
use crate::answer::{Answers, Key};
use crate::diagram::Node;
use crate::questionnaire::check::{Needs, Thing};
use crate::questionnaire::{Choice, Condition, DerivedIx, QuestionIx, Questionnaire, Test};

/// What is known of one derived value.
#[derive(Debug)]
pub struct Facts {
    /// Which.
    pub of: DerivedIx,
    /// What there is to know.
    pub extent: Extent,
    /// Every value that comes out, from light to heavy; numbers from low to high.
    pub values: Vec<Reached>,
    /// The levels that no answers give.
    pub never: Vec<Came>,
    /// Which rule, row or band decides.
    pub decisions: Option<Decisions>,
    /// The questions that are looked at and change nothing.
    pub idle: Vec<QuestionIx>,
    /// The questions that change it, or may do so.
    pub matters: BTreeSet<QuestionIx>,
    /// How many nodes the diagrams had at most: what it took.
    pub nodes: usize,
}

/// How much of a derived value could be looked at.
#[derive(Debug)]
pub enum Extent {
    /// All answers.
    All(Counts),
    /// All answers with at most so many rows in each of these lists; not counted, because there is no end to rows. `sure`:
    /// with these rows it rests on nothing else that has no end.
    Rows {
        /// The lists.
        lists: Vec<QuestionIx>,
        /// With at most so many rows.
        most: usize,
        /// Whether nothing else is without end.
        sure: bool,
    },
    /// It rests on answers that cannot all be tried: these.
    Endless(Vec<Key>),
    /// Too much to look through.
    TooLarge,
}

/// All answers, counted.
#[derive(Debug)]
pub struct Counts {
    /// The answers on which it rests, each with how many there are to choose from, and whether each of these is one
    /// answer (and not all answers that do the same).
    pub answers: Vec<(Key, usize, bool)>,
    /// How many ways there are to answer all of them; nothing where that is more than can be counted.
    pub ways: Option<u128>,
    /// The same, when each may also be unknown.
    pub ways_unknown: Option<u128>,
    /// Between which values it stays open, and in how many ways; nothing where it was too much to look through.
    pub open: Option<Vec<(Vec<Came>, u128)>>,
    /// In how many ways it stays open.
    pub open_ways: Option<u128>,
    /// How much each answer matters, most first.
    pub influence: Vec<Influence>,
}

/// A value that comes out.
#[derive(Debug)]
pub struct Reached {
    /// The value.
    pub came: Came,
    /// In how many ways, when everything is known.
    pub ways: Option<u128>,
    /// In how many ways it is certain, when answers may be unknown.
    pub certain: Option<u128>,
    /// The fewest answers that make it certain.
    pub example: Option<Example>,
}

/// The facts about one derived value.
pub fn facts(list: &Questionnaire, needs: &Needs, day: NaiveDate, at: DerivedIx) -> Facts {
    let behind = behind(list, needs, at);
    let lists = lists(list, &behind);
    let probe = Probe::new(list);
    let (scenes, bounded) = scenes(list, &lists);
    let levels = &list.derived(at).levels;
    let mut found = Collected::default();
    for scene in &scenes {
        let mut space = probe.look(scene, day, [at]);
        match space.of.get(&at).copied() {
            Some(node) => found.add(&mut space, node, scene, levels),
            None => found.too_large = true,
        }
    }
    let decisions = decisions(list, day, at, &scenes);
    let mut values: Vec<Reached> = std::mem::take(&mut found.values).into_values().collect();
    values.sort_by_key(|reached| reached.came.weight(levels));
    let never = levels
        .iter()
        .map(|level| Came::Level(level.id.clone()))
        .filter(|came| !values.iter().any(|reached| reached.came == *came))
        .collect();
    let mut matters = found.matters(list);
    let nodes = found.nodes;
    let (extent, idle) = found.extent(list, needs, at, lists, bounded);
    let known = matches!(extent, Extent::All(_) | Extent::Rows { sure: true, .. });
    if !known {
        matters = questions(&behind).collect();
    }
    Facts {
        of: at,
        extent,
        values,
        never: if known { never } else { Vec::new() },
        decisions,
        idle,
        matters,
        nodes,
    }
}

fn questions(things: &BTreeSet<Thing>) -> impl Iterator<Item = QuestionIx> {
    things.iter().filter_map(|thing| match thing {
        Thing::Question(at) => Some(*at),
        Thing::Derived(_) => None,
    })
}

/// Everything that decides what a derived value comes to.
pub(super) fn behind(list: &Questionnaire, needs: &Needs, at: DerivedIx) -> BTreeSet<Thing> {
    let itself = Condition::Derived {
        derived: at,
        test: Test::Is(Vec::new()),
    };
    let mut all = needs.all_behind(list, &itself);
    for rule in &list.not_applicable {
        all.extend(needs.all_behind(list, &rule.when));
    }
    all
}

/// What was seen in all scenes together.
#[derive(Default)]
struct Collected {
    values: BTreeMap<Came, Reached>,
    counts: Option<Counts>,
    matters: BTreeSet<Key>,
    endless: BTreeSet<Key>,
    unclear: bool,
    too_large: bool,
    nodes: usize,
}

impl Collected {
    fn add(&mut self, space: &mut Space, node: Node, scene: &Answers, levels: &[Choice]) {
        self.unclear |= space.is_unclear(node);
        for choice in space.store.choices(node) {
            let answer = &space.answers[&choice];
            self.matters.insert(answer.key.clone());
            if answer.values.contains(&None) {
                self.endless.insert(answer.key.clone());
            }
        }
        let unknown = Unknown::new(&space.store, node);
        let ways = space.store.count(node, &space.sizes(node, false));
        let sizes = space.sizes(node, true);
        let certain = unknown
            .as_ref()
            .and_then(|unknown| unknown.store.count(unknown.node, &sizes));
        let shown = shown(space, node);
        for id in space.reached(node) {
            let came = space.values[id].clone();
            if came == Came::Unclear {
                continue;
            }
            let example = unknown
                .as_ref()
                .filter(|_| shown.contains(&id))
                .and_then(|unknown| unknown.fewest(|one| one == id))
                .map(|steps| space.example(&steps, scene));
            let sure = |counted: &BTreeMap<Still, u128>| {
                counted.get(&Still::One(id)).copied().unwrap_or(0)
            };
            let reached = Reached {
                came: came.clone(),
                ways: ways.as_ref().and_then(|ways| ways.get(&id).copied()),
                certain: certain.as_ref().map(sure),
                example,
            };
            let shorter = |known: &Reached| match (&known.example, &reached.example) {
                (Some(known), Some(new)) => new.size() < known.size(),
                (None, Some(_)) => true,
                _ => false,
            };
            if self.values.get(&came).is_none_or(shorter) {
                self.values.insert(came, reached);
            }
        }
        let product = |sizes: &BTreeMap<_, usize>| {
            sizes
                .values()
                .try_fold(1_u128, |all, size| all.checked_mul(*size as u128))
        };
        let answers = space.store.choices(node).into_iter();
        self.counts = Some(Counts {
            answers: answers
                .map(|choice| &space.answers[&choice])
                .map(|answer| (answer.key.clone(), answer.values.len(), answer.each))
                .collect(),
            ways: product(&space.sizes(node, false)),
            ways_unknown: product(&sizes),
            open_ways: certain.as_ref().map(open_ways),
            open: certain.map(|counted| open(space, &counted, levels)),
            influence: influences(space, node),
        });
        let unknown = unknown.map_or(0, |unknown| unknown.store.len());
        self.nodes = self.nodes.max(space.store.len() + unknown);
    }

    /// The questions that make a difference.
    fn matters(&self, list: &Questionnaire) -> BTreeSet<QuestionIx> {
        let keys = self.matters.iter();
        keys.filter_map(|key| list.find(&key.question.0)).collect()
    }

    fn extent(
        self,
        list: &Questionnaire,
        needs: &Needs,
        at: DerivedIx,
        lists: BTreeSet<QuestionIx>,
        bounded: Option<usize>,
    ) -> (Extent, Vec<QuestionIx>) {
        if self.too_large {
            return (Extent::TooLarge, Vec::new());
        }
        let matters = self.matters(list);
        let idle = questions(needs.derived(at))
            .filter(|at| !lists.contains(at) && !matters.contains(at))
            .filter(|at| list.question(*at).takes_answer())
            .collect();
        match (bounded, self.counts) {
            (Some(most), _) if !lists.is_empty() => {
                let extent = Extent::Rows {
                    lists: lists.into_iter().collect(),
                    most,
                    sure: !self.unclear,
                };
                (extent, idle)
            }
            _ if self.unclear => (
                Extent::Endless(self.endless.into_iter().collect()),
                Vec::new(),
            ),
            (_, Some(counts)) if lists.is_empty() => (Extent::All(counts), idle),
            _ => (
                Extent::Rows {
                    lists: lists.into_iter().collect(),
                    most: super::scene::MOST_ROWS,
                    sure: true,
                },
                idle,
            ),
        }
    }
}

/// Examples of more values than this are not looked for, only of the lowest and the highest.
const MOST_SHOWN: usize = 32;

/// The values of which an example is looked for.
fn shown(space: &Space, node: Node) -> BTreeSet<Id> {
    let reached = space.reached(node);
    if reached.len() <= MOST_SHOWN {
        return reached;
    }
    let came = |id: &Id| space.values[*id].clone();
    let ends = [
        reached.iter().min_by_key(|id| came(id)),
        reached.iter().max_by_key(|id| came(id)),
    ];
    ends.into_iter().flatten().copied().collect()
}

fn open_ways(counted: &BTreeMap<Still, u128>) -> u128 {
    let open = counted
        .iter()
        .filter(|(still, _)| !matches!(still, Still::One(_)));
    open.map(|(_, ways)| ways).sum()
}

/// Between which values it stays open, each from light to heavy; most ways first.
fn open(
    space: &Space,
    counted: &BTreeMap<Still, u128>,
    levels: &[Choice],
) -> Vec<(Vec<Came>, u128)> {
    let between = |bits: u64| {
        let mut came: Vec<Came> = ids(bits).map(|id| space.values[id].clone()).collect();
        came.sort_by_key(|came| came.weight(levels));
        came
    };
    let mut found: Vec<(Vec<Came>, u128)> = counted
        .iter()
        .filter_map(|(still, ways)| match still {
            Still::Few(bits) => Some((between(*bits), *ways)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(_, ways)| std::cmp::Reverse(*ways));
    found
}
