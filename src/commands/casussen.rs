//! `casussen`: every case with its state, what is open and what is due.

mod todo;
mod written;

use std::path::{Path, PathBuf};

use chrono::Utc;
use clap::ValueEnum;

use self::todo::Todo;
use crate::agenda;
use crate::answer::show_date;
use crate::case::{CALENDAR_KEY, Fault, Record, Summary, label};
use crate::commands::{casus, plan};
use crate::engine::{View, open_questions};
use crate::error::{Done, Error, ErrorKind, Result};
use crate::plain::one_line;
use crate::text::{indent, nl};
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
            return list(world, false);
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
        if plan::is_out(file) {
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

/// Prints the list of cases, with a number before each where one is to be picked.
pub fn list(world: &mut World, numbered: bool) -> Result {
    let text = &nl().cases;
    let listing = casus::listing(world)?;
    if listing.cases.is_empty() {
        world.say(&format!("{} {}", text.none(), text.none_todo()))?;
    }
    let mut done = Done::Well;
    let (mut newer, mut locked) = (Vec::new(), 0);
    for (at, one) in listing.cases.iter().enumerate() {
        let (shown, of) = entry(world, one);
        let shown = if numbered {
            format!("{}. {shown}", at + 1)
        } else {
            shown
        };
        match of {
            Of::Unreadable => done = Done::Attention,
            Of::NewerList => newer.push(&one.id),
            Of::Locked => locked += 1,
            Of::Case => {}
        }
        world.print(&shown)?;
    }
    match newer.as_slice() {
        [] => {}
        [one] => world.say(&text.newer_list(one))?,
        [first, ..] => world.say(&text.newer_lists(newer.len(), first))?,
    }
    match locked {
        0 => {}
        1 => world.say(&nl().keys.locked_list_one())?,
        count => world.say(&nl().keys.locked_list(count))?,
    }
    match listing.foreign {
        0 => {}
        1 => world.say(&text.foreign_one())?,
        count => world.say(&text.foreign_files(count))?,
    }
    Ok(done)
}

/// What there is to say about one case beside its lines.
enum Of {
    /// Nothing.
    Case,
    /// The program has a newer list.
    NewerList,
    /// It is encrypted, and the keys are not there.
    Locked,
    /// It cannot be opened.
    Unreadable,
}

/// One case in a few lines.
fn entry(world: &mut World, one: &Summary) -> (String, Of) {
    let (title, lines, of) = match &one.record {
        Ok(record) => match described(world, record) {
            Ok((label, lines, of)) => (format!("{}  {label}", one.id), lines, of),
            Err(what) => (one.id.to_string(), vec![what], Of::Unreadable),
        },
        Err(Fault::Locked(_)) => {
            let (text, mut said) = (nl(), vec![nl().keys.locked()]);
            said.extend(one.written.map(|day| text.cases.last(show_date(day))));
            (one.id.to_string(), vec![said.join(", ")], Of::Locked)
        }
        Err(fault) => {
            let what = casus::error_text(fault);
            (one.id.to_string(), vec![what], Of::Unreadable)
        }
    };
    let mut shown = title;
    for line in lines {
        shown.push('\n');
        shown.push_str(&indent(&line, world.width, 3));
    }
    (shown, of)
}

fn described(
    world: &mut World,
    record: &Record,
) -> std::result::Result<(String, Vec<String>, Of), String> {
    let text = &nl().cases;
    let opened = casus::opened(world, record).map_err(|error| text.unreadable(error.what))?;
    let list = &opened.list;
    let view = View::new(list, &record.answers, world.today);
    let label = label(list, &record.answers).map_or_else(|| text.unnamed(), one_line);
    let open = match open_questions(&view).len() {
        0 => text.open_none(),
        1 => text.open_one(),
        count => text.open_count(count),
    };
    let lines = vec![
        list.title.nl.clone(),
        [
            casus::state(record).text(),
            open,
            text.last(show_date(record.last().date_naive())),
        ]
        .join(", "),
    ];
    let due = casus::due(&view, false);
    let of = match opened.newer {
        Some(_) => Of::NewerList,
        None => Of::Case,
    };
    Ok((label, lines.into_iter().chain(due).collect(), of))
}
