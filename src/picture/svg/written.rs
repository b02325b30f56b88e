//! What stands in a box, line by line.

use super::letter::fold;
use crate::picture::label::{condition, detail};
use crate::picture::{EdgeKind, NodeKind, Picture};
use crate::text::nl;

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub text: String,
    pub says: Says,
}

/// What a line says. Lines of the picture begin and end beside the one that is about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// What the reader of the list sees.
    Label,
    /// Its id and kind.
    Detail,
    /// When it is asked.
    When,
    /// What it counts in.
    Counts,
    /// What has a value only with it.
    Needed,
    /// With which bounds or rules it is this level.
    Bounds,
}

/// How large the letters are of what the reader sees, and of the rest.
const LARGE: f64 = 12.0;
const SMALL: f64 = 10.0;
/// Bold letters are wider.
const BOLD: f64 = 13.0 * 1.1;

/// The lines in a box with this room for text.
pub(super) fn written(picture: &Picture, at: usize, room: i32) -> Vec<Written> {
    let text = &nl().picture;
    let node = &picture.nodes[at];
    let room = f64::from(room);
    let mut lines = Vec::new();
    let mut say = |what: &str, says: Says, size: f64| {
        let folded = fold(what, room, size).into_iter();
        lines.extend(folded.map(|text| Written { text, says }));
    };
    let large = match node.kind {
        NodeKind::Part => BOLD,
        _ => LARGE,
    };
    say(&node.label, Says::Label, large);
    if let Some(detail) = detail(node) {
        say(&detail, Says::Detail, SMALL);
    }
    if let Some(when) = condition(node) {
        say(&when, Says::When, SMALL);
    }
    let to = |kinds: &[EdgeKind]| {
        let own = picture.edges.iter();
        let own = own.filter(|edge| edge.from == at && kinds.contains(&edge.kind));
        let ids: Vec<&str> = own.map(|edge| picture.nodes[edge.to].id.as_str()).collect();
        (!ids.is_empty()).then(|| ids.join(", "))
    };
    if let Some(ids) = to(&[EdgeKind::Counts, EdgeKind::Feeds]) {
        say(&text.counts_in(ids), Says::Counts, SMALL);
    }
    if let Some(ids) = to(&[EdgeKind::Applies]) {
        say(&text.needed_for(ids), Says::Needed, SMALL);
    }
    if node.kind == NodeKind::Level {
        let own = picture.edges.iter().find(|edge| edge.to == at);
        if let Some(bounds) = own.and_then(|edge| edge.label.as_ref()) {
            say(&text.level_by(bounds), Says::Bounds, SMALL);
        }
    }
    lines
}
