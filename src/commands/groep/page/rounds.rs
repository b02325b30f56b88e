//! The second round beside the first: what moved and why, and who held to an answer that fewer than half gave.

use std::collections::BTreeMap;

use crate::commands::groep::spoken::{many_first, why};
use crate::commands::groep::told::Told;
use crate::document::{Block, Line, Table};
use crate::group::{Change, Lost, Matter, Moved, Weight};
use crate::text::nl;

/// Who is in one round and not in the other: how many, never who.
pub(super) fn other(one: &Told<'_>) -> Vec<String> {
    let say = &nl().group;
    let other = &one.other;
    if !other.is_there {
        return Vec::new();
    }
    if one.round == 1 {
        return vec![say.also_second()];
    }
    let mut lines = Vec::new();
    match other.only_first {
        0 => {}
        1 => lines.push(say.only_first_one()),
        many => lines.push(say.only_first(many_first(many))),
    }
    match other.only_second {
        0 => {}
        1 => lines.push(say.only_second_one()),
        many => lines.push(say.only_second(many_first(many))),
    }
    let (before, after) = (
        other.hands.iter().any(|one| one.before.is_some()),
        other.hands.iter().any(|one| one.after.is_some()),
    );
    if before && !after {
        lines.push(say.hands_first());
    }
    lines
}

/// Whose answers changed after the makers' choice was read: what moved need not come from the talk.
pub(super) fn knew_key(one: &Told<'_>) -> Option<String> {
    let knew = (0..one.voices.len()).filter(|at| one.voices[*at].knew_key);
    let knew: Vec<String> = knew.filter_map(|at| one.who(Some(at))).collect();
    (!knew.is_empty()).then(|| nl().group.knew_key(knew.join(", ")))
}

/// The section; nothing where there was one round.
pub(super) fn blocks(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    if one.round == 1 || !one.other.is_there {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(2, say.moved())];
    if one.moved.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(say.moved_nobody())));
    } else {
        blocks.extend(by_name(one));
    }
    blocks.extend(unheard(one));
    blocks.extend(by_hand(one));
    blocks
}

/// Raised hands before and after: counts only.
fn by_hand(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    let asked = &one.other.hands;
    if asked.is_empty() {
        return Vec::new();
    }
    let told = |matter: &Matter, given: &Option<Vec<usize>>| {
        let told = given.as_ref().map(|given| counts(matter, given));
        Line::plain(match told {
            Some(told) if told.is_empty() => say.hands_nobody(),
            Some(told) => told,
            None => say.hands_not_asked(),
        })
    };
    let row = |one: &crate::group::Hands| {
        vec![
            Line::plain(one.matter.title()),
            told(&one.matter, &one.before),
            told(&one.matter, &one.after),
        ]
    };
    vec![
        Block::Paragraph(Line::strong(say.hands_both())),
        Block::Paragraph(Line::plain(say.hands_about())),
        Block::Table(Table {
            head: vec![say.question(), say.before(), say.after()],
            rows: asked.iter().map(row).collect(),
        }),
    ]
}

/// What moved, of those who answered in both rounds.
fn by_name(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    let mut blocks = vec![Block::Paragraph(Line::plain(say.moved_about()))];
    blocks.push(Block::Paragraph(Line::plain(count(one))));
    let moved = most_changed(one);
    for one in moved {
        blocks.push(Block::Paragraph(Line::strong(one.matter.title())));
        blocks.push(Block::Facts(vec![
            (say.before(), Line::plain(counts(&one.matter, &one.before))),
            (say.after(), Line::plain(counts(&one.matter, &one.after))),
        ]));
        let changes = one
            .changes
            .iter()
            .map(|change| Line::plain(told(one, change)));
        blocks.push(Block::Bullets(changes.chain(held(one)).collect()));
    }
    blocks.extend(still(one));
    blocks
}

/// Where nothing moved, and a minority held to its answer: what is about safety or was argued for in full, the rest in a table.
fn still(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    let still = one.moved.iter().filter(|one| one.changes.is_empty());
    // Where no answer has a majority, nobody is a minority: that is told where it came apart.
    let few = |one: &&Moved| one.held.len() < one.after.iter().sum::<usize>();
    let still = still.filter(|one| !one.held.is_empty()).filter(few);
    let (safety, rest): (Vec<&Moved>, Vec<&Moved>) =
        still.partition(|one| one.matter.weight == Weight::Safety || argues(one));
    let mut blocks = Vec::new();
    if !safety.is_empty() || !rest.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(say.held_elsewhere())));
    }
    if !safety.is_empty() {
        let line = |one: &&Moved| {
            let held: Vec<String> = held(one).map(|line| line.text()).collect();
            Line::strong(one.matter.title()).and(format!(" {}", held.join(" ")))
        };
        blocks.push(Block::Bullets(safety.iter().map(line).collect()));
    }
    if !rest.is_empty() {
        let row = |one: &&Moved| {
            let mut by_answer: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
            for (who, at, _) in &one.held {
                by_answer.entry(*at).or_default().push(who);
            }
            let short = &one.matter.scale.short;
            let each = by_answer.iter();
            let each = each.map(|(at, who)| say.held_in_table(who.join(", "), &short[*at]));
            vec![
                Line::plain(one.matter.title()),
                Line::plain(each.collect::<Vec<_>>().join("; ")),
            ]
        };
        blocks.push(Block::Table(Table {
            head: vec![say.question(), say.held_by()],
            rows: rest.iter().map(row).collect(),
        }));
    }
    blocks
}

/// Whether somebody who held to an answer said why, about this question alone.
fn argues(one: &Moved) -> bool {
    one.held.iter().any(|(.., why)| !why.own.is_empty())
}

/// What somebody said in the first round who is not in the second, and nobody says now.
fn unheard(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    if one.lost.is_empty() {
        return Vec::new();
    }
    let line = |lost: &Lost| {
        let option = &lost.matter.scale.short[lost.at];
        let told = match why(&lost.reasons) {
            Some(reason) => say.says(&lost.who, option, reason),
            None => say.says_alone(&lost.who, option),
        };
        Line::strong(lost.matter.title()).and(format!(" {told}"))
    };
    vec![
        Block::Paragraph(Line::plain(say.lost())),
        Block::Bullets(one.lost.iter().map(line).collect()),
    ]
}

/// How many answers changed.
fn count(one: &Told<'_>) -> String {
    let say = &nl().group;
    let all: usize = one.moved.iter().flat_map(|one| &one.after).sum();
    let changed: usize = one.moved.iter().map(|one| one.changes.len()).sum();
    match changed {
        0 => say.moved_none(),
        1 => say.moved_one(all),
        _ => say.moved_count(changed, all),
    }
}

/// The questions in which something moved, most changes first; the sort is stable.
fn most_changed<'a>(one: &'a Told<'_>) -> Vec<&'a Moved> {
    let moved = one.moved.iter().filter(|one| !one.changes.is_empty());
    let mut moved: Vec<&Moved> = moved.collect();
    moved.sort_by_key(|one| std::cmp::Reverse(one.changes.len()));
    moved
}

/// The same in short: how many changed, and in which questions from what to what.
pub(super) fn brief(one: &Told<'_>, most: usize) -> Vec<Block> {
    let say = &nl().group;
    if one.moved.is_empty() {
        return Vec::new();
    }
    let lines = most_changed(one).into_iter().take(most).map(|one| {
        let (before, after) = (
            counts(&one.matter, &one.before),
            counts(&one.matter, &one.after),
        );
        Line::strong(one.matter.title()).and(format!(" {}", say.moved_brief(before, after)))
    });
    let mut blocks = vec![
        Block::Heading(2, say.moved()),
        Block::Paragraph(Line::plain(count(one))),
        Block::Bullets(lines.collect()),
    ];
    blocks.extend(unheard(one));
    blocks
}

fn told(one: &Moved, change: &Change) -> String {
    let say = &nl().group;
    let option = |at: usize| one.matter.scale.short[at].clone();
    let (from, to) = (option(change.from), option(change.to));
    match why(&change.reasons) {
        Some(reason) => say.change_reason(&change.who, from, to, reason),
        None => say.change(&change.who, from, to),
    }
}

/// Who held to an answer of fewer than half; those who came to it just now are told as changes.
fn held(one: &Moved) -> impl Iterator<Item = Line> {
    let say = &nl().group;
    let changed = |who: &String| one.changes.iter().any(|change| change.who == *who);
    let held = one.held.iter().filter(move |(who, ..)| !changed(who));
    held.map(move |(who, at, reasons)| {
        let option = &one.matter.scale.short[*at];
        Line::plain(match why(reasons) {
            Some(reason) => say.held_reason(who, option, reason),
            None => say.held_alone(who, option),
        })
    })
}

fn counts(matter: &Matter, counts: &[usize]) -> String {
    let each = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let each = each.map(|(at, count)| format!("{count}× {}", matter.scale.short[at]));
    each.collect::<Vec<_>>().join("; ")
}
