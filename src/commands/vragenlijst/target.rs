//! What `check` and `test` look at: shipped lists by name, files and folders, each with the worked cases beside it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::commands::lists::{MOST_BYTES, is_path};
use crate::error::{Error, Result};
use crate::problem::{Problem, draw, nearest};
use crate::questionnaire::{Library, shipped_papers, shipped_readers};
use crate::text::nl;
use crate::training::{is_training_case, packed};
use crate::world::World;
use crate::yaml::{Node, read_tree};

/// The folder with worked cases, beside a list.
const CASES: &str = "tests";
/// The folder of what lists share.
const SHARED: &str = "gedeeld";

/// The lists to look at.
pub(super) struct Targets {
    /// All lists that can be found by id.
    pub(super) library: Library,
    /// The lists that are meant.
    pub(super) lists: Vec<Target>,
    /// The papers that are meant.
    pub(super) papers: Vec<Node>,
    /// The profiles of readers that are meant.
    pub(super) readers: Vec<Node>,
    /// The training cases that are meant: what messages call them, and their text.
    pub(super) training: Vec<(String, String)>,
    /// Files that could not be read as a list.
    pub(super) unreadable: Vec<Problem>,
    /// The texts of files that the library does not know.
    texts: BTreeMap<String, String>,
}

/// One list with its worked cases: files with their bytes.
pub(super) struct Target {
    pub(super) id: String,
    pub(super) cases: Vec<(String, Vec<u8>)>,
}

impl Targets {
    /// The text of a file, for drawing.
    pub(super) fn text(&self, file: &str) -> Option<&str> {
        let own = self.texts.get(file).map(String::as_str);
        own.or_else(|| self.library.text(file))
    }

    /// Notes that a file of worked cases has another text now.
    pub(super) fn replace(&mut self, list: usize, file: usize, text: String) {
        let (name, bytes) = &mut self.lists[list].cases[file];
        *bytes = text.as_bytes().to_vec();
        self.texts.insert(name.clone(), text);
    }

    /// Draws faults.
    pub(super) fn draw(&self, problems: &[Problem], world: &World) -> String {
        draw(problems, |file| self.text(file), world.colour)
    }

    /// How many worked cases files there are, and so on, is for the commands; this only finds.
    pub(super) fn find(world: &mut World, names: &[String]) -> Result<Self> {
        let mut found = Self {
            library: Library::shipped(),
            lists: Vec::new(),
            papers: Vec::new(),
            readers: Vec::new(),
            training: Vec::new(),
            unreadable: Vec::new(),
            texts: BTreeMap::new(),
        };
        if names.is_empty() {
            let ids: Vec<String> = found.library.ids().map(str::to_owned).collect();
            ids.iter().for_each(|id| found.shipped(id));
            for paper in shipped_papers() {
                found.take_paper(paper.file, paper.text.as_bytes());
            }
            for reader in shipped_readers() {
                found.take_paper(reader.file, reader.text.as_bytes());
            }
            for case in packed() {
                found.take_paper(case.file, case.text.as_bytes());
            }
        }
        for name in names {
            let path = Path::new(name);
            if found.library.ids().any(|id| id == name) && !is_path(name) {
                found.shipped(name);
            } else if let Some(entries) = world.entries(path)? {
                found.folder(world, name, path, &entries)?;
            } else if is_path(name) {
                let cases = found.beside(world, path)?;
                found.file(world, path, cases)?;
            } else if let Some(paper) = shipped_papers().find(|paper| paper.id == name) {
                found.take_paper(paper.file, paper.text.as_bytes());
            } else if let Some(reader) = shipped_readers().find(|reader| reader.id == name) {
                found.take_paper(reader.file, reader.text.as_bytes());
            } else if let Some(case) = packed().find(|case| case.id == name) {
                found.take_paper(case.file, case.text.as_bytes());
            } else {
                return Err(found.unknown(name));
            }
        }
        Ok(found)
    }

    /// Takes a file as a paper, as the profile of a reader or as a training case, where it is one.
    fn take_paper(&mut self, name: &str, bytes: &[u8]) -> bool {
        let Ok(tree) = read_tree(bytes, name) else {
            return false;
        };
        if is_training_case(&tree) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            self.texts.insert(name.to_owned(), text.clone());
            self.training.push((name.to_owned(), text));
            return true;
        }
        if tree.get("krijgt").is_some() {
            let text = String::from_utf8_lossy(bytes).into_owned();
            self.texts.insert(name.to_owned(), text);
            self.readers.push(tree);
            return true;
        }
        let is_paper = ["bij", "delen", "regel"]
            .iter()
            .any(|key| tree.get(key).is_some());
        if !is_paper || tree.get("onderdelen").is_some() {
            return false;
        }
        let text = String::from_utf8_lossy(bytes).into_owned();
        self.texts.insert(name.to_owned(), text);
        self.papers.push(tree);
        true
    }

    fn unknown(&self, name: &str) -> Error {
        let text = &nl().lists;
        let near = nearest(name, self.library.ids());
        let near = near.map_or_else(String::new, |near| nl().usage.did_you_mean(near));
        let known = self.library.ids().collect::<Vec<_>>().join(", ");
        let todo = format!("{near} {}", text.unknown_todo(known));
        Error::usage(text.unknown(name), todo.trim().to_owned())
    }

    fn shipped(&mut self, id: &str) {
        let target = self.shipped_target(id);
        self.lists.push(target);
    }

    /// A list that comes with the program, with its worked cases.
    pub(super) fn shipped_target(&self, id: &str) -> Target {
        let cases = self.library.cases(id).into_iter();
        let cases = cases.map(|file| (file.file.to_owned(), file.text.as_bytes().to_vec()));
        Target {
            id: id.to_owned(),
            cases: cases.collect(),
        }
    }

    /// The lists in a folder, or in the folders in it. All are known before the first is looked at.
    fn folder(
        &mut self,
        world: &mut World,
        name: &str,
        path: &Path,
        entries: &[PathBuf],
    ) -> Result<()> {
        let mut files: Vec<PathBuf> = entries
            .iter()
            .filter(|entry| is_yaml(entry))
            .cloned()
            .collect();
        if files.is_empty() {
            for entry in entries.iter().filter(|entry| !is_named(entry, SHARED)) {
                if let Some(inside) = world.entries(entry)? {
                    files.extend(inside.into_iter().filter(|file| is_yaml(file)));
                }
            }
        }
        if files.is_empty() || is_named(path, CASES) {
            let text = &nl().author;
            return Err(Error::usage(text.no_lists(name), text.no_lists_todo()));
        }
        for file in files {
            let cases = self.beside(world, &file)?;
            self.file(world, &file, cases)?;
        }
        Ok(())
    }

    /// The worked cases beside a list.
    fn beside(&mut self, world: &mut World, list: &Path) -> Result<Vec<(String, Vec<u8>)>> {
        let folder = list.parent().unwrap_or(Path::new("")).join(CASES);
        let mut cases = Vec::new();
        for file in world.entries(&folder)?.unwrap_or_default() {
            if is_yaml(&file) {
                let bytes = world.read(&file, MOST_BYTES)?;
                let name = shown(&file);
                let text = String::from_utf8_lossy(&bytes).into_owned();
                self.texts.insert(name.clone(), text);
                cases.push((name, bytes));
            }
        }
        Ok(cases)
    }

    fn file(
        &mut self,
        world: &mut World,
        path: &Path,
        cases: Vec<(String, Vec<u8>)>,
    ) -> Result<()> {
        if path.parent().is_some_and(|folder| is_named(folder, CASES)) {
            let text = &nl().author;
            return Err(Error::usage(
                text.is_cases(shown(path)),
                text.is_cases_todo(),
            ));
        }
        let bytes = world.read(path, MOST_BYTES)?;
        let name = shown(path);
        if self.take_paper(&name, &bytes) {
            return Ok(());
        }
        match self.library.add(&name, &bytes) {
            Ok(id) => self.lists.push(Target { id, cases }),
            Err(problem) => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                self.texts.insert(name, text);
                self.unreadable.push(*problem);
            }
        }
        Ok(())
    }
}

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end == "yaml" || end == "yml")
}

fn is_named(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|own| own == name)
}

/// A path as messages show it, the same on every platform.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
