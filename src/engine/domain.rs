//! What a question can be answered with, as far as the list can tell answers apart: few enough to try all of them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::View;
use crate::answer::Value;
use crate::questionnaire::{Condition, Input, Kind, Number, NumberRef, OptionId, QuestionIx, Test};

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
        self.alternatives(question, MOST_TO_TRY)
    }

    /// The same for branches: more of them.
    pub(super) fn answers_to_branch(&self, question: QuestionIx) -> Option<Vec<Value>> {
        self.alternatives(question, MOST_BRANCHES)
    }

    fn alternatives(&self, question: QuestionIx, most: usize) -> Option<Vec<Value>> {
        let asked = self.list.question(question);
        let mut values: Vec<Value> = match &asked.kind {
            Kind::YesNo { .. } => vec![Value::Yes, Value::No],
            Kind::Choice { options } | Kind::Judgement { options, .. } => options
                .iter()
                .map(|option| Value::Choice(option.id.clone()))
                .collect(),
            Kind::Choices { options } => {
                let all = options.iter().map(|option| option.id.clone());
                let ids: Vec<OptionId> = if options.len() <= MOST_OPTIONS {
                    all.collect()
                } else {
                    let uses = self.uses(question);
                    if uses.same || uses.counted || uses.options.len() > MOST_OPTIONS {
                        return None;
                    }
                    all.filter(|id| uses.options.contains(id)).collect()
                };
                subsets(&ids)
            }
            Kind::Scale { from, to, .. } => {
                let (low, high) = (Number::whole(*from), Number::whole(*to));
                self.numbers(question, Some(low), Some(high), Number::ONE, most)?
            }
            Kind::Number { from, to, step, .. } if *step > Number::ZERO => {
                self.numbers(question, *from, *to, *step, most)?
            }
            Kind::Date { not_after_today } => self.days(question, *not_after_today)?,
            Kind::Text { .. } if !self.uses(question).same => vec![Value::Text(String::from("-"))],
            _ => return None,
        };
        if asked.allows_not_applicable {
            values.push(Value::NotApplicable);
        }
        Some(values)
    }

    /// Every number that fits; of too many only those around what they are compared with.
    fn numbers(
        &self,
        question: QuestionIx,
        from: Option<Number>,
        to: Option<Number>,
        step: Number,
        most: usize,
    ) -> Option<Vec<Value>> {
        if let (Some(low), Some(high)) = (from, to) {
            let mut values = Vec::new();
            let mut number = low.up_to_multiple_of(step);
            while number <= high && values.len() <= most {
                values.push(Value::Number(number));
                number = number + step;
            }
            if values.len() <= most {
                return Some(values);
            }
        }
        let uses = self.uses(question);
        if uses.same || uses.counted {
            return None;
        }
        let mut numbers = BTreeSet::new();
        let mut around = |number: Number| {
            let at = number.up_to_multiple_of(step);
            numbers.extend([at - step, at, at + step]);
        };
        around(Number::ZERO);
        uses.numbers.iter().copied().for_each(&mut around);
        from.into_iter().chain(to).for_each(&mut around);
        let fits = |number: &Number| {
            from.is_none_or(|from| from <= *number) && to.is_none_or(|to| *number <= to)
        };
        Some(
            numbers
                .into_iter()
                .filter(fits)
                .map(Value::Number)
                .collect(),
        )
    }

    /// The days around those that it is compared with.
    fn days(&self, question: QuestionIx, not_after_today: bool) -> Option<Vec<Value>> {
        let uses = self.uses(question);
        if uses.same {
            return None;
        }
        let mut days = BTreeSet::from([self.today]);
        for day in uses.days {
            days.extend(day.pred_opt());
            days.insert(day);
            days.extend(day.succ_opt());
        }
        let fits = |day: &NaiveDate| !not_after_today || *day <= self.today;
        Some(days.into_iter().filter(fits).map(Value::Date).collect())
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
    (0..1_usize << ids.len())
        .map(|bits| {
            let chosen = ids.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            Value::Choices(chosen.map(|(_, id)| id.clone()).collect())
        })
        .collect()
}
