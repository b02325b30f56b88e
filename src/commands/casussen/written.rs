//! What is to be done, for programs and spreadsheets, and as a calendar.

use chrono::NaiveDate;
use serde::Serialize;

use super::todo::Todo;
use crate::agenda::{self, Event};
use crate::engine::Moment;
use crate::plain::csv_cell;

/// Everything that is to be done.
#[derive(Serialize)]
struct Form<'a> {
    /// The day on which it was looked at.
    dag: String,
    te_doen: Vec<One<'a>>,
}

/// One thing.
#[derive(Serialize)]
struct One<'a> {
    casus: &'a str,
    schuilnaam: &'a str,
    termijn: String,
    titel: &'a str,
    soort: &'static str,
    stand: &'static str,
    dag: Option<String>,
    tijd: Option<String>,
    /// How many days from now; below zero when past.
    dagen: Option<i64>,
}

const COLUMNS: [&str; 9] = [
    "casus",
    "schuilnaam",
    "termijn",
    "titel",
    "soort",
    "stand",
    "dag",
    "tijd",
    "dagen",
];

fn one(todo: &Todo, today: NaiveDate) -> One<'_> {
    let task = &todo.task;
    let moment = task.moment();
    One {
        casus: &todo.case,
        schuilnaam: &todo.label,
        termijn: name(todo),
        titel: &task.title,
        soort: task.sort.name(),
        stand: todo.standing(today),
        dag: moment.map(|moment| moment.day.to_string()),
        tijd: moment.and_then(time),
        dagen: moment.map(|moment| (moment.day - today).num_days()),
    }
}

/// One line, as RFC 4180 writes it.
fn row(cells: [&str; 9]) -> String {
    format!("{}\r\n", cells.map(csv_cell).join(","))
}

/// The id of the period, with its row.
fn name(todo: &Todo) -> String {
    match &todo.task.row {
        Some(row) => format!("{}/{row}", todo.task.id),
        None => todo.task.id.clone(),
    }
}

fn time(moment: Moment) -> Option<String> {
    let minute = moment.minute?;
    Some(format!("{:02}:{:02}", minute / 60, minute % 60))
}

/// As JSON.
pub(super) fn json(all: &[Todo], today: NaiveDate) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&Form {
        dag: today.to_string(),
        te_doen: all.iter().map(|todo| one(todo, today)).collect(),
    })
}

/// For a spreadsheet: a row each, as RFC 4180 writes it.
pub(super) fn csv(all: &[Todo], today: NaiveDate) -> String {
    let mut lines = vec![row(COLUMNS)];
    for todo in all {
        let one = one(todo, today);
        lines.push(row([
            one.casus,
            one.schuilnaam,
            &one.termijn,
            one.titel,
            one.soort,
            one.stand,
            &one.dag.unwrap_or_default(),
            &one.tijd.unwrap_or_default(),
            &one.dagen.map(|days| days.to_string()).unwrap_or_default(),
        ]));
    }
    lines.concat()
}

/// The days of a calendar. The key keeps what an event is about from whoever sees its name.
pub(super) fn events(all: &[Todo], key: &str) -> Vec<Event> {
    let each = all.iter().filter_map(|todo| {
        let moment = todo.task.moment()?;
        Some(Event {
            uid: agenda::uid(key, &[&todo.case, &name(todo)]),
            day: moment.day,
            title: todo.task.silent.clone(),
        })
    });
    each.collect()
}
