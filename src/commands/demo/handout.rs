//! Sheets to hand out: for who takes part, for a pair, for who watches, and for the trainer with the notes and the key.

use std::path::Path;

use clap::ValueEnum;

use super::find::Found;
use super::live::{conclusions, in_row, order, said};
use super::makers;
use super::participant;
use super::words::question;
use crate::answer::date_with_weekday;
use crate::commands::form::DocumentForm;
use crate::commands::output;
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
    let to_screen = output::is_out(file);
    let drawn = form.drawn(world, &sheet(found, reader), to_screen)?;
    output::put(world, file, &drawn, replace)?;
    if !to_screen {
        world.say(&nl().paper_command.written(file.display()))?;
    }
    Ok(Done::Well)
}

/// The sheet.
fn sheet(found: &Found, reader: Reader) -> Document {
    let (case, text) = (&found.case, &nl().present);
    let blocks = match reader {
        Reader::Participant => participant::sheet(found),
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

pub(super) fn head(found: &Found) -> Vec<Block> {
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
    // A short case fits one page with one line to write on, and has an empty second page with two.
    let lines = if case.rounds.len() > participant::MANY_ROUNDS {
        2
    } else {
        1
    };
    blocks.push(Block::Room(text.pair_differ(), lines));
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
    blocks.extend(head(found));
    for (at, round) in case.rounds.iter().enumerate() {
        let title = text.round(at + 1, case.rounds.len(), &round.title);
        blocks.push(Block::Heading(1, title));
        blocks.push(paragraph(&text.from(&round.from)));
        blocks.push(paragraph(&flowing(&round.text)));
        blocks.push(Block::Notice(Tone::Note, flowing(&round.notes).into()));
        let keys = in_row(found, Role::ExerciseRounds, &round.id);
        blocks.push(makers::facts(found, at));
        blocks.push(Block::Paragraph(makers::in_short(found, &keys)));
    }
    blocks.push(Block::Heading(1, text.weigh()));
    let first = case.situations.first().map(|one| &one.id);
    let asked = participant::of_row(found, Role::ExerciseSituations, first);
    blocks.push(participant::lettered(found, &asked));
    let rows = case.situations.iter().map(|one| {
        let keys = in_row(found, Role::ExerciseSituations, &one.id);
        let mut cells = vec![Line::plain(format!("{}. {}", one.id, one.text))];
        cells.extend(keys.iter().map(|key| {
            let said = said(found, &case.key.answers, key).unwrap_or_default();
            // What a number means stands above.
            Line::plain(said.split(" (").next().unwrap_or_default())
        }));
        cells.push(Line::plain(makers::reason(found, &keys)));
        cells
    });
    let mut columns = vec![text.column_situation()];
    columns.extend(participant::letters(&asked));
    columns.push(text.column_why());
    blocks.push(table(columns, rows.collect()));
    if let Some(key) = order(found) {
        // The situations stand in full above.
        let told = makers::order(found, &key);
        let why = makers::reason(found, &[key]);
        blocks.push(Block::Paragraph(told.and(format!(". {why}"))));
    }
    let (others, patterns) = conclusions(found);
    let keys = [others, patterns].concat();
    blocks.push(Block::Heading(1, text.what_now()));
    blocks.push(Block::Paragraph(makers::in_short(found, &keys)));
    blocks.push(Block::Heading(1, text.missing()));
    blocks.push(missing(found));
    blocks
}

/// What nobody knows in this case.
pub(super) fn missing(found: &Found) -> Block {
    let missing = found.case.missing.iter();
    Block::Bullets(missing.map(|one| Line::plain(one.as_str())).collect())
}

pub(super) fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

pub(super) fn table(head: Vec<String>, rows: Vec<Vec<Line>>) -> Block {
    Block::Table(Table { head, rows })
}

/// Lines that were broken for a screen, as paragraphs.
pub(super) fn flowing(text: &str) -> String {
    let paragraphs = text.trim().split("\n\n");
    let joined = paragraphs.map(|one| one.split_whitespace().collect::<Vec<_>>().join(" "));
    joined.collect::<Vec<_>>().join("\n")
}
