//! What each question and derived value needs to be known: by its conditions, its formula, and what those need in turn.

use std::collections::{BTreeMap, BTreeSet};

use crate::questionnaire::Formula;
use crate::questionnaire::{
    Condition, Derived, DerivedIx, Input, Kind, QuestionIx, Questionnaire, Term,
};

/// A question or a derived value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A question.
    Question(QuestionIx),
    /// A derived value.
    Derived(DerivedIx),
}

/// What derived values need, all the way down.
#[derive(Debug)]
pub struct Needs {
    derived: Vec<BTreeSet<Thing>>,
}

impl Needs {
    /// Finds what every derived value of this list needs. Circles stop where they close.
    pub fn of(list: &Questionnaire) -> Self {
        let direct: Vec<BTreeSet<Thing>> = list.derived.iter().map(of_derived).collect();
        let mut derived = Vec::new();
        for at in 0..direct.len() {
            let mut all = BTreeSet::new();
            let mut queue = vec![DerivedIx(at)];
            while let Some(next) = queue.pop() {
                for thing in &direct[next.0] {
                    if let (true, Thing::Derived(deeper)) = (all.insert(*thing), thing) {
                        queue.push(*deeper);
                    }
                }
            }
            derived.push(all);
        }
        Self { derived }
    }

    /// All that a derived value needs; not the conditions of the questions it uses.
    pub fn derived(&self, at: DerivedIx) -> &BTreeSet<Thing> {
        &self.derived[at.0]
    }

    /// All that a condition needs: each with the derived value it is needed for, when the condition does not name it.
    pub fn condition(&self, condition: &Condition) -> BTreeMap<Thing, Option<DerivedIx>> {
        let mut direct = BTreeSet::new();
        of_condition(condition, &mut direct);
        let mut all: BTreeMap<Thing, Option<DerivedIx>> =
            direct.iter().map(|thing| (*thing, None)).collect();
        for thing in direct {
            if let Thing::Derived(by) = thing {
                for deeper in self.derived(by) {
                    all.entry(*deeper).or_insert(Some(by));
                }
            }
        }
        all
    }

    /// Everything that decides whether this condition can hold: also the conditions of the questions it looks at.
    pub fn all_behind(&self, list: &Questionnaire, condition: &Condition) -> BTreeSet<Thing> {
        let mut all = BTreeSet::new();
        let mut queue: Vec<Thing> = self.condition(condition).into_keys().collect();
        while let Some(thing) = queue.pop() {
            if !all.insert(thing) {
                continue;
            }
            match thing {
                Thing::Derived(at) => queue.extend(self.derived(at)),
                Thing::Question(at) => {
                    let question = list.question(at);
                    queue.extend(question.parent.map(Thing::Question));
                    for when in question.when.iter().chain(&list.parts[question.part].when) {
                        queue.extend(self.condition(when).into_keys());
                    }
                }
            }
        }
        all
    }
}

fn of_derived(derived: &Derived) -> BTreeSet<Thing> {
    let mut found = BTreeSet::new();
    for condition in derived.conditions() {
        of_condition(condition, &mut found);
    }
    for input in derived.formula.inputs() {
        match input {
            Input::Question(at) | Input::Rows(at) => _ = found.insert(Thing::Question(at)),
            Input::Derived(at) => _ = found.insert(Thing::Derived(at)),
            Input::Number(_) => {}
        }
    }
    let mut lists = |list: &QuestionIx| _ = found.insert(Thing::Question(*list));
    match &derived.formula {
        Formula::CountRows { list, .. } => lists(list),
        Formula::Sum(terms) => {
            for term in terms {
                if let Term::RowPoints(list, ..) = term {
                    lists(list);
                }
            }
        }
        _ => {}
    }
    found
}

fn of_condition(condition: &Condition, found: &mut BTreeSet<Thing>) {
    condition.walk(&mut |one| match one {
        Condition::Answer { question, test } => {
            found.insert(Thing::Question(*question));
            if let Some(other) = test.other() {
                found.insert(Thing::Question(other));
            }
        }
        Condition::Derived { derived, .. } => _ = found.insert(Thing::Derived(*derived)),
        Condition::Rows { list, .. } | Condition::EveryRow { list, .. } => {
            found.insert(Thing::Question(*list));
        }
        Condition::Named { by, list, .. } => {
            found.extend([Thing::Question(*by), Thing::Question(*list)]);
        }
        _ => {}
    });
}

/// The other list that a question points at: the rows it chooses from or ranks.
pub(super) fn points_at(kind: &Kind) -> Option<QuestionIx> {
    match kind {
        Kind::Row { list, .. } | Kind::Ranking { list, .. } => Some(*list),
        _ => None,
    }
}
