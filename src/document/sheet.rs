//! A paper of an author as a document.

use super::block::{Block, Document, Line, Numbered, Tone};
use super::plan::Call;
use crate::paper::{Entry, Part, Said, Sheet};
use crate::text::{DUTCH_BEGINS, as_said, doc};

/// Lays a filled paper out.
pub fn sheet(sheet: &Sheet, calls: &[Call]) -> Document {
    let text = &doc().paper;
    let mut blocks = vec![Block::Paragraph(sheet.for_whom().into())];
    if sheet.anonymous {
        blocks.push(Block::Notice(Tone::Note, text.mark().into()));
    }
    paragraphs(sheet.about.as_deref(), &mut blocks);
    if sheet.phones {
        let calls = calls.iter().map(|call| {
            let about = text.phone(&call.name, as_said(&call.about));
            (call.number.clone(), Line::plain(about))
        });
        blocks.push(Block::Heading(1, text.call()));
        blocks.push(Block::Facts(calls.collect()));
    }
    for one in &sheet.parts {
        part(one, &mut blocks);
    }
    if let Some(closing) = &sheet.closing {
        blocks.push(Block::Notice(Tone::Note, Line::plain(closing)));
    }
    Document {
        title: sheet.title.clone(),
        mark: None,
        blocks,
    }
}

/// A text of an author: an empty line begins a paragraph. One that is marked as Dutch has only paragraphs that are.
fn paragraphs(text: Option<&str>, blocks: &mut Vec<Block>) {
    let text = text.unwrap_or("");
    let dutch = text.starts_with(DUTCH_BEGINS);
    let paragraphs = text.split('\n').map(str::trim);
    let filled = paragraphs.filter(|one| !one.is_empty());
    blocks.extend(filled.map(|one| match dutch {
        true => Block::Paragraph(as_said(one).into()),
        false => Block::Paragraph(one.into()),
    }));
}

fn part(part: &Part, blocks: &mut Vec<Block>) {
    if part.page {
        blocks.push(Block::PageBreak);
    }
    blocks.extend(
        part.heading
            .clone()
            .map(|heading| Block::Heading(1, heading)),
    );
    paragraphs(part.text.as_deref(), blocks);
    if !part.points.is_empty() {
        blocks.push(Block::Bullets(
            part.points.iter().map(Line::plain).collect(),
        ));
    }
    let (rows, loose): (Vec<&Entry>, Vec<&Entry>) =
        part.entries.iter().partition(|entry| entry.row);
    if !loose.is_empty() {
        let lines = loose.iter().flat_map(|entry| entry.lines.iter());
        blocks.push(Block::Facts(lines.map(fact).collect()));
    }
    if !rows.is_empty() {
        let numbered = rows
            .iter()
            .enumerate()
            .map(|(at, entry)| row(at + 1, entry));
        blocks.push(Block::Numbered(numbered.collect()));
    }
    paragraphs(part.empty.as_deref(), blocks);
    let room = part.room.iter();
    blocks.extend(room.map(|(label, lines)| Block::Room(label.clone(), *lines)));
}

fn fact(said: &Said) -> (String, Line) {
    (
        said.label.clone().unwrap_or_default(),
        Line::plain(&said.text),
    )
}

/// A row: what leads, and under it what else was said. Numbered by what is there, so that nothing tells what is not.
fn row(number: usize, entry: &Entry) -> Numbered {
    let mut lines = entry.lines.iter();
    let first = lines
        .next()
        .map_or_else(Line::default, |said| match &said.label {
            Some(label) => Line::strong(format!("{label}:")).and(" ").and(&said.text),
            None => Line::plain(&said.text),
        });
    Numbered {
        number: number.to_string(),
        line: first,
        facts: lines.map(fact).collect(),
    }
}
