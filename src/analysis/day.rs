//! The days on which a list is looked at. What can be depends on the day: on which numbers hold, and on how far the dates
//! in conditions lie behind or ahead.

use chrono::{Days, NaiveDate};

use crate::questionnaire::{Condition, Day, Questionnaire, Test};

/// A day for lists that name none.
const FIRST: NaiveDate = match NaiveDate::from_ymd_opt(2020, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Far enough from a date for every `vandaag+14`.
const YEAR: Days = Days::new(366);

/// A day for each set of numbers that held together; on the last the newest hold, and every date named in the list
/// has passed.
pub fn days(list: &Questionnaire) -> Vec<NaiveDate> {
    let rows = list.numbers.iter().flat_map(|number| &number.rows);
    let mut days: Vec<NaiveDate> = rows.filter_map(|row| row.from).collect();
    days.push(list.valid_from.unwrap_or(FIRST));
    days.sort_unstable();
    days.dedup();
    let named = named(list);
    let last = days.iter().chain(&named).max().copied();
    // In place of the day on which the newest began to hold: a day on which they still do.
    days.pop();
    days.extend(last.and_then(|day| day.checked_add_days(YEAR)));
    days
}

/// The day on which the newest numbers hold.
pub fn today(list: &Questionnaire) -> NaiveDate {
    days(list).last().copied().unwrap_or(FIRST)
}

/// Every day that makes a difference to a condition: today, and around each date that is named.
pub fn moments(list: &Questionnaire) -> Vec<NaiveDate> {
    let mut moments = vec![today(list)];
    for day in named(list) {
        moments.extend(
            [day.checked_sub_days(YEAR), Some(day)]
                .into_iter()
                .flatten(),
        );
    }
    moments.sort_unstable();
    moments.dedup();
    moments
}

/// Every day on which something else can be: each set of numbers that held together, and around each date that is named.
pub fn all(list: &Questionnaire) -> Vec<NaiveDate> {
    let mut all = days(list);
    all.extend(moments(list));
    all.sort_unstable();
    all.dedup();
    // The newest first: an example is best one of today.
    all.reverse();
    all
}

/// The dates that conditions name.
fn named(list: &Questionnaire) -> Vec<NaiveDate> {
    let mut named = Vec::new();
    for condition in list.conditions() {
        condition.walk(&mut |one| {
            if let Condition::Answer {
                test: Test::Before(Day::On(day)) | Test::After(Day::On(day)),
                ..
            } = one
            {
                named.push(*day);
            }
        });
    }
    named
}
