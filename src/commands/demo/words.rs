//! What the screens of a training case call a question, a row, and what can be typed.

use super::find::Found;
use crate::answer::{Key, RowId, shorten};
use crate::questionnaire::{Kind, OptionRole, Role};
use crate::text::nl;

/// So much of a question or a situation is said again on the screen of the key.
pub(super) const MOST: usize = 60;

/// What can be typed, in words.
pub(super) fn options(kind: &Kind) -> Vec<String> {
    let text = &nl().present;
    match kind {
        Kind::YesNo { .. } => vec![text.yes_or_no()],
        Kind::Choice { options } | Kind::Judgement { options, .. } => {
            let numbered = options.iter().enumerate();
            let mut all: Vec<String> = numbered
                .map(|(at, option)| format!("{}. {}", at + 1, option.text.nl))
                .collect();
            // Where an option says so itself there is no second one.
            let says_so = options
                .iter()
                .any(|one| one.role == Some(OptionRole::InDoubt));
            all.extend((!says_so).then(|| text.or_unknown()));
            all
        }
        Kind::Scale { from, to, labels } => {
            let mut all: Vec<String> = (*from..=*to)
                .map(|at| match labels.get(&at) {
                    Some(label) => format!("{at}: {}", label.nl),
                    None => at.to_string(),
                })
                .collect();
            all.push(text.or_unknown());
            all
        }
        Kind::Ranking { .. } => vec![text.how_to_rank()],
        _ => Vec::new(),
    }
}

/// Where a fact can belong, in a row, as it can be typed.
pub(super) fn categories(found: &Found) -> String {
    let list = &found.forms.exercise;
    let of = list.by_role(Role::ExerciseFacts);
    let asked = of.and_then(|of| found.forms.rated(of).next());
    let options = asked
        .map(|at| list.question(at).options())
        .unwrap_or_default();
    let numbered = options.iter().enumerate();
    let names = numbered.map(|(at, one)| format!("{}. {}", at + 1, one.text.nl));
    names.collect::<Vec<_>>().join(" / ")
}

/// The words of a question.
pub(super) fn question(found: &Found, key: &Key) -> String {
    let list = &found.forms.exercise;
    let asked = list.find(&key.question.0);
    asked.map_or_else(String::new, |at| list.question(at).text.nl.clone())
}

/// The same before an answer: with a colon where it is no question.
pub(super) fn question_before(found: &Found, key: &Key) -> String {
    let mut asked = question(found, key);
    if !asked.ends_with('?') {
        asked.push(':');
    }
    asked
}

/// What a row is called: the title of a round, or a situation.
pub(super) fn named(found: &Found, row: &RowId) -> String {
    let case = &found.case;
    let round = case.rounds.iter().find(|one| one.id == *row);
    let situation = case.situations.iter().find(|one| one.id == *row);
    match (round, situation) {
        (Some(round), _) => round.title.clone(),
        (None, Some(situation)) => shorten(&situation.text, MOST),
        (None, None) => row.to_string(),
    }
}
