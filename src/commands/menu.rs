//! What `top3` alone does: a menu for the person in front of it; without one, a short explanation.

use crate::error::{Error, Result};
use crate::text::nl;
use crate::world::World;

/// Shows the menu and does what is chosen.
pub fn run(_world: &mut World) -> Result {
    let text = &nl().program;
    Err(Error::usage(text.no_command(), text.no_command_todo()))
}
