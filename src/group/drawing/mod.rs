//! A group in pictures: where it came apart, who chose what, what came first. Each says the same in words, and in each the
//! number stands beside the colour.

mod dots;
mod heat;
mod matrix;
mod ranks;

pub use dots::dots;
pub use heat::heat;
pub use matrix::matrix;
pub use ranks::ranks;

use crate::drawing::{Colour, INK, PAPER};

/// How wide a picture is.
const WIDE: i32 = 700;

/// Five shades, from nothing to much, and the colour of words on each.
const SHADES: [(Colour, Colour); 5] = [
    (PAPER, INK),
    ((0xdb, 0xe7, 0xf0), INK),
    ((0xa9, 0xc5, 0xda), INK),
    ((0x6f, 0x9f, 0xc2), INK),
    ((0x1f, 0x4e, 0x70), PAPER),
];

fn whole(many: usize) -> i32 {
    i32::try_from(many).unwrap_or(i32::MAX / 4)
}
