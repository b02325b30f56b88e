//! The second round, after the talk: begins from the first answers, and ends with what moved. The first file stays.

use std::path::Path;

use super::keep::Kept;
use super::mine;
use super::start::{kept, name_of};
use super::walk::walk;
use super::{Case, LINES, Next, Oefen, page, reasons};
use crate::answer::{Key, differences};
use crate::commands::form::DocumentForm;
use crate::error::{Done, Error, Result};
use crate::questionnaire::{Kind, Questionnaire};
use crate::text::nl;
use crate::world::World;

/// Leads somebody through once more.
pub(super) fn run(
    asked: &Oefen,
    world: &mut World,
    folder: &Path,
    list: &Questionnaire,
    case: Case<'_>,
) -> Result {
    let text = &nl().practise;
    let id = case.map_or(list.version.id.as_str(), |(case, _)| case.id.as_str());
    let first = first(asked, world, kept(world, folder, list, case, id, 1)?, id)?;
    if !mine::is_mine(world, &first, case)? {
        return Err(Error::usage(
            text.not_yours_again(),
            text.not_yours_again_todo(),
        ));
    }
    let begun = kept(world, folder, list, case, id, 2)?;
    let begun = begun
        .into_iter()
        .find(|kept| name_of(kept) == name_of(&first));
    let mut second = begun.unwrap_or_else(|| {
        let mut participant = first.participant.clone();
        participant.head.round = 2;
        participant.head.day = world.today;
        participant.head.key_read = None;
        participant.head.done = Some(false);
        Kept::new(list, folder, participant)
    });
    second.knows_key = first.participant.head.key_read;
    second.write()?;
    if second.knows_key.is_some() {
        world.say(&text.knew_key())?;
    }
    world.say(&text.opening_again(second.file.display()))?;
    world.was_read()?;
    if !walk(world, asked, &mut second, case)? {
        return Ok(Done::Attention);
    }
    second.finish()?;
    let moved = moved(&first, &second);
    reasons::ask(world, &first, &mut second, &moved)?;
    DocumentForm::read_through(world, &page::moved(&first, &second, &moved))?;
    world.say(&text.finished_again(second.file.display()))?;
    if case.is_some() {
        let again = asked.command(world, &second, Next::Key);
        world.say(&match second.knows_key {
            Some(_) => text.key_once_more(again),
            None => text.key_after(again),
        })?;
    }
    Ok(Done::Well)
}

/// Whose first answers.
fn first<'a>(
    asked: &Oefen,
    world: &mut World,
    mut found: Vec<Kept<'a>>,
    id: &str,
) -> Result<Kept<'a>> {
    let text = &nl().practise;
    let name = match &asked.naam {
        Some(name) => name.clone(),
        None if found.is_empty() => String::new(),
        None => world.ask(&text.whose(), LINES)?,
    };
    let others = found.len();
    match mine::named(&mut found, &name)? {
        Some(kept) => Ok(kept),
        None if others == 0 => Err(Error::usage(text.no_first(), text.no_first_todo(id))),
        None => Err(Error::usage(text.no_such(name), text.no_such_todo(others))),
    }
}

/// What was chosen otherwise; texts alone say their own why.
fn moved(first: &Kept<'_>, second: &Kept<'_>) -> Vec<Key> {
    let (before, after) = (&first.participant.answers, &second.participant.answers);
    let list = first.list;
    let value = |kept: &Kept<'_>, key: &Key| {
        let found = kept
            .participant
            .answers
            .get(&key.question, key.row.as_ref());
        found.map(|answer| answer.value.clone())
    };
    let mut keys = differences(list, before, after);
    keys.retain(|key| {
        let asked = list.find(&key.question.0).map(|at| list.question(at));
        let chosen =
            asked.is_some_and(|asked| !matches!(asked.kind, Kind::Text { .. } | Kind::List { .. }));
        chosen && value(first, key) != value(second, key) && value(second, key).is_some()
    });
    keys
}
