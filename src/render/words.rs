//! The words of a line as a format with markup of its own wants them: neutral, one row a line, no empty pieces; and the word before a notice.

use crate::document::{Block, Line, Tone};
use crate::plain::plain;
use crate::text::{DUTCH_BEGINS, DUTCH_ENDS, doc};

/// A few words in one manner, without anything that steers whoever shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// The words; never empty.
    pub text: String,
    /// In bold.
    pub strong: bool,
    /// In Dutch, in a document in another language.
    pub dutch: bool,
}

impl Words {
    /// Plain words of the document itself.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            strong: false,
            dutch: false,
        }
    }

    /// Words of the document itself in bold.
    pub fn strong(text: impl Into<String>) -> Self {
        Self {
            strong: true,
            ..Self::plain(text)
        }
    }
}

/// The lines of a running text; where nothing stands there is none.
pub(super) fn lines(line: &Line) -> Vec<Vec<Words>> {
    let mut lines: Vec<Vec<Words>> = vec![Vec::new()];
    for span in &line.0 {
        for (dutch, text) in by_language(&span.text) {
            for (at, text) in plain(text).split('\n').enumerate() {
                if at > 0 {
                    lines.push(Vec::new());
                }
                if let (Some(last), false) = (lines.last_mut(), text.is_empty()) {
                    last.push(Words {
                        text: text.to_owned(),
                        strong: span.strong,
                        dutch,
                    });
                }
            }
        }
    }
    lines.retain(|line| line.iter().any(|words| !words.text.trim().is_empty()));
    lines
}

/// The pieces of a text, each with whether it is marked as Dutch.
fn by_language(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut dutch = false;
    for piece in text.split_inclusive([DUTCH_BEGINS, DUTCH_ENDS]) {
        let bare = piece.trim_end_matches([DUTCH_BEGINS, DUTCH_ENDS]);
        pieces.push((dutch, bare));
        dutch = match piece.chars().last() {
            Some(DUTCH_BEGINS) => true,
            Some(DUTCH_ENDS) => false,
            _ => dutch,
        };
    }
    pieces
}

/// Whether the paragraph at this place stands between a heading and what it is about, or is a heading itself, all in bold:
/// then it stays with what follows.
pub(super) fn leads(blocks: &[Block], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| blocks.get(at));
    let after = blocks.get(at + 1);
    let own = match blocks.get(at) {
        Some(Block::Paragraph(Line(spans))) => spans.iter().all(|span| span.strong),
        _ => false,
    };
    (own || matches!(before, Some(Block::Heading(..))))
        && !matches!(after, None | Some(Block::Heading(..) | Block::PageBreak))
}

/// The word before a notice, so that colour is never the only thing that says how loud it is.
pub(super) fn lead(tone: Tone) -> Option<String> {
    let words = &doc().rendered;
    match tone {
        Tone::Danger => Some(words.danger()),
        Tone::Warning => Some(words.warning()),
        Tone::Note => None,
    }
}
