//! The answers of an exercise as a file: to begin with the next time, or as a worked case to put beside the list.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::answer::interpret::yes_or_no;
use crate::answer::{Answers, AnswersFile, show_date};
use crate::commands::output;
use crate::error::{Error, ErrorKind, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;
use crate::yaml;

/// Answers with the list that they are to.
#[derive(Serialize)]
struct Given<'a> {
    vragenlijst: &'a str,
    antwoorden: AnswersFile<'a>,
}

/// A worked case of which somebody else must say what follows.
#[derive(Serialize)]
struct Case<'a> {
    naam: String,
    datum: String,
    antwoorden: AnswersFile<'a>,
}

/// Asks whether the answers are kept, and where.
pub(super) fn offer(world: &mut World, list: &Questionnaire, answers: &Answers) -> Result<()> {
    let text = &nl().exercise;
    let Some(name) = asked(world, &text.save())? else {
        return Ok(());
    };
    let case = asked(world, &text.as_case())?;
    let case = case.and_then(|said| yes_or_no(&said)).unwrap_or(false);
    write(world, list, answers, &PathBuf::from(name), case)
}

/// What somebody typed; nothing where they typed nothing, or where the input ended.
fn asked(world: &mut World, question: &str) -> Result<Option<String>> {
    match world.ask(question, "`-o`") {
        Ok(said) => Ok(Some(said.trim().to_owned()).filter(|said| !said.is_empty())),
        Err(error) if error.kind == ErrorKind::Attention => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes the answers; never over a file of another content.
pub(super) fn write(
    world: &mut World,
    list: &Questionnaire,
    answers: &Answers,
    file: &Path,
    case: bool,
) -> Result<()> {
    let text = &nl().exercise;
    let written = AnswersFile { list, answers };
    let day = show_date(world.today);
    let head = text.header(&list.version.id, &day);
    let body = if case {
        yaml::write(&[Case {
            naam: text.case_name(&day),
            datum: world.today.to_string(),
            antwoorden: written,
        }])
    } else {
        yaml::write(&Given {
            vragenlijst: &list.version.id,
            antwoorden: written,
        })
    };
    let body =
        body.map_err(|problem| Error::attention(problem.message, nl().program.unexpected_todo()))?;
    let head = if case {
        format!("{head}\n{}", text.header_case())
    } else {
        head
    };
    output::put(world, file, format!("{head}\n{body}").as_bytes(), false).map_err(
        |mut error| {
            if error.kind == ErrorKind::Attention {
                error.todo = text.exists_todo();
            }
            error
        },
    )?;
    let name = file.display();
    world.say(&text.written(&name))?;
    if case {
        world.say(&text.case_todo())?;
    }
    Ok(())
}
