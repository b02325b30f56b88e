//! Two plan files side by side: what is new, gone, changed and filled in, and what was said back in only one of them.

pub(in crate::commands) mod json;

use std::path::Path;

use super::{Form, Vergelijk};
use crate::answer::show_date;
use crate::commands::{lists, plan};
use crate::document::{place_called, statement};
use crate::error::{Done, Error, Result};
use crate::plain::{one_line, plain};
use crate::plan::file::{Difference, Kind, Read, compare};
use crate::plan::{Plan, Statement};
use crate::text::{indent, nl};
use crate::world::World;

/// The two files, where that is what was typed. Two files of which neither is a plan are answers without their list.
pub(super) fn files<'t>(world: &mut World, typed: &'t Vergelijk) -> Option<[&'t Path; 2]> {
    let [then, now] = typed.what.as_slice() else {
        return None;
    };
    let plans = typed.vragenlijst.is_none() && lists::is_path(then) && lists::is_path(now);
    let files = [Path::new(then), Path::new(now)];
    let any = plans && files.iter().any(|file| is_plan(world, file));
    any.then_some(files)
}

/// Whether a file says that it is a plan. What else is wrong with it is said when it is read.
fn is_plan(world: &mut World, file: &Path) -> bool {
    let bytes = world.read(file, lists::MOST_BYTES).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    text.lines()
        .any(|line| line.starts_with("veiligheidsplan:"))
}

/// Compares and prints. Changes nothing.
pub(super) fn show(world: &mut World, files: [&Path; 2], form: Form) -> Result {
    let text = &nl().plan_compare;
    let [then, now] = files;
    let (then, now) = (plan::read(world, then)?, plan::read(world, now)?);
    let named = |plan: &Plan| text.one(plan.head.number, show_date(plan.head.made_on));
    let differences = compare(&now.plan, &then.plan).map_err(|_| {
        let text = &nl().program;
        Error::attention(text.unexpected("vergelijk"), text.unexpected_todo())
    })?;
    if form == Form::Json {
        world.print(&json::json(&then, &now, &differences)?)?;
        return Ok(Done::Well);
    }
    let mut lines = vec![text.title(named(&then.plan), named(&now.plan))];
    for kind in [Kind::Added, Kind::Gone, Kind::Changed, Kind::Filled] {
        let of: Vec<String> = differences
            .iter()
            .filter(|one| one.kind == kind)
            .map(said)
            .collect();
        if of.is_empty() {
            continue;
        }
        lines.push(String::new());
        lines.push(match kind {
            Kind::Added => text.added(of.len()),
            Kind::Gone => text.gone(of.len()),
            Kind::Changed => text.changed(of.len()),
            Kind::Filled => text.filled(of.len()),
        });
        lines.extend(of.iter().map(|line| point(line, world.width)));
    }
    let replies = only_in_one(&then, &now);
    if !replies.is_empty() {
        lines.push(String::new());
        lines.push(text.replies(replies.len()));
        lines.extend(replies.iter().map(|line| point(line, world.width)));
    }
    if lines.len() == 1 {
        lines.push(text.same());
    }
    world.print(&lines.join("\n"))?;
    Ok(Done::Well)
}

fn point(line: &str, width: usize) -> String {
    format!("  - {}", indent(line, width, 4).trim_start())
}

fn said(one: &Difference) -> String {
    let text = &nl().plan_compare;
    let place = place_called(&plain(&one.place));
    let words = |said: &Option<String>| said.as_deref().map(one_line);
    match (words(&one.made), words(&one.given)) {
        (Some(was), Some(now)) => text.from_to(place, was, now),
        (None, Some(now)) => text.only(place, now),
        (was, None) => text.was(place, was.unwrap_or_default()),
    }
}

fn only_in_one(then: &Read, now: &Read) -> Vec<String> {
    let differing = then.said.symmetric_difference(&now.said);
    let line = |one: &Statement| {
        let who = one_line(now.plan.name_of(&one.who));
        let text = &nl().plan_compare;
        text.only(who, one_line(&statement(one)))
    };
    differing.map(line).collect()
}
