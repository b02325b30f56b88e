//! What the policy for unknowns shows while a value is open. It never moves the bounds.

use std::collections::{BTreeMap, BTreeSet};

use super::View;
use super::formula::{Formulas, whole};
use super::knowledge::Mode;
use super::missing;
use super::spread::{Numbers, Spread};
use super::truth::Truth;
use crate::answer::{Key, Value};
use crate::questionnaire::{Choice, DerivedIx, Formula, Input, Kind, Number, Policy};

impl View<'_> {
    /// What the policy for unknowns shows while the value is open.
    pub(super) fn estimate(&self, at: DerivedIx) -> Option<Spread> {
        let derived = self.list.derived(at);
        match derived.unknown {
            Policy::Withhold => None,
            Policy::AsNo | Policy::AsYes => {
                let heaviest = derived.unknown == Policy::AsYes;
                let supposed: BTreeMap<Key, Value> = missing::of_derived(self, at)
                    .into_iter()
                    .filter_map(|key| self.end_of_domain(&key, heaviest).map(|value| (key, value)))
                    .collect();
                let spread = self.suppose(supposed).spread(at);
                spread.is_fixed().then_some(spread)
            }
            Policy::ProRata(most) => match &derived.formula {
                Formula::Sum(terms) => self.pro_rata(
                    terms.iter().map(|term| self.rough().term(term)).collect(),
                    most,
                ),
                Formula::Count(conditions) => {
                    let each =
                        conditions
                            .iter()
                            .map(|one| match self.holds(one, None, Mode::Bounds) {
                                Truth::Yes => Numbers::one(Number::ONE),
                                Truth::No => Numbers::one(Number::ZERO),
                                Truth::Unknown => {
                                    Numbers::Set(BTreeSet::from([Number::ZERO, Number::ONE]))
                                }
                            });
                    self.pro_rata(each.collect(), most)
                }
                Formula::Bands {
                    of: Input::Derived(of),
                    rows,
                } => {
                    let of = if self.spread(*of).is_fixed() {
                        self.spread(*of)
                    } else {
                        self.estimate(*of)?
                    };
                    let spread = self.bands(&of, rows);
                    spread.is_fixed().then_some(spread)
                }
                _ => None,
            },
        }
    }

    /// The sum of the known additions, enlarged in proportion to how many there are in all.
    fn pro_rata(&self, each: Vec<Numbers>, most: usize) -> Option<Spread> {
        let all = each.len();
        let known: Vec<Number> = each
            .into_iter()
            .filter(|one| one.lowest().is_some() && one.lowest() == one.highest())
            .filter_map(|one| one.lowest())
            .collect();
        if known.is_empty() || all - known.len() > most {
            return None;
        }
        let sum = known.iter().fold(Number::ZERO, |sum, one| sum + *one);
        let enlarged = sum.times(whole(all)).over(whole(known.len()))?;
        Some(Spread::numbers(Numbers::one(enlarged)))
    }

    fn end_of_domain(&self, key: &Key, heaviest: bool) -> Option<Value> {
        let question = self.list.find(&key.question.0)?;
        let pick = |options: &[Choice]| {
            (if heaviest {
                options.last()
            } else {
                options.first()
            })
            .map(|option| Value::Choice(option.id.clone()))
        };
        match &self.list.question(question).kind {
            Kind::YesNo { .. } => Some(if heaviest { Value::Yes } else { Value::No }),
            Kind::Choice { options } | Kind::Judgement { options, .. } => pick(options),
            Kind::Choices { options } => {
                let all = options.iter().map(|option| option.id.clone());
                Some(Value::Choices(if heaviest {
                    all.collect()
                } else {
                    Vec::new()
                }))
            }
            Kind::Scale { from, to, .. } => Some(Value::Number(Number::whole(if heaviest {
                *to
            } else {
                *from
            }))),
            Kind::Number { from, to, .. } => {
                (if heaviest { *to } else { *from }).map(Value::Number)
            }
            _ => None,
        }
    }
}
