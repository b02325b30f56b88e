//! Looking at a paper line by line before it leaves: on the screen, or in a file that is written and read back.

use std::path::Path;

use serde::Serialize;

use crate::answer::RowId;
use crate::case::CaseId;
use crate::commands::lists;
use crate::error::{Error, Result};
use crate::paper::{Choice, Line, Review, Sheet};
use crate::problem::draw;
use crate::text::{indent, nl};
use crate::world::{Guard, World};
use crate::yaml::{Node, read_tree, write};

/// What a file of choices is about.
pub(in crate::commands) struct About<'a> {
    pub paper: &'a str,
    pub case: &'a CaseId,
    pub person: Option<&'a RowId>,
    pub reader: Option<&'a RowId>,
    pub says: Says,
}

/// What is said about the choices: what becomes of a line that stays.
pub(in crate::commands) struct Says {
    /// Above the lines on a screen, with how many there are.
    pub about: fn(usize) -> String,
    /// Above the lines in a file.
    pub head: String,
}

impl Says {
    /// Of a paper: a line that stays is nowhere to be seen.
    pub fn paper() -> Self {
        Self {
            about: |count| nl().paper_command.review_about(count),
            head: nl().paper_command.review_head(),
        }
    }
}

#[derive(Serialize)]
struct File {
    papier: String,
    casus: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    persoon: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lezer: Option<String>,
    regels: Vec<FileLine>,
}

#[derive(Serialize)]
struct FileLine {
    deel: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    wat: Option<String>,
    tekst: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    let_op: Vec<String>,
    keuze: String,
}

/// The paper with what may leave; nothing where the choices still have to be made.
pub(super) fn reviewed(
    world: &mut World,
    file: Option<&Path>,
    sheet: Sheet,
    about: &About<'_>,
) -> Result<Option<Sheet>> {
    let review = Review::of(sheet);
    let choices = choices(world, file, &review.lines(), about)?;
    Ok(choices.map(|choices| review.with(&choices)))
}

/// What becomes of each of these lines; nothing where that still has to be chosen.
pub(in crate::commands) fn choices(
    world: &mut World,
    file: Option<&Path>,
    lines: &[Line],
    about: &About<'_>,
) -> Result<Option<Vec<Choice>>> {
    let text = &nl().paper_command;
    Ok(Some(match file {
        Some(file) if World::is_there(file) => read(world, file, lines, about)?,
        Some(file) => {
            let made = begin(lines, about)?;
            world.write(file, made.as_bytes(), Guard::KeepOther)?;
            world.say(&text.review_written(file.display()))?;
            return Ok(None);
        }
        None if world.person => ask(world, lines, &about.says)?,
        None => {
            return Err(Error::usage(
                text.review_needed(),
                text.review_needed_todo(),
            ));
        }
    }))
}

/// Asks what to do with each line.
fn ask(world: &mut World, lines: &[Line], says: &Says) -> Result<Vec<Choice>> {
    let text = &nl().paper_command;
    let mut choices = Vec::new();
    world.say(&(says.about)(lines.len()))?;
    let mut under = "";
    for (at, line) in lines.iter().enumerate() {
        world.say("")?;
        if line.part != under {
            world.say(&line.part)?;
            under = &line.part;
        }
        let said = match &line.label {
            Some(label) if label.ends_with('?') => text.review_asked(label, &line.text),
            Some(label) => text.review_line(label, &line.text),
            None => line.text.clone(),
        };
        world.say(&indent(&said, world.width, 2))?;
        if !line.doubts.is_empty() {
            let doubts = text.review_doubts(line.doubts.join("\", \""));
            world.say(&indent(&doubts, world.width, 2))?;
        }
        choices.push(loop {
            let typed = world.ask(&text.review_ask(at + 1, lines.len()), "--nalezen")?;
            match typed.trim().to_lowercase().as_str() {
                "" | "n" | "niet" => break Choice::Stays,
                "m" | "mee" => break Choice::Leaves,
                "a" | "anders" => {
                    let words = world.ask(&text.review_words(), "--nalezen")?;
                    match words.trim() {
                        "" => break Choice::Stays,
                        words => break Choice::Reworded(words.to_owned()),
                    }
                }
                _ => world.say(&text.review_again())?,
            }
        });
    }
    Ok(choices)
}

/// A file in which nothing leaves yet.
fn begin(lines: &[Line], about: &About<'_>) -> Result<String> {
    let file = File {
        papier: about.paper.to_owned(),
        casus: about.case.to_string(),
        persoon: about.person.map(ToString::to_string),
        lezer: about.reader.map(ToString::to_string),
        regels: lines
            .iter()
            .map(|line| FileLine {
                deel: line.part.clone(),
                wat: line.label.clone(),
                tekst: line.text.clone(),
                let_op: line.doubts.clone(),
                keuze: STAYS.to_owned(),
            })
            .collect(),
    };
    let yaml = write(&file).map_err(|_| {
        let program = &nl().program;
        Error::attention(program.unexpected("papier"), program.unexpected_todo())
    })?;
    let head: Vec<String> = about
        .says
        .head
        .lines()
        .map(|line| format!("# {line}"))
        .collect();
    Ok(format!("{}\n{yaml}", head.join("\n")))
}

const STAYS: &str = "niet";
const LEAVES: &str = "mee";
const REWORDED: &str = "anders";

/// Reads the choices back. They must be about these very lines.
fn read(world: &mut World, file: &Path, lines: &[Line], about: &About<'_>) -> Result<Vec<Choice>> {
    let text = &nl().paper_command;
    let bytes = world.read(file, lists::MOST_BYTES)?;
    let name = file.display().to_string();
    let tree = read_tree(&bytes, &name).map_err(|problem| {
        let drawn = draw(
            &[*problem],
            |_| std::str::from_utf8(&bytes).ok(),
            world.colour,
        );
        Error::attention(text.review_faulty(&name), text.review_faulty_todo())
            .with_details(vec![drawn])
    })?;
    let says = |node: &Node, key: &str| node.get(key).and_then(Node::text).map(str::to_owned);
    let other = || Error::attention(text.review_other(&name), text.review_other_todo());
    let same = says(&tree, "papier").as_deref() == Some(about.paper)
        && says(&tree, "casus") == Some(about.case.to_string())
        && says(&tree, "persoon") == about.person.map(ToString::to_string)
        && says(&tree, "lezer") == about.reader.map(ToString::to_string);
    let rows = tree.get("regels").and_then(Node::list).unwrap_or_default();
    if !same || rows.len() != lines.len() {
        return Err(other());
    }
    let mut choices = Vec::new();
    for (line, row) in lines.iter().zip(rows) {
        let about_it = says(row, "deel").as_deref() == Some(line.part.as_str())
            && says(row, "wat") == line.label
            && says(row, "tekst").as_deref() == Some(line.text.as_str());
        if !about_it {
            return Err(other());
        }
        let words = says(row, REWORDED).filter(|words| !words.trim().is_empty());
        choices.push(match (says(row, "keuze").as_deref(), words) {
            (None | Some(STAYS), None) => Choice::Stays,
            (Some(LEAVES), None) => Choice::Leaves,
            (Some(REWORDED), Some(words)) => Choice::Reworded(words),
            _ => {
                return Err(Error::attention(
                    text.review_unclear(&name, row.place.line),
                    text.review_unclear_todo(),
                ));
            }
        });
    }
    Ok(choices)
}
