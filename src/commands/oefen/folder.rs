//! The training folder: beside the cases, never among them, with a mark that keeps real cases out.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::text::nl;
use crate::training;
use crate::training::Opened;
use crate::world::{Guard, World};

/// The folder, beside that of the cases.
const FOLDER: &str = "oefeningen";
/// What stands in it, to tell it from a folder with cases.
pub const MARK: &str = "OEFENMAP.txt";
/// A participant's file is small.
pub const MOST_BYTES: usize = 1024 * 1024;
/// By these a folder with real cases is known.
const REAL: [&str; 2] = ["casus", "envelop"];

/// The training folder, which need not be there yet.
///
/// # Errors
/// Real cases stand in it or around it, or it is used for something else.
pub fn checked(world: &World) -> Result<PathBuf> {
    let text = &nl().practise;
    let folder = if world.given_folder {
        world.cases.clone()
    } else {
        world.cases.parent().unwrap_or(Path::new("")).join(FOLDER)
    };
    let holds_real = |folder: &Path| -> Result<bool> {
        let entries = world.entries(folder)?.unwrap_or_default();
        let real = |file: &PathBuf| {
            let end = file.extension().and_then(|end| end.to_str());
            end.is_some_and(|end| REAL.contains(&end))
        };
        Ok(entries.iter().any(real))
    };
    // Itself and the folder around it: a stray file far above says nothing.
    let near = folder.ancestors().take(2);
    for around in near.filter(|one| !one.as_os_str().is_empty()) {
        // What stands higher up may not be ours to read.
        if holds_real(around).unwrap_or(false) {
            return Err(Error::usage(
                text.real_folder(folder.display()),
                text.real_folder_todo(),
            ));
        }
    }
    let entries = world.entries(&folder)?.unwrap_or_default();
    if world.given_folder && !entries.is_empty() && !is_marked(&folder) {
        return Err(Error::usage(
            text.used_folder(folder.display()),
            text.used_folder_todo(),
        ));
    }
    Ok(folder)
}

/// Whether this is a training folder.
pub fn is_marked(folder: &Path) -> bool {
    World::size(&folder.join(MARK)).is_some()
}

/// Makes the folder and marks it, where that was not done yet.
///
/// # Errors
/// The disk refused.
pub fn mark(folder: &Path) -> Result<()> {
    if is_marked(folder) {
        return Ok(());
    }
    let text = nl().practise.folder_mark();
    World::put_own(&folder.join(MARK), text.as_bytes(), Guard::KeepOther)
}

/// A command for real cases was given a training folder.
///
/// # Errors
/// It was.
pub fn refuse(world: &World) -> Result<()> {
    let text = &nl().practise;
    if is_marked(&world.cases) {
        return Err(Error::usage(
            text.training_folder(world.cases.display()),
            text.training_folder_todo(),
        ));
    }
    Ok(())
}

/// The participants' files in a folder, each with its head. What is something else is left alone.
///
/// # Errors
/// The folder could not be read.
pub fn files(world: &World, folder: &Path) -> Result<Vec<(PathBuf, Opened)>> {
    let entries = world.entries(folder)?.unwrap_or_default();
    let mut found = Vec::new();
    for file in entries {
        if file.extension().is_none_or(|end| end != "yaml") {
            continue;
        }
        let Ok(bytes) = World::bytes(&file, MOST_BYTES) else {
            continue;
        };
        if let Ok(opened) = training::open(&bytes, &file.display().to_string()) {
            found.push((file, opened));
        }
    }
    Ok(found)
}
