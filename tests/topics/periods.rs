//! Periods: working days and Dutch public holidays, when a period is over, what an author is told of one.

mod calendar;
mod due;

use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}
