//! `vragenlijst test`: runs the worked cases; one line a list, failures in full, and what no case reaches.

use std::path::Path;

use clap::Args;

use super::cases::Read;
use super::target::{Target, Targets};
use crate::error::{Done, Error, Result};
use crate::text::{indent, nl, wrap};
use crate::worked_case::{self, fill_with, waiting};
use crate::world::{Guard, World};

/// Options of `vragenlijst test`.
#[derive(Debug, Args)]
pub(super) struct Test {
    /// Namen, bestanden of mappen; zonder iets: alle lijsten van het programma
    #[arg(value_name = "LIJST")]
    lists: Vec<String>,
    /// Schrijf in nieuwe gevallen (alleen naam, datum en antwoorden) wat er nu uitkomt, om na te kijken
    #[arg(long, alias = "rewrite")]
    herschrijf: bool,
}

impl Test {
    /// Runs the worked cases of these lists; exit 1 when one comes out otherwise, or cannot be filled in.
    pub(super) fn run(&self, world: &mut World) -> Result {
        let mut targets = Targets::find(world, &self.lists)?;
        let text = &nl().author;
        let mut good = true;
        let mut missed = false;
        if !targets.unreadable.is_empty() {
            world.print(&targets.draw(&targets.unreadable, world))?;
            good = false;
        }
        if self.herschrijf {
            good &= rewrite(world, &mut targets)?;
        }
        for target in &targets.lists {
            match targets.read(target) {
                Ok(read) => {
                    let gaps = targets.coverage(target, &read).gaps.len();
                    missed |= gaps > 0;
                    good &= one(world, &targets, target, &read, gaps)?;
                }
                Err(problems) => {
                    good = false;
                    world.print(&text.test_unread(&target.id))?;
                    world.print(&targets.draw(&problems, world))?;
                    world.print("")?;
                }
            }
        }
        if !good {
            world.say(&text.test_todo())?;
        } else if missed {
            world.say(&text.test_names())?;
        }
        Ok(if good { Done::Well } else { Done::Attention })
    }
}

/// Fills in the new cases of these lists, in their files; whether that could be done with all of them.
fn rewrite(world: &mut World, targets: &mut Targets) -> Result<bool> {
    let text = &nl().author;
    let own = |target: &&Target| targets.library.is_shipped(&target.id);
    if let Some(shipped) = targets.lists.iter().find(own) {
        return Err(Error::usage(
            text.not_yours(&shipped.id),
            text.not_yours_todo(),
        ));
    }
    let (mut count, mut good, mut unread) = (0, true, false);
    for at in 0..targets.lists.len() {
        let Ok(list) = targets.library.load(&targets.lists[at].id) else {
            // What is wrong with it is told when its cases are run.
            unread = true;
            continue;
        };
        for of in 0..targets.lists[at].cases.len() {
            let (file, bytes) = &targets.lists[at].cases[of];
            let filled = {
                let readings = worked_case::readings(&targets.library, &targets.lists[at].id);
                fill_with(&list, &readings, bytes, file)
            };
            let (file, Ok(filled)) = (file.clone(), filled) else {
                unread = true;
                continue;
            };
            for name in &filled.left {
                good = false;
                world.print(&wrap(&text.not_filled(&file, name), world.width))?;
            }
            if filled.names.is_empty() {
                continue;
            }
            count += filled.names.len();
            world.write(Path::new(&file), filled.text.as_bytes(), Guard::Replace)?;
            let line = match filled.names.len() {
                1 => text.filled_one(&file),
                several => text.filled(&file, several),
            };
            world.print(&wrap(&line, world.width))?;
            for name in &filled.names {
                world.print(&indent(&text.filled_name(name), world.width, 2))?;
            }
            targets.replace(at, of, filled.text);
        }
    }
    if !good {
        world.say(&text.not_filled_todo())?;
    }
    if count > 0 {
        world.say(&text.filled_todo())?;
    } else if good && !unread {
        world.say(&text.nothing_to_fill())?;
    }
    Ok(good)
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
    let texts = target
        .cases
        .iter()
        .map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let wait: usize = texts.map(|text| waiting(&text)).sum();
    if wait > 0 {
        line = format!("{line} {}", text.waiting(wait));
    }
    world.print(&wrap(&line, world.width))?;
    if !faults.is_empty() {
        world.print(&targets.draw(&faults, world))?;
        world.print("")?;
    }
    Ok(faults.is_empty() && all > 0)
}
