//! What is to be done, for programs and spreadsheets, and as a calendar.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::todo::{Thing, Todo};
use crate::agenda::{self, Event};
use crate::engine::Moment;
use crate::plain::csv_cell;

/// Everything that is to be done.
#[derive(Serialize, JsonSchema)]
pub(super) struct ToDoForm<'a> {
    /// The day on which it was looked at.
    dag: String,
    te_doen: Vec<ToDo<'a>>,
}

/// One thing.
#[derive(Serialize, JsonSchema)]
struct ToDo<'a> {
    casus: Option<&'a str>,
    schuilnaam: &'a str,
    termijn: String,
    titel: &'a str,
    #[schemars(extend("enum" = ["aandacht", "afspraak", "verwachting", "bewaren"]))]
    soort: &'static str,
    #[schemars(extend("enum" = ["aandacht", "voorbij", "vandaag", "straks", "open"]))]
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

fn one(todo: &Todo, today: NaiveDate) -> ToDo<'_> {
    let moment = todo.moment();
    let (title, sort) = match &todo.thing {
        Thing::Attention { title, .. } => (title, "aandacht"),
        Thing::Wait(task) => (&task.title, task.sort.name()),
    };
    ToDo {
        casus: todo.case.as_deref(),
        schuilnaam: &todo.label,
        termijn: name(todo),
        titel: title,
        soort: sort,
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

/// The id of the period, with its row; or of what was derived.
fn name(todo: &Todo) -> String {
    let task = match &todo.thing {
        Thing::Attention { id, .. } => return id.clone(),
        Thing::Wait(task) => task,
    };
    match &task.row {
        Some(row) => format!("{}/{row}", task.id),
        None => task.id.clone(),
    }
}

fn time(moment: Moment) -> Option<String> {
    let minute = moment.minute?;
    Some(format!("{:02}:{:02}", minute / 60, minute % 60))
}

/// As JSON.
pub(super) fn json(all: &[Todo], today: NaiveDate) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&ToDoForm {
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
            one.casus.unwrap_or_default(),
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
        let Thing::Wait(task) = &todo.thing else {
            return None;
        };
        let case = todo.case.as_deref().unwrap_or_default();
        Some(Event {
            uid: agenda::uid(key, &[case, &name(todo)]),
            day: task.moment()?.day,
            title: task.silent.clone(),
        })
    });
    each.collect()
}
