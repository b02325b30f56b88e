//! The sheet of who takes part: one piece of paper. On its front the rounds, on its back what is weighed at the end. What can
//! be chosen stands once above, and is circled below: so there is room for the reasons.

use super::find::Found;
use super::handout::{head, paragraph, table};
use super::live::{conclusions, in_row};
use super::words::question;
use crate::answer::{Key, RowId};
use crate::document::{Block, Line};
use crate::questionnaire::{Kind, Role};
use crate::text::nl;

/// With more rounds than this a sentence gets one line to write on.
pub(super) const MANY_ROUNDS: usize = 3;
/// With more letters than this in the situations, a reason gets one line to write on.
const MANY_LETTERS: usize = 700;
/// Lines to write on after each round, and after anything else.
const LINES: usize = 2;
/// Between what can be circled in a cell: no line is broken there, also not by a browser.
const APART: &str = "··";

/// Room to answer; the situations stand on the other side, for after the last round.
pub(super) fn sheet(found: &Found) -> Vec<Block> {
    let mut blocks = head(found);
    blocks.extend(front(found));
    blocks.push(Block::PageBreak);
    blocks.extend(back(found));
    blocks
}

fn front(found: &Found) -> Vec<Block> {
    let (case, text) = (&found.case, &nl().present);
    let mut blocks = vec![
        paragraph(&text.own_name()),
        paragraph(&text.participant_how()),
    ];
    let first = case.rounds.first().map(|round| &round.id);
    let asked = of_row(found, Role::ExerciseRounds, first);
    blocks.push(lettered(found, &asked));
    for (at, round) in case.rounds.iter().enumerate() {
        // Its title would say what is still to come.
        let mut label = text.round_on_paper(at + 1);
        let asked = in_row(found, Role::ExerciseRounds, &round.id);
        for (key, letter) in asked.iter().zip('a'..) {
            label.push_str(&format!(" · {letter}. {}", circles(found, key)));
        }
        blocks.push(Block::Room(text.with_reason(label), LINES));
    }
    blocks.push(Block::Heading(1, text.vague()));
    let room = fewer(case.rounds.len() > MANY_ROUNDS);
    for sentence in &case.sentences {
        blocks.push(Block::Room(text.quoted(&sentence.text), room));
    }
    blocks
}

/// A letter for each question, for the head of a narrow column.
pub(super) fn letters(asked: &[Key]) -> impl Iterator<Item = String> {
    let letters = asked.iter().zip('a'..);
    letters.map(|(_, letter)| letter.to_string())
}

fn back(found: &Found) -> Vec<Block> {
    let (case, text) = (&found.case, &nl().present);
    let mut blocks = vec![
        Block::Heading(1, text.weigh()),
        paragraph(&text.weigh_how()),
    ];
    let first = case.situations.first().map(|one| &one.id);
    let asked = of_row(found, Role::ExerciseSituations, first);
    blocks.push(lettered(found, &asked));
    let mut columns = vec![text.column_situation()];
    columns.extend(letters(&asked));
    let situations = case.situations.iter().map(|one| {
        let mut cells = vec![Line::plain(format!("{}. {}", one.id, one.text))];
        let asked = in_row(found, Role::ExerciseSituations, &one.id);
        cells.extend(
            asked
                .iter()
                .map(|key| Line::plain(apart_by(found, key, APART))),
        );
        cells
    });
    blocks.push(table(columns, situations.collect()));
    blocks.push(Block::Room(text.first_three(), 1));
    let (others, patterns) = conclusions(found);
    let told = |asked: String, key: &Key| Line::plain(format!("{asked} {}", choices(found, key)));
    blocks.push(Block::Heading(1, text.what_now()));
    let mut asked: Vec<Line> = others
        .iter()
        .map(|key| told(question(found, key), key))
        .collect();
    asked.extend(patterns.first().map(|key| told(text.patterns(), key)));
    blocks.push(lines(asked.into_iter()));
    if !patterns.is_empty() {
        let rows = patterns.iter().map(|key| {
            let circles = Line::plain(circles(found, key));
            (question(found, key), circles)
        });
        blocks.push(Block::Facts(rows.collect()));
    }
    let letters: usize = case.situations.iter().map(|one| one.text.len()).sum();
    let room = fewer(letters > MANY_LETTERS);
    blocks.push(Block::Room(text.change_mind(), room));
    blocks
}

/// The questions, each with its letter and what can be chosen.
pub(super) fn lettered(found: &Found, asked: &[Key]) -> Block {
    lines(asked.iter().zip('a'..).map(|(key, letter)| {
        let words = format!(" {} {}", question(found, key), choices(found, key));
        Line::strong(format!("{letter}.")).and(words)
    }))
}

/// One paragraph, each of these on a line of its own.
pub(super) fn lines(all: impl Iterator<Item = Line>) -> Block {
    let mut whole = Line::default();
    for (at, line) in all.enumerate() {
        if at > 0 {
            whole = whole.and("\n");
        }
        whole.0.extend(line.0);
    }
    Block::Paragraph(whole)
}

const fn fewer(many: bool) -> usize {
    if many { 1 } else { LINES }
}

/// The questions of a list with rows, as its first row asks them.
pub(super) fn of_row(found: &Found, list: Role, row: Option<&RowId>) -> Vec<Key> {
    row.map(|row| in_row(found, list, row)).unwrap_or_default()
}

/// What can be circled: each with its name, and what that means where the name alone does not say it.
fn named(found: &Found, key: &Key) -> Vec<(String, Option<String>)> {
    let list = &found.forms.exercise;
    let Some(at) = list.find(&key.question.0) else {
        return Vec::new();
    };
    match &list.question(at).kind {
        Kind::YesNo { .. } => {
            let words = nl().present.yes_no();
            words.lines().map(|word| (word.to_owned(), None)).collect()
        }
        Kind::Choice { options } | Kind::Judgement { options, .. } => {
            let numbered = options.iter().enumerate();
            let named =
                numbered.map(|(at, option)| ((at + 1).to_string(), Some(option.text.nl.clone())));
            named.collect()
        }
        Kind::Scale { from, to, labels } => {
            let label = |at: &i64| labels.get(at).map(|label| label.nl.clone());
            (*from..=*to)
                .map(|at| (at.to_string(), label(&at)))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// What can be chosen, with what it means.
fn choices(found: &Found, key: &Key) -> String {
    let all = named(found, key);
    let told = all.iter().any(|(_, means)| means.is_some());
    if !told {
        return circles(found, key);
    }
    let each = all.into_iter().map(|(name, means)| match means {
        Some(means) => format!("{name}: {means}"),
        None => name,
    });
    each.collect::<Vec<_>>().join(" · ")
}

/// What can be chosen, to circle, in running text.
fn circles(found: &Found, key: &Key) -> String {
    apart_by(found, key, " / ")
}

/// What can be chosen, to circle; not known is always an answer.
fn apart_by(found: &Found, key: &Key, apart: &str) -> String {
    let mut all: Vec<String> = named(found, key).into_iter().map(|one| one.0).collect();
    let list = &found.forms.exercise;
    let asked = list.find(&key.question.0).map(|at| list.question(at));
    // Where an option says so itself there is no second one.
    if asked.is_none_or(|asked| asked.in_doubt().is_none()) {
        all.push(nl().present.not_known());
    }
    all.join(apart)
}
