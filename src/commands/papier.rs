//! `papier`: something to print from a case for one purpose.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::case::Event;
use crate::commands::{casus, plan};
use crate::document;
use crate::engine::View;
use crate::error::{Done, Error, Result};
use crate::paper::{self, Replaced};
use crate::text::nl;
use crate::world::World;

/// Options of `papier`.
#[derive(Debug, clap::Args)]
pub struct Papier {
    /// Welk papier: overleg is een blad zonder namen, voor Veilig Thuis of een collega
    #[arg(value_name = "PAPIER")]
    pub papier: Paper,
    /// Nummer van de casus; mag weg als er maar één is
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// Vorm: tekst of markdown
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    pub formaat: Form,
    /// Bestand om te schrijven; anders komt het op het scherm
    #[arg(
        short = 'o',
        long,
        value_name = "BESTAND",
        alias = "output",
        default_value = "-"
    )]
    pub uit: PathBuf,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    pub overschrijf: bool,
}

/// What can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Paper {
    /// The anonymised consult sheet.
    #[value(name = "overleg", alias = "consult")]
    Overleg,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// In plain lines.
    #[value(name = "tekst", alias = "text")]
    Text,
    /// As Markdown.
    #[value(name = "markdown", alias = "md")]
    Markdown,
}

impl Default for Papier {
    /// The consult sheet, on the screen.
    fn default() -> Self {
        Self {
            papier: Paper::Overleg,
            casus: None,
            formaat: Form::Text,
            uit: PathBuf::from("-"),
            overschrijf: false,
        }
    }
}

impl Papier {
    /// Makes the paper.
    pub fn run(self, world: &mut World) -> Result {
        let Paper::Overleg = self.papier;
        let text = &nl().paper_command;
        let id = casus::which(world, self.casus.as_deref(), false)?;
        let record = casus::store(world).peek(&id).map_err(casus::error)?;
        let opened = casus::opened(world, &record)?;
        let view = View::new(&opened.list, &record.answers, world.today);
        let sheet = paper::consult(&view).map_err(|refused| {
            Error::attention(text.refused(), text.refused_todo()).with_details(
                refused
                    .parts
                    .iter()
                    .map(|part| text.part(&part.part, kinds(part)))
                    .collect(),
            )
        })?;
        let out: &Path = &self.uit;
        let drawn = plan::rendered(
            world,
            &document::consult(&sheet, &plan::calls()),
            self.formaat == Form::Markdown,
            plan::is_out(out),
        );
        plan::put(world, out, &drawn, self.overschrijf)?;
        plan::log(world, &id, Event::Exported("overleg".to_owned()))?;
        if !plan::is_out(out) {
            world.say(&text.written(out.display()))?;
        }
        if !sheet.replaced.is_empty() {
            world.say(&text.replaced())?;
            for part in &sheet.replaced {
                world.say(&text.part(&part.part, kinds(part)))?;
            }
        }
        world.say(&text.check())?;
        Ok(Done::Well)
    }
}

/// *een datum, een adres*
fn kinds(part: &Replaced) -> String {
    let kinds: Vec<String> = part.kinds.iter().map(|kind| kind.called()).collect();
    kinds.join(", ")
}
