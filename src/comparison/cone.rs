//! What a derived value can rest on at all, whatever was answered: questions, lists, derived values, named numbers. Never
//! too little.

use std::collections::BTreeSet;

use crate::questionnaire::{
    Compare, Condition, DerivedIx, Formula, Input, Kind, NumberRef, QuestionIx, Questionnaire,
    Term, Test,
};

/// What something can rest on.
#[derive(Debug, Default)]
pub struct Cone {
    /// Questions, also those that decide whether another belongs.
    pub questions: BTreeSet<QuestionIx>,
    /// Parts whose condition counts.
    pub parts: BTreeSet<usize>,
    /// Derived values.
    pub derived: BTreeSet<DerivedIx>,
    /// Named numbers, by index.
    pub numbers: BTreeSet<usize>,
}

impl Cone {
    /// All that this derived value can rest on, itself included, and whether the list applies.
    pub fn of(list: &Questionnaire, at: DerivedIx) -> Self {
        let mut cone = Self::default();
        for rule in &list.not_applicable {
            cone.condition(list, &rule.when);
        }
        cone.derived(list, at);
        cone
    }

    /// All that decides whether this question belongs.
    pub fn of_whether(list: &Questionnaire, at: QuestionIx) -> Self {
        let mut cone = Self::default();
        cone.question(list, at);
        cone
    }

    fn derived(&mut self, list: &Questionnaire, at: DerivedIx) {
        if !self.derived.insert(at) {
            return;
        }
        let derived = list.derived(at);
        for condition in derived.conditions() {
            self.condition(list, condition);
        }
        for input in derived.formula.inputs() {
            self.input(list, &input);
        }
        match &derived.formula {
            Formula::Sum(terms) => {
                for term in terms {
                    match term {
                        Term::Times(_, number) | Term::Points(_, number) => self.number(*number),
                        Term::RowPoints(of, _, number) => {
                            self.question(list, *of);
                            self.number(*number);
                        }
                    }
                }
            }
            Formula::CountRows { list: of, .. } => self.question(list, *of),
            Formula::Bands { rows, .. } => {
                for band in rows {
                    band.from
                        .iter()
                        .chain(&band.to)
                        .for_each(|number| self.number(*number));
                }
            }
            _ => {}
        }
    }

    fn input(&mut self, list: &Questionnaire, input: &Input) {
        match input {
            Input::Question(at) | Input::Rows(at) => self.question(list, *at),
            Input::Derived(at) => self.derived(list, *at),
            Input::Number(number) => self.number(*number),
        }
    }

    fn number(&mut self, number: NumberRef) {
        if let NumberRef::Named(at) = number {
            self.numbers.insert(at);
        }
    }

    fn question(&mut self, list: &Questionnaire, at: QuestionIx) {
        if !self.questions.insert(at) {
            return;
        }
        let asked = list.question(at);
        if let Some(when) = &asked.when {
            self.condition(list, when);
        }
        if let Some(parent) = asked.parent {
            self.question(list, parent);
        }
        if self.parts.insert(asked.part)
            && let Some(when) = &list.parts[asked.part].when
        {
            self.condition(list, when);
        }
        // Which rows can be chosen is what another list says.
        match asked.kind {
            Kind::Row { list: of, .. } | Kind::Ranking { list: of, .. } => self.question(list, of),
            Kind::Person { .. } => {
                if let Some(of) = list.persons {
                    self.question(list, of);
                }
            }
            _ => {}
        }
    }

    fn condition(&mut self, list: &Questionnaire, condition: &Condition) {
        let mut all: Vec<&Condition> = Vec::new();
        condition.walk(&mut |one| all.push(one));
        for one in all {
            match one {
                Condition::Answer { question, test } => {
                    self.question(list, *question);
                    self.test(list, test);
                }
                Condition::Derived { derived, test } => {
                    self.derived(list, *derived);
                    self.test(list, test);
                }
                Condition::AtLeast(number, _) => self.number(*number),
                Condition::Rows {
                    list: of, compare, ..
                } => {
                    self.question(list, *of);
                    self.number(compare.to);
                }
                Condition::EveryRow { list: of, .. } => self.question(list, *of),
                Condition::Named { by, list: of, .. } => {
                    self.question(list, *by);
                    self.question(list, *of);
                }
                _ => {}
            }
        }
    }

    fn test(&mut self, list: &Questionnaire, test: &Test) {
        match test {
            Test::Compare(Compare { to, .. }) => self.number(*to),
            Test::SameAs(other) | Test::Names(other) => self.question(list, *other),
            _ => {}
        }
    }
}
