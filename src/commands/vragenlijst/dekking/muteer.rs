//! `dekking --muteer`: small changes to a list, and which of them no worked case notices.

use super::{Shown, change, columns, gap};
use crate::error::Result;
use crate::mutation::{Fate, Mutant, Score, fates, mutants, of_settings};
use crate::problem::Place;
use crate::questionnaire::Library;
use crate::text::{indent, nl, wrap};
use crate::worked_case;
use crate::world::World;

/// What came of the changes to one list.
pub(super) struct Mutated {
    pub(super) changes: Vec<(Mutant, Fate)>,
    pub(super) score: Score,
}

/// Changes a list over and over; nothing where its worked cases do not come out as they should.
pub(super) fn mutate(library: &Library, shown: &Shown) -> Option<Mutated> {
    let file = library.file(&shown.id).unwrap_or("");
    let (list, cases) = (&shown.read.list, &shown.read.cases);
    let fails = |case| !worked_case::run(list, case).is_empty();
    if cases.iter().any(fails) {
        return None;
    }
    let mut all = mutants(list, file);
    all.extend(of_settings(library, list, file));
    all.sort_by(|a, b| a.place.cmp(&b.place));
    let fates = fates(list, cases, &all);
    let mut score = Score::default();
    fates.iter().for_each(|fate| score.add(fate));
    Some(Mutated {
        changes: all.into_iter().zip(fates).collect(),
        score,
    })
}

/// Prints the scores, and each change that no case notices.
pub(super) fn print(world: &mut World, all: &[(&Shown, Option<Mutated>)]) -> Result<()> {
    let text = &nl().mutation;
    let done = || {
        all.iter()
            .filter_map(|(shown, made)| Some((*shown, made.as_ref()?)))
    };
    for (shown, made) in all {
        if made.is_none() {
            world.print(&wrap(&text.fails(&shown.id), world.width))?;
        }
    }
    let rows: Vec<Vec<String>> = done().map(|(shown, made)| row(shown, made)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let head = [
        text.list(),
        text.changes(),
        text.noticed(),
        text.missed(),
        text.unknown(),
        text.same(),
        text.share(),
    ];
    world.print(&columns::lines(&head, &rows, world.width))?;
    let mut whole = true;
    for (shown, made) in done() {
        let silent = |fate: &Fate| matches!(fate, Fate::Missed(..) | Fate::Unknown);
        let missed: Vec<_> = made
            .changes
            .iter()
            .filter(|(_, fate)| silent(fate))
            .collect();
        if missed.is_empty() {
            continue;
        }
        whole = false;
        world.print("")?;
        world.print(&wrap(&text.missed_of(&shown.id), world.width))?;
        for (mutant, fate) in missed {
            let Place { file, line, .. } = &mutant.place;
            let what = change::words(&shown.read.list, mutant);
            world.print(&indent(&format!("{file}:{line}: {what}"), world.width, 2))?;
            let example = match fate {
                Fate::Missed(answers, day) => text.example(gap::answers(
                    &shown.read.list,
                    (answers, *day),
                    shown.latest(),
                )),
                _ => text.no_example(),
            };
            world.print(&indent(&example, world.width, 4))?;
        }
    }
    world.say("")?;
    world.say(&if whole {
        text.all_noticed()
    } else {
        text.todo()
    })?;
    world.say(&text.explain())
}

fn row(shown: &Shown, made: &Mutated) -> Vec<String> {
    let score = &made.score;
    let share = match score.all() {
        0 => "-".to_owned(),
        _ => nl().coverage.percent(score.percent()),
    };
    vec![
        shown.id.clone(),
        made.changes.len().to_string(),
        score.noticed.to_string(),
        score.missed.to_string(),
        score.unknown.to_string(),
        score.same.to_string(),
        share,
    ]
}
