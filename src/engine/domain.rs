//! What a question can be answered with, as far as the list can tell answers apart: few enough to try all of them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::View;
use crate::answer::{RowId, Value};
use crate::questionnaire::{
    Condition, Input, Kind, Number, NumberRef, OptionId, Question, QuestionIx, Test,
};

/// At most so many different answers of one question, for whoever tries them one after the other.
const MOST_TO_TRY: usize = 64;
/// At most so many, where every one of them gets a branch.
const MOST_BRANCHES: usize = 1024;
/// At most so many options of which every combination is tried.
const MOST_OPTIONS: usize = 8;

/// What the list does with the answers to a question.
#[derive(Default)]
struct Uses {
    numbers: Vec<Number>,
    days: Vec<NaiveDate>,
    options: BTreeSet<OptionId>,
    /// Compared with the answer to another question.
    same: bool,
    /// Counted with: its number or points matter.
    counted: bool,
}

impl View<'_> {
    /// Answers of which at least one behaves as any answer that can be given; nothing where these are too many, or
    /// depend on rows.
    pub fn answers_to_try(&self, question: QuestionIx) -> Option<Vec<Value>> {
        let (values, all) = self.alternatives(question, MOST_TO_TRY);
        all.then_some(values)
    }

    /// The same for branches: more of them, and where they are not all that matters, which they are.
    pub(super) fn answers_to_branch(&self, question: QuestionIx) -> (Vec<Value>, bool) {
        self.alternatives(question, MOST_BRANCHES)
    }

    /// Answers to try; and whether any other answer behaves as one of them.
    fn alternatives(&self, question: QuestionIx, most: usize) -> (Vec<Value>, bool) {
        let asked = self.list.question(question);
        let (mut values, all): (Vec<Value>, bool) = match &asked.kind {
            Kind::YesNo { .. } => (vec![Value::Yes, Value::No], true),
            Kind::Choice { options } | Kind::Judgement { options, .. } => {
                let each = options.iter();
                let each = each.map(|option| Value::Choice(option.id.clone()));
                (each.collect(), true)
            }
            Kind::Choices { options } => {
                let ids = options.iter().map(|option| option.id.clone());
                self.sets(question, ids.collect())
            }
            Kind::Scale { from, to, .. } => {
                let (low, high) = (Number::whole(*from), Number::whole(*to));
                self.numbers(question, Some(low), Some(high), Number::ONE, most)
            }
            Kind::Number { from, to, step, .. } if *step > Number::ZERO => {
                self.numbers(question, *from, *to, *step, most)
            }
            Kind::Date { not_after_today } => self.days(question, *not_after_today),
            Kind::Text { .. } => (
                vec![Value::Text(String::from("-"))],
                !self.uses(question).same,
            ),
            Kind::Row { list, several } => self.rows_to_point_at(*list, *several, asked),
            Kind::Person { several } => self.list.persons.map_or_else(
                || (Vec::new(), false),
                |list| self.rows_to_point_at(list, *several, asked),
            ),
            _ => (Vec::new(), false),
        };
        if asked.allows_not_applicable {
            values.push(Value::NotApplicable);
        }
        (values, all)
    }

    /// Every set of these options; of too many only of those that something looks at.
    fn sets(&self, question: QuestionIx, ids: Vec<OptionId>) -> (Vec<Value>, bool) {
        if ids.len() <= MOST_OPTIONS {
            return (subsets(&ids), true);
        }
        let uses = self.uses(question);
        let (used, others): (Vec<_>, Vec<_>) =
            ids.into_iter().partition(|id| uses.options.contains(id));
        if used.len() <= MOST_OPTIONS {
            return (subsets(&used), !uses.same && !uses.counted);
        }
        let all = used.iter().chain(&others).cloned().collect();
        (vec![Value::Choices(Vec::new()), Value::Choices(all)], false)
    }

    /// The rows of a closed list that can be chosen: each, or every set of them.
    fn rows_to_point_at(
        &self,
        list: QuestionIx,
        several: bool,
        asked: &Question,
    ) -> (Vec<Value>, bool) {
        let mut rows = self.rows(list);
        if let (Some(only), false) = (&asked.only, rows.ids.is_empty()) {
            let can = |row: &RowId| only.lets(self.value(only.question, Some(row)));
            // Who can be chosen may still depend on what is missing.
            rows.complete &= rows.ids.iter().all(|row| can(row).is_some());
            rows.ids.retain(|row| can(row) != Some(false));
            if rows.complete && rows.ids.is_empty() {
                return (vec![Value::Rows(Vec::new())], true);
            }
        }
        if !rows.complete || rows.ids.is_empty() || (several && rows.ids.len() > MOST_OPTIONS) {
            return (Vec::new(), false);
        }
        let mut sets: Vec<Vec<RowId>> = if several {
            sets_of(&rows.ids)
        } else {
            rows.ids.into_iter().map(|row| vec![row]).collect()
        };
        sets.retain(|set| !set.is_empty());
        sets.extend(asked.may_be_empty.then(Vec::new));
        (sets.into_iter().map(Value::Rows).collect(), true)
    }

    /// Every number that fits; of too many only those around what they are compared with.
    fn numbers(
        &self,
        question: QuestionIx,
        from: Option<Number>,
        to: Option<Number>,
        step: Number,
        most: usize,
    ) -> (Vec<Value>, bool) {
        if let (Some(low), Some(high)) = (from, to) {
            let mut values = Vec::new();
            let mut number = low.up_to_multiple_of(step);
            while number <= high && values.len() <= most {
                values.push(Value::Number(number));
                number = number + step;
            }
            if values.len() <= most {
                return (values, true);
            }
        }
        let uses = self.uses(question);
        let mut numbers = BTreeSet::new();
        let mut around = |number: Number| {
            let at = number.up_to_multiple_of(step);
            numbers.extend([at - step, at, at + step]);
        };
        around(Number::ZERO);
        uses.numbers.iter().copied().for_each(&mut around);
        from.into_iter().chain(to).for_each(&mut around);
        let fits = |number: &Number| {
            from.is_none_or(|from| from <= *number)
                && to.is_none_or(|to| *number <= to)
                && number.is_multiple_of(step)
        };
        let fitting = numbers.into_iter().filter(fits).map(Value::Number);
        (fitting.collect(), !uses.same && !uses.counted)
    }

    /// The days around those that it is compared with.
    fn days(&self, question: QuestionIx, not_after_today: bool) -> (Vec<Value>, bool) {
        let uses = self.uses(question);
        let mut days = BTreeSet::from([self.today]);
        for day in uses.days {
            days.extend(day.pred_opt());
            days.insert(day);
            days.extend(day.succ_opt());
        }
        let fits = |day: &NaiveDate| !not_after_today || *day <= self.today;
        let fitting = days.into_iter().filter(fits).map(Value::Date);
        (fitting.collect(), !uses.same)
    }

    fn uses(&self, question: QuestionIx) -> Uses {
        let mut uses = Uses::default();
        for condition in self.list.conditions() {
            condition.walk(&mut |one| {
                let Condition::Answer { question: of, test } = one else {
                    return;
                };
                if matches!(test, Test::SameAs(other) if *other == question) {
                    uses.same = true;
                }
                if *of != question {
                    return;
                }
                match test {
                    Test::Is(ids) | Test::Contains(ids) => uses.options.extend(ids.iter().cloned()),
                    Test::Compare(compare) => uses.numbers.extend(self.all_values(compare.to)),
                    Test::Before(day) | Test::After(day) => uses.days.push(self.day(*day)),
                    Test::SameAs(_) => uses.same = true,
                    Test::Names(_) => {}
                }
            });
        }
        let is_input = |input: &Input| match input {
            Input::Question(of) | Input::Rows(of) => *of == question,
            Input::Derived(_) | Input::Number(_) => false,
        };
        let mut derived = self.list.derived.iter();
        uses.counted = derived.any(|derived| derived.formula.inputs().iter().any(is_input));
        uses
    }

    fn all_values(&self, of: NumberRef) -> Vec<Number> {
        match of {
            NumberRef::Literal(number) => vec![number],
            NumberRef::Named(at) => {
                let rows = &self.list.numbers[at].rows;
                rows.iter().map(|row| row.value).collect()
            }
        }
    }
}

fn subsets(ids: &[OptionId]) -> Vec<Value> {
    sets_of(ids).into_iter().map(Value::Choices).collect()
}

fn sets_of<T: Clone>(all: &[T]) -> Vec<Vec<T>> {
    (0..1_usize << all.len())
        .map(|bits| {
            let chosen = all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            chosen.map(|(_, one)| one.clone()).collect()
        })
        .collect()
}
