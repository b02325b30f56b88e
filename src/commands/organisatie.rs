//! What the commands for an organisation share: answers to a list that are about no client, kept in a file of their own
//! beside the settings, and asked as in a case.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::answer::{Answers, AnswersFile, Change};
use crate::case::{Doing, Event, Fault};
use crate::commands::{answers, lists, shared};
use crate::error::{Done, Error, ErrorKind, Result};
use crate::interview::{self, Ended, Keeper, Lines, Setting, Terminal, Trouble};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::{Guard, World};
use crate::yaml;

/// A file beside the settings.
pub fn beside(world: &World, name: &str) -> PathBuf {
    let folder = world.settings_file.parent().unwrap_or(Path::new(""));
    folder.join(name)
}

/// A list as it comes with the program: an organisation has one of its own, whatever the profile.
pub fn list(world: &mut World, id: &str) -> Result<Questionnaire> {
    let mut library = lists::library(world, Some(lists::BASE))?;
    lists::load(world, &mut library, id)
}

/// The answers in a file; none where it is not there.
pub fn read(world: &mut World, list: &Questionnaire, file: &Path) -> Result<Answers> {
    if World::size(file).is_none() {
        return Ok(Answers::default());
    }
    given(world, list, file)
}

/// The answers in a file that must be there.
pub fn given(world: &mut World, list: &Questionnaire, file: &Path) -> Result<Answers> {
    answers::read(world, list, &list.version.id, file)?.map_err(|faults| {
        Error::attention(
            nl().organisation.faulty(file.display()),
            nl().lists.answers_faulty_todo(),
        )
        .with_details(vec![faults.drawn(world.colour)])
    })
}

/// Writes all answers.
pub fn write(list: &Questionnaire, answers: &Answers, file: &Path, guard: Guard) -> Result<()> {
    #[derive(Serialize)]
    struct Given<'a> {
        vragenlijst: &'a str,
        antwoorden: AnswersFile<'a>,
    }
    let body = yaml::write(&Given {
        vragenlijst: &list.version.id,
        antwoorden: AnswersFile { list, answers },
    });
    let body =
        body.map_err(|problem| Error::attention(problem.message, nl().program.unexpected_todo()))?;
    let text = format!("{}\n{body}", nl().organisation.header(&list.title));
    World::put(file, text.as_bytes(), guard)
}

/// Leads somebody through the list; every answer is in the file before the next question. `command` is what goes on later.
pub fn ask(
    world: &mut World,
    list: &Questionnaire,
    file: &Path,
    answers: Answers,
    command: &str,
) -> Result<(Answers, Done)> {
    let text = &nl().organisation;
    let (phones, vague) = (shared::phones(), shared::vague());
    let setting = Setting {
        list,
        today: world.today,
        phones: &phones,
        vague: &vague,
    };
    let mut keeper = OnFile {
        list,
        file,
        answers,
        failed: None,
    };
    let ended = if world.lines {
        let mut asker = Lines::new(&mut world.input, &mut world.err, world.width);
        interview::run(setting, &mut keeper, &mut asker)
    } else {
        let mut asker = Terminal::new(world.colour, &phones);
        interview::run(setting, &mut keeper, &mut asker)
    };
    if let Some(error) = keeper.failed {
        return Err(error);
    }
    let ended = ended.map_err(|trouble| match trouble {
        Trouble::Keeping(fault) => crate::commands::casus::error(fault),
        Trouble::Asking(fault) => fault.into(),
    })?;
    match ended {
        Ended::Finished => {}
        Ended::Paused => world.say(&text.saved(file.display(), command))?,
        Ended::InputEnded => {
            return Err(Error::attention(
                text.input_ended(),
                text.saved(file.display(), command),
            ));
        }
        Ended::Interrupted => {
            return Err(Error::new(
                ErrorKind::Interrupted,
                nl().program.interrupted(),
                text.saved(file.display(), command),
            ));
        }
    }
    let done = if ended == Ended::Finished {
        Done::Well
    } else {
        Done::Attention
    };
    Ok((keeper.answers, done))
}

/// Answers in a file that is written whole after each.
struct OnFile<'a> {
    list: &'a Questionnaire,
    file: &'a Path,
    answers: Answers,
    failed: Option<Error>,
}

impl Keeper for OnFile<'_> {
    fn answers(&self) -> &Answers {
        &self.answers
    }

    fn keep(&mut self, change: Change) -> std::result::Result<(), Fault> {
        let mut changed = self.answers.clone();
        changed.apply(&change);
        match write(self.list, &changed, self.file, Guard::Replace) {
            Ok(()) => {
                self.answers = changed;
                Ok(())
            }
            Err(error) => {
                let fault = std::io::Error::other(error.what.clone());
                self.failed = Some(error);
                Err(Fault::Io {
                    doing: Doing::Write,
                    path: self.file.to_owned(),
                    fault,
                })
            }
        }
    }

    fn log(&mut self, _: Event) -> std::result::Result<(), Fault> {
        Ok(())
    }
}
