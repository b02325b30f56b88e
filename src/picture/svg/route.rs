//! Lines: each runs from its box to a channel of its own between the lanes, along it, and to the other box. Lines that
//! start at the same box, or that all count in the same value, share a channel; a dot says that they join, a crossing
//! without a dot that they do not.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::letter::escape;
use super::place::{DERIVED, Layout, QUESTIONS, WIDTH, follows};
use super::written::Says;
use super::{class, head, shape};
use crate::picture::label::edge_label;
use crate::picture::{EdgeKind, Picture};

/// Where a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Lane {
    /// Left of the questions.
    Left,
    /// Between the questions and the derived values.
    Middle,
    /// Right of the derived values.
    Right,
}

/// Where a line leaves or reaches a box.
#[derive(Clone, Copy, Debug)]
struct End {
    x: i32,
    y: i32,
}

/// Lines that share a channel: one end is common, the others each belong to a line.
struct Bus {
    lane: Lane,
    kind: EdgeKind,
    /// Whether the common end is where the lines start.
    from_one: bool,
    one: End,
    many: Vec<(usize, End)>,
}

impl Bus {
    fn span(&self) -> (i32, i32) {
        let ys = || self.many.iter().map(|(_, end)| end.y).chain([self.one.y]);
        (ys().min().unwrap_or(0), ys().max().unwrap_or(0))
    }
}

/// All lines, drawn.
pub(super) fn lines(picture: &Picture, layout: &Layout) -> String {
    let buses = buses(picture, layout);
    let mut busy = BTreeMap::new();
    for bus in &buses {
        for end in bus.many.iter().map(|(_, end)| end).chain([&bus.one]) {
            *busy.entry((bus.lane, end.y)).or_insert(0) += 1;
        }
    }
    let mut out = String::new();
    for (bus, x) in placed(&buses) {
        draw(picture, bus, x, &busy, &mut out);
    }
    for (at, edge) in picture.edges.iter().enumerate() {
        if lane(picture, at).is_none() {
            inner(picture, layout, at, edge.kind, &mut out);
        }
    }
    out
}

/// Where every bus runs.
fn placed(buses: &[Bus]) -> Vec<(&Bus, f64)> {
    let mut all = Vec::new();
    for lane in [Lane::Left, Lane::Middle, Lane::Right] {
        let own: Vec<&Bus> = buses.iter().filter(|bus| bus.lane == lane).collect();
        let channels = channels(&own);
        let most = channels.iter().max().map_or(0, |most| most + 1);
        let places = channels.into_iter().map(|one| place(lane, one, most));
        all.extend(own.into_iter().zip(places));
    }
    all
}

/// Where lines run up and down, and from where to where: for the test that they never run over each other.
#[cfg(test)]
pub(super) fn runs(picture: &Picture, layout: &Layout) -> Vec<(f64, i32, i32)> {
    let buses = buses(picture, layout);
    let runs = placed(&buses).into_iter().map(|(bus, x)| {
        let (top, bottom) = bus.span();
        (x, top, bottom)
    });
    runs.collect()
}

/// In which lane a line runs; nothing for those between boxes that stand under each other.
fn lane(picture: &Picture, at: usize) -> Option<Lane> {
    let edge = &picture.edges[at];
    let beside = |node: usize| follows(picture.nodes[node].kind);
    match edge.kind {
        EdgeKind::Next | EdgeKind::Row | EdgeKind::Level => None,
        _ => Some(match (beside(edge.from), beside(edge.to)) {
            (false, false) => Lane::Left,
            (true, true) => Lane::Right,
            _ => Lane::Middle,
        }),
    }
}

/// How far above the bottom of a box lines leave on its left.
const LOW: i32 = 5;

fn buses(picture: &Picture, layout: &Layout) -> Vec<Bus> {
    let mut found: BTreeMap<(Lane, EdgeKind, usize), Bus> = BTreeMap::new();
    for (at, edge) in picture.edges.iter().enumerate() {
        let Some(lane) = lane(picture, at) else {
            continue;
        };
        // Many into one where they are added or weighed together; else one to many.
        let from_one = !matches!(
            edge.kind,
            EdgeKind::Counts
                | EdgeKind::Feeds
                | EdgeKind::Beside
                | EdgeKind::First
                | EdgeKind::Weighs
                | EdgeKind::Stops
        );
        let (one, other) = match from_one {
            true => (edge.from, edge.to),
            false => (edge.to, edge.from),
        };
        let end = |node: usize| {
            let own = &layout.boxes[node];
            let kind = picture.nodes[node].kind;
            let y = match (node == edge.to, lane) {
                (true, _) => own.port(into(edge.kind)),
                // Below what arrives on this side.
                (false, Lane::Left) => own.bottom() - LOW,
                (false, _) => own.port(out_of(edge.kind)),
            };
            let inset = shape::inset(kind, own.h, y - own.y);
            let x = match (lane, follows(kind)) {
                (Lane::Left, _) | (Lane::Middle, true) => own.x + inset.0,
                (Lane::Right, _) | (Lane::Middle, false) => own.right() - inset.1,
            };
            End { x, y }
        };
        let bus = found.entry((lane, edge.kind, one)).or_insert_with(|| Bus {
            lane,
            kind: edge.kind,
            from_one,
            one: end(one),
            many: Vec::new(),
        });
        bus.many.push((at, end(other)));
    }
    found.into_values().collect()
}

/// Beside which words a line leaves its box.
const fn out_of(kind: EdgeKind) -> Says {
    match kind {
        EdgeKind::Counts | EdgeKind::Feeds => Says::Counts,
        EdgeKind::Applies => Says::Needed,
        _ => Says::Label,
    }
}

/// Beside which words a line reaches its box.
const fn into(kind: EdgeKind) -> Says {
    match kind {
        EdgeKind::Asked | EdgeKind::Applies | EdgeKind::Stops => Says::When,
        _ => Says::Detail,
    }
}

/// Gives each bus a channel: short ones close by, none over another.
fn channels(buses: &[&Bus]) -> Vec<usize> {
    const AIR: i32 = 4;
    let mut order: Vec<usize> = (0..buses.len()).collect();
    order.sort_by_key(|at| {
        let (top, bottom) = buses[*at].span();
        (bottom - top, top)
    });
    let mut taken: Vec<Vec<(i32, i32)>> = Vec::new();
    let mut given = vec![0; buses.len()];
    for at in order {
        let (top, bottom) = buses[at].span();
        let free = |spans: &Vec<(i32, i32)>| {
            spans
                .iter()
                .all(|(other, end)| bottom + AIR < *other || end + AIR < top)
        };
        let channel = taken.iter().position(free).unwrap_or(taken.len());
        if channel == taken.len() {
            taken.push(Vec::new());
        }
        taken[channel].push((top, bottom));
        given[at] = channel;
    }
    given
}

/// Where a channel runs. Channels stand close together where there are many.
fn place(lane: Lane, channel: usize, most: usize) -> f64 {
    const CLOSE: f64 = 16.0;
    const WIDE: f64 = 9.0;
    let (start, room, side) = match lane {
        Lane::Left => (QUESTIONS.0, QUESTIONS.0 - 8, -1.0),
        Lane::Middle => (QUESTIONS.1, DERIVED.0 - QUESTIONS.1, 1.0),
        Lane::Right => (DERIVED.1, WIDTH - DERIVED.1 - 8, 1.0),
    };
    let last = match lane {
        Lane::Middle => f64::from(room) - CLOSE,
        _ => f64::from(room),
    };
    #[allow(clippy::cast_precision_loss, reason = "a few dozen channels")]
    let (channel, most) = (channel as f64, most.max(2) as f64 - 1.0);
    let step = WIDE.min((last - CLOSE) / most);
    f64::from(start) + side * (CLOSE + channel * step)
}

/// `busy`: how many lines there are at a height. Where another line goes on, a corner needs a dot too.
fn draw(
    picture: &Picture,
    bus: &Bus,
    x: f64,
    busy: &BTreeMap<(Lane, i32), usize>,
    out: &mut String,
) {
    let (top, bottom) = bus.span();
    let class = class(bus.kind);
    let head = head(bus.kind);
    let End { x: end, y } = bus.one;
    let trunk = match bus.from_one {
        true => format!("M{end} {y}H{x}M{x} {top}V{bottom}"),
        false => format!("M{x} {top}V{bottom}M{x} {y}H{end}"),
    };
    let arrow = if bus.from_one { "" } else { head };
    let _ = writeln!(
        out,
        "<path class=\"lijn {class}\" d=\"{trunk}\"{}/>",
        marker(arrow)
    );
    for (at, end) in &bus.many {
        let (path, arrow) = match bus.from_one {
            true => (format!("M{x} {}H{}", end.y, end.x), head),
            false => (format!("M{} {}H{x}", end.x, end.y), ""),
        };
        edge(picture, *at, &path, arrow, out);
    }
    let mut joins: Vec<i32> = bus.many.iter().map(|(_, end)| end.y).collect();
    joins.push(bus.one.y);
    joins.sort_unstable();
    joins.dedup();
    let passed = |y: i32| busy.get(&(bus.lane, y)).is_some_and(|lines| *lines > 1);
    for y in joins
        .into_iter()
        .filter(|y| (top < *y && *y < bottom) || (top < bottom && passed(*y)))
    {
        let _ = writeln!(
            out,
            "<circle class=\"knoop {class}\" cx=\"{x}\" cy=\"{y}\" r=\"2.2\"/>"
        );
    }
}

/// Lines between boxes that stand under each other.
fn inner(picture: &Picture, layout: &Layout, at: usize, kind: EdgeKind, out: &mut String) {
    let line = &picture.edges[at];
    let (from, to) = (&layout.boxes[line.from], &layout.boxes[line.to]);
    let path = if kind == EdgeKind::Next {
        // Past the questions of its rows on the left, straight down elsewhere.
        let rows = picture.edges.iter();
        let passes = rows
            .filter(|edge| edge.kind == EdgeKind::Row)
            .any(|edge| edge.from == line.from);
        let x = if passes {
            from.x + 9
        } else {
            from.x + from.w / 2
        };
        format!("M{x} {}V{}", from.bottom(), to.y)
    } else {
        let (x, y) = (from.x + 21, to.port(Says::Label));
        format!("M{x} {}V{y}H{}", from.bottom(), to.x)
    };
    edge(picture, at, &path, head(kind), out);
}

/// One line of the picture, with what it says for who cannot see it.
fn edge(picture: &Picture, at: usize, path: &str, head: &str, out: &mut String) {
    let edge = &picture.edges[at];
    let (from, to) = (&picture.nodes[edge.from].id, &picture.nodes[edge.to].id);
    let says = edge_label(picture, edge).map_or(String::new(), |label| format!(": {label}"));
    let _ = writeln!(
        out,
        "<path class=\"lijn {}\" d=\"{path}\"{} data-van=\"{}\" data-naar=\"{}\"><title>{}</title></path>",
        class(edge.kind),
        marker(head),
        escape(from),
        escape(to),
        escape(&format!("{from} → {to}{says}"))
    );
}

fn marker(head: &str) -> String {
    match head {
        "" => String::new(),
        head => format!(" marker-end=\"url(#{head})\""),
    }
}
