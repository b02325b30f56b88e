//! `weeg`: what follows from one set of answers, without a person, and what would follow from others. Asks nothing.

mod explained;
pub(in crate::commands) mod paper;
mod supposed;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{answers, lists};
use crate::answer::{Answers, AnswersFile};
use crate::assessment::{Assessment, assess, explain, refuse, seal, suppose};
use crate::engine::View;
use crate::error::{Done, Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;

/// The name of standard input.
const INPUT: &str = "-";

/// Options of `weeg`.
#[derive(Debug, Args)]
pub struct Weeg {
    /// Vragenlijst: een naam (zoals rihg) of een bestand
    #[arg(value_name = "VRAGENLIJST")]
    list: String,
    /// Bestand met antwoorden (YAML of JSON); - leest wat binnenkomt
    #[arg(value_name = "ANTWOORDEN", default_value = INPUT)]
    answers: PathBuf,
    /// Wat als: antwoorden die u over de gegeven antwoorden legt (mag vaker); - leest wat binnenkomt
    #[arg(long, value_name = "BESTAND", alias = "suppose")]
    stel: Vec<PathBuf>,
    /// Vorm van de uitkomst; gewoon tekst, met antwoorden erbij json
    #[arg(long, value_name = "VORM", alias = "format")]
    formaat: Option<Form>,
    /// Profiel van uw beroep, of een eigen bestand
    #[arg(long, value_name = "PROFIEL", alias = "profile")]
    profiel: Option<String>,
    /// Zet de antwoorden bij de uitkomst, zodat verifieer die kan narekenen
    #[arg(long, alias = "with-answers")]
    met_antwoorden: bool,
    /// Zet erbij waardoor een uitkomst vaststaat, wat haar anders zou maken, en wat er uit te zoeken is
    #[arg(long, alias = "explain")]
    uitleg: bool,
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

/// The given answers, and each set of supposed ones with its file.
struct All {
    given: Answers,
    supposed: Vec<(String, Answers)>,
}

/// Answers that could not be read, and where they stand.
struct Faulty {
    file: PathBuf,
    faults: answers::Faults,
}

impl Weeg {
    /// Assesses and prints.
    pub fn run(&self, world: &mut World) -> Result {
        if self.met_antwoorden && self.formaat == Some(Form::Text) {
            let text = &nl().lists;
            let (what, todo) = (text.no_answers_in_text(), text.no_answers_in_text_todo());
            return Err(Error::usage(what, todo));
        }
        let inputs = std::iter::once(&self.answers).chain(&self.stel);
        if inputs.filter(|file| file.as_os_str() == INPUT).count() > 1 {
            let text = &nl().what_if;
            return Err(Error::usage(text.two_inputs(), text.two_inputs_todo()));
        }
        let mut library = lists::library(world, self.profiel.as_deref())?;
        let list = lists::load(world, &mut library, &self.list)?;
        lists::say_if_silent(world, &library, self.profiel.as_deref(), &list)?;
        match self.read(world, &list)? {
            Ok(all) => self.print(world, &list, &all),
            Err(faulty) => self.refuse(world, &list, &faulty),
        }
    }

    fn read(
        &self,
        world: &mut World,
        list: &Questionnaire,
    ) -> Result<std::result::Result<All, Faulty>> {
        let mut open = |file: &Path| answers::open(world, list, &self.list, file);
        let faulty = |file: &Path, faults| {
            let file = file.to_owned();
            Ok(Err(Faulty { file, faults }))
        };
        let base = match open(&self.answers)? {
            Ok(base) => base,
            Err(faults) => return faulty(&self.answers, faults),
        };
        let mut others = Vec::new();
        for file in &self.stel {
            match open(file)? {
                Ok(other) => others.push((file, base.with(list, &other))),
                Err(faults) => return faulty(file, faults),
            }
        }
        let given = match base.answers(list, world.today) {
            Ok(given) => given,
            Err(faults) => return faulty(&self.answers, faults),
        };
        let mut supposed = Vec::new();
        for (file, other) in others {
            match other.answers(list, world.today) {
                Ok(answers) => supposed.push((file.display().to_string(), answers)),
                Err(faults) => return faulty(file, faults),
            }
        }
        Ok(Ok(All { given, supposed }))
    }

    fn print(&self, world: &mut World, list: &Questionnaire, all: &All) -> Result {
        match self.form() {
            Form::Json => {
                let mut assessment = assess(list, &all.given, world.today);
                if self.uitleg {
                    explain(&mut assessment, &View::new(list, &all.given, world.today));
                }
                let supposed = all.supposed.iter();
                let forms = supposed.map(|(file, answers)| {
                    suppose(list, &all.given, answers, world.today, file.clone())
                });
                assessment.stel = forms.collect();
                let answers = AnswersFile {
                    list,
                    answers: &all.given,
                };
                let answers = self.met_antwoorden.then_some(answers);
                world.print(&json(&assessment, answers)?)?;
            }
            Form::Text if all.supposed.is_empty() => {
                world.print(&paper::text(
                    &View::new(list, &all.given, world.today),
                    world.width,
                    self.uitleg,
                ))?;
            }
            Form::Text => world.print(&supposed::text(list, all, world.today, world.width))?,
        }
        Ok(Done::Well)
    }

    fn form(&self) -> Form {
        let usual = if self.met_antwoorden {
            Form::Json
        } else {
            Form::Text
        };
        self.formaat.unwrap_or(usual)
    }

    fn refuse(&self, world: &mut World, list: &Questionnaire, faulty: &Faulty) -> Result {
        if self.form() == Form::Json {
            world.print(&json(
                &refuse(list, &faulty.faults.problems, world.today),
                None,
            )?)?;
        }
        let file = faulty.file.display();
        Err(Error::attention(
            nl().lists.answers_faulty(file),
            nl().lists.answers_faulty_todo(),
        )
        .with_details(vec![faulty.faults.drawn(world.colour)]))
    }
}

fn json(assessment: &Assessment, answers: Option<AnswersFile<'_>>) -> Result<String> {
    let sealed = seal(assessment, answers).and_then(|sealed| serde_json::to_string_pretty(&sealed));
    sealed.map_err(|_| {
        Error::attention(
            nl().program.unexpected("weeg"),
            nl().program.unexpected_todo(),
        )
    })
}
