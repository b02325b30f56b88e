//! `batch`: what follows from many sets of answers, a line for each. Asks nothing, keeps nothing, and reads no further
//! than it needs.

mod form;
mod input;
mod output;
mod progress;
mod source;
mod stop;
mod stream;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use self::form::Form;
use self::input::Input;
use self::output::Output;
use self::source::Source;
use self::stream::{Counts, Stream};
use super::lists;
use crate::batch::{Batch as Work, Wishes};
use crate::error::{Done, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;

/// Options of `batch`.
#[derive(Debug, Args)]
pub struct Batch {
    /// Vragenlijst: een naam (zoals rihg) of een bestand; meer lijsten met een komma ertussen
    #[arg(value_name = "VRAGENLIJST")]
    lists: String,
    /// Records: een bestand (.ndjson, .csv of .tsv, ook met .gz of .zst erachter) of een map met YAML-bestanden; - leest wat binnenkomt
    #[arg(value_name = "INVOER", default_value = "-")]
    input: PathBuf,
    /// Vorm van de invoer, als de naam van het bestand die niet zegt; gewoon ndjson
    #[arg(long, value_name = "VORM", alias = "from")]
    van: Option<Form>,
    /// Bestand voor de uitkomsten; - schrijft naar het scherm
    #[arg(
        short = 'o',
        long,
        value_name = "UITVOER",
        alias = "output",
        default_value = "-"
    )]
    uit: PathBuf,
    /// Vorm van de uitvoer, als de naam van het bestand die niet zegt; gewoon ndjson
    #[arg(long, value_name = "VORM", alias = "to")]
    naar: Option<Form>,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    overschrijf: bool,
    /// Zet bij elke vaste uitkomst de regel, de bron en de antwoorden waarop zij vaststaat
    #[arg(long, alias = "reasons")]
    redenen: bool,
    /// Zet bij elke open uitkomst welke antwoorden haar nog kunnen veranderen
    #[arg(long, alias = "open-answers")]
    nog_open: bool,
    /// Neem de andere velden van het record over, onder record
    #[arg(long, alias = "echo")]
    overnemen: bool,
    /// Waar staat welke lijst, versie en inhoud het was, en voor welke dag
    #[arg(long, value_name = "WAAR", alias = "origin", default_value = "regel")]
    herkomst: Origin,
    /// Eindig met code 1 als een record niet te wegen was
    #[arg(long, alias = "strict")]
    streng: bool,
    /// Zoveel tegelijk; gewoon: zoveel als de computer kan
    #[arg(long, value_name = "AANTAL", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    /// Profiel van uw beroep, of een eigen bestand
    #[arg(long, value_name = "PROFIEL", alias = "profile")]
    profiel: Option<String>,
}

/// Where it stands which list, version and content was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Origin {
    /// In each line.
    #[value(name = "regel", alias = "line")]
    Line,
    /// Once, with the messages.
    #[value(name = "melding", alias = "message")]
    Message,
}

impl Batch {
    /// Assesses every record and prints a line for each.
    pub fn run(&self, world: &mut World) -> Result {
        let mut library = lists::library(world, self.profiel.as_deref())?;
        let mut loaded: Vec<Questionnaire> = Vec::new();
        for name in self.lists.split(',') {
            let list = lists::load(world, &mut library, name)?;
            lists::say_if_silent(world, &library, self.profiel.as_deref(), &list)?;
            loaded.push(list);
        }
        let wishes = Wishes {
            reasons: self.redenen,
            open: self.nog_open,
            echo: self.overnemen,
            origin: self.herkomst == Origin::Line,
        };
        let table = output::table(self, &loaded, wishes)?;
        let mut input = Input::open(world, self, &loaded)?;
        let mut output = Output::open(world, self, table.as_ref(), input.reach)?;
        let mut batch = Work::new(&loaded, world.today, wishes);
        if let Some(columns) = input.columns.take() {
            batch = batch.with_columns(columns);
        }
        let threads = self.threads.map_or_else(
            || std::thread::available_parallelism().map_or(1, usize::from),
            usize::from,
        );
        let stream = Stream {
            batch: &batch,
            threads,
            table,
        };
        let ran = stream.run(&mut *input.source, &mut output);
        output.quiet();
        let counts = ran.map_err(|fault| match fault {
            stream::Fault::Reading(error) => error,
            stream::Fault::Writing(fault) => output.fault(fault),
        })?;
        output.finish(world)?;
        if self.herkomst == Origin::Message {
            world.say_plain(&batch.origins())?;
        }
        self.report(world, &counts, &*input.source)
    }

    fn report(&self, world: &mut World, counts: &Counts, source: &dyn Source) -> Result {
        let refused = &counts.refused;
        if refused.count == 0 {
            return Ok(Done::Well);
        }
        let say = &nl().batch;
        world.say(&say.refused(refused.count, counts.records))?;
        let more = refused.count - refused.first.len();
        world.say(&source.places(&refused.first, more))?;
        Ok(if self.streng {
            Done::Attention
        } else {
            Done::Well
        })
    }
}
