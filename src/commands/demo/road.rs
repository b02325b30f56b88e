//! `demo` without a case: plays an invented case through the whole road with scripted answers, shows each screen as a person would see
//! it, and writes the plan that comes out of it.

use std::io;
use std::path::Path;

use crate::answer::{self, Answers};
use crate::commands::form::DocumentForm;
use crate::commands::plan::{self, Form};
use crate::commands::player::Player;
use crate::commands::{casus, output, shared};
use crate::engine::View;
use crate::error::{Done, Error, Result};
use crate::interview::{self, Ended, Keeper, Memory, Script};
use crate::plan::{Audience, Made, build};
use crate::questionnaire::Questionnaire;
use crate::text::{nl, wrap};
use crate::world::World;
use crate::yaml::{self, Node};

/// The invented case that is played, and the name by which messages call it.
const CASE: (&str, &str) = (
    include_str!("../../../examples/hulp-en-plan.yaml"),
    "examples/hulp-en-plan.yaml",
);
/// The files it writes, in the current folder.
const FILES: [(&str, Form); 2] = [
    ("veiligheidsplan-demo.yaml", Form::Yaml),
    (
        "veiligheidsplan-demo.md",
        Form::Document(DocumentForm::Markdown),
    ),
];

/// Plays the case and writes the plan.
pub(super) fn run(world: &mut World, fast: bool) -> Result {
    let case = Invented::read()?;
    // The invented case is told on its own day, so that its plan is the same on every day.
    world.today = case.date;
    let list = casus::load(world, &case.list, None)?;
    let given = answer::read(&list, &case.answers, case.date).map_err(|problems| {
        broken(
            &problems
                .iter()
                .map(|one| one.message.clone())
                .collect::<Vec<_>>(),
        )
    })?;
    world.print(&wrap(&nl().demo.opening(&case.about), world.width))?;
    let kept = play(world, &list, &given, !fast && world.person)?;
    write(world, &list, &kept)
}

/// The invented case as its file tells it.
struct Invented {
    about: String,
    list: String,
    date: chrono::NaiveDate,
    answers: Node,
}

impl Invented {
    fn read() -> Result<Self> {
        let tree = yaml::read_tree(CASE.0.as_bytes(), CASE.1)
            .map_err(|problem| broken(&[problem.message]))?;
        let word = |key: &str| tree.get(key).and_then(Node::text).map(str::to_owned);
        let read = || {
            Some(Self {
                about: word("over")?,
                list: word("vragenlijst")?,
                date: word("datum")?.parse().ok()?,
                answers: tree.get("antwoorden")?.clone(),
            })
        };
        read().ok_or_else(|| broken(&[]))
    }
}

/// The invented case is compiled into the program; a test plays it.
fn broken(details: &[String]) -> Error {
    Error::attention(nl().demo.broken(), nl().program.unexpected_todo())
        .with_details(details.to_vec())
}

/// Leads the script through the list, showing every screen; gives the answers that were kept.
fn play(world: &mut World, list: &Questionnaire, given: &Answers, waits: bool) -> Result<Answers> {
    let (phones, vague) = (shared::phones(), shared::vague());
    let setting = interview::Setting {
        list,
        today: world.today,
        phones: &phones,
        vague: &vague,
    };
    let mut keeper = Memory::default();
    let width = world.width;
    let input = waits.then_some(&mut world.input);
    let script = Script::new(list, given);
    let mut player = Player::new(script, &mut world.out, width, input, &mut world.err);
    let ended = interview::run(setting, &mut keeper, &mut player);
    let (screens, prompts) = (player.script.screens, player.script.prompts);
    drop(player);
    match ended {
        Ok(Ended::Finished) => {}
        Ok(Ended::Interrupted) => return Err(io::Error::from(io::ErrorKind::Interrupted).into()),
        Ok(Ended::Paused | Ended::InputEnded) => return Err(broken(&[])),
        Err(interview::Trouble::Keeping(fault)) => return Err(casus::error(fault)),
        Err(interview::Trouble::Asking(fault)) => return Err(fault.into()),
    }
    world.print(&format!(
        "\n{}",
        wrap(&nl().demo.counted(screens, prompts), width)
    ))?;
    Ok(keeper.answers().clone())
}

/// Writes the plan, for programs and for people; never over a file of another content.
fn write(world: &mut World, list: &Questionnaire, answers: &Answers) -> Result {
    let view = View::new(list, answers, world.today);
    let made = Made {
        on: world.today,
        number: 1,
        audience: Audience::Team,
    };
    let content = build(&view, made).ok_or_else(|| broken(&[]))?;
    let weak = plan::weak(&content, world);
    for (file, form) in FILES {
        let text = plan::written(world, &content, &weak, form, false)?;
        output::put(world, Path::new(file), &text, false)?;
    }
    let [(plan, _), (readable, _)] = FILES;
    world.print(&format!(
        "\n{}",
        wrap(&nl().demo.written(plan, readable), world.width)
    ))?;
    Ok(Done::Well)
}
