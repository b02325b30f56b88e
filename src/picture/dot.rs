//! The picture in DOT, the language of Graphviz. Every text stands between quotes; backslashes, quotes and ampersands are
//! escaped, so that nothing in it is read as a code.

use super::label::{edge_label, lines};
use super::{EdgeKind, NodeKind, Picture};
use crate::plain::one_line;
use crate::text::wrap;

/// Labels are broken at about so many letters.
const BOX: usize = 44;
const LINE: usize = 28;

/// The picture in DOT.
pub fn dot(picture: &Picture) -> String {
    let title = format!("{} ({})", picture.title, picture.version);
    let mut out = vec![
        format!("digraph {} {{", quoted(&picture.version)),
        format!("  label={}; labelloc=t; fontsize=18;", quoted(&title)),
        format!("  comment={};", quoted(&picture.about)),
        "  rankdir=TB; nodesep=0.25; ranksep=0.3; fontname=\"Arial\";".to_owned(),
        "  node [fontname=\"Arial\", fontsize=10, margin=\"0.12,0.06\"];".to_owned(),
        "  edge [fontname=\"Arial\", fontsize=8, arrowsize=0.7];".to_owned(),
    ];
    for (at, node) in picture.nodes.iter().enumerate() {
        let text: Vec<String> = lines(node).iter().map(|line| folded(line, BOX)).collect();
        out.push(format!(
            "  n{at} [{}, label={}];",
            look(node.kind),
            quoted(&text.join("\n"))
        ));
    }
    for edge in &picture.edges {
        let label = edge_label(picture, edge)
            .map(|label| format!(", label={}", quoted(&folded(&label, LINE))))
            .unwrap_or_default();
        let (from, to, style) = (edge.from, edge.to, drawn(edge.kind));
        out.push(format!("  n{from} -> n{to} [{style}{label}];"));
    }
    // Lines that are not drawn: the questions of a row stand under each other.
    for (above, below) in picture.rows_in_order() {
        out.push(format!("  n{above} -> n{below} [style=invis, weight=4];"));
    }
    out.push("}".to_owned());
    out.push(String::new());
    out.join("\n")
}

const fn look(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Part => {
            "shape=tab, style=filled, fillcolor=\"#444444\", fontcolor=white, fontsize=13"
        }
        NodeKind::Question => "shape=box",
        NodeKind::Judgement => "shape=hexagon, margin=\"0\"",
        NodeKind::Decision => "shape=component",
        NodeKind::List => "shape=box3d",
        NodeKind::Notice => "shape=note, style=filled, fillcolor=\"#f4f4f4\"",
        NodeKind::Danger => "shape=note, penwidth=4",
        NodeKind::Number => {
            "shape=parallelogram, margin=\"0\", style=filled, fillcolor=\"#e8eef4\""
        }
        NodeKind::Outcome => {
            "shape=box, style=\"rounded,filled\", fillcolor=\"#e8eef4\", peripheries=2"
        }
        NodeKind::Level => "shape=oval, margin=\"0.02\"",
        NodeKind::NoOutcome => "shape=octagon, style=filled, fillcolor=\"#eeeeee\"",
    }
}

/// The order of asking holds the picture together; the rest bends around it.
const fn drawn(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Next => "style=bold, weight=3",
        EdgeKind::Row => "color=\"#666666\", weight=1",
        EdgeKind::Level => "color=\"#224444\", weight=8",
        EdgeKind::Counts | EdgeKind::Feeds | EdgeKind::Weighs => "color=\"#224444\", weight=2",
        EdgeKind::Asked | EdgeKind::Applies => "style=dashed, arrowhead=empty, weight=1",
        EdgeKind::Beside | EdgeKind::RowsOf | EdgeKind::First => {
            "style=dotted, arrowhead=vee, weight=1"
        }
        EdgeKind::Advises | EdgeKind::Stops => "style=dashed, arrowhead=diamond, weight=1",
    }
}

fn folded(text: &str, width: usize) -> String {
    wrap(&one_line(text), width)
}

/// A text between quotes. Line breaks become `\n`.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for one in text.chars() {
        match one {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
