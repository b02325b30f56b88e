//! How to answer, in a line or two: the choices with their numbers, and the words that will do.

use super::label;
use crate::interview::screen::{Ask, Prompt};
use crate::text::nl;

/// Whether somebody can be added to the people here.
pub(super) const fn can_add(ask: &Ask) -> bool {
    matches!(
        ask,
        Ask::Many { can_add: true, .. } | Ask::Row { can_add: true, .. }
    )
}

/// The choices, one a line.
pub(super) fn choices(ask: &Ask) -> Vec<String> {
    let say = &nl().interview;
    let mut shown: Vec<String> = match ask {
        Ask::Number { labels, .. } => labels
            .iter()
            .map(|line| say.choice(&line.id, &line.text))
            .collect(),
        Ask::More { rows, .. } => rows
            .iter()
            .enumerate()
            .map(|(at, row)| say.choice(at + 1, row))
            .collect(),
        // What stands beside a row is a line of its own: read aloud, the two would run together.
        Ask::Order { lines, .. } => (0..lines.len())
            .flat_map(|at| {
                let line = &lines[at];
                let choice = say.choice(label(lines, at), &line.text);
                std::iter::once(choice).chain(line.help.clone())
            })
            .collect(),
        other => {
            let lines = other.lines();
            (0..lines.len())
                .map(|at| say.choice(label(lines, at), &lines[at].text))
                .collect()
        }
    };
    if can_add(ask) {
        shown.push(say.choice("+", say.somebody_else()));
    }
    shown
}

/// Which words will do.
pub(super) fn how(prompt: &Prompt) -> String {
    let say = &nl().interview;
    let how = match &prompt.ask {
        Ask::YesNo { .. } => say.how_yes_no(),
        Ask::One(_) => say.how_one(),
        Ask::Row {
            may_be_none: true, ..
        } => say.how_one_or_none(),
        Ask::Row { .. } => say.how_one(),
        Ask::Many {
            may_be_none: true, ..
        } => say.how_many_or_none(),
        Ask::Many { .. } => say.how_many(),
        Ask::Order { .. } => say.how_order(),
        Ask::Number { range, .. } => say.how_number(range),
        Ask::Date => say.how_date(),
        Ask::Text { multiline: true } => say.how_long_text(),
        Ask::Text { multiline: false } => say.how_text(),
        Ask::Notice => say.how_notice(),
        Ask::More { row_name, rows } if rows.is_empty() => say.how_first_row(row_name),
        Ask::More { row_name, .. } => say.how_more(row_name),
        Ask::Confirm { yes, no } => say.how_confirm(yes, no),
        Ask::Menu(_) => say.how_menu(),
    };
    let special: Vec<&str> = prompt
        .special
        .iter()
        .map(|line| line.text.as_str())
        .collect();
    match special.as_slice() {
        [] => how,
        [only] => say.or_else(how, only),
        [rest @ .., last] => say.or_else(how, say.or(rest.join(", "), last.trim_end_matches('.'))),
    }
}
