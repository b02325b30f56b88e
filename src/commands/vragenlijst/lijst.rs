//! `vragenlijst lijst`: which lists come with the program.

use crate::error::{Done, Result};
use crate::questionnaire::Library;
use crate::text::{indent, nl};
use crate::world::World;

/// Prints each list with its version, its title and what it adapts.
pub(super) fn run(world: &mut World) -> Result {
    let library = Library::shipped();
    let text = &nl().author;
    for id in library.ids() {
        let Ok(list) = library.load(id) else {
            continue;
        };
        world.print(&text.list_line(id, &list.version.version))?;
        let mut about = list.title.to_string();
        if let Some(base) = library.adapts(id) {
            about = format!("{about} {}", text.adapts(base));
        }
        world.print(&indent(&about, world.width, 2))?;
    }
    world.say(&text.list_todo())?;
    Ok(Done::Well)
}
