//! What fits a screen: in short, the conclusions, what to talk about with a line each, and how to see the rest.

use super::{conclusions, rounds, short, talk};
use crate::commands::groep::spoken::sentence;
use crate::commands::groep::told::Told;
use crate::document::{Block, Document, Line, Numbered};
use crate::text::nl;

/// How short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands::groep) struct Brief {
    /// So many questions to talk about.
    pub(in crate::commands::groep) most: usize,
    /// With the conclusions, and what the second round moved.
    pub(in crate::commands::groep) whole: bool,
}

/// The short form, with what to type for the rest.
pub(in crate::commands::groep) fn brief(
    told: &[Told<'_>],
    Brief { most, whole }: Brief,
    rest: Option<String>,
) -> Document {
    let say = &nl().group;
    let mut blocks = Vec::new();
    for one in told {
        blocks.push(Block::Heading(1, one.subject.title.clone()));
        blocks.extend(short(one));
        if whole {
            blocks.extend(rounds::brief(one, most));
            blocks.extend(conclusions(one, false));
        }
        let apart = talk::by_disagreement(one);
        if apart.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(2, say.talk()));
        let each = apart.iter().take(most).zip(1_usize..);
        let each = each.map(|(spread, at)| Numbered {
            number: at.to_string(),
            line: Line::strong(spread.matter.title()).and(format!(" {}", sentence(spread))),
            facts: talk::apart(one, spread).into_iter().collect(),
        });
        blocks.push(Block::Numbered(each.collect()));
    }
    blocks.extend(rest.map(|rest| Block::Paragraph(Line::plain(rest))));
    Document {
        title: say.title(),
        mark: Some(say.mark()),
        blocks,
    }
}
