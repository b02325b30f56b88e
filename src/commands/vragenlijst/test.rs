//! `vragenlijst test`: runs the worked cases; one line a list, failures in full, and what no case reaches.

use super::target::{Target, Targets};
use crate::error::{Done, Result};
use crate::problem::Problem;
use crate::questionnaire::Questionnaire;
use crate::text::{indent, nl, wrap};
use crate::worked_case::{self, Coverage, Missed, MissedKind, WorkedCase};
use crate::world::World;

/// Runs the worked cases of these lists; exit 1 when one comes out otherwise.
pub(super) fn run(world: &mut World, names: &[String]) -> Result {
    let targets = Targets::find(world, names)?;
    let text = &nl().author;
    let mut done = Done::Well;
    if !targets.unreadable.is_empty() {
        world.print(&targets.draw(&targets.unreadable, world))?;
        done = Done::Attention;
    }
    for target in &targets.lists {
        match read(&targets, target) {
            Ok((list, cases)) => {
                if !one(world, &targets, target, &list, &cases, !names.is_empty())? {
                    done = Done::Attention;
                }
            }
            Err(problems) => {
                done = Done::Attention;
                world.print(&text.test_unread(&target.id))?;
                world.print(&targets.draw(&problems, world))?;
                world.print("")?;
            }
        }
    }
    if done == Done::Attention {
        world.say(&text.test_todo())?;
    } else if names.is_empty() {
        world.say(&text.test_names())?;
    }
    Ok(done)
}

/// The list and its worked cases, or all that is wrong with them.
fn read(
    targets: &Targets,
    target: &Target,
) -> std::result::Result<(Questionnaire, Vec<WorkedCase>), Vec<Problem>> {
    let list = targets.library.load(&target.id)?;
    let mut cases = Vec::new();
    let mut problems = Vec::new();
    for (file, bytes) in &target.cases {
        match worked_case::read(&list, bytes, file) {
            Ok(found) => cases.extend(found),
            Err(faults) => problems.extend(faults),
        }
    }
    if problems.is_empty() {
        Ok((list, cases))
    } else {
        Err(problems)
    }
}

/// Runs the cases of one list; whether all came out as they should.
fn one(
    world: &mut World,
    targets: &Targets,
    target: &Target,
    list: &Questionnaire,
    cases: &[WorkedCase],
    names: bool,
) -> Result<bool> {
    let text = &nl().author;
    let file = targets.library.file(&target.id).unwrap_or("");
    let mut coverage = Coverage::new(list, file);
    let mut faults = Vec::new();
    let mut failed = 0;
    for case in cases {
        coverage.add(case);
        let found = worked_case::run(list, case);
        failed += usize::from(!found.is_empty());
        faults.extend(found);
    }
    let missed = coverage.missed();
    let mut line = match (cases.len(), failed) {
        (0, _) => text.test_none(&target.id),
        (all, 0) => text.test_good(&target.id, super::cases(all)),
        (all, 1) => text.test_bad(&target.id, 1, super::cases(all)),
        (all, failed) => text.test_bad_more(&target.id, failed, super::cases(all)),
    };
    if !missed.is_empty() {
        line = format!("{line} {}", text.test_missed(missed.len()));
    }
    world.print(&wrap(&line, world.width))?;
    if !faults.is_empty() {
        world.print(&targets.draw(&faults, world))?;
        world.print("")?;
    }
    if names {
        for one in &missed {
            world.print(&indent(&sentence(one), world.width, 2))?;
        }
    }
    Ok(faults.is_empty() && !cases.is_empty())
}

fn sentence(missed: &Missed) -> String {
    let text = &nl().author;
    let place = format!("{}:{}", missed.place.file, missed.place.line);
    let (of, which) = (&missed.of, missed.which.join(", "));
    match missed.kind {
        MissedKind::Row => text.missed_row(place, of, which),
        MissedKind::Level => text.missed_level(place, of, which),
        MissedKind::Option => text.missed_option(place, of, which),
        MissedKind::Counted => text.missed_counted(place, of, which),
        MissedKind::NeverHolds => text.missed_never(place, of),
        MissedKind::AlwaysHolds => text.missed_always(place, of),
    }
}
