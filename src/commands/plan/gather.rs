//! `plan --voegsamen`: lays copies that came back side by side. With a case it knows what was sent, and what the user
//! wants goes into the case.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Form, Plan, home, read, reader};
use crate::case::{CaseId, Event, Record};
use crate::commands::casus;
use crate::commands::form::DocumentForm;
use crate::commands::output::{is_out, put};
use crate::document;
use crate::engine::View;
use crate::error::{Done, Error, ErrorKind, Result};
use crate::plan::file::{self, Read, fingerprint};
use crate::plan::merge::{Merged, Refused, clashes, merge};
use crate::plan::{Audience, Made, Plan as Content, Says, build};
use crate::text::nl;
use crate::world::World;

/// Reads, lays together, shows, and takes over what the user wants.
pub(super) fn gather(world: &mut World, command: &Plan) -> Result {
    let text = &nl().gather;
    let files = &command.voegsamen;
    let mut copies = Vec::new();
    for file in files {
        copies.push(read(world, file)?);
    }
    let case = match &command.casus {
        Some(typed) => Some(casus::number(typed)?),
        None => None,
    };
    let merged = match &case {
        Some(id) => of_case(world, id, files, &copies)?,
        None => merge(&copies, &[]).map_err(|refused| refusal(&refused, files))?,
    };
    let form = Form::wished(command.formaat, command.sending.uit.as_deref());
    let out = command
        .sending
        .uit
        .clone()
        .unwrap_or_else(|| PathBuf::from("-"));
    let overview = document::replies(&merged);
    let put_out =
        |world: &mut World, bytes: &[u8]| put(world, &out, bytes, command.sending.overschrijf);
    match form {
        Some(Form::Document(form)) => {
            let bytes = form.drawn(world, &overview, is_out(&out))?;
            put_out(world, &bytes)?;
        }
        Some(Form::Yaml) if is_out(&out) => put_out(world, &together(&merged)?)?,
        Some(Form::Yaml) | None if command.sending.uit.is_some() => {
            put_out(world, &together(&merged)?)?;
            DocumentForm::show(world, &overview)?;
        }
        _ => DocumentForm::show(world, &overview)?,
    }
    if !is_out(&out) {
        world.say(&text.written(out.display()))?;
    }
    let clash = !clashes(&merged.said).is_empty();
    match &case {
        Some(id) => home::bring(world, id, &merged)?,
        None if command.sending.uit.is_none() => world.say(&text.not_written())?,
        None => {}
    }
    if clash {
        world.say(&text.clash_left())?;
        return Ok(Done::Attention);
    }
    Ok(Done::Well)
}

fn together(merged: &Merged) -> Result<Vec<u8>> {
    let written = file::write_with(&merged.plan, &merged.said);
    written.map(String::into_bytes).map_err(|_| {
        let program = &nl().program;
        let todo = program.unexpected_todo();
        Error::new(ErrorKind::Machine, program.unexpected("plan"), todo)
    })
}

/// Copies of the plans of one case: those of the team, and those that went to readers.
fn of_case(world: &mut World, id: &CaseId, files: &[PathBuf], copies: &[Read]) -> Result<Merged> {
    let record = casus::peek(world, id)?;
    let readers = reader::said(&record, id, files, copies)?;
    let (mut own, mut names) = (Vec::new(), Vec::new());
    for (file, copy) in files.iter().zip(copies) {
        if copy.plan.head.audience == Audience::Team {
            own.push(copy.clone());
            names.push(file.clone());
        }
    }
    let mut merged = if own.is_empty() {
        let number = casus::plan_number(&record);
        let now = team_plan(world, &record, number, world.today)?;
        let plan = now.ok_or_else(|| {
            let text = &nl().plan_command;
            Error::attention(text.no_plan(), text.no_plan_todo(id))
        })?;
        Merged {
            plan,
            said: BTreeSet::new(),
            older: BTreeSet::new(),
        }
    } else {
        let sent = sent(world, &record, &names, &own)?;
        merge(&own, &sent).map_err(|refused| refusal(&refused, &names))?
    };
    merged.said.extend(readers);
    let latest = merged.plan.head.number;
    let numbers = merged.said.iter().map(|one| one.number);
    merged
        .older
        .extend(numbers.filter(|number| *number < latest));
    Ok(merged)
}

/// The plans as they were made from this case, one for each number that came back. A copy that is of no such plan is
/// refused.
fn sent(
    world: &mut World,
    record: &Record,
    files: &[PathBuf],
    copies: &[Read],
) -> Result<Vec<Content>> {
    let text = &nl().gather;
    let id = &record.header.id;
    let mut made: BTreeMap<u32, Content> = BTreeMap::new();
    for (file, copy) in files.iter().zip(copies) {
        let number = copy.plan.head.number;
        if !made.contains_key(&number)
            && let Some(plan) = rebuilt(world, record, copy)?
        {
            made.insert(number, plan);
        }
        let print = |plan: &Content| fingerprint(plan).ok();
        let same = made.get(&number).and_then(print) == copy.print && copy.print.is_some();
        let noted = record.events().any(|event| match event {
            Event::PlanVersion(version) => Some(&version.print) == copy.print.as_ref(),
            _ => false,
        });
        if !same && !noted {
            return Err(Error::attention(
                text.not_this_case(file.display(), id),
                text.not_this_case_todo(),
            ));
        }
        if !same {
            // Made by another version of the program: then an untouched copy says how it was.
            made.remove(&number);
        }
    }
    Ok(made.into_values().collect())
}

/// The plan with this number, made anew from the case as it then was.
fn rebuilt(world: &mut World, record: &Record, copy: &Read) -> Result<Option<Content>> {
    let head = &copy.plan.head;
    let then = casus::then(record, head.number, head.made_on);
    let mut plan = team_plan(world, &then.record, then.number, head.made_on)?;
    if let Some(plan) = &mut plan {
        plan.head.organisation.clone_from(&head.organisation);
    }
    Ok(plan)
}

/// The plan of the team that a case holds.
fn team_plan(
    world: &mut World,
    record: &Record,
    number: u32,
    on: NaiveDate,
) -> Result<Option<Content>> {
    let list = casus::opened(world, record)?.list;
    let view = View::new(&list, &record.answers, on);
    let made = Made {
        on,
        number,
        audience: Audience::Team,
    };
    Ok(build(&view, made))
}

/// Why copies were refused, with the name of the file.
pub(super) fn refusal(refused: &Refused, files: &[PathBuf]) -> Error {
    let text = &nl().gather;
    let name = |copy: usize| {
        let file = files.get(copy).map_or(Path::new(""), PathBuf::as_path);
        file.display().to_string()
    };
    let (what, todo) = match *refused {
        Refused::Nothing => (text.nothing(), text.nothing_todo()),
        Refused::OtherReader { copy } => (text.other_reader(name(copy)), text.other_reader_todo()),
        Refused::OtherCase { copy } => (text.other_case(name(copy)), text.other_case_todo()),
        Refused::OtherPlan { copy } => (text.other_plan(name(copy)), text.other_plan_todo()),
        Refused::NoPrint { copy } => (text.no_print(name(copy)), text.no_print_todo()),
        Refused::NoOriginal { copy } => (text.no_original(name(copy)), text.no_original_todo()),
        Refused::OtherVersion { copy } => {
            (text.other_version(name(copy)), text.other_version_todo())
        }
    };
    Error::attention(what, todo)
}

/// Whether somebody changed the text itself.
pub(super) fn has_edits(merged: &Merged) -> bool {
    let mut said = merged.said.iter();
    said.any(|one| matches!(one.says, Says::Edit { .. }))
}
