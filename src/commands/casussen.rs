//! `casussen`: every case with its state, what is open and what is due.

use crate::answer::show_date;
use crate::case::{Record, Summary, label};
use crate::commands::casus;
use crate::engine::{View, open_questions};
use crate::error::{Done, Result};
use crate::plain::one_line;
use crate::text::{indent, nl};
use crate::world::World;

/// Options of `casussen`.
#[derive(Debug, clap::Args)]
pub struct Casussen {}

impl Casussen {
    /// Prints the list.
    pub fn run(self, world: &mut World) -> Result {
        list(world)
    }
}

/// Prints the list of cases.
pub fn list(world: &mut World) -> Result {
    let text = &nl().cases;
    let listing = casus::store(world).cases().map_err(casus::error)?;
    if listing.cases.is_empty() {
        world.say(&format!("{} {}", text.none(), text.none_todo()))?;
    }
    let mut done = Done::Well;
    for one in &listing.cases {
        let (shown, well) = entry(world, one);
        if !well {
            done = Done::Attention;
        }
        world.print(&shown)?;
    }
    match listing.foreign {
        0 => {}
        1 => world.say(&text.foreign_one())?,
        count => world.say(&text.foreign_files(count))?,
    }
    Ok(done)
}

/// One case in a few lines, and whether it can be opened.
fn entry(world: &mut World, one: &Summary) -> (String, bool) {
    let (title, lines, well) = match &one.record {
        Ok(record) => match described(world, record) {
            Ok((label, lines)) => (format!("{}  {label}", one.id), lines, true),
            Err(what) => (one.id.to_string(), vec![what], false),
        },
        Err(fault) => {
            let what = casus::error_text(fault);
            (one.id.to_string(), vec![what], false)
        }
    };
    let mut shown = title;
    for line in lines {
        shown.push('\n');
        shown.push_str(&indent(&line, world.width, 3));
    }
    (shown, well)
}

fn described(
    world: &mut World,
    record: &Record,
) -> std::result::Result<(String, Vec<String>), String> {
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
    let due = casus::due(&view);
    Ok((label, lines.into_iter().chain(due).collect()))
}
