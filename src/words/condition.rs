//! Conditions in words: who is asked, which rule holds, which row counts.

use super::Words;
use super::kind::either;
use crate::answer::show_date;
use crate::questionnaire::{Compare, Condition, Day, Number, NumberRef, Op, Test};
use crate::text::{WordsText, nl};

impl Words<'_> {
    /// A condition, with ids and the numbers behind names: `plek is park en gasten is minstens 8`.
    pub fn condition(&self, condition: &Condition) -> String {
        self.inner(condition, false)
    }

    /// `within`: between brackets where it is more than one thing.
    fn inner(&self, condition: &Condition, within: bool) -> String {
        let text = &nl().words;
        match decided(condition) {
            Some(true) => return text.always(),
            Some(false) => return text.never(),
            None => {}
        }
        match condition {
            Condition::Always(_) => text.always(),
            Condition::Answer { question, test } => {
                self.test(&self.list.question(*question).id.to_string(), test, text)
            }
            Condition::Derived { derived, test } => {
                self.test(&self.list.derived(*derived).id, test, text)
            }
            Condition::All(all) => self.joined(all, true, within),
            Condition::Any(any) => self.joined(any, false, within),
            Condition::Not(one) => match &**one {
                Condition::May(inner) => text.not_may(self.inner(inner, false)),
                Condition::Sure(inner) => text.not_sure(self.inner(inner, false)),
                one => text.not(self.inner(one, false)),
            },
            Condition::AtLeast(least, of) => {
                let of: Vec<String> = of.iter().map(|one| self.inner(one, false)).collect();
                text.at_least_of(self.number(*least), of.join("; "))
            }
            Condition::Rows {
                list,
                holds,
                compare,
            } if is_some(*compare) => {
                let id = &self.list.question(*list).id;
                match holds {
                    Some(holds) => text.some_row_where(id, self.inner(holds, true)),
                    None => text.some_row(id),
                }
            }
            Condition::Rows {
                list,
                holds,
                compare,
            } => {
                let id = &self.list.question(*list).id;
                let what = match holds {
                    Some(holds) => text.rows_where(id, self.inner(holds, true)),
                    None => text.rows(id),
                };
                self.compare(&what, *compare, text)
            }
            Condition::EveryRow { list, holds } => {
                text.every_row(&self.list.question(*list).id, self.inner(holds, true))
            }
            Condition::Named { by, list, holds } => {
                let by = &self.list.question(*by).id;
                let inner = self.inner(holds, true);
                if self.list.persons == Some(*list) {
                    text.of_person(inner, by)
                } else {
                    text.of_row(inner, by)
                }
            }
            Condition::May(inner) => text.may(self.inner(inner, false)),
            Condition::Sure(inner) => text.sure(self.inner(inner, false)),
        }
    }

    /// `neutral`: what a setting already decided, and so says nothing beside others.
    fn joined(&self, all: &[Condition], neutral: bool, within: bool) -> String {
        let text = &nl().words;
        let said = all.iter().filter(|one| decided(one) != Some(neutral));
        let said: Vec<&Condition> = said.collect();
        let by = if neutral { text.and() } else { text.or() };
        let words: Vec<String> = said
            .iter()
            .map(|one| self.inner(one, said.len() > 1 || within))
            .collect();
        match words.len() {
            0 if neutral => text.always(),
            0 => text.never(),
            1 => words.concat(),
            _ if within => format!("({})", words.join(&format!(" {by} "))),
            _ => words.join(&format!(" {by} ")),
        }
    }

    fn test(&self, what: &str, test: &Test, text: &WordsText) -> String {
        match test {
            Test::Is(ids) => text.is(what, either(ids)),
            Test::Contains(ids) => text.contains(what, either(ids)),
            Test::Compare(compare) => self.compare(what, *compare, text),
            Test::Before(day) => text.before(what, words_of(*day, text)),
            Test::After(day) => text.after(what, words_of(*day, text)),
            Test::SameAs(other) => text.same_as(what, &self.list.question(*other).id),
            Test::Names(list) => text.names(what, &self.list.question(*list).id),
        }
    }

    fn compare(&self, what: &str, compare: Compare, text: &WordsText) -> String {
        let number = self.number(compare.to);
        match compare.op {
            Op::AtLeast => text.at_least(what, number),
            Op::AtMost => text.at_most(what, number),
            Op::MoreThan => text.more_than(what, number),
            Op::LessThan => text.less_than(what, number),
            Op::Equal => text.equal(what, number),
        }
    }
}

/// What settings made of a condition before it got here; nothing where answers matter.
fn decided(condition: &Condition) -> Option<bool> {
    match condition {
        Condition::Always(known) => Some(*known),
        Condition::Not(inner) => decided(inner).map(|known| !known),
        _ => None,
    }
}

/// Whether this asks for one row or more.
fn is_some(compare: Compare) -> bool {
    compare.op == Op::AtLeast && compare.to == NumberRef::Literal(Number::ONE)
}

fn words_of(day: Day, text: &WordsText) -> String {
    match day {
        Day::On(date) => show_date(date),
        Day::Today(0) => text.day_today(),
        Day::Today(1) => text.day_tomorrow(),
        Day::Today(-1) => text.day_yesterday(),
        Day::Today(days) if days > 0 => text.day_later(days),
        Day::Today(days) => text.day_earlier(days.unsigned_abs()),
    }
}
