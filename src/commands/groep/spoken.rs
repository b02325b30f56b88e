//! What a spread says in plain sentences.

use crate::group::{ENOUGH, Reasons, Spread};
use crate::plain::one_line;
use crate::text::nl;

/// A number in words up to twelve.
pub(super) fn many(count: usize) -> String {
    let words = nl().group.counts();
    let found = words.split_whitespace().nth(count).map(str::to_owned);
    found.unwrap_or_else(|| count.to_string())
}

/// The same at the beginning of a sentence.
pub(super) fn many_first(count: usize) -> String {
    let word = many(count);
    let mut letters = word.chars();
    match letters.next() {
        Some('é') if word == "één" => "Eén".to_owned(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => word,
    }
}

/// Acht van de tien kozen "nee"; twee "ja".
pub(super) fn sentence(spread: &Spread) -> String {
    let say = &nl().group;
    let options = &spread.matter.scale.short;
    let all = spread.answered();
    let ordered = spread.ordered();
    let rest = |from: usize| {
        let parts = ordered.iter().skip(from);
        let parts = parts.map(|(at, count)| say.some(many(*count), &options[*at]));
        parts.collect::<Vec<_>>().join(", ")
    };
    let mut told = match ordered.first() {
        None => return say.nobody(),
        Some((at, _)) if all == 1 => say.one_only(&options[*at]),
        Some((at, _)) if all == 2 && spread.is_one() && spread.silent > 0 => {
            say.both_same_of(&options[*at])
        }
        Some((at, _)) if all == 2 && spread.is_one() => say.both_same(&options[*at]),
        Some((at, count)) if *count == all => say.all_same(many(all), &options[*at]),
        Some((at, count)) if spread.majority() == Some(*at) => {
            say.majority(many_first(*count), many(all), &options[*at], rest(1))
        }
        Some(_) => say.scattered(rest(0)),
    };
    match spread.silent {
        0 => {}
        1 if spread.hands() => told = format!("{told} {}", say.silent_one_hands()),
        count if spread.hands() => {
            told = format!("{told} {}", say.silent_hands(many_first(count)));
        }
        1 => told = format!("{told} {}", say.silent_one()),
        count => told = format!("{told} {}", say.silent(many_first(count))),
    }
    told
}

/// How many put this first.
pub(super) fn first_place(count: usize, all: usize, what: &str) -> String {
    let say = &nl().group;
    match (count, all) {
        (1, 1) => say.first_only(what),
        (2, 2) => say.first_both(what),
        (count, all) if count == all => say.first_all(what),
        (1, all) => say.first_one(many_first(1), many(all), what),
        (count, all) => say.first(many_first(count), many(all), what),
    }
}

/// How many chose what the makers chose: fewer than all.
pub(super) fn beside_makers(same: usize, all: usize, option: &str) -> String {
    let say = &nl().group;
    match (same, all) {
        (0, 1) => say.against_only(option),
        (0, _) => say.against_nobody(option),
        (1, all) => say.against_line(many_first(1), many(all), option),
        (same, all) => say.against_lines(many_first(same), many(all), option),
    }
}

/// The middle answer in words.
pub(super) fn middle(spread: &Spread) -> Option<String> {
    let options = &spread.matter.scale.options;
    let (low, high) = spread.median()?;
    Some(if low == high {
        options[low].clone()
    } else {
        nl().group.middle_between(&options[low], &options[high])
    })
}

/// Whether there are too few for a number about the group.
pub(super) const fn is_few(raters: usize) -> bool {
    raters < ENOUGH
}

/// A dot for each voice, then how many; more than twenty as a number alone.
pub(super) fn dots(count: usize) -> String {
    if count > 20 {
        return count.to_string();
    }
    let dots = "●".repeat(count);
    format!("{dots} {count}").trim_start().to_owned()
}

/// What somebody said with an answer, in one line: what is about more than this answer says so. Nothing where nothing was said.
pub(super) fn why(reasons: &Reasons) -> Option<String> {
    let of_all = reasons.of_all.iter();
    let of_all = of_all.map(|one| nl().group.about_all(one));
    let of_row = reasons.of_row.iter();
    let of_row = of_row.map(|one| nl().group.about_row(&one.row, &one.said));
    let own = reasons.own.iter().cloned();
    let said: Vec<String> = own.chain(of_row).chain(of_all).collect();
    (!said.is_empty()).then(|| one_line(&said.join(" ")))
}
