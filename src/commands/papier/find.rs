//! Finding a paper: one that comes with the program, or a file; and reading it beside the list of a case.

use std::path::{Path, PathBuf};

use super::{Case, OVERLEG};
use crate::commands::lists;
use crate::error::{Done, Error, Result};
use crate::problem::{Problem, draw, nearest};
use crate::questionnaire::paper::Paper;
use crate::questionnaire::shipped_papers;
use crate::text::{indent, nl};
use crate::world::World;
use crate::yaml::{Node, read_tree};

/// A paper as it was written.
pub(super) struct Found {
    /// How messages call its file.
    pub file: String,
    /// Its text.
    pub text: String,
    /// Its keys.
    pub tree: Node,
    /// It is one of the organisation and has the name of one that comes with the program.
    pub instead: bool,
}

impl Found {
    /// The paper beside the list of a case.
    pub fn beside(&self, world: &World, case: &Case) -> Result<Paper> {
        let text = &nl().paper_command;
        case.library
            .paper(&case.list, &self.tree)
            .map_err(|problems| {
                let todo = match case.opened.newer {
                    Some(_) => text.does_not_fit_newer(&case.id),
                    None => text.does_not_fit_todo(&self.file),
                };
                Error::attention(text.does_not_fit(), todo)
                    .with_details(vec![self.drawn(world, &problems, case)])
            })
    }

    fn drawn(&self, world: &World, problems: &[Problem], case: &Case) -> String {
        let find = |file: &str| match file == self.file {
            true => Some(self.text.as_str()),
            false => case.library.text(file),
        };
        draw(problems, find, world.colour)
    }

    /// Says so where it takes the place of one that comes with the program.
    pub fn say_if_instead(&self, world: &mut World) -> Result<()> {
        if !self.instead {
            return Ok(());
        }
        let text = &nl().paper_command;
        world.say(&text.own_instead(self.says("id"), &self.file))
    }

    /// A text of it by its key.
    fn says(&self, key: &str) -> String {
        said(&self.tree, key)
    }
}

fn said(tree: &Node, key: &str) -> String {
    let value = tree.get(key);
    let value = value.and_then(|node| node.text().or_else(|| node.get("nl")?.text()));
    value.unwrap_or_default().trim().to_owned()
}

/// The paper with this name, or in this file. One of the organisation wins over one that comes with the program.
pub(super) fn paper(world: &mut World, name: &str) -> Result<Found> {
    let text = &nl().paper_command;
    if lists::is_path(name) {
        return file(world, Path::new(name));
    }
    let all = all(world)?;
    let known: Vec<String> = all.iter().map(|one| one.says("id")).collect();
    let found = all.into_iter().find(|one| one.says("id") == name);
    found.ok_or_else(|| {
        let names = || std::iter::once(OVERLEG[0]).chain(known.iter().map(String::as_str));
        let near = nearest(name, names());
        let near = near.map_or_else(String::new, |near| nl().usage.did_you_mean(near));
        let todo = text.unknown_todo(names().collect::<Vec<_>>().join(", "));
        let todo = format!("{near} {todo}").trim().to_owned();
        Error::usage(text.unknown(name), todo)
    })
}

/// A paper in a file.
fn file(world: &mut World, path: &Path) -> Result<Found> {
    let text = &nl().paper_command;
    let name = path.display().to_string();
    let bytes = world.read(path, lists::MOST_BYTES)?;
    let tree = read_tree(&bytes, &name).map_err(|problem| {
        let source = std::str::from_utf8(&bytes).ok();
        let drawn = draw(&[*problem], |_| source, world.colour);
        Error::attention(text.faulty(), nl().lists.faulty_todo(&name)).with_details(vec![drawn])
    })?;
    Ok(Found {
        text: String::from_utf8_lossy(&bytes).into_owned(),
        file: name,
        tree,
        instead: false,
    })
}

/// Every paper there is by name: those of the organisation, and those that come with the program.
fn all(world: &mut World) -> Result<Vec<Found>> {
    let mut found = own(world)?;
    for one in shipped_papers() {
        let Ok(tree) = read_tree(one.text.as_bytes(), one.file) else {
            continue;
        };
        match found.iter_mut().find(|own| own.says("id") == one.id) {
            Some(own) => own.instead = true,
            None => found.push(Found {
                file: one.file.to_owned(),
                text: one.text.to_owned(),
                tree,
                instead: false,
            }),
        }
    }
    found.sort_by_key(|one| one.says("id"));
    Ok(found)
}

/// The papers in the folder that the settings name, or in the folders in it.
fn own(world: &mut World) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    for path in own_files(world)? {
        let one = file(world, &path)?;
        if one.tree.get("bij").is_some() {
            found.push(one);
        }
    }
    Ok(found)
}

/// The files of the organisation in the folder that the settings name, or in the folders in it.
pub(in crate::commands) fn own_files(world: &mut World) -> Result<Vec<PathBuf>> {
    let text = &nl().paper_command;
    let Some(folder) = world.settings.papieren.clone() else {
        return Ok(Vec::new());
    };
    let Some(entries) = world.entries(&folder)? else {
        let folder = folder.display();
        return Err(Error::attention(
            text.no_folder(folder),
            text.no_folder_todo(),
        ));
    };
    let mut files = Vec::new();
    for entry in entries {
        match world.entries(&entry)? {
            Some(inside) => files.extend(inside),
            None => files.push(entry),
        }
    }
    let is_yaml = |path: &PathBuf| {
        path.extension()
            .is_some_and(|end| end == "yaml" || end == "yml")
    };
    Ok(files.into_iter().filter(is_yaml).collect())
}

/// A name with what it is, one a line.
fn lines(papers: &[Found]) -> Vec<(String, String)> {
    let text = &nl().paper_command;
    let own = papers.iter().map(|one| {
        let mut about = text.called(one.says("titel"), one.says("voor"));
        if one.instead {
            about = format!("{about} {}", text.own_listed());
        }
        (one.says("id"), about)
    });
    std::iter::once((OVERLEG[0].to_owned(), text.consult_about()))
        .chain(own)
        .collect()
}

/// Prints which papers there are.
pub(super) fn list(world: &mut World) -> Result {
    let lines = lines(&all(world)?);
    let widest = lines
        .iter()
        .map(|(name, _)| name.chars().count())
        .max()
        .unwrap_or(0)
        + 4;
    for (name, about) in lines {
        let about = indent(&about, world.width, widest);
        world.print(&format!(
            "  {name:width$}{}",
            about.trim_start(),
            width = widest - 2
        ))?;
    }
    world.say(&nl().paper_command.list_todo())?;
    Ok(Done::Well)
}

/// Lets a person choose from the papers that fit a case; none where they choose nothing.
pub(super) fn choose(world: &mut World, case: &Case) -> Result<Option<String>> {
    let text = &nl().paper_command;
    let list = &case.opened.list;
    let names: Vec<&str> = std::iter::once(&list.version)
        .chain(&list.uses)
        .map(|one| one.id.as_str())
        .collect();
    let own = names.first().copied().unwrap_or_default();
    let fits = |one: &Found| {
        let lists = one
            .tree
            .get("bij")
            .map_or(&[][..], crate::questionnaire::raw::one_or_more);
        let mut lists = lists.iter().filter_map(Node::text);
        lists.any(|list| list == own || case.library.adapts(own).as_deref() == Some(list))
    };
    let papers: Vec<Found> = all(world)?.into_iter().filter(fits).collect();
    let lines = lines(&papers);
    for (at, (_, about)) in lines.iter().enumerate() {
        let about = indent(about, world.width, 5);
        world.say(&format!("  {}  {}", at + 1, about.trim_start()))?;
    }
    world.say(&format!("  0  {}", text.choose_none()))?;
    let typed = world.ask(&text.choose(), "")?;
    let typed = typed.trim();
    let by_number = typed.parse::<usize>().ok();
    match by_number {
        Some(0) => Ok(None),
        None if typed.is_empty() => Ok(None),
        Some(number) => match lines.get(number - 1) {
            Some((name, _)) => Ok(Some(name.clone())),
            None => Err(Error::usage(text.unknown(typed), text.choose())),
        },
        None => Ok(Some(typed.to_owned())),
    }
}
