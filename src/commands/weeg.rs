//! `weeg`: what follows from one set of answers, without a person. Asks nothing.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{answers, lists};
use crate::answer::Answers;
use crate::assessment::{Assessment, assess, refuse};
use crate::error::{Done, Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::{nl, wrap};
use crate::world::World;

/// Options of `weeg`.
#[derive(Debug, Args)]
pub struct Weeg {
    /// Vragenlijst: een naam (zoals rihg) of een bestand
    #[arg(value_name = "VRAGENLIJST")]
    list: String,
    /// Bestand met antwoorden (YAML of JSON); - leest wat binnenkomt
    #[arg(value_name = "ANTWOORDEN", default_value = "-")]
    answers: PathBuf,
    /// Vorm van de uitkomst
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    formaat: Form,
    /// Profiel van uw beroep, of een eigen bestand
    #[arg(long, value_name = "PROFIEL", alias = "profile")]
    profiel: Option<String>,
}

/// How the outcome is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For a person.
    #[value(name = "tekst", alias = "text")]
    Text,
    /// For a program.
    Json,
}

impl Weeg {
    /// Assesses and prints.
    pub fn run(&self, world: &mut World) -> Result {
        let mut library = lists::library(world, self.profiel.as_deref())?;
        let list = lists::load(world, &mut library, &self.list)?;
        match answers::read(world, &list, &self.list, &self.answers)? {
            Ok(answers) => self.print(world, &list, &answers),
            Err(faults) => self.refuse(world, &list, &faults),
        }
    }

    fn print(&self, world: &mut World, list: &Questionnaire, answers: &Answers) -> Result {
        let assessment = assess(list, answers, world.today);
        match self.formaat {
            Form::Json => world.print(&json(&assessment)?)?,
            Form::Text => world.print(&text(list, &assessment, world.width))?,
        }
        Ok(Done::Well)
    }

    fn refuse(&self, world: &mut World, list: &Questionnaire, faults: &answers::Faults) -> Result {
        if self.formaat == Form::Json {
            world.print(&json(&refuse(list, &faults.problems, world.today))?)?;
        }
        let file = self.answers.display();
        Err(Error::attention(
            nl().lists.answers_faulty(file),
            nl().lists.answers_faulty_todo(),
        )
        .with_details(vec![faults.drawn(world.colour)]))
    }
}

fn json(assessment: &Assessment) -> Result<String> {
    serde_json::to_string_pretty(assessment).map_err(|_| {
        Error::attention(
            nl().program.unexpected("weeg"),
            nl().program.unexpected_todo(),
        )
    })
}

/// For a person: each outcome with what is certain about it, why, and what could still change it.
fn text(list: &Questionnaire, assessment: &Assessment, width: usize) -> String {
    let says = &nl().lists;
    let mut lines = vec![format!(
        "{} ({} {})",
        list.title, list.version.id, list.version.version
    )];
    if let Some(outside) = &assessment.niet_toepasbaar {
        lines.push(wrap(&says.not_applicable(&outside.reden), width));
    }
    for derived in &list.derived {
        let Some(outcome) = assessment.uitkomsten.get(&derived.id) else {
            continue;
        };
        let title = derived
            .title
            .as_ref()
            .map_or(derived.id.as_str(), |title| &title.nl);
        let word = |value: &serde_json::Value| match value {
            serde_json::Value::Null => says.no_value(),
            serde_json::Value::String(level) => derived
                .levels
                .iter()
                .find(|one| *one.id.0 == **level)
                .map_or_else(|| level.clone(), |one| one.text.to_string()),
            number => number.to_string(),
        };
        let value = if outcome.zekerheid == "vast" {
            says.fixed(word(&outcome.waarde))
        } else if !outcome.ondergrens.is_null() || !outcome.bovengrens.is_null() {
            let side = |bound: &serde_json::Value| {
                if bound.is_null() {
                    says.unbounded()
                } else {
                    bound.to_string()
                }
            };
            says.open_number(side(&outcome.ondergrens), side(&outcome.bovengrens))
        } else {
            let possible = outcome
                .mogelijk
                .iter()
                .flatten()
                .map(word)
                .collect::<Vec<_>>();
            says.open(possible.join(" / "))
        };
        lines.push(String::new());
        // A title that is a question needs no second mark.
        let mark = if title.ends_with('?') { "" } else { ":" };
        lines.push(wrap(&format!("{title}{mark} {value}"), width));
        for reason in outcome
            .redenen
            .iter()
            .filter_map(|reason| reason.regel.as_ref())
            .take(1)
        {
            lines.push(wrap(&says.because(reason), width));
        }
        if !outcome.nog_open.is_empty() {
            lines.push(wrap(&says.still_open(outcome.nog_open.join(", ")), width));
        }
    }
    if assessment.uitkomsten.is_empty() && assessment.niet_toepasbaar.is_none() {
        lines.push(says.nothing_derived());
    }
    lines.join("\n")
}
