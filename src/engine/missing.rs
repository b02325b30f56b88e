//! Which missing answers matter: the ones on which an outcome still rests, with how often it rests on them.

use std::collections::{BTreeMap, BTreeSet};

use super::View;
use super::at::At;
use super::condition::{Conditions, names};
use super::formula::Formulas;
use super::knowledge::{Known, Mode};
use super::path::{StepState, path};
use super::spread::Numbers;
use super::truth::Truth;
use crate::answer::{Key, RowId};
use crate::questionnaire::{
    Compare, Condition, DerivedIx, Formula, Input, Op, QuestionIx, RuleRow, Term, Test,
};

/// The missing answers behind a value.
#[derive(Default)]
pub(super) struct Cone {
    /// Each with how many times the value looks at it.
    pub keys: BTreeMap<(QuestionIx, Option<RowId>), usize>,
    /// A list may still get rows.
    pub open_list: bool,
    /// What was looked at already: it is not gone into again.
    seen: BTreeSet<Seen>,
    /// A test of it is judged by more than one answer, or by the ends of a range: what seems possible may not be.
    pub rough: bool,
}

/// Something behind a value that has more behind it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Seen {
    Derived(DerivedIx),
    Whether(QuestionIx, Option<RowId>),
}

impl Cone {
    /// Whether to go into this: not the second time. What is behind it is then looked at more than once.
    fn enter(&mut self, what: Seen) -> bool {
        let new = self.seen.insert(what);
        self.rough |= !new;
        new
    }
}

/// The missing answers that may still change a derived value, in the order of asking.
pub(super) fn of_derived(view: &View<'_>, at: DerivedIx) -> Vec<Key> {
    keys(view, cone(view, at))
}

/// The missing answers on which a condition rests, in the order of asking.
pub(super) fn of_condition(
    view: &View<'_>,
    condition: &Condition,
    row: Option<&RowId>,
) -> Vec<Key> {
    let mut cone = Cone::default();
    view.collect_condition(condition, row.into(), &mut cone);
    keys(view, cone)
}

pub(super) fn keys(view: &View<'_>, cone: Cone) -> Vec<Key> {
    cone.keys
        .into_keys()
        .map(|(question, row)| Key {
            question: view.list.question(question).id.clone(),
            row,
        })
        .collect()
}

fn cone(view: &View<'_>, at: DerivedIx) -> Cone {
    let mut cone = Cone::default();
    view.collect_derived(at, &mut cone);
    cone
}

/// What an outcome rests on: its value, and whether the list applies.
pub(super) fn outcome_cone(view: &View<'_>, at: DerivedIx) -> Cone {
    let mut cone = cone(view, at);
    for rule in &view.list.not_applicable {
        view.collect_condition(&rule.when, At::default(), &mut cone);
    }
    cone
}

/// Every question that belongs and has no known answer: not asked yet, *onbekend* or *geweigerd*; in order of asking.
pub fn open_questions(view: &View<'_>) -> Vec<Key> {
    path(view)
        .into_iter()
        .filter(|step| view.list.question(step.question).takes_answer())
        .filter(|step| match step.state {
            StepState::Open => true,
            StepState::Offered => false,
            StepState::Done => {
                let id = &view.list.question(step.question).id;
                view.answers
                    .get(id, step.row.as_ref())
                    .is_some_and(|answer| !answer.value.is_known())
            }
        })
        .map(|step| step.key(view))
        .collect()
}

impl View<'_> {
    fn collect_derived(&self, at: DerivedIx, cone: &mut Cone) {
        let fixed = self.memory.is_fixed(at);
        if fixed.unwrap_or_else(|| self.spread(at).is_fixed()) {
            return;
        }
        if !cone.enter(Seen::Derived(at)) {
            return;
        }
        let derived = self.list.derived(at);
        if let Some(when) = &derived.when {
            self.collect_condition(when, At::default(), cone);
        }
        match &derived.formula {
            Formula::Sum(terms) => terms.iter().for_each(|term| self.collect_term(term, cone)),
            Formula::Count(conditions) => conditions
                .iter()
                .for_each(|one| self.collect_condition(one, At::default(), cone)),
            Formula::CountRows { list, holds } => {
                self.collect_rows(*list, holds.as_ref(), At::default(), cone);
            }
            Formula::Highest(inputs) | Formula::Lowest(inputs) => {
                inputs
                    .iter()
                    .for_each(|input| self.collect_input(input, cone));
            }
            Formula::Ratio(above, below) => {
                for input in [above, below] {
                    self.collect_input(input, cone);
                    cone.rough |= matches!(self.rough().input(input).numbers, Numbers::Range(..));
                }
            }
            Formula::Bands { of, .. } => {
                self.collect_input(of, cone);
                cone.rough |= matches!(self.rough().input(of).numbers, Numbers::Range(..));
            }
            Formula::Table(rows) | Formula::Rules(rows) => self.collect_rules(rows, cone),
        }
    }

    fn collect_rules(&self, rows: &[RuleRow], cone: &mut Cone) {
        for row in rows {
            let Some(when) = &row.when else { return };
            self.collect_condition(when, At::default(), cone);
            if self.holds(when, None, Mode::Bounds) == Truth::Yes {
                return;
            }
        }
    }

    fn collect_term(&self, term: &Term, cone: &mut Cone) {
        match term {
            Term::Times(input, _) => self.collect_input(input, cone),
            Term::Points(condition, _) => self.collect_condition(condition, At::default(), cone),
            Term::RowPoints(list, condition, _) => {
                self.collect_rows(*list, Some(condition), At::default(), cone);
            }
        }
    }

    fn collect_input(&self, input: &Input, cone: &mut Cone) {
        match input {
            Input::Question(question) => self.collect_question(*question, None, cone),
            Input::Rows(question) => {
                let Some(list) = self.list.question(*question).parent else {
                    return;
                };
                let rows = self.rows_that_count(list);
                if !rows.complete {
                    self.collect_list(list, cone);
                }
                rows.ids
                    .iter()
                    .for_each(|row| self.collect_question(*question, Some(row), cone));
            }
            Input::Derived(derived) => self.collect_derived(*derived, cone),
            Input::Number(_) => {}
        }
    }

    fn collect_rows(
        &self,
        list: QuestionIx,
        holds: Option<&Condition>,
        at: At<'_>,
        cone: &mut Cone,
    ) {
        let rows = self.rows_that_count(list);
        if !rows.complete {
            self.collect_list(list, cone);
        }
        if let Some(holds) = holds {
            rows.ids
                .iter()
                .for_each(|row| self.collect_condition(holds, at.within(list, row), cone));
        }
    }

    fn collect_list(&self, list: QuestionIx, cone: &mut Cone) {
        let closed = self.answers.rows(&self.list.question(list).id);
        if closed.is_some_and(|rows| rows.complete) {
            // All rows are there; only whether the list belongs is not known, and that goes for all of them at once.
            cone.rough = true;
        } else {
            cone.open_list = true;
            *cone.keys.entry((list, None)).or_default() += 1;
        }
        if cone.enter(Seen::Whether(list, None)) {
            self.collect_whether(list, None, cone);
        }
    }

    fn collect_condition(&self, condition: &Condition, at: At<'_>, cone: &mut Cone) {
        if self.rough().holds(condition, at) != Truth::Unknown {
            return;
        }
        match condition {
            Condition::Always(_) => {}
            Condition::Answer { question, test } => {
                self.collect_question(*question, self.row_for(*question, at), cone);
                if let Test::SameAs(other) = test {
                    self.collect_question(*other, self.row_for(*other, at), cone);
                }
                cone.rough |= test.other().is_some() || is_equal(test);
            }
            Condition::Derived { derived, test } => {
                self.collect_derived(*derived, cone);
                let numbers = self.spread(*derived).numbers;
                cone.rough |= is_equal(test) && matches!(numbers, Numbers::Range(..));
            }
            Condition::All(of) | Condition::Any(of) | Condition::AtLeast(_, of) => {
                of.iter()
                    .for_each(|one| self.collect_condition(one, at, cone));
            }
            Condition::Not(inner) | Condition::May(inner) | Condition::Sure(inner) => {
                self.collect_condition(inner, at, cone);
            }
            Condition::Rows { list, holds, .. } => {
                self.collect_rows(*list, holds.as_deref(), at, cone);
            }
            Condition::EveryRow { list, holds } => self.collect_rows(*list, Some(holds), at, cone),
            Condition::Named { by, list, holds } => {
                cone.rough = true;
                let row = self.row_for(*by, at);
                self.collect_question(*by, row, cone);
                let known = self.rough().known(*by, row);
                if matches!(known, Known::Missing(_)) && !self.rows_that_count(*list).complete {
                    self.collect_list(*list, cone);
                }
                for named in self.rows_that_count(*list).ids {
                    if names(&known, &named).possible() {
                        self.collect_condition(holds, at.within(*list, &named), cone);
                    }
                }
            }
        }
    }

    fn collect_question(&self, question: QuestionIx, row: Option<&RowId>, cone: &mut Cone) {
        let row = if self.list.question(question).parent.is_some() {
            row
        } else {
            None
        };
        let maybe_hidden = match self.rough().known(question, row) {
            Known::Hidden => return,
            Known::Value(_, maybe_hidden) => maybe_hidden,
            Known::Missing(maybe_hidden) => {
                *cone.keys.entry((question, row.cloned())).or_default() += 1;
                maybe_hidden
            }
        };
        if maybe_hidden && cone.enter(Seen::Whether(question, row.cloned())) {
            self.collect_whether(question, row, cone);
        }
    }

    /// What decides whether a question belongs.
    fn collect_whether(&self, question: QuestionIx, row: Option<&RowId>, cone: &mut Cone) {
        let asked = self.list.question(question);
        if let Some(when) = &asked.when {
            self.collect_condition(when, row.into(), cone);
        }
        match asked.parent {
            Some(list) => self.collect_whether(list, None, cone),
            None => {
                if let Some(when) = &self.list.parts[asked.part].when {
                    self.collect_condition(when, At::default(), cone);
                }
            }
        }
    }
}

fn is_equal(test: &Test) -> bool {
    matches!(test, Test::Compare(Compare { op: Op::Equal, .. }))
}
