//! Which reader, and which of the people of the case: by name of the profile, by row, or chosen in the terminal.

use std::path::Path;

use crate::commands::lists;
use crate::commands::papier;
use crate::error::{Done, Error, Result};
use crate::plain::one_line;
use crate::plan::Plan;
use crate::problem::{draw, nearest};
use crate::questionnaire::reader::{Reader, Who};
use crate::questionnaire::{OptionRole, lower_reader, shipped_readers};
use crate::reader::{self, Whom};
use crate::text::{indent, nl};
use crate::world::World;
use crate::yaml::{Node, read_tree};

/// A profile as it was written.
struct Found {
    file: String,
    text: String,
    tree: Node,
    own: bool,
}

impl Found {
    fn says(&self, key: &str) -> String {
        let value = self.tree.get(key);
        let value = value.and_then(|node| node.text().or_else(|| node.get("nl")?.text()));
        value.unwrap_or_default().trim().to_owned()
    }

    fn checked(&self, world: &World) -> Result<Reader> {
        let text = &nl().share;
        lower_reader(&self.tree).map_err(|problems| {
            let drawn = draw(&problems, |_| Some(self.text.as_str()), world.colour);
            Error::attention(text.faulty(), nl().lists.faulty_todo(&self.file))
                .with_details(vec![drawn])
        })
    }
}

fn read(world: &World, name: &str, bytes: &[u8], own: bool) -> Result<Found> {
    let tree = read_tree(bytes, name).map_err(|problem| {
        let source = std::str::from_utf8(bytes).ok();
        let drawn = draw(&[*problem], |_| source, world.colour);
        Error::attention(nl().share.faulty(), nl().lists.faulty_todo(name))
            .with_details(vec![drawn])
    })?;
    Ok(Found {
        file: name.to_owned(),
        text: String::from_utf8_lossy(bytes).into_owned(),
        tree,
        own,
    })
}

/// Every profile: those of the organisation, which win, and those that come with the program.
fn all(world: &mut World) -> Result<Vec<Found>> {
    let mut found: Vec<Found> = Vec::new();
    for file in papier::own_files(world)? {
        let bytes = world.read(&file, lists::MOST_BYTES)?;
        let one = read(world, &file.display().to_string(), &bytes, true)?;
        if one.tree.get("krijgt").is_some() {
            found.push(one);
        }
    }
    for one in shipped_readers() {
        if !found.iter().any(|own| own.says("id") == one.id) {
            found.push(read(world, one.file, one.text.as_bytes(), false)?);
        }
    }
    Ok(found)
}

/// Prints which readers there are.
pub(super) fn list(world: &mut World) -> Result {
    for (name, about) in lines(&all(world)?) {
        let about = indent(&about, world.width, 18);
        world.print(&format!("  {name:16}{}", about.trim_start()))?;
    }
    world.say(&nl().share.list_todo())?;
    Ok(Done::Well)
}

fn lines(all: &[Found]) -> Vec<(String, String)> {
    let text = &nl().share;
    let line = |one: &Found| {
        let about = text.called(one.says("titel"), one.says("voor"));
        let about = match one.own {
            true => format!("{about} {}", text.own()),
            false => about,
        };
        (one.says("id"), about)
    };
    all.iter().map(line).collect()
}

/// The profile that was asked for; with it the person, where somebody of the case was typed.
pub(super) fn reader(
    world: &mut World,
    typed: Option<&str>,
    plan: &Plan,
) -> Result<(Reader, Option<String>)> {
    let text = &nl().share;
    if let Some(path) = typed.filter(|typed| lists::is_path(typed)) {
        let bytes = world.read(Path::new(path), lists::MOST_BYTES)?;
        return Ok((read(world, path, &bytes, true)?.checked(world)?, None));
    }
    let all = all(world)?;
    let typed = match typed {
        Some(typed) => typed.to_owned(),
        None => {
            let lines = lines(&all);
            for (at, (_, about)) in lines.iter().enumerate() {
                let about = indent(about, world.width, 6);
                world.say(&format!("  {:>2}  {}", at + 1, about.trim_start()))?;
            }
            let typed = world.ask(&text.which_reader(), "--voor")?;
            let number = typed.trim().parse::<usize>().ok();
            let line = number.and_then(|number| lines.get(number.checked_sub(1)?));
            line.map_or_else(|| typed.trim().to_owned(), |(name, _)| name.clone())
        }
    };
    if let Some(one) = all.iter().find(|one| one.says("id") == typed) {
        if one.own {
            world.say(&text.own_reader(&typed, &one.file))?;
        }
        return Ok((one.checked(world)?, None));
    }
    if let Some(person) = plan.person(&typed) {
        let name = match person.kind {
            Some(OptionRole::Child) => "kind",
            Some(OptionRole::Network) => "netwerk",
            Some(OptionRole::Household) => "persoon",
            _ => {
                return Err(Error::usage(
                    text.which_of(&typed),
                    text.which_of_todo(&typed),
                ));
            }
        };
        if let Some(one) = all.iter().find(|one| one.says("id") == name) {
            return Ok((one.checked(world)?, Some(typed)));
        }
    }
    let known: Vec<String> = all.iter().map(|one| one.says("id")).collect();
    let names = || known.iter().map(String::as_str);
    let near = nearest(&typed, names());
    let near = near.map_or_else(String::new, |near| nl().usage.did_you_mean(near));
    let todo = text.unknown_todo(known.join(", "));
    // What was typed may be a name.
    Err(Error::usage(
        text.unknown(),
        format!("{near} {todo}").trim().to_owned(),
    ))
}

/// Which of the people.
pub(super) fn whom(
    world: &mut World,
    reader: &Reader,
    plan: &Plan,
    typed: Option<&str>,
) -> Result<Whom> {
    let text = &nl().share;
    let Some(who) = reader.who else {
        return match typed {
            None => Ok(Whom::default()),
            Some(_) => Err(Error::usage(
                text.nobody_chosen(),
                text.nobody_chosen_todo(),
            )),
        };
    };
    let all = reader::whom(plan, reader);
    let line = |one: &Whom| {
        let names = one_line(&plan.names_of(&one.people));
        text.a_choice(one.chosen.clone().unwrap_or_default(), names)
    };
    let known: Vec<String> = all.iter().map(line).collect();
    if all.is_empty() {
        return Err(match who {
            Who::Household => Error::attention(text.no_household(), text.no_household_todo()),
            _ => Error::attention(text.no_such_people(), text.no_such_people_todo()),
        });
    }
    let first = all.first().and_then(|one| one.chosen.clone());
    let which = text.which_todo(first.unwrap_or_default());
    let typed = match typed {
        Some(typed) => typed.trim().to_owned(),
        None => match all.as_slice() {
            [only] => return Ok(only.clone()),
            _ if super::asks(world) => {
                world.say(&known.join("\n"))?;
                world.ask(&text.which_person(), "--wie")?.trim().to_owned()
            }
            _ => {
                return Err(Error::usage(text.which_missing(), which).with_details(known));
            }
        },
    };
    all.iter()
        .find(|one| one.has(&typed))
        .cloned()
        .ok_or_else(|| Error::usage(text.not_one_of_them(), which).with_details(known))
}
