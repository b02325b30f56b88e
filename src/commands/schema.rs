//! `schema`: JSON Schema of the files that the program reads and writes, for editors and other programs.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::Value as Json;

use super::lists;
use crate::error::{Done, Error, Result};
use crate::problem::Problem;
use crate::questionnaire::{Library, Questionnaire};
use crate::schema;
use crate::text::{indent, nl};
use crate::training::{Forms, TERMS};
use crate::world::{Guard, SETTING_KEYS, World};

/// Options of `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// Waarvan; zonder dit ziet u welke er zijn
    #[arg(value_name = "WAT")]
    wat: Option<What>,
    /// Vragenlijst waarvoor: een naam (zoals rihg) of een bestand
    #[arg(long, value_name = "VRAGENLIJST", alias = "for", requires = "wat")]
    voor: Option<String>,
    /// Profiel van uw beroep, of een eigen bestand
    #[arg(long, value_name = "PROFIEL", alias = "profile", requires = "voor")]
    profiel: Option<String>,
    /// Bestand om te schrijven; zonder dit komt het schema op het scherm
    #[arg(
        short = 'o',
        long,
        value_name = "BESTAND",
        alias = "output",
        requires = "wat"
    )]
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
    /// A record that `batch` reads.
    #[value(name = "batchrecord", alias = "batch-record")]
    BatchRecord,
    /// A line that `batch` writes.
    #[value(name = "batchregel", alias = "batch-line")]
    BatchLine,
    /// What `verifieer` gives.
    #[value(name = "nakijkverslag", alias = "verification")]
    Verification,
    /// What `vergelijk` gives.
    #[value(name = "vergelijking", alias = "comparison")]
    Comparison,
    /// What `vergelijk` gives of two plan files.
    #[value(name = "planvergelijking", alias = "plan-comparison")]
    PlanComparison,
    /// What `casussen --te-doen` gives.
    #[value(name = "te-doen", alias = "due")]
    ToDo,
    /// What `overstap` gives.
    #[value(name = "overstap", alias = "switch")]
    Switch,
    /// What `vragenlijst vergelijk` gives.
    #[value(name = "lijstverschil", alias = "list-difference")]
    ListDifference,
    /// What `vragenlijst analyse` gives.
    #[value(name = "analyse", alias = "analysis")]
    Analysis,
    /// What `vragenlijst dekking` gives.
    #[value(name = "dekking", alias = "coverage")]
    Coverage,
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
    /// The partners of an organisation.
    #[value(name = "partners")]
    Partners,
    /// Vague words.
    #[value(name = "woorden", alias = "words")]
    Words,
    /// Shared scales.
    #[value(name = "schalen", alias = "scales")]
    Scales,
    /// A paper.
    #[value(name = "papier", alias = "paper")]
    Paper,
    /// The profile of a reader.
    #[value(name = "lezer", alias = "reader")]
    Reader,
    /// Counts of `tel` that can be added up.
    #[value(name = "telling", alias = "tally")]
    Tally,
    /// Counts of `tel` that may be published.
    #[value(name = "publicatie", alias = "publication")]
    Publication,
    /// An invented case.
    #[value(name = "oefencasus", alias = "training-case")]
    TrainingCase,
    /// The file of a participant.
    #[value(name = "deelnemer", alias = "participant")]
    Participant,
    /// Votes of a room.
    #[value(name = "stemmen", alias = "votes")]
    Votes,
    /// What `groep` gives.
    #[value(name = "groepsverslag", alias = "group-report")]
    Group,
}

impl Schema {
    /// Prints the schema, or writes it.
    pub fn run(self, world: &mut World) -> Result {
        let Some(what) = self.wat else {
            return all(world);
        };
        let schema = match &self.voor {
            None => whole(world, what)?,
            Some(name) => self.of(world, what, name)?,
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
    fn of(&self, world: &mut World, what: What, name: &str) -> Result<Json> {
        let make = match what {
            What::Answers => schema::answers_to,
            What::BatchRecord => schema::batch_record_of,
            What::WorkedCases => schema::worked_cases_of,
            other => {
                let text = &nl().schema;
                return Err(Error::usage(
                    text.only_for_a_list(name_of(other)),
                    text.only_for_a_list_todo(),
                ));
            }
        };
        let mut library = lists::library(world, self.profiel.as_deref())?;
        Ok(make(&lists::load(world, &mut library, name)?))
    }
}

/// Says which there are, one a line.
fn all(world: &mut World) -> Result {
    let text = &nl().schema;
    let names: Vec<String> = What::value_variants()
        .iter()
        .copied()
        .map(name_of)
        .collect();
    let widest = names.iter().map(String::len).max().unwrap_or(0);
    world.print(&text.all_head())?;
    for (what, name) in What::value_variants().iter().zip(&names) {
        let schema = whole(world, *what)?;
        let about = schema["description"].as_str().unwrap_or_default();
        let first = about.split_inclusive(". ").next().unwrap_or_default();
        let about = indent(first.trim_end(), world.width, widest + 2);
        let line = text.all_line(format!("{name:widest$}"), about.trim_start());
        world.print(&line)?;
    }
    world.say(&text.all_todo())?;
    Ok(Done::Well)
}

fn name_of(what: What) -> String {
    let value = what.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}

/// The schema for every list.
fn whole(world: &World, what: What) -> Result<Json> {
    Ok(match what {
        What::Questionnaire => schema::questionnaire(),
        What::Answers => schema::answers(),
        What::WorkedCases => schema::worked_cases(),
        What::Outcome => schema::result(),
        What::BatchRecord => schema::batch_record(),
        What::BatchLine => schema::batch_line(),
        What::Verification => schema::verification(),
        What::Comparison => super::vergelijk::schema(),
        What::PlanComparison => super::vergelijk::plan_schema(),
        What::ToDo => super::casussen::schema(),
        What::Switch => super::overstap::schema(),
        What::ListDifference => super::vragenlijst::vergelijk::schema(),
        What::Analysis => super::vragenlijst::analyse::schema(),
        What::Coverage => super::vragenlijst::dekking::schema(),
        What::Plan => schema::plan(),
        What::Case => schema::case_line(),
        What::KeptList => schema::kept_list(),
        What::Settings => schema::settings(&SETTING_KEYS),
        What::Phones => schema::phones(),
        What::Partners => schema::partners(),
        What::Words => schema::vague_words(),
        What::Scales => schema::scales(),
        What::Paper => schema::paper(),
        What::Reader => schema::reader(),
        What::Tally => schema::tally(),
        What::Publication => schema::publication(),
        What::TrainingCase => schema::training_case(&forms(world)?.0),
        What::Participant => {
            let (forms, terms) = forms(world)?;
            schema::participant(&[&forms.exercise, &terms])
        }
        What::Votes => super::groep::votes_schema(),
        What::Group => super::groep::schema(),
    })
}

/// The lists that an exercise stands on.
fn forms(world: &World) -> Result<(Forms, Questionnaire)> {
    let library = Library::shipped();
    let faulty = |problems: Vec<Problem>| lists::faulty(&library, &problems, world);
    let forms = Forms::load(&library).map_err(faulty)?;
    let terms = library.load(TERMS).map_err(faulty)?;
    Ok((forms, terms))
}
