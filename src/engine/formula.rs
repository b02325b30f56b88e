//! The formulas: for each, every value that its inputs allow. Inputs are taken apart from each other here; what they
//! have in common is the business of `exact`.

use std::collections::BTreeSet;

use super::View;
use super::condition::{Known, Mode, number_domain};
use super::spread::{Numbers, Spread};
use super::truth::Truth;
use crate::answer::{RowId, Value};
use crate::questionnaire::{
    Band, Choice, Formula, Input, Kind, Number, NumberRef, OptionId, QuestionIx, RuleRow, Term,
};

impl View<'_> {
    pub(super) fn formula(&self, formula: &Formula, levels: &[Choice]) -> Spread {
        match formula {
            Formula::Sum(terms) => {
                let zero = Numbers::one(Number::ZERO);
                Spread::numbers(terms.iter().fold(zero, |sum, term| {
                    sum.combine(&self.term(term), |a, b| a + b)
                }))
            }
            Formula::Count(conditions) => {
                let truths: Vec<_> = conditions
                    .iter()
                    .map(|one| self.holds(one, None, Mode::Bounds))
                    .collect();
                let least = truths.iter().filter(|truth| truth.certain()).count();
                let most = truths.iter().filter(|truth| truth.possible()).count();
                Spread::numbers(Numbers::Set((least..=most).map(whole).collect()))
            }
            Formula::CountRows { list, holds } => {
                Spread::numbers(self.row_count(*list, holds.as_ref(), Mode::Bounds))
            }
            Formula::Highest(inputs) => self.extreme(inputs, levels, true),
            Formula::Lowest(inputs) => self.extreme(inputs, levels, false),
            Formula::Ratio(above, below) => ratio(&self.input(above), &self.input(below)),
            Formula::Bands { of, rows } => self.bands(&self.input(of), rows),
            Formula::Table(rows) | Formula::Rules(rows) => self.rules(rows),
        }
    }

    pub(super) fn term(&self, term: &Term) -> Numbers {
        let points = |truth: Truth, points: Number| match truth {
            Truth::Yes => Numbers::one(points),
            Truth::No => Numbers::one(Number::ZERO),
            Truth::Unknown => Numbers::Set(BTreeSet::from([Number::ZERO, points])),
        };
        match term {
            Term::Times(input, factor) => {
                let factor = self.list.number(*factor, self.today);
                if let Input::Rows(question) = input {
                    return self.sum_of_rows(*question).times(factor);
                }
                zero_for_none(&self.input(input)).times(factor)
            }
            Term::Points(condition, worth) => points(
                self.holds(condition, None, Mode::Bounds),
                self.list.number(*worth, self.today),
            ),
            Term::RowPoints(list, condition, worth) => {
                let worth = self.list.number(*worth, self.today);
                self.row_count(*list, Some(condition), Mode::Bounds)
                    .times(worth)
            }
        }
    }

    fn sum_of_rows(&self, question: QuestionIx) -> Numbers {
        let Some(list) = self.list.question(question).parent else {
            return Numbers::one(Number::ZERO);
        };
        let (rows, complete) = self.rows(list, Mode::Bounds);
        let known = rows.iter().fold(Numbers::one(Number::ZERO), |sum, row| {
            sum.combine(&zero_for_none(&self.points(question, Some(row))), |a, b| {
                a + b
            })
        });
        if complete {
            return known;
        }
        // More rows may come, or all may go: a side is bounded only where no row can push past it.
        let one = self.domain(question);
        let low = one
            .lowest()
            .filter(|low| *low >= Number::ZERO)
            .and(known.lowest());
        let high = one
            .highest()
            .filter(|high| *high <= Number::ZERO)
            .and(known.highest());
        Numbers::Range(
            low.map(|low| low.min(Number::ZERO)),
            high.map(|high| high.max(Number::ZERO)),
        )
    }

    /// What an input can be; options count with their points.
    pub(super) fn input(&self, input: &Input) -> Spread {
        match input {
            Input::Question(question) => self.points(*question, None),
            Input::Rows(question) => Spread::numbers(self.sum_of_rows(*question)),
            Input::Derived(derived) => self.spread(*derived),
            Input::Number(number) => {
                Spread::numbers(Numbers::one(self.list.number(*number, self.today)))
            }
        }
    }

    pub(super) fn points(&self, question: QuestionIx, row: Option<&RowId>) -> Spread {
        match self.known(question, row, Mode::Bounds) {
            Known::Hidden => Spread::nothing(),
            Known::Value(value, maybe_hidden) => {
                let spread = value_points(&self.list.question(question).kind, value)
                    .map_or_else(Spread::nothing, |number| {
                        Spread::numbers(Numbers::one(number))
                    });
                if maybe_hidden {
                    spread.union(&Spread::nothing())
                } else {
                    spread
                }
            }
            Known::Missing(maybe_hidden) => {
                let asked = self.list.question(question);
                let mut spread = Spread::numbers(self.domain(question));
                spread.none = maybe_hidden || asked.allows_not_applicable;
                spread
            }
        }
    }

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

    fn rules(&self, rows: &[RuleRow]) -> Spread {
        let mut spread = Spread::levels(BTreeSet::new());
        for row in rows {
            let truth = row
                .when
                .as_ref()
                .map_or(Truth::Yes, |when| self.holds(when, None, Mode::Bounds));
            if truth.possible() {
                spread.levels.insert(row.level.clone());
            }
            if truth.certain() {
                return spread;
            }
        }
        spread.none = true;
        spread
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
            Spread::numbers(Numbers::Range(low, high))
        }
        _ => Spread {
            none: true,
            ..Spread::numbers(Numbers::any())
        },
    };
    spread.none |= none;
    spread
}
