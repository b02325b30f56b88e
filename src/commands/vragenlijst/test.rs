//! `vragenlijst test`: runs the worked cases; one line a list, failures in full, and what no case reaches.

use super::cases::Read;
use super::target::{Target, Targets};
use crate::error::{Done, Result};
use crate::text::{nl, wrap};
use crate::worked_case;
use crate::world::World;

/// Runs the worked cases of these lists; exit 1 when one comes out otherwise.
pub(super) fn run(world: &mut World, names: &[String]) -> Result {
    let targets = Targets::find(world, names)?;
    let text = &nl().author;
    let mut done = Done::Well;
    let mut missed = false;
    if !targets.unreadable.is_empty() {
        world.print(&targets.draw(&targets.unreadable, world))?;
        done = Done::Attention;
    }
    for target in &targets.lists {
        match targets.read(target) {
            Ok(read) => {
                let gaps = targets.coverage(target, &read).gaps.len();
                missed |= gaps > 0;
                if !one(world, &targets, target, &read, gaps)? {
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
    } else if missed {
        world.say(&text.test_names())?;
    }
    Ok(done)
}

/// Runs the cases of one list; whether all came out as they should.
fn one(
    world: &mut World,
    targets: &Targets,
    target: &Target,
    read: &Read,
    gaps: usize,
) -> Result<bool> {
    let text = &nl().author;
    let mut faults = Vec::new();
    let mut failed = 0;
    for case in &read.cases {
        let found = worked_case::run(&read.list, case);
        failed += usize::from(!found.is_empty());
        faults.extend(found);
    }
    let all = read.cases.len();
    let mut line = match (all, failed) {
        (0, _) => text.test_none(&target.id),
        (all, 0) => text.test_good(&target.id, super::cases(all)),
        (all, 1) => text.test_bad(&target.id, 1, super::cases(all)),
        (all, failed) => text.test_bad_more(&target.id, failed, super::cases(all)),
    };
    if all > 0 && gaps > 0 {
        line = format!("{line} {}", text.test_missed(gaps));
    }
    world.print(&wrap(&line, world.width))?;
    if !faults.is_empty() {
        world.print(&targets.draw(&faults, world))?;
        world.print("")?;
    }
    Ok(faults.is_empty() && all > 0)
}
