//! The list of a case: the very one that it was started with or moved to, kept beside it; and whether the program has a
//! newer one by now.

use crate::answer::Answers;
use crate::case::Record;
use crate::commands::casus::{error, store};
use crate::commands::lists;
use crate::error::{Error, Result};
use crate::questionnaire::{Bundle, Library, ListVersion, Questionnaire};
use crate::text::nl;
use crate::world::World;

/// The list of a case.
pub struct Opened {
    /// The list.
    pub list: Questionnaire,
    /// The version that the answers were given to, where that one was not kept and the program has another one now.
    pub before: Option<ListVersion>,
    /// How many answers are to questions that the list does not have.
    pub orphans: usize,
    /// What the program has now, where that is a newer one than the case goes on with.
    pub newer: Option<ListVersion>,
    /// The texts of the list, while the case does not keep them yet.
    pub to_keep: Option<Bundle>,
    /// The texts of the list, kept or not.
    pub bundle: Bundle,
}

/// A list with the texts it was made from.
pub struct Loaded {
    /// The list.
    pub list: Questionnaire,
    /// Its texts.
    pub bundle: Bundle,
}

/// The list with this id as the program has it now, with the adaptation that a profile asks for; without one the list as
/// it is, whatever the settings say now.
pub fn load(world: &mut World, id: &str, profile: Option<&str>) -> Result<Questionnaire> {
    Ok(with_texts(world, id, profile)?.list)
}

/// The same, with the texts for a case to keep.
pub fn with_texts(world: &mut World, id: &str, profile: Option<&str>) -> Result<Loaded> {
    let mut library = lists::library(world, Some(profile.unwrap_or(lists::BASE)))?;
    let list = lists::load(world, &mut library, id)?;
    let bundle = library.bundle(id);
    Ok(Loaded { list, bundle })
}

/// The list of a case.
pub fn opened(world: &mut World, record: &Record) -> Result<Opened> {
    if let Some(kept) = kept(world, record)? {
        let newer = newer(world, record, &kept).map(|now| now.list.version);
        return Ok(Opened {
            before: None,
            orphans: orphans(&kept.list, &record.answers),
            newer,
            to_keep: None,
            list: kept.list,
            bundle: kept.bundle,
        });
    }
    let known = record.list();
    let now = with_texts(world, &record.header.start.list.id, record.profile())?;
    let list = now.list;
    Ok(Opened {
        before: (known.sha256 != list.version.sha256).then(|| known.clone()),
        orphans: orphans(&list, &record.answers),
        newer: None,
        to_keep: Some(now.bundle.clone()),
        bundle: now.bundle,
        list,
    })
}

/// The list that is kept beside a case for its latest answers; none where it was made before lists were kept.
pub fn kept(world: &World, record: &Record) -> Result<Option<Loaded>> {
    let (id, known) = (&record.header.id, record.list());
    let found = store(world).kept_list(id, &known.sha256).map_err(error)?;
    let Some(bundle) = found else {
        return Ok(None);
    };
    // Only the very same list counts: another one would give other outcomes without a word.
    let list = Library::of(bundle.clone()).load(&bundle.id).ok();
    match list.filter(|list| list.version.sha256 == known.sha256) {
        Some(list) => Ok(Some(Loaded { list, bundle })),
        None => {
            let text = &nl().cases;
            Err(Error::attention(text.bad_list(id), text.bad_list_todo(id)))
        }
    }
}

/// What the program has now for a case, where that is another list than this one and no older one.
fn newer(world: &mut World, record: &Record, kept: &Loaded) -> Option<Loaded> {
    let profile = record.profile().unwrap_or(lists::BASE);
    // A profile may be a file that is no longer there: then there is nothing newer.
    let library = lists::library(world, Some(profile)).ok()?;
    if library.holds(&kept.bundle) {
        return None;
    }
    let list = library.load(&kept.bundle.id).ok()?;
    let other = list.version.sha256 != kept.list.version.sha256;
    (other && !is_older(&list, &kept.list)).then(|| Loaded {
        bundle: library.bundle(&kept.bundle.id),
        list,
    })
}

/// Whether a list is an older one than another: some of it is of a lower version, and none of a higher.
pub fn is_older(list: &Questionnaire, than: &Questionnaire) -> bool {
    let versions = |of: &Questionnaire| -> Vec<(String, Vec<u64>)> {
        std::iter::once(&of.version)
            .chain(&of.uses)
            .map(|one| (one.id.clone(), numbers(&one.version)))
            .collect()
    };
    let other = versions(than);
    let mut lower = false;
    for (id, version) in versions(list) {
        match other.iter().find(|(known, _)| *known == id) {
            Some((_, known)) if version > *known => return false,
            Some((_, known)) => lower |= version < *known,
            None => {}
        }
    }
    lower
}

fn numbers(version: &str) -> Vec<u64> {
    let parts = version.split('.');
    parts.map(|part| part.parse().unwrap_or(0)).collect()
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
