//! `vragenlijst`: for authors. Which lists there are, what one looks like and how it flows, whether it holds faults,
//! whether it comes out as its worked cases say, and what those show of it.

pub(super) mod analyse;
mod beeld;
mod cases;
mod check;
pub(super) mod dekking;
mod flow;
mod lijst;
mod probeer;
mod target;
mod test;
mod toon;
pub(super) mod vergelijk;

use clap::{Args, Subcommand};

use crate::error::Result;
use crate::world::World;

/// Options of `vragenlijst`.
#[derive(Debug, Args)]
pub struct Vragenlijst {
    #[command(subcommand)]
    command: Sub,
}

#[derive(Debug, Subcommand)]
enum Sub {
    /// Toon welke vragenlijsten er zijn
    #[command(alias = "list")]
    Lijst,
    /// Toon een vragenlijst zoals een lezer hem ziet
    #[command(alias = "show")]
    Toon(One),
    /// Teken een vragenlijst, of maak er een document van om te beoordelen
    #[command(alias = "picture")]
    Beeld(beeld::Beeld),
    /// Zoek fouten in vragenlijsten: waar ze staan en wat u kunt doen
    #[command(alias = "lint")]
    Check(Some),
    /// Reken de proefgevallen na
    #[command(alias = "run")]
    Test(test::Test),
    /// Probeer een lijst op het scherm, als oefening: er wordt niets bewaard
    #[command(alias = "try")]
    Probeer(probeer::Probeer),
    /// Kijk of elke voorwaarde, regel, band en elk antwoord een proefgeval heeft
    #[command(alias = "coverage")]
    Dekking(dekking::Dekking),
    /// Tel wat er uit alle mogelijke antwoorden komt, en ga na wat de maker belooft
    #[command(alias = "analysis")]
    Analyse(analyse::Analyse),
    /// Vergelijk twee lijsten of twee profielen: wat is nieuw, weg en anders
    #[command(alias = "diff")]
    Vergelijk(vergelijk::Vergelijk),
}

#[derive(Debug, Args)]
struct One {
    /// Een naam (zoals rihg) of een bestand
    #[arg(value_name = "LIJST")]
    list: String,
}

#[derive(Debug, Args)]
struct Some {
    /// Namen, bestanden of mappen; zonder iets: alle lijsten van het programma
    #[arg(value_name = "LIJST")]
    lists: Vec<String>,
}

impl Vragenlijst {
    /// Does what was typed.
    pub fn run(self, world: &mut World) -> Result {
        match self.command {
            Sub::Lijst => lijst::run(world),
            Sub::Toon(one) => toon::run(world, &one.list),
            Sub::Beeld(beeld) => beeld.run(world),
            Sub::Probeer(probeer) => probeer.run(world),
            Sub::Check(some) => check::run(world, &some.lists),
            Sub::Test(command) => command.run(world),
            Sub::Dekking(command) => command.run(world),
            Sub::Analyse(analyse) => analyse.run(world),
            Sub::Vergelijk(command) => command.run(world),
        }
    }
}

/// So many worked cases, in words.
fn cases(count: usize) -> String {
    let text = &crate::text::nl().author;
    match count {
        1 => text.one_case(),
        count => text.cases(count),
    }
}
