//! Every case in a few lines.

use super::{due, error_text, listing, opened, state};
use crate::answer::show_date;
use crate::case::{Fault, Record, Summary, label};
use crate::engine::{View, open_questions};
use crate::error::{Done, Result};
use crate::plain::one_line;
use crate::text::{indent, nl};
use crate::world::World;

/// Prints the list of cases, with a number before each where one is to be picked.
pub fn list(world: &mut World, numbered: bool) -> Result {
    let text = &nl().cases;
    let listing = listing(world)?;
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
            let what = error_text(fault);
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
    let opened = opened(world, record).map_err(|error| text.unreadable(error.what))?;
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
            state(record).text(),
            open,
            text.last(show_date(record.last().date_naive())),
        ]
        .join(", "),
    ];
    let due = due(&view, false);
    let of = match opened.newer {
        Some(_) => Of::NewerList,
        None => Of::Case,
    };
    Ok((label, lines.into_iter().chain(due).collect(), of))
}
