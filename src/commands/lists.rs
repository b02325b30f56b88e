//! Finding a list for a command: a shipped one by its id, or a file by its path; with the profile that was chosen.

use std::path::Path;

use crate::error::{Error, Result};
use crate::problem::{Problem, draw, nearest};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::library::Library;
use crate::text::nl;
use crate::world::World;

/// A file with a list, answers or a plan may have this many bytes.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// The shipped lists, with the adaptation of this profile (or of the settings) in place. A profile is the last part of
/// an adaptation's id (`knmg` for `meldcode-knmg`), the whole id, or a file of the organisation's own.
pub fn library(world: &mut World, profile: Option<&str>) -> Result<Library> {
    let mut library = Library::shipped();
    let set = profile.is_none();
    let profile = profile
        .map(str::to_owned)
        .or_else(|| world.settings.profiel.clone());
    let Some(profile) = profile.filter(|name| name != BASE) else {
        return Ok(library);
    };
    let id = if is_path(&profile) {
        add(world, &mut library, &profile)?
    } else {
        profile_id(&library, &profile).ok_or_else(|| {
            let mut error = unknown_profile(&profile);
            if set {
                let file = world.settings_file.display();
                error.todo = format!("{} {}", nl().lists.profile_from_settings(file), error.todo);
            }
            error
        })?
    };
    library
        .adapt(&id)
        .map_err(|problems| faulty(&library, &problems, world))?;
    Ok(library)
}

/// Says so where somebody typed a profile that changes nothing in this list: the outcome is not wrong, and may not be what
/// was meant. A profile of the settings stands there for other lists too.
pub fn say_if_silent(
    world: &mut World,
    library: &Library,
    profile: Option<&str>,
    list: &Questionnaire,
) -> Result<()> {
    let Some(profile) = profile.filter(|name| *name != BASE) else {
        return Ok(());
    };
    let mut lists = std::iter::once(&list.version).chain(&list.uses);
    if lists.any(|one| library.adaptations().any(|adaptation| adaptation == one.id)) {
        return Ok(());
    }
    world.say(&nl().lists.profile_silent(profile, &list.version.id))
}

/// The id of the shipped adaptation that a profile's name means.
pub fn profile_id(library: &Library, profile: &str) -> Option<String> {
    library
        .ids()
        .filter(|id| library.adapts(id).is_some())
        .find(|id| *id == profile || id.ends_with(&format!("-{profile}")))
        .map(str::to_owned)
}

/// The name of the profile that adapts nothing.
pub const BASE: &str = "basis";

/// The names of the profiles that come with the program, the base first.
pub fn profiles() -> Vec<String> {
    let library = Library::shipped();
    let adapted = library.ids().filter(|id| library.adapts(id).is_some());
    let names = adapted.map(|id| id.split_once('-').map_or(id, |(_, name)| name).to_owned());
    std::iter::once(BASE.to_owned()).chain(names).collect()
}

/// Loads a list: a shipped id, or a path to a YAML file.
pub fn load(world: &mut World, library: &mut Library, name: &str) -> Result<Questionnaire> {
    let id = id(world, library, name)?;
    library
        .load(&id)
        .map_err(|problems| faulty(library, &problems, world))
}

/// The id of the list that a name means: itself, or that of the list in a file, which is then in the library.
pub fn id(world: &mut World, library: &mut Library, name: &str) -> Result<String> {
    let id = if is_path(name) {
        add(world, library, name)?
    } else {
        name.to_owned()
    };
    if !library.ids().any(|known| known == id) {
        let text = &nl().lists;
        let near = meant(nearest(&id, library.ids()));
        let known = library.ids().collect::<Vec<_>>().join(", ");
        return Err(Error::usage(
            text.unknown(&id),
            format!("{near} {}", text.unknown_todo(known))
                .trim()
                .to_owned(),
        ));
    }
    Ok(id)
}

/// Whether a name is meant as a file.
pub fn is_path(name: &str) -> bool {
    name.contains(['/', '\\'])
        || [".yaml", ".yml"]
            .iter()
            .any(|end| name.to_lowercase().ends_with(end))
}

fn add(world: &mut World, library: &mut Library, name: &str) -> Result<String> {
    let bytes = world.read(Path::new(name), MOST_BYTES)?;
    library.add(name, &bytes).map_err(|problem| {
        let drawn = draw(
            &[*problem],
            |_| std::str::from_utf8(&bytes).ok(),
            world.colour,
        );
        Error::attention(nl().lists.faulty(), nl().lists.faulty_todo(name))
            .with_details(vec![drawn])
    })
}

fn unknown_profile(profile: &str) -> Error {
    let text = &nl().lists;
    let known = profiles();
    let near = meant(nearest(profile, known.iter().map(String::as_str)));
    Error::usage(
        text.unknown_profile(profile),
        format!("{near} {}", text.unknown_profile_todo(known.join(", ")))
            .trim()
            .to_owned(),
    )
}

fn meant(near: Option<&str>) -> String {
    near.map_or_else(String::new, |name| nl().usage.did_you_mean(name))
}

/// A list with faults cannot be used; says which, all at once.
pub fn faulty(library: &Library, problems: &[Problem], world: &World) -> Error {
    let drawn = draw(problems, |file| library.text(file), world.colour);
    let file = problems
        .first()
        .map(|problem| problem.place.file.to_string())
        .unwrap_or_default();
    Error::attention(nl().lists.faulty(), nl().lists.faulty_todo(file)).with_details(vec![drawn])
}
