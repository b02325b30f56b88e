//! Sheets to hand out: for who takes part, for a pair, for who watches, and for the trainer with the notes and the key.

use std::path::Path;

use clap::ValueEnum;

use super::find::Found;
use super::live::{conclusions, in_row, order, said};
use super::screen::{options, question};
use crate::answer::{Key, RowId, date_with_weekday};
use crate::commands::form::DocumentForm;
use crate::commands::plan;
use crate::document::{Block, Document, Line, Table, Tone};
use crate::error::{Done, Result};
use crate::questionnaire::Role;
use crate::text::nl;
use crate::world::World;

/// Whom a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Reader {
    /// Who takes part alone: room to answer.
    #[value(name = "deelnemer", alias = "participant")]
    Participant,
    /// Two people: one reads the rounds aloud.
    #[value(name = "tweetal", alias = "pair")]
    Pair,
    /// Who watches how the others decide.
    #[value(name = "waarnemer", alias = "observer")]
    Observer,
    /// The trainer: notes and key.
    #[value(name = "trainer")]
    Trainer,
}

/// Writes a sheet.
pub(super) fn write(
    world: &mut World,
    found: &Found,
    reader: Reader,
    form: Option<DocumentForm>,
    (file, replace): (&Path, bool),
) -> Result {
    let form = form
        .or_else(|| DocumentForm::of(file))
        .unwrap_or(DocumentForm::Text);
    let to_screen = plan::is_out(file);
    let drawn = form.drawn(world, &sheet(found, reader), to_screen)?;
    plan::put(world, file, &drawn, replace)?;
    if !to_screen {
        world.say(&nl().paper_command.written(file.display()))?;
    }
    Ok(Done::Well)
}

/// The sheet.
fn sheet(found: &Found, reader: Reader) -> Document {
    let (case, text) = (&found.case, &nl().present);
    let blocks = match reader {
        Reader::Participant => participant(found),
        Reader::Pair => pair(found),
        Reader::Observer => observer(),
        Reader::Trainer => trainer(found),
    };
    let title = match reader {
        Reader::Participant => text.for_participant(&case.title),
        Reader::Pair => text.for_pair(&case.title),
        Reader::Observer => text.for_observer(&case.title),
        Reader::Trainer => text.for_trainer(&case.title),
    };
    Document {
        title,
        mark: Some(text.invented_mark()),
        blocks,
    }
}

fn head(found: &Found) -> Vec<Block> {
    let (case, text) = (&found.case, &nl().present);
    let people = case.people.iter().map(|one| match &one.age {
        Some(age) => text.person(&one.name, age),
        None => one.name.clone(),
    });
    vec![
        paragraph(&case.role),
        paragraph(&text.told_on(date_with_weekday(case.day))),
        paragraph(&text.with(people.collect::<Vec<_>>().join(", "))),
    ]
}

/// Room to answer; the situations stand on the other side, for after the last round.
fn participant(found: &Found) -> Vec<Block> {
    let (case, text) = (&found.case, &nl().present);
    let mut blocks = head(found);
    blocks.push(paragraph(&text.participant_how()));
    let lines = if case.rounds.len() > MANY_ROUNDS {
        1
    } else {
        2
    };
    for (at, round) in case.rounds.iter().enumerate() {
        // Its title would say what is still to come.
        blocks.push(Block::Heading(2, text.round_on_paper(at + 1)));
        for key in in_row(found, Role::ExerciseRounds, &round.id) {
            let line = format!("{} {}", question(found, &key), boxes(found, &key));
            blocks.push(paragraph(&line));
        }
        blocks.push(Block::Room(text.why_and_unknown(), lines));
    }
    blocks.push(Block::Heading(1, text.vague()));
    for sentence in &case.sentences {
        blocks.push(Block::Room(text.quoted(&sentence.text), lines));
    }
    blocks.push(Block::PageBreak);
    blocks.push(Block::Heading(1, text.weigh()));
    blocks.push(paragraph(&text.weigh_how()));
    let situations = case.situations.iter().map(|one| {
        let mut cells = vec![Line::plain(format!("{}. {}", one.id, one.text))];
        let asked = in_row(found, Role::ExerciseSituations, &one.id);
        cells.extend(asked.iter().map(|_| Line::plain(BLANK)));
        cells
    });
    let mut columns = vec![text.column_situation()];
    columns.extend(first_questions(
        found,
        Role::ExerciseSituations,
        case.situations.first().map(|one| &one.id),
    ));
    blocks.push(table(columns, situations.collect()));
    blocks.push(Block::Room(text.first_three(), 2));
    let (others, patterns) = conclusions(found);
    blocks.push(Block::Heading(1, text.what_now()));
    for key in others.iter().chain(&patterns) {
        let line = format!("{} {}", question(found, key), boxes(found, key));
        blocks.push(paragraph(&line));
    }
    blocks.push(Block::Room(text.change_mind(), 2));
    blocks
}

/// Somebody reads each round aloud, the other answers; then they change.
fn pair(found: &Found) -> Vec<Block> {
    let (case, text) = (&found.case, &nl().present);
    let mut blocks = head(found);
    blocks.push(paragraph(&text.pair_how()));
    for (at, round) in case.rounds.iter().enumerate() {
        let title = text.round(at + 1, case.rounds.len(), &round.title);
        blocks.push(Block::Heading(1, title));
        blocks.push(paragraph(&text.from(&round.from)));
        blocks.push(paragraph(&flowing(&round.text)));
        let asked = in_row(found, Role::ExerciseRounds, &round.id);
        let asked: Vec<String> = asked.iter().map(|key| question(found, key)).collect();
        blocks.push(paragraph(&text.pair_ask(asked.join(" "))));
    }
    blocks.push(Block::Room(text.pair_differ(), 2));
    blocks
}

/// What to look at while others decide.
fn observer() -> Vec<Block> {
    let text = &nl().present;
    let mut blocks = vec![
        Block::Heading(1, text.observer_heading()),
        paragraph(&text.observer_how()),
    ];
    let said = text.observer_points();
    for point in said.lines().filter(|line| !line.trim().is_empty()) {
        blocks.push(Block::Room(point.to_owned(), 3));
    }
    blocks.push(Block::Notice(Tone::Note, text.observer_after().into()));
    blocks
}

/// What is told, notes and key, round by round.
fn trainer(found: &Found) -> Vec<Block> {
    let (case, text) = (&found.case, &nl().present);
    let mut blocks = vec![
        Block::Notice(Tone::Warning, text.one_answer().into()),
        paragraph(&case.about),
    ];
    let makers = |keys: &[Key]| {
        let said = keys.iter().filter_map(|key| {
            let answer = said(found, &case.key.answers, key)?;
            Some(format!("{} {answer}", question(found, key)))
        });
        said.collect::<Vec<_>>().join(" · ")
    };
    let reason = |keys: &[Key]| {
        let mut found_reasons = keys
            .iter()
            .filter_map(|key| case.key.reason(&found.forms, key));
        found_reasons.next().unwrap_or_default().trim().to_owned()
    };
    for (at, round) in case.rounds.iter().enumerate() {
        let title = text.round(at + 1, case.rounds.len(), &round.title);
        blocks.push(Block::Heading(1, title));
        blocks.push(paragraph(&text.from(&round.from)));
        blocks.push(paragraph(&flowing(&round.text)));
        blocks.push(Block::Notice(Tone::Note, flowing(&round.notes).into()));
        let keys = in_row(found, Role::ExerciseRounds, &round.id);
        blocks.push(Block::Paragraph(
            Line::strong(makers(&keys)).and(format!(" {}", reason(&keys))),
        ));
    }
    blocks.push(Block::Heading(1, text.weigh()));
    let rows = case.situations.iter().map(|one| {
        let keys = in_row(found, Role::ExerciseSituations, &one.id);
        vec![
            Line::plain(format!("{}. {}", one.id, one.text)),
            Line::plain(makers(&keys)),
            Line::plain(reason(&keys)),
        ]
    });
    let columns = vec![
        text.column_situation(),
        text.column_makers(),
        text.column_why(),
    ];
    blocks.push(table(columns, rows.collect()));
    if let Some(key) = order(found) {
        let keys = [key];
        blocks.push(Block::Paragraph(
            Line::strong(makers(&keys)).and(format!(" {}", reason(&keys))),
        ));
    }
    let (others, patterns) = conclusions(found);
    let keys = [others, patterns].concat();
    blocks.push(Block::Heading(1, text.what_now()));
    blocks.push(Block::Paragraph(
        Line::strong(makers(&keys)).and(format!(" {}", reason(&keys))),
    ));
    blocks.push(Block::Heading(1, text.missing()));
    let missing = case.missing.iter().map(|one| Line::plain(one.as_str()));
    blocks.push(Block::Bullets(missing.collect()));
    blocks
}

/// With more rounds than this there is less room for each.
const MANY_ROUNDS: usize = 3;
/// An empty cell that keeps its height.
const BLANK: &str = "\u{a0}";

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

fn table(head: Vec<String>, rows: Vec<Vec<Line>>) -> Block {
    Block::Table(Table { head, rows })
}

/// Lines that were broken for a screen, as paragraphs.
pub(super) fn flowing(text: &str) -> String {
    let paragraphs = text.trim().split("\n\n");
    let joined = paragraphs.map(|one| one.split_whitespace().collect::<Vec<_>>().join(" "));
    joined.collect::<Vec<_>>().join("\n")
}

fn first_questions(found: &Found, list: Role, row: Option<&RowId>) -> Vec<String> {
    let keys = row.map(|row| in_row(found, list, row)).unwrap_or_default();
    keys.iter().map(|key| question(found, key)).collect()
}

/// What can be chosen, to tick.
fn boxes(found: &Found, key: &Key) -> String {
    let list = &found.forms.exercise;
    let Some(at) = list.find(&key.question.0) else {
        return String::new();
    };
    let kind = &list.question(at).kind;
    let chosen = list.question(at).options();
    let names: Vec<String> = if chosen.is_empty() {
        nl().present
            .yes_no_boxes()
            .lines()
            .map(str::to_owned)
            .collect()
    } else {
        let mut names: Vec<String> = chosen.iter().map(|one| one.text.nl.clone()).collect();
        names.extend(options(kind).is_empty().then(String::new));
        names
    };
    let boxed: Vec<String> = names.iter().map(|name| format!("[  ] {name}")).collect();
    boxed.join("   ")
}
