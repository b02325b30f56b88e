//! Boxes, drawn: each kind has an outline of its own, so that nothing depends on colour.

use std::fmt::Write as _;

use super::letter::escape;
use super::place::Layout;
use super::written::Says;
use crate::picture::{NodeKind, Picture};

/// One box with its text.
pub(super) fn drawn(picture: &Picture, layout: &Layout, at: usize) -> String {
    let (node, own) = (&picture.nodes[at], &layout.boxes[at]);
    let mut out = format!(
        "<g class=\"{}\" data-id=\"{}\"><title>{}</title>",
        name(node.kind),
        escape(&node.id),
        escape(&crate::picture::label::lines(node).join(" "))
    );
    out.push_str(&outline(node.kind, own.x, own.y, own.w, own.h));
    for (line, written) in own.lines.iter().enumerate() {
        let (x, y) = own.base(line);
        let class = match (node.kind, written.says) {
            (NodeKind::Part, Says::Label) => "wit kop",
            (NodeKind::Part, _) => "wit klein",
            (_, Says::Label) => "",
            (_, Says::When) => "klein t-als",
            (_, Says::Counts) => "klein t-telt",
            (_, Says::Needed) => "klein t-als",
            (_, Says::Detail | Says::Bounds) => "klein",
        };
        let class = match class {
            "" => String::new(),
            class => format!(" class=\"{class}\""),
        };
        let _ = write!(
            out,
            "<text{class} x=\"{x}\" y=\"{y}\">{}</text>",
            escape(&written.text)
        );
    }
    out.push_str("</g>\n");
    out
}

/// What a kind is called in the drawing itself.
pub(super) const fn name(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Part => "onderdeel",
        NodeKind::Question => "vraag",
        NodeKind::Judgement => "oordeel",
        NodeKind::Decision => "besluit",
        NodeKind::List => "lijst",
        NodeKind::Notice => "mededeling",
        NodeKind::Danger => "gevaar",
        NodeKind::Number => "getal",
        NodeKind::Outcome => "uitkomst",
        NodeKind::Level => "keuze",
        NodeKind::NoOutcome => "geen",
    }
}

/// How deep slanting sides and cut corners go.
const DENT: i32 = 9;

/// The outline of a kind, in this room.
pub(super) fn outline(kind: NodeKind, x: i32, y: i32, w: i32, h: i32) -> String {
    let (right, bottom) = (x + w, y + h);
    let path = |class: &str, d: &str| format!("<path class=\"doos{class}\" d=\"{d}\"/>");
    let rect = |class: &str, x: i32, y: i32, w: i32, h: i32, round: i32| {
        format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{round}\"/>"
        )
    };
    let note = |class: &str| {
        let (fold, low) = (right - 11, y + 11);
        path(
            class,
            &format!("M{x} {y}H{fold}L{right} {low}V{bottom}H{x}zM{fold} {y}V{low}H{right}"),
        )
    };
    match kind {
        NodeKind::Part => rect("doos donker", x, y, w, h, 0),
        NodeKind::Question => rect("doos", x, y, w, h, 2),
        NodeKind::Judgement => {
            let mid = y + h / 2;
            let (left, far) = (x + DENT, right - DENT);
            path(
                "",
                &format!("M{left} {y}H{far}L{right} {mid}L{far} {bottom}H{left}L{x} {mid}z"),
            )
        }
        NodeKind::Decision => {
            let (left, far) = (x + 6, right - 6);
            rect("doos", x, y, w, h, 0)
                + &format!("<path class=\"rand\" d=\"M{left} {y}V{bottom}M{far} {y}V{bottom}\"/>")
        }
        NodeKind::List => rect("doos", x + 4, y + 4, w, h, 2) + &rect("doos", x, y, w, h, 2),
        NodeKind::Notice => note(" grijs"),
        NodeKind::Danger => note(" dik"),
        NodeKind::Number => {
            let (left, far) = (x + DENT, right - DENT);
            path(" uit", &format!("M{left} {y}H{right}L{far} {bottom}H{x}z"))
        }
        NodeKind::Outcome => {
            rect("doos uit", x, y, w, h, 9) + &rect("rand", x + 3, y + 3, w - 6, h - 6, 7)
        }
        NodeKind::Level => rect("doos", x, y, w, h, h.min(30) / 2),
        NodeKind::NoOutcome => {
            let cut = DENT.min(h / 3);
            let (left, far, high, low) = (x + cut, right - cut, y + cut, bottom - cut);
            path(
                " grijs",
                &format!(
                    "M{left} {y}H{far}L{right} {high}V{low}L{far} {bottom}H{left}L{x} {low}V{high}z"
                ),
            )
        }
    }
}

/// How far the outline of a kind stands in, left and right, at this depth in a box of this height.
pub(super) fn inset(kind: NodeKind, height: i32, depth: i32) -> (i32, i32) {
    let height = height.max(1);
    match kind {
        NodeKind::Judgement => {
            let dent = DENT * (2 * depth - height).abs() / height;
            (dent, dent)
        }
        NodeKind::Number => (DENT * (height - depth) / height, DENT * depth / height),
        NodeKind::NoOutcome => {
            let cut = DENT.min(height / 3);
            let dent = (cut - depth).max(cut - (height - depth)).max(0);
            (dent, dent)
        }
        _ => (0, 0),
    }
}
