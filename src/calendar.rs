//! Days as Dutch law counts them: public holidays, working days, months. Knows no period and no today.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The public holidays of a year: *Algemene termijnenwet*, article 3, first and second paragraph. Days that a royal decree
/// puts on a par with them (third paragraph) are not in it: they differ from year to year.
pub fn holidays(year: i32) -> Vec<NaiveDate> {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let around_easter = easter(year).into_iter().flat_map(|easter| {
        [
            easter.checked_sub_days(Days::new(2)),
            easter.checked_add_days(Days::new(1)),
            easter.checked_add_days(Days::new(39)),
            easter.checked_add_days(Days::new(50)),
        ]
    });
    let fixed = [
        day(1, 1),
        kings_day(year),
        day(5, 5),
        day(12, 25),
        day(12, 26),
    ];
    let mut all: Vec<NaiveDate> = fixed.into_iter().chain(around_easter).flatten().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// 27 April, and the day before where that is a Sunday; until 2013 the same with 30 April.
fn kings_day(year: i32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, 4, if year < 2014 { 30 } else { 27 })?;
    match day.weekday() {
        Weekday::Sun => day.pred_opt(),
        _ => Some(day),
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous method (Nature, 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, within) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap, left) = (century / 4, century % 4);
    let correction = (century + 8) / 25;
    let moon = (century - correction + 1) / 3;
    let epact = (19 * golden + century - leap - moon + 15) % 30;
    let weekday = (32 + 2 * left + 2 * (within / 4) - epact - within % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * shift + 114;
    let part = |number: i32| u32::try_from(number).ok();
    NaiveDate::from_ymd_opt(year, part(days / 31)?, part(days % 31)? + 1)
}

/// Whether this is no Saturday, Sunday or public holiday.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays(day.year()).contains(&day)
}

/// This day, or where it is none the first working day after it. Nothing past the end of the calendar.
pub fn first_working_day(mut day: NaiveDate) -> Option<NaiveDate> {
    while !is_working_day(day) {
        day = day.succ_opt()?;
    }
    Some(day)
}

/// So many working days after this day; the day itself does not count.
pub fn after_working_days(mut day: NaiveDate, count: u32) -> Option<NaiveDate> {
    for _ in 0..count {
        day = first_working_day(day.succ_opt()?)?;
    }
    Some(day)
}

/// So many days after this day.
pub fn after_days(day: NaiveDate, count: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(count.into()))
}

/// So many months after this day; where that month has no such day, its last.
pub fn after_months(day: NaiveDate, count: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(count))
}
