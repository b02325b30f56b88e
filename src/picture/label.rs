//! What stands in a box and along a line: the same words in every format.

use super::{Edge, EdgeKind, Node, NodeKind, Picture};
use crate::text::nl;

/// The lines in a box: what the reader sees, its id with the kind of answer, and when it is asked.
pub(super) fn lines(node: &Node) -> Vec<String> {
    let mut lines = vec![node.label.clone()];
    lines.extend(detail(node));
    lines.extend(condition(node));
    lines
}

/// Its id with the kind of answer or the way to compute; nothing for what shows for itself.
pub(super) fn detail(node: &Node) -> Option<String> {
    let text = &nl().picture;
    match node.kind {
        NodeKind::Level | NodeKind::NoOutcome => None,
        _ => Some(text.detail(&node.id, &node.hint)),
    }
}

/// When it is asked, has a value, or stops.
pub(super) fn condition(node: &Node) -> Option<String> {
    let text = &nl().picture;
    let when = node.when.as_ref()?;
    Some(match node.kind {
        NodeKind::Number | NodeKind::Outcome => text.has_value(when),
        NodeKind::NoOutcome => text.stops(when),
        _ => text.asked(when),
    })
}

/// What stands along a line. A condition about more than one thing stands in the box it points at; along its lines then
/// only what kind of line it is.
pub(super) fn edge_label(picture: &Picture, edge: &Edge) -> Option<String> {
    let text = &nl().picture;
    let alone = || {
        let same = |other: &&Edge| other.to == edge.to && other.kind == edge.kind;
        picture.edges.iter().filter(same).count() == 1
    };
    let label = edge.label.as_deref();
    match edge.kind {
        EdgeKind::Next => None,
        EdgeKind::Row => Some(text.line_row()),
        EdgeKind::Level => label.map(str::to_owned),
        EdgeKind::Beside => Some(text.line_beside()),
        EdgeKind::RowsOf => Some(text.line_rows_of()),
        EdgeKind::Counts | EdgeKind::Feeds => Some(text.line_counts()),
        EdgeKind::Advises => Some(text.line_advises()),
        EdgeKind::Weighs => Some(text.line_weighs()),
        EdgeKind::First => label.map(|label| text.line_first(label)),
        EdgeKind::Asked | EdgeKind::Applies | EdgeKind::Stops => match label {
            Some(label) if alone() => Some(text.line_if(label)),
            _ => Some(text.line_depends()),
        },
    }
}

impl Picture {
    /// The questions of each row, two by two in the order of asking: what stands under what.
    pub(super) fn rows_in_order(&self) -> Vec<(usize, usize)> {
        let rows: Vec<&Edge> = self
            .edges
            .iter()
            .filter(|edge| edge.kind == EdgeKind::Row)
            .collect();
        let pairs = rows.windows(2).filter(|pair| pair[0].from == pair[1].from);
        pairs.map(|pair| (pair[0].to, pair[1].to)).collect()
    }
}
