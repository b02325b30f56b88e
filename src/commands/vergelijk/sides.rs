//! The two assessments that are meant: from cases, from a case on two days, from files.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;

use super::Vergelijk;
use crate::answer::{Answers, show_date};
use crate::case::{CaseId, Event, Record, What, label};
use crate::commands::{answers, casus, lists};
use crate::comparison::Side;
use crate::error::{Error, Result};
use crate::plain::one_line;
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;

/// One assessment, with where it comes from.
pub(super) struct Whole {
    /// What it is, for a person.
    pub name: String,
    /// What it is, for a program: the number of the case; none for a file, of which the name may tell too much.
    pub case: Option<CaseId>,
    pub list: Questionnaire,
    pub answers: Answers,
    pub on: NaiveDate,
}

impl Whole {
    pub fn side(&self) -> Side<'_> {
        Side {
            list: &self.list,
            answers: &self.answers,
            on: self.on,
        }
    }
}

/// The two that are meant.
pub(super) fn sides(world: &mut World, typed: &Vergelijk) -> Result<(Whole, Whole)> {
    let text = &nl().compare;
    if let Some(list) = &typed.vragenlijst {
        let [then, now] = typed.what.as_slice() else {
            return Err(Error::usage(
                text.needs_two_files(),
                text.needs_two_files_todo(),
            ));
        };
        return files(world, typed, list, [then, now]);
    }
    if typed.what.iter().any(|name| lists::is_path(name)) {
        return Err(Error::usage(
            text.looks_like_files(),
            text.looks_like_files_todo(),
        ));
    }
    if let (Some(op), Some(met)) = (typed.op, typed.met)
        && op > met
    {
        return Err(Error::usage(text.backwards(), text.backwards_todo()));
    }
    match typed.what.as_slice() {
        [] | [_] => {
            let id = casus::which(world, typed.what.first().map(String::as_str), false)?;
            one(world, typed, &id)
        }
        [then, now] => {
            let (then, now) = (casus::number(then)?, casus::number(now)?);
            if then == now && typed.op == typed.met {
                return Err(Error::usage(text.same_case(), text.same_case_todo()));
            }
            let (then, now) = (peek(world, &then)?, peek(world, &now)?);
            let before = whole(world, &then, typed.op)?;
            let after = whole(world, &now, typed.met)?;
            Ok((before, after))
        }
        _ => Err(Error::usage(text.too_many(), text.too_many_todo())),
    }
}

/// One case: then and now.
fn one(world: &mut World, typed: &Vergelijk, id: &CaseId) -> Result<(Whole, Whole)> {
    let text = &nl().compare;
    let record = peek(world, id)?;
    let until = typed.met.map(|day| record.until(day));
    let op = match typed.op {
        Some(day) => day,
        None => day_before(until.as_ref().unwrap_or(&record))
            .ok_or_else(|| Error::usage(text.one_day(id), text.one_day_todo()))?,
    };
    let before = whole(world, &record, Some(op))?;
    let after = whole(world, &record, typed.met)?;
    Ok((before, after))
}

fn peek(world: &mut World, id: &CaseId) -> Result<Record> {
    casus::peek(world, id)
}

/// A case as it stands, or as it stood at the end of a day.
fn whole(world: &mut World, record: &Record, day: Option<NaiveDate>) -> Result<Whole> {
    let text = &nl().compare;
    let id = &record.header.id;
    let made = record.header.made.date_naive();
    if let Some(day) = day
        && day < made
    {
        return Err(Error::usage(
            text.before_start(id, show_date(made)),
            text.before_start_todo(),
        ));
    }
    let record = day.map_or_else(|| record.clone(), |day| record.until(day));
    let list = casus::opened(world, &record)?.list;
    let name = named(id, &list, &record.answers);
    let name = match day {
        Some(day) => text.case_on(name, show_date(day)),
        None => text.case_now(name),
    };
    Ok(Whole {
        name,
        case: Some(id.clone()),
        list,
        answers: record.answers,
        on: day.unwrap_or(world.today),
    })
}

/// The number of a case with its label, when it has one: `c-2026-001 (blauwe reiger)`.
pub fn named(id: &CaseId, list: &Questionnaire, answers: &Answers) -> String {
    match label(list, answers) {
        Some(label) => format!("{id} ({})", one_line(label)),
        None => id.to_string(),
    }
}

/// The last day but one on which something was answered or the list changed; none where that was all on one day.
pub fn day_before(record: &Record) -> Option<NaiveDate> {
    let days: BTreeSet<NaiveDate> = record
        .entries
        .iter()
        .filter(|entry| matches!(entry.what, What::Change(_) | What::Event(Event::Moved(_))))
        .map(|entry| entry.at.date_naive())
        .collect();
    days.into_iter().rev().nth(1)
}

fn files(
    world: &mut World,
    typed: &Vergelijk,
    name: &str,
    files: [&String; 2],
) -> Result<(Whole, Whole)> {
    let mut library = lists::library(world, typed.profiel.as_deref())?;
    let list = lists::load(world, &mut library, name)?;
    let mut read = |file: &String| -> Result<Whole> {
        let answers = answers::read(world, &list, name, Path::new(file))?;
        let answers = answers.map_err(|faults| {
            let text = nl();
            Error::attention(text.compare.faulty(file), text.lists.answers_faulty_todo())
                .with_details(vec![faults.drawn(world.colour)])
        })?;
        Ok(Whole {
            name: nl().compare.file(file, &list.title),
            case: None,
            list: list.clone(),
            answers,
            on: world.today,
        })
    };
    Ok((read(files[0])?, read(files[1])?))
}
