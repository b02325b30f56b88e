//! Days as Dutch law counts them.

use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;
use top3::calendar::{
    after_months, after_working_days, first_working_day, holidays, is_working_day,
};

use super::day;

#[test]
fn the_holidays_of_2026() {
    let found: Vec<String> = holidays(2026).iter().map(ToString::to_string).collect();
    let wanted = [
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-04-27",
        "2026-05-05",
        "2026-05-14",
        "2026-05-25",
        "2026-12-25",
        "2026-12-26",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn easter_moves_and_everything_after_it_moves_along() {
    // Good Friday, as calendars printed it; with a very early and a very late one.
    for good_friday in [
        "2008-03-21",
        "2019-04-19",
        "2024-03-29",
        "2025-04-18",
        "2027-03-26",
        "2028-04-14",
        "2038-04-23",
    ] {
        let friday = day(good_friday);
        assert_eq!(friday.weekday(), Weekday::Fri);
        assert!(holidays(friday.year()).contains(&friday), "{good_friday}");
    }
}

#[test]
fn kings_day_is_never_a_sunday() {
    assert!(
        holidays(2025).contains(&day("2025-04-26")),
        "27 April 2025 is a Sunday"
    );
    assert!(!holidays(2025).contains(&day("2025-04-27")));
    assert!(
        holidays(2013).contains(&day("2013-04-30")),
        "still the Queen's day"
    );
    assert!(!holidays(2013).contains(&day("2013-04-27")));
}

#[test]
fn a_month_after_the_thirty_first_is_the_last_day() {
    assert_eq!(after_months(day("2026-01-31"), 1), Some(day("2026-02-28")));
    assert_eq!(after_months(day("2024-02-29"), 12), Some(day("2025-02-28")));
    assert_eq!(after_months(NaiveDate::MAX, 1), None);
    assert_eq!(after_working_days(NaiveDate::MAX, 1), None);
}

proptest! {
    /// Against counting them one by one, the slow way.
    #[test]
    fn so_many_working_days_lie_between(start in 0_i32..60_000, count in 0_u32..400) {
        let start = NaiveDate::from_num_days_from_ce_opt(700_000 + start).unwrap();
        let end = after_working_days(start, count).unwrap();
        let mut between = 0;
        let mut at = start;
        while at < end {
            at = at.succ_opt().unwrap();
            between += u32::from(is_working_day(at));
        }
        prop_assert_eq!(between, count);
        prop_assert!(count == 0 || is_working_day(end));
    }

    #[test]
    fn the_first_working_day_is_the_first(start in 0_i32..60_000) {
        let start = NaiveDate::from_num_days_from_ce_opt(700_000 + start).unwrap();
        let found = first_working_day(start).unwrap();
        prop_assert!(is_working_day(found));
        let mut at = start;
        while at < found {
            prop_assert!(!is_working_day(at));
            at = at.succ_opt().unwrap();
        }
        // Easter, Christmas or Ascension Day with a weekend: never more than so many days off.
        prop_assert!((found - start).num_days() <= 4);
    }
}
