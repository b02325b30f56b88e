//! The parts a document is made of.

use crate::drawing::Drawing;
use crate::text::{DUTCH_BEGINS, DUTCH_ENDS};

/// A document for one reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// What must stand on every page and at every heading: that it may not be shared.
    pub mark: Option<String>,
    /// Its parts, from top to bottom.
    pub blocks: Vec<Block>,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of a section (1) or of a part of one (2).
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Line),
    /// Short labels, each with what belongs to it.
    Facts(Vec<(String, Line)>),
    /// A list with bullets.
    Bullets(Vec<Line>),
    /// Something numbered: a first line, and what belongs to it.
    Numbered(Vec<Numbered>),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// Something that must not be missed.
    Notice(Tone, Line),
    /// Room to write by hand: a label and so many lines.
    Room(String, usize),
    /// A new page.
    PageBreak,
}

/// One numbered thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// Its number, as it is called: `1`.
    pub number: String,
    /// The first line.
    pub line: Line,
    /// What belongs to it.
    pub facts: Vec<(String, Line)>,
}

/// A picture with all of it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What is drawn.
    pub drawing: Drawing,
    /// Whether the same also stands beside it as text: then a form without pictures leaves it out.
    pub told: bool,
}

/// A table; every row has as many cells as the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What stands above the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Line>>,
}

/// How loud a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// About danger.
    Danger,
    /// Take care.
    Warning,
    /// Good to know.
    Note,
}

/// A piece of running text; it may have line breaks of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Span>);

/// A few words in one manner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Set in bold.
    pub strong: bool,
}

impl Line {
    /// Words in the ordinary manner.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().and(text)
    }

    /// Words in bold.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::default().and_strong(text)
    }

    /// The same line with more words.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span {
            text: text.into(),
            strong: false,
        });
        self
    }

    /// The same line with more words in bold.
    #[must_use]
    pub fn and_strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span {
            text: text.into(),
            strong: true,
        });
        self
    }

    /// The words alone.
    pub fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.text.trim().is_empty())
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl Document {
    /// Every text in it, with the heading it stands under: for whoever must be sure that something is not in it.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut under = self.title.clone();
        let mut found = vec![(under.clone(), self.title.clone())];
        for block in &self.blocks {
            if let Block::Heading(_, text) = block {
                under.clone_from(text);
            }
            let texts = block.texts().into_iter();
            let texts = texts.map(|text| text.replace([DUTCH_BEGINS, DUTCH_ENDS], ""));
            found.extend(texts.map(|text| (under.clone(), text)));
        }
        found
    }
}

impl Block {
    /// Every text in it.
    pub fn texts(&self) -> Vec<String> {
        let facts = |facts: &[(String, Line)]| {
            let both = facts
                .iter()
                .flat_map(|(label, line)| [label.clone(), line.text()]);
            both.collect::<Vec<_>>()
        };
        match self {
            Self::Heading(_, text) => vec![text.clone()],
            Self::Paragraph(line) | Self::Notice(_, line) => vec![line.text()],
            Self::Facts(all) => facts(all),
            Self::Bullets(lines) => lines.iter().map(Line::text).collect(),
            Self::Numbered(all) => all
                .iter()
                .flat_map(|one| {
                    let mut texts = vec![one.line.text()];
                    texts.extend(facts(&one.facts));
                    texts
                })
                .collect(),
            Self::Table(table) => {
                let cells = table.rows.iter().flatten().map(Line::text);
                table.head.iter().cloned().chain(cells).collect()
            }
            Self::Picture(picture) => picture.drawing.texts(),
            Self::Room(label, _) => vec![label.clone()],
            Self::PageBreak => Vec::new(),
        }
    }
}
