//! `oefen --wis`: a participant takes their own file away.

use std::path::{Path, PathBuf};

use super::{Oefen, folder};
use crate::answer::interpret::yes_or_no;
use crate::error::{Done, Error, Result};
use crate::text::nl;
use crate::world::World;

/// What does without a terminal.
const SURE: &str = "`--naam` met `--zeker`";

/// Asks which, and takes it away; only of this case, where one is named.
pub(super) fn run(asked: &Oefen, world: &mut World, folder: &Path, id: Option<&str>) -> Result {
    let text = &nl().practise;
    let mut found: Vec<(PathBuf, String)> = Vec::new();
    for (file, opened) in folder::files(world, folder)? {
        let head = opened.head;
        let of = head.case.map_or(head.list.id, |case| case.id);
        if id.is_none_or(|id| id == of) {
            found.push((file, head.name));
        }
    }
    let names: std::collections::BTreeSet<&str> =
        found.iter().map(|(_, name)| name.as_str()).collect();
    // So many, and no names: those of others are theirs.
    let people = names.len();
    if found.is_empty() {
        let what = match id {
            Some(id) => text.nothing_of_case(folder.display(), id),
            None => text.nothing_to_erase(folder.display()),
        };
        return Err(Error::usage(what, text.nothing_to_erase_todo()));
    }
    let name = match &asked.naam {
        Some(name) => name.clone(),
        None => world.ask(&text.erase_whose(), SURE)?,
    };
    // With other capitals it is another word, and perhaps another's.
    found.retain(|(_, own)| own.trim() == name.trim());
    if found.is_empty() {
        return Err(Error::usage(text.no_such(name), text.no_such_todo(people)));
    }
    for (file, _) in &found {
        world.say(&text.erase_file(file.display()))?;
    }
    if !asked.zeker {
        let typed = world.ask(&text.erase_sure(), SURE)?;
        if yes_or_no(&typed) != Some(true) {
            return Err(Error::attention(
                text.erase_stopped(),
                text.erase_stopped_todo(),
            ));
        }
    }
    for (file, _) in &found {
        World::remove(file)?;
    }
    world.say(&text.erased(found.len()))?;
    Ok(Done::Well)
}
