//! One change of the answers, as it stands in the copy.

use chrono::{Days, NaiveDate};

use super::Draft;
use super::texts::Kind;
use crate::answer::{Answer, Change, Key, Value};
use crate::paper::Choice;
use crate::questionnaire::{Number, Questionnaire, Role};
use crate::text::nl;
use crate::trace::role_words;

/// The ages at which the rules for children and adults change: no band crosses one.
const CHILD_BANDS: [(u32, u32, u32); 4] = [(0, 3, 2), (4, 11, 8), (12, 15, 14), (16, 17, 16)];
/// An adult's age goes to the nearest multiple of this.
const ADULT_BAND: u32 = 5;
/// From this age somebody is an adult.
const ADULT: u32 = 18;

impl Draft<'_> {
    /// This change in the copy; none where it is left out.
    pub(super) fn change(&self, change: &Change, days: i64, choices: &[Choice]) -> Option<Change> {
        match change {
            Change::Set { key, answer } => {
                self.list.find(&key.question.0)?;
                if self.list.is_protected(&key.question) {
                    return None;
                }
                Some(Change::Set {
                    key: key.clone(),
                    answer: self.answer(key, answer, days, choices)?,
                })
            }
            Change::Forget { key } => {
                self.list.find(&key.question.0)?;
                (!self.list.is_protected(&key.question)).then(|| change.clone())
            }
            Change::AddRow { list, .. } | Change::RemoveRow { list, .. } => {
                self.list.find(&list.0)?;
                (!self.list.is_protected(list)).then(|| change.clone())
            }
            Change::Close { list } | Change::Reopen { list } => {
                self.list.find(&list.0)?;
                Some(change.clone())
            }
        }
    }

    fn answer(&self, key: &Key, answer: &Answer, days: i64, choices: &[Choice]) -> Option<Answer> {
        let value = match (&answer.value, role(self.list, key)) {
            (Value::Text(_), Some(Role::CaseLabel)) => Value::Text(nl().copy.label()),
            (Value::Text(_), Some(Role::PersonName)) => Value::Text(self.person(key)),
            (Value::Text(text), _) if text.trim().is_empty() => answer.value.clone(),
            (Value::Text(text), _) => {
                Value::Text(self.texts.said(key, Kind::Answer, text, choices)?)
            }
            (Value::Date(day), _) => Value::Date(moved(*day, days)?),
            (Value::Number(age), Some(Role::PersonAge)) if self.bands => Value::Number(band(*age)),
            (other, _) => other.clone(),
        };
        let source = answer.source.as_deref();
        let note = answer.note.as_deref();
        Some(Answer {
            value,
            // Who said it is left out, unless it only says a role.
            source: source.filter(|said| role_words(said).1).map(str::to_owned),
            nature: answer.nature.clone(),
            date: answer.date.and_then(|day| moved(day, days)),
            note: note.and_then(|note| self.texts.said(key, Kind::Note, note, choices)),
        })
    }

    fn person(&self, key: &Key) -> String {
        let called = key.row.as_ref().and_then(|row| self.people.get(row));
        called.cloned().unwrap_or_else(|| nl().consult.somebody())
    }
}

/// What a question means.
pub(super) fn role(list: &Questionnaire, key: &Key) -> Option<Role> {
    list.question(list.find(&key.question.0)?).role
}

/// A day, so many days later or earlier.
pub(super) fn moved(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 {
        day.checked_sub_days(days)
    } else {
        day.checked_add_days(days)
    }
}

/// An age in its band: of an adult the nearest five years, of a child the middle of its years.
pub(super) fn band(age: Number) -> Number {
    let years = age.as_whole().and_then(|years| u32::try_from(years).ok());
    let banded = years.and_then(|years| Number::parse(&band_of(years).to_string()));
    banded.unwrap_or(age)
}

/// The same, of whole years.
pub(super) fn band_of(years: u32) -> u32 {
    let child = CHILD_BANDS
        .iter()
        .find(|(from, to, _)| (*from..=*to).contains(&years));
    match child {
        Some((_, _, middle)) => *middle,
        None => ((years + ADULT_BAND / 2) / ADULT_BAND * ADULT_BAND).max(ADULT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_age_crosses_a_line_that_the_law_draws() {
        let of = |years: i64| {
            let age = Number::parse(&years.to_string()).unwrap();
            band(age).as_whole().unwrap()
        };
        for border in [12, 16, 18] {
            for years in 0..110 {
                assert_eq!(years < border, of(years) < border, "{years}");
            }
        }
        assert_eq!((of(33), of(37), of(18), of(6)), (35, 35, 20, 8));
    }
}
