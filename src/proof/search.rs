//! Whether a condition can hold. Where all answers can be looked through, `analysis` knows; elsewhere (rows, numbers that
//! are compared) one missing answer is tried after the other, and back as soon as the engine says that it can no longer
//! hold. That stops after a fixed number of tries.

use std::cell::Cell;

use chrono::NaiveDate;

use crate::analysis::{Possible, possible};
use crate::answer::{Answers, Key, RowId, Rows, Value};
use crate::engine::{Truth, View};
use crate::questionnaire::{
    Condition, Formula, Input, Kind, NumberRef, Op, QuestionIx, Questionnaire, Term, Test,
};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It can hold: with these answers, whatever the others are.
    Possible(Answers),
    /// It can never hold.
    Never,
    /// Not known.
    Unsure,
}

/// So much work at most for the whole of a list: a question to the engine, and every missing answer behind it. What is
/// not proven by then is not said.
pub(super) const MOST_OF_ALL: usize = 100_000;
/// So much work at most for one condition.
const MOST: usize = 4_000;
/// At most so many rows of a list are tried.
const MOST_ROWS: usize = 3;

pub(super) struct Search<'a> {
    list: &'a Questionnaire,
    today: NaiveDate,
    /// How much work is left for the whole list.
    all: &'a Cell<usize>,
    left: usize,
    /// What is looked for.
    goal: Option<Condition>,
}

impl<'a> Search<'a> {
    pub(super) fn new(list: &'a Questionnaire, today: NaiveDate, all: &'a Cell<usize>) -> Self {
        Self {
            list,
            today,
            left: MOST.min(all.get()),
            all,
            goal: None,
        }
    }

    /// Whether a condition can hold; for a condition about a row, `within` is its list.
    pub(super) fn can_hold(mut self, condition: &Condition, within: Option<QuestionIx>) -> Verdict {
        if within.is_none() {
            match possible(self.list, condition, self.today) {
                Possible::With(answers) => return Verdict::Possible(answers),
                Possible::Never => return Verdict::Never,
                Possible::Unclear => {}
            }
        }
        self.goal = Some(condition.clone());
        let mut answers = Answers::default();
        let row = within.map(|list| {
            let row = RowId("rij1".to_owned());
            let rows = Rows {
                ids: vec![row.clone()],
                complete: false,
            };
            answers.set_rows(self.list.question(list).id.clone(), rows);
            row
        });
        self.search(condition, row.as_ref(), answers)
    }

    fn search(&mut self, condition: &Condition, row: Option<&RowId>, answers: Answers) -> Verdict {
        if self.left == 0 {
            return Verdict::Unsure;
        }
        self.spend(1);
        let view = View::new(self.list, &answers, self.today);
        match view.in_the_end(condition, row) {
            Truth::Yes => return Verdict::Possible(answers),
            Truth::No => return Verdict::Never,
            Truth::Unknown => {}
        }
        let keys = view.rests_on(condition, row);
        self.spend(keys.len());
        let Some((key, question)) = keys
            .into_iter()
            .find_map(|key| Some((self.list.find(&key.question.0)?, key)))
            .map(|(question, key)| (key, question))
        else {
            return Verdict::Unsure;
        };
        let (tries, mut all) = self.tries(&view, &key, question, &answers);
        let mut unsure = false;
        for next in tries {
            match self.search(condition, row, next) {
                found @ Verdict::Possible(_) => return found,
                Verdict::Never => {}
                Verdict::Unsure => unsure = true,
            }
            all &= self.left > 0;
        }
        if all && !unsure {
            Verdict::Never
        } else {
            Verdict::Unsure
        }
    }

    fn spend(&mut self, work: usize) {
        self.left = self.left.saturating_sub(work);
        self.all.set(self.all.get().saturating_sub(work));
    }

    /// The answers with one more filled in, in every way; and whether no other way matters.
    fn tries(
        &self,
        view: &View<'_>,
        key: &Key,
        question: QuestionIx,
        answers: &Answers,
    ) -> (Vec<Answers>, bool) {
        if let Kind::List { at_most, .. } = self.list.question(question).kind {
            let need = self.rows_needed(question);
            let most = need.unwrap_or(MOST_ROWS).min(at_most.unwrap_or(usize::MAX));
            let there = answers.rows(&key.question).map_or(0, |rows| rows.ids.len());
            let tries = (there..=most.max(there)).map(|count| {
                let ids = (1..=count).map(|at| RowId(format!("rij{at}"))).collect();
                let mut next = answers.clone();
                let rows = Rows {
                    ids,
                    complete: true,
                };
                next.set_rows(key.question.clone(), rows);
                next
            });
            return (tries.collect(), need.is_some());
        }
        let (values, all) = match view.answers_to_try(question) {
            Some(values) => (values, true),
            None => (self.some(question, answers), false),
        };
        let tries = values.into_iter().map(|value| {
            let mut next = answers.clone();
            next.set(key.clone(), value.into());
            next
        });
        (tries.collect(), all)
    }

    /// Some answers to a question that has too many.
    fn some(&self, question: QuestionIx, answers: &Answers) -> Vec<Value> {
        let rows = |list: QuestionIx| {
            let rows = answers.rows(&self.list.question(list).id);
            rows.iter()
                .flat_map(|rows| &rows.ids)
                .map(|row| Value::Rows(vec![row.clone()]))
                .collect()
        };
        match &self.list.question(question).kind {
            Kind::Row { list, .. } | Kind::Ranking { list, .. } => rows(*list),
            Kind::Person { .. } => self.list.persons.map_or(Vec::new(), rows),
            Kind::Number { from, to, step, .. } => {
                let low = from.map(|from| from.up_to_multiple_of(*step));
                let high = to.filter(|to| to.is_multiple_of(*step));
                let both = low.into_iter().chain(high);
                both.map(Value::Number).collect()
            }
            Kind::Text { .. } => vec![Value::Text("-".to_owned())],
            _ => Vec::new(),
        }
    }

    /// Whether this ties the rows of a list to those of another, so that each may need one of its own.
    fn ties(&self, condition: &Condition, list: QuestionIx) -> bool {
        let parent = |at: QuestionIx| self.list.question(at).parent;
        match condition {
            Condition::Answer { question, test } => match test {
                Test::Names(of) => *of == list || parent(*question) == Some(list),
                Test::SameAs(other) => parent(*other) == Some(list),
                _ => false,
            },
            Condition::Named { by, list: of, .. } => *of == list || parent(*by) == Some(list),
            _ => false,
        }
    }

    /// With so many rows everything that conditions say of a list can be; nothing where more may matter.
    fn rows_needed(&self, list: QuestionIx) -> Option<usize> {
        let mut need = 0;
        let mut endless = false;
        for condition in self.list.conditions().into_iter().chain(&self.goal) {
            condition.walk(&mut |one| match one {
                Condition::Rows {
                    list: of, compare, ..
                } if *of == list => match (compare.to, compare.op) {
                    (NumberRef::Literal(number), Op::AtLeast | Op::LessThan) => {
                        need += number
                            .as_whole()
                            .and_then(|n| usize::try_from(n).ok())
                            .unwrap_or(9);
                    }
                    _ => endless = true,
                },
                Condition::EveryRow { list: of, .. } if *of == list => need += 1,
                Condition::Answer {
                    question,
                    test: Test::SameAs(_),
                } if self.list.question(*question).parent == Some(list) => endless = true,
                _ => endless |= self.ties(one, list),
            });
        }
        for derived in &self.list.derived {
            let inputs = derived.formula.inputs();
            endless |= inputs.iter().any(|input| {
                matches!(input, Input::Rows(at) if self.list.question(*at).parent == Some(list))
            });
            endless |= match &derived.formula {
                Formula::CountRows { list: of, .. } => *of == list,
                Formula::Sum(terms) => terms
                    .iter()
                    .any(|term| matches!(term, Term::RowPoints(of, ..) if *of == list)),
                _ => false,
            };
        }
        (!endless && need <= MOST_ROWS).then_some(need)
    }
}
