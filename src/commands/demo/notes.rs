//! The trainer's notes on a second terminal: they follow the screen through a small file in the training folder. With no
//! screen to follow, all of them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, TimeDelta};

use super::find::Found;
use super::handout::{flowing, missing, paragraph};
use super::live::{conclusions, in_row};
use super::makers;
use super::screen::{Screen, What, screens};
use crate::answer::{Key, shorten};
use crate::commands::oefen::folder;
use crate::document::{Block, Document, Line};
use crate::error::{Done, Result};
use crate::questionnaire::Role;
use crate::render;
use crate::text::nl;
use crate::world::{Guard, World};

/// So much of a situation says which it is.
const MOST: usize = 150;
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

/// Says which screen is shown. Where real cases stand nothing is written: then no notes follow.
pub(super) fn follow_me(world: &World, found: &Found, at: usize) -> Result<()> {
    let Ok(file) = file(world, found) else {
        return Ok(());
    };
    folder::mark(file.parent().unwrap_or(Path::new("")))?;
    let line = format!("{at} {}\n", world.now().to_rfc3339());
    World::put(&file, line.as_bytes(), Guard::Replace)
}

/// The screen is gone.
pub(super) fn over(world: &World, found: &Found) {
    if let Ok(file) = file(world, found) {
        World::forget(&file);
    }
}

/// The number of the screen that is shown; none where none is.
fn on_screen(world: &World, found: &Found) -> Option<usize> {
    let bytes = World::bytes(&file(world, found).ok()?, MOST_BYTES).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (screen, shown) = text.trim().split_once(' ')?;
    let shown = DateTime::parse_from_rfc3339(shown).ok()?;
    let is_now = world.now() - shown < TimeDelta::hours(LEFT);
    screen.parse().ok().filter(|_| is_now)
}

/// Shows the notes: at a terminal those of what is on the screen, also of a screen that begins later or once more.
pub(super) fn show(world: &mut World, found: &Found) -> Result {
    let text = &nl().present;
    let screens = screens(found);
    let follows = world.person && world.out_is_terminal;
    if !follows || on_screen(world, found).is_none() {
        let all = document(found, &screens);
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
        let shown = on_screen(world, found).and_then(|at| screens.get(at));
        let now = shown.map(|screen| of_screen(found, screen));
        if let Some(screen) = shown.filter(|_| last != now) {
            world.wipe()?;
            let notes = document(found, std::slice::from_ref(screen));
            world.print(&render::terminal(&notes, world.width, world.colour))?;
            world.say(&text.following())?;
        } else if now.is_none() && (last.is_some() || !begun) {
            if last.is_some() {
                world.say(&text.followed())?;
            }
            world.say(&text.waiting(&found.case.id))?;
        }
        (last, begun) = (now, true);
        std::thread::sleep(PAUSE);
    }
}

/// The notes of these screens, once where several have the same.
fn document(found: &Found, screens: &[Screen]) -> Document {
    let text = &nl().present;
    let mut notes: Vec<Vec<Block>> = Vec::new();
    for screen in screens {
        let of = of_screen(found, screen);
        if !notes.contains(&of) {
            notes.push(of);
        }
    }
    Document {
        title: text.notes(&found.case.title),
        mark: Some(text.invented_mark()),
        blocks: notes.concat(),
    }
}

/// What helps with the screen that is shown: the case's own notes on a round, and what the makers chose and why. A trainer
/// sees that before the room does.
fn of_screen(found: &Found, screen: &Screen) -> Vec<Block> {
    let (case, text) = (&found.case, &nl().present);
    let makers = |lines: Vec<Line>, keys: &[Key]| {
        vec![
            paragraph(&text.makers_chose()),
            Block::Bullets(lines),
            paragraph(&makers::reason(found, keys)),
        ]
    };
    let chose = |keys: &[Key]| makers(makers::chosen(found, keys), keys);
    let mut rounds = case.rounds.iter().enumerate();
    let of_round = rounds.find(|(_, round)| round.id.0 == screen.step);
    let (title, about) = match &screen.what {
        What::Facts(at) => {
            let round = &case.rounds[*at];
            let title = text.round(at + 1, case.rounds.len(), &round.title);
            let put = vec![paragraph(&text.makers_put()), makers::facts(found, *at)];
            (title, put)
        }
        _ if let Some((at, round)) = of_round => {
            let keys = in_row(found, Role::ExerciseRounds, &round.id);
            let title = text.round(at + 1, case.rounds.len(), &round.title);
            let own = vec![paragraph(&flowing(&round.notes))];
            (title, [own, chose(&keys)].concat())
        }
        What::Sentence(at) | What::Concrete(at) => {
            let sentence = &case.sentences[*at];
            let about = vec![
                paragraph(&text.quoted(&sentence.text)),
                paragraph(&text.example(&sentence.concrete)),
            ];
            (text.sentence(), about)
        }
        What::Situation(at) => {
            let which = vec![paragraph(&shorten(&case.situations[*at].text, MOST))];
            (screen.title(found), [which, chose(&screen.asks)].concat())
        }
        What::Order => {
            let order = screen.asks.iter().map(|key| makers::order(found, key));
            (text.step_order(), makers(order.collect(), &screen.asks))
        }
        What::Conclusions => {
            let (others, patterns) = conclusions(found);
            (text.what_now(), chose(&[others, patterns].concat()))
        }
        What::Missing => (screen.title(found), vec![missing(found)]),
        What::BeforeKey | What::Key(_) | What::KeyFacts(_) => {
            (text.notes_key_title(), vec![paragraph(&text.notes_key())])
        }
        What::End => (screen.title(found), vec![paragraph(&text.end_about())]),
        What::Title | What::People | What::Told(_) => {
            let before = vec![paragraph(&case.about), paragraph(&text.notes_begin())];
            (text.notes_begin_title(), before)
        }
    };
    [vec![Block::Heading(1, title)], about].concat()
}
