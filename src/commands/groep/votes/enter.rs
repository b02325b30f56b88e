//! Typing in a room's votes, question by question.

use std::path::{Path, PathBuf};

use super::typed::{LETTERS, Typed};
use super::{FORMAT, File, Head, Line, MARK};
use crate::commands::groep::Groep;
use crate::commands::groep::gather::Gathered;
use crate::commands::output::is_out;
use crate::error::{Done, Error, ErrorKind, Result};
use crate::group::{Matter, Subject, matters};
use crate::plain::as_word;
use crate::questionnaire::Role;
use crate::text::nl;
use crate::training::TERMS;
use crate::world::{Guard, World};
use crate::yaml;

/// Asks for the votes question by question; each is in the file before the next is asked.
pub(in crate::commands::groep) fn enter(world: &mut World, case: &str, wishes: &Groep) -> Result {
    let say = &nl().group;
    let mut gathered = Gathered::empty(world)?;
    let id = gathered.case(world, case)?;
    let subject = gathered.subject(id.clone());
    let round = wishes.ronde.unwrap_or(1);
    let file = if is_out(&wishes.uit) {
        PathBuf::from(say.votes_file(id.as_deref().unwrap_or(TERMS), round))
    } else {
        wishes.uit.clone()
    };
    if !wishes.overschrijf {
        world.must_be_free(&file)?;
    }
    let mut asked = matters(&subject, &[], &[]);
    asked.retain(|matter| matter.option.is_none());
    let all = asked.len();
    if !wishes.alles {
        asked.retain(|matter| is_first(&gathered, &subject, matter));
    }
    world.say(&say.votes_opening(&subject.title))?;
    if asked.len() < all {
        world.say(&say.votes_short(asked.len(), all))?;
    } else if subject.key.is_some() {
        world.say(&say.votes_all(all))?;
    }
    let mut typed: Vec<Option<Typed>> = vec![None; asked.len()];
    let mut at = 0;
    while let Some(matter) = asked.get(at) {
        world.say("")?;
        world.say(&say.votes_question(at + 1, asked.len(), matter.title()))?;
        for (letter, option) in LETTERS.chars().zip(&matter.scale.options) {
            world.say(&format!("  {}", say.votes_options(letter, option)))?;
        }
        let line = world.ask(&say.votes_ask(), "`groep MAP`")?;
        match line.trim().to_lowercase().as_str() {
            "" => at += 1,
            "stop" => break,
            "terug" => at = at.saturating_sub(1),
            line => match Typed::understood(line, matter) {
                Err(what) => world.say(&what)?,
                Ok(votes) => {
                    world.say(&votes.told(matter))?;
                    let before = typed.iter().enumerate().rev();
                    let before = before.filter(|(other, _)| *other != at);
                    let before = before.filter_map(|(_, votes)| votes.as_ref());
                    match before.map(Typed::many).find(|many| *many > 0) {
                        Some(before) if before != votes.many() => {
                            world.say(&say.votes_other(before, votes.many()))?;
                        }
                        _ => {}
                    }
                    typed[at] = Some(votes);
                    let head = Head {
                        formaat: FORMAT,
                        fictief: "ja",
                        vragenlijst: &subject.list.version.id,
                        casus: id.as_deref(),
                        ronde: round,
                        datum: world.today.to_string(),
                    };
                    write(world, &file, head, &asked, &typed)?;
                    at += 1;
                }
            },
        }
    }
    if typed.iter().all(Option::is_none) {
        world.say(&say.votes_none())?;
    } else {
        let place = std::path::absolute(&file).unwrap_or_else(|_| file.clone());
        let own = World::size(Path::new(case)).map(|_| Path::new(case));
        world.say(&say.votes_written(place.display()))?;
        let paths = own.into_iter().chain([file.as_path()]);
        let paths = paths.map(|path| as_word(&path.display().to_string()));
        world.say(&say.votes_next(paths.collect::<Vec<_>>().join(" ")))?;
        world.say(&say.votes_slip())?;
    }
    Ok(Done::Well)
}

/// What says most of a group when hands are raised: what stands outside rows, and the first question of each situation.
fn is_first(gathered: &Gathered, subject: &Subject<'_>, matter: &Matter) -> bool {
    if subject.id.is_none() || matter.key.row.is_none() {
        return true;
    }
    let forms = &gathered.forms;
    let of = forms.exercise.by_role(Role::ExerciseSituations);
    of.and_then(|of| forms.rated(of).next()) == Some(matter.question)
}

fn write(
    world: &World,
    file: &Path,
    head: Head<'_>,
    asked: &[Matter],
    typed: &[Option<Typed>],
) -> Result<()> {
    let lines = asked.iter().zip(typed).filter_map(|(matter, typed)| {
        let ids = &matter.scale.ids;
        let id = |at: usize| ids.get(at).map_or("-", String::as_str);
        let (handen, deelnemers) = match typed.as_ref()? {
            Typed::Hands(hands) => {
                let given = hands.iter().enumerate().filter(|(_, many)| **many > 0);
                (
                    Some(given.map(|(at, many)| (id(at), *many)).collect()),
                    None,
                )
            }
            Typed::Each(each) => {
                let each = each.iter().map(|at| at.map_or("-", id));
                (None, Some(each.collect()))
            }
        };
        Some(Line {
            vraag: &matter.key.question.0,
            rij: matter.key.row.as_ref().map(|row| row.0.as_str()),
            handen,
            deelnemers,
        })
    });
    let made = yaml::write(&File {
        stemmen: head,
        antwoorden: lines.collect(),
    });
    let made = made.map_err(|_| {
        let program = &nl().program;
        Error::new(
            ErrorKind::Machine,
            program.unexpected(MARK),
            program.unexpected_todo(),
        )
    })?;
    let text = format!("{}\n{made}", nl().group.votes_header());
    world.write(file, text.as_bytes(), Guard::Replace)
}
