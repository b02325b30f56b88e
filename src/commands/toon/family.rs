//! The people of a case: in words on the screen, and drawn in a file.

use std::path::Path;

use crate::case::CaseId;
use crate::commands::output;
use crate::commands::sheet::Sheet;
use crate::engine::View;
use crate::error::{Error, Result};
use crate::family::{Family, groups, svg};
use crate::plan::people_of;
use crate::text::nl;
use crate::world::World;

/// Puts the people on the sheet; nothing while there are none.
pub(super) fn put(sheet: &mut Sheet, view: &View<'_>) {
    let people = people_of(view);
    let family = Family::of(&people);
    if family.is_empty() {
        return;
    }
    sheet.heading(&nl().family.title());
    for group in groups(family) {
        sheet.line(3, &group.title);
        for line in &group.lines {
            sheet.point(line);
        }
    }
}

/// Draws the people in this file.
pub(super) fn draw(
    world: &mut World,
    (view, id): (&View<'_>, &CaseId),
    file: &Path,
    replace: bool,
) -> Result<()> {
    let text = &nl().family;
    let people = people_of(view);
    let family = Family::of(&people);
    if family.is_empty() {
        return Err(Error::attention(text.nobody(), text.nobody_todo(id)));
    }
    output::put(world, file, svg(family).as_bytes(), replace)?;
    if !output::is_out(file) {
        world.say(&text.written(file.display()))?;
    }
    Ok(())
}
