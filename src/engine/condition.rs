//! Conditions: whether they hold with the answers there are. A hidden question's answer never counts: every test of it
//! fails, also when an answer is stored.

use chrono::{Days, NaiveDate};

use super::View;
use super::at::At;
use super::formula::Formulas;
use super::knowledge::{Knowledge, Known, Mode};
use super::spread::{Numbers, Spread};
use super::truth::Truth;
use crate::answer::{Key, RowId, Rows, Value};
use crate::questionnaire::{
    Choice, Compare, Condition, Day, Kind, Number, Op, OptionId, QuestionIx, Test,
};

/// What conditions mean.
pub(super) trait Conditions<'v>: Knowledge<'v> {
    /// Whether it holds; `at` is the row it speaks of.
    fn holds(self, condition: &Condition, at: At<'_>) -> Self::Of<Truth> {
        match condition {
            Condition::Always(value) => self.sure((*value).into()),
            Condition::Answer { question, test } => self.answer_holds(*question, at, test),
            Condition::Derived { derived, test } => {
                let spread = self.for_bounds().derived(*derived);
                self.map(&spread, |spread| derived_holds(spread, test, self.view()))
            }
            Condition::All(all) => all.iter().fold(self.sure(Truth::Yes), |so_far, one| {
                self.zip(&so_far, &self.holds(one, at), |a, b| a.and(*b))
            }),
            Condition::Any(any) => any.iter().fold(self.sure(Truth::No), |so_far, one| {
                self.zip(&so_far, &self.holds(one, at), |a, b| a.or(*b))
            }),
            Condition::Not(inner) => self.map(&self.holds(inner, at), |truth| !*truth),
            Condition::AtLeast(least, of) => {
                let compare = Compare {
                    op: Op::AtLeast,
                    to: *least,
                };
                let holding = self.count(of.iter().map(|one| self.holds(one, at)));
                self.map(&holding, |count| self.view().compare(count, compare))
            }
            Condition::Rows {
                list,
                holds,
                compare,
            } => {
                let count = self.row_count(*list, holds.as_deref(), at);
                self.map(&count, |count| self.view().compare(count, *compare))
            }
            Condition::EveryRow { list, holds } => self.every_row(*list, holds, at),
            Condition::Named { by, list, holds } => self.named(*by, *list, holds, at),
            Condition::May(inner) | Condition::Sure(inner) => {
                let truth = self.holds(inner, at);
                match (self.mode(), condition) {
                    (Mode::Bounds, _) => truth,
                    (Mode::Now, Condition::May(_)) => {
                        self.map(&truth, |truth| truth.possible().into())
                    }
                    (Mode::Now, _) => self.map(&truth, |truth| truth.certain().into()),
                }
            }
        }
    }

    /// How many of these hold.
    fn count(self, of: impl Iterator<Item = Self::Of<Truth>>) -> Self::Of<Numbers> {
        of.fold(self.sure(Numbers::one(Number::ZERO)), |count, truth| {
            self.zip(&count, &truth, |count, truth| count.and_one(*truth))
        })
    }

    /// Whether the question belongs (in this row).
    fn belongs(self, question: QuestionIx, row: Option<&RowId>) -> Self::Of<Truth> {
        if let Some(truth) = self.belongs_known(question, row) {
            return truth;
        }
        let asked = self.view().list.question(question);
        let own = match &asked.when {
            Some(when) => self.holds(when, row.into()),
            None => self.sure(Truth::Yes),
        };
        let place = match (asked.parent, &self.view().list.parts[asked.part].when) {
            (Some(list), _) => Some(self.belongs(list, None)),
            (None, Some(when)) => Some(self.holds(when, At::default())),
            (None, None) => None,
        };
        let mut truth = match place {
            Some(place) => self.zip(&own, &place, |own, place| own.and(*place)),
            None => own,
        };
        if let (Some(list), Some(row)) = (asked.parent, row) {
            let present = self.present(list, row);
            truth = self.zip(&truth, &present, |belongs, present| belongs.and(*present));
        }
        let truth = self.if_given(question, row, truth);
        self.keep_belongs(question, row, &truth);
        truth
    }

    /// What is known of an answer.
    fn known(self, question: QuestionIx, row: Option<&RowId>) -> Self::Of<Known> {
        let answer = self.answer(question, row);
        self.zip(&self.belongs(question, row), &answer, |belongs, value| {
            let maybe_hidden = *belongs == Truth::Unknown;
            match value {
                _ if *belongs == Truth::No => Known::Hidden,
                Some(value) => Known::Value(value.clone(), maybe_hidden),
                None => Known::Missing(maybe_hidden),
            }
        })
    }

    /// How many rows there can be for which the condition holds.
    fn row_count(
        self,
        list: QuestionIx,
        holds: Option<&Condition>,
        at: At<'_>,
    ) -> Self::Of<Numbers> {
        let belongs = self.belongs(list, None);
        let limit = match self.view().list.question(list).kind {
            Kind::List { at_most, .. } if holds.is_none() => at_most.map(Number::count),
            _ => None,
        };
        let rows = self.rows(list);
        let each = rows.iter().map(|row| {
            let present = self.present(list, row);
            match holds {
                Some(holds) => {
                    let holds = self.holds(holds, at.within(list, row));
                    self.zip(&present, &holds, |a, b| a.and(*b))
                }
                None => present,
            }
        });
        let counted = self.zip(&self.count(each), &self.more_rows(list), |counted, more| {
            if *more == Truth::No {
                return counted.clone();
            }
            let most = counted.highest();
            let limit = limit.map(|limit| most.map_or(limit, |most| limit.max(most)));
            Numbers::range(counted.lowest(), limit)
        });
        self.zip(&belongs, &counted, |belongs, counted| {
            let none = Numbers::one(Number::ZERO);
            match belongs {
                Truth::No => none,
                Truth::Yes => counted.clone(),
                Truth::Unknown => counted.union(&none),
            }
        })
    }

    /// Whether it holds for every row. A list that does not belong has no rows, and then it does.
    fn every_row(self, list: QuestionIx, holds: &Condition, at: At<'_>) -> Self::Of<Truth> {
        let start = self.map(&self.more_rows(list), |more| match more {
            Truth::No => Truth::Yes,
            _ => Truth::Unknown,
        });
        let truth = self.rows(list).iter().fold(start, |so_far, row| {
            let absent = self.map(&self.present(list, row), |present| !*present);
            let fine = self.zip(&absent, &self.holds(holds, at.within(list, row)), |a, b| {
                a.or(*b)
            });
            self.zip(&so_far, &fine, |a, b| a.and(*b))
        });
        self.zip(&self.belongs(list, None), &truth, |belongs, truth| {
            truth.or(!*belongs)
        })
    }

    /// Whether it holds for at least one of the rows that a question names. What is not known yet can be any row there is,
    /// or one that may still come.
    fn named(
        self,
        by: QuestionIx,
        list: QuestionIx,
        holds: &Condition,
        at: At<'_>,
    ) -> Self::Of<Truth> {
        let known = self.known(by, self.view().row_for(by, at));
        let others = self.zip(&known, &self.more_rows(list), |known, more| match known {
            Known::Missing(_) => more.and(Truth::Unknown),
            _ => Truth::No,
        });
        let rows = self.rows(list);
        let some = rows.iter().fold(others, |so_far, row| {
            let named = self.map(&known, |known| names(known, row));
            let there = self.zip(&named, &self.present(list, row), |a, b| a.and(*b));
            let holds = self.holds(holds, at.within(list, row));
            let holds = self.zip(&there, &holds, |a, b| a.and(*b));
            self.zip(&so_far, &holds, |a, b| a.or(*b))
        });
        self.zip(&self.belongs(list, None), &some, |belongs, some| {
            belongs.and(*some)
        })
    }

    fn answer_holds(self, question: QuestionIx, at: At<'_>, test: &Test) -> Self::Of<Truth> {
        let view = self.view();
        let known = self.known(question, view.row_for(question, at));
        match test {
            Test::SameAs(other) => {
                let other = self.known(*other, view.row_for(*other, at));
                self.zip(&known, &other, same_answer)
            }
            Test::Names(list) => match at.row_of(*list) {
                Some(row) => self.map(&known, |known| names(known, row)),
                None => self.sure(Truth::No),
            },
            _ => self.map(&known, |known| match known {
                Known::Hidden => Truth::No,
                Known::Value(value, maybe_hidden) => {
                    unless_hidden(view.value_holds(value, test), *maybe_hidden)
                }
                Known::Missing(maybe_hidden) => {
                    unless_hidden(view.missing_holds(question, test), *maybe_hidden)
                }
            }),
        }
    }
}

impl<'v, K: Knowledge<'v>> Conditions<'v> for K {}

/// A test of a question that may turn out not to belong can always fail.
fn unless_hidden(truth: Truth, maybe_hidden: bool) -> Truth {
    if maybe_hidden {
        truth.and(Truth::Unknown)
    } else {
        truth
    }
}

fn same_answer(a: &Known, b: &Known) -> Truth {
    match (a, b) {
        (Known::Hidden, _) | (_, Known::Hidden) => Truth::No,
        (Known::Value(a, a_maybe_hidden), Known::Value(b, b_maybe_hidden)) => {
            unless_hidden(same(a, b).into(), *a_maybe_hidden || *b_maybe_hidden)
        }
        _ => Truth::Unknown,
    }
}

/// Whether an answer names this row.
pub(super) fn names(known: &Known, row: &RowId) -> Truth {
    match known {
        Known::Hidden => Truth::No,
        Known::Value(value, maybe_hidden) => {
            let named = matches!(value, Value::Rows(rows) if rows.contains(row));
            unless_hidden(named.into(), *maybe_hidden)
        }
        Known::Missing(_) => Truth::Unknown,
    }
}

impl View<'_> {
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

    /// The rows of a list, whether or not it belongs.
    pub(super) fn rows(&self, list: QuestionIx) -> Rows {
        let rows = self.answers.rows(&self.list.question(list).id);
        rows.cloned().unwrap_or_default()
    }

    /// The row in which a condition about these rows finds this question; none for a question outside rows.
    pub(super) fn row_for<'r>(&self, question: QuestionIx, at: At<'r>) -> Option<&'r RowId> {
        at.row_of(self.list.question(question).parent?)
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

    fn value_holds(&self, value: &Value, test: &Test) -> Truth {
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
            // Compared with another answer or row, not looked at by itself.
            Test::SameAs(_) | Test::Names(_) => Truth::Unknown,
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
            Numbers::range(Some(Number::whole(*from)), Some(Number::whole(*to)))
        }
        Kind::Number { from, to, .. } => Numbers::range(*from, *to),
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
