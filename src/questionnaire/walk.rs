//! Walks: every condition and input of a list, wherever it stands. For whoever must know what a question is used for.

use std::collections::BTreeSet;

use super::condition::{Condition, Test};
use super::derived::{Derived, Formula, Input, Term};
use super::model::Questionnaire;
use super::name::{DerivedIx, QuestionId, QuestionIx};
use super::question::Kind;
use super::role::Role;

impl Condition {
    /// This condition and all that it is made of.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Condition)) {
        visit(self);
        match self {
            Self::Always(_) | Self::Answer { .. } | Self::Derived { .. } => {}
            Self::All(all) | Self::Any(all) | Self::AtLeast(_, all) => {
                all.iter().for_each(|one| one.walk(visit));
            }
            Self::Not(inner) | Self::May(inner) | Self::Sure(inner) => inner.walk(visit),
            Self::Rows { holds, .. } => {
                if let Some(holds) = holds {
                    holds.walk(visit);
                }
            }
            Self::EveryRow { holds, .. } | Self::Named { holds, .. } => holds.walk(visit),
        }
    }
}

impl Formula {
    /// Every condition in it, whole.
    pub fn conditions(&self) -> Vec<&Condition> {
        match self {
            Self::Sum(terms) => terms
                .iter()
                .filter_map(|term| match term {
                    Term::Points(condition, _) | Term::RowPoints(_, condition, _) => {
                        Some(condition)
                    }
                    Term::Times(..) => None,
                })
                .collect(),
            Self::Count(all) => all.iter().collect(),
            Self::CountRows { holds, .. } => holds.iter().collect(),
            Self::Highest(_) | Self::Lowest(_) | Self::Ratio(..) | Self::Bands { .. } => Vec::new(),
            Self::Table(rows) | Self::Rules(rows) => {
                rows.iter().filter_map(|row| row.when.as_ref()).collect()
            }
        }
    }

    /// Every input in it.
    pub fn inputs(&self) -> Vec<Input> {
        match self {
            Self::Sum(terms) => terms
                .iter()
                .filter_map(|term| match term {
                    Term::Times(input, _) => Some(*input),
                    Term::Points(..) | Term::RowPoints(..) => None,
                })
                .collect(),
            Self::Highest(inputs) | Self::Lowest(inputs) => inputs.clone(),
            Self::Ratio(above, below) => vec![*above, *below],
            Self::Bands { of, .. } => vec![*of],
            Self::Count(_) | Self::CountRows { .. } | Self::Table(_) | Self::Rules(_) => Vec::new(),
        }
    }
}

impl Derived {
    /// Every condition in it, whole.
    pub fn conditions(&self) -> Vec<&Condition> {
        let mut all = self.formula.conditions();
        all.extend(&self.when);
        all
    }
}

impl Questionnaire {
    /// What a person reads in the list, in Dutch: titles, questions, help, options.
    pub fn told(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().map(|part| &part.title);
        let questions = self.questions.iter().flat_map(|question| {
            let around = [&question.help, &question.why, &question.example];
            let options = question.options().iter();
            let options = options.flat_map(|one| std::iter::once(&one.text).chain(&one.help));
            std::iter::once(&question.text)
                .chain(around.into_iter().flatten())
                .chain(options)
        });
        parts.chain(questions).map(|text| text.nl.as_str())
    }

    /// Whether this is the list of protected values, or stands in it.
    pub fn is_protected(&self, id: &QuestionId) -> bool {
        let (Some(at), Some(guarded)) = (self.find(&id.0), self.by_role(Role::ProtectedValues))
        else {
            return false;
        };
        at == guarded || self.question(at).parent == Some(guarded)
    }

    /// Every condition in the list, whole.
    pub fn conditions(&self) -> Vec<&Condition> {
        let mut all: Vec<&Condition> = Vec::new();
        for part in &self.parts {
            all.extend(&part.when);
        }
        for question in &self.questions {
            all.extend(&question.when);
            if let Kind::Ranking {
                first: Some((when, _)),
                ..
            } = &question.kind
            {
                all.push(when);
            }
        }
        for derived in &self.derived {
            all.extend(derived.conditions());
        }
        all.extend(self.not_applicable.iter().map(|rule| &rule.when));
        for period in &self.periods {
            all.extend(period.conditions());
        }
        all
    }
}

/// The questions and derived values that a condition or formula speaks of, each once, in the order of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subjects {
    /// The questions; a list where its rows are counted or tested.
    pub questions: BTreeSet<QuestionIx>,
    /// The derived values.
    pub derived: BTreeSet<DerivedIx>,
}

impl Subjects {
    /// What this condition speaks of.
    pub fn of_condition(condition: &Condition) -> Self {
        let mut found = Self::default();
        found.condition(condition);
        found
    }

    /// What this formula is made of.
    pub fn of_formula(formula: &Formula) -> Self {
        let mut found = Self::default();
        for condition in formula.conditions() {
            found.condition(condition);
        }
        for input in formula.inputs() {
            match input {
                Input::Question(at) | Input::Rows(at) => {
                    found.questions.insert(at);
                }
                Input::Derived(at) => {
                    found.derived.insert(at);
                }
                Input::Number(_) => {}
            }
        }
        match formula {
            Formula::CountRows { list, .. } => {
                found.questions.insert(*list);
            }
            Formula::Sum(terms) => found.questions.extend(terms.iter().filter_map(|term| {
                let Term::RowPoints(list, ..) = term else {
                    return None;
                };
                Some(*list)
            })),
            _ => {}
        }
        found
    }

    fn condition(&mut self, condition: &Condition) {
        condition.walk(&mut |one| match one {
            Condition::Answer { question, test } => {
                self.questions.insert(*question);
                self.test(test);
            }
            Condition::Derived { derived, test } => {
                self.derived.insert(*derived);
                self.test(test);
            }
            Condition::Rows { list, .. } | Condition::EveryRow { list, .. } => {
                self.questions.insert(*list);
            }
            Condition::Named { by, list, .. } => {
                self.questions.extend([*by, *list]);
            }
            _ => {}
        });
    }

    fn test(&mut self, test: &Test) {
        if let Some(other) = test.other() {
            self.questions.insert(other);
        }
    }
}
