//! Derived values of every formula, on what the list has so far.

use top3::problem::Place;
use top3::questionnaire::*;

use super::{Maker, levels};

impl Maker<'_> {
    pub(super) fn derived(&mut self) {
        let (formula, levels) = self.formula();
        let when = self.one_in(5).then(|| self.condition(&[], 1));
        let unknown = [
            Policy::Withhold,
            Policy::AsNo,
            Policy::AsYes,
            Policy::ProRata(2),
        ][self.below(4)];
        self.list.derived.push(Derived {
            id: format!("d{}", self.list.derived.len()),
            title: None,
            help: None,
            when,
            formula,
            levels,
            unknown,
            role: None,
            source: String::new(),
            place: Place::default(),
        });
    }

    /// The inputs with a number: questions (with points), rows, derived numbers.
    fn inputs(&self) -> Vec<Input> {
        let numeric = |kind: &Kind| {
            !matches!(
                kind,
                Kind::List { .. } | Kind::Row { .. } | Kind::Date { .. }
            )
        };
        let questions =
            self.where_kind(numeric)
                .into_iter()
                .map(|at| match self.list.question(at).parent {
                    Some(_) => Input::Rows(at),
                    None => Input::Question(at),
                });
        questions.chain(self.numbers()).collect()
    }

    fn numbers(&self) -> Vec<Input> {
        let all = (0..self.list.derived.len()).map(DerivedIx);
        all.filter(|at| self.list.derived(*at).levels.is_empty())
            .map(Input::Derived)
            .collect()
    }

    fn formula(&mut self) -> (Formula, Vec<Choice>) {
        let inputs = self.inputs();
        let lists = self.where_kind(|kind| matches!(kind, Kind::List { .. }));
        match self.below(10) {
            0 | 1 => {
                let count = 1 + self.below(3);
                (
                    Formula::Sum((0..count).map(|_| self.term(&inputs, &lists)).collect()),
                    vec![],
                )
            }
            2 => (Formula::Count(self.conditions(&[], 2)), vec![]),
            3 if !lists.is_empty() => {
                let list = lists[self.below(lists.len())];
                let holds = (!self.one_in(3)).then(|| self.condition(&[list], 2));
                (Formula::CountRows { list, holds }, vec![])
            }
            4 | 5 => self.extreme(),
            6 if !inputs.is_empty() => {
                let above = inputs[self.below(inputs.len())];
                let below = if self.one_in(2) {
                    Input::Number(self.number_ref())
                } else {
                    inputs[self.below(inputs.len())]
                };
                (Formula::Ratio(above, below), vec![])
            }
            7 if !inputs.is_empty() => self.bands(&inputs),
            _ => {
                let mut rows = vec![];
                for _ in 0..1 + self.below(3) {
                    rows.push(rule(Some(self.condition(&[], 2)), rows.len()));
                }
                if self.one_in(2) {
                    rows.push(rule(None, rows.len()));
                }
                (
                    Formula::Rules(rows),
                    levels(&["l0", "l1", "l2", "l3"], &mut || None),
                )
            }
        }
    }

    fn term(&mut self, inputs: &[Input], lists: &[QuestionIx]) -> Term {
        match self.below(5) {
            0..=2 => match self.pick(inputs) {
                Some(input) if self.one_in(2) => Term::Times(input, self.number_ref()),
                Some(input) => Term::Times(input, NumberRef::Literal(Number::ONE)),
                None => Term::Points(self.condition(&[], 1), self.number_ref()),
            },
            3 if !lists.is_empty() => {
                let list = lists[self.below(lists.len())];
                Term::RowPoints(list, self.condition(&[list], 2), self.number_ref())
            }
            _ => Term::Points(self.condition(&[], 1), self.number_ref()),
        }
    }

    /// Highest or lowest, of options of one scale or of numbers.
    fn extreme(&mut self) -> (Formula, Vec<Choice>) {
        let scaled = |kind: &Kind| match kind {
            Kind::Choice { options } | Kind::Judgement { options, .. } => options.len() == 3,
            _ => false,
        };
        let plain = |kind: &Kind| {
            matches!(
                kind,
                Kind::YesNo { .. } | Kind::Scale { .. } | Kind::Number { .. }
            )
        };
        let of_levels = self.one_in(2);
        let questions = if of_levels {
            self.where_kind(scaled)
        } else {
            self.where_kind(plain)
        };
        let mut inputs: Vec<Input> = questions
            .into_iter()
            .map(|at| match self.list.question(at).parent {
                Some(_) => Input::Rows(at),
                None => Input::Question(at),
            })
            .collect();
        if !of_levels {
            inputs.extend(self.numbers());
            inputs.push(Input::Number(self.number_ref()));
        }
        let skip = self.below(inputs.len());
        inputs.drain(..skip.min(inputs.len().saturating_sub(1)));
        let levels = if of_levels && !inputs.is_empty() {
            levels(&["a", "b", "c"], &mut || None)
        } else {
            vec![]
        };
        let formula = if self.one_in(2) {
            Formula::Lowest(inputs)
        } else {
            Formula::Highest(inputs)
        };
        (formula, levels)
    }

    fn bands(&mut self, inputs: &[Input]) -> (Formula, Vec<Choice>) {
        let of = inputs[self.below(inputs.len())];
        let cut = NumberRef::Literal(self.number());
        let next = NumberRef::Literal(Number::whole(3));
        let inclusive = self.one_in(3);
        let band = |from, to, to_inclusive, level: &str| Band {
            from,
            to,
            to_inclusive,
            level: level.into(),
            reason: None,
            place: Place::default(),
        };
        let mut rows = vec![band(None, Some(cut), inclusive, "l0")];
        if inclusive {
            // Leaves a gap where the input is not whole.
            rows.push(band(Some(next), None, false, "l2"));
        } else {
            rows.push(band(Some(cut), Some(next), false, "l1"));
            rows.push(band(Some(next), None, false, "l2"));
        }
        if cut == next {
            rows.retain(|row| row.from != row.to || row.from.is_none());
        }
        if inclusive && cut == next {
            rows.truncate(1);
        }
        (
            Formula::Bands { of, rows },
            levels(&["l0", "l1", "l2"], &mut || None),
        )
    }
}

fn rule(when: Option<Condition>, at: usize) -> RuleRow {
    RuleRow {
        when,
        level: format!("l{at}").as_str().into(),
        reason: None,
        source: String::new(),
        place: Place::default(),
    }
}
