//! `casussen --te-doen`: what is waited for in all cases, soonest first. Says the case by its number and label, and no answer.

use chrono::NaiveDate;

use crate::answer::show_date;
use crate::case::{Record, label};
use crate::commands::casus::{self, Task, Until};
use crate::commands::toon::sheet::Sheet;
use crate::engine::View;
use crate::error::{Done, Result};
use crate::plain::one_line;
use crate::questionnaire::PeriodSort;
use crate::text::nl;
use crate::world::World;

/// One thing to do in one case.
pub(super) struct Todo {
    /// The number of the case.
    pub(super) case: String,
    /// Its label.
    pub(super) label: String,
    /// What.
    pub(super) task: Task,
    /// In words, as it stands today.
    pub(super) says: String,
}

impl Todo {
    /// How it stands on this day, in one word.
    pub(super) fn standing(&self, today: NaiveDate) -> &'static str {
        match self.task.moment() {
            None => "open",
            Some(moment) if moment.day < today => "voorbij",
            Some(moment) if moment.day == today => "vandaag",
            Some(_) => "straks",
        }
    }
}

/// All of it, and whether every case could be read.
pub(super) fn gather(world: &mut World) -> Result<(Vec<Todo>, Done)> {
    let listing = casus::store(world).cases().map_err(casus::error)?;
    let mut all = Vec::new();
    let mut done = Done::Well;
    for one in &listing.cases {
        let found = match &one.record {
            Ok(record) => of_case(world, record),
            Err(fault) => Err(casus::error_text(fault)),
        };
        match found {
            Ok(found) => all.extend(found),
            Err(what) => {
                done = Done::Attention;
                world.say(&nl().due.not_read(&one.id, what))?;
            }
        }
    }
    all.sort_by_key(|one: &Todo| (one.task.moment().is_none(), one.task.moment()));
    Ok((all, done))
}

fn of_case(world: &mut World, record: &Record) -> std::result::Result<Vec<Todo>, String> {
    let opened = casus::opened(world, record).map_err(|error| error.what)?;
    let view = View::new(&opened.list, &record.answers, world.today);
    let label = label(&opened.list, &record.answers);
    let label = label.map_or_else(|| nl().cases.unnamed(), one_line);
    let tasks = casus::tasks(&view).into_iter();
    let tasks = tasks.filter(|task| task.is_to_do(world.today));
    Ok(tasks
        .map(|task| Todo {
            case: record.header.id.to_string(),
            label: label.clone(),
            says: says(&task, &view),
            task,
        })
        .collect())
}

fn says(task: &Task, view: &View<'_>) -> String {
    let text = &nl().due;
    match (&task.until, task.sort) {
        (Until::At(moment), PeriodSort::Keeping) => {
            text.keep_reached(&task.title, casus::moment_words(*moment))
        }
        (Until::At(moment), _) => casus::when(task, *moment, view),
        (Until::NoLength, _) => text.no_length(&task.title, &task.source),
        _ => text.no_start(&task.title),
    }
}

/// For a person.
pub(super) fn page(all: &[Todo], today: NaiveDate, width: usize) -> String {
    let text = &nl().due;
    let mut sheet = Sheet::new(width);
    sheet.line(0, &text.heading(show_date(today)));
    sheet.line(0, &text.reminder());
    for (standing, heading) in [
        ("voorbij", text.past_heading()),
        ("vandaag", text.today_heading()),
        ("straks", text.later_heading()),
        ("open", text.open_heading()),
    ] {
        let mut before = None;
        for one in all.iter().filter(|one| one.standing(today) == standing) {
            if before.is_none() {
                sheet.heading(&heading);
            }
            if before != Some(&one.case) {
                sheet.line(3, &text.entry(&one.case, &one.label));
                before = Some(&one.case);
            }
            sheet.line(5, &one.says);
        }
    }
    sheet.finish()
}
