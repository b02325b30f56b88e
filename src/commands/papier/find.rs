//! Finding a paper: one that comes with the program, or a file; and reading it beside the list of a case.

use std::path::Path;

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

/// The paper with this name, or in this file.
pub(super) fn paper(world: &mut World, name: &str) -> Result<Found> {
    let text = &nl().paper_command;
    if lists::is_path(name) {
        let bytes = world.read(Path::new(name), lists::MOST_BYTES)?;
        let tree = read_tree(&bytes, name).map_err(|problem| {
            let source = std::str::from_utf8(&bytes).ok();
            let drawn = draw(&[*problem], |_| source, world.colour);
            Error::attention(text.faulty(), nl().lists.faulty_todo(name)).with_details(vec![drawn])
        })?;
        return Ok(Found {
            file: name.to_owned(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            tree,
        });
    }
    shipped()
        .into_iter()
        .find(|one| one.says("id") == name)
        .ok_or_else(|| {
            let all = shipped();
            let names: Vec<String> = all.iter().map(|one| one.says("id")).collect();
            let names = || std::iter::once(OVERLEG[0]).chain(names.iter().map(String::as_str));
            let near = nearest(name, names())
                .map_or_else(String::new, |near| nl().usage.did_you_mean(near));
            let todo = text.unknown_todo(names().collect::<Vec<_>>().join(", "));
            Error::usage(
                text.unknown(name),
                format!("{near} {todo}").trim().to_owned(),
            )
        })
}

/// The papers that come with the program. Tests hold that each can be read.
fn shipped() -> Vec<Found> {
    let read = |paper: crate::questionnaire::PaperFile| {
        let tree = read_tree(paper.text.as_bytes(), paper.file).ok()?;
        Some(Found {
            file: paper.file.to_owned(),
            text: paper.text.to_owned(),
            tree,
        })
    };
    shipped_papers().filter_map(read).collect()
}

/// A name with what it is, one a line.
fn lines(papers: &[Found]) -> Vec<(String, String)> {
    let text = &nl().paper_command;
    let own = papers.iter().map(|one| {
        let about = text.called(one.says("titel"), one.says("voor"));
        (one.says("id"), about)
    });
    std::iter::once((OVERLEG[0].to_owned(), text.consult_about()))
        .chain(own)
        .collect()
}

/// Prints which papers there are.
pub(super) fn list(world: &mut World) -> Result {
    let lines = lines(&shipped());
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
    let papers: Vec<Found> = shipped().into_iter().filter(fits).collect();
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
