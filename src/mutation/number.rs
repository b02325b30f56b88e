//! A named number with another value: everything that uses it, beside its twin that uses the other.

use crate::questionnaire::{
    Condition, Derived, DerivedIx, Formula, Input, Number, NumberRef, Questionnaire, Term, Test,
};

/// A list that knows the number by its old value and by the new one.
pub(super) struct Twins {
    pub(super) list: Questionnaire,
    /// Each derived value that uses the number, as it is with the new value.
    pub(super) changed: Vec<(DerivedIx, Derived)>,
    /// Something else than a derived value uses it.
    pub(super) elsewhere: bool,
}

/// Writes every use of this number once more, with another value in this row.
pub(super) fn twins(list: &Questionnaire, at: usize, row: usize, value: Number) -> Twins {
    let mut list = list.clone();
    let mut other = list.numbers[at].clone();
    other.rows[row].value = value;
    let to = list.numbers.len();
    list.numbers.push(other);
    let swap = Swap {
        from: NumberRef::Named(at),
        to: NumberRef::Named(to),
    };
    let mut changed = Vec::new();
    for (at, derived) in list.derived.iter().enumerate() {
        let mut twin = derived.clone();
        let mut used = false;
        if let Some(when) = &mut twin.when {
            used |= swap.condition(when);
        }
        used |= swap.formula(&mut twin.formula);
        if used {
            changed.push((DerivedIx(at), twin));
        }
    }
    let parts = list.parts.iter().flat_map(|part| &part.when);
    let questions = list.questions.iter().flat_map(|one| &one.when);
    let rules = list.not_applicable.iter().map(|rule| &rule.when);
    let mut routing = parts.chain(questions).chain(rules);
    let routed = routing.any(|condition| swap.condition(&mut condition.clone()));
    let awaited = list.periods.iter().any(|period| {
        let mut conditions = period.conditions().into_iter();
        period.length == Some(swap.from)
            || conditions.any(|condition| swap.condition(&mut condition.clone()))
    });
    let elsewhere = routed || awaited;
    Twins {
        list,
        changed,
        elsewhere,
    }
}

struct Swap {
    from: NumberRef,
    to: NumberRef,
}

impl Swap {
    /// Whether the number was used here.
    fn number(&self, number: &mut NumberRef) -> bool {
        let used = *number == self.from;
        if used {
            *number = self.to;
        }
        used
    }

    fn optional(&self, number: &mut Option<NumberRef>) -> bool {
        number.as_mut().is_some_and(|number| self.number(number))
    }

    fn input(&self, input: &mut Input) -> bool {
        match input {
            Input::Number(number) => self.number(number),
            _ => false,
        }
    }

    fn all<'c>(&self, conditions: impl IntoIterator<Item = &'c mut Condition>) -> bool {
        let each = conditions.into_iter();
        // Each of them, also after the first that uses it.
        each.map(|one| self.condition(one))
            .filter(|used| *used)
            .count()
            > 0
    }

    fn condition(&self, condition: &mut Condition) -> bool {
        match condition {
            Condition::Always(_) => false,
            Condition::Answer { test, .. } | Condition::Derived { test, .. } => match test {
                Test::Compare(compare) => self.number(&mut compare.to),
                _ => false,
            },
            Condition::All(of) | Condition::Any(of) => self.all(of),
            Condition::AtLeast(least, of) => {
                let own = self.number(least);
                self.all(of) || own
            }
            Condition::Not(inner) | Condition::May(inner) | Condition::Sure(inner) => {
                self.condition(inner)
            }
            Condition::Rows { holds, compare, .. } => {
                let own = self.number(&mut compare.to);
                holds.as_mut().is_some_and(|holds| self.condition(holds)) || own
            }
            Condition::EveryRow { holds, .. } | Condition::Named { holds, .. } => {
                self.condition(holds)
            }
        }
    }

    fn formula(&self, formula: &mut Formula) -> bool {
        match formula {
            Formula::Sum(terms) => terms.iter_mut().fold(false, |used, term| {
                let here = match term {
                    Term::Times(input, factor) => {
                        let own = self.number(factor);
                        self.input(input) || own
                    }
                    Term::Points(condition, worth) | Term::RowPoints(_, condition, worth) => {
                        let own = self.number(worth);
                        self.condition(condition) || own
                    }
                };
                used || here
            }),
            Formula::Count(all) => self.all(all),
            Formula::CountRows { holds, .. } => self.all(holds),
            Formula::Highest(inputs) | Formula::Lowest(inputs) => {
                let each = inputs.iter_mut().map(|input| self.input(input));
                each.filter(|used| *used).count() > 0
            }
            Formula::Ratio(above, below) => {
                let own = self.input(above);
                self.input(below) || own
            }
            Formula::Bands { of, rows } => {
                let own = self.input(of);
                rows.iter_mut().fold(own, |used, band| {
                    let from = self.optional(&mut band.from);
                    self.optional(&mut band.to) || from || used
                })
            }
            Formula::Table(rows) | Formula::Rules(rows) => {
                self.all(rows.iter_mut().filter_map(|row| row.when.as_mut()))
            }
        }
    }
}
