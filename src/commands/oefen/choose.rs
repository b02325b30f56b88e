//! Which case: from the pack by its name, from a file of the trainer's own, or from a list. What pattern it was written
//! for is not shown to who works on it.

use std::path::Path;

use super::LINES;
use super::folder::MOST_BYTES;
use crate::case::CaseId;
use crate::commands::lists::is_path;
use crate::error::{Error, Result};
use crate::problem::{draw, nearest};
use crate::text::nl;
use crate::training::{Forms, TrainingCase, packed, read};
use crate::world::World;

/// The case that is meant; none where only the list could be shown.
pub(super) fn case(
    world: &mut World,
    forms: &Forms,
    name: Option<&str>,
) -> Result<Option<TrainingCase>> {
    match name {
        Some(name) => called(world, forms, name).map(Some),
        None => from_list(world, forms),
    }
}

/// The case with this name, or in this file.
pub fn called(world: &mut World, forms: &Forms, name: &str) -> Result<TrainingCase> {
    let text = &nl().practise;
    if CaseId::parse(name).is_some() {
        return Err(Error::usage(text.real_case(name), text.real_case_todo()));
    }
    if is_path(name) {
        let bytes = world.read(Path::new(name), MOST_BYTES)?;
        return taken(world, forms, &bytes, name);
    }
    let Some(found) = packed().find(|one| one.id == name) else {
        let near = nearest(name, packed().map(|one| one.id));
        let near = near.map_or_else(String::new, |near| nl().usage.did_you_mean(near));
        let names: Vec<&str> = packed().map(|one| one.id).collect();
        let todo = format!("{near} {}", text.unknown_todo(names.join(", ")));
        return Err(Error::usage(text.unknown(name), todo.trim().to_owned()));
    };
    taken(world, forms, found.text.as_bytes(), found.file)
}

fn taken(world: &World, forms: &Forms, bytes: &[u8], file: &str) -> Result<TrainingCase> {
    read(bytes, file, forms).map_err(|problems| {
        let source = std::str::from_utf8(bytes).ok();
        let text = &nl().practise;
        Error::attention(text.faulty(file), text.faulty_todo(file)).with_details(vec![draw(
            &problems,
            |_| source,
            world.colour,
        )])
    })
}

/// The pack, the easiest first.
fn pack(world: &World, forms: &Forms) -> Result<Vec<TrainingCase>> {
    let mut all = Vec::new();
    for one in packed() {
        all.push(taken(world, forms, one.text.as_bytes(), one.file)?);
    }
    all.sort_by(|one, other| (one.level, &one.title).cmp(&(other.level, &other.title)));
    Ok(all)
}

fn from_list(world: &mut World, forms: &Forms) -> Result<Option<TrainingCase>> {
    let text = &nl().practise;
    let mut cases = pack(world, forms)?;
    let asks = world.person || world.lines;
    let mut lines = vec![text.cases()];
    for (at, case) in cases.iter().enumerate() {
        let level = match case.level {
            1 => text.level_1(),
            2 => text.level_2(),
            _ => text.level_3(),
        };
        lines.push(if asks {
            text.case_numbered(at + 1, &case.title, &case.id, level)
        } else {
            text.case_line(&case.id, &case.title, level)
        });
    }
    if !asks {
        world.print(&lines.join("\n"))?;
        world.say(&text.choose_todo())?;
        return Ok(None);
    }
    world.say(&lines.join("\n"))?;
    loop {
        let typed = world.ask(&text.which(), LINES)?;
        let typed = typed.trim();
        let number = typed
            .parse::<usize>()
            .ok()
            .and_then(|one| one.checked_sub(1));
        let by_name = || cases.iter().position(|case| case.id == typed);
        match number.filter(|at| *at < cases.len()).or_else(by_name) {
            Some(at) => return Ok(Some(cases.swap_remove(at))),
            None => world.say(&text.which_again(cases.len()))?,
        }
    }
}
