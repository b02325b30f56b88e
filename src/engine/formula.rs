//! The formulas: for each, every value that its inputs allow. Inputs are taken apart from each other here; what they
//! have in common is the business of `exact`.

use std::collections::BTreeSet;

use super::View;
use super::at::At;
use super::condition::{Conditions, number_domain};
use super::extreme::Extremes;
use super::knowledge::{Known, Row};
use super::memo::Memo;
use super::spread::{Numbers, Spread};
use super::truth::Truth;
use crate::answer::{RowId, Value};
use crate::questionnaire::{
    Band, Choice, DerivedIx, Formula, Input, Kind, Number, NumberRef, OptionId, QuestionIx,
    RuleRow, Term,
};

/// What formulas mean.
pub(super) trait Formulas<'v>: Conditions<'v> {
    /// All values that a derived value can still have.
    fn derived(self, at: DerivedIx) -> Self::Of<Spread> {
        match self.derived_known(at) {
            Memo::Done(spread) => return spread,
            // A circle, which `check` refuses; anything goes.
            Memo::Busy => return self.sure(Spread::anything(&self.view().list.derived(at).levels)),
            Memo::Empty => {}
        }
        self.keep_derived(at, Memo::Busy);
        let derived = self.view().list.derived(at);
        let formula = self.formula(&derived.formula, &derived.levels);
        let spread = match &derived.when {
            None => formula,
            Some(when) => self.zip(
                &self.holds(when, At::default()),
                &formula,
                |belongs, spread| spread.where_it(*belongs),
            ),
        };
        self.keep_derived(at, Memo::Done(spread.clone()));
        spread
    }

    /// All values that a formula can still have.
    fn formula(self, formula: &Formula, levels: &[Choice]) -> Self::Of<Spread> {
        match formula {
            Formula::Sum(terms) => {
                let zero = self.sure(Numbers::one(Number::ZERO));
                let sum = terms
                    .iter()
                    .fold(zero, |sum, term| self.add(&sum, &self.term(term)));
                self.number(&sum)
            }
            Formula::Count(conditions) => self
                .number(&self.count(conditions.iter().map(|one| self.holds(one, At::default())))),
            Formula::CountRows { list, holds } => {
                self.number(&self.row_count(*list, holds.as_ref(), At::default()))
            }
            Formula::Highest(inputs) => self.extreme(inputs, levels, true),
            Formula::Lowest(inputs) => self.extreme(inputs, levels, false),
            Formula::Ratio(above, below) => self.zip(&self.input(above), &self.input(below), ratio),
            Formula::Bands { of, rows } => {
                self.map(&self.input(of), |spread| self.view().bands(spread, rows))
            }
            Formula::Table(rows) | Formula::Rules(rows) => self.rules(rows),
        }
    }

    /// What one addition to a sum can be.
    fn term(self, term: &Term) -> Self::Of<Numbers> {
        let (counted, factor) = match term {
            Term::Times(Input::Rows(question), factor) => (self.sum_of_rows(*question), factor),
            Term::Times(input, factor) => (self.map(&self.input(input), zero_for_none), factor),
            Term::Points(condition, worth) => (
                self.count([self.holds(condition, At::default())].into_iter()),
                worth,
            ),
            Term::RowPoints(list, condition, worth) => {
                (self.row_count(*list, Some(condition), At::default()), worth)
            }
        };
        let factor = self.view().list.number(*factor, self.view().today);
        self.map(&counted, |numbers| numbers.times(factor))
    }

    /// What an input can be; options count with their points.
    fn input(self, input: &Input) -> Self::Of<Spread> {
        match input {
            Input::Question(question) => self.points(*question, None),
            Input::Rows(question) => self.number(&self.sum_of_rows(*question)),
            Input::Derived(derived) => self.derived(*derived),
            Input::Number(number) => self.sure(Spread::numbers(Numbers::one(
                self.view().list.number(*number, self.view().today),
            ))),
        }
    }

    /// What the answer to a question can count for.
    fn points(self, question: QuestionIx, row: Option<&RowId>) -> Self::Of<Spread> {
        let view = self.view();
        let kind = &view.list.question(question).kind;
        self.map(&self.known(question, row), |known| match known {
            Known::Hidden => Spread::nothing(),
            Known::Value(value, maybe_hidden) => {
                let spread = value_points(kind, value).map_or_else(Spread::nothing, |number| {
                    Spread::numbers(Numbers::one(number))
                });
                spread.or_nothing(*maybe_hidden)
            }
            Known::Missing(maybe_hidden) => {
                let nvt = view.list.question(question).allows_not_applicable;
                Spread::numbers(view.domain(question)).or_nothing(*maybe_hidden || nvt)
            }
        })
    }

    /// The points of a question in all rows of its list together.
    fn sum_of_rows(self, question: QuestionIx) -> Self::Of<Numbers> {
        let view = self.view();
        let zero = self.sure(Numbers::one(Number::ZERO));
        let Some(list) = view.list.question(question).parent else {
            return zero;
        };
        let known = self.rows(list).iter().fold(zero, |sum, row| {
            let points = self.points(question, Some(row));
            self.add(&sum, &self.map(&points, zero_for_none))
        });
        let more = self.zip(&self.belongs(list, None), &self.more_rows(list), |a, b| {
            a.and(*b)
        });
        self.zip(&more, &known, |more, known| {
            if *more == Truth::No {
                return known.clone();
            }
            // More rows may come: a side is bounded only where no row can push past it.
            let one = view.domain(question);
            let low = one
                .lowest()
                .filter(|low| *low >= Number::ZERO)
                .and(known.lowest());
            let high = one
                .highest()
                .filter(|high| *high <= Number::ZERO)
                .and(known.highest());
            Numbers::range(low, high)
        })
    }

    /// The level of the first rule that holds.
    fn rules(self, rows: &[RuleRow]) -> Self::Of<Spread> {
        let none = self.sure(Spread::nothing());
        rows.iter().rev().fold(none, |rest, row| {
            let level = Spread::levels(BTreeSet::from([row.level.clone()]));
            let Some(when) = &row.when else {
                return self.sure(level);
            };
            self.zip(
                &self.holds(when, At::default()),
                &rest,
                |truth, rest| match truth {
                    Truth::Yes => level.clone(),
                    Truth::No => rest.clone(),
                    Truth::Unknown => level.union(rest),
                },
            )
        })
    }

    /// Which rule, table row or band decides.
    fn deciding(self, formula: &Formula) -> Self::Of<Row> {
        match formula {
            Formula::Rules(rows) | Formula::Table(rows) => {
                let each = rows.iter().enumerate().rev();
                each.fold(self.sure(Row(None)), |rest, (at, row)| {
                    let Some(when) = &row.when else {
                        return self.sure(Row(Some(at)));
                    };
                    self.zip(
                        &self.holds(when, At::default()),
                        &rest,
                        |truth, rest| match truth {
                            Truth::Yes => Row(Some(at)),
                            Truth::No => *rest,
                            Truth::Unknown => Row(None),
                        },
                    )
                })
            }
            Formula::Bands { of, rows } => self.map(&self.input(of), |spread| {
                let fits = |band: &Band| self.view().in_band(&spread.numbers, band).certain();
                Row(rows.iter().position(fits).filter(|_| !spread.none))
            }),
            _ => self.sure(Row(None)),
        }
    }

    /// Numbers as a value.
    fn number(self, numbers: &Self::Of<Numbers>) -> Self::Of<Spread> {
        self.map(numbers, |numbers| Spread::numbers(numbers.clone()))
    }

    /// The sum of two.
    fn add(self, a: &Self::Of<Numbers>, b: &Self::Of<Numbers>) -> Self::Of<Numbers> {
        self.zip(a, b, |a, b| a.combine(b, |x, y| x + y))
    }
}

impl<'v, K: Conditions<'v>> Formulas<'v> for K {}

impl View<'_> {
    /// The points that a question's possible answers are worth.
    pub(super) fn domain(&self, question: QuestionIx) -> Numbers {
        match &self.list.question(question).kind {
            Kind::YesNo { yes, no } => Numbers::Set(BTreeSet::from([*yes, *no])),
            Kind::Choice { options } | Kind::Judgement { options, .. } => Numbers::Set(
                options
                    .iter()
                    .map(|option| option.points.unwrap_or_default())
                    .collect(),
            ),
            Kind::Choices { options } => {
                options
                    .iter()
                    .fold(Numbers::one(Number::ZERO), |sum, option| {
                        let either = Numbers::Set(BTreeSet::from([
                            Number::ZERO,
                            option.points.unwrap_or_default(),
                        ]));
                        sum.combine(&either, |a, b| a + b)
                    })
            }
            kind @ Kind::Scale { from, to, .. } => {
                if to - from < 512 {
                    Numbers::Set((*from..=*to).map(Number::whole).collect())
                } else {
                    number_domain(kind)
                }
            }
            kind @ Kind::Number { .. } => number_domain(kind),
            _ => Numbers::one(Number::ZERO),
        }
    }

    pub(super) fn bands(&self, of: &Spread, rows: &[Band]) -> Spread {
        let mut spread = if of.none {
            Spread::nothing()
        } else {
            Spread::levels(BTreeSet::new())
        };
        if of.numbers.is_empty() {
            return spread;
        }
        if let Numbers::Set(set) = &of.numbers {
            for number in set {
                let number = Numbers::one(*number);
                match rows
                    .iter()
                    .find(|band| self.in_band(&number, band).certain())
                {
                    Some(band) => _ = spread.levels.insert(band.level.clone()),
                    None => spread.none = true,
                }
            }
            return spread;
        }
        let mut covered = Truth::No;
        for band in rows {
            let fits = self.in_band(&of.numbers, band);
            if fits.possible() {
                spread.levels.insert(band.level.clone());
            }
            covered = covered.or(fits);
        }
        if covered == Truth::Unknown && self.bands_are_closed(rows) {
            covered = Truth::Yes;
        }
        spread.none |= covered != Truth::Yes;
        spread
    }

    /// Whether the number lies in the band.
    pub(super) fn in_band(&self, numbers: &Numbers, band: &Band) -> Truth {
        let number = |of: NumberRef| self.list.number(of, self.today);
        let above = band.from.map_or(Truth::Yes, |from| {
            let from = number(from);
            numbers.test(|n| n >= from, Truth::No, Truth::Yes)
        });
        let below = band.to.map_or(Truth::Yes, |to| {
            let to = number(to);
            numbers.test(
                |n| if band.to_inclusive { n <= to } else { n < to },
                Truth::Yes,
                Truth::No,
            )
        });
        above.and(below)
    }

    /// Whether the bands follow each other without a gap, from anywhere to anywhere.
    fn bands_are_closed(&self, rows: &[Band]) -> bool {
        let number = |of: Option<NumberRef>| of.map(|of| self.list.number(of, self.today));
        rows.first().is_some_and(|band| band.from.is_none())
            && rows.last().is_some_and(|band| band.to.is_none())
            && rows.windows(2).all(|pair| {
                number(pair[0].to).is_some() && number(pair[0].to) == number(pair[1].from)
            })
    }
}

/// What a known answer counts for; nothing where it does not apply.
fn value_points(kind: &Kind, value: &Value) -> Option<Number> {
    let worth = |id: &OptionId, options: &[Choice]| {
        options
            .iter()
            .find(|option| option.id == *id)
            .and_then(|option| option.points)
            .unwrap_or_default()
    };
    match (kind, value) {
        (Kind::YesNo { yes, .. }, Value::Yes) => Some(*yes),
        (Kind::YesNo { no, .. }, Value::No) => Some(*no),
        (Kind::Choice { options } | Kind::Judgement { options, .. }, Value::Choice(id)) => {
            Some(worth(id, options))
        }
        (Kind::Choices { options }, Value::Choices(ids)) => Some(
            ids.iter()
                .fold(Number::ZERO, |sum, id| sum + worth(id, options)),
        ),
        (_, Value::Number(number)) => Some(*number),
        _ => None,
    }
}

fn zero_for_none(spread: &Spread) -> Numbers {
    if spread.none {
        spread.numbers.union(&Numbers::one(Number::ZERO))
    } else {
        spread.numbers.clone()
    }
}

pub(super) fn whole(count: usize) -> Number {
    Number::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn ratio(above: &Spread, below: &Spread) -> Spread {
    let none = above.none || below.none;
    let mut spread = match (&above.numbers, &below.numbers) {
        (Numbers::Set(a), Numbers::Set(b)) if a.len() * b.len() <= 1 << 18 => {
            let pairs = a.iter().flat_map(|x| b.iter().map(move |y| x.over(*y)));
            let (mut set, mut by_zero) = (BTreeSet::new(), false);
            for quotient in pairs {
                match quotient {
                    Some(number) => _ = set.insert(number),
                    None => by_zero = true,
                }
            }
            Spread {
                none: by_zero,
                ..Spread::numbers(Numbers::Set(set))
            }
        }
        (a, b) if a.lowest() >= Some(Number::ZERO) && b.lowest() > Some(Number::ZERO) => {
            let low = a
                .lowest()
                .zip(b.highest())
                .and_then(|(a, b)| a.over(b))
                .or(Some(Number::ZERO));
            let high = a.highest().zip(b.lowest()).and_then(|(a, b)| a.over(b));
            Spread::numbers(Numbers::range(low, high))
        }
        _ => Spread {
            none: true,
            ..Spread::numbers(Numbers::any())
        },
    };
    spread.none |= none;
    spread
}
