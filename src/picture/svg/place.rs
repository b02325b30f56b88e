//! Boxes: how large each is, and where it stands. Questions stand under each other in the order of asking; derived values
//! in a lane beside them, each near the last question it needs. No box stands across the edge of a page.

use super::written::{Says, Written, written};
use crate::picture::{EdgeKind, NodeKind, Picture};

/// What fits on a page of A4 within its margins, in millimetres.
pub(super) const PAPER: (i32, i32) = (190, 277);
/// How wide the whole picture is, and how much of it fits on one page from top to bottom.
pub(super) const WIDTH: i32 = 940;
const PAGE: i32 = WIDTH * PAPER.1 / PAPER.0;
/// From where to where the lane of the questions runs, and that of the derived values. Lines run between and around them.
pub(super) const QUESTIONS: (i32, i32) = (100, 450);
pub(super) const DERIVED: (i32, i32) = (590, 880);

/// How high a line of text is. Boxes stand on a grid of it, derived values half a step lower, so that lines to the one and
/// to the other never run over each other.
pub(super) const LINE: i32 = 15;
const HALF: i32 = 7;
/// Above the text in a box, and beside it.
const PAD: i32 = 7;
const SIDE: i32 = 15;
/// The questions of a row, and levels, stand so far in.
const INDENT: i32 = 34;

/// One box.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
    pub lines: Vec<Written>,
}

impl Placed {
    pub const fn right(&self) -> i32 {
        self.x + self.w
    }

    pub const fn bottom(&self) -> i32 {
        self.y + self.h
    }

    /// The middle of the first line that says this; of the first line where none does.
    pub fn port(&self, says: Says) -> i32 {
        let at = self.lines.iter().position(|line| line.says == says);
        self.y + PAD + count(at.unwrap_or(0)) * LINE + HALF
    }

    /// Where the text of a line stands.
    pub fn base(&self, at: usize) -> (i32, i32) {
        (self.x + SIDE, self.y + PAD + count(at) * LINE + 11)
    }
}

/// All boxes, in the order of the nodes.
pub(super) struct Layout {
    pub boxes: Vec<Placed>,
    pub height: i32,
}

impl Layout {
    /// Places everything below this.
    pub fn of(picture: &Picture, top: i32) -> Self {
        let boxes = (0..picture.nodes.len()).map(|at| sized(picture, at));
        let mut layout = Self {
            boxes: boxes.collect(),
            height: 0,
        };
        let (beside, flow): (Vec<usize>, Vec<usize>) =
            (0..picture.nodes.len()).partition(|at| follows(picture.nodes[*at].kind));
        let mut cursor = top;
        for at in flow {
            let part = picture.nodes[at].kind == NodeKind::Part;
            cursor += if part { 2 * LINE } else { LINE };
            cursor = layout.put(at, cursor, part);
        }
        layout.height = cursor;
        layout.beside(picture, beside, top);
        layout.height += 2 * LINE;
        layout
    }

    /// Derived values: each at the height of the last thing it needs, or lower where there is no room.
    fn beside(&mut self, picture: &Picture, beside: Vec<usize>, top: i32) {
        let mut wanted = vec![top; picture.nodes.len()];
        for at in &beside {
            let needs = picture.edges.iter().filter(|edge| edge.to == *at);
            let needs = needs.filter(|edge| edge.kind != EdgeKind::Level);
            let heights = needs.map(|edge| {
                let from = edge.from;
                if follows(picture.nodes[from].kind) {
                    wanted[from]
                } else {
                    self.boxes[from].y
                }
            });
            wanted[*at] = heights.max().unwrap_or(top);
        }
        let mut heads: Vec<usize> = beside
            .iter()
            .copied()
            .filter(|at| picture.nodes[*at].within.is_none())
            .collect();
        heads.sort_by_key(|at| wanted[*at]);
        let mut cursor = top + HALF;
        for head in heads {
            cursor = cursor.max(wanted[head] - LINE + HALF) + 2 * LINE;
            cursor = self.put(head, cursor, true);
            for at in &beside {
                if picture.nodes[*at].within == Some(head) {
                    cursor = self.put(*at, cursor + LINE, false);
                }
            }
        }
        self.height = self.height.max(cursor);
    }

    /// Puts a box here, or at the top of the next page; gives where it ends. `keep`: with room for what belongs under it.
    fn put(&mut self, at: usize, y: i32, keep: bool) -> i32 {
        let h = self.boxes[at].h;
        let need = if keep { h + 5 * LINE } else { h };
        let on_page = y.rem_euclid(PAGE);
        let y = if on_page + need > PAGE - LINE && need < PAGE - 2 * LINE {
            let next = y - on_page + PAGE + LINE;
            // Back on the grid that it was on.
            next + (y - next).rem_euclid(LINE)
        } else {
            y
        };
        self.boxes[at].y = y;
        y + h
    }
}

fn sized(picture: &Picture, at: usize) -> Placed {
    let node = &picture.nodes[at];
    let inset = match node.within.map(|within| picture.nodes[within].kind) {
        None | Some(NodeKind::Part) => 0,
        Some(_) => INDENT,
    };
    let (left, right) = if follows(node.kind) {
        DERIVED
    } else {
        QUESTIONS
    };
    let w = right - left - inset;
    let lines = written(picture, at, w - 2 * SIDE);
    Placed {
        x: left + inset,
        y: 0,
        w,
        h: LINE * (count(lines.len()) + 1),
        lines,
    }
}

/// Whether it stands beside the questions.
pub(super) const fn follows(kind: NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Number | NodeKind::Outcome | NodeKind::Level | NodeKind::NoOutcome
    )
}

fn count(of: usize) -> i32 {
    i32::try_from(of).unwrap_or(i32::MAX / LINE / 2)
}
