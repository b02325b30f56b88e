//! HTML: one file that stands on its own, to read on a screen or a phone and to print on A4. No script, and nothing is
//! fetched. How it looks stands in `templates/document.html`; the template escapes every word.

use askama::Template;

use super::words::{Words, lead, lines};
use crate::document::{Block, Document, Line, Tone};
use crate::drawing::svg;
use crate::plain::one_line;
use crate::text::doc;

/// The document as an HTML page in this language; nothing where it could not be made.
pub fn html(document: &Document, lang: &str) -> Option<String> {
    let page = Page {
        lang,
        title: one_line(&document.title),
        mark: document.mark.as_deref().map(one_line),
        table_label: doc().rendered.table(),
        parts: parts(&document.blocks, lang),
    };
    page.render().ok()
}

#[derive(Template)]
#[template(path = "document.html")]
struct Page<'a> {
    lang: &'a str,
    title: String,
    mark: Option<String>,
    table_label: String,
    parts: Vec<Part>,
}

/// A running text: lines of words.
type Text = Vec<Vec<Words>>;

/// A block as the template wants it.
enum Part {
    Section(String),
    Heading(String),
    Paragraph(Text),
    Facts(Vec<Fact>),
    Bullets(Vec<Text>),
    /// Numbers that a list can count by itself.
    Counted(Vec<Row>),
    /// Numbers that only have a name, such as `s3`.
    Called(Vec<Row>),
    Table(Vec<String>, Vec<Vec<Text>>),
    /// What it shows, and the drawing, which our own writer made.
    Picture(String, String),
    Notice(&'static str, Option<String>, Text),
    Room(String, usize),
    PageBreak,
}

struct Fact {
    label: String,
    line: Text,
}

struct Row {
    number: String,
    line: Text,
    facts: Vec<Fact>,
}

fn parts(blocks: &[Block], lang: &str) -> Vec<Part> {
    let all = blocks.iter().enumerate();
    all.map(|(at, block)| part(block, at, lang)).collect()
}

fn part(block: &Block, at: usize, lang: &str) -> Part {
    match block {
        Block::Heading(1, text) => Part::Section(one_line(text)),
        Block::Heading(_, text) => Part::Heading(one_line(text)),
        Block::Paragraph(line) => Part::Paragraph(lines(line)),
        Block::Facts(all) => Part::Facts(facts(all)),
        Block::Bullets(all) => Part::Bullets(all.iter().map(lines).collect()),
        Block::Numbered(all) => {
            let counts = all.iter().all(|one| one.number.parse::<u32>().is_ok());
            let rows = all.iter().map(|one| Row {
                number: one_line(&one.number),
                line: lines(&one.line),
                facts: facts(&one.facts),
            });
            if counts {
                Part::Counted(rows.collect())
            } else {
                Part::Called(rows.collect())
            }
        }
        Block::Table(table) => Part::Table(
            table.head.iter().map(|cell| one_line(cell)).collect(),
            table
                .rows
                .iter()
                .map(|row| row.iter().map(lines).collect())
                .collect(),
        ),
        Block::Picture(picture) => Part::Picture(
            one_line(&picture.drawing.title),
            svg(&picture.drawing, lang, Some(at)),
        ),
        Block::Notice(tone, line) => {
            let class = match tone {
                Tone::Danger => "danger",
                Tone::Warning => "warning",
                Tone::Note => "note",
            };
            Part::Notice(class, lead(*tone), lines(line))
        }
        Block::Room(label, count) => Part::Room(one_line(label), *count),
        Block::PageBreak => Part::PageBreak,
    }
}

fn facts(all: &[(String, Line)]) -> Vec<Fact> {
    let all = all.iter().map(|(label, line)| Fact {
        label: one_line(label),
        line: lines(line),
    });
    all.collect()
}
