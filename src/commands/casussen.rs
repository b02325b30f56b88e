//! `casussen`: every case with its state, what is open and what is due.

mod todo;
mod written;

use std::path::{Path, PathBuf};

use chrono::Utc;
use clap::ValueEnum;

use self::todo::Todo;
use crate::agenda;
use crate::case::CALENDAR_KEY;
use crate::commands::{casus, output};
use crate::error::{Error, ErrorKind, Result};
use crate::text::nl;
use crate::world::{Guard, World};

/// Options of `casussen`.
#[derive(Debug, Default, clap::Args)]
pub struct Casussen {
    /// Toon van alle casussen samen wat er te doen of te verwachten is, op dag
    #[arg(long, alias = "due")]
    pub te_doen: bool,
    /// Vorm van --te-doen: tekst, json of csv
    #[arg(
        long,
        value_name = "VORM",
        alias = "format",
        default_value = "tekst",
        requires = "te_doen"
    )]
    pub formaat: Form,
    /// Schrijf die dagen als agenda (iCalendar), met titels die niets verraden
    #[arg(
        long,
        value_name = "BESTAND",
        alias = "calendar",
        requires = "te_doen",
        conflicts_with = "formaat"
    )]
    pub agenda: Option<PathBuf>,
    /// Een agenda die er al is vervangen
    #[arg(long, alias = "overwrite", requires = "agenda")]
    pub overschrijf: bool,
}

/// How what is to be done is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For a person.
    #[default]
    #[value(name = "tekst", alias = "text")]
    Text,
    /// For a program.
    Json,
    /// For a spreadsheet.
    Csv,
}

impl Casussen {
    /// Prints the list.
    pub fn run(self, world: &mut World) -> Result {
        if !self.te_doen {
            return casus::list(world, false);
        }
        let (all, done) = todo::gather(world)?;
        if let Some(file) = &self.agenda {
            self.calendar(world, file, &all)?;
            return Ok(done);
        }
        let today = world.today;
        match self.formaat {
            Form::Json => {
                let text = written::json(&all, today).map_err(|_| {
                    let program = &nl().program;
                    Error::attention(program.unexpected("casussen"), program.unexpected_todo())
                })?;
                world.print(&text)?;
            }
            Form::Csv => world.print(written::csv(&all, today).trim_end())?,
            Form::Text if all.is_empty() => world.say(&nl().due.nothing())?,
            Form::Text => world.print(&todo::page(&all, today, world.width))?,
        }
        Ok(done)
    }

    fn calendar(&self, world: &mut World, file: &Path, all: &[Todo]) -> Result<()> {
        let text = &nl().due;
        let key = world.lasting_key(&world.cases.join(CALENDAR_KEY))?;
        let events = written::events(all, &key);
        if events.is_empty() {
            return world.say(&text.calendar_empty(file.display()));
        }
        let made = world.now().with_timezone(&Utc);
        let calendar = agenda::write(&events, made);
        if output::is_out(file) {
            return world.give(calendar.as_bytes());
        }
        let guard = if self.overschrijf {
            Guard::Replace
        } else {
            Guard::KeepOther
        };
        world
            .write(file, calendar.as_bytes(), guard)
            .map_err(|mut error| {
                if error.kind == ErrorKind::Attention {
                    error.todo = text.calendar_exists_todo();
                }
                error
            })?;
        world.say(&text.calendar_written(file.display(), events.len()))
    }
}

/// The schema of what `--te-doen --formaat json` gives.
pub(in crate::commands) fn schema() -> serde_json::Value {
    let text = &nl().schema;
    crate::schema::report::<written::ToDoForm<'_>>("te-doen", text.to_do(), text.to_do_about())
}
