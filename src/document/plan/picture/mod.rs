//! The plan in pictures, where people would rather look: what must stop, who does what and who looks along, what was when,
//! how safe each says it is, and the family. Nothing is in a picture that is not in the plan in words too.

mod checks;
mod figures;
mod timeline;
mod top;

pub(super) use checks::checks;
pub(super) use figures::figures;
pub(super) use timeline::timeline;
pub(super) use top::top;

use crate::drawing::Drawing;

/// How wide a picture is: narrower than the text on A4, so that it can be read on a phone too.
const WIDTH: i32 = 500;

/// An empty picture of this name.
fn empty(title: String) -> Drawing {
    Drawing {
        title,
        width: WIDTH,
        ..Drawing::default()
    }
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX / 1000)
}
