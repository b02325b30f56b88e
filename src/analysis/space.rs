//! All answers to a list, and what some values come to: diagrams over the same choices, in which answers that make no
//! difference to any of these values were put together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::came::Came;
use super::example::Example;
use crate::answer::{Answers, Key, Value};
use crate::diagram::{Choice, Diagrams, Node, Part};
use crate::engine::{Alternatives, Possibilities, Spread};
use crate::questionnaire::{DerivedIx, Kind, Number, Questionnaire};

/// The number of a value in [`Space::values`].
pub(super) type Id = usize;

/// Choices that are made, each with the number of the answer.
pub(super) type Steps = Vec<(Choice, usize)>;

/// Diagrams of more nodes than this are given up.
const MOST: usize = 200_000;

/// All answers to a list, and what some values come to.
pub struct Space {
    /// The diagrams; each value is a number in `values`.
    pub(super) store: Diagrams<Id>,
    pub(super) values: Vec<Came>,
    known: HashMap<Came, Id>,
    /// The diagram of each value that was asked for; not of those that are too large.
    pub(super) of: BTreeMap<DerivedIx, Node>,
    /// The answers to choose from.
    pub(super) answers: BTreeMap<Choice, Answer>,
}

/// The answers to choose from at one place.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub key: Key,
    /// What can be answered; none: all other answers.
    pub values: Vec<Option<Value>>,
    /// Whether each value stands for one answer, and not for all answers that do the same.
    pub each: bool,
}

impl Space {
    pub(super) fn new(list: &Questionnaire, from: Possibilities) -> Self {
        let (answers, kept) = together(list, &[&from]);
        let mut space = Self {
            store: Diagrams::new(MOST),
            values: Vec::new(),
            known: HashMap::new(),
            of: BTreeMap::new(),
            answers,
        };
        space.of = space.take(&from, &kept);
        space
    }

    /// Two readings of the same list over the same answers; nothing where these are not the same. With the first in `of`.
    pub(super) fn both(
        list: &Questionnaire,
        here: Possibilities,
        there: &Possibilities,
    ) -> Option<(Self, BTreeMap<DerivedIx, Node>)> {
        let same = |(choice, answers): (&Choice, &Alternatives)| {
            let known = here.answers.get(choice);
            known.is_none_or(|known| known == answers)
        };
        if !there.answers.iter().all(same) {
            return None;
        }
        let (answers, kept) = together(list, &[&here, there]);
        let mut space = Self {
            store: Diagrams::new(MOST),
            values: Vec::new(),
            known: HashMap::new(),
            of: BTreeMap::new(),
            answers,
        };
        space.of = space.take(&here, &kept);
        let others = space.take(there, &kept);
        Some((space, others))
    }

    /// Takes the diagrams over.
    fn take(&mut self, from: &Possibilities, kept: &Kept) -> BTreeMap<DerivedIx, Node> {
        let mut copied = HashMap::new();
        let each = from.outcomes.iter();
        each.map(|(at, node)| (*at, self.copy(&from.store, *node, kept, &mut copied)))
            .collect()
    }

    fn copy(
        &mut self,
        from: &Diagrams<Spread>,
        node: Node,
        kept: &Kept,
        copied: &mut HashMap<Node, Node>,
    ) -> Node {
        if let Some(known) = copied.get(&node) {
            return *known;
        }
        let made = match from.part(node) {
            Part::Value(spread) => {
                let id = self.id(Came::of(spread));
                self.store.value(id)
            }
            Part::Branch(choice, alternatives) => {
                let which = kept.get(&choice).cloned();
                let which = which.unwrap_or_else(|| (0..alternatives.len()).collect());
                let each = which
                    .iter()
                    .map(|at| self.copy(from, alternatives[*at], kept, copied))
                    .collect();
                self.store.branch(choice, each)
            }
        };
        copied.insert(node, made);
        made
    }

    /// The number of this value.
    pub(super) fn id(&mut self, came: Came) -> Id {
        if let Some(at) = self.known.get(&came) {
            return *at;
        }
        let at = self.values.len();
        self.known.insert(came.clone(), at);
        self.values.push(came);
        at
    }

    /// The values that are reached.
    pub(super) fn reached(&self, node: Node) -> BTreeSet<Id> {
        self.store.values(node).copied().collect()
    }

    /// How many alternatives each choice has that makes a difference; with `open` one more.
    pub(super) fn sizes(&self, node: Node, open: bool) -> BTreeMap<Choice, usize> {
        let sized = |choice: Choice| {
            let answer = self.answers.get(&choice)?;
            Some((choice, answer.values.len() + usize::from(open)))
        };
        let choices = self.store.choices(node).into_iter();
        choices.filter_map(sized).collect()
    }

    /// Whether it also rests on answers that cannot all be tried.
    pub(super) fn is_unclear(&self, node: Node) -> bool {
        let reached = self.reached(node);
        reached.iter().any(|id| self.values[*id] == Came::Unclear)
    }

    /// These choices as an example.
    pub(super) fn example(&self, steps: &Steps, scene: &Answers) -> Example {
        let given = steps.iter().map(|(choice, at)| {
            let answer = &self.answers[choice];
            (answer.key.clone(), answer.values[*at].clone())
        });
        Example::new(given.collect(), scene)
    }

    /// These choices as answers; nothing where one of them is no answer that can be named.
    pub(super) fn answers_of(&self, steps: &Steps) -> Option<Answers> {
        let mut answers = Answers::default();
        for (choice, at) in steps {
            let answer = &self.answers[choice];
            answers.set(answer.key.clone(), answer.values[*at].clone()?.into());
        }
        Some(answers)
    }

    /// What is left of a diagram after these choices.
    pub(super) fn after(&mut self, node: Node, steps: &Steps) -> Node {
        self.store.restrict(node, |choice| {
            let step = steps.iter().find(|(made, _)| *made == choice);
            step.map(|(_, at)| *at)
        })
    }

    /// What a diagram comes to after these choices, which settle it.
    pub(super) fn came(&mut self, node: Node, steps: &Steps) -> Came {
        let left = self.after(node, steps);
        match self.reached(left).first() {
            Some(id) => self.values[*id].clone(),
            None => Came::Nothing,
        }
    }
}

/// Which alternatives of each choice are kept, by their numbers.
type Kept = BTreeMap<Choice, Vec<usize>>;

/// The answers to choose from, without those that do the same as another; and which alternatives these are.
fn together(list: &Questionnaire, all: &[&Possibilities]) -> (BTreeMap<Choice, Answer>, Kept) {
    let mut answers = BTreeMap::new();
    let mut kept = Kept::new();
    for (choice, alternatives) in all.iter().flat_map(|from| &from.answers) {
        let each = each_counts(list, alternatives);
        let mut values: Vec<Option<Value>> =
            alternatives.values.iter().cloned().map(Some).collect();
        values.extend(alternatives.others.then_some(None));
        let apart: Vec<usize> = if each {
            (0..values.len()).collect()
        } else {
            apart(all, *choice, values.len())
        };
        let values = apart.iter().map(|at| values[*at].clone()).collect();
        kept.insert(*choice, apart);
        let key = alternatives.key.clone();
        answers.insert(*choice, Answer { key, values, each });
    }
    (answers, kept)
}

/// Whether each alternative stands for one answer.
fn each_counts(list: &Questionnaire, of: &Alternatives) -> bool {
    let Some(at) = list.find(&of.key.question.0).filter(|_| !of.others) else {
        return false;
    };
    let question = list.question(at);
    let known = of.values.len() - usize::from(question.allows_not_applicable);
    match &question.kind {
        Kind::YesNo { .. } | Kind::Choice { .. } | Kind::Judgement { .. } => true,
        Kind::Choices { options } => u32::try_from(options.len())
            .ok()
            .and_then(|count| 1_usize.checked_shl(count))
            .is_some_and(|all| all == known),
        Kind::Scale { from, to, .. } => usize::try_from(to - from + 1) == Ok(known),
        Kind::Number {
            from: Some(from),
            to: Some(to),
            step,
            ..
        } => {
            let first = from.up_to_multiple_of(*step);
            let last = first + step.times(Number::count(known.saturating_sub(1)));
            first <= *to && last <= *to && *to < last + *step
        }
        _ => false,
    }
}

/// The first of each group of alternatives that always lead to the same.
fn apart(all: &[&Possibilities], choice: Choice, count: usize) -> Vec<usize> {
    let mut leads: Vec<Vec<Node>> = vec![Vec::new(); count];
    for from in all {
        let nodes: BTreeSet<Node> = from
            .outcomes
            .values()
            .flat_map(|node| from.store.nodes(*node))
            .collect();
        for node in nodes {
            if let Part::Branch(own, alternatives) = from.store.part(node)
                && own == choice
            {
                for (at, next) in alternatives.iter().enumerate() {
                    leads[at].push(*next);
                }
            }
        }
    }
    let mut seen = BTreeSet::new();
    let leads = leads.into_iter().enumerate();
    leads
        .filter(|(_, lead)| seen.insert(lead.clone()))
        .map(|(at, _)| at)
        .collect()
}
