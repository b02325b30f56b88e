//! `vergelijk`: two assessments of the same household side by side: two cases, one case on two days, two plan files, or two files of
//! answers. Says what differs, what that moved, and because of which answers. That something differs is no fault: the exit
//! code is 0 either way.

mod json;
pub(super) mod list;
mod plans;
pub(super) mod said;
mod sides;
mod text;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::commands::day::day;
use crate::comparison::compare;
use crate::error::{Done, Result};
use crate::world::World;

pub(super) use json::{name, schema};
pub(super) use plans::json::schema as plan_schema;
pub use sides::{day_before, named};

/// Options of `vergelijk`.
#[derive(Debug, Default, Args)]
pub struct Vergelijk {
    /// Eén casus, twee casussen, twee planbestanden, of met --vragenlijst twee bestanden met antwoorden
    #[arg(value_name = "CASUS")]
    pub what: Vec<String>,
    /// Hoe het toen was: aan het eind van deze dag; anders de vorige dag waarop u iets invulde
    #[arg(long, value_name = "JJJJ-MM-DD", alias = "at", value_parser = day, conflicts_with = "vragenlijst")]
    pub op: Option<NaiveDate>,
    /// Waarmee u vergelijkt: aan het eind van deze dag; anders nu
    #[arg(long, value_name = "JJJJ-MM-DD", alias = "with", value_parser = day, conflicts_with = "vragenlijst")]
    pub met: Option<NaiveDate>,
    /// Vergelijk twee bestanden met antwoorden op deze vragenlijst
    #[arg(long, value_name = "VRAGENLIJST", alias = "questionnaire")]
    pub vragenlijst: Option<String>,
    /// Profiel van uw beroep, of een eigen bestand; alleen met --vragenlijst
    #[arg(
        long,
        value_name = "PROFIEL",
        alias = "profile",
        requires = "vragenlijst"
    )]
    pub profiel: Option<String>,
    /// Vorm van de uitkomst
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    pub formaat: Form,
    /// Toon alles, ook wat lang is
    #[arg(long, alias = "all")]
    pub alles: bool,
}

/// How the comparison is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For a person.
    #[default]
    #[value(name = "tekst", alias = "text")]
    Text,
    /// For a program.
    #[value(name = "json")]
    Json,
}

impl Vergelijk {
    /// Compares and prints. Changes nothing.
    pub fn run(self, world: &mut World) -> Result {
        if let Some(files) = plans::files(world, &self) {
            return plans::show(world, files, self.formaat);
        }
        let (then, now) = sides::sides(world, &self)?;
        let comparison = compare(&then.side(), &now.side());
        let printed = match self.formaat {
            Form::Json => json::json(&then, &now, &comparison)?,
            Form::Text => text::text(&then, &now, &comparison, self.alles, world.width),
        };
        world.print(&printed)?;
        Ok(Done::Well)
    }
}
