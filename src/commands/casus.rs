//! What the commands about a case share: the store's faults in words, the list of a case, which case is meant.

mod due;
mod fault;
mod listed;
mod lists;
mod row;
mod state;
mod tasks;
mod then;

pub use due::{counted, due, moment_words, when};
pub use fault::{error, error_text};
pub use listed::list;
pub use lists::{Loaded, Opened, is_older, kept, load, opened, profile, with_texts};
pub use row::next_row;
pub use state::{State, state};
pub use tasks::{Task, Until, tasks};
pub use then::{Then, plan_number, then};

use std::path::Path;

use chrono::{DateTime, FixedOffset};

use crate::case::{CaseId, Fault, Listing, Record, Resumed, Store};
use crate::commands::lists::{MOST_BYTES, is_path};
use crate::commands::unlock;
use crate::error::{Error, Result};
use crate::text::nl;
use crate::training::{is_participant, is_training_case, packed};
use crate::world::World;
use crate::yaml;

/// The store that this world's cases are in, with the keys of this run.
pub fn store(world: &World) -> Store {
    Store::at(&world.cases).with(unlock::ring(world))
}

/// What stands in a case, without changing it. Asks for the passphrase where that is needed.
pub fn peek(world: &mut World, id: &CaseId) -> Result<Record> {
    match store(world).peek(id) {
        Err(Fault::Locked(_)) => {
            unlock::unlock(world)?;
            store(world).peek(id).map_err(error)
        }
        peeked => peeked.map_err(error),
    }
}

/// Opens a case to go on with it. Asks for the passphrase where that is needed.
pub fn resume(world: &mut World, id: &CaseId, now: DateTime<FixedOffset>) -> Result<Resumed> {
    match store(world).resume(id, now) {
        Err(Fault::Locked(_)) => {
            unlock::unlock(world)?;
            store(world).resume(id, now).map_err(error)
        }
        opened => opened.map_err(error),
    }
}

/// Every case. Asks for the passphrase where one is locked and somebody is there; without it those stay locked.
pub fn listing(world: &mut World) -> Result<Listing> {
    let listing = store(world).cases().map_err(error)?;
    let is_locked = |one: &crate::case::Summary| matches!(one.record, Err(Fault::Locked(_)));
    if listing.cases.iter().any(is_locked) && unlock::may_unlock(world)? {
        return store(world).cases().map_err(error);
    }
    Ok(listing)
}

/// Something of an exercise was given where a case is meant: one of the invented cases, or a file.
///
/// # Errors
/// It was.
pub fn no_exercise(typed: &str) -> Result<()> {
    let text = &nl().practise;
    if packed().any(|one| one.id == typed) {
        return Err(Error::usage(
            text.packed_case(typed),
            text.packed_case_todo(typed),
        ));
    }
    let bytes = is_path(typed).then(|| World::bytes(Path::new(typed), MOST_BYTES));
    let tree = bytes.and_then(|bytes| yaml::read_tree(&bytes.ok()?, typed).ok());
    if tree.is_some_and(|tree| is_participant(&tree) || is_training_case(&tree)) {
        return Err(Error::usage(text.no_case(), text.no_case_todo()));
    }
    Ok(())
}

/// A number as it was typed.
pub fn number(typed: &str) -> Result<CaseId> {
    no_exercise(typed)?;
    CaseId::parse(typed)
        .ok_or_else(|| Error::usage(nl().cases.not_an_id(), nl().cases.not_an_id_todo()))
}

/// Which case is meant: the one that was typed, else the only one there is (that is still open, when `unfinished`), else
/// the one that the person picks.
pub fn which(world: &mut World, typed: Option<&str>, unfinished: bool) -> Result<CaseId> {
    let text = &nl().cases;
    if let Some(typed) = typed {
        return number(typed);
    }
    let listing = listing(world)?;
    if listing.cases.is_empty() {
        return Err(Error::usage(text.none(), text.none_todo()));
    }
    let ids: Vec<CaseId> = listing
        .cases
        .iter()
        .filter(|one| match &one.record {
            Ok(record) => !unfinished || state(record) != State::Finished,
            // How far it is, nobody can see.
            Err(fault) => matches!(fault, Fault::Locked(_)),
        })
        .map(|one| one.id.clone())
        .collect();
    match ids.as_slice() {
        [] if listing.cases.len() == 1 => Ok(listing.cases[0].id.clone()),
        [] => Err(Error::usage(text.none_open(), text.none_open_todo())),
        [one] => Ok(one.clone()),
        _ if world.person => {
            list(world, true)?;
            let typed = world.ask(&text.which_question(), "")?;
            // The number of the line, or that of the case.
            let line = typed.trim().parse::<usize>().ok();
            let line = line.and_then(|line| listing.cases.get(line.checked_sub(1)?));
            line.map_or_else(|| number(&typed), |one| Ok(one.id.clone()))
        }
        several => {
            let numbers: Vec<String> = several.iter().map(ToString::to_string).collect();
            Err(Error::usage(
                text.which(),
                text.which_todo(numbers.join(", ")),
            ))
        }
    }
}
