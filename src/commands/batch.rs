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
use self::progress::dotted;
use self::source::Source;
use self::stop::Gate;
use self::stream::{Counts, Stream};
use super::lists;
use crate::batch::{Batch as Work, Wishes};
use crate::error::{Done, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;

/// So many threads at most.
const MOST_THREADS: usize = 256;

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
    /// Neem de andere velden van het record over, onder record; met namen erachter (--overnemen=regio,jaar) alleen die. Bij
    /// kolommen noemt u de namen
    #[arg(
        long,
        value_name = "VELDEN",
        alias = "echo",
        num_args = 0..=1,
        require_equals = true,
        value_delimiter = ',',
        value_parser = clap::builder::NonEmptyStringValueParser::new()
    )]
    overnemen: Option<Vec<String>>,
    /// Waar staat welke lijst, versie en inhoud het was, en voor welke dag
    #[arg(long, value_name = "WAAR", alias = "origin", default_value = "regel")]
    herkomst: Origin,
    /// Eindig met code 1 als een record niet te wegen was
    #[arg(long, alias = "strict")]
    streng: bool,
    /// Zoveel tegelijk; gewoon: zoveel als de computer kan
    #[arg(long, value_name = "AANTAL", value_parser = threads)]
    threads: Option<usize>,
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
            echo: self.overnemen.is_some(),
            origin: self.herkomst == Origin::Line,
        };
        let table = output::table(self, &loaded, wishes)?;
        let gate = Gate::default();
        gate.watch(world.width);
        let mut input = Input::open(world, self, &loaded)?;
        let mut output = Output::open(world, self, table.as_ref(), input.reach, gate)?;
        let taken_over = self.overnemen.as_deref().unwrap_or_default();
        let mut batch = Work::new(&loaded, world.today, wishes).taking_over(taken_over);
        if let Some(columns) = input.columns.take() {
            batch = batch.with_columns(columns);
        }
        let all = || std::thread::available_parallelism().map_or(1, usize::from);
        let threads = self.threads.unwrap_or_else(all);
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
        let say = &nl().batch;
        let refused = &counts.refused;
        if counts.records == 0 {
            world.say(&say.nothing())?;
        }
        if refused.count == 0 {
            return Ok(Done::Well);
        }
        let number = |count: usize| dotted(count as u64);
        world.say(&match (refused.count, counts.records) {
            (1, 1) => say.refused_only(),
            (1, records) => say.refused_one(number(records)),
            (count, records) => say.refused(number(count), number(records)),
        })?;
        world.say(&source.places(&refused.first, refused.count))?;
        Ok(if self.streng {
            Done::Attention
        } else {
            Done::Well
        })
    }
}

fn threads(text: &str) -> std::result::Result<usize, String> {
    let number = text.parse().ok();
    let number = number.filter(|number| (1..=MOST_THREADS).contains(number));
    number.ok_or_else(|| nl().batch.bad_threads(MOST_THREADS))
}
