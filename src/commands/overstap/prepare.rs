//! What a move would do: the two lists, what has no place, what is asked anew, what comes out otherwise.

use crate::answer::{Answers, Aside, Key, without_place};
use crate::case::Record;
use crate::commands::casus::{self, Loaded};
use crate::comparison::list::{ListDifference, difference};
use crate::comparison::{Comparison, Side, compare};
use crate::engine::{View, open_questions};
use crate::error::Result;
use crate::questionnaire::Questionnaire;
use crate::world::World;

/// A move that has not been made.
pub(super) struct Prepared {
    /// The case has that list already.
    pub nothing: bool,
    /// The list of now; none where it was not kept or cannot be read.
    pub old: Option<Questionnaire>,
    /// The list to go over to.
    pub new: Loaded,
    /// The profile to go over to.
    pub profile: Option<String>,
    /// What has no place.
    pub aside: Aside,
    /// The answers that have one.
    pub placed: Answers,
    /// What is asked after the move and was not open before.
    pub asked: Vec<Key>,
    /// How the lists differ, where both are known.
    pub lists: ListDifference,
    /// What that does to this case, where both are known.
    pub comparison: Option<Comparison>,
    /// The list to go over to is an older one.
    pub older: bool,
    /// The day it is looked at.
    pub today: chrono::NaiveDate,
}

/// Prepares a move to what the program has now.
pub(super) fn prepare(
    world: &mut World,
    record: &Record,
    profile: Option<&str>,
) -> Result<Prepared> {
    let profile = match profile {
        Some(typed) => casus::profile(world, Some(typed.to_owned())),
        None => record.profile().map(str::to_owned),
    };
    // A list that cannot be read any more must not keep the case from going on.
    let kept = casus::kept(world, record).unwrap_or_default();
    let new = casus::with_texts(world, &record.header.start.list.id, profile.as_deref())?;
    let same = new.list.version.sha256 == record.list().sha256;
    let old = kept
        .map(|kept| kept.list)
        .or_else(|| same.then(|| new.list.clone()));
    let today = world.today;
    let answers = &record.answers;
    let view = old.as_ref().map(|old| View::new(old, answers, today));
    let aside = without_place(old.as_ref(), &new.list, answers, today, &|at, row| {
        view.as_ref()
            .is_none_or(|view| view.visible(at, row).possible())
    });
    let mut placed = answers.clone();
    placed.lay_aside(&aside);
    let before = view.as_ref().map(open_questions).unwrap_or_default();
    let asked = open_questions(&View::new(&new.list, &placed, today))
        .into_iter()
        .filter(|key| !before.contains(key))
        .collect();
    let lists = old
        .as_ref()
        .map(|old| difference(old, &new.list))
        .unwrap_or_default();
    let comparison = old.as_ref().map(|old| {
        let side = |list, answers| Side {
            list,
            answers,
            on: today,
        };
        compare(&side(old, answers), &side(&new.list, &placed))
    });
    let older = old
        .as_ref()
        .is_some_and(|old| casus::is_older(&new.list, old));
    Ok(Prepared {
        nothing: same && profile.as_deref() == record.profile(),
        old,
        new,
        profile,
        aside,
        placed,
        asked,
        lists,
        comparison,
        older,
        today,
    })
}
