//! `vragenlijst analyse`: what comes out of a list over all possible answers, and whether what its maker promises is so.

mod claim;
mod figure;
mod idle;
mod json;
mod page;
mod picture;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::analysis::{Compared, Facts, Verdict, compare, facts, judge};
use crate::commands::lists;
use crate::error::{Done, Error, Result};
use crate::problem::nearest;
use crate::questionnaire::check::Needs;
use crate::questionnaire::{Claim, DerivedIx, Library, Questionnaire};
use crate::text::nl;
use crate::world::World;

pub(in crate::commands) use json::schema;

/// Options of `vragenlijst analyse`.
#[derive(Debug, Args)]
pub(super) struct Analyse {
    /// Een naam (zoals rihg) of een bestand
    #[arg(value_name = "LIJST")]
    list: String,
    /// Alleen deze uitkomst
    #[arg(long, value_name = "ID", alias = "outcome")]
    uitkomst: Option<String>,
    /// Vorm van wat er komt
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    formaat: Form,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For a person.
    #[value(name = "tekst", alias = "text")]
    Text,
    /// For a program.
    Json,
}

/// All that was found.
struct Found<'a> {
    list: &'a Questionnaire,
    day: NaiveDate,
    facts: Vec<Facts>,
    /// What came of each property, by its place in the list.
    properties: Vec<(usize, Verdict)>,
    settings: Vec<Setting>,
    /// Whether one outcome was asked for, and not all.
    one: bool,
}

/// What another value of a setting changes.
struct Setting {
    id: String,
    /// As it is set.
    value: String,
    /// As it could be.
    other: String,
    compared: Vec<(DerivedIx, Compared)>,
}

impl Analyse {
    /// Looks through all answers and prints what was found; exit 1 when a promise is not kept.
    pub fn run(&self, world: &mut World) -> Result {
        let mut library = Library::shipped();
        let list = lists::load(world, &mut library, &self.list)?;
        let wanted = self.wanted(&list)?;
        let found = find(&library, &list, world.today, wanted);
        match self.formaat {
            Form::Json => world.print(&json::json(&found)?)?,
            Form::Text => world.print(&page::page(&found, world.width))?,
        }
        Ok(if found.wrong() == 0 {
            Done::Well
        } else {
            Done::Attention
        })
    }

    /// The outcome that was asked for.
    fn wanted(&self, list: &Questionnaire) -> Result<Option<DerivedIx>> {
        let Some(id) = &self.uitkomst else {
            return Ok(None);
        };
        if let Some(at) = list.find_derived(id) {
            return Ok(Some(at));
        }
        let text = &nl().analysis;
        let known: Vec<&str> = list.derived.iter().map(|one| one.id.as_str()).collect();
        let near = nearest(id, known.iter().copied());
        let near = near.map_or_else(String::new, |near| nl().usage.did_you_mean(near));
        let todo = if known.is_empty() {
            text.nothing_follows()
        } else {
            text.unknown_outcome_todo(known.join(", "))
        };
        Err(Error::usage(
            text.unknown_outcome(id),
            format!("{near} {todo}").trim().to_owned(),
        ))
    }
}

impl Found<'_> {
    /// How many promises are not as they should be.
    fn wrong(&self) -> usize {
        let properties = self.properties.iter();
        properties
            .filter(|(at, verdict)| !verdict.is_right(&self.list.properties[*at]))
            .count()
    }
}

fn find<'a>(
    library: &Library,
    list: &'a Questionnaire,
    day: NaiveDate,
    wanted: Option<DerivedIx>,
) -> Found<'a> {
    let needs = Needs::of(list);
    let all: Vec<DerivedIx> = match wanted {
        Some(at) => vec![at],
        None => (0..list.derived.len()).map(DerivedIx).collect(),
    };
    let about = |claim: &Claim| match (wanted, claim.of()) {
        (Some(wanted), Some(of)) => wanted == of,
        (Some(wanted), None) => claim.speaks_of(wanted),
        (None, _) => true,
    };
    let properties = list.properties.iter().enumerate();
    Found {
        list,
        day,
        facts: all.iter().map(|at| facts(list, &needs, day, *at)).collect(),
        properties: properties
            .filter(|(_, property)| about(&property.claim))
            .map(|(at, property)| (at, judge(list, &needs, property)))
            .collect(),
        settings: settings(library, list, day, &all),
        one: wanted.is_some(),
    }
}

/// What every other value of each setting of the list itself changes.
fn settings(
    library: &Library,
    list: &Questionnaire,
    day: NaiveDate,
    all: &[DerivedIx],
) -> Vec<Setting> {
    let mut found = Vec::new();
    for setting in list.settings.iter().filter(|one| !one.id.contains('.')) {
        for value in setting.values.iter().filter(|one| **one != setting.value) {
            let Ok(other) = library.load_with(&list.version.id, &setting.id, value) else {
                continue;
            };
            let compared = all.iter();
            found.push(Setting {
                id: setting.id.clone(),
                value: setting.value.clone(),
                other: value.clone(),
                compared: compared
                    .map(|at| (*at, compare(list, &other, day, *at)))
                    .collect(),
            });
        }
    }
    found
}
