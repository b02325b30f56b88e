//! Why an outcome is what it is: the rule that decided, the answers it used, its source and its place in the list.

use super::View;
use super::at::At;
use super::branches::Branches;
use super::condition::{Conditions, names};
use super::formula::Formulas;
use super::knowledge::{Known, Mode};
use super::truth::Truth;
use crate::answer::{Key, RowId};
use crate::problem::Place;
use crate::questionnaire::{
    Band, Condition, DerivedIx, Formula, Input, Number, QuestionIx, RuleRow, Term, Test, Text,
};

/// One step of the explanation of a fixed outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The derived value that this explains: the outcome itself, or one that it rests on.
    pub derived: String,
    /// The sentence of the rule, band or row that decided; absent for a plain count or sum, and where several rules may
    /// still decide that all give the same.
    pub rule: Option<Text>,
    /// The answers it used, in the order of asking.
    pub answers: Vec<Key>,
    /// The derived values it used; each has its own reason after this one.
    pub uses: Vec<String>,
    /// What it rests on.
    pub source: String,
    /// Where the rule stands.
    pub place: Place,
}

#[derive(Default)]
struct Used {
    answers: std::collections::BTreeSet<(QuestionIx, Option<RowId>)>,
    derived: Vec<DerivedIx>,
    /// Hidden questions of which was said why.
    hidden: std::collections::BTreeSet<(QuestionIx, Option<RowId>)>,
}

/// Explains a derived value whose value is fixed: first itself, then what it rests on.
pub(super) fn reasons(view: &View<'_>, branches: &Branches<'_>, at: DerivedIx) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut queue = vec![at];
    let mut next = 0;
    while let Some(&derived) = queue.get(next) {
        next += 1;
        let (reason, uses) = explain(view, branches, derived);
        reasons.push(reason);
        for used in uses {
            if !queue.contains(&used) {
                queue.push(used);
            }
        }
    }
    reasons
}

fn explain(view: &View<'_>, branches: &Branches<'_>, at: DerivedIx) -> (Reason, Vec<DerivedIx>) {
    let derived = view.list.derived(at);
    let mut used = Used::default();
    let (mut rule, mut source, mut place) = (None, derived.source.clone(), derived.place.clone());
    let belongs = derived
        .when
        .as_ref()
        .map_or(Truth::Yes, |when| view.holds(when, None, Mode::Bounds));
    if let Some(when) = &derived.when {
        view.support(when, belongs != Truth::No, At::default(), &mut used);
    }
    if belongs != Truth::No {
        match &derived.formula {
            Formula::Rules(rows) | Formula::Table(rows) => {
                if let Some(row) = view.deciding(rows, branches.decides(at), &mut used) {
                    rule = row.reason.clone();
                    source.clone_from(&row.source);
                    place = row.place.clone();
                }
            }
            Formula::Bands { of, rows } => {
                view.use_input(of, &mut used);
                let of = view.rough().input(of);
                let fits = |band: &&Band| view.in_band(&of.numbers, band).possible();
                let only = || {
                    let mut all = rows.iter().filter(fits);
                    all.next().filter(|_| all.next().is_none())
                };
                if let Some(band) = branches.decides(at).map_or_else(only, |at| rows.get(at)) {
                    rule = band.reason.clone();
                    place = band.place.clone();
                }
            }
            Formula::Sum(terms) => terms.iter().for_each(|term| view.use_term(term, &mut used)),
            Formula::Count(conditions) => {
                for one in conditions
                    .iter()
                    .filter(|one| view.holds(one, None, Mode::Bounds) == Truth::Yes)
                {
                    view.support(one, true, At::default(), &mut used);
                }
            }
            Formula::CountRows { list, holds } => {
                view.use_rows(*list, holds.as_ref(), true, At::default(), &mut used)
            }
            Formula::Highest(inputs) | Formula::Lowest(inputs) => {
                inputs
                    .iter()
                    .for_each(|input| view.use_input(input, &mut used));
            }
            Formula::Ratio(above, below) => {
                view.use_input(above, &mut used);
                view.use_input(below, &mut used);
            }
        }
    }
    let answers = used
        .answers
        .into_iter()
        .map(|(question, row)| Key {
            question: view.list.question(question).id.clone(),
            row,
        })
        .collect();
    let uses = used
        .derived
        .iter()
        .map(|used| view.list.derived(*used).id.clone())
        .collect();
    (
        Reason {
            derived: derived.id.clone(),
            rule,
            answers,
            uses,
            source,
            place,
        },
        used.derived,
    )
}

impl View<'_> {
    /// The rule that decides, with what it and the rules before it rest on. `decides`: the one that does so in every
    /// way to fill in what is missing.
    fn deciding<'r>(
        &self,
        rows: &'r [RuleRow],
        decides: Option<usize>,
        used: &mut Used,
    ) -> Option<&'r RuleRow> {
        let truth = |row: &RuleRow| {
            row.when
                .as_ref()
                .map_or(Truth::Yes, |when| self.holds(when, None, Mode::Bounds))
        };
        let first = rows.iter().position(|row| truth(row).possible());
        let certain = first.filter(|at| truth(&rows[*at]) == Truth::Yes);
        if let (None, None, Some(first)) = (decides, certain, first) {
            // Which rule decides is still open, and each gives the same: to name one would say what nobody knows.
            for when in rows[first..].iter().filter_map(|row| row.when.as_ref()) {
                if self.holds(when, None, Mode::Bounds).possible() {
                    self.support(when, true, At::default(), used);
                }
            }
            return None;
        }
        let Some(at) = decides.or(certain) else {
            // No rule holds: the value is that there is none, because each of them fails.
            for when in rows.iter().filter_map(|row| row.when.as_ref()) {
                self.support(when, false, At::default(), used);
            }
            return None;
        };
        match &rows[at].when {
            Some(when) => self.support(when, true, At::default(), used),
            None => {
                for earlier in rows[..at].iter().filter_map(|row| row.when.as_ref()) {
                    self.support(earlier, false, At::default(), used);
                }
            }
        }
        Some(&rows[at])
    }

    /// Collects what makes a condition hold (or fail).
    fn support(&self, condition: &Condition, want: bool, at: At<'_>, used: &mut Used) {
        let is = |one: &Condition| self.rough().holds(one, at) == Truth::from(want);
        match condition {
            Condition::Always(_) => {}
            Condition::Answer { question, test } => {
                self.use_question(*question, self.row_for(*question, at), used);
                if let Test::SameAs(other) = test {
                    self.use_question(*other, self.row_for(*other, at), used);
                }
            }
            Condition::Derived { derived, .. } => {
                if !used.derived.contains(derived) {
                    used.derived.push(*derived);
                }
            }
            Condition::All(of) if !want => self.support_each(of, want, at, used),
            Condition::Any(of) if want => self.support_each(of, want, at, used),
            Condition::All(of) | Condition::Any(of) | Condition::AtLeast(_, of) => {
                of.iter()
                    .filter(|one| is(one))
                    .for_each(|one| self.support(one, want, at, used));
            }
            Condition::Not(inner) => self.support(inner, !want, at, used),
            Condition::May(inner) | Condition::Sure(inner) => self.support(inner, want, at, used),
            Condition::Rows { list, holds, .. } => {
                self.use_rows(*list, holds.as_deref(), want, at, used)
            }
            Condition::EveryRow { list, holds } => {
                self.use_rows(*list, Some(holds), want, at, used)
            }
            Condition::Named { by, list, holds } => {
                let row = self.row_for(*by, at);
                self.use_question(*by, row, used);
                let known = self.rough().known(*by, row);
                for named in self.rows_that_count(*list).ids {
                    let at = at.within(*list, &named);
                    let is = self.rough().holds(holds, at) == Truth::from(want);
                    if is && names(&known, &named).possible() {
                        self.support(holds, want, at, used);
                    }
                }
            }
        }
    }

    /// Each that would be enough by itself, else all of them: one red flag must not hide the others.
    fn support_each(&self, of: &[Condition], want: bool, at: At<'_>, used: &mut Used) {
        let enough: Vec<&Condition> = of
            .iter()
            .filter(|one| self.rough().holds(one, at) == Truth::from(want))
            .collect();
        if enough.is_empty() {
            of.iter().for_each(|one| self.support(one, want, at, used));
        }
        for one in enough {
            self.support(one, want, at, used);
        }
    }

    fn use_rows(
        &self,
        list: QuestionIx,
        holds: Option<&Condition>,
        want: bool,
        at: At<'_>,
        used: &mut Used,
    ) {
        self.use_list(list, used);
        let Some(holds) = holds else { return };
        for row in self.rows_that_count(list).ids {
            let at = at.within(list, &row);
            if self.rough().holds(holds, at) == Truth::from(want) {
                self.support(holds, want, at, used);
            }
        }
    }

    fn use_question(&self, question: QuestionIx, row: Option<&RowId>, used: &mut Used) {
        let asked = self.list.question(question);
        let row = if asked.parent.is_some() { row } else { None };
        match self.rough().known(question, row) {
            // With `zeker`, routing may hide now what may belong later; what is hidden is not named.
            Known::Value(..) if !self.visible(question, row).possible() => {}
            Known::Value(..) => {
                used.answers.insert((question, row.cloned()));
            }
            Known::Hidden => self.use_hidden(question, row, used),
            Known::Missing(_) => {}
        }
    }

    /// What makes that a question does not belong.
    fn use_hidden(&self, question: QuestionIx, row: Option<&RowId>, used: &mut Used) {
        if !used.hidden.insert((question, row.cloned())) {
            return;
        }
        let asked = self.list.question(question);
        let fails = |when: &&Condition| self.holds(when, row, Mode::Bounds) == Truth::No;
        if let Some(when) = asked.when.as_ref().filter(fails) {
            self.support(when, false, row.into(), used);
            return;
        }
        match asked.parent {
            Some(list) => self.use_hidden(list, None, used),
            None => {
                if let Some(when) = self.list.parts[asked.part].when.as_ref().filter(fails) {
                    self.support(when, false, At::default(), used);
                }
            }
        }
    }

    /// The rows of a list, as far as anything was said about them.
    fn use_list(&self, list: QuestionIx, used: &mut Used) {
        if self.belongs(list, None, Mode::Bounds) == Truth::No {
            self.use_hidden(list, None, used);
        } else if self.answers.rows(&self.list.question(list).id).is_some()
            && self.visible(list, None).possible()
        {
            used.answers.insert((list, None));
        }
    }

    fn use_input(&self, input: &Input, used: &mut Used) {
        match input {
            Input::Question(question) => self.use_question(*question, None, used),
            Input::Rows(question) => {
                let Some(list) = self.list.question(*question).parent else {
                    return;
                };
                self.use_list(list, used);
                for row in self.rows_that_count(list).ids {
                    self.use_question(*question, Some(&row), used);
                }
            }
            Input::Derived(derived) => {
                if !used.derived.contains(derived) {
                    used.derived.push(*derived);
                }
            }
            Input::Number(_) => {}
        }
    }

    fn use_term(&self, term: &Term, used: &mut Used) {
        match term {
            Term::Times(input, _) => {
                if self.rough().input(input).only_number() != Some(Number::ZERO) {
                    self.use_input(input, used);
                }
            }
            Term::Points(condition, _) => {
                if self.holds(condition, None, Mode::Bounds) == Truth::Yes {
                    self.support(condition, true, At::default(), used);
                }
            }
            Term::RowPoints(list, condition, _) => {
                self.use_rows(*list, Some(condition), true, At::default(), used)
            }
        }
    }
}
