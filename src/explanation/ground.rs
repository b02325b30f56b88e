//! The ground on which an outcome is explained: what was given that it can rest on, and its diagram over all answers, for
//! each choice of which rows and closed lists still stand.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::fact::{Fact, facts, with_rows};
use super::plain;
use crate::answer::{Answers, Key};
use crate::diagram::{Choice, Diagrams, Node};
use crate::engine::{About, Alternatives, Spread, View, outcomes};
use crate::questionnaire::check::{Needs, Thing};
use crate::questionnaire::{
    Condition, DerivedIx, Kind, QuestionId, QuestionIx, Questionnaire, Test,
};

/// The diagrams of one outcome together have at most about so many nodes; past it no more are made.
const MOST_NODES: usize = 200_000;

/// What an outcome can rest on.
pub(super) struct Ground<'a> {
    view: &'a View<'a>,
    at: DerivedIx,
    /// The answers without the rows of hidden lists.
    answers: Answers,
    /// What was given and may count for this outcome, in the order of asking.
    pub facts: Vec<Fact>,
    /// The lists that it looks at.
    lists: BTreeSet<QuestionId>,
    known: RefCell<BTreeMap<BTreeSet<Fact>, Option<Rc<Landscape>>>>,
    nodes: Cell<usize>,
}

/// The diagram of one outcome over all answers.
pub(super) struct Landscape {
    pub store: Diagrams<Spread>,
    pub node: Node,
    pub answers: BTreeMap<Choice, Alternatives>,
    /// The known answers among the choices.
    given: BTreeMap<Choice, usize>,
}

impl Landscape {
    /// The diagram of this outcome, unless it is too large: over the missing answers, and the known ones where `free`.
    pub fn of(view: &View<'_>, at: DerivedIx, free: bool) -> Option<Self> {
        let mut all = view.possibilities_with_rows([at], |_| free);
        let node = *all.outcomes.get(&at)?;
        let node = all.store.map(node, plain);
        let given = all.answers.iter();
        let given = given.filter_map(|(choice, one)| Some((*choice, one.given?)));
        Some(Self {
            node,
            given: given.collect(),
            store: all.store,
            answers: all.answers,
        })
    }

    /// Which alternative was given.
    pub fn given(&self, choice: Choice) -> Option<usize> {
        self.given.get(&choice).copied()
    }

    /// The same, when it is one of these facts.
    pub fn given_in(&self, choice: Choice, facts: &BTreeSet<&Key>) -> Option<usize> {
        let answer = self.answers.get(&choice)?;
        let fits = answer.about == About::Answer && facts.contains(&answer.key);
        answer.given.filter(|_| fits)
    }

    /// Whether every value is certain: nothing rests on an answer or row that cannot be looked through.
    pub fn is_exact(&self) -> bool {
        self.store.values(self.node).all(Spread::is_fixed)
    }
}

impl<'a> Ground<'a> {
    pub fn new(view: &'a View<'a>, at: DerivedIx) -> Self {
        let behind = behind(view.list, at);
        let of_list = |id: &QuestionId| view.list.find(&id.0);
        let matters =
            |fact: &Fact| of_list(fact.question()).is_some_and(|at| behind.contains(&at.0));
        let facts: Vec<Fact> = facts(view).into_iter().filter(matters).collect();
        let lists: BTreeSet<QuestionId> = view
            .answers
            .lists()
            .map(|(list, _)| list.clone())
            .filter(|list| of_list(list).is_some_and(|at| behind.contains(&at.0)))
            .collect();
        let kept: BTreeSet<&Fact> = facts.iter().collect();
        let answers = with_rows(view.answers, &lists, &kept);
        Self {
            view,
            at,
            answers,
            facts,
            lists,
            known: RefCell::default(),
            nodes: Cell::new(0),
        }
    }

    /// The rows and closed lists among the facts.
    pub fn rows(&self) -> BTreeSet<Fact> {
        let rows = self.facts.iter();
        let rows = rows.filter(|fact| !matches!(fact, Fact::Answer(_)));
        rows.cloned().collect()
    }

    /// The diagram when only these rows and closed lists stand; nothing when it, or all so far, is too large.
    pub fn landscape(&self, rows: &BTreeSet<Fact>) -> Option<Rc<Landscape>> {
        if let Some(known) = self.known.borrow().get(rows) {
            return known.clone();
        }
        if self.nodes.get() > MOST_NODES {
            return None;
        }
        let answers = with_rows(&self.answers, &self.lists, &rows.iter().collect());
        let view = View::new(self.view.list, &answers, self.view.today);
        let made = Landscape::of(&view, self.at, true).map(Rc::new);
        let nodes = made
            .as_ref()
            .map_or(MOST_NODES / 4, |land| land.store.len());
        self.nodes.set(self.nodes.get() + nodes);
        self.known.borrow_mut().insert(rows.clone(), made.clone());
        made
    }

    /// Whether the engine, with nothing but these facts, says that this is the value.
    pub fn fixes(&self, facts: &BTreeSet<&Fact>, value: &Spread) -> bool {
        let mut answers = with_rows(&self.answers, &self.lists, facts);
        for (key, _) in self.answers.iter() {
            if !facts.contains(&Fact::Answer(key.clone())) {
                answers.forget(key);
            }
        }
        let view = View::new(self.view.list, &answers, self.view.today);
        match Landscape::of(&view, self.at, false) {
            Some(land) => land.store.values(land.node).all(|one| one == value),
            None => outcomes(&view)
                .get(&self.view.list.derived(self.at).id)
                .is_some_and(|outcome| plain(&outcome.spread) == *value),
        }
    }
}

/// Every question on which an outcome can rest: also through what shows or hides questions, when the list applies, and
/// which rows there are to point at.
fn behind(list: &Questionnaire, at: DerivedIx) -> BTreeSet<usize> {
    let needs = Needs::of(list);
    let own = Condition::Derived {
        derived: at,
        test: Test::Is(Vec::new()),
    };
    let applies = list.not_applicable.iter().map(|rule| &rule.when);
    let mut queue: Vec<QuestionIx> = applies
        .chain([&own])
        .flat_map(|one| questions(needs.all_behind(list, one)))
        .collect();
    let mut all = BTreeSet::new();
    while let Some(question) = queue.pop() {
        if !all.insert(question.0) {
            continue;
        }
        let points_at = match list.question(question).kind {
            Kind::Row { list, .. } | Kind::Ranking { list, .. } => Some(list),
            Kind::Person { .. } => list.persons,
            _ => None,
        };
        if let Some(rows) = points_at {
            let of_rows = Condition::Answer {
                question: rows,
                test: Test::Is(Vec::new()),
            };
            queue.extend(questions(needs.all_behind(list, &of_rows)));
        }
    }
    all
}

fn questions(things: BTreeSet<Thing>) -> impl Iterator<Item = QuestionIx> {
    things.into_iter().filter_map(|thing| match thing {
        Thing::Question(at) => Some(at),
        Thing::Derived(_) => None,
    })
}
