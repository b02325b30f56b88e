//! Reading what the makers chose: asked first, for who reads it before the talk may choose otherwise after it; and kept in
//! one's own file, so that a group knows where a change can come from.

use super::keep::Kept;
use super::start::enter_is_no;
use super::{Case, page};
use crate::commands::form::DocumentForm;
use crate::error::Result;
use crate::text::nl;
use crate::world::World;

/// Shows one's own answers beside the makers', those of the second round where it is done. Whether they were shown.
pub(super) fn read(
    world: &mut World,
    first: &mut Kept<'_>,
    second: Option<&Kept<'_>>,
    case: Case<'_>,
) -> Result<bool> {
    if case.is_some() && first.participant.head.key_read.is_none() {
        if second.is_none() && !wants_it(world)? {
            return Ok(false);
        }
        first.participant.head.key_read = Some(world.now().naive_local());
        first.write()?;
    }
    DocumentForm::read_through(world, &page::document(first, second, case))?;
    Ok(true)
}

fn wants_it(world: &mut World) -> Result<bool> {
    let text = &nl().practise;
    world.say(&text.key_comes())?;
    match enter_is_no(world, &text.key_now()) {
        // All was answered: that nobody types any more is no reason to show it.
        Err(_) if world.lines => Ok(false),
        said => said,
    }
}
