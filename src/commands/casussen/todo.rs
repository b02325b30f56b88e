//! `casussen --te-doen`: what needs attention and what is waited for in all cases, soonest first, and what the organisation
//! has to look at again. Says the case by its number and label, and no answer.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answer::{Answers, show_date};
use crate::case::{Record, label};
use crate::commands::casus::{self, Task, Until};
use crate::commands::sheet::Sheet;
use crate::commands::{protocol, zelfcheck};
use crate::engine::{Moment, NextStep, View, next, outcomes};
use crate::error::{Done, Result};
use crate::plain::one_line;
use crate::questionnaire::{PeriodSort, Questionnaire};
use crate::telling::{self, is_danger, points};
use crate::text::nl;
use crate::world::World;

/// One thing to do: in a case, or in the organisation itself.
pub(super) struct Todo {
    /// The number of the case; none for the organisation.
    pub(super) case: Option<String>,
    /// Its label.
    pub(super) label: String,
    /// What.
    pub(super) thing: Thing,
    /// In words, as it stands today.
    pub(super) says: String,
}

/// What there is to do.
pub(super) enum Thing {
    /// Something certain that the list marks so.
    Attention {
        /// The id of what was derived.
        id: String,
        /// What it is about.
        title: String,
    },
    /// Something that is waited for.
    Wait(Task),
}

impl Todo {
    /// The day, where there is one.
    pub(super) fn moment(&self) -> Option<Moment> {
        match &self.thing {
            Thing::Attention { .. } => None,
            Thing::Wait(task) => task.moment(),
        }
    }

    /// How it stands on this day, in one word.
    pub(super) fn standing(&self, today: NaiveDate) -> &'static str {
        if let Thing::Attention { .. } = self.thing {
            return "aandacht";
        }
        match self.moment() {
            None => "open",
            Some(moment) if moment.day < today => "voorbij",
            Some(moment) if moment.day == today => "vandaag",
            Some(_) => "straks",
        }
    }
}

/// All of it, and whether every case could be read.
pub(super) fn gather(world: &mut World) -> Result<(Vec<Todo>, Done)> {
    let listing = casus::listing(world)?;
    let mut all = Vec::new();
    let mut done = Done::Well;
    let mut in_danger = BTreeSet::new();
    for one in &listing.cases {
        let found = match &one.record {
            Ok(record) => of_case(world, record, &mut in_danger),
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
    // A slip in a file of the organisation never hides what is to be done for people.
    for kept in [protocol::kept, zelfcheck::latest] {
        match kept(world) {
            Ok(kept) => {
                let found =
                    kept.map(|(list, answers)| of_organisation(&list, &answers, world.today));
                all.extend(found.into_iter().flatten());
            }
            Err(error) => {
                done = Done::Attention;
                world.say(&nl().due.organisation_not_read(error.what))?;
            }
        }
    }
    let safe = |one: &Todo| {
        !one.case
            .as_ref()
            .is_some_and(|case| in_danger.contains(case))
    };
    all.sort_by_key(|one: &Todo| (one.moment().is_none(), one.moment(), safe(one)));
    Ok((all, done))
}

fn of_case(
    world: &mut World,
    record: &Record,
    in_danger: &mut BTreeSet<String>,
) -> std::result::Result<Vec<Todo>, String> {
    let opened = casus::opened(world, record).map_err(|error| error.what)?;
    let view = View::new(&opened.list, &record.answers, world.today);
    let label = label(&opened.list, &record.answers);
    let label = label.map_or_else(|| nl().cases.unnamed(), one_line);
    let case = record.header.id.to_string();
    if is_danger(&view) {
        in_danger.insert(case.clone());
    }
    let mut all = attentions(&view, &case, &label);
    all.extend(waits(&view, Some(&case), &label));
    Ok(all)
}

/// What certainly needs attention: every level but the first of what the list marks so.
fn attentions(view: &View<'_>, case: &str, label: &str) -> Vec<Todo> {
    let outcomes = outcomes(view);
    let certain = points(view.list, &outcomes).into_iter().map(|point| {
        let title = telling::title(point.derived);
        Todo {
            case: Some(case.to_owned()),
            label: label.to_owned(),
            says: nl().show.attention(&title, &point.level.text.nl),
            thing: Thing::Attention {
                id: point.derived.id.clone(),
                title,
            },
        }
    });
    certain.collect()
}

fn waits(view: &View<'_>, case: Option<&str>, label: &str) -> Vec<Todo> {
    let tasks = casus::tasks(view).into_iter();
    let tasks = tasks.filter(|task| task.is_to_do(view.today));
    let all = tasks.map(|task| Todo {
        case: case.map(str::to_owned),
        label: label.to_owned(),
        says: says(&task, view),
        thing: Thing::Wait(task),
    });
    all.collect()
}

/// What the organisation has to look at again: its own code, its self-check.
fn of_organisation(list: &Questionnaire, answers: &Answers, today: NaiveDate) -> Vec<Todo> {
    let view = View::new(list, answers, today);
    let name = nl().organisation.name();
    let mut all = Vec::new();
    if matches!(next(&view), NextStep::Ask(_)) {
        let title = list.title.to_string();
        all.push(Todo {
            case: None,
            label: name.clone(),
            says: nl().due.unfinished(&title),
            thing: Thing::Attention {
                id: list.version.id.clone(),
                title,
            },
        });
    }
    all.extend(waits(&view, None, &name));
    all
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
        ("aandacht", text.attention_heading()),
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
                sheet.line(
                    3,
                    &match &one.case {
                        Some(case) => text.entry(case, &one.label),
                        None => text.entry_organisation(),
                    },
                );
                before = Some(&one.case);
            }
            sheet.line(5, &one.says);
        }
    }
    sheet.finish()
}
