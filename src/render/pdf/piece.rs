//! What is laid out, before it has a page: pieces that are not broken, each with what is drawn in it.

use std::rc::Rc;

use crate::drawing::Drawing;
use crate::render::words::Words;

/// A colour: red, green, blue.
pub(super) type Colour = (u8, u8, u8);

/// Ordinary text.
pub(super) const INK: Colour = (0x1b, 0x1b, 0x1f);
/// Labels.
pub(super) const SOFT: Colour = (0x4a, 0x4a, 0x55);
/// Lines.
pub(super) const LINE: Colour = (0x76, 0x76, 0x80);
/// Behind the head of a table.
pub(super) const HEAD: Colour = (0xec, 0xec, 0xf0);

/// Something drawn; places are from the left of the text and the top of the piece.
#[derive(Clone, Debug)]
pub(super) enum Ink {
    /// Words on one line, from this place on the line they stand on.
    Text {
        x: f32,
        y: f32,
        size: f32,
        colour: Colour,
        words: Vec<Words>,
    },
    /// A drawing, this many times its own size.
    Drawing {
        x: f32,
        y: f32,
        scale: f32,
        drawing: Rc<Drawing>,
    },
    /// A filled box.
    Box {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        colour: Colour,
    },
}

/// To which part of the tree of tags something belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// This one.
    Part(usize),
    /// None: it only looks so.
    Looks,
    /// None: it stands on every page.
    Page,
}

/// Something drawn, with what it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub ink: Ink,
    pub whose: Whose,
}

/// A piece that is not broken.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// Room above it; not at the top of a page.
    pub before: f32,
    pub height: f32,
    /// Stays on the page of the piece after it.
    pub holds: bool,
    pub marks: Vec<Mark>,
    /// Drawn again above it where it begins a page.
    pub head: Option<Rc<Piece>>,
    /// Where a reader may jump to: the level and the words.
    pub bookmark: Option<(usize, String)>,
}

/// Pieces, or the end of a page.
pub(super) enum Item {
    Piece(Piece),
    NewPage,
}

impl Piece {
    /// Moves what is drawn in it.
    pub fn moved(mut self, by_x: f32, by_y: f32) -> Self {
        for mark in &mut self.marks {
            mark.moved(by_x, by_y);
        }
        self
    }
}

impl Mark {
    /// Moves it.
    pub fn moved(&mut self, by_x: f32, by_y: f32) {
        match &mut self.ink {
            Ink::Text { x, y, .. } | Ink::Box { x, y, .. } | Ink::Drawing { x, y, .. } => {
                *x += by_x;
                *y += by_y;
            }
        }
    }
}
