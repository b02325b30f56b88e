//! Periods that count the days between two days. A day that nobody knows never counts as none: then the count is open.

use chrono::NaiveDate;

use super::View;
use super::due::{End, State, Unknown};
use super::truth::Truth;
use crate::answer::{Key, RowId, Value};
use crate::questionnaire::{Period, QuestionIx, Span};

/// What is known of the days that answer some questions.
#[derive(Default)]
struct Days {
    known: Vec<NaiveDate>,
    /// Somebody says that this one is not known.
    unknown: Option<Key>,
    /// This one was not answered yet.
    unanswered: Option<Key>,
    /// Perhaps there is one.
    perhaps: bool,
}

impl View<'_> {
    /// How the count stands; nothing where there is nothing to count.
    pub(super) fn counted(&self, period: &Period, span: &Span) -> Option<State> {
        let applies = match &period.when {
            Some(when) => self.in_the_end(when, None),
            None => Truth::Yes,
        };
        if applies == Truth::No {
            return None;
        }
        let from = self.known_days(&span.from);
        let Some(start) = from.known.iter().min().copied() else {
            let missing = from.unknown.or(from.unanswered);
            return match missing {
                _ if applies == Truth::Unknown => Some(State::Perhaps),
                Some(missing) => Some(State::Open(Unknown::Answer(missing))),
                None => from.perhaps.then_some(State::Perhaps),
            };
        };
        if applies == Truth::Unknown {
            return Some(State::Perhaps);
        }
        let so_far = between(start, self.today)?;
        let until = self.known_days(&span.until);
        // What is planned has not come yet.
        let (mut after, before): (Vec<NaiveDate>, Vec<NaiveDate>) = until
            .known
            .into_iter()
            .filter(|day| *day <= self.today)
            .partition(|day| *day >= start);
        after.sort_unstable();
        if let Some(days) = after.first().and_then(|end| between(start, *end)) {
            return Some(State::Counted {
                days,
                running: false,
            });
        }
        // It was there before the first day: there is nothing to count.
        let heard = || period.done.iter().any(|heard| self.is_heard(heard, None));
        if !before.is_empty() || heard() {
            return Some(State::Over);
        }
        Some(match until.unknown {
            Some(missing) => State::Open(Unknown::Answer(missing)),
            None => State::Counted {
                days: so_far,
                running: true,
            },
        })
    }

    fn known_days(&self, questions: &[QuestionIx]) -> Days {
        let mut days = Days::default();
        for question in questions {
            match self.list.question(*question).parent {
                None => self.add_day(&mut days, *question, None),
                Some(list) => {
                    for row in self.rows_that_count(list).ids {
                        self.add_day(&mut days, *question, Some(&row));
                    }
                }
            }
        }
        days
    }

    fn add_day(&self, days: &mut Days, question: QuestionIx, row: Option<&RowId>) {
        match self.day_of(question, row) {
            End::No => {}
            End::Perhaps => days.perhaps = true,
            End::At(moment) => days.known.push(moment.day),
            End::Unknown(_) => {
                let key = self.key(question, row);
                match self.asked_value(question, row) {
                    Some(Value::Unknown | Value::Refused) => days.unknown = Some(key),
                    _ => days.unanswered = Some(key),
                }
            }
        }
    }
}

/// How many days from one to the other; nothing where that has still to come.
fn between(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    u32::try_from((to - from).num_days()).ok()
}
