//! What `top3` alone does: a menu for the person in front of it; without one, a short explanation.

use crate::commands::casussen::Casussen;
use crate::commands::deel::Deel;
use crate::commands::nieuw::{Begin, Nieuw};
use crate::commands::papier::Papier;
use crate::commands::plan::Plan;
use crate::commands::profiel::{self, Profiel};
use crate::commands::shared;
use crate::commands::toon::Toon;
use crate::commands::verder::Verder;
use crate::commands::vergelijk::Vergelijk;
use crate::error::{Done, Error, ErrorKind, Result};
use crate::text::nl;
use crate::world::World;

type Choice = (String, fn(&mut World) -> Result);

/// Shows the menu and does what is chosen, until the person stops.
pub fn run(world: &mut World) -> Result {
    let text = &nl().start;
    if !world.person {
        let program = &nl().program;
        return Err(Error::usage(
            program.no_command(),
            program.no_command_todo(),
        ));
    }
    world.say(&nl().program.about())?;
    world.say(&nl().program.not_official())?;
    loop {
        world.say("")?;
        world.say(&shared::danger())?;
        world.say(&format!("\n{}", text.menu_title()))?;
        let choices = choices(world);
        for (at, (name, _)) in choices.iter().enumerate() {
            world.say(&format!("  {}  {name}", at + 1))?;
        }
        world.say(&format!("  0  {}", text.menu_stop()))?;
        let typed = match world.ask(&text.menu_question(), "") {
            // Somebody is back: the menu is all there is to see.
            Err(error) if error.kind == ErrorKind::Away => continue,
            // The window or the input is gone: nothing is left to choose.
            Err(error) if error.kind == ErrorKind::Attention => return Ok(Done::Well),
            typed => typed?,
        };
        let run = match typed.trim().parse::<usize>() {
            Ok(0) => {
                world.say(&text.bye())?;
                return Ok(Done::Well);
            }
            Ok(number) => choices.get(number - 1).map(|(_, run)| run),
            Err(_) => None,
        };
        world.say("")?;
        match run {
            None => world.say(&text.menu_again(choices.len()))?,
            Some(run) => match run(world) {
                Ok(_) => {}
                Err(error) if matches!(error.kind, ErrorKind::Closed) => return Err(error),
                Err(error) => world.say(&error.text(world.width))?,
            },
        }
    }
}

fn choices(world: &World) -> Vec<Choice> {
    let text = &nl().start;
    vec![
        (text.menu_new(), |world| fresh(Begin::Meldcode).run(world)),
        (text.menu_new_top3(), |world| fresh(Begin::Top3).run(world)),
        (text.menu_new_advice(), |world| {
            fresh(Begin::Advies).run(world)
        }),
        (text.menu_resume(), |world| {
            Verder { casus: None }.run(world)
        }),
        (text.menu_cases(), |world| Casussen::default().run(world)),
        (text.menu_show(), |world| Toon::default().run(world)),
        (text.menu_compare(), |world| Vergelijk::default().run(world)),
        (text.menu_plan(), |world| Plan::default().run(world)),
        (text.menu_paper(), |world| Papier::default().run(world)),
        (text.menu_share(), |world| Deel::default().run(world)),
        (text.menu_profile(profiel::current(world)), |world| {
            Profiel::default().run(world)
        }),
    ]
}

fn fresh(begin: Begin) -> Nieuw {
    Nieuw {
        profiel: None,
        begin,
        antwoorden: None,
        onversleuteld: false,
    }
}
