//! `schema`: JSON Schema of the files that the program reads and writes, for editors and other programs.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::Value as Json;

use super::lists;
use crate::error::{Done, Error, Result};
use crate::schema;
use crate::text::nl;
use crate::world::{Guard, SETTING_KEYS, World};

/// Options of `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// Waarvan
    #[arg(value_name = "WAT")]
    wat: What,
    /// Vragenlijst waarvoor: een naam (zoals rihg) of een bestand
    #[arg(long, value_name = "VRAGENLIJST", alias = "for")]
    voor: Option<String>,
    /// Profiel van uw beroep, of een eigen bestand
    #[arg(long, value_name = "PROFIEL", alias = "profile", requires = "voor")]
    profiel: Option<String>,
    /// Bestand om te schrijven; zonder dit komt het schema op het scherm
    #[arg(short = 'o', long, value_name = "BESTAND", alias = "output")]
    uit: Option<PathBuf>,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    overschrijf: bool,
}

/// What there is a schema of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// What an author writes.
    #[value(name = "vragenlijst", alias = "questionnaire")]
    Questionnaire,
    /// Answers.
    #[value(name = "antwoorden", alias = "answers")]
    Answers,
    /// Worked cases.
    #[value(name = "proefgevallen", alias = "worked-cases")]
    WorkedCases,
    /// What `weeg` gives.
    #[value(name = "resultaat", alias = "result")]
    Outcome,
    /// A safety plan.
    #[value(name = "plan")]
    Plan,
    /// One line of a case.
    #[value(name = "casus", alias = "case")]
    Case,
    /// The list beside a case.
    #[value(name = "casuslijst", alias = "case-list")]
    KeptList,
    /// The settings file.
    #[value(name = "instellingen", alias = "settings")]
    Settings,
    /// Telephone numbers.
    #[value(name = "nummers", alias = "phones")]
    Phones,
    /// Vague words.
    #[value(name = "woorden", alias = "words")]
    Words,
    /// Shared scales.
    #[value(name = "schalen", alias = "scales")]
    Scales,
    /// Counts of `tel` that can be added up.
    #[value(name = "telling", alias = "tally")]
    Tally,
    /// Counts of `tel` that may be published.
    #[value(name = "publicatie", alias = "publication")]
    Publication,
}

impl Schema {
    /// Prints the schema, or writes it.
    pub fn run(self, world: &mut World) -> Result {
        let schema = match &self.voor {
            None => whole(self.wat),
            Some(name) => self.of(world, name)?,
        };
        let text = serde_json::to_string_pretty(&schema).map_err(|_| {
            let text = &nl().program;
            Error::attention(text.unexpected("schema"), text.unexpected_todo())
        })?;
        match self.uit.as_ref().filter(|file| file.as_os_str() != "-") {
            None => world.print(&text)?,
            Some(file) => {
                let guard = if self.overschrijf {
                    Guard::Replace
                } else {
                    Guard::KeepOther
                };
                world.write(file, format!("{text}\n").as_bytes(), guard)?;
                world.say(&nl().schema.written(file.display()))?;
            }
        }
        Ok(Done::Well)
    }

    /// The schema for one list.
    fn of(&self, world: &mut World, name: &str) -> Result<Json> {
        let make = match self.wat {
            What::Answers => schema::answers_to,
            What::WorkedCases => schema::worked_cases_of,
            other => {
                let text = &nl().schema;
                let value = other.to_possible_value();
                let what = value.as_ref().map_or("", |value| value.get_name());
                return Err(Error::usage(
                    text.only_for_a_list(what),
                    text.only_for_a_list_todo(),
                ));
            }
        };
        let mut library = lists::library(world, self.profiel.as_deref())?;
        Ok(make(&lists::load(world, &mut library, name)?))
    }
}

/// The schema for every list.
fn whole(what: What) -> Json {
    match what {
        What::Questionnaire => schema::questionnaire(),
        What::Answers => schema::answers(),
        What::WorkedCases => schema::worked_cases(),
        What::Outcome => schema::result(),
        What::Plan => schema::plan(),
        What::Case => schema::case_line(),
        What::KeptList => schema::kept_list(),
        What::Settings => schema::settings(&SETTING_KEYS),
        What::Phones => schema::phones(),
        What::Words => schema::vague_words(),
        What::Scales => schema::scales(),
        What::Tally => schema::tally(),
        What::Publication => schema::publication(),
    }
}
