//! The training case that is meant, with the list in which its situations are weighed.

use crate::commands::{lists, oefen};
use crate::error::Result;
use crate::questionnaire::{Library, Questionnaire};
use crate::training::{Forms, TrainingCase};
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
    let library = Library::shipped();
    let faulty = |faults: Vec<_>| lists::faulty(&library, &faults, world);
    let weighing = library.load(WEIGHING).map_err(faulty)?;
    let forms = Forms::load(&library).map_err(faulty)?;
    let case = oefen::called(world, &forms, name)?;
    Ok(Found {
        case,
        forms,
        weighing,
    })
}
