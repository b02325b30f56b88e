//! A day as it is typed on the command line: year, month, day, and nothing else.

use chrono::NaiveDate;

use crate::text::nl;

/// Reads it.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    let written = text.len() == 10;
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|_| written)
        .ok_or_else(|| nl().usage.bad_date())
}
