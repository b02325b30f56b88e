//! `batch`: what follows from many sets of answers, a line for each. Asks nothing, keeps nothing, and reads no further
//! than it needs.

mod stream;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use self::stream::{Counts, Stream};
use super::lists;
use crate::batch::{Batch as Work, Wishes};
use crate::error::{Done, Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;

/// Options of `batch`.
#[derive(Debug, Args)]
pub struct Batch {
    /// Vragenlijst: een naam (zoals rihg) of een bestand; meer lijsten met een komma ertussen
    #[arg(value_name = "VRAGENLIJST")]
    lists: String,
    /// Bestand met op elke regel een record (NDJSON); - leest wat binnenkomt
    #[arg(value_name = "INVOER", default_value = "-")]
    input: PathBuf,
    /// Zet bij elke vaste uitkomst de regel, de bron en de antwoorden waarop zij vaststaat
    #[arg(long, alias = "reasons")]
    redenen: bool,
    /// Zet bij elke open uitkomst welke antwoorden haar nog kunnen veranderen
    #[arg(long, alias = "open-answers")]
    nog_open: bool,
    /// Neem de andere velden van het record over, onder record
    #[arg(long, alias = "echo")]
    overnemen: bool,
    /// Waar staat welke lijst, versie en inhoud het was
    #[arg(long, value_name = "WAAR", alias = "origin", default_value = "regel")]
    herkomst: Origin,
    /// Stop met code 1 als een record niet te wegen was
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
        let batch = Work::new(&loaded, world.today, wishes);
        let mut input = world.reader(&self.input)?;
        let threads = self.threads.map_or_else(
            || std::thread::available_parallelism().map_or(1, usize::from),
            usize::from,
        );
        let stream = Stream {
            batch: &batch,
            threads,
        };
        let counts = stream
            .run(&mut *input, &mut *world.out)
            .map_err(|fault| match fault {
                stream::Fault::Reading(fault) => Error::reading(&self.input, &fault),
                stream::Fault::Writing(fault) => fault.into(),
            })?;
        if self.herkomst == Origin::Message {
            world.say_plain(&batch.origins())?;
        }
        self.report(world, &counts)
    }

    fn report(&self, world: &mut World, counts: &Counts) -> Result {
        if counts.refused.count == 0 {
            return Ok(Done::Well);
        }
        let say = &nl().batch;
        world.say(&say.refused(counts.refused.count, counts.records))?;
        let named: Vec<String> = counts
            .refused
            .first
            .iter()
            .map(ToString::to_string)
            .collect();
        let more = counts.refused.count - named.len();
        let lines = named.join(", ");
        world.say(&if more == 0 {
            say.refused_lines(lines)
        } else {
            say.refused_lines_more(lines, more)
        })?;
        Ok(if self.streng {
            Done::Attention
        } else {
            Done::Well
        })
    }
}
