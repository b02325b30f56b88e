//! The safety plan as a document. One page first: what to do when it goes wrong, what must stop, who does what by when,
//! when one looks whether it works. What lies under it stands on the pages after.

mod detail;
mod field;
mod first;
mod later;
mod picture;

use super::{Block, Document, Line, Picture};
use crate::drawing::Drawing;
use crate::plan::{Finding, Plan, Status};
use crate::text::{DUTCH_BEGINS, doc};

/// A number to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Who answers.
    pub name: String,
    /// The number.
    pub number: String,
    /// What to call it for.
    pub about: String,
}

/// The plan for the team that made it, with the numbers to call and what is still weak in it.
pub fn plan(plan: &Plan, calls: &[Call], weak: &[Finding]) -> Document {
    let text = &doc().plan_paper;
    let title = match plan.head.label.text() {
        Some(label) => text.title_of(label),
        None => text.title(),
    };
    let mut blocks = first::page(plan, calls);
    blocks.push(Block::PageBreak);
    blocks.extend(detail::pages(plan, weak));
    Document {
        title,
        mark: Some(text.mark()),
        blocks,
    }
}

/// A heading of a section.
fn section(title: String) -> Block {
    Block::Heading(1, title)
}

/// A picture of what also stands beside it in words.
fn told(drawing: Option<Drawing>) -> Option<Block> {
    let drawing = drawing?;
    Some(Block::Picture(Picture {
        drawing,
        told: true,
    }))
}

/// How far the plan is, in one line.
fn status(plan: &Plan) -> String {
    let text = &doc().plan_paper;
    match plan.head.status {
        Status::Draft => text.status_draft(),
        Status::Agreed => text.status_agreed(),
        Status::Active => text.status_active(),
        Status::Revised => text.status_revised(),
        Status::Closed => text.status_closed(),
    }
}

/// Labels whose value is there.
fn facts(all: Vec<(String, Option<Line>)>) -> Vec<(String, Line)> {
    all.into_iter()
        .filter_map(|(label, line)| Some((label, line?)))
        .collect()
}

/// The same text with a capital in front.
fn capital(text: &str) -> String {
    let (mark, text) = match text.strip_prefix(DUTCH_BEGINS) {
        Some(text) => (DUTCH_BEGINS.to_string(), text),
        None => (String::new(), text),
    };
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    mark + &first.unwrap_or_default() + letters.as_str()
}
