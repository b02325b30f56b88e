//! What was shared: who got which version, what for and on which ground.

use crate::answer::show_date;
use crate::case::{Ground, Record, Shared};
use crate::commands::sharing::sharings;
use crate::error::{Done, Result};
use crate::plain::one_line;
use crate::text::{indent, nl};
use crate::world::World;

/// Prints every sharing, the oldest first.
pub(super) fn show(world: &mut World, record: &Record) -> Result {
    let text = &nl().share;
    let mut some = false;
    for one in sharings(record) {
        some = true;
        let head = text.shared_line(
            show_date(one.on),
            one.reader(),
            one.number,
            one_line(&one.recipient),
            &one.form,
        );
        world.print(indent(&head, world.width, 2).trim_start())?;
        for line in [text.shared_for(one_line(&one.purpose)), ground(one)] {
            world.print(&indent(&line, world.width, 2))?;
        }
        if !one.released.is_empty() {
            let rows: Vec<String> = one.released.iter().map(ToString::to_string).collect();
            world.print(&indent(
                &text.shared_released(rows.join(", ")),
                world.width,
                2,
            ))?;
        }
        if !one.sealed_for.is_empty() {
            let line = text.shared_sealed(one.sealed_for.join(", "));
            world.print(&indent(&line, world.width, 2))?;
        }
    }
    if !some {
        world.print(&text.nothing_shared())?;
    }
    Ok(Done::Well)
}

fn ground(one: &Shared) -> String {
    let text = &nl().share;
    match &one.ground {
        Ground::RightToReport => text.ground_right(),
        Ground::Access => text.ground_access(),
        Ground::Consent { from, on } => text.ground_consent(one_line(from), show_date(*on)),
        Ground::Weighed(points) => text.ground_weighed(one_line(&points.interest)),
    }
}
