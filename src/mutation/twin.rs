//! A derived value beside its twin, which is computed in the changed way: whether the two can come to something else, by
//! following every way to fill in answers.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;

use super::reduce::{behind, reduced};
use crate::answer::{Answers, RowId, Rows};
use crate::diagram::{Choice, Diagrams, Node, Part};
use crate::engine::{Alternatives, Spread, View};
use crate::proof::Can;
use crate::questionnaire::check::{Needs, Thing};
use crate::questionnaire::{Derived, DerivedIx, Kind, QuestionIx, Questionnaire};

/// Each list is looked at with no row, with one, and with so many at most.
const MOST_ROWS: usize = 2;

/// Whether a derived value and its twin can come to something else, on any of these days. `list` has what the twin needs.
pub(super) fn differ(
    list: &Questionnaire,
    at: DerivedIx,
    twin: Derived,
    days: &[NaiveDate],
) -> Can {
    let mut both = list.clone();
    let other = DerivedIx(both.derived.len());
    both.derived.push(twin);
    let needs = Needs::of(&both);
    let behind = behind(
        &both,
        &needs,
        &BTreeSet::from([at, other]),
        &BTreeSet::new(),
    );
    let both = reduced(&both, &behind);
    let lists: Vec<QuestionIx> = behind
        .iter()
        .filter_map(|thing| match thing {
            Thing::Question(at) => Some(*at),
            Thing::Derived(_) => None,
        })
        .filter(|at| matches!(both.question(*at).kind, Kind::List { .. }))
        .collect();
    // Beyond so many rows nothing is known.
    let mut unsure = !lists.is_empty();
    let most = if lists.is_empty() { 0 } else { MOST_ROWS };
    for day in days {
        for rows in 0..=most {
            let start = with_rows(&both, &lists, rows);
            match in_this(&both, (at, other), &start, *day) {
                Can::Never => {}
                Can::Unsure => unsure = true,
                found @ Can::Be(..) => return found,
            }
        }
    }
    if unsure { Can::Unsure } else { Can::Never }
}

/// No answers yet, and so many rows in each of these lists.
fn with_rows(list: &Questionnaire, lists: &[QuestionIx], count: usize) -> Answers {
    let mut answers = Answers::default();
    for at in lists {
        let question = list.question(*at);
        let most = match question.kind {
            Kind::List { at_most, .. } => at_most.unwrap_or(count),
            _ => count,
        };
        let ids = (1..=count.min(most)).map(|row| RowId(format!("rij{row}")));
        let rows = Rows {
            ids: ids.collect(),
            complete: true,
        };
        answers.set_rows(question.id.clone(), rows);
    }
    answers
}

fn in_this(
    list: &Questionnaire,
    (at, other): (DerivedIx, DerivedIx),
    start: &Answers,
    day: NaiveDate,
) -> Can {
    let view = View::new(list, start, day);
    let all = view.possibilities([at, other], |_| false);
    let (Some(one), Some(two)) = (all.outcomes.get(&at), all.outcomes.get(&other)) else {
        return Can::Unsure;
    };
    let mut walk = Walk {
        store: &all.store,
        answers: &all.answers,
        done: HashSet::new(),
        open: false,
        made: Vec::new(),
    };
    if !walk.differ(*one, *two) {
        return if walk.open { Can::Unsure } else { Can::Never };
    }
    let mut answers = start.clone();
    for (choice, alternative) in walk.made {
        let Some(of) = all.answers.get(&choice) else {
            continue;
        };
        if let Some(value) = of.values.get(alternative) {
            answers.set(of.key.clone(), value.clone().into());
        }
    }
    Can::Be(answers, day)
}

/// Goes down two diagrams at once, to where they come to something else.
struct Walk<'a> {
    store: &'a Diagrams<Spread>,
    answers: &'a BTreeMap<Choice, Alternatives>,
    done: HashSet<(Node, Node)>,
    /// Somewhere it is not known what they come to.
    open: bool,
    /// The choices on the way.
    made: Vec<(Choice, usize)>,
}

impl Walk<'_> {
    fn differ(&mut self, a: Node, b: Node) -> bool {
        if !self.done.insert((a, b)) {
            return false;
        }
        let choice = match (self.store.part(a), self.store.part(b)) {
            (Part::Value(x), Part::Value(y)) => {
                if x.is_fixed() && y.is_fixed() {
                    return x != y;
                }
                self.open = true;
                // Of one it is known, or it can be another number or level.
                return x != y;
            }
            (Part::Branch(choice, _), Part::Value(_))
            | (Part::Value(_), Part::Branch(choice, _)) => choice,
            (Part::Branch(x, _), Part::Branch(y, _)) => x.min(y),
        };
        let count = self.below(a, choice).len().max(self.below(b, choice).len());
        for at in 0..count {
            let next = |of: &[Node], node: Node| of.get(at).copied().unwrap_or(node);
            let (x, y) = (
                next(&self.below(a, choice), a),
                next(&self.below(b, choice), b),
            );
            self.made.push((choice, at));
            if self.differ(x, y) {
                return true;
            }
            self.made.pop();
        }
        // What is one alternative for all other answers says nothing of them.
        self.open |= self.answers.get(&choice).is_some_and(|one| one.others);
        false
    }

    fn below(&self, of: Node, choice: Choice) -> Vec<Node> {
        match self.store.part(of) {
            Part::Branch(own, alternatives) if own == choice => alternatives.to_vec(),
            _ => Vec::new(),
        }
    }
}
