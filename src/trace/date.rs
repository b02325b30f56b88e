//! Dates in a text, and how long ago they are.

use chrono::{Datelike, NaiveDate};

use super::pattern::listed;
use super::token::{Form, Token, tokens};
use super::{Kind, Trace};
use crate::text::nl;

/// How long before or after today a day is, in words: *3 weken geleden*.
pub fn when(date: NaiveDate, today: NaiveDate) -> String {
    let text = &nl().trace;
    let days = (today - date).num_days();
    match (days, days.abs()) {
        (0, _) => text.today(),
        (1, _) => text.yesterday(),
        (-1, _) => text.tomorrow(),
        (2.., 0..14) => text.days_ago(days),
        (2.., 14..63) => text.weeks_ago((days + 3) / 7),
        (2.., 63..730) => text.months_ago((days * 12 + 182) / 365),
        (2.., _) => text.years_ago(days / 365),
        (_, 0..14) => text.in_days(-days),
        (_, 14..63) => text.in_weeks((-days + 3) / 7),
        _ => text.in_months((-days * 12 + 182) / 365),
    }
}

pub(super) fn find(text: &str, today: NaiveDate) -> Vec<Trace> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match numeric(&tokens, at)
            .or_else(|| written(&tokens, at, today))
            .or_else(|| short(&tokens, at, today))
        {
            Some((date, length)) => {
                let place = weekday(&tokens, at).at.start..tokens[at + length - 1].at.end;
                let mut trace = Trace::new(Kind::Date, place);
                if let Some(date) = date {
                    trace.instead = nl().trace.instead_of_date(when(date, today));
                    found.extend(same_month(&tokens, at, date, today));
                }
                found.push(trace);
                at += length;
            }
            None => {
                // A year on its own tells less, but together with a birth or a school it tells enough.
                if year(&tokens[at]).is_some() && after_year_word(&tokens, at) {
                    found.push(Trace::new(Kind::Date, tokens[at].at.clone()));
                }
                at += 1;
            }
        }
    }
    found
}

/// The days before this one that have their month from it: `op 6 en op 10 maart`. Not in `is 7 en op 10 maart`.
fn same_month(tokens: &[Token<'_>], at: usize, date: NaiveDate, today: NaiveDate) -> Vec<Trace> {
    let text = &nl().trace;
    let passed = format!("{} {} {}", text.day_words(), text.weekdays(), text.the());
    let is = |at: usize, words: &str| listed(words, &tokens[at].text.to_lowercase());
    let (mut days, mut from) = (Vec::new(), at);
    if day(&tokens[at]).is_none() {
        return days;
    }
    while let Some(last) = before(tokens, from, |at| {
        is(at, &passed) || is(at, &text.day_joins()) || joins_days(&tokens[at])
    }) {
        let joined =
            (last + 1..from).any(|at| is(at, &text.day_joins()) || joins_days(&tokens[at]));
        let Some(day) = day(&tokens[last]).filter(|_| joined) else {
            break;
        };
        let place = weekday(tokens, last).at.start..tokens[last].at.end;
        let mut trace = Trace::new(Kind::Date, place);
        if let Some(date) = date.with_day(day) {
            trace.instead = text.instead_of_date(when(date, today));
        }
        days.push(trace);
        from = last;
    }
    let told = match &tokens[..from] {
        [.., word, space] if matches!(space.form, Form::Space(_)) => {
            word.form == Form::Sign || listed(&passed, &word.text.to_lowercase())
        }
        [] => true,
        [.., sign] => sign.form == Form::Sign,
    };
    if told { days } else { Vec::new() }
}

fn joins_days(token: &Token<'_>) -> bool {
    [',', '-', '/'].iter().any(|sign| token.is(*sign))
}

/// The last token before this one that is no space and does not match.
fn before(tokens: &[Token<'_>], at: usize, passed: impl Fn(usize) -> bool) -> Option<usize> {
    let spaced = |at: &usize| matches!(tokens[*at].form, Form::Space(_));
    (0..at).rev().find(|at| !spaced(at) && !passed(*at))
}

/// The day of a month that stands here, in figures or in words.
fn day(token: &Token<'_>) -> Option<u32> {
    let figures = token.text.trim_end_matches(char::is_alphabetic);
    if matches!(&token.text[figures.len()..], "" | "e" | "de" | "ste") && !figures.is_empty() {
        return figures.parse().ok().filter(|day| (1..=31).contains(day));
    }
    day_in_words(&token.text.to_lowercase())
}

fn day_in_words(lower: &str) -> Option<u32> {
    let days = nl().trace.days_in_words();
    let mut days = days.split_whitespace().zip(1..);
    days.find_map(|(names, day)| names.split('/').any(|name| name == lower).then_some(day))
}

/// The weekday that goes with the date that stands here, or else its own first word: *donderdag 5 juni*.
fn weekday<'t, 'a>(tokens: &'t [Token<'a>], at: usize) -> &'t Token<'a> {
    let before = match &tokens[..at] {
        [.., word, sign, space]
            if space.form == Form::Space(false) && (sign.is(',') || sign.is('.')) =>
        {
            word
        }
        [.., word, space] if space.form == Form::Space(false) => word,
        _ => return &tokens[at],
    };
    match listed(&nl().trace.weekdays(), &before.text.to_lowercase()) {
        true => before,
        false => &tokens[at],
    }
}

type Found = (Option<NaiveDate>, usize);

/// `2026-03-01`, `1-3-2026`, `01/03/26`: the date, where these are one, and how many tokens.
fn numeric(tokens: &[Token<'_>], at: usize) -> Option<Found> {
    let [first, sign, second, same, third] = tokens.get(at..at + 5)? else {
        return None;
    };
    // "14/6/'89": this century or the last, the year alone does not say.
    if is_apostrophe(third)
        && sign.text == same.text
        && [first, second].iter().all(|one| one.number().is_some())
        && tokens
            .get(at + 5)
            .is_some_and(|year| year.number().is_some())
    {
        return Some((None, 6));
    }
    let joined = ['-', '/', '.']
        .iter()
        .any(|one| sign.is(*one) && same.is(*one));
    let numbers = [first.number()?, second.number()?, third.number()?];
    let lengths = [first.text.len(), second.text.len(), third.text.len()];
    let [year, month, day] = match lengths {
        [4, 1..=2, 1..=2] => numbers,
        [1..=2, 1..=2, 4] => [numbers[2], numbers[1], numbers[0]],
        [1..=2, 1..=2, 2] => [2000 + numbers[2], numbers[1], numbers[0]],
        _ => return None,
    };
    joined.then(|| (NaiveDate::from_ymd_opt(year.cast_signed(), month, day), 5))
}

/// `1 maart 2026`, `1 maart`, `maart 2026`.
fn written(tokens: &[Token<'_>], at: usize, today: NaiveDate) -> Option<Found> {
    let spaced = |at: usize| matches!(tokens.get(at).map(|one| one.form), Some(Form::Space(_)));
    if let Some(month) = month(&tokens[at]) {
        // "Jan 2019" may be somebody; "mei 2019" is not.
        let lower = tokens[at].text.to_lowercase();
        let months = nl().trace.months();
        let mut months = months.split_whitespace();
        let whole_name = months.any(|names| names.split('/').next() == Some(&lower));
        let follows = spaced(at + 1) && tokens.get(at + 2).and_then(year).is_some();
        // "mei '19"
        let short = tokens.get(at + 2..at + 4).is_some_and(|two| {
            is_apostrophe(&two[0]) && two[1].number().is_some() && two[1].text.len() == 2
        });
        if spaced(at + 1) && short && month > 0 {
            return Some((None, 4));
        }
        return (follows && whole_name)
            .then_some((None, 3))
            .filter(|_| month > 0);
    }
    let Some(day) = tokens[at].number().filter(|day| (1..=31).contains(day)) else {
        return in_words(tokens, at, today);
    };
    let month = tokens
        .get(at + 2)
        .filter(|_| spaced(at + 1))
        .and_then(month)?;
    if let Some(year) = tokens.get(at + 4).filter(|_| spaced(at + 3)).and_then(year) {
        return Some((NaiveDate::from_ymd_opt(year, month, day), 5));
    }
    Some((without_year(day, month, today), 3))
}

/// `drie april`, `de derde van maart`: a day in words.
fn in_words(tokens: &[Token<'_>], at: usize, today: NaiveDate) -> Option<Found> {
    let text = &nl().trace;
    let day = day_in_words(&tokens[at].text.to_lowercase())?;
    let between = tokens.get(at + 2).is_some_and(|one| one.text == text.of());
    let long = if between { 5 } else { 3 };
    let month = tokens.get(at + long - 1).and_then(month)?;
    let spaces = tokens[at..at + long].iter().skip(1).step_by(2);
    let spaced = spaces
        .into_iter()
        .all(|one| matches!(one.form, Form::Space(_)));
    // "veertien juni negentienhonderdnegentig"
    let years = text.years_in_words();
    let year = tokens.get(at + long + 1).is_some_and(|one| {
        let lower = one.text.to_lowercase();
        years.split_whitespace().any(|year| lower.starts_with(year))
    });
    if spaced && year {
        return Some((None, long + 2));
    }
    spaced.then(|| (without_year(day, month, today), long))
}

fn is_apostrophe(token: &Token<'_>) -> bool {
    token.is('\'') || token.is('’')
}

/// `12/02`, `op 3-2`, `dinsdag 24.02`: a day and a month, where nothing else can be meant (`op 2-3 avonden`, `24/7`).
fn short(tokens: &[Token<'_>], at: usize, today: NaiveDate) -> Option<Found> {
    const HOURS: u32 = 24;
    let text = &nl().trace;
    let [day, sign, month, ..] = tokens.get(at..)? else {
        return None;
    };
    let dotted = sign.is('.');
    let joined = dotted || sign.is('/') || sign.is('-');
    let numbers = (day.number()?, month.number()?);
    let fits = (1..=31).contains(&numbers.0) && (1..=12).contains(&numbers.1);
    let noughts = month.text.len() == 2 && month.text.starts_with('0');
    let after = |words: &str| {
        matches!(&tokens[..at], [.., word, space] if matches!(space.form, Form::Space(_))
            && listed(words, &word.text.to_lowercase()))
    };
    // "op 2-3 avonden" counts, "11.02 uur" is a time.
    let counts = matches!(tokens.get(at + 3..at + 5), Some([space, word])
        if matches!(space.form, Form::Space(_))
            && listed(&text.count_words(), &word.text.to_lowercase()));
    let joins = tokens
        .get(at + 3)
        .is_some_and(|next| next.is('-') || next.is('/'));
    // "op 6-10 maart": two days.
    let of_month = tokens.get(at + 4).and_then(self::month).is_some();
    let said = after(&text.day_words()) || after(&text.weekdays());
    // With a dot it is a time, unless there is no such hour, or the word before says otherwise.
    let date = if dotted {
        (noughts && numbers.0 >= HOURS)
            || after(&text.weekdays())
            || after(&text.dotted_day_words())
    } else {
        noughts || said
    };
    let date = date && !of_month && !(counts && (dotted || !noughts));
    (joined && fits && date && !joins).then(|| (without_year(numbers.0, numbers.1, today), 3))
}

/// A date without a year: most of what is told has been. Only what comes soon is ahead.
fn without_year(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    const SOON: i64 = 60;
    (-8..=1)
        .rev()
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
        .find(|date| (*date - today).num_days() <= SOON)
}

/// Whether the word before says that this number is a year: `sinds 2019`.
fn after_year_word(tokens: &[Token<'_>], at: usize) -> bool {
    let [.., word, space] = &tokens[..at] else {
        return false;
    };
    matches!(space.form, Form::Space(_))
        && listed(&nl().trace.year_words(), &word.text.to_lowercase())
}

fn year(token: &Token<'_>) -> Option<i32> {
    let number = token.number().filter(|_| token.text.len() == 4)?;
    (1900..2100).contains(&number).then(|| number.cast_signed())
}

/// The month with this name or abbreviation, from one.
fn month(token: &Token<'_>) -> Option<u32> {
    let lower = token.text.to_lowercase();
    let months = nl().trace.months();
    let at = months
        .split_whitespace()
        .position(|names| names.split('/').any(|name| name == lower))?;
    u32::try_from(at + 1).ok()
}
