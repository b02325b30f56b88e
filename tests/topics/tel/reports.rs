//! Repeated reports. The published counts of two years come out of invented records (FICTIEF): what each record is about is
//! made up, only how many there are of each kind is not.

use chrono::NaiveDate;
use proptest::prelude::*;
use top3::tally::{Earlier, Period, Report, Reports, Rule, Unique};

const POLICE: &str = "politie";

fn rule(within: &str, earlier: Earlier) -> Rule {
    Rule {
        within: Period::read(within).unwrap(),
        without: vec![POLICE.to_owned()],
        earlier,
        per: Unique::Dag,
    }
}

fn report(who: &str, when: &str, reporter: &str) -> Report {
    Report {
        who: Some(who.to_owned()),
        when: Report::day(when),
        reporter: Some(reporter.to_owned()),
    }
}

/// Per year the unique reports without the police, and of these the repeated ones.
fn shares(rule: Rule, reports: impl IntoIterator<Item = Report>) -> Vec<(String, u64, u64)> {
    let mut all = Reports::new(rule);
    reports.into_iter().for_each(|one| all.take(one));
    let years = all.counts().jaren;
    let each = years.into_iter();
    each.map(|(year, one)| (year, one.hermeldingen_zonder, one.uniek_zonder))
        .collect()
}

/// So many invented reports of one year: first ones, repeated ones, a double one on the same day, and the police.
fn year(year: i32, repeated: usize, unique: usize) -> Vec<Report> {
    let mut all = Vec::new();
    for count in 0..unique {
        let who = format!("fictief-{year}-{count}");
        let day =
            NaiveDate::from_ymd_opt(year, 7, 1).unwrap() + chrono::Days::new(count as u64 % 150);
        let day = day.to_string();
        all.push(report(&who, &day, "school"));
        if count % 3 == 0 {
            all.push(report(&who, &day, "huisarts"));
        }
        if count < repeated {
            // The earlier one is of the police, half a year back.
            all.push(report(&who, &format!("{year}-02-10"), POLICE));
        } else {
            // The police come after, which makes theirs the repeated one.
            all.push(report(&who, &format!("{year}-12-20"), POLICE));
        }
    }
    all
}

#[test]
fn the_published_years_come_out() {
    let mut records = year(2016, 57, 243);
    records.extend(year(2017, 124, 259));
    let wanted = vec![("2016".to_owned(), 57, 243), ("2017".to_owned(), 124, 259)];
    assert_eq!(shares(rule("12m", Earlier::Alle), records.clone()), wanted);
    // In any order.
    records.reverse();
    assert_eq!(shares(rule("12m", Earlier::Alle), records.clone()), wanted);
    // No earlier report of anybody else: then none is repeated.
    let none = shares(rule("12m", Earlier::Zonder), records);
    assert_eq!(
        none,
        vec![("2016".to_owned(), 0, 243), ("2017".to_owned(), 0, 259)]
    );
}

#[test]
fn a_unique_report_can_be_all_of_one_pseudonym_in_a_year() {
    // The repeated ones come on top of the first ones: 57 of 243 pseudonyms are reported a second time.
    let mut records = Vec::new();
    for (year, repeated, unique) in [(2016, 57, 243), (2017, 124, 259)] {
        for count in 0..unique {
            let who = format!("fictief-{year}-{count}");
            records.push(report(&who, &format!("{year}-02-10"), "school"));
            if count < repeated {
                records.push(report(&who, &format!("{year}-08-10"), "huisarts"));
            }
            records.push(report(
                &format!("politie-{year}-{count}"),
                &format!("{year}-05-05"),
                POLICE,
            ));
        }
    }
    let rule = Rule {
        per: Unique::Pseudoniem,
        ..rule("12m", Earlier::Zonder)
    };
    let wanted = vec![("2016".to_owned(), 57, 243), ("2017".to_owned(), 124, 259)];
    assert_eq!(shares(rule, records), wanted);
}

#[test]
fn a_year_back_is_within_a_year_and_a_day_more_is_not() {
    let about = |first: &str, second: &str, within: &str| {
        let reports = [report("a", second, "school"), report("a", first, "school")];
        let last = shares(rule(within, Earlier::Alle), reports).pop().unwrap();
        last.1 == 1
    };
    assert!(about("2016-03-01", "2017-03-01", "12m"));
    assert!(!about("2016-02-29", "2017-03-01", "12m"));
    // From the last day of a month to the last day of a shorter one.
    assert!(about("2017-02-28", "2017-03-31", "1m"));
    assert!(about("2016-12-31", "2017-01-01", "1d"));
    assert!(!about("2016-12-30", "2017-01-01", "1d"));
    assert!(about("2016-01-01", "2017-01-01", "1j"));
    // The same day is the same report.
    assert!(!about("2017-01-01", "2017-01-01", "1j"));
}

#[test]
fn what_is_not_known_is_counted_apart() {
    let mut reports = Reports::new(rule("12m", Earlier::Alle));
    reports.take(Report {
        who: None,
        ..report("a", "2017-01-01", "school")
    });
    reports.take(report("a", "gisteren", "school"));
    reports.take(report("a", "2017-02-30", "school"));
    reports.take(Report {
        reporter: None,
        ..report("a", "2017-01-01", "")
    });
    reports.take(report("a", "2017-05-01T10:00:00", "school"));
    let counts = reports.counts();
    assert_eq!(counts.zonder_gegevens, 3);
    let year = &counts.jaren["2017"];
    assert_eq!((year.records, year.zonder_melder), (2, 1));
    // Nobody knows who reported first, but that somebody did is known.
    assert_eq!((year.uniek_zonder, year.hermeldingen_zonder), (1, 1));
    assert_eq!((year.uniek, year.hermeldingen), (2, 1));
}

#[test]
fn periods_are_written_one_way() {
    for (text, written) in [
        ("12m", "12m"),
        ("1j", "12m"),
        ("2w", "14d"),
        ("365d", "365d"),
    ] {
        assert_eq!(Period::read(text).unwrap().write(), written);
    }
    for text in [
        "", "m", "12", "0m", "-1m", "1 m", "1é", "999999d", "12M", "+1m",
    ] {
        assert_eq!(Period::read(text), None, "{text}");
    }
}

/// The definition, read aloud: every pair of reports is looked at.
fn by_the_letter(reports: &[(usize, u64, bool)], days: u64, earlier: Earlier) -> (u64, u64) {
    let mut unique: Vec<(usize, u64)> = reports
        .iter()
        .filter(|(.., police)| !police)
        .map(|(who, when, _)| (*who, *when))
        .collect();
    unique.sort_unstable();
    unique.dedup();
    let repeated = unique.iter().filter(|(who, when)| {
        reports.iter().any(|(other, before, police)| {
            let counts = earlier == Earlier::Alle || !police;
            other == who && counts && before < when && when - before <= days
        })
    });
    (repeated.count() as u64, unique.len() as u64)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_what_the_definition_says(
        reports in prop::collection::vec((0..5usize, 0..60u64, any::<bool>()), 0..40),
        days in 1..30u64,
        all in any::<bool>(),
    ) {
        let start = NaiveDate::from_ymd_opt(2017, 1, 1).unwrap();
        let earlier = if all { Earlier::Alle } else { Earlier::Zonder };
        let given = reports.iter().map(|(who, when, police)| {
            let when = start + chrono::Days::new(*when);
            report(&format!("p{who}"), &when.to_string(), if *police { POLICE } else { "school" })
        });
        let found = shares(rule(&format!("{days}d"), earlier), given);
        let found = found.first().map_or((0, 0), |(_, repeated, unique)| (*repeated, *unique));
        prop_assert_eq!(found, by_the_letter(&reports, days, earlier));
    }
}
