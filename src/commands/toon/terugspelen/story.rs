//! Which case is played back, with the lists that it was filled in with.

use crate::case::{CaseId, Event, Record, What};
use crate::commands::casus;
use crate::commands::vergelijk::named;
use crate::error::Result;
use crate::replay::{Story, Version};
use crate::world::World;

/// A story with what it is called.
pub(super) struct Told {
    pub name: String,
    /// The case it is of.
    pub case: Option<CaseId>,
    pub story: Story,
}

/// The case that is meant.
pub(super) fn find(world: &mut World, typed: Option<&str>) -> Result<Told> {
    let id = casus::which(world, typed, false)?;
    let record = casus::peek(world, &id)?;
    let versions = versions(world, &record)?;
    let story = Story::of(&record, versions);
    let name = match story.lists.last() {
        Some(list) => named(&id, list, &record.answers),
        None => id.to_string(),
    };
    Ok(Told {
        name,
        case: Some(id),
        story,
    })
}

/// The lists that a case was filled in with, in turn.
fn versions(world: &mut World, record: &Record) -> Result<Vec<Version>> {
    let changes =
        |what: &What| matches!(what, What::Event(Event::Moved(_) | Event::ListChanged(_)));
    let moved = record.entries.iter().enumerate();
    let moved = moved.filter(|(_, entry)| changes(&entry.what));
    let mut from = vec![0];
    from.extend(moved.map(|(at, _)| at));
    let mut versions = Vec::new();
    for at in from {
        let then = record.after(if at == 0 { 0 } else { at + 1 });
        let list = casus::opened(world, &then)?.list;
        versions.push(Version { from: at, list });
    }
    Ok(versions)
}
