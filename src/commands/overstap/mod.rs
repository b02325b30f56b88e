//! `overstap`: a case goes over to the list that the program has now, or to another profile. Shows first what is new, gone
//! and changed, asks, and drops nothing. The word is `overstap` and not *bijwerken*: who brings a case up to date by that
//! word means writing down what happened.

mod json;
mod prepare;
mod text;

use clap::Args;

use crate::answer::interpret::yes_or_no;
use crate::case::{Event, Move};
use crate::commands::casus;
use crate::commands::vergelijk::Form;
use crate::engine::{View, open_questions};
use crate::error::{Done, Error, Result};
use crate::text::nl;
use crate::world::World;

pub(in crate::commands) use json::schema;
use prepare::{Prepared, prepare};

/// Options of `overstap`.
#[derive(Debug, Default, Args)]
pub struct Overstap {
    /// Nummer van de casus; mag weg als er maar één is
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// Stap over op dit profiel: van uw beroep, basis, of een eigen bestand
    #[arg(long, value_name = "PROFIEL", alias = "profile")]
    pub profiel: Option<String>,
    /// Laat alleen zien wat er zou veranderen
    #[arg(long, alias = "look", conflicts_with = "akkoord")]
    pub alleen_kijken: bool,
    /// Stap over zonder het te vragen
    #[arg(long, alias = "yes")]
    pub akkoord: bool,
    /// Toon alles, ook wat lang is
    #[arg(long, alias = "all")]
    pub alles: bool,
    /// Vorm van wat er komt; json gaat samen met --alleen-kijken of --akkoord
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    pub formaat: Form,
}

impl Overstap {
    /// Shows what changes, asks, and moves the case.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().switch;
        let for_program = self.formaat == Form::Json;
        if for_program && !self.alleen_kijken && !self.akkoord {
            return Err(Error::usage(text.json_asks(), text.json_asks_todo()));
        }
        let id = casus::which(world, self.casus.as_deref(), false)?;
        if self.alleen_kijken {
            let record = casus::peek(world, &id)?;
            let prepared = prepare(world, &record, self.profiel.as_deref())?;
            if for_program {
                world.print(&json::json(&record, &prepared, false)?)?;
                return Ok(Done::Well);
            }
            if prepared.nothing {
                world.say(&text.nothing(&id))?;
                return Ok(Done::Well);
            }
            let shown = text::text(&record, &prepared, self.alles, world.width);
            world.print(&shown)?;
            world.say(&text.looked())?;
            return Ok(Done::Well);
        }
        let now = world.now();
        let resumed = casus::resume(world, &id, now)?;
        let mut case = resumed.case;
        let prepared = prepare(world, case.record(), self.profiel.as_deref())?;
        let list = &prepared.new.list.version;
        if prepared.nothing {
            // A case from before lists were kept, or whose kept list is damaged, has it whole again.
            case.keep_list(&list.sha256, &prepared.new.bundle)
                .map_err(casus::error)?;
            if for_program {
                world.print(&json::json(case.record(), &prepared, false)?)?;
            } else {
                world.say(&text.nothing(&id))?;
            }
            return Ok(Done::Well);
        }
        if !self.akkoord {
            world.somebody(&text.options())?;
        }
        // What stands there after the move is what it did: it tells of the case as it was.
        let shown = match self.formaat {
            Form::Json => json::json(case.record(), &prepared, true)?,
            Form::Text => text::text(case.record(), &prepared, self.alles, world.width),
        };
        if !for_program {
            world.print(&shown)?;
        }
        if !self.akkoord && !agrees(world)? {
            world.say(&text.stopped())?;
            return Ok(Done::Well);
        }
        let Prepared {
            new,
            profile,
            aside,
            ..
        } = prepared;
        // The list first, the move that names it after: whatever happens in between, the case is the old one.
        case.keep_list(&new.list.version.sha256, &new.bundle)
            .map_err(casus::error)?;
        let moved = Move {
            list: new.list.version.clone(),
            profile,
            aside,
        };
        case.log(Event::Moved(moved), now).map_err(casus::error)?;
        if for_program {
            world.print(&shown)?;
            return Ok(Done::Well);
        }
        let version = &new.list.version;
        world.say(&text.done(&id, text.list(&version.id, &version.version)))?;
        let open = open_questions(&View::new(&new.list, case.answers(), world.today)).len();
        world.say(&match open {
            0 => text.open_none(),
            1 => text.open_one(&id),
            count => text.open(count, &id),
        })?;
        Ok(Done::Well)
    }
}

fn agrees(world: &mut World) -> Result<bool> {
    let text = &nl().switch;
    loop {
        let typed = world.ask(&text.question(), &text.options())?;
        match yes_or_no(&typed) {
            Some(sure) => return Ok(sure),
            None => world.say(&text.again())?,
        }
    }
}
