//! The training case that is meant, with the list in which its situations are weighed.

use crate::commands::{lists, oefen};
use crate::error::Result;
use crate::questionnaire::{Library, Questionnaire};
use crate::training::{Forms, TrainingCase};
use crate::world::World;

/// The lists of a real case that move with what a room answers: the first gives the order of the situations.
const WEIGHING: [&str; 3] = ["top3", "acuut", "gezinsprofielen"];

/// A case to show.
pub(super) struct Found {
    pub case: TrainingCase,
    pub forms: Forms,
    /// The lists that its answers are weighed in; in the first its situations.
    pub lists: Vec<Questionnaire>,
}

/// Finds and reads it.
pub(super) fn find(world: &mut World, name: &str) -> Result<Found> {
    let library = Library::shipped();
    let faulty = |faults: Vec<_>| lists::faulty(&library, &faults, world);
    let lists = WEIGHING.iter().map(|name| library.load(name));
    let lists = lists
        .collect::<std::result::Result<_, _>>()
        .map_err(faulty)?;
    let forms = Forms::load(&library).map_err(faulty)?;
    let case = oefen::called(world, &forms, name)?;
    Ok(Found { case, forms, lists })
}
