//! The words of a line as a format with markup of its own wants them: neutral, one row a line, no empty pieces; and the word before a notice.

use crate::document::{Block, Line, Tone};
use crate::plain::plain;
use crate::text::nl;

/// A few words in one manner, without anything that steers whoever shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// The words; never empty.
    pub text: String,
    /// In bold.
    pub strong: bool,
}

/// The lines of a running text; where nothing stands there is none.
pub(super) fn lines(line: &Line) -> Vec<Vec<Words>> {
    let mut lines: Vec<Vec<Words>> = vec![Vec::new()];
    for span in &line.0 {
        for (at, text) in plain(&span.text).split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let (Some(last), false) = (lines.last_mut(), text.is_empty()) {
                last.push(Words {
                    text: text.to_owned(),
                    strong: span.strong,
                });
            }
        }
    }
    lines.retain(|line| line.iter().any(|words| !words.text.trim().is_empty()));
    lines
}

/// Whether the paragraph at this place stands between a heading and what it is about: then it stays with both.
pub(super) fn leads(blocks: &[Block], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| blocks.get(at));
    let after = blocks.get(at + 1);
    matches!(before, Some(Block::Heading(..)))
        && !matches!(after, None | Some(Block::Heading(..) | Block::PageBreak))
}

/// The word before a notice, so that colour is never the only thing that says how loud it is.
pub(super) fn lead(tone: Tone) -> Option<String> {
    let words = &nl().rendered;
    match tone {
        Tone::Danger => Some(words.danger()),
        Tone::Warning => Some(words.warning()),
        Tone::Note => None,
    }
}
