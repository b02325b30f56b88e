//! The list of a case: with the profile it started with, and what has changed in it since.

use crate::answer::Answers;
use crate::case::Record;
use crate::commands::lists;
use crate::error::Result;
use crate::questionnaire::{ListVersion, Questionnaire};
use crate::world::World;

/// The list of a case as it is now.
pub struct Opened {
    /// The list.
    pub list: Questionnaire,
    /// The version that the latest answers were given to, where that is another one.
    pub before: Option<ListVersion>,
    /// How many answers are to questions that the list no longer has.
    pub orphans: usize,
}

/// The list with this id, with the adaptation that a profile asks for; without one the list as it is, whatever the
/// settings say now: a case keeps the profile it started with.
pub fn load(world: &mut World, id: &str, profile: Option<&str>) -> Result<Questionnaire> {
    let mut library = lists::library(world, Some(profile.unwrap_or(lists::BASE)))?;
    lists::load(world, &mut library, id)
}

/// The list of a case.
pub fn opened(world: &mut World, record: &Record) -> Result<Opened> {
    let start = &record.header.start;
    let list = load(world, &start.list.id, start.profile.as_deref())?;
    let known = record.list();
    Ok(Opened {
        before: (known.sha256 != list.version.sha256).then(|| known.clone()),
        orphans: orphans(&list, &record.answers),
        list,
    })
}

fn orphans(list: &Questionnaire, answers: &Answers) -> usize {
    answers
        .iter()
        .filter(|(key, _)| list.find(&key.question.0).is_none())
        .count()
}

/// The profile of a new case from what was typed or set: none for the base. A file is kept with its whole path, so that
/// the case finds it again from anywhere.
pub fn profile(world: &World, typed: Option<String>) -> Option<String> {
    let name = typed
        .or_else(|| world.settings.profiel.clone())
        .filter(|name| name != lists::BASE)?;
    if lists::is_path(&name) {
        let whole = std::path::absolute(&name).ok();
        return Some(whole.map_or(name, |path| path.display().to_string()));
    }
    Some(name)
}
