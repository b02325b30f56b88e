//! The family as a picture: a frame for each house with the adults above the children, arcs between partners and exes, lines
//! from who has authority to the children. Lines differ in dashes, boxes in their corners: nothing depends on colour. All
//! that is drawn also stands in words beside it.

use std::collections::BTreeMap;

use super::lines::{details, groups, home_title, situations};
use super::{Family, Home, Tie};
use crate::drawing::{Dash, Drawing, INK, Manner, PALE, PAPER, Shape, Stroke};
use crate::plan::{Person, YesNo};
use crate::text::doc;

const BOX: i32 = 156;
const GAP: i32 = 16;
const MARGIN: i32 = 8;
/// Above the boxes: room for the arcs.
const ARCS: i32 = 64;
/// Between adults and children, for the lines.
const BETWEEN: i32 = 84;
const LEAST: i32 = 500;
const NAME: Manner = Manner::strong(15);
const SMALL: Manner = Manner::plain(12);
const HEAD: Manner = Manner::strong(13);
const TITLE: Manner = Manner::strong(20);

/// One person in the drawing.
struct Drawn<'p> {
    person: &'p Person,
    x: i32,
    y: i32,
    h: i32,
    name: String,
    lines: Vec<String>,
}

impl Drawn<'_> {
    const fn middle(&self) -> i32 {
        self.x + BOX / 2
    }
}

/// The picture of this family; with `whole` also its name and who does what in which situation, for where it stands alone.
pub fn drawing(family: Family<'_>, whole: bool) -> Drawing {
    let text = &doc().family;
    let top = if whole { 60 } else { 12 };
    let homes: Vec<(Home, Vec<&Person>)> = Home::ALL
        .into_iter()
        .map(|home| (home, family.at(home)))
        .filter(|(_, people)| !people.is_empty())
        .collect();
    let mut frames = Vec::new();
    let mut drawn: Vec<Drawn<'_>> = Vec::new();
    let mut x = MARGIN;
    for (home, people) in &homes {
        let (children, adults): (Vec<&Person>, Vec<&Person>) =
            people.iter().partition(|one| one.is_child());
        let widest = count(adults.len().max(children.len()).max(1));
        let width = GAP + widest * (BOX + GAP);
        for row in [adults, children] {
            for (at, person) in row.into_iter().enumerate() {
                drawn.push(boxed(family, person, x + GAP + count(at) * (BOX + GAP)));
            }
        }
        frames.push((*home, x, width));
        x += width + GAP;
    }
    let heads = frames
        .iter()
        .map(|(home, _, wide)| HEAD.height(&home_title(*home), wide - 24));
    let first = top + heads.max().unwrap_or(0) + ARCS;
    let tallest = |children: bool| {
        let row = drawn.iter().filter(|one| one.person.is_child() == children);
        row.map(|one| one.h).max().unwrap_or(0)
    };
    let (adults, children) = (tallest(false), tallest(true));
    let first_child = first + if adults > 0 { adults + BETWEEN } else { 0 };
    let bottom = GAP
        + if children > 0 {
            first_child + children
        } else {
            first + adults
        };
    for one in &mut drawn {
        one.y = if one.person.is_child() {
            first_child
        } else {
            first
        };
    }
    let mut out = Drawing {
        title: text.title(),
        words: words(family),
        width: (x - GAP + MARGIN).max(LEAST),
        ..Drawing::default()
    };
    if whole {
        out.words((MARGIN, 40), out.width - 2 * MARGIN, TITLE, &text.title());
    }
    for (home, x, wide) in frames {
        out.frame((x, top, wide, bottom - top), PALE, Stroke::thin());
        out.words((x + 12, top + 22), wide - 24, HEAD, &home_title(home));
    }
    ties(family, &drawn, &mut out);
    drawn.iter().for_each(|one| person(one, &mut out));
    below(family, bottom + 34, whole, &mut out);
    out
}

/// All of it in words.
fn words(family: Family<'_>) -> Vec<String> {
    let groups = groups(family).into_iter();
    let lines = groups.map(|group| format!("{}: {}", group.title, group.lines.join(". ")));
    lines.collect()
}

fn boxed<'p>(family: Family<'p>, person: &'p Person, x: i32) -> Drawn<'p> {
    let room = BOX - 20;
    let name = family.name(&person.id).to_owned();
    let lines = details(family, person);
    let high = lines.iter().map(|line| SMALL.height(line, room));
    Drawn {
        person,
        x,
        y: 0,
        h: NAME.height(&name, room) + high.sum::<i32>() + 20,
        name,
        lines,
    }
}

fn person(one: &Drawn<'_>, out: &mut Drawing) {
    let unborn = one.person.unborn.known() == Some(&YesNo::Yes);
    let dash = if unborn { Dash::Long } else { Dash::None };
    out.shapes.push(Shape::Box {
        x: one.x,
        y: one.y,
        w: BOX,
        h: one.h,
        round: if one.person.is_child() { 20 } else { 2 },
        fill: Some(PAPER),
        line: Some(Stroke::ink(3).dashed(dash)),
    });
    let (x, room) = (one.x + 10, BOX - 20);
    let mut y = out.words((x, one.y + 25), room, NAME, &one.name) - 3;
    for line in &one.lines {
        y = out.words((x, y), room, SMALL, line);
    }
}

/// How a tie is drawn.
const fn stroke(tie: Tie) -> Stroke {
    match tie {
        Tie::Partner => Stroke::ink(4),
        Tie::ExPartner => Stroke::ink(4).dashed(Dash::Long),
        Tie::Authority => Stroke::ink(6),
        Tie::Parent => Stroke::ink(3).dashed(Dash::Short),
    }
}

/// Arcs over the adults, lines down to the children.
fn ties(family: Family<'_>, drawn: &[Drawn<'_>], out: &mut Drawing) {
    let places: BTreeMap<&str, &Drawn<'_>> = drawn
        .iter()
        .map(|one| (one.person.id.as_str(), one))
        .collect();
    let mut arcs = 0;
    for (tie, one, other) in family.ties() {
        let (Some(from), Some(to)) = (places.get(one), places.get(other)) else {
            continue;
        };
        let line = stroke(tie);
        match tie {
            Tie::Partner | Tie::ExPartner => {
                // Each arc a little higher, so that two do not lie on each other.
                let up = from.y.min(to.y) - 26 - arcs % 3 * 12;
                arcs += 1;
                let (a, b) = (from.middle(), to.middle());
                out.shapes.push(Shape::Curve {
                    points: [(a, from.y), (a, up), (b, up), (b, to.y)],
                    line,
                });
            }
            Tie::Authority | Tie::Parent => {
                out.line(
                    vec![(from.middle(), from.y + from.h), (to.middle(), to.y)],
                    line,
                );
            }
        }
    }
}

/// Who stands around the family, each situation, and what the lines mean.
fn below(family: Family<'_>, top: i32, whole: bool, out: &mut Drawing) {
    let text = &doc().family;
    let mut y = top;
    let room = out.width - 2 * MARGIN;
    let around: Vec<&str> = family.around().map(|one| family.name(&one.id)).collect();
    let mut parts = Vec::new();
    if !around.is_empty() {
        parts.push((text.around(), vec![around.join(", ")]));
    }
    if whole {
        parts.push((text.situations(), situations(family)));
    }
    for (title, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        y = out.words((MARGIN, y), room, HEAD, &title) + 2;
        for line in lines {
            y = out.words((MARGIN, y), room, SMALL, &line);
        }
        y += 12;
    }
    let present: Vec<Tie> = family.ties().into_iter().map(|(tie, ..)| tie).collect();
    for (tie, means) in [
        (Tie::Partner, text.legend_partner()),
        (Tie::ExPartner, text.legend_ex()),
        (Tie::Authority, text.legend_authority()),
        (Tie::Parent, text.legend_parent()),
    ] {
        if present.contains(&tie) {
            out.line(vec![(MARGIN, y - 4), (MARGIN + 48, y - 4)], stroke(tie));
            let manner = SMALL.coloured(INK);
            y = out.words((MARGIN + 60, y), room - 60, manner, &means) + 2;
        }
    }
    out.height = y;
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX / 1000)
}
