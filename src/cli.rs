//! What can be typed: the options of every command, the commands, and how clap's help and refusals become Dutch.
//! Declarations only; a command's own stand in its file under `commands`.

mod dutch;
mod refusal;

pub use dutch::command;
pub use refusal::refusal;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};

use crate::commands;
use crate::commands::casussen::Casussen;
use crate::commands::day::day;
use crate::commands::nieuw::Nieuw;
use crate::commands::toon::Toon;
use crate::commands::verder::Verder;
use crate::commands::wis::Wis;
use crate::error::Result;
use crate::text::nl;
use crate::world::{Colour, Wishes, World};

/// What the program is called.
const NAME: &str = "top3";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = NAME, version, disable_help_subcommand = true)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub always: Always,
    /// Toon waar alles staat: instellingen, casussen
    #[arg(long, alias = "show-settings")]
    pub toon_instellingen: bool,
    /// What to do; the menu where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Clone, Debug, clap::Args)]
pub struct Always {
    /// Map waarin de casussen staan
    #[arg(long, global = true, value_name = "MAP", alias = "folder")]
    pub map: Option<PathBuf>,
    /// Instellingenbestand
    #[arg(long, global = true, value_name = "BESTAND", alias = "settings")]
    pub instellingen: Option<PathBuf>,
    /// Dag van de beoordeling, in plaats van vandaag
    #[arg(long, global = true, value_name = "JJJJ-MM-DD", alias = "date", value_parser = day)]
    pub datum: Option<NaiveDate>,
    /// Kleur gebruiken
    #[arg(
        long,
        global = true,
        value_name = "WANNEER",
        alias = "color",
        default_value = "auto"
    )]
    pub kleur: Kleur,
    /// Vraag in gewone regels, zonder schermen: voor een schermlezer of een bestand
    #[arg(long, global = true, alias = "lines")]
    pub regels: bool,
    /// Sleutelbestand, in plaats van uw wachtwoordzin
    #[arg(long, global = true, value_name = "BESTAND", alias = "key-file")]
    pub sleutelbestand: Option<PathBuf>,
    /// Zoveel tekens op een regel
    #[arg(long, global = true, value_name = "AANTAL", alias = "width", value_parser = width)]
    pub breedte: Option<usize>,
}

/// When colour is used.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Kleur {
    /// In a terminal.
    #[value(name = "auto")]
    Auto,
    /// Always.
    #[value(name = "altijd", alias = "always")]
    Altijd,
    /// Never.
    #[value(name = "nooit", alias = "never")]
    Nooit,
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin een nieuwe casus
    #[command(alias = "new")]
    Nieuw(Nieuw),
    /// Ga verder met een casus
    #[command(alias = "resume")]
    Verder(Verder),
    /// Toon de casussen, met wat er open staat en wat er aan de beurt is
    #[command(alias = "list")]
    Casussen(Casussen),
    /// Toon een casus: hoe ver u bent, advies en besluit met het waarom, wat open staat
    #[command(alias = "show")]
    Toon(Toon),
    /// Schrijf het veiligheidsplan van een casus, of kijk een planbestand na
    Plan(commands::plan::Plan),
    /// Vergelijk een casus met vroeger of met een andere: wat is er anders, en waardoor
    #[command(alias = "diff")]
    Vergelijk(commands::vergelijk::Vergelijk),
    /// Maak van een casus een kopie zonder personen, om van te leren
    #[command(alias = "anonymise")]
    Anonimiseer(commands::anonimiseer::Anonimiseer),
    /// Laat een casus overstappen op de nieuwste vragenlijst of een ander profiel; u ziet eerst wat er verandert
    #[command(alias = "upgrade", alias = "bijwerken")]
    Overstap(commands::overstap::Overstap),
    /// Maak een papier van een casus, zoals een overlegblad zonder namen
    #[command(alias = "paper")]
    Papier(commands::papier::Papier),
    /// Maak een versie van het plan voor één lezer, of toon wat er is gedeeld
    #[command(alias = "share")]
    Deel(commands::deel::Deel),
    /// Schrijf een eigen tekst in een versleuteld bestand, los van elke casus
    #[command(alias = "notes")]
    Kladblok(commands::kladblok::Kladblok),
    /// Open een versleuteld pakket dat u kreeg, en zie wie het schreef
    Open(commands::open::Open),
    /// Wis een casus voorgoed
    #[command(alias = "erase")]
    Wis(Wis),
    /// Kijk na of het logboek van een casus nog is zoals het is geschreven
    #[command(alias = "check")]
    Controleer(commands::controleer::Controleer),
    /// Maak een reservekopie van alle casussen, en probeer haar uit
    #[command(alias = "backup")]
    Reservekopie(commands::reservekopie::Reservekopie),
    /// Zet uit een reservekopie terug wat hier niet is
    #[command(alias = "restore")]
    Terugzetten(commands::reservekopie::Terugzetten),
    /// Weeg één stel antwoorden: wat volgt eruit, met grenzen en redenen
    #[command(alias = "assess")]
    Weeg(commands::weeg::Weeg),
    /// Reken een bewaard resultaat of plan na, en zeg precies wat er anders is
    #[command(alias = "verify")]
    Verifieer(commands::verifieer::Verifieer),
    /// Weeg veel records achter elkaar: een regel erin, een regel eruit
    Batch(commands::batch::Batch),
    /// Tel wat er uit veel records kwam, ook in een vorm die naar buiten kan
    #[command(alias = "summary")]
    Tel(commands::tel::Tel),
    /// Leg naast elkaar wat een groep bij een oefencasus antwoordde: waar het uiteenliep, en waarom
    #[command(alias = "group")]
    Groep(commands::groep::Groep),
    /// Kies voor welk beroep of welke organisatie nieuwe casussen zijn
    #[command(alias = "profile")]
    Profiel(commands::profiel::Profiel),
    /// Maak de meldcode van uw eigen organisatie als document, uit een korte vragenlijst
    Protocol(commands::protocol::Protocol),
    /// Doe een eigen zelfcheck op de openbare plichten, en leg haar naast een eerdere
    #[command(alias = "self-check")]
    Zelfcheck(commands::zelfcheck::Zelfcheck),
    /// Uw sleutel: maken, wachtwoordzin veranderen, casussen versleutelen en overdragen
    #[command(alias = "keys")]
    Sleutels(commands::sleutels::Sleutels),
    /// Toon de partners van uw organisatie, met de dag waarop ze zijn nagekeken
    Partners(commands::partners::Partners),
    /// Toon de zinnen van documenten in één taal, om een plan in een andere taal te kunnen maken
    #[command(alias = "language")]
    Taal(commands::taal::Taal),
    /// Toon een verzonnen casus: de hele weg tot het plan, of een oefencasus op een groot scherm
    Demo(commands::demo::Demo),
    /// Oefen met een verzonnen casus, alleen of samen, en leg uw antwoorden naast die van de makers
    #[command(alias = "practise", alias = "practice")]
    Oefen(commands::oefen::Oefen),
    /// Voor ontwikkelaars en editors: het JSON-schema van een bestand
    Schema(commands::schema::Schema),
    /// Voor makers van vragenlijsten: bekijken, controleren, narekenen
    #[command(alias = "questionnaire")]
    Vragenlijst(commands::vragenlijst::Vragenlijst),
}

impl Always {
    /// What this says about the outside.
    pub fn wishes(&self) -> Wishes {
        Wishes {
            folder: self.map.clone(),
            settings: self.instellingen.clone(),
            date: self.datum,
            colour: match self.kleur {
                Kleur::Auto => Colour::Auto,
                Kleur::Altijd => Colour::Always,
                Kleur::Nooit => Colour::Never,
            },
            lines: self.regels,
            width: self.breedte,
            key_file: self.sleutelbestand.clone(),
        }
    }
}

impl Cli {
    /// Does what was typed.
    pub fn run(self, world: &mut World) -> Result {
        if self.toon_instellingen {
            return commands::instellingen::run(world);
        }
        // These touch real cases; in a training folder there are none, and none may come.
        if let None
        | Some(
            Command::Nieuw(_)
            | Command::Verder(_)
            | Command::Casussen(_)
            | Command::Toon(_)
            | Command::Plan(_)
            | Command::Vergelijk(_)
            | Command::Overstap(_)
            | Command::Papier(_)
            | Command::Deel(_)
            | Command::Wis(_)
            | Command::Controleer(_)
            | Command::Reservekopie(_)
            | Command::Terugzetten(_)
            | Command::Tel(_),
        ) = self.command
        {
            commands::oefen::folder::refuse(world)?;
        }
        match self.command {
            None => commands::menu::run(world),
            Some(Command::Nieuw(command)) => command.run(world),
            Some(Command::Verder(command)) => command.run(world),
            Some(Command::Casussen(command)) => command.run(world),
            Some(Command::Toon(command)) => command.run(world),
            Some(Command::Plan(command)) => command.run(world),
            Some(Command::Vergelijk(command)) => command.run(world),
            Some(Command::Anonimiseer(command)) => command.run(world),
            Some(Command::Overstap(command)) => command.run(world),
            Some(Command::Papier(command)) => command.run(world),
            Some(Command::Deel(command)) => command.run(world),
            Some(Command::Kladblok(command)) => command.run(world),
            Some(Command::Open(command)) => command.run(world),
            Some(Command::Wis(command)) => command.run(world),
            Some(Command::Controleer(command)) => command.run(world),
            Some(Command::Reservekopie(command)) => command.run(world),
            Some(Command::Terugzetten(command)) => command.run(world),
            Some(Command::Weeg(command)) => command.run(world),
            Some(Command::Verifieer(command)) => command.run(world),
            Some(Command::Batch(command)) => command.run(world),
            Some(Command::Tel(command)) => command.run(world),
            Some(Command::Groep(command)) => command.run(world),
            Some(Command::Profiel(command)) => command.run(world),
            Some(Command::Protocol(command)) => command.run(world),
            Some(Command::Zelfcheck(command)) => command.run(world),
            Some(Command::Sleutels(command)) => command.run(world),
            Some(Command::Partners(command)) => command.run(world),
            Some(Command::Taal(command)) => command.run(world),
            Some(Command::Demo(command)) => command.run(world),
            Some(Command::Oefen(command)) => command.run(world),
            Some(Command::Schema(command)) => command.run(world),
            Some(Command::Vragenlijst(command)) => command.run(world),
        }
    }
}

fn width(text: &str) -> std::result::Result<usize, String> {
    text.parse()
        .ok()
        .filter(|width| (20..=400).contains(width))
        .ok_or_else(|| nl().usage.bad_width())
}
