//! Conditions: whether they hold with the answers there are. A hidden question's answer never counts: every test of it
//! fails, also when an answer is stored.

use chrono::{Days, NaiveDate};

use super::View;
use super::spread::{Numbers, Spread};
use super::truth::Truth;
use crate::answer::{Key, RowId, Value};
use crate::questionnaire::{
    Choice, Compare, Condition, Day, Kind, Number, Op, OptionId, QuestionIx, Test,
};

/// What a condition is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Routing: `kan` and `zeker` look at what is known now.
    Now,
    /// Bounds: every completion of the missing answers counts, so `kan` and `zeker` are what they contain.
    Bounds,
}

/// What is known of one answer.
pub(super) enum Known<'v> {
    /// The question does not belong.
    Hidden,
    /// Known; and whether the question may turn out not to belong.
    Value(&'v Value, bool),
    /// Not known; and whether the question may turn out not to belong.
    Missing(bool),
}

impl View<'_> {
    pub(super) fn holds(&self, condition: &Condition, row: Option<&RowId>, mode: Mode) -> Truth {
        match condition {
            Condition::Always(value) => (*value).into(),
            Condition::Answer { question, test } => self.answer_holds(*question, row, test, mode),
            Condition::Derived { derived, test } => {
                derived_holds(&self.spread(*derived), test, self)
            }
            Condition::All(all) => all.iter().fold(Truth::Yes, |so_far, one| {
                so_far.and(self.holds(one, row, mode))
            }),
            Condition::Any(any) => any.iter().fold(Truth::No, |so_far, one| {
                so_far.or(self.holds(one, row, mode))
            }),
            Condition::Not(inner) => !self.holds(inner, row, mode),
            Condition::AtLeast(least, of) => {
                let truths: Vec<_> = of.iter().map(|one| self.holds(one, row, mode)).collect();
                let least = self.list.number(*least, self.today);
                let certain = truths.iter().filter(|truth| truth.certain()).count();
                let possible = truths.iter().filter(|truth| truth.possible()).count();
                Truth::of(
                    Number::count(possible) >= least,
                    Number::count(certain) < least,
                )
            }
            Condition::Rows {
                list,
                holds,
                compare,
            } => {
                let count = self.row_count(*list, holds.as_deref(), mode);
                self.compare(&count, *compare)
            }
            Condition::EveryRow { list, holds } => {
                let (rows, complete) = self.rows(*list, mode);
                let start = if complete { Truth::Yes } else { Truth::Unknown };
                let truth = rows.iter().fold(start, |so_far, row| {
                    so_far.and(self.holds(holds, Some(row), mode))
                });
                // A list that turns out not to belong has no rows, and then it holds for every one.
                if self.belongs(*list, None, mode) == Truth::Unknown {
                    truth.or(Truth::Unknown)
                } else {
                    truth
                }
            }
            Condition::May(inner) => match mode {
                Mode::Now => self.holds(inner, row, mode).possible().into(),
                Mode::Bounds => self.holds(inner, row, mode),
            },
            Condition::Sure(inner) => match mode {
                Mode::Now => self.holds(inner, row, mode).certain().into(),
                Mode::Bounds => self.holds(inner, row, mode),
            },
        }
    }

    /// Whether the question belongs (in this row).
    pub(super) fn belongs(&self, question: QuestionIx, row: Option<&RowId>, mode: Mode) -> Truth {
        if let Some(truth) = self.memory.belongs(question, row, mode) {
            return truth;
        }
        let truth = self.work_out_belongs(question, row, mode);
        self.memory.set_belongs(question, row, mode, truth);
        truth
    }

    fn work_out_belongs(&self, question: QuestionIx, row: Option<&RowId>, mode: Mode) -> Truth {
        let asked = self.list.question(question);
        let own = asked
            .when
            .as_ref()
            .map_or(Truth::Yes, |when| self.holds(when, row, mode));
        if own == Truth::No {
            return Truth::No;
        }
        match asked.parent {
            Some(list) => own.and(self.belongs(list, None, mode)),
            None => {
                let part = self.list.parts[asked.part].when.as_ref();
                own.and(part.map_or(Truth::Yes, |when| self.holds(when, None, mode)))
            }
        }
    }

    /// The stored or supposed value, whether or not the question belongs.
    pub(super) fn value(&self, question: QuestionIx, row: Option<&RowId>) -> Option<&Value> {
        let id = &self.list.question(question).id;
        let stored = self.answers.get(id, row).map(|answer| &answer.value);
        match stored {
            Some(value) if value.is_known() => Some(value),
            other if self.supposed.is_empty() => other,
            other => self
                .supposed
                .get(&Key {
                    question: id.clone(),
                    row: row.cloned(),
                })
                .or(other),
        }
    }

    pub(super) fn known(&self, question: QuestionIx, row: Option<&RowId>, mode: Mode) -> Known<'_> {
        let maybe_hidden = match self.belongs(question, row, mode) {
            Truth::No => return Known::Hidden,
            Truth::Yes => false,
            Truth::Unknown => true,
        };
        match self.value(question, row) {
            Some(value) if value.is_known() => Known::Value(value, maybe_hidden),
            _ => Known::Missing(maybe_hidden),
        }
    }

    /// The rows of a list, and whether there can be no more. A hidden list has none.
    pub(super) fn rows(&self, list: QuestionIx, mode: Mode) -> (Vec<RowId>, bool) {
        match self.belongs(list, None, mode) {
            Truth::No => (Vec::new(), true),
            belongs => match self.answers.rows(&self.list.question(list).id) {
                Some(rows) => (
                    rows.ids.clone(),
                    rows.complete && (belongs == Truth::Yes || rows.ids.is_empty()),
                ),
                None => (Vec::new(), false),
            },
        }
    }

    /// How many rows there can be for which the condition holds.
    pub(super) fn row_count(
        &self,
        list: QuestionIx,
        holds: Option<&Condition>,
        mode: Mode,
    ) -> Numbers {
        let (rows, complete) = self.rows(list, mode);
        let maybe_hidden = self.belongs(list, None, mode) == Truth::Unknown;
        let (mut least, mut most) = (0, 0);
        for row in &rows {
            let truth = holds.map_or(Truth::Yes, |holds| self.holds(holds, Some(row), mode));
            least += i64::from(truth.certain() && !maybe_hidden);
            most += i64::from(truth.possible());
        }
        let closed = complete
            || (maybe_hidden
                && self
                    .answers
                    .rows(&self.list.question(list).id)
                    .is_some_and(|r| r.complete));
        if closed {
            Numbers::Set((least..=most).map(Number::whole).collect())
        } else {
            let limit = match self.list.question(list).kind {
                Kind::List {
                    at_most: Some(limit),
                    ..
                } if holds.is_none() => i64::try_from(limit)
                    .ok()
                    .map(|limit| Number::whole(limit.max(most))),
                _ => None,
            };
            Numbers::Range(Some(Number::whole(least)), limit)
        }
    }

    pub(super) fn compare(&self, numbers: &Numbers, compare: Compare) -> Truth {
        let to = self.list.number(compare.to, self.today);
        match compare.op {
            Op::AtLeast => numbers.test(|n| n >= to, Truth::No, Truth::Yes),
            Op::MoreThan => numbers.test(|n| n > to, Truth::No, Truth::Yes),
            Op::AtMost => numbers.test(|n| n <= to, Truth::Yes, Truth::No),
            Op::LessThan => numbers.test(|n| n < to, Truth::Yes, Truth::No),
            Op::Equal => match numbers {
                Numbers::Set(_) => numbers.test(|n| n == to, Truth::No, Truth::No),
                Numbers::Range(..) => numbers
                    .test(|n| n >= to, Truth::No, Truth::Yes)
                    .and(numbers.test(|n| n <= to, Truth::Yes, Truth::No)),
            },
        }
    }

    /// The day meant; a day that the calendar cannot hold is the last or first it can.
    pub(super) fn day(&self, day: Day) -> NaiveDate {
        match day {
            Day::On(date) => date,
            Day::Today(offset) => {
                let days = Days::new(offset.unsigned_abs());
                if offset < 0 {
                    self.today.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
                } else {
                    self.today.checked_add_days(days).unwrap_or(NaiveDate::MAX)
                }
            }
        }
    }

    fn answer_holds(
        &self,
        question: QuestionIx,
        row: Option<&RowId>,
        test: &Test,
        mode: Mode,
    ) -> Truth {
        match self.known(question, self.row_for(question, row), mode) {
            Known::Hidden => Truth::No,
            Known::Value(value, maybe_hidden) => {
                let truth = self.value_holds(value, row, test, mode);
                if maybe_hidden {
                    truth.and(Truth::Unknown)
                } else {
                    truth
                }
            }
            Known::Missing(maybe_hidden) => {
                let truth = match test {
                    Test::SameAs(other)
                        if matches!(
                            self.known(*other, self.row_for(*other, row), mode),
                            Known::Hidden
                        ) =>
                    {
                        Truth::No
                    }
                    _ => self.missing_holds(question, test),
                };
                if maybe_hidden {
                    truth.and(Truth::Unknown)
                } else {
                    truth
                }
            }
        }
    }

    /// The row in which a condition about `row` finds this question; none for a question outside rows.
    fn row_for<'r>(&self, question: QuestionIx, row: Option<&'r RowId>) -> Option<&'r RowId> {
        row.filter(|_| self.list.question(question).parent.is_some())
    }

    fn value_holds(&self, value: &Value, row: Option<&RowId>, test: &Test, mode: Mode) -> Truth {
        match test {
            Test::Is(ids) => ids.iter().any(|id| is(value, id)).into(),
            Test::Contains(ids) => ids.iter().any(|id| contains(value, id)).into(),
            Test::Compare(compare) => match value {
                Value::Number(number) => self.compare(&Numbers::one(*number), *compare),
                _ => Truth::No,
            },
            Test::Before(day) => {
                matches!(value, Value::Date(date) if *date < self.day(*day)).into()
            }
            Test::After(day) => matches!(value, Value::Date(date) if *date > self.day(*day)).into(),
            Test::SameAs(other) => match self.known(*other, self.row_for(*other, row), mode) {
                Known::Hidden => Truth::No,
                Known::Value(other, false) => same(value, other).into(),
                Known::Value(other, true) => Truth::from(same(value, other)).and(Truth::Unknown),
                Known::Missing(_) => Truth::Unknown,
            },
        }
    }

    /// What holds of an answer that is not there: the same for all it could be, or unknown.
    fn missing_holds(&self, question: QuestionIx, test: &Test) -> Truth {
        let asked = self.list.question(question);
        let nvt = asked.allows_not_applicable;
        match (&asked.kind, test) {
            (Kind::YesNo { .. }, Test::Is(ids)) => {
                let all = ["ja", "nee"].into_iter().chain(nvt.then_some("nvt"));
                let in_test = |id: &str| ids.iter().any(|wanted| &*wanted.0 == id);
                Truth::of(all.clone().any(in_test), !all.clone().all(in_test))
            }
            (Kind::Choice { options } | Kind::Judgement { options, .. }, Test::Is(ids)) => {
                let in_test = |option: &Choice| ids.contains(&option.id);
                let nvt_in_test = ids.iter().any(|id| &*id.0 == "nvt");
                let can_hold = options.iter().any(in_test) || (nvt && nvt_in_test);
                let can_fail = !options.iter().all(in_test) || (nvt && !nvt_in_test);
                Truth::of(can_hold, can_fail)
            }
            (Kind::Scale { .. } | Kind::Number { .. }, Test::Compare(compare)) => {
                let truth = self.compare(&number_domain(&asked.kind), *compare);
                Truth::of(truth.possible(), nvt || !truth.certain())
            }
            _ => Truth::Unknown,
        }
    }
}

/// The numbers that a question of this kind can have as answer.
pub(super) fn number_domain(kind: &Kind) -> Numbers {
    match kind {
        Kind::Scale { from, to, .. } => {
            Numbers::Range(Some(Number::whole(*from)), Some(Number::whole(*to)))
        }
        Kind::Number { from, to, .. } => Numbers::Range(*from, *to),
        _ => Numbers::any(),
    }
}

fn is(value: &Value, id: &OptionId) -> bool {
    match value {
        Value::Yes => &*id.0 == "ja",
        Value::No => &*id.0 == "nee",
        Value::NotApplicable => &*id.0 == "nvt",
        Value::Choice(chosen) => chosen == id,
        _ => false,
    }
}

fn contains(value: &Value, id: &OptionId) -> bool {
    match value {
        Value::Choices(chosen) => chosen.contains(id),
        Value::Rows(rows) => rows.iter().any(|row| *row.0 == *id.0),
        _ => false,
    }
}

fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Rows(a), Value::Rows(b)) => a.iter().any(|row| b.contains(row)),
        _ => a == b,
    }
}

fn derived_holds(spread: &Spread, test: &Test, view: &View<'_>) -> Truth {
    let none = if spread.none { Truth::No } else { Truth::Yes };
    let (can_hold, can_fail) = match test {
        Test::Is(ids) => (
            spread.levels.iter().any(|level| ids.contains(level)),
            spread.levels.iter().any(|level| !ids.contains(level)),
        ),
        Test::Compare(compare) if !spread.numbers.is_empty() => {
            let truth = view.compare(&spread.numbers, *compare);
            (truth.possible(), !truth.certain())
        }
        _ => (false, true),
    };
    let can_fail = can_fail || none == Truth::No;
    Truth::of(can_hold, can_fail)
}
