//! The training case that is meant, with the lists it stands on.

use std::path::Path;

use crate::commands::lists;
use crate::error::{Error, Result};
use crate::problem::{draw, nearest};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::training::{Forms, TrainingCase, packed, read};
use crate::world::World;

/// The list in which situations are weighed in a real case: its order moves with what a room answers.
const WEIGHING: &str = "top3";

/// A case to show.
pub(super) struct Found {
    pub case: TrainingCase,
    pub forms: Forms,
    pub weighing: Questionnaire,
}

/// Finds and reads it.
pub(super) fn find(world: &mut World, name: &str) -> Result<Found> {
    let text = &nl().present;
    let mut library = lists::library(world, Some(lists::BASE))?;
    let weighing = lists::load(world, &mut library, WEIGHING)?;
    let broken = |problems: Vec<crate::problem::Problem>, bytes: &[u8], world: &World| {
        let source = std::str::from_utf8(bytes).ok();
        Error::attention(text.faulty(name), text.faulty_todo()).with_details(vec![draw(
            &problems,
            |_| source,
            world.colour,
        )])
    };
    let forms = Forms::load(&library).map_err(|problems| broken(problems, &[], world))?;
    let (bytes, file) = if lists::is_path(name) {
        let bytes = world.read(Path::new(name), lists::MOST_BYTES)?;
        (bytes, name)
    } else {
        let Some(found) = packed().find(|one| one.id == name) else {
            let near = nearest(name, packed().map(|one| one.id));
            let near = near.map_or_else(String::new, |near| nl().usage.did_you_mean(near));
            let names: Vec<&str> = packed().map(|one| one.id).collect();
            let todo = format!("{near} {}", text.unknown_todo(names.join(", ")));
            return Err(Error::usage(text.unknown(), todo.trim().to_owned()));
        };
        (found.text.as_bytes().to_vec(), found.file)
    };
    let case = read(&bytes, file, &forms).map_err(|problems| broken(problems, &bytes, world))?;
    Ok(Found {
        case,
        forms,
        weighing,
    })
}
