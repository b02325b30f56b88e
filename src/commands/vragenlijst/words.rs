//! Conditions in words.

use crate::answer::show_date;
use crate::questionnaire::{Compare, Condition, Day, NumberRef, Op, OptionId, Questionnaire, Test};
use crate::text::{AuthorText, nl};

pub(super) struct Words<'a> {
    pub(super) list: &'a Questionnaire,
}

impl Words<'_> {
    pub(super) fn condition(&self, condition: &Condition) -> String {
        self.inner(condition, false)
    }

    /// `within`: between brackets where it is more than one thing.
    fn inner(&self, condition: &Condition, within: bool) -> String {
        let text = &nl().author;
        match condition {
            Condition::Always(true) => text.always(),
            Condition::Always(false) => text.never(),
            Condition::Answer { question, test } => {
                self.test(&self.list.question(*question).id.to_string(), test, text)
            }
            Condition::Derived { derived, test } => {
                self.test(&self.list.derived(*derived).id, test, text)
            }
            Condition::All(all) => self.joined(all, &text.and(), within),
            Condition::Any(any) => self.joined(any, &text.or(), within),
            Condition::Not(one) => text.not(self.inner(one, false)),
            Condition::AtLeast(least, of) => {
                let of: Vec<String> = of.iter().map(|one| self.inner(one, false)).collect();
                text.at_least_of(self.number(*least), of.join("; "))
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
            Condition::May(inner) => text.may(self.inner(inner, false)),
            Condition::Sure(inner) => text.sure(self.inner(inner, false)),
        }
    }

    fn joined(&self, all: &[Condition], by: &str, within: bool) -> String {
        let words: Vec<String> = all
            .iter()
            .map(|one| self.inner(one, all.len() > 1))
            .collect();
        match words.len() {
            0 => nl().author.always(),
            1 => words.concat(),
            _ if within => format!("({})", words.join(&format!(" {by} "))),
            _ => words.join(&format!(" {by} ")),
        }
    }

    fn test(&self, what: &str, test: &Test, text: &AuthorText) -> String {
        match test {
            Test::Is(ids) => text.is(what, either(ids, text)),
            Test::Contains(ids) => text.contains(what, either(ids, text)),
            Test::Compare(compare) => self.compare(what, *compare, text),
            Test::Before(day) => text.before(what, words_of(*day, text)),
            Test::After(day) => text.after(what, words_of(*day, text)),
            Test::SameAs(other) => text.same_as(what, &self.list.question(*other).id),
        }
    }

    fn compare(&self, what: &str, compare: Compare, text: &AuthorText) -> String {
        let number = self.number(compare.to);
        match compare.op {
            Op::AtLeast => text.at_least(what, number),
            Op::AtMost => text.at_most(what, number),
            Op::MoreThan => text.more_than(what, number),
            Op::LessThan => text.less_than(what, number),
            Op::Equal => text.equal(what, number),
        }
    }

    fn number(&self, of: NumberRef) -> String {
        match of {
            NumberRef::Literal(number) => number.to_string(),
            NumberRef::Named(at) => self.list.numbers[at].id.clone(),
        }
    }
}

fn either(ids: &[OptionId], text: &AuthorText) -> String {
    let ids: Vec<&str> = ids.iter().map(|id| &*id.0).collect();
    ids.join(&format!(" {} ", text.or()))
}

fn words_of(day: Day, text: &AuthorText) -> String {
    match day {
        Day::On(date) => show_date(date),
        Day::Today(0) => text.day_today(),
        Day::Today(days) if days > 0 => text.day_later(days),
        Day::Today(days) => text.day_earlier(days.unsigned_abs()),
    }
}
