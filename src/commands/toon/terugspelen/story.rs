//! Which case is played back, with the lists that it was filled in with: a case, or a copy of one without its people.

use std::path::Path;

use crate::case::{CaseId, Event, Lesson, Record, What};
use crate::commands::vergelijk::named;
use crate::commands::{casus, lists};
use crate::error::{Error, Result};
use crate::replay::{Story, Version};
use crate::text::nl;
use crate::world::World;

/// How the file of a copy ends.
pub const ENDING: &str = ".leerkopie";

/// A story with what it is called.
pub(in crate::commands) struct Told {
    pub name: String,
    /// The case it is of; none for a copy.
    pub case: Option<CaseId>,
    pub story: Story,
}

/// Whether a file is meant, and no case.
pub(in crate::commands) fn is_copy(typed: &str) -> bool {
    lists::is_path(typed) || typed.ends_with(ENDING)
}

/// The case or the copy that is meant.
pub(super) fn find(world: &mut World, typed: Option<&str>) -> Result<Told> {
    if let Some(file) = typed.filter(|typed| is_copy(typed)) {
        return copy(world, file);
    }
    let id = casus::which(world, typed, false)?;
    let record = casus::peek(world, &id)?;
    of(world, &record)
}

/// What happened in a case.
pub(in crate::commands) fn of(world: &mut World, record: &Record) -> Result<Told> {
    let id = record.header.id.clone();
    let versions = versions(world, record)?;
    let story = Story::of(record, versions);
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

/// What happened in a copy without people.
fn copy(world: &mut World, file: &str) -> Result<Told> {
    let text = &nl().copy;
    let bytes = world.read(Path::new(file), lists::MOST_BYTES)?;
    let lesson = Lesson::read(&bytes)
        .ok_or_else(|| Error::attention(text.not_a_copy(file), text.not_a_copy_todo()))?;
    let mut library = lists::library(world, Some(lists::BASE))?;
    let known = &lesson.list;
    if !library.ids().any(|id| id == known.id) {
        return Err(Error::attention(
            text.no_list(&known.id),
            text.no_list_todo(),
        ));
    }
    let list = lists::load(world, &mut library, &known.id)?;
    if list.version.sha256 != known.sha256 {
        world.say(&text.other_list(&known.version, &list.version.version))?;
    }
    Ok(Told {
        name: text.called(Path::new(file).file_stem().unwrap_or_default().display()),
        case: None,
        story: Story::told(list, lesson.moments),
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
