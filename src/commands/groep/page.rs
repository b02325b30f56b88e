//! The report of a group as a document: in short, the second round, what to talk about, where it came apart, the order, the
//! makers' key, and how far the group agrees.

mod brief;
mod makers;
mod rounds;
mod talk;

pub(super) use brief::{Brief, brief};

use super::numbers::{decimal, of_hundred, sections, tenth, why_not};
use super::spoken::{dots, first_place, is_few, many_first, sentence};
use super::told::Told;
use crate::document::{Block, Document, Line, Picture, Table, Tone};
use crate::drawing::Drawing;
use crate::group::drawing::{heat, matrix, ranks};
use crate::group::{Order, Spread, key_of, people};
use crate::text::nl;

/// The report. With `pictures` for a form that shows them; without, dots in words.
pub(super) fn document(told: &[Told<'_>], most: usize, pictures: bool) -> Document {
    let say = &nl().group;
    let mut blocks = Vec::new();
    for one in told {
        blocks.push(Block::Heading(1, one.subject.title.clone()));
        blocks.extend(short(one));
        if is_numbered(one) {
            let line = Line::plain(say.numbers_shift());
            blocks.push(Block::Paragraph(line));
        }
        // What moved comes before what the makers chose.
        blocks.extend(rounds::blocks(one));
        blocks.extend(conclusions(one, pictures));
        blocks.extend(talk::blocks(one, most, pictures));
        blocks.extend(came_apart(one, pictures));
        blocks.extend(ordered(one, pictures));
        blocks.extend(makers::blocks(one));
    }
    blocks.extend(sections(told));
    Document {
        title: say.title(),
        mark: Some(say.mark()),
        blocks,
    }
}

/// Numbers stand where names stood.
fn is_numbered(one: &Told<'_>) -> bool {
    one.hidden && one.voices.iter().any(|voice| !voice.paper)
}

/// In short.
fn short(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    let pairs = one.voices.iter().filter(|voice| voice.pair).count();
    let count = people(one.voices.iter().copied());
    let mut lines = vec![if one.round == 1 {
        say.round_one()
    } else {
        say.round_two()
    }];
    let in_room = one.hands && one.voices.iter().all(|voice| voice.paper);
    if count > 0 && !in_room {
        lines.push(match pairs {
            0 => say.people(count),
            1 => say.people_pair(count),
            _ => say.people_pairs(count, many_first(pairs * 2)),
        });
    }
    let busy = one.voices.iter().filter(|voice| voice.done == Some(false));
    match busy.count() {
        0 => {}
        1 => lines.push(say.not_done_one()),
        many => lines.push(say.not_done(many_first(many))),
    }
    match (one.hands, count) {
        (false, _) => {}
        (true, 0) => lines.push(say.hands_alone()),
        // Whose letters were typed in raised a hand too: how many there were, nobody knows.
        (true, _) if in_room => lines.push(say.hands_paper()),
        (true, _) => lines.push(say.people_hands()),
    }
    lines.extend(rounds::other(one));
    lines.extend(rounds::knew_key(one));
    if is_numbered(one) {
        lines.push(say.names_hidden());
    }
    let compared: Vec<&Spread> = one
        .spreads
        .iter()
        .filter(|one| one.answered() > 1)
        .collect();
    let same = compared.iter().filter(|one| one.is_one()).count();
    if !compared.is_empty() {
        lines.push(unanimous(same, compared.len()));
    }
    let apart = talk::by_disagreement(one);
    match apart.first() {
        Some(most) => lines.push(say.most_apart(most.matter.title())),
        None if !compared.is_empty() => lines.push(say.nothing_apart()),
        None => {}
    }
    let raters = one.spreads.iter().map(Spread::answered).max().unwrap_or(0);
    let mut blocks = vec![Block::Bullets(lines.into_iter().map(Line::plain).collect())];
    if is_few(raters) {
        blocks.push(Block::Notice(Tone::Note, Line::plain(say.few())));
    }
    blocks
}

/// Over how many questions everybody was of one mind.
fn unanimous(same: usize, all: usize) -> String {
    let say = &nl().group;
    match (same, all) {
        (1, 1) => say.unanimous_only(),
        (0, 1) => say.unanimous_not(),
        (0, _) => say.unanimous_none(all),
        (same, all) if same == all => say.unanimous_all(all),
        (same, all) => say.unanimous(same, all),
    }
}

/// A sentence for each question that stands outside rows; what was asked with the same answers also in a picture.
fn conclusions(one: &Told<'_>, pictures: bool) -> Vec<Block> {
    let alone = one.spreads.iter();
    let alone = alone.filter(|one| one.matter.key.row.is_none() && one.answered() > 0);
    let alone: Vec<&Spread> = alone.collect();
    if alone.is_empty() {
        return Vec::new();
    }
    let line = |spread: &&Spread| {
        Line::strong(spread.matter.title()).and(format!(" {}", sentence(spread)))
    };
    let single = alone.iter().filter(|one| one.matter.option.is_none());
    let mut blocks = vec![
        Block::Heading(2, nl().group.conclusions()),
        Block::Bullets(single.map(line).collect()),
    ];
    let mut rest = alone.as_slice();
    while let Some(first) = rest.first() {
        let alike = |one: &&&Spread| {
            let (one, first) = (&one.matter, &first.matter);
            one.scale.options == first.scale.options
                && (first.option.is_none() || one.question == first.question)
        };
        let (these, others) = rest.split_at(rest.iter().take_while(alike).count());
        rest = others;
        if let (Some(_), about) = (&first.matter.option, &first.matter.asked) {
            blocks.push(Block::Paragraph(Line::strong(about.clone())));
            if !pictures {
                blocks.push(Block::Bullets(
                    these
                        .iter()
                        .map(|one| {
                            let about = one.matter.about.clone().unwrap_or_default();
                            Line::strong(format!("{about}:")).and(format!(" {}", sentence(one)))
                        })
                        .collect(),
                ));
            }
        }
        if pictures && these.len() > 2 {
            blocks.push(picture(matrix(&nl().group.conclusions(), these), true));
        }
    }
    blocks
}

/// Where it came apart: a picture, and all of it in a table.
fn came_apart(one: &Told<'_>, pictures: bool) -> Vec<Block> {
    let say = &nl().group;
    let all: Vec<&Spread> = one
        .spreads
        .iter()
        .filter(|spread| spread.answered() > 0)
        .collect();
    if all.is_empty() {
        return Vec::new();
    }
    // Below five there are no numbers, and no column for them.
    let numbers = all.iter().any(|spread| spread.differing().is_some());
    let mut blocks = vec![
        Block::Heading(2, say.came_apart()),
        Block::Paragraph(Line::plain(if numbers {
            say.where_about()
        } else {
            say.where_few()
        })),
    ];
    if pictures {
        blocks.extend(heat(&one.subject.title, &all).map(|drawing| picture(drawing, true)));
    }
    let differing = |spread: &Spread| {
        let differing = spread.differing();
        differing.map_or_else(|| say.no_pair(), |many| many.to_string())
    };
    let mut rest = all.as_slice();
    while let Some(first) = rest.first() {
        // Questions of rows have a table each; those that stand alone next to each other have one together.
        let alike = |one: &&&Spread| match first.matter.about {
            Some(_) => one.matter.question == first.matter.question,
            None => one.matter.about.is_none(),
        };
        let (these, others) = rest.split_at(rest.iter().take_while(alike).count());
        rest = others;
        let row = |spread: &&Spread| {
            let about = spread.matter.about.as_ref();
            let mut cells = vec![
                Line::plain(about.unwrap_or(&spread.matter.asked).clone()),
                Line::plain(counts(spread)),
            ];
            cells.extend(numbers.then(|| Line::plain(differing(spread))));
            cells
        };
        let head = if first.matter.about.is_some() {
            blocks.push(Block::Paragraph(Line::strong(first.matter.asked.clone())));
            say.about()
        } else {
            say.question()
        };
        blocks.push(Block::Table(Table {
            head: [head, say.answers()]
                .into_iter()
                .chain(numbers.then(|| say.differ()))
                .collect(),
            rows: these.iter().map(row).collect(),
        }));
    }
    blocks
}

/// 8× nee; 2× ja.
fn counts(spread: &Spread) -> String {
    let options = &spread.matter.scale.short;
    let each = spread.ordered().into_iter();
    let each = each.map(|(at, count)| format!("{count}× {}", options[at]));
    each.collect::<Vec<_>>().join("; ")
}

fn picture(drawing: Drawing, told: bool) -> Block {
    Block::Picture(Picture { drawing, told })
}

/// The order.
fn ordered(one: &Told<'_>, pictures: bool) -> Vec<Block> {
    let say = &nl().group;
    let Some(order) = &one.order else {
        return Vec::new();
    };
    let mut blocks = vec![
        Block::Heading(2, say.order()),
        Block::Paragraph(Line::plain(order.asked.clone())),
    ];
    let firsts = order.things.iter().zip(&order.places);
    let firsts = firsts.filter_map(|((_, told), places)| {
        let count = *places.first().filter(|count| **count > 0)?;
        Some(first_place(count, order.raters, told))
    });
    blocks.push(Block::Bullets(firsts.map(Line::plain).collect()));
    if pictures {
        blocks.push(picture(ranks(order), false));
    } else {
        blocks.push(Block::Table(places(order)));
    }
    let mut lines = Vec::new();
    lines.extend(order.overlap.map(|mean| say.overlap(tenth(mean))));
    if let Some(w) = order.w {
        lines.push(match w {
            Ok(w) => say.concordance(decimal(w)),
            Err(why) => say.concordance_not(why_not(why)),
        });
        lines.extend(order.distance.map(|mean| say.distance(of_hundred(mean))));
    }
    if let Some(rows) = &order.key {
        let name = |row| order.things.iter().find(|(id, _)| id == row);
        let names = rows.iter().filter_map(name).enumerate();
        let names =
            names.map(|(at, (_, told))| format!("{}. {}", at + 1, told.trim_end_matches('.')));
        let names = names.collect::<Vec<_>>().join("; ");
        lines.push(match order.beside_key {
            Some((apart, same)) => say.order_key(names, tenth(same), of_hundred(apart)),
            None => say.order_key_few(names),
        });
    }
    blocks.push(Block::Bullets(lines.into_iter().map(Line::plain).collect()));
    blocks
}

fn places(order: &Order) -> Table {
    let say = &nl().group;
    let deep = order.places.first().map_or(0, Vec::len);
    let head = (0..deep).map(|at| say.ranks_place(at + 1));
    let head = std::iter::once(say.thing()).chain(head);
    let row = |((_, told), places): (&(_, String), &Vec<usize>)| {
        let cells = places.iter().map(|count| Line::plain(dots(*count)));
        std::iter::once(Line::plain(told.clone()))
            .chain(cells)
            .collect()
    };
    Table {
        head: head.collect(),
        rows: order.things.iter().zip(&order.places).map(row).collect(),
    }
}

/// The place of the makers' answer.
fn key(one: &Told<'_>, spread: &Spread) -> Option<usize> {
    key_of(one.subject, &spread.matter)
}
