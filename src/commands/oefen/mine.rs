//! Whose a file is. Two people in a room soon think of one word: before anybody goes on in a file that is there, or sees what
//! stands in it, they say that it is theirs.

use super::keep::Kept;
use super::start::{is_done, name_of};
use super::{Case, LINES};
use crate::answer::date_with_weekday;
use crate::answer::interpret::yes_or_no;
use crate::error::{Error, Result};
use crate::plain::one_line;
use crate::text::nl;
use crate::training::{Known, slug};
use crate::world::World;

/// Takes the file with this name out of those found: spelt as it was then.
///
/// # Errors
/// There is one with other capitals or marks, which is likely somebody else's.
pub(super) fn named<'a>(found: &mut Vec<Kept<'a>>, name: &str) -> Result<Option<Kept<'a>>> {
    let text = &nl().practise;
    let name = name.trim();
    let at = found
        .iter()
        .position(|kept| slug(name_of(kept)) == slug(name));
    if at.is_some_and(|at| name_of(&found[at]).trim() != name) {
        return Err(Error::usage(
            text.other_spelling(one_line(name)),
            text.other_spelling_todo(),
        ));
    }
    Ok(at.map(|at| found.swap_remove(at)))
}

/// Whether somebody says that this file is theirs: with when it was begun and how far it is, by which they know it.
pub(super) fn is_mine(world: &mut World, kept: &Kept<'_>, case: Case<'_>) -> Result<bool> {
    let text = &nl().practise;
    let head = &kept.participant.head;
    let name = one_line(&head.name);
    let far = far(world, kept, case);
    world.say(&match head.begun {
        Some(at) => text.is_there_at(name, date_with_weekday(at.date()), at.format("%H:%M"), far),
        None => text.is_there(name, date_with_weekday(head.day), far),
    })?;
    loop {
        let typed = world.ask(&text.is_it_yours(), LINES)?;
        match yes_or_no(&typed) {
            Some(sure) => return Ok(sure),
            None => world.say(&text.only_yes_or_no())?,
        }
    }
}

fn far(world: &World, kept: &Kept<'_>, case: Case<'_>) -> String {
    let text = &nl().practise;
    if is_done(world, kept, case) {
        return text.far_done();
    }
    match case.map(|(case, forms)| (case, super::walk::known(kept, forms))) {
        Some((case, Known::Rounds(at))) => text.far_round(at.max(1), case.rounds.len()),
        Some((_, Known::Sentences)) => text.far_sentences(),
        Some((_, Known::All)) => text.far_last(),
        None => text.far_busy(),
    }
}
