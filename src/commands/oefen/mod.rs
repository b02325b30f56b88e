//! `oefen`: somebody works through an invented case, alone or with another, and lays their answers beside the makers' key.
//! Never a grade. What was answered stands in a folder of its own that never holds a real case.

mod again;
mod asker;
mod choose;
mod copy;
mod erase;
pub mod folder;
mod keep;
mod key;
mod mine;
mod page;
mod reasons;
mod start;
mod walk;

pub use choose::called;
pub use walk::people;

use std::path::PathBuf;

use self::keep::Kept;
use crate::commands::lists;
use crate::error::{Done, Result};
use crate::plain::as_word;
use crate::questionnaire::Library;
use crate::training::{Forms, TERMS, TrainingCase};
use crate::world::World;

/// What does without a terminal.
const LINES: &str = "`--regels`";

/// Options of `oefen`.
#[derive(Debug, clap::Args)]
pub struct Oefen {
    /// Naam van een verzonnen casus, of een eigen bestand; zonder kiest u uit een lijst
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// Naam of schuilnaam voor uw bestand; anders een willekeurig woord
    #[arg(long, value_name = "NAAM", alias = "name")]
    pub naam: Option<String>,
    /// Uw functie, zoals jeugdarts
    #[arg(long, value_name = "FUNCTIE", alias = "function")]
    pub functie: Option<String>,
    /// U oefent met z'n tweeën
    #[arg(long, alias = "pair")]
    pub samen: bool,
    /// 2: na het gesprek. Begint met uw eerste antwoorden en vraagt wat er verschoof en waardoor
    #[arg(long, value_name = "NUMMER", alias = "round", value_parser = clap::value_parser!(u8).range(1..=2), default_value = "1")]
    pub ronde: u8,
    /// De oefening om het eerst over de woorden eens te worden: acuut, structureel, veilig genoeg
    #[arg(long, alias = "terms", conflicts_with = "casus")]
    pub begrippen: bool,
    /// Laat de keuze van de makers weg, zolang de groep er nog over praat
    #[arg(long, alias = "without-key", requires = "casus")]
    pub zonder_sleutel: bool,
    /// Wis uw eigen bestand
    #[arg(long, alias = "erase")]
    pub wis: bool,
    /// Schrijf een kopie van de casus in dit bestand, om er een eigen casus van te maken (- is het scherm)
    #[arg(long, value_name = "BESTAND", alias = "copy", requires = "casus", conflicts_with_all = ["begrippen", "wis"])]
    pub kopie: Option<PathBuf>,
    /// Wis zonder te vragen
    #[arg(long, alias = "sure", requires = "wis")]
    pub zeker: bool,
}

impl Oefen {
    /// Leads somebody through an exercise.
    pub fn run(self, world: &mut World) -> Result {
        if let (Some(file), Some(name)) = (&self.kopie, &self.casus) {
            return copy::write(world, name, file);
        }
        let folder = folder::checked(world)?;
        let library = Library::shipped();
        let forms =
            Forms::load(&library).map_err(|faults| lists::faulty(&library, &faults, world))?;
        if self.wis {
            // A file of one's own is known by the name that stands in it.
            let id = match &self.casus {
                Some(own) if lists::is_path(own) => Some(called(world, &forms, own)?.id),
                other => other.clone(),
            };
            return erase::run(&self, world, &folder, id.as_deref());
        }
        if self.begrippen {
            world.somebody(LINES)?;
            let list = library
                .load(TERMS)
                .map_err(|faults| lists::faulty(&library, &faults, world))?;
            return start::run(&self, world, &folder, &list, None);
        }
        let Some(case) = choose::case(world, &forms, self.casus.as_deref())? else {
            return Ok(Done::Well);
        };
        world.somebody(LINES)?;
        let exercise = forms.exercise.clone();
        start::run(&self, world, &folder, &exercise, Some((&case, &forms)))
    }
}

impl Oefen {
    /// The command that goes on with these answers.
    fn again(&self, world: &World, kept: &Kept<'_>) -> String {
        self.command(world, kept, Next::Answers(kept.participant.head.round))
    }

    /// A whole command about these answers, ready to be typed: with each option that was given.
    fn command(&self, world: &World, kept: &Kept<'_>, next: Next) -> String {
        let mut words = vec!["top3".to_owned(), "oefen".to_owned()];
        let head = &kept.participant.head;
        match (&head.case, &self.casus) {
            _ if next == Next::Erase => words.push("--wis".to_owned()),
            (None, _) => words.push("--begrippen".to_owned()),
            (Some(_), Some(own)) if lists::is_path(own) => words.push(as_word(own)),
            (Some(case), _) => words.push(as_word(&case.id)),
        }
        let mut option = |name: &str, value: &str| {
            words.push(name.to_owned());
            words.push(as_word(value));
        };
        option("--naam", &head.name);
        let round = match next {
            Next::Answers(round) => round,
            Next::Key | Next::Erase => 1,
        };
        if round > 1 {
            option("--ronde", &round.to_string());
        }
        if world.given_folder {
            option("--map", &world.cases.display().to_string());
        }
        if world.given_settings {
            option("--instellingen", &world.settings_file.display().to_string());
        }
        // Who goes on half way must not meet the key before the talk.
        if self.zonder_sleutel && matches!(next, Next::Answers(_)) {
            words.push("--zonder-sleutel".to_owned());
        }
        if world.lines {
            words.push("--regels".to_owned());
        }
        words.join(" ")
    }
}

/// What a command is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// To answer in this round.
    Answers(u8),
    /// To read what the makers chose.
    Key,
    /// To throw the answers away.
    Erase,
}

/// A case with the lists it stands on.
type Case<'a> = Option<(&'a TrainingCase, &'a Forms)>;
