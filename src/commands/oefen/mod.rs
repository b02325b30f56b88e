//! `oefen`: somebody works through an invented case, alone or with another, and lays their answers beside the makers' key.
//! Never a grade. What was answered stands in a folder of its own that never holds a real case.

mod again;
mod asker;
mod choose;
mod erase;
pub mod folder;
mod keep;
mod page;
mod start;
mod walk;

pub use choose::called;

use crate::commands::{lists, vragen};
use crate::error::{Done, Error, Result};
use crate::questionnaire::Library;
use crate::text::nl;
use crate::training::{Forms, TERMS, TrainingCase};
use crate::world::World;

/// What does without a terminal.
const LINES: &str = "`--regels`";

/// Options of `oefen`.
#[derive(Debug, clap::Args)]
pub struct Oefen {
    /// Naam van een verzonnen casus, of een eigen bestand; zonder kiest u uit een lijst
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// Naam of schuilnaam voor uw bestand; anders een willekeurig woord
    #[arg(long, value_name = "NAAM", alias = "name")]
    pub naam: Option<String>,
    /// Uw functie, zoals jeugdarts
    #[arg(long, value_name = "FUNCTIE", alias = "function")]
    pub functie: Option<String>,
    /// U oefent met z'n tweeën
    #[arg(long, alias = "pair")]
    pub samen: bool,
    /// 2: na het gesprek. Begint met uw eerste antwoorden en vraagt wat er verschoof en waardoor
    #[arg(long, value_name = "NUMMER", alias = "round", value_parser = clap::value_parser!(u8).range(1..=2), default_value = "1")]
    pub ronde: u8,
    /// De oefening om het eerst over de woorden eens te worden: acuut, structureel, veilig genoeg
    #[arg(long, alias = "terms", conflicts_with = "casus")]
    pub begrippen: bool,
    /// Wis uw eigen bestand
    #[arg(long, alias = "erase")]
    pub wis: bool,
    /// Wis zonder te vragen
    #[arg(long, alias = "sure", requires = "wis")]
    pub zeker: bool,
}

impl Oefen {
    /// Leads somebody through an exercise.
    pub fn run(self, world: &mut World) -> Result {
        let folder = folder::checked(world)?;
        if self.wis {
            return erase::run(&self, world, &folder);
        }
        let library = Library::shipped();
        let forms =
            Forms::load(&library).map_err(|faults| lists::faulty(&library, &faults, world))?;
        if self.begrippen {
            vragen::person(world, LINES)?;
            let list = library
                .load(TERMS)
                .map_err(|faults| lists::faulty(&library, &faults, world))?;
            return start::run(&self, world, &folder, &list, None);
        }
        let Some(case) = choose::case(world, &forms, self.casus.as_deref())? else {
            return Ok(Done::Well);
        };
        vragen::person(world, LINES)?;
        let exercise = forms.exercise.clone();
        start::run(&self, world, &folder, &exercise, Some((&case, &forms)))
    }
}

/// A case with the lists it stands on.
type Case<'a> = Option<(&'a TrainingCase, &'a Forms)>;

/// The input ended, or somebody stopped: nothing is lost.
fn ended_early(file: &std::path::Path) -> Error {
    let text = &nl().practise;
    Error::attention(text.input_ended(), text.saved(file.display()))
}
