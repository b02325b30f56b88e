//! Derived values: for each formula all values that the missing answers still allow, and the outcome that is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::{Known, Mode, number_domain};
use super::reason::Reason;
use super::spread::{Numbers, Spread};
use super::truth::Truth;
use super::{Memo, View, exact, missing, reason};
use crate::answer::{Key, RowId, Value};
use crate::questionnaire::{
    Band, Choice, DerivedIx, Formula, Input, Kind, Number, NumberRef, OptionId, Policy, QuestionIx,
    RuleRow, Term,
};

/// All outcomes of a list, by id of the derived value.
pub type Outcomes = BTreeMap<String, Outcome>;

/// What follows from the answers for one derived value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// All values that the missing answers still allow.
    pub spread: Spread,
    /// What the policy for unknowns makes of it; only shown while the value is open.
    pub estimate: Option<Spread>,
    /// Whether the spread holds exactly the possible values, and not more.
    pub exact: bool,
    /// Why, when the value is fixed.
    pub reasons: Vec<Reason>,
    /// The missing answers that may still change it.
    pub open: Vec<Key>,
}

/// The bounds of a number; `None`: unbounded on that side, or no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The lowest value that is possible.
    pub low: Option<Number>,
    /// The highest value that is possible.
    pub high: Option<Number>,
}

impl Outcome {
    /// *Vast*: no missing answer can change it.
    pub fn is_fixed(&self) -> bool {
        self.spread.is_fixed()
    }

    /// The fixed value is that there is none.
    pub fn is_none(&self) -> bool {
        self.is_fixed() && self.spread.none
    }

    /// Its bounds.
    pub fn bounds(&self) -> Bounds {
        Bounds {
            low: self.spread.numbers.lowest(),
            high: self.spread.numbers.highest(),
        }
    }
}

/// Computes every derived value. Where the list does not apply, there are none; see [`View::not_applicable`].
pub fn outcomes(view: &View<'_>) -> Outcomes {
    if view.not_applicable().0 == Truth::Yes {
        return Outcomes::new();
    }
    (0..view.list.derived.len())
        .map(DerivedIx)
        .map(|at| (view.list.derived(at).id.clone(), outcome(view, at)))
        .collect()
}

fn outcome(view: &View<'_>, at: DerivedIx) -> Outcome {
    let rough = view.spread(at);
    let (spread, exact) = exact::spread(view, at, rough);
    let fixed = spread.is_fixed();
    let estimate = if fixed { None } else { view.estimate(at) };
    let reasons = if fixed {
        reason::reasons(view, at)
    } else {
        Vec::new()
    };
    let open = if fixed {
        Vec::new()
    } else {
        missing::of_derived(view, at)
    };
    Outcome {
        spread,
        estimate,
        exact,
        reasons,
        open,
    }
}

impl View<'_> {
    /// All values a derived value can still have: never too few, sometimes too many.
    pub(super) fn spread(&self, at: DerivedIx) -> Spread {
        match self.memo.borrow().get(at.0) {
            Some(Memo::Done(spread)) => return spread.clone(),
            // A circle, which `check` refuses; anything goes.
            Some(Memo::Busy) => {
                return Spread {
                    none: true,
                    numbers: Numbers::any(),
                    levels: self
                        .list
                        .derived(at)
                        .levels
                        .iter()
                        .map(|level| level.id.clone())
                        .collect(),
                };
            }
            _ => {}
        }
        self.memo.borrow_mut()[at.0] = Memo::Busy;
        let derived = self.list.derived(at);
        let belongs = derived
            .when
            .as_ref()
            .map_or(Truth::Yes, |when| self.holds(when, None, Mode::Bounds));
        let spread = match belongs {
            Truth::No => Spread::nothing(),
            Truth::Yes => self.formula(&derived.formula, &derived.levels),
            Truth::Unknown => self
                .formula(&derived.formula, &derived.levels)
                .union(&Spread::nothing()),
        };
        self.memo.borrow_mut()[at.0] = Memo::Done(spread.clone());
        spread
    }

    fn formula(&self, formula: &Formula, levels: &[Choice]) -> Spread {
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

    fn term(&self, term: &Term) -> Numbers {
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

    fn points(&self, question: QuestionIx, row: Option<&RowId>) -> Spread {
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

    /// The heaviest (or lightest) of the inputs; hidden ones and *n.v.t.* do not take part.
    fn extreme(&self, inputs: &[Input], levels: &[Choice], highest: bool) -> Spread {
        let pick = |a: Number, b: Number| if highest { a.max(b) } else { a.min(b) };
        let mut so_far = Spread::nothing();
        let mut ranks = levels;
        let mut more_rows = false;
        for input in inputs {
            let each = match input {
                Input::Question(question) | Input::Rows(question) => {
                    let options = self.list.question(*question).options();
                    if ranks.is_empty() {
                        ranks = options;
                    }
                    if let Input::Rows(_) = input {
                        let list = self.list.question(*question).parent.unwrap_or(*question);
                        let (rows, complete) = self.rows(list, Mode::Bounds);
                        more_rows |= !complete;
                        rows.iter()
                            .map(|row| self.rank(*question, Some(row), ranks))
                            .collect()
                    } else {
                        vec![self.rank(*question, None, ranks)]
                    }
                }
                Input::Derived(derived) => vec![level_ranks(&self.spread(*derived), ranks)],
                Input::Number(_) => vec![self.input(input)],
            };
            for one in each {
                so_far = join(&so_far, &one, pick);
            }
            if let (true, Input::Rows(question)) = (more_rows, input) {
                let anything = Spread {
                    none: true,
                    ..Spread::numbers(self.rank_domain(*question, ranks))
                };
                so_far = join(&so_far, &anything, pick).union(&Spread::nothing());
            }
        }
        if ranks.is_empty() {
            so_far
        } else {
            from_ranks(&so_far, ranks)
        }
    }

    /// The rank of an answer among the levels; of a number the number itself.
    fn rank(&self, question: QuestionIx, row: Option<&RowId>, ranks: &[Choice]) -> Spread {
        if ranks.is_empty() {
            return self.points(question, row);
        }
        match self.known(question, row, Mode::Bounds) {
            Known::Hidden => Spread::nothing(),
            Known::Value(Value::Choice(option), maybe_hidden) => {
                let mut spread =
                    Spread::numbers(Numbers::Set(rank_of(option, ranks).into_iter().collect()));
                spread.none = maybe_hidden;
                spread
            }
            Known::Value(..) => Spread::nothing(),
            Known::Missing(maybe_hidden) => {
                let mut spread = Spread::numbers(self.rank_domain(question, ranks));
                spread.none = maybe_hidden || self.list.question(question).allows_not_applicable;
                spread
            }
        }
    }

    fn rank_domain(&self, question: QuestionIx, ranks: &[Choice]) -> Numbers {
        if ranks.is_empty() {
            return self.domain(question);
        }
        let options = self.list.question(question).options();
        Numbers::Set(
            options
                .iter()
                .filter_map(|option| rank_of(&option.id, ranks))
                .collect(),
        )
    }

    fn bands(&self, of: &Spread, rows: &[Band]) -> Spread {
        let mut spread = if of.none {
            Spread::nothing()
        } else {
            Spread::levels(BTreeSet::new())
        };
        if of.numbers.is_empty() {
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
        if let Numbers::Set(set) = &of.numbers {
            covered = set
                .iter()
                .all(|n| {
                    rows.iter()
                        .any(|band| self.in_band(&Numbers::one(*n), band).certain())
                })
                .into();
        } else if covered == Truth::Unknown && self.bands_are_closed(rows) {
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

    /// What the policy for unknowns shows while the value is open.
    fn estimate(&self, at: DerivedIx) -> Option<Spread> {
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
                Formula::Sum(terms) => {
                    self.pro_rata(terms.iter().map(|term| self.term(term)).collect(), most)
                }
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

fn whole(count: usize) -> Number {
    Number::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn rank_of(option: &OptionId, ranks: &[Choice]) -> Option<Number> {
    ranks
        .iter()
        .position(|level| level.id == *option)
        .map(whole)
}

fn level_ranks(spread: &Spread, ranks: &[Choice]) -> Spread {
    if ranks.is_empty() {
        return spread.clone();
    }
    let set = spread
        .levels
        .iter()
        .filter_map(|level| rank_of(level, ranks))
        .collect();
    Spread {
        none: spread.none,
        ..Spread::numbers(Numbers::Set(set))
    }
}

fn from_ranks(spread: &Spread, ranks: &[Choice]) -> Spread {
    let levels = match &spread.numbers {
        Numbers::Set(set) => ranks
            .iter()
            .enumerate()
            .filter(|(rank, _)| set.contains(&whole(*rank)))
            .map(|(_, level)| level.id.clone())
            .collect(),
        Numbers::Range(..) => ranks.iter().map(|level| level.id.clone()).collect(),
    };
    Spread {
        none: spread.none,
        ..Spread::levels(levels)
    }
}

/// The pick of two, where either may have no value.
fn join(a: &Spread, b: &Spread, pick: impl Fn(Number, Number) -> Number) -> Spread {
    let mut numbers = a.numbers.combine(&b.numbers, pick);
    if a.none {
        numbers = numbers.union(&b.numbers);
    }
    if b.none {
        numbers = numbers.union(&a.numbers);
    }
    Spread {
        none: a.none && b.none,
        ..Spread::numbers(numbers)
    }
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
