//! Follows a shared folder: as soon as a file comes in or changes the report is made anew. Looks now and then, so that it
//! works on every kind of shared folder; ends with Ctrl-C.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use super::Groep;
use super::gather::Gathered;
use super::page::Brief;
use crate::commands::output;
use crate::commands::screens;
use crate::error::{Error, Result};
use crate::group::{Numbers, people};
use crate::render;
use crate::text::nl;
use crate::world::World;

/// Between two looks.
const PAUSE: Duration = Duration::from_secs(2);

/// Shows, waits, shows again.
pub(super) fn watch(world: &mut World, folder: &Path, wishes: &Groep) -> Result {
    let say = &nl().group;
    let mut before = None;
    let mut numbers = Numbers::default();
    loop {
        let Some(now) = seen(world, folder)? else {
            return Err(Error::usage(
                say.not_there(folder.display()),
                say.not_there_todo(),
            ));
        };
        if before.as_ref() != Some(&now) {
            show(world, folder, wishes, &mut numbers)?;
            before = Some(now);
        }
        sleep(PAUSE);
    }
}

/// A file, how large it is, and when it was last written.
type Seen = (PathBuf, Option<u64>, Option<SystemTime>);

/// What stands in the folder. A file that is still being written grows, and one answer may become another of the same
/// length: both are read again.
fn seen(world: &World, folder: &Path) -> Result<Option<Vec<Seen>>> {
    let stamped = |file: PathBuf| {
        let (size, written) = (World::size(&file), World::written_at(&file));
        (file, size, written)
    };
    let files = world.entries(folder)?;
    Ok(files.map(|files| files.into_iter().map(stamped).collect()))
}

/// The short form on the screen, whatever is written; numbers stay with who had them.
fn show(world: &mut World, folder: &Path, wishes: &Groep, numbers: &mut Numbers) -> Result<()> {
    let say = &nl().group;
    world.wipe()?;
    let mut gathered = Gathered::read(world, &[folder.to_owned()], wishes.namen)?;
    if gathered.is_empty() {
        return world.say(&say.watching_none(folder.display()));
    }
    gathered.settle(world, (!wishes.namen).then_some(numbers))?;
    let brief = fitting(world, wishes, &gathered)?;
    world.print(&brief)?;
    if !output::is_out(&wishes.uit) {
        let drawn = wishes.drawn(world, &gathered)?;
        output::put(world, &wishes.uit, &drawn, true)?;
    }
    let people = match people(&gathered.voices) {
        1 => say.watching_one(),
        count => say.watching_more(count),
    };
    world.say(&say.watching(people, folder.display()))
}

/// As much as fits: nobody turns pages here, and what is said first must not scroll away. Where it goes to no screen, all.
fn fitting(world: &World, wishes: &Groep, gathered: &Gathered) -> Result<String> {
    let most = wishes.aantal;
    let whole = [Brief { most, whole: true }].into_iter();
    let shorter = (1..=most).rev().map(|most| Brief { most, whole: false });
    let mut drawn = String::new();
    for brief in whole.chain(shorter) {
        let page = wishes.brief(gathered, brief)?;
        drawn = render::terminal(&page, world.width, world.colour);
        if !world.out_is_terminal || drawn.trim_end().lines().count() <= screens::room() {
            break;
        }
    }
    Ok(drawn.trim_end().to_owned())
}
