//! `groep`: brings together what participants answered to the same invented case, and shows where it came apart and why.
//! Nobody gets a grade. Reads files and writes none but those that were asked for.

mod csv;
mod gather;
mod json;
mod numbers;
mod page;
mod spoken;
mod told;
mod votes;
mod watch;

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use self::gather::Gathered;
use self::page::Brief;
use crate::commands::form::DocumentForm;
use crate::commands::output;
use crate::document::Document;
use crate::error::{Done, Error, Result};
use crate::group::{Numbers, Subject};
use crate::text::nl;
use crate::world::World;

/// Options of `groep`.
#[derive(Debug, Args)]
pub struct Groep {
    /// Mappen of bestanden van deelnemers, zoveel u wilt; ook een eigen casusbestand en bestanden met stemmen
    #[arg(value_name = "INVOER")]
    input: Vec<PathBuf>,
    /// Voer stemmen in van papier of opgestoken handen, bij deze casus (of een eigen casusbestand, of begrippen)
    #[arg(long, value_name = "CASUS", alias = "enter", conflicts_with_all = ["input", "volg"])]
    invoeren: Option<String>,
    /// Kijk in een gedeelde map, en toon het opnieuw zodra er iets bij komt
    #[arg(long, value_name = "MAP", alias = "follow", conflicts_with = "input")]
    volg: Option<PathBuf>,
    /// Welke ronde: 1 is ieder voor zich, 2 is na het gesprek. Zonder dit de laatste die er is
    #[arg(long, value_name = "RONDE", alias = "round", value_parser = clap::value_parser!(u8).range(1..=2))]
    ronde: Option<u8>,
    /// Toon het hele verslag op het scherm, niet alleen het korte. Bij --invoeren: vraag alles, ook per ronde, per gegeven en
    /// hoe zwaar elke situatie weegt
    #[arg(long, alias = "all")]
    alles: bool,
    /// Toon de namen die deelnemers kozen, en wat hun werk is. Zonder dit staan er nummers: anderen kijken mee
    #[arg(long, alias = "names", conflicts_with = "namen_verbergen")]
    namen: bool,
    /// Toon nummers in plaats van namen. Dat gebeurt al vanzelf
    #[arg(long, alias = "hide-names")]
    namen_verbergen: bool,
    /// Laat weg wat de makers kozen, zolang de groep er nog over praat
    #[arg(long, alias = "without-key")]
    zonder_sleutel: bool,
    /// Zoveel vragen om over te praten
    #[arg(long, value_name = "AANTAL", alias = "count", default_value_t = 8)]
    aantal: usize,
    /// Vorm: tekst, markdown, html, pdf, docx (Word), odt (LibreOffice), csv of json. Het einde van de bestandsnaam kiest ook
    #[arg(long, value_name = "VORM", alias = "format")]
    formaat: Option<Form>,
    /// Bestand om te schrijven; anders komt het op het scherm: kort. Door een pijp komt het hele verslag
    #[arg(
        short = 'o',
        long,
        value_name = "BESTAND",
        alias = "output",
        default_value = "-"
    )]
    uit: PathBuf,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    overschrijf: bool,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// For people.
    Document(DocumentForm),
    /// For a spreadsheet.
    Csv,
    /// For other programs.
    Json,
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Document(DocumentForm::Text),
            Self::Document(DocumentForm::Markdown),
            Self::Document(DocumentForm::Html),
            Self::Document(DocumentForm::Pdf),
            Self::Document(DocumentForm::Docx),
            Self::Document(DocumentForm::Odt),
            Self::Csv,
            Self::Json,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Document(form) => form.to_possible_value(),
            Self::Csv => Some(PossibleValue::new("csv")),
            Self::Json => Some(PossibleValue::new("json")),
        }
    }
}

impl Groep {
    /// Reads, and shows what the group answered.
    pub fn run(self, world: &mut World) -> Result {
        if let Some(case) = &self.invoeren {
            return votes::enter(world, case, &self);
        }
        if let Some(folder) = &self.volg {
            return watch::watch(world, folder, &self);
        }
        let mut gathered = Gathered::read(world, &self.input, self.namen)?;
        if gathered.is_empty() {
            let say = &nl().group;
            return Err(Error::usage(say.no_files(), say.no_files_todo()));
        }
        self.write(world, &mut gathered)
    }

    fn write(&self, world: &mut World, gathered: &mut Gathered) -> Result {
        let mut numbers = Numbers::default();
        gathered.settle(world, (!self.namen).then_some(&mut numbers))?;
        for (title, round) in self.left_out(gathered) {
            world.say(&nl().group.no_round_of(title, round))?;
        }
        let unasked = output::is_out(&self.uit) && self.formaat.is_none() && !self.alles;
        if unasked && world.out_is_terminal {
            let whole = Brief {
                most: self.aantal,
                whole: true,
            };
            let page = self.brief(gathered, whole)?;
            DocumentForm::read_through(world, &page)?;
            return Ok(Done::Well);
        }
        let drawn = self.drawn(world, gathered)?;
        output::put(world, &self.uit, &drawn, self.overschrijf)?;
        Ok(Done::Well)
    }

    /// What was answered in the other round only.
    fn left_out(&self, gathered: &Gathered) -> Vec<(String, u8)> {
        let Some(round) = self.ronde else {
            return Vec::new();
        };
        let subjects = gathered.subjects().into_iter();
        let gone = subjects.filter(|one| !gathered.has(one, round));
        gone.map(|one| (one.title, round)).collect()
    }

    /// The short form; where it is whole, with what to type for the rest.
    fn brief(&self, gathered: &Gathered, brief: Brief) -> Result<Document> {
        let forms = self.subjects(gathered);
        let told = told::told(&forms, gathered, self.ronde)?;
        let has_key = told.iter().any(|one| one.subject.key.is_some());
        let rest = match (self.zonder_sleutel, has_key) {
            // Who kept the key from the room must not show it with the next command.
            (true, _) => nl().group.rest_no_key(),
            (false, true) => nl().group.rest(),
            (false, false) => nl().group.rest_terms(),
        };
        Ok(page::brief(&told, brief, brief.whole.then_some(rest)))
    }

    fn subjects<'a>(&self, gathered: &'a Gathered) -> Vec<Subject<'a>> {
        let mut forms = gathered.subjects();
        if self.zonder_sleutel {
            forms.iter_mut().for_each(|one| one.key = None);
        }
        forms
    }

    fn drawn(&self, world: &World, gathered: &Gathered) -> Result<Vec<u8>> {
        let forms = self.subjects(gathered);
        let told = told::told(&forms, gathered, self.ronde)?;
        Ok(match self.form() {
            Form::Csv => csv::csv(&told).into_bytes(),
            Form::Json => format!("{}\n", json::json(&told)?).into_bytes(),
            Form::Document(form) => {
                let pictures = !matches!(
                    form,
                    DocumentForm::Text | DocumentForm::Markdown | DocumentForm::Paste
                );
                let page = page::document(&told, self.aantal, pictures);
                form.drawn(world, &page, output::is_out(&self.uit))?
            }
        })
    }

    fn form(&self) -> Form {
        let ends = |wanted: &str| self.uit.extension().is_some_and(|end| end == wanted);
        self.formaat
            .unwrap_or_else(|| match DocumentForm::of(&self.uit) {
                _ if ends("csv") => Form::Csv,
                _ if ends("json") => Form::Json,
                form => Form::Document(form.unwrap_or(DocumentForm::Text)),
            })
    }
}

/// The schema of the report as JSON.
pub(in crate::commands) fn schema() -> serde_json::Value {
    let text = &nl().schema;
    let (title, about) = (text.group(), text.group_about());
    crate::schema::report::<json::GroupForm<'_>>("groepsverslag", title, about)
}

/// The schema of a file with votes.
pub(in crate::commands) fn votes_schema() -> serde_json::Value {
    let text = &nl().schema;
    crate::schema::report::<votes::File<'_>>("stemmen", text.votes(), text.votes_about())
}
