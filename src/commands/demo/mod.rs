//! `demo`: shows an invented case. Without a name the whole road to the plan, with scripted answers; with the name of a
//! training case that case on a large screen, for a room. A trainer's notes and hand-outs come from the same case.

mod find;
mod handout;
mod key;
mod layout;
mod live;
mod makers;
mod notes;
mod participant;
mod road;
mod rows;
mod screen;
mod show;
mod weighed;
mod words;

use std::path::PathBuf;

use crate::commands::form::DocumentForm;
use crate::error::Result;
use crate::world::World;

use handout::Reader;

/// Options of `demo`.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// Een oefencasus, met haar naam of als bestand; zonder casus ziet u de hele weg tot het plan
    #[arg(value_name = "CASUS")]
    casus: Option<String>,
    /// Wacht niet tussen de schermen
    #[arg(long, alias = "fast")]
    snel: bool,
    /// Begin bij dit scherm: een nummer, een ronde (r2), of zinnen, wegen, volgorde, conclusies, ontbreekt of sleutel
    #[arg(long, value_name = "STAP", alias = "from", requires = "casus")]
    vanaf: Option<String>,
    /// Toon de notities voor de trainer: bij het scherm dat nu op de andere terminal staat, of allemaal
    #[arg(long, alias = "notes", requires = "casus", conflicts_with_all = ["snel", "vanaf"])]
    notities: bool,
    /// Maak een blad om uit te delen
    #[arg(long, value_name = "ROL", alias = "hand-out", requires = "casus", num_args = 0..=1,
        default_missing_value = "deelnemer", conflicts_with_all = ["snel", "vanaf", "notities"])]
    uitdeelblad: Option<Reader>,
    /// Vorm van het blad; het einde van de bestandsnaam kiest ook
    #[arg(long, value_name = "VORM", alias = "format", requires = "uitdeelblad")]
    formaat: Option<DocumentForm>,
    /// Bestand om het blad in te schrijven; anders komt het op het scherm
    #[arg(
        short = 'o',
        long,
        value_name = "BESTAND",
        alias = "output",
        default_value = "-",
        requires = "uitdeelblad"
    )]
    uit: PathBuf,
    /// Een blad dat er al is vervangen
    #[arg(long, alias = "overwrite", requires = "uitdeelblad")]
    overschrijf: bool,
}

impl Demo {
    /// Shows what was asked for.
    pub fn run(&self, world: &mut World) -> Result {
        let Some(name) = &self.casus else {
            return road::run(world, self.snel);
        };
        let found = find::find(world, name)?;
        if let Some(reader) = self.uitdeelblad {
            return handout::write(
                world,
                &found,
                reader,
                self.formaat,
                (&self.uit, self.overschrijf),
            );
        }
        if self.notities {
            return notes::show(world, &found);
        }
        show::run(world, &found, self.snel, self.vanaf.as_deref())
    }
}
