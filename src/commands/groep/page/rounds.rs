//! The second round beside the first: what moved and why, and who held to an answer that fewer than half gave.

use super::Told;
use crate::document::{Block, Line};
use crate::group::{Change, Moved};
use crate::plain::one_line;
use crate::text::nl;

/// The section; nothing where nobody answered twice.
pub(super) fn blocks(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    if one.moved.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Heading(2, say.moved()),
        Block::Paragraph(Line::plain(say.moved_about())),
    ];
    let all: usize = one
        .moved
        .iter()
        .map(|one| one.after.iter().sum::<usize>())
        .sum();
    let changed: usize = one.moved.iter().map(|one| one.changes.len()).sum();
    blocks.push(Block::Paragraph(Line::plain(if changed == 0 {
        say.moved_none()
    } else {
        say.moved_count(changed, all)
    })));
    let mut moved: Vec<&Moved> = one
        .moved
        .iter()
        .filter(|one| !one.changes.is_empty())
        .collect();
    // Most changes first; the sort is stable.
    moved.sort_by_key(|one| std::cmp::Reverse(one.changes.len()));
    for one in moved {
        blocks.push(Block::Paragraph(Line::strong(one.matter.title())));
        blocks.push(Block::Facts(vec![
            (say.before(), Line::plain(counts(one, &one.before))),
            (say.after(), Line::plain(counts(one, &one.after))),
        ]));
        let changes = one
            .changes
            .iter()
            .map(|change| Line::plain(told(one, change)));
        blocks.push(Block::Bullets(changes.chain(held(one)).collect()));
    }
    let still = one.moved.iter().filter(|one| one.changes.is_empty());
    let still: Vec<Line> = still
        .filter(|one| !one.held.is_empty())
        .map(|one| {
            let held: Vec<String> = held(one).map(|line| line.text()).collect();
            Line::strong(one.matter.title()).and(format!(" {}", held.join(" ")))
        })
        .collect();
    if !still.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(say.held_elsewhere())));
        blocks.push(Block::Bullets(still));
    }
    blocks
}

fn told(one: &Moved, change: &Change) -> String {
    let say = &nl().group;
    let option = |at: usize| one.matter.scale.short[at].clone();
    let (from, to) = (option(change.from), option(change.to));
    match &change.reason {
        Some(reason) => say.change_reason(&change.who, from, to, one_line(reason)),
        None => say.change(&change.who, from, to),
    }
}

/// Who held to an answer of fewer than half; those who came to it just now are told as changes.
fn held(one: &Moved) -> impl Iterator<Item = Line> {
    let say = &nl().group;
    let changed = |who: &String| one.changes.iter().any(|change| change.who == *who);
    let held = one.held.iter().filter(move |(who, ..)| !changed(who));
    held.map(move |(who, at, reason)| {
        let option = &one.matter.scale.short[*at];
        Line::plain(match reason {
            Some(reason) => say.held_reason(who, option, one_line(reason)),
            None => say.held_alone(who, option),
        })
    })
}

fn counts(one: &Moved, counts: &[usize]) -> String {
    let each = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let each = each.map(|(at, count)| format!("{count}× {}", one.matter.scale.short[at]));
    each.collect::<Vec<_>>().join("; ")
}
