//! A training case on a large screen: one screen at a time, calm; what is pressed, and what an answer moves.

use super::find::Found;
use super::key;
use super::layout::Layout;
use super::live::Live;
use super::notes;
use super::screen::{Screen, What, screens};
use super::words::question_before;
use crate::answer::Key;
use crate::answer::interpret::fold;
use crate::error::{Done, Error, Result};
use crate::questionnaire::Role;
use crate::text::nl;
use crate::world::World;

/// What the person wants next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    On,
    Back,
    Why,
    Stop,
    /// What was typed, whatever it is.
    Answer(String),
}

/// Shows the case. With nobody there, or in a hurry, all of it at once.
pub(super) fn run(world: &mut World, found: &Found, fast: bool, from: Option<&str>) -> Result {
    let screens = screens(found);
    let first = match from {
        Some(typed) => start(&screens, typed)?,
        None => 0,
    };
    let live = Live::new(found);
    if fast || !(world.person || world.lines) {
        for (at, screen) in screens.iter().enumerate().skip(first) {
            let place = (at, screens.len());
            let layout = Layout::of(world);
            let page = layout.with((found, &live, screen), place, 0, &[]);
            world.print(&format!("{}\n", page.unwrap_or_default()))?;
        }
        return Ok(Done::Well);
    }
    let shown = step(world, found, live, &screens, first);
    notes::over(world, found);
    if !world.lines {
        // What was shown last does not stay before the room.
        world.wipe()?;
    }
    shown
}

/// At which screen it begins.
fn start(screens: &[Screen], typed: &str) -> Result<usize> {
    let text = &nl().present;
    let wanted = fold(typed);
    let number = wanted.trim().parse::<usize>().ok();
    let by_number = number.and_then(|number| number.checked_sub(1));
    let found = match by_number {
        Some(at) => Some(at).filter(|at| *at < screens.len()),
        None => screens
            .iter()
            .position(|one| fold(&one.step) == wanted.trim()),
    };
    found.ok_or_else(|| {
        let mut steps: Vec<&str> = Vec::new();
        for one in screens {
            if steps.last() != Some(&one.step.as_str()) {
                steps.push(&one.step);
            }
        }
        let todo = text.no_step_todo(screens.len(), steps.join(", "));
        Error::usage(text.no_step(), todo)
    })
}

fn step(
    world: &mut World,
    found: &Found,
    mut live: Live<'_>,
    screens: &[Screen],
    first: usize,
) -> Result {
    let text = &nl().present;
    let (mut at, mut current) = (first, open(&live, &screens[first]));
    let mut said: Vec<String> = Vec::new();
    loop {
        let screen = &screens[at];
        notes::follow_me(world, found, at)?;
        let layout = Layout::of(world);
        let place = (at, screens.len());
        let page = match layout.with((found, &live, screen), place, current, &said) {
            Some(page) => page,
            // What there is no room for has a screen of its own, and the case comes back after it.
            None => {
                world.wipe()?;
                world.print(&layout.alone(found, screen, place, &said))?;
                if key::read(world, &layout, &text.press_read(), false)? == Next::Stop {
                    return Ok(Done::Well);
                }
                let page = layout.with((found, &live, screen), place, current, &[]);
                page.unwrap_or_default()
            }
        };
        if !world.lines {
            world.wipe()?;
        }
        world.print(&page)?;
        said.clear();
        let about = screen.about(found, current).is_some() || told(found, screen).is_some();
        let writes = !screen.asks.is_empty();
        let ask = match (world.lines, writes, about) {
            (true, true, _) => text.keys_answer(),
            (true, false, true) => text.keys_why(),
            (true, false, false) => text.keys(),
            (false, true, _) => text.press_answer(),
            (false, false, true) => text.press_why(),
            (false, false, false) => text.press(),
        };
        let next = match world.lines {
            true => world.ask(&ask, "--snel").map(|typed| read(&typed)),
            false => key::read(world, &layout, &ask, writes).map_err(Error::from),
        };
        let next = match next {
            Ok(next) => next,
            // Whoever types no more has seen enough.
            Err(_) if world.lines => return Ok(Done::Well),
            Err(error) => return Err(error),
        };
        match next {
            Next::On if at + 1 < screens.len() => {
                at += 1;
                current = open(&live, &screens[at]);
            }
            Next::On | Next::Stop => return Ok(Done::Well),
            Next::Back => {
                at = at.saturating_sub(1);
                current = open(&live, &screens[at]);
            }
            Next::Why => said = why(found, &live, screen, current),
            Next::Answer(typed) => match screen.asks.get(current.min(last(screen))) {
                None => said.push(text.nothing_asked()),
                Some(key) => {
                    let known = live.said(key).is_some();
                    match live.take(key, &typed) {
                        Err(refused) => said.push(refused),
                        Ok(moved) => {
                            said = moves(found, screen, key, &live, moved, known);
                            current = (current + 1).min(last(screen));
                        }
                    }
                }
            },
        }
    }
}

/// The first question here that nobody answered yet; the first where all were.
fn open(live: &Live<'_>, screen: &Screen) -> usize {
    let mut asked = screen.asks.iter();
    asked.position(|key| live.said(key).is_none()).unwrap_or(0)
}

fn last(screen: &Screen) -> usize {
    screen.asks.len().saturating_sub(1)
}

/// A whole line, where keys do not work by themselves.
fn read(typed: &str) -> Next {
    match fold(typed).trim() {
        "" => Next::On,
        "t" | "terug" => Next::Back,
        "s" | "stop" => Next::Stop,
        "?" => Next::Why,
        _ => Next::Answer(typed.trim().to_owned()),
    }
}

/// What an answer moved, and by which answer.
fn moves(
    found: &Found,
    screen: &Screen,
    key: &Key,
    live: &Live<'_>,
    moved: Vec<String>,
    known: bool,
) -> Vec<String> {
    let text = &nl().present;
    let answer = live.said(key).unwrap_or_default();
    let asked = question_before(found, key);
    let mut said = Vec::new();
    // Where there is one question, and beside a fact, the answer stands on the screen.
    if screen.asks.len() > 1 && !matches!(screen.what, What::Facts(_)) {
        said.push(match known {
            true => text.now_otherwise(asked, &answer),
            false => text.taken(asked, &answer),
        });
    }
    if !moved.is_empty() {
        said.push(text.moves());
        said.extend(moved.into_iter().map(|line| format!("- {line}")));
    } else if live.counts(key) {
        said.push(text.moves_nothing());
    } else {
        said.push(text.noted());
    }
    said
}

/// Why this is asked, or what to look for.
fn why(found: &Found, live: &Live<'_>, screen: &Screen, current: usize) -> Vec<String> {
    let text = &nl().present;
    let list = &found.forms.exercise;
    let Some(at) = screen.about(found, current) else {
        let told = told(found, screen);
        return vec![told.unwrap_or_else(|| text.nothing_asked())];
    };
    let asked = list.question(at);
    // Where there is one question, it stands above.
    let mut said = vec![match screen.asks.len() {
        0 | 1 => text.why_this(),
        _ => text.why(&asked.text.nl),
    }];
    said.extend(asked.why.as_ref().map(|why| why.nl.clone()));
    said.extend(asked.help.as_ref().map(|help| help.nl.clone()));
    if screen.what == What::Order {
        said.extend(live.order(true).into_iter().map(|line| format!("- {line}")));
    }
    said
}

/// What to look for while a round is told, in the words of the exercise.
fn told(found: &Found, screen: &Screen) -> Option<String> {
    let list = &found.forms.exercise;
    let rounds = list.by_role(Role::ExerciseRounds)?;
    let mut parts = list.parts.iter();
    let part = parts.find(|part| part.questions.contains(&rounds))?;
    let about = part.about.as_ref().map(|about| about.nl.clone());
    about.filter(|_| matches!(screen.what, What::Told(_)))
}
