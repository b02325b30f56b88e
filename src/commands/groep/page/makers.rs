//! Beside the makers' key: never a grade, and no number where that would be somebody's mark.

use crate::commands::groep::spoken::beside_makers;
use crate::commands::groep::told::Told;
use crate::document::{Block, Line};
use crate::group::{Against, ENOUGH, Spread};
use crate::text::nl;

/// Beside the makers' key: how much is the same, and which questions make the gap.
pub(super) fn blocks(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    let mut all: Vec<(&Spread, Against)> = one
        .spreads
        .iter()
        .filter_map(|spread| Some((spread, one.against(spread)?)))
        .filter(|(_, beside)| beside.answered > 0)
        .collect();
    if all.is_empty() {
        return Vec::new();
    }
    let (same, answered) = all.iter().fold((0, 0), |(same, answered), (_, beside)| {
        (same + beside.same, answered + beside.answered)
    });
    let percent = (same * 100 + answered / 2)
        .checked_div(answered)
        .unwrap_or(0);
    let mut blocks = vec![
        Block::Heading(2, say.against()),
        Block::Paragraph(Line::plain(say.against_about())),
    ];
    // A number about one or two people would be their mark.
    if all.iter().any(|(_, beside)| beside.answered >= ENOUGH) {
        blocks.push(Block::Paragraph(Line::plain(say.against_all(percent))));
    }
    all.retain(|(_, beside)| beside.same < beside.answered);
    // More that chose otherwise comes first; the sort is stable.
    all.sort_by_key(|(_, beside)| std::cmp::Reverse(beside.answered - beside.same));
    if all.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(say.against_none())));
        return blocks;
    }
    blocks.push(Block::Paragraph(Line::plain(say.against_gap())));
    let line = |(spread, beside): &(&Spread, Against)| {
        let option = &spread.matter.scale.options[beside.key];
        let what = spread.matter.title();
        // How many of two or three chose the same would say who did.
        let told = match beside.answered >= ENOUGH {
            true => beside_makers(beside.same, beside.answered, option),
            false => say.against_few(option),
        };
        let reason = beside
            .reason
            .as_ref()
            .map(|reason| crate::plain::one_line(reason));
        let reason = reason
            .map(|reason| format!(" {reason}"))
            .unwrap_or_default();
        Line::strong(what).and(format!(" {told}{reason}"))
    };
    blocks.push(Block::Bullets(all.iter().take(GAP).map(line).collect()));
    blocks
}

/// So many questions explain the gap.
const GAP: usize = 8;
