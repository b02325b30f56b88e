//! Periods: when each is over, as far as the answers tell. What cannot be told is said, never left out; what no longer
//! applies is left out.

use std::fmt;

use chrono::NaiveDate;

use super::View;
use super::knowledge::Mode;
use super::truth::Truth;
use crate::answer::{Key, RowId, Value};
use crate::calendar;
use crate::questionnaire::{Heard, Period, PeriodIx, QuestionIx, Start, Unit};

/// A day, and the minute of it where that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: NaiveDate,
    /// So many minutes after midnight.
    pub minute: Option<u32>,
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.minute {
            None => write!(f, "{}", self.day),
            Some(minute) => write!(f, "{} {:02}:{:02}", self.day, minute / 60, minute % 60),
        }
    }
}

/// How a period stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Something is waited for until this moment, which may be past.
    Until(Moment),
    /// So many days were counted, or are counted so far.
    Counted {
        /// How many.
        days: u32,
        /// The last day is not there yet.
        running: bool,
    },
    /// Nothing is waited for any more.
    Over,
    /// It applies, and its end is not known.
    Open(Unknown),
    /// Whether it applies is not known yet.
    Perhaps,
}

/// Why the end of a period is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// This answer is missing.
    Answer(Key),
    /// Nobody published how long it is.
    Length,
}

/// One period, in one row where rows have one each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub period: PeriodIx,
    /// Of which row.
    pub row: Option<RowId>,
    /// How it stands.
    pub state: State,
}

/// Every period that applies, or may; in the order of the list.
pub fn due(view: &View<'_>) -> Vec<Due> {
    if view.list.periods.is_empty() || view.not_applicable().0 == Truth::Yes {
        return Vec::new();
    }
    let mut all = Vec::new();
    for (at, period) in view.list.periods.iter().enumerate() {
        let rows = match period.rows {
            None => vec![None],
            Some(list) => view
                .rows_that_count(list)
                .ids
                .into_iter()
                .map(Some)
                .collect(),
        };
        for row in rows {
            let state = view.state(period, row.as_ref());
            all.extend(state.map(|state| Due {
                period: PeriodIx(at),
                row,
                state,
            }));
        }
    }
    all
}

/// When a period is over, whether or not something is waited for.
pub(super) enum End {
    /// It does not apply.
    No,
    /// Perhaps it does.
    Perhaps,
    Unknown(Unknown),
    At(Moment),
}

impl View<'_> {
    /// How a period stands; nothing where it does not apply.
    fn state(&self, period: &Period, row: Option<&RowId>) -> Option<State> {
        if let Some(span) = &period.span {
            return self.counted(period, span);
        }
        let end = self.end(period, row);
        if matches!(end, End::No) {
            return None;
        }
        if period.done.iter().any(|heard| self.is_heard(heard, row)) {
            return Some(State::Over);
        }
        Some(match end {
            End::No => return None,
            End::Perhaps => State::Perhaps,
            End::Unknown(why) => State::Open(why),
            End::At(moment) => State::Until(moment),
        })
    }

    fn end(&self, period: &Period, row: Option<&RowId>) -> End {
        let applies = match &period.when {
            Some(when) => self.in_the_end(when, row),
            None => Truth::Yes,
        };
        if applies == Truth::No {
            return End::No;
        }
        let start = match period.from {
            Start::EndOf(before) => self.end(&self.list.periods[before.0], row),
            Start::Answer(question) => self.day_of(question, row),
        };
        let start = match (start, applies) {
            (End::No, _) => return End::No,
            (_, Truth::Unknown) | (End::Perhaps, _) => return End::Perhaps,
            (End::Unknown(why), _) => return End::Unknown(why),
            (End::At(moment), _) => moment,
        };
        let Some(length) = period.length else {
            return End::Unknown(Unknown::Length);
        };
        let minute = match period.at {
            None => start.minute,
            Some(question) => match self.minute_of(question, row) {
                Ok(minute) => minute,
                // In days the end is known to the day.
                Err(_) if period.unit != Unit::Hours => None,
                Err(missing) => return End::Unknown(Unknown::Answer(missing)),
            },
        };
        let length = self.list.number(length, self.today).as_whole();
        let length = length.and_then(|length| u32::try_from(length).ok());
        let start = Moment { minute, ..start };
        length
            .and_then(|length| after(start, period.unit, length))
            .and_then(|end| moved(end, period.moves))
            .map_or(End::Unknown(Unknown::Length), End::At)
    }

    /// The day that answers a question.
    pub(super) fn day_of(&self, question: QuestionIx, row: Option<&RowId>) -> End {
        let row = self.row_for(question, row.into());
        match (
            self.belongs(question, row, Mode::Bounds),
            self.asked_value(question, row),
        ) {
            (Truth::No, _) => End::No,
            // Who was asked and gave a day waits for it, also while other answers can still take the question away.
            (_, Some(Value::Date(day))) => End::At(Moment {
                day: *day,
                minute: None,
            }),
            // Who was asked and does not know the day, still waits for one.
            (_, Some(Value::Unknown | Value::Refused)) => {
                End::Unknown(Unknown::Answer(self.key(question, row)))
            }
            // Offered and left alone: perhaps there is nothing to wait for.
            (Truth::Yes, None) if self.list.question(question).more => End::Perhaps,
            (Truth::Unknown, _) => End::Perhaps,
            (Truth::Yes, _) => End::Unknown(Unknown::Answer(self.key(question, row))),
        }
    }

    /// The minute of the day that an hour means, where it means one; the missing answer where there is none.
    fn minute_of(&self, question: QuestionIx, row: Option<&RowId>) -> Result<Option<u32>, Key> {
        let row = self.row_for(question, row.into());
        let hour = match self.asked_value(question, row) {
            Some(Value::Number(hour)) => *hour,
            _ => return Err(self.key(question, row)),
        };
        let minutes = hour.times(crate::questionnaire::Number::whole(60));
        let minutes = minutes.as_whole().and_then(|all| u32::try_from(all).ok());
        Ok(minutes.filter(|all| *all < 24 * 60))
    }

    /// The answer to a question that is asked now: what is hidden does not count.
    pub(super) fn asked_value(&self, question: QuestionIx, row: Option<&RowId>) -> Option<&Value> {
        let asked = self.belongs(question, row, Mode::Now).possible();
        self.value(question, row).filter(|_| asked)
    }

    pub(super) fn key(&self, question: QuestionIx, row: Option<&RowId>) -> Key {
        Key {
            question: self.list.question(question).id.clone(),
            row: row.cloned(),
        }
    }

    /// Whether this makes that nothing is waited for.
    pub(super) fn is_heard(&self, heard: &Heard, row: Option<&RowId>) -> bool {
        match heard {
            Heard::Holds(condition) => self.in_the_end(condition, row) == Truth::Yes,
            Heard::Answered(question) => {
                let row = self.row_for(*question, row.into());
                self.asked_value(*question, row)
                    .is_some_and(|value| match value {
                        Value::Text(text) => !text.trim().is_empty(),
                        Value::Choices(chosen) => !chosen.is_empty(),
                        Value::Rows(rows) => !rows.is_empty(),
                        other => other.is_known(),
                    })
            }
        }
    }
}

/// So much later; nothing past the end of the calendar.
fn after(start: Moment, unit: Unit, length: u32) -> Option<Moment> {
    let day = match unit {
        Unit::Hours => {
            let minutes = start.minute?.checked_add(length.checked_mul(60)?)?;
            return Some(Moment {
                day: calendar::after_days(start.day, minutes / (24 * 60))?,
                minute: Some(minutes % (24 * 60)),
            });
        }
        Unit::Days => calendar::after_days(start.day, length),
        Unit::WorkingDays => calendar::after_working_days(start.day, length),
        Unit::Weeks => calendar::after_days(start.day, length.checked_mul(7)?),
        Unit::Months => calendar::after_months(start.day, length),
        Unit::Years => calendar::after_months(start.day, length.checked_mul(12)?),
    };
    Some(Moment { day: day?, ..start })
}

/// Off a Saturday, Sunday or public holiday, where the period does so.
fn moved(end: Moment, moves: bool) -> Option<Moment> {
    if !moves {
        return Some(end);
    }
    let day = calendar::first_working_day(end.day)?;
    Some(Moment { day, ..end })
}
