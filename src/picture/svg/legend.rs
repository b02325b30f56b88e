//! The head of the drawing: what it is of, and what its shapes and lines mean.

use std::fmt::Write as _;

use super::letter::{escape, fold};
use super::place::{LINE, WIDTH};
use super::shape::outline;
use super::{class, head};
use crate::picture::{EdgeKind, NodeKind, Picture};
use crate::text::nl;

/// So many stand beside each other, each so wide.
const COLUMNS: usize = 4;
const CELL: i32 = (WIDTH - 2 * MARGIN) / 4;
const MARGIN: i32 = 20;
const ROW: i32 = 22;

/// The head, and where it ends.
pub(super) struct Legend {
    pub drawn: String,
    pub bottom: i32,
}

/// The head of this picture, with only the shapes and lines that are in it.
pub(super) fn legend(picture: &Picture) -> Legend {
    let text = &nl().picture;
    let mut out = String::new();
    let mut y = 34;
    let room = f64::from(WIDTH - 2 * MARGIN);
    for line in fold(&picture.title, room, 18.0 * 1.1) {
        say(&mut out, "titel", MARGIN, y, &line);
        y += 22;
    }
    say(&mut out, "klein", MARGIN, y - 4, &picture.version);
    y += LINE;
    for line in fold(&picture.about, room, 10.0) {
        say(&mut out, "klein", MARGIN, y, &line);
        y += LINE;
    }
    y += LINE;
    let kinds = NodeKind::ALL.into_iter().filter(|kind| {
        let mut nodes = picture.nodes.iter();
        nodes.any(|node| node.kind == *kind)
    });
    say(&mut out, "kop", MARGIN, y, &text.shapes());
    y = cells(kinds.collect(), y + 8, |kind, x, y| {
        let mut cell = outline(kind, x, y, 34, 15);
        say(&mut cell, "", x + 44, y + 12, &shape_words(kind));
        out.push_str(&cell);
    });
    y += LINE;
    let has = |kind: EdgeKind| picture.edges.iter().any(|edge| edge.kind == kind);
    let kinds = EdgeKind::ALL.into_iter().filter(|kind| match kind {
        // Drawn and called the same.
        EdgeKind::Feeds => has(*kind) && !has(EdgeKind::Counts),
        _ => has(*kind),
    });
    say(&mut out, "kop", MARGIN, y, &text.lines());
    y = cells(kinds.collect(), y + 8, |kind, x, y| {
        let mut cell = format!(
            "<path class=\"lijn {}\" d=\"M{x} {}h36\" marker-end=\"url(#{})\"/>",
            class(kind),
            y + 8,
            head(kind)
        );
        say(&mut cell, "", x + 44, y + 12, &line_words(kind));
        out.push_str(&cell);
        out.push('\n');
    });
    say(&mut out, "klein", MARGIN, y + 6, &text.dots());
    let _ = writeln!(
        out,
        "<path class=\"rand\" d=\"M{MARGIN} {}H{}\"/>",
        y + LINE,
        WIDTH - MARGIN
    );
    let bottom = y + LINE;
    Legend {
        drawn: out,
        bottom: bottom + (-bottom).rem_euclid(LINE),
    }
}

/// Lays out cells in columns; gives where they end.
fn cells<T: Copy>(all: Vec<T>, top: i32, mut draw: impl FnMut(T, i32, i32)) -> i32 {
    let mut bottom = top;
    for (row, some) in all.chunks(COLUMNS).enumerate() {
        let y = top + ROW * i32::try_from(row).unwrap_or(0);
        let mut x = MARGIN;
        for one in some {
            draw(*one, x, y);
            x += CELL;
        }
        bottom = y + ROW;
    }
    bottom + LINE / 2
}

fn say(out: &mut String, class: &str, x: i32, y: i32, text: &str) {
    let class = match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    let _ = writeln!(
        out,
        "<text{class} x=\"{x}\" y=\"{y}\">{}</text>",
        escape(text)
    );
}

fn shape_words(kind: NodeKind) -> String {
    let text = &nl().picture;
    match kind {
        NodeKind::Part => text.shape_part(),
        NodeKind::Question => text.shape_question(),
        NodeKind::Judgement => text.shape_judgement(),
        NodeKind::Decision => text.shape_decision(),
        NodeKind::List => text.shape_list(),
        NodeKind::Notice => text.shape_notice(),
        NodeKind::Danger => text.shape_danger(),
        NodeKind::Number => text.shape_number(),
        NodeKind::Outcome => text.shape_outcome(),
        NodeKind::Level => text.shape_level(),
        NodeKind::NoOutcome => text.shape_no_outcome(),
    }
}

fn line_words(kind: EdgeKind) -> String {
    let text = &nl().picture;
    match kind {
        EdgeKind::Next => text.means_next(),
        EdgeKind::Row => text.means_row(),
        EdgeKind::Asked => text.means_asked(),
        EdgeKind::Beside => text.means_beside(),
        EdgeKind::RowsOf => text.means_rows_of(),
        EdgeKind::First => text.means_first(),
        EdgeKind::Weighs => text.means_weighs(),
        EdgeKind::Applies => text.means_applies(),
        EdgeKind::Counts => text.means_counts(),
        EdgeKind::Feeds => text.means_feeds(),
        EdgeKind::Advises => text.means_advises(),
        EdgeKind::Level => text.means_level(),
        EdgeKind::Stops => text.means_stops(),
    }
}
