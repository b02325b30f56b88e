//! `oefen CASUS --kopie BESTAND`: the text of a case, for a trainer who makes one of their own from it.

use std::path::Path;

use crate::case::CaseId;
use crate::commands::lists::is_path;
use crate::error::{Done, Error, Result};
use crate::problem::nearest;
use crate::text::nl;
use crate::training::packed;
use crate::world::{Guard, World};

/// Writes it, and says what to do then.
pub(super) fn write(world: &mut World, name: &str, file: &Path) -> Result {
    let say = &nl().practise;
    if CaseId::parse(name).is_some() {
        return Err(Error::usage(say.real_case(name), say.real_case_todo()));
    }
    let Some(found) = packed().find(|one| one.id == name) else {
        if is_path(name) {
            return Err(Error::usage(say.copy_own(name), say.copy_own_todo()));
        }
        let near = nearest(name, packed().map(|one| one.id));
        let near = near.map_or_else(String::new, |near| nl().usage.did_you_mean(near));
        let names: Vec<&str> = packed().map(|one| one.id).collect();
        let todo = format!("{near} {}", say.unknown_todo(names.join(", ")));
        return Err(Error::usage(say.unknown(name), todo.trim().to_owned()));
    };
    let text = format!("{}\n{}", say.copy_header(name), found.text);
    if file == Path::new("-") {
        world.print(text.trim_end())?;
        return Ok(Done::Well);
    }
    world.write(file, text.as_bytes(), Guard::KeepOther)?;
    world.say(&say.copied(file.display()))?;
    Ok(Done::Well)
}
