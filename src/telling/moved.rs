//! How outcomes and orders moved between two sets of answers, in words.

use super::outcome::{brief, title};
use crate::answer::{Answers, Key, row_name, show};
use crate::engine::{Among, Climb, Moved, Moves, Outcome, Shift};
use crate::plain::one_line;
use crate::questionnaire::{Kind, Questionnaire};
use crate::text::nl;

/// So many outcomes that did not move are named; of more only how many there are.
const MOST_NAMED: usize = 4;

/// One answer that is supposed to be another: the question, what it is, and what it would be.
pub fn supposed(
    list: &Questionnaire,
    before: &Answers,
    after: &Answers,
    key: &Key,
) -> (String, String, String) {
    let say = &nl().what_if;
    let Some(at) = list.find(&key.question.0) else {
        return (key.to_string(), String::new(), String::new());
    };
    let asked = list.question(at);
    let said = |answers: &Answers| {
        let given = answers.get(&key.question, key.row.as_ref());
        let given = given.map(|answer| one_line(&show(list, at, &answer.value, answers)));
        let rows = || {
            let rows = answers.rows(&key.question)?;
            let Kind::List { .. } = asked.kind else {
                return None;
            };
            let names = rows
                .ids
                .iter()
                .map(|row| one_line(&row_name(list, at, row, answers)));
            let names = names.collect::<Vec<_>>().join(", ");
            Some(match (rows.ids.is_empty(), rows.complete) {
                (true, true) => nl().value.none(),
                (_, true) => names,
                (true, false) => say.more_rows(),
                (false, false) => say.and_more_rows(names),
            })
        };
        given.or_else(rows).unwrap_or_else(|| say.not_asked())
    };
    let row = key.row.as_ref().zip(asked.parent).map(|(row, rows)| {
        let there = if after
            .rows(&list.question(rows).id)
            .is_some_and(|all| all.ids.contains(row))
        {
            after
        } else {
            before
        };
        one_line(&row_name(list, rows, row, there))
    });
    let question = match row {
        Some(row) => say.in_row(&asked.text.nl, row),
        None => asked.text.nl.clone(),
    };
    (question, said(before), said(after))
}

/// Whether an answer is other only because its row came or went: the list says so already.
pub fn went_with_its_row(
    list: &Questionnaire,
    before: &Answers,
    after: &Answers,
    key: &Key,
) -> bool {
    let at = list.find(&key.question.0);
    let rows = at.and_then(|at| list.question(at).parent);
    let (Some(rows), Some(row)) = (rows, &key.row) else {
        return false;
    };
    let id = &list.question(rows).id;
    let there = |answers: &Answers| answers.rows(id).is_some_and(|all| all.ids.contains(row));
    there(before) && !there(after)
}

/// One derived value that moved, in a line.
pub fn shift(list: &Questionnaire, shift: &Shift) -> String {
    let say = &nl().what_if;
    let derived = list.derived(shift.derived);
    let words = |of: &Option<Outcome>| {
        of.as_ref()
            .map_or_else(|| say.no_outcome(), |one| brief(derived, one))
    };
    let (before, after) = (words(&shift.before), words(&shift.after));
    // A title that is a question needs no second mark.
    let title = match title(derived) {
        title if title.ends_with('?') => title,
        title => say.named(title),
    };
    if before != after {
        say.shift(title, before, after)
    } else if shift.moved.contains(&Moved::Reasons) {
        say.other_reason(title, after)
    } else {
        say.same_words(title, after)
    }
}

/// Why a derived value is so, where it is fixed by a rule with a reason.
pub fn why(of: Option<&Outcome>) -> Option<String> {
    // The reasons after the first are of other outcomes, on which this one rests.
    let rule = of?.reasons.first()?.rule.as_ref()?;
    Some(rule.nl.clone())
}

/// A row of a ranking that moved, in a line.
pub fn climb(list: &Questionnaire, before: &Answers, after: &Answers, climb: &Climb) -> String {
    let say = &nl().what_if;
    let there = if climb.after.is_some() { after } else { before };
    let row = one_line(&row_name(list, climb.list, &climb.row, there));
    let among = |of: Option<Among>| match of {
        None => say.not_there(),
        Some(Among::Certain) => say.among_certain(climb.places),
        Some(Among::Possible) => say.among_possible(climb.places),
        Some(Among::Not) => say.among_not(climb.places),
    };
    say.shift(
        say.named(format!("\"{row}\"")),
        among(climb.before),
        among(climb.after),
    )
}

/// Everything that moved and is felt, each in a line.
pub fn moved(
    list: &Questionnaire,
    before: &Answers,
    after: &Answers,
    moves: &Moves,
) -> Vec<String> {
    let felt = moves.shifts.iter().filter(|shift| shift.is_felt());
    let climbs = moves.climbs.iter();
    felt.map(|one| shift(list, one))
        .chain(climbs.map(|one| climb(list, before, after, one)))
        .collect()
}

/// What stayed as it was, in one line; `None` where everything moved.
pub fn stayed(list: &Questionnaire, moves: &Moves) -> Option<String> {
    let say = &nl().what_if;
    let quiet = moves.shifts.iter().filter(|shift| !shift.is_felt());
    let mut same: Vec<_> = quiet
        .map(|shift| shift.derived)
        .chain(moves.same.iter().copied())
        .collect();
    same.sort();
    let all = same.len() == list.derived.len();
    match same.len() {
        0 => None,
        _ if all && moves.climbs.is_empty() => Some(say.nothing_moves()),
        count if count > MOST_NAMED => Some(say.stays_many(count)),
        _ => {
            let titles = same.iter().map(|at| title(list.derived(*at)));
            let titles = titles
                .map(|title| format!("\"{title}\""))
                .collect::<Vec<_>>();
            Some(say.stays(titles.join(", ")))
        }
    }
}
