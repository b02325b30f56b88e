//! `toon --terugspelen`: a case as it went, moment by moment. At a screen one moment at a time, Enter for the next; else all
//! of it. A later answer can be supposed to have been known earlier; that is never written.

mod content;
mod page;
pub(in crate::commands) mod story;

use crate::answer::interpret::fold;
use crate::case::{CaseId, Event};
use crate::commands::form::DocumentForm;
use crate::commands::output;
use crate::commands::output::Prepared;
use crate::commands::screens;
use crate::document::{Block, Document};
use crate::error::{Done, Error, Result};
use crate::render;
use crate::replay::PLAYED;
use crate::text::nl;
use crate::world::World;

use super::Toon;
use page::Pages;
use story::Told;

/// Plays a case back.
pub(super) fn run(world: &mut World, command: &Toon) -> Result {
    let told = story::find(world, command.casus.as_deref())?;
    let text = &nl().replay;
    if told.story.moments.is_empty() {
        return Err(Error::attention(text.nothing(), text.nothing_todo()));
    }
    let to_file = !output::is_out(&command.uit);
    let steps = !to_file
        && command.formaat.is_none()
        && command.eerder.is_none()
        && (world.lines || (world.person && world.out_is_terminal));
    let mut pages = Pages::new(&told.name, &told.story);
    pages.all = command.alles || !steps;
    let first = match &command.vanaf {
        Some(typed) => start(&told, typed)?,
        None => 0,
    };
    if let Some(wanted) = &command.eerder {
        return suppose(world, command, &pages, first, wanted);
    }
    if steps {
        return step(world, &pages, first);
    }
    let document = pages.document(first);
    write(world, command, &document, told.case.as_ref())?;
    Ok(Done::Well)
}

/// At which moment it begins: its number, or the first on or after a day.
fn start(told: &Told, typed: &str) -> Result<usize> {
    let text = &nl().replay;
    let moments = &told.story.moments;
    let found = match (typed.trim().parse::<usize>(), typed.trim().parse()) {
        (Ok(number), _) => number.checked_sub(1).filter(|at| *at < moments.len()),
        (_, Ok(day)) => moments.iter().position(|moment| moment.on >= day),
        _ => None,
    };
    found.ok_or_else(|| Error::usage(text.no_moment(), text.no_moment_todo(moments.len())))
}

/// The supposition that was asked for, as one page.
fn suppose(
    world: &mut World,
    command: &Toon,
    pages: &Pages<'_>,
    at: usize,
    wanted: &str,
) -> Result {
    let text = &nl().replay;
    let later = pages.story.later(at);
    let by_number = wanted.trim().parse::<usize>().ok();
    let by_number = by_number.and_then(|number| number.checked_sub(1));
    let found = by_number.or_else(|| {
        let named = |one| page::key(one) == wanted.trim();
        later.iter().position(named)
    });
    let Some(taken) = found.filter(|taken| *taken < later.len()) else {
        let lines = pages.choices(at, &later);
        return Err(Error::usage(
            text.no_later(at + 1),
            if lines.is_empty() {
                text.no_later_none()
            } else {
                text.no_later_todo()
            },
        )
        .with_details(lines));
    };
    let document = Document {
        title: pages.title(at),
        mark: Some(text.mark()),
        blocks: pages.supposed(at, &later, taken),
    };
    write(world, command, &document, None)?;
    Ok(Done::Well)
}

/// Writes or prints it. What is written from a case stands in its log first.
fn write(
    world: &mut World,
    command: &Toon,
    document: &Document,
    of: Option<&CaseId>,
) -> Result<()> {
    let form = command
        .formaat
        .or_else(|| DocumentForm::of(&command.uit))
        .unwrap_or(DocumentForm::Text);
    let to_screen = output::is_out(&command.uit);
    let drawn = form.drawn(world, document, to_screen)?;
    let made = Prepared::of(world, &command.uit, &drawn, command.overschrijf)?;
    match of.filter(|_| !to_screen) {
        Some(id) => made.logged(world, id, vec![Event::Exported(PLAYED.to_owned())])?,
        None => made.appear(world)?,
    }
    if !to_screen {
        world.say(&nl().paper_command.written(command.uit.display()))?;
    }
    Ok(())
}

/// What the person wants next.
enum Next {
    On,
    Back,
    To(usize),
    Suppose,
    Stop,
}

/// One moment at a time.
fn step(world: &mut World, pages: &Pages<'_>, first: usize) -> Result {
    let text = &nl().replay;
    let count = pages.story.moments.len();
    let mut at = first;
    loop {
        let mut early = show(world, pages, at, pages.moment(at))?;
        let next = loop {
            let question = if at + 1 < count {
                text.ask(at + 1, count)
            } else {
                text.ask_last()
            };
            let typed = match early.take() {
                Some(typed) => Ok(typed),
                None => world.ask(&question, "--regels"),
            };
            let typed = match typed {
                Ok(typed) => typed,
                // Whoever types no more has seen enough.
                Err(_) if world.lines => return Ok(Done::Well),
                Err(error) => return Err(error),
            };
            match Next::read(&typed, count) {
                None => world.say(&text.again(count))?,
                Some(next) => break next,
            }
        };
        match next {
            Next::On if at + 1 < count => at += 1,
            Next::On | Next::Stop => return Ok(Done::Well),
            Next::Back => at = at.saturating_sub(1),
            Next::To(number) => at = number - 1,
            Next::Suppose => what_if(world, pages, at)?,
        }
    }
}

impl Next {
    /// What was typed, where that is a wish; a moment only where there is one of that number.
    fn read(typed: &str, count: usize) -> Option<Self> {
        let typed = fold(typed);
        Some(match typed.trim() {
            "" => Self::On,
            "t" | "terug" => Self::Back,
            "w" | "wat als" => Self::Suppose,
            "s" | "stop" => Self::Stop,
            number => {
                let number = number.parse().ok();
                Self::To(number.filter(|number| (1..=count).contains(number))?)
            }
        })
    }
}

/// Lets the person choose something that became known later, and shows what would have followed at this moment.
fn what_if(world: &mut World, pages: &Pages<'_>, at: usize) -> Result<()> {
    let text = &nl().replay;
    let later = pages.story.later(at);
    if later.is_empty() {
        return world.say(&text.no_later_none());
    }
    world.say(&text.choose_heading())?;
    for line in pages.choices(at, &later) {
        world.say(&line)?;
    }
    loop {
        let typed = world.ask(&text.choose(later.len()), "--eerder")?;
        if typed.trim().is_empty() {
            return Ok(());
        }
        let number = typed.trim().parse::<usize>().ok();
        if let Some(taken) = number
            .and_then(|number| number.checked_sub(1))
            .filter(|taken| *taken < later.len())
        {
            let supposed = pages.supposed(at, &later, taken);
            if show(world, pages, at, supposed)?.is_some() {
                return Ok(());
            }
            world.ask(&text.ask_after(), "--regels")?;
            return Ok(());
        }
        world.say(&text.choose_again(later.len()))?;
    }
}

/// One page on the screen, a screen at a time; what was typed before the end of it, if anything.
fn show(
    world: &mut World,
    pages: &Pages<'_>,
    at: usize,
    blocks: Vec<Block>,
) -> Result<Option<String>> {
    let document = Document {
        title: pages.title(at),
        mark: None,
        blocks,
    };
    let drawn = render::terminal(&document, world.width, world.colour);
    if world.lines {
        world.print(&drawn)?;
        return Ok(None);
    }
    let text = &nl().replay;
    let count = pages.story.moments.len();
    let asked = |at, screens| {
        if at < screens {
            text.reads_on(at, screens)
        } else {
            String::new()
        }
    };
    let understood = |typed: &str| Next::read(typed, count).is_some();
    let ask = |world: &mut World, question: &str| world.ask(question, "--regels");
    screens::show(world, &drawn, ask, asked, understood, &text.again(count))
}
