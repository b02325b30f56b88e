//! Dates as people write them. What could be more than one day is refused, with the days it could be.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Manner, fold};
use crate::answer::Refusal;
use crate::answer::show::{MONTHS, WEEKDAYS, date_with_weekday, weekday};
use crate::text::nl;

/// Years that can be meant.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The day that is meant, seen from `today`.
///
/// # Errors
/// It is no date, more than one day, or after today where that cannot be.
pub fn date(
    text: &str,
    today: NaiveDate,
    not_after_today: bool,
    manner: Manner,
) -> Result<NaiveDate, Refusal> {
    let found = match manner {
        Manner::Written => iso(text, today)?,
        Manner::Typed => typed(&fold(text), today, not_after_today)?,
    };
    let say = &nl().refusal;
    if !YEARS.contains(&found.year()) {
        return Err(Refusal::new(say.far_year(), say.far_year_todo()));
    }
    if not_after_today && found > today {
        return Err(Refusal::new(say.in_future(), say.in_future_todo()));
    }
    Ok(found)
}

fn iso(text: &str, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    let say = &nl().refusal;
    let parts: Vec<&str> = text.split('-').collect();
    let shape =
        parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.iter().all(|part| digits(part));
    if !shape {
        return Err(Refusal::new(say.not_a_date(), say.iso_date_todo(today)));
    }
    day(number(parts[0]), number(parts[1]), number(parts[2]))
}

fn typed(text: &str, today: NaiveDate, not_after_today: bool) -> Result<NaiveDate, Refusal> {
    if let Some(days) = relative(text) {
        return shift(today, days).ok_or_else(|| not_a_date(today));
    }
    let words: Vec<&str> = text
        .split([' ', '-', '/', '.', ','])
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        [name] if weekday_named(name).is_some() => {
            last(weekday_named(name), today, not_after_today)
        }
        [name, rest @ ..] if weekday_named(name).is_some() && rest.len() > 1 => {
            let found = day_month_year(rest, today)?;
            if Some(found.weekday()) == weekday_named(name) {
                return Ok(found);
            }
            Err(Refusal::new(
                nl().refusal.wrong_weekday(),
                nl().refusal
                    .wrong_weekday_todo(capital(&day_and_month(found)), weekday(found)),
            ))
        }
        _ if vague(&words) => Err(vague_day(today)),
        _ => day_month_year(&words, today),
    }
}

/// Days from today for a word or phrase that means exactly one day.
fn relative(text: &str) -> Option<i64> {
    let days = match text {
        "vandaag" | "nu" => 0,
        "gisteren" => -1,
        "eergisteren" => -2,
        "morgen" => 1,
        "overmorgen" => 2,
        _ => {
            let words: Vec<&str> = text.split(' ').collect();
            let (count, unit, sign) = match words.as_slice() {
                [count, unit, "geleden"] => (count, unit, -1),
                ["over", count, unit] => (count, unit, 1),
                _ => return None,
            };
            let count: i64 = if *count == "een" {
                1
            } else {
                count.parse().ok().filter(|n| (0..=3650).contains(n))?
            };
            match *unit {
                "dag" | "dagen" => sign * count,
                "week" | "weken" => sign * count * 7,
                _ => return None,
            }
        }
    };
    Some(days)
}

fn shift(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 {
        today.checked_sub_days(by)
    } else {
        today.checked_add_days(by)
    }
}

/// A weekday alone: the last one, if no other can be meant.
fn last(
    day: Option<Weekday>,
    today: NaiveDate,
    not_after_today: bool,
) -> Result<NaiveDate, Refusal> {
    let Some(day) = day else {
        return Err(not_a_date(today));
    };
    let back = i64::from(today.weekday().days_since(day));
    let earlier = shift(today, if back == 0 { -7 } else { -back });
    let other = if back == 0 {
        Some(today)
    } else if not_after_today {
        None
    } else {
        shift(today, 7 - back)
    };
    match (earlier, other) {
        (Some(earlier), None) => Ok(earlier),
        (Some(earlier), Some(other)) => Err(Refusal::new(
            nl().refusal.vague_day(),
            nl().refusal
                .two_days_todo(date_with_weekday(earlier), date_with_weekday(other)),
        )),
        _ => Err(not_a_date(today)),
    }
}

fn day_month_year(words: &[&str], today: NaiveDate) -> Result<NaiveDate, Refusal> {
    let say = &nl().refusal;
    match words {
        [year, month, of] if year.len() == 4 && [year, month, of].iter().all(|w| digits(w)) => {
            day(number(year), number(month), number(of))
        }
        [of, month, year] if digits(of) && digits(year) => {
            let month = month_number(month).ok_or_else(|| not_a_date(today))?;
            if year.len() != 4 {
                return Err(Refusal::new(say.no_year(), say.no_year_todo(plain(today))));
            }
            day(number(year), month, number(of))
        }
        [of, month] if digits(of) && month_number(month).is_some() => {
            Err(Refusal::new(say.no_year(), say.no_year_todo(plain(today))))
        }
        _ => Err(not_a_date(today)),
    }
}

fn day(
    year: Option<u32>,
    month: impl Into<Option<u32>>,
    day: Option<u32>,
) -> Result<NaiveDate, Refusal> {
    let month: Option<u32> = month.into();
    let found = year.zip(month).zip(day).and_then(|((year, month), day)| {
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    });
    found.ok_or_else(|| Refusal::new(nl().refusal.no_such_day(), nl().refusal.no_such_day_todo()))
}

fn digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(word: &str) -> Option<u32> {
    word.parse().ok()
}

fn month_number(word: &str) -> Option<u32> {
    if digits(word) {
        return number(word);
    }
    if word == "mrt" {
        return Some(3);
    }
    let at = MONTHS
        .iter()
        .position(|name| *name == word || (word.len() >= 3 && name.starts_with(word)))?;
    u32::try_from(at + 1).ok()
}

fn weekday_named(word: &str) -> Option<Weekday> {
    let at = WEEKDAYS
        .iter()
        .position(|name| *name == word || *name == format!("{word}dag") || &name[..2] == word)?;
    Weekday::try_from(u8::try_from(at).ok()?).ok()
}

/// Words that point at a stretch of time.
fn vague(words: &[&str]) -> bool {
    words.iter().any(|word| {
        matches!(
            *word,
            "vorige"
                | "vorig"
                | "volgende"
                | "afgelopen"
                | "deze"
                | "laatst"
                | "onlangs"
                | "komende"
                | "week"
                | "weken"
                | "maand"
                | "maanden"
                | "jaar"
                | "zomer"
                | "winter"
                | "weekend"
                | "begin"
                | "eind"
                | "ongeveer"
                | "rond"
        )
    })
}

fn vague_day(today: NaiveDate) -> Refusal {
    Refusal::new(
        nl().refusal.vague_day(),
        nl().refusal.vague_day_todo(plain(today)),
    )
}

fn not_a_date(today: NaiveDate) -> Refusal {
    Refusal::new(
        nl().refusal.not_a_date(),
        nl().refusal.not_a_date_todo(plain(today)),
    )
}

/// 1-3-2026.
fn plain(date: NaiveDate) -> String {
    format!("{}-{}-{}", date.day(), date.month(), date.year())
}

fn day_and_month(date: NaiveDate) -> String {
    crate::answer::show::date(date)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Sunday.
    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
    }

    fn read(text: &str) -> Option<String> {
        date(text, today(), false, Manner::Typed)
            .ok()
            .map(|day| day.to_string())
    }

    #[test]
    fn reads_dates_as_people_write_them() {
        for (typed, meant) in [
            ("2026-03-01", "2026-03-01"),
            ("1-3-2026", "2026-03-01"),
            ("01/03/2026", "2026-03-01"),
            ("1.3.2026", "2026-03-01"),
            ("1 maart 2026", "2026-03-01"),
            ("28 FEB 2026", "2026-02-28"),
            ("3 mrt. 2026", "2026-03-03"),
            ("zondag 1 maart 2026", "2026-03-01"),
            ("vandaag", "2026-03-01"),
            ("Gisteren", "2026-02-28"),
            ("eergisteren", "2026-02-27"),
            ("overmorgen", "2026-03-03"),
            ("3 dagen geleden", "2026-02-26"),
            ("over 2 weken", "2026-03-15"),
            ("29-2-2024", "2024-02-29"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn refuses_what_could_be_more_than_one_day() {
        for typed in [
            "vorige week",
            "vorige maandag",
            "laatst",
            "1 maart",
            "1-3",
            "1-3-26",
            "29-2-2026",
            "32-1-2026",
            "zondag",
            "maandag 1 maart 2026",
            "morgenochtend",
            "",
            "-",
            "1-3-0026",
            "99999999999-1-1",
            "in de zomer",
            "maandag",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_weekday_is_the_last_one_where_only_the_past_can_be_meant() {
        let past = |text| {
            date(text, today(), true, Manner::Typed)
                .ok()
                .map(|day| day.to_string())
        };
        assert_eq!(past("maandag").as_deref(), Some("2026-02-23"));
        assert_eq!(past("za").as_deref(), Some("2026-02-28"));
        assert_eq!(past("zondag"), None, "today, or a week ago");
        assert_eq!(past("morgen"), None);
        let refusal = date("maandag", today(), false, Manner::Typed).unwrap_err();
        assert!(refusal.todo.contains("23 februari 2026") && refusal.todo.contains("2 maart 2026"));
    }

    #[test]
    fn a_file_gives_iso_dates_only() {
        let file = |text| date(text, today(), false, Manner::Written).is_ok();
        assert!(file("2026-03-01"));
        for text in [
            "1-3-2026",
            "vandaag",
            "2026-3-1",
            "2026-02-30",
            "2026-03-01T00:00",
        ] {
            assert!(!file(text), "{text}");
        }
    }
}
