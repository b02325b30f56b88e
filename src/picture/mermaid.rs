//! The picture as a Mermaid flowchart. Every text stands between quotes, with all signs that mean something to Mermaid, to
//! HTML or to Markdown (which it reads in labels) written as entity codes.

use super::label::{edge_label, lines};
use super::{EdgeKind, NodeKind, Picture};
use crate::plain::one_line;

/// The picture as Mermaid.
pub fn mermaid(picture: &Picture) -> String {
    let mut out = vec![
        "flowchart TB".to_owned(),
        format!(
            "  accTitle: {}",
            escape(&format!("{} ({})", picture.title, picture.version))
        ),
        format!("  accDescr: {}", escape(&picture.about)),
    ];
    for (at, node) in picture.nodes.iter().enumerate() {
        let (open, close) = shape(node.kind);
        let text: Vec<String> = lines(node).iter().map(|line| escape(line)).collect();
        let class = class(node.kind);
        out.push(format!(
            "  n{at}{open}\"{}\"{close}:::{class}",
            text.join("<br/>")
        ));
    }
    for edge in &picture.edges {
        let arrow = arrow(edge.kind);
        let label = edge_label(picture, edge)
            .map(|label| format!("|\"{}\"|", escape(&label)))
            .unwrap_or_default();
        out.push(format!("  n{} {arrow}{label} n{}", edge.from, edge.to));
    }
    // Lines that are not drawn: the questions of a row stand under each other.
    for (above, below) in picture.rows_in_order() {
        out.push(format!("  n{above} ~~~ n{below}"));
    }
    for kind in NodeKind::ALL {
        let style = style(kind);
        out.push(format!("  classDef {} {style}", class(kind)));
    }
    out.push(String::new());
    out.join("\n")
}

const fn shape(kind: NodeKind) -> (&'static str, &'static str) {
    match kind {
        NodeKind::Part => ("[/", "\\]"),
        NodeKind::Question => ("[", "]"),
        NodeKind::Judgement => ("{{", "}}"),
        NodeKind::Decision => ("[[", "]]"),
        NodeKind::List => ("[(", ")]"),
        NodeKind::Notice | NodeKind::Danger => (">", "]"),
        NodeKind::Number => ("[/", "/]"),
        NodeKind::Outcome => ("(", ")"),
        NodeKind::Level => ("([", "])"),
        NodeKind::NoOutcome => ("[\\", "/]"),
    }
}

const fn class(kind: NodeKind) -> &'static str {
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
        NodeKind::Level => "niveau",
        NodeKind::NoOutcome => "geen",
    }
}

/// Greys that print; the shape tells the kind.
const fn style(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Part => "fill:#444,color:#fff,stroke:#222",
        NodeKind::Question | NodeKind::Judgement | NodeKind::Decision | NodeKind::List => {
            "fill:#fff,color:#111,stroke:#444"
        }
        NodeKind::Notice => "fill:#f4f4f4,color:#111,stroke:#444",
        NodeKind::Danger => "fill:#fff,color:#111,stroke:#111,stroke-width:4px",
        NodeKind::Number | NodeKind::Outcome => "fill:#e8eef4,color:#111,stroke:#244",
        NodeKind::Level => "fill:#fff,color:#111,stroke:#244",
        NodeKind::NoOutcome => "fill:#eee,color:#111,stroke:#111,stroke-width:2px",
    }
}

const fn arrow(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Next => "==>",
        EdgeKind::Row | EdgeKind::Level => "-->",
        EdgeKind::Counts | EdgeKind::Feeds | EdgeKind::Weighs => "-->",
        EdgeKind::Asked
        | EdgeKind::Beside
        | EdgeKind::RowsOf
        | EdgeKind::First
        | EdgeKind::Applies
        | EdgeKind::Advises
        | EdgeKind::Stops => "-.->",
    }
}

/// Letters, digits, spaces and a few signs that mean nothing anywhere stay; all else becomes a code. A full stop, comma,
/// colon or sign of a list would mean something only in some places, and those are few.
fn escape(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    for (at, one) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1);
        let harmless = match one {
            ',' | '?' | '\'' | '/' | '’' | '–' => true,
            // Markdown counts lines that begin with a number.
            '.' => !before.is_some_and(|one| one.is_ascii_digit()),
            // A colon before other text can be taken for a style.
            ':' => after.is_none_or(|next| *next == ' '),
            other => other.is_alphanumeric() || *other == ' ' || !other.is_ascii(),
        };
        if harmless {
            out.push(*one);
        } else {
            out.push_str(&format!("#{};", u32::from(*one)));
            // What Mermaid still reads after the codes: as a line break, as mathematics, as an icon. Something without
            // width behind it keeps it apart from what follows.
            if matches!(one, '\\' | '$' | ':') {
                out.push_str("#8204;");
            }
        }
    }
    out
}
