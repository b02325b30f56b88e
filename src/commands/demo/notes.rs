//! The trainer's notes on a second terminal: they follow the screen through a small file in the training folder. With no
//! screen to follow, all of them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, TimeDelta};

use super::find::Found;
use super::handout::flowing;
use super::screen::Screen;
use crate::commands::oefen::folder;
use crate::document::{Block, Document, Line};
use crate::error::{Done, Result};
use crate::render;
use crate::text::nl;
use crate::world::{Guard, World};

/// It is one line.
const MOST_BYTES: usize = 4096;
/// So often it is looked at.
const PAUSE: Duration = Duration::from_millis(300);
/// A screen that has not moved for so many hours was left behind.
const LEFT: i64 = 3;

/// Where it stands: in the training folder, never in one with real cases.
fn file(world: &World, found: &Found) -> Result<PathBuf> {
    let name = format!("demo-{}.scherm", found.case.id);
    Ok(folder::checked(world)?.join(name))
}

/// Says which step is on the screen. Where real cases stand nothing is written: then no notes follow.
pub(super) fn follow_me(world: &World, found: &Found, screen: &Screen) -> Result<()> {
    let Ok(file) = file(world, found) else {
        return Ok(());
    };
    folder::mark(file.parent().unwrap_or(Path::new("")))?;
    let line = format!("{} {}\n", screen.step, world.now().to_rfc3339());
    World::put(&file, line.as_bytes(), Guard::Replace)
}

/// The screen is gone.
pub(super) fn over(world: &World, found: &Found) {
    if let Ok(file) = file(world, found) {
        World::forget(&file);
    }
}

/// The step that is on the screen; none where none is shown.
fn on_screen(world: &World, found: &Found) -> Option<String> {
    let bytes = World::bytes(&file(world, found).ok()?, MOST_BYTES).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (step, at) = text.trim().rsplit_once(' ')?;
    let at = DateTime::parse_from_rfc3339(at).ok()?;
    (world.now() - at < TimeDelta::hours(LEFT)).then(|| step.to_owned())
}

/// Shows the notes: at a terminal those of what is on the screen, also of a screen that begins later or once more.
pub(super) fn show(world: &mut World, found: &Found) -> Result {
    let text = &nl().present;
    let follows = world.person && world.out_is_terminal;
    if !follows || on_screen(world, found).is_none() {
        let all = document(found, found.case.rounds.iter().map(|one| one.id.0.as_str()));
        let drawn = match world.out_is_terminal {
            true => render::terminal(&all, world.width, world.colour),
            false => render::text(&all, world.width),
        };
        world.print(&drawn)?;
    }
    if !follows {
        return Ok(Done::Well);
    }
    let mut last = None;
    let mut begun = false;
    loop {
        let step = on_screen(world, found);
        if let Some(step) = step.as_ref().filter(|_| last != step) {
            world.wipe()?;
            let steps = std::iter::once(step.as_str());
            let drawn = render::terminal(&document(found, steps), world.width, world.colour);
            world.print(&drawn)?;
            world.say(&text.following())?;
        } else if step.is_none() && (last.is_some() || !begun) {
            if last.is_some() {
                world.say(&text.followed())?;
            }
            world.say(&text.waiting(&found.case.id))?;
        }
        (last, begun) = (step, true);
        std::thread::sleep(PAUSE);
    }
}

/// The notes of these steps.
fn document<'s>(found: &Found, steps: impl Iterator<Item = &'s str>) -> Document {
    let text = &nl().present;
    let case = &found.case;
    let mut blocks = Vec::new();
    for step in steps {
        let rounds = case.rounds.iter().enumerate();
        let mut of = rounds.filter(|(_, round)| round.id.0 == step);
        match of.next() {
            Some((at, round)) => {
                let title = text.round(at + 1, case.rounds.len(), &round.title);
                blocks.push(Block::Heading(1, title));
                blocks.push(Block::Paragraph(flowing(&round.notes).into()));
            }
            None => {
                blocks.push(Block::Heading(1, step.to_owned()));
                let missing = case.missing.iter();
                blocks.push(Block::Paragraph(text.no_notes().into()));
                blocks.push(Block::Bullets(
                    missing.map(|one| Line::plain(one.as_str())).collect(),
                ));
            }
        }
    }
    Document {
        title: text.notes(&case.title),
        mark: Some(text.invented_mark()),
        blocks,
    }
}
