//! `vragenlijst probeer`: a list on screen as an exercise, for authors and trainers. Shows what moves after each page, lets any
//! answer be tried out, and keeps nothing unless asked for at the end. Never touches a case.

mod keep;

use std::path::PathBuf;

use crate::answer::Answers;
use crate::commands::player::Player;
use crate::commands::weeg::paper;
use crate::commands::{answers, lists, output, shared};
use crate::engine::View;
use crate::error::{Done, Error, ErrorKind, Result};
use crate::interview::{
    Asker, Ended, Keeper, Lines, Memory, Phone, Script, Setting, Terminal, Trouble, VagueWord,
    rehearse,
};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;

/// Options of `vragenlijst probeer`.
#[derive(Debug, clap::Args)]
pub(super) struct Probeer {
    /// Een naam (zoals rihg) of een bestand
    #[arg(value_name = "LIJST")]
    list: String,
    /// Bestand met verzonnen antwoorden om mee te beginnen
    #[arg(value_name = "ANTWOORDEN")]
    answers: Option<PathBuf>,
    /// Speel de antwoorden af, scherm voor scherm, en vraag niets
    #[arg(long, alias = "play", requires = "answers")]
    speel: bool,
    /// Profiel van uw beroep, of een eigen bestand
    #[arg(long, value_name = "PROFIEL", alias = "profile")]
    profiel: Option<String>,
    /// Bewaar de antwoorden na afloop in dit bestand
    #[arg(short = 'o', long, value_name = "BESTAND", alias = "output")]
    uit: Option<PathBuf>,
    /// Bewaar ze als proefgeval, om naast de lijst te zetten
    #[arg(long, alias = "case", requires = "uit")]
    proefgeval: bool,
}

impl Probeer {
    /// Tries the list out.
    pub(super) fn run(&self, world: &mut World) -> Result {
        let text = &nl().exercise;
        let from_input = |file: &PathBuf| file.as_os_str() == "-";
        if !self.speel && self.answers.as_ref().is_some_and(from_input) {
            return Err(Error::usage(text.to_input(), text.to_input_todo()));
        }
        if let Some(file) = self.uit.as_deref().filter(|file| !output::is_out(file)) {
            world.must_be_free(file).map_err(|mut error| {
                error.todo = text.exists_todo();
                error
            })?;
        }
        let mut library = lists::library(world, self.profiel.as_deref())?;
        let list = lists::load(world, &mut library, &self.list)?;
        let given = self.given(world, &list)?;
        if !self.speel {
            world.somebody(&text.options())?;
        }
        world.say(&text.opening(&list.title))?;
        if !self.speel {
            world.was_read()?;
        }
        let mut kept = Memory::default();
        let ended = if self.speel {
            play(world, &list, &given, &mut kept)
        } else {
            kept = Memory::new(given);
            ask(world, &list, &mut kept)
        };
        let ended = ended.map_err(|trouble| match trouble {
            Trouble::Keeping(fault) => crate::commands::casus::error(fault),
            Trouble::Asking(fault) => fault.into(),
        })?;
        self.after(world, &list, kept.answers(), ended)
    }

    fn given(&self, world: &mut World, list: &Questionnaire) -> Result<Answers> {
        let Some(file) = &self.answers else {
            return Ok(Answers::default());
        };
        answers::read(world, list, &self.list, file)?.map_err(|faults| {
            let text = &nl().lists;
            Error::attention(
                text.answers_faulty(file.display()),
                text.answers_faulty_todo(),
            )
            .with_details(vec![faults.drawn(world.colour)])
        })
    }

    /// What follows from the answers, and whether they are kept.
    fn after(
        &self,
        world: &mut World,
        list: &Questionnaire,
        answers: &Answers,
        ended: Ended,
    ) -> Result {
        let text = &nl().exercise;
        if ended == Ended::Interrupted {
            return Err(Error::new(
                ErrorKind::Interrupted,
                text.stopped(),
                text.interrupted_todo(),
            ));
        }
        let view = View::new(list, answers, world.today);
        world.print(&paper::text(&view, world.width, false))?;
        match &self.uit {
            Some(file) => keep::write(world, list, answers, file, self.proefgeval)?,
            None if self.speel || ended == Ended::InputEnded => {}
            None => keep::offer(world, list, answers)?,
        }
        match ended {
            Ended::InputEnded if self.speel => {
                world.say(&text.used_up())?;
                Ok(Done::Well)
            }
            Ended::InputEnded => Err(Error::attention(
                text.input_ended(),
                text.input_ended_todo(),
            )),
            _ => {
                world.say(&text.ended())?;
                Ok(Done::Well)
            }
        }
    }
}

/// Who to call and which words are vague: the same as in a case.
struct Shared {
    phones: Vec<Phone>,
    vague: Vec<VagueWord>,
}

impl Shared {
    fn new() -> Self {
        Self {
            phones: shared::phones(),
            vague: shared::vague(),
        }
    }

    fn setting<'a>(&'a self, list: &'a Questionnaire, world: &World) -> Setting<'a> {
        Setting {
            list,
            today: world.today,
            phones: &self.phones,
            vague: &self.vague,
        }
    }
}

fn ask(
    world: &mut World,
    list: &Questionnaire,
    kept: &mut Memory,
) -> std::result::Result<Ended, Trouble> {
    let shared = Shared::new();
    let setting = shared.setting(list, world);
    let asker: &mut dyn Asker = if world.lines {
        &mut Lines::new(&mut world.input, &mut world.err, world.width)
    } else {
        &mut Terminal::new(world.colour, &shared.phones)
    };
    rehearse(setting, kept, asker)
}

fn play(
    world: &mut World,
    list: &Questionnaire,
    given: &Answers,
    kept: &mut Memory,
) -> std::result::Result<Ended, Trouble> {
    let shared = Shared::new();
    let setting = shared.setting(list, world);
    let (width, script) = (world.width, Script::new(list, given));
    let mut player = Player::new(script, &mut world.out, width, None, &mut world.err);
    player.skips = true;
    rehearse(setting, kept, &mut player)
}
