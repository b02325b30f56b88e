//! Finds lists by id: those that come with the program and those that were given. Touches no file: bytes come in from
//! outside.

mod bundle;
mod gather;
mod papers;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::builtin::{self, ALL, Kind, SHARED};
use super::lower::{Lowered, lower, shared_scales};
use super::model::Questionnaire;
use super::raw::Faults;
use crate::problem::{Code, Place, Problem, did_you_mean};
use crate::yaml::{Node, decode, read_tree};
pub use bundle::{Bundle, BundledText};
use gather::Gathered;
pub use papers::{PaperFile, shipped_papers, shipped_readers};

/// The text of one list.
#[derive(Clone, Debug)]
struct Source {
    file: Arc<str>,
    text: Cow<'static, str>,
    shipped: bool,
}

/// Lists by id.
#[derive(Clone, Debug, Default)]
pub struct Library {
    lists: BTreeMap<String, Source>,
    /// The scales that all lists share.
    scales: Option<Source>,
    /// Which adaptation stands for which list.
    adapted: BTreeMap<String, String>,
}

/// One file of worked cases.
#[derive(Clone, Copy, Debug)]
pub struct CaseFile {
    /// How messages call it.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

impl Library {
    /// The lists that come with the program.
    pub fn shipped() -> Self {
        let mut library = Self::default();
        for shipped in ALL {
            let source = Source {
                file: shipped.path.into(),
                text: Cow::Borrowed(shipped.text),
                shipped: true,
            };
            match (shipped.kind, shipped.folder) {
                (Kind::Cases | Kind::Paper | Kind::Reader, _) => {}
                (Kind::List, SHARED) if shipped.name == "schalen" => library.scales = Some(source),
                (Kind::List, SHARED) => {}
                (Kind::List, _) => {
                    library.lists.insert(shipped.name.to_owned(), source);
                }
            }
        }
        library
    }

    /// Adds a list from a file; it wins over a list with the same id. Gives that id.
    ///
    /// # Errors
    /// Where the file cannot be read as YAML or has no id. Everything else that may be wrong is found by
    /// [`Library::load`].
    pub fn add(&mut self, file: &str, bytes: &[u8]) -> Result<String, Box<Problem>> {
        let tree = read_tree(bytes, file)?;
        let text = decode(bytes, &file.into())?.into_owned();
        let Some(id) = tree.get("id").and_then(Node::text) else {
            return Err(Box::new(Problem::new(
                Code::MissingKey,
                tree.place,
                "In een vragenlijst ontbreekt de sleutel `id`.",
                "Begin het bestand met `id: …`, de naam van de lijst.",
            )));
        };
        let source = Source {
            file: file.into(),
            text: Cow::Owned(text),
            shipped: false,
        };
        self.lists.insert(id.to_owned(), source);
        Ok(id.to_owned())
    }

    /// Lets this adaptation stand for the list that it adapts, wherever that is used. The ids stay those of the base.
    ///
    /// # Errors
    /// Where there is no such list, or it adapts nothing.
    pub fn adapt(&mut self, id: &str) -> Result<(), Vec<Problem>> {
        let tree = self.tree(id, None).map_err(|problem| vec![*problem])?;
        let Some(base) = tree.get("past_aan").and_then(Node::text) else {
            return Err(vec![Problem::new(
                Code::Adaptation,
                tree.place.clone(),
                format!("`{id}` past geen andere lijst aan."),
                "Kies een lijst met de sleutel `past_aan`.",
            )]);
        };
        self.adapted.insert(self.root_of(base), id.to_owned());
        Ok(())
    }

    /// The ids of the adaptations that stand for the lists they adapt.
    pub fn adaptations(&self) -> impl Iterator<Item = &str> {
        self.adapted.values().map(String::as_str)
    }

    /// The list at the end of a chain of adaptations.
    fn root_of(&self, id: &str) -> String {
        let mut id = id.to_owned();
        let mut seen = BTreeSet::new();
        while seen.insert(id.clone())
            && let Ok(tree) = self.tree(&id, None)
            && let Some(base) = tree.get("past_aan").and_then(Node::text)
        {
            base.clone_into(&mut id);
        }
        id
    }

    /// The list that this one adapts.
    pub fn adapts(&self, id: &str) -> Option<String> {
        self.tree(id, None)
            .ok()?
            .get("past_aan")
            .and_then(Node::text)
            .map(str::to_owned)
    }

    /// The ids of all lists, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str)
    }

    /// Whether the list with this id came with the program and was not replaced.
    pub fn is_shipped(&self, id: &str) -> bool {
        self.lists.get(id).is_some_and(|source| source.shipped)
    }

    /// The text of a file, by the name that places use: for [`crate::problem::draw`].
    pub fn text(&self, file: &str) -> Option<&str> {
        let mut sources = self.lists.values().chain(&self.scales);
        let found = sources.find(|source| &*source.file == file);
        found.map(|source| &*source.text).or_else(|| {
            let shipped = ALL.iter().find(|shipped| shipped.path == file);
            shipped.map(|shipped| shipped.text)
        })
    }

    /// The worked cases that come with a shipped list.
    pub fn cases(&self, id: &str) -> Vec<CaseFile> {
        let list = ALL
            .iter()
            .find(|shipped| shipped.kind == Kind::List && shipped.name == id);
        let Some(list) = list.filter(|_| self.is_shipped(id)) else {
            return Vec::new();
        };
        let of = |shipped: &&builtin::Shipped| {
            shipped.kind == Kind::Cases && shipped.folder == list.folder
        };
        let files = ALL.iter().filter(of);
        files
            .map(|shipped| CaseFile {
                file: shipped.path,
                text: shipped.text,
            })
            .collect()
    }

    /// The checked list with this id, with all it uses.
    ///
    /// # Errors
    /// Every fault in it and in what it uses, in the order of the files.
    pub fn load(&self, id: &str) -> Result<Questionnaire, Vec<Problem>> {
        let lowered = self.inspect(id);
        match lowered.questionnaire {
            Some(questionnaire) if lowered.problems.is_empty() => Ok(questionnaire),
            _ => Err(lowered.problems),
        }
    }

    /// The same, for `check`: with what could be made of a list that holds faults.
    pub fn inspect(&self, id: &str) -> Lowered {
        let faults = Faults::default();
        let mut gathered = Gathered::default();
        let mut path = Vec::new();
        if self
            .gather(id, None, &mut path, &mut gathered, &faults)
            .is_none()
        {
            return Lowered {
                questionnaire: None,
                broken: BTreeSet::new(),
                problems: faults.into_sorted(),
            };
        }
        let (shared, scales) = self.shared(&faults);
        let lists = gathered.trees(scales.as_ref());
        lower(&lists, &shared, faults)
    }

    /// The checked list with another value for one of its own settings: the other reading of it.
    ///
    /// # Errors
    /// The same as [`Library::load`]; and where there is no such setting or value.
    pub fn load_with(
        &self,
        id: &str,
        setting: &str,
        value: &str,
    ) -> Result<Questionnaire, Vec<Problem>> {
        self.load_as(
            id,
            &BTreeMap::from([(setting.to_owned(), value.to_owned())]),
        )
    }

    /// The same for any number of settings; one of a used list by its full name, `meldcode.vt_advies`.
    ///
    /// # Errors
    /// The same as [`Library::load`].
    pub fn load_as(
        &self,
        id: &str,
        settings: &BTreeMap<String, String>,
    ) -> Result<Questionnaire, Vec<Problem>> {
        let faults = Faults::default();
        let mut gathered = Gathered::default();
        self.gather(id, None, &mut Vec::new(), &mut gathered, &faults);
        for (setting, value) in settings {
            gathered.set(setting, value);
        }
        let (shared, scales) = self.shared(&faults);
        let lowered = lower(&gathered.trees(scales.as_ref()), &shared, faults);
        match lowered.questionnaire {
            Some(questionnaire) if lowered.problems.is_empty() => Ok(questionnaire),
            _ => Err(lowered.problems),
        }
    }

    /// The file of a list, by the name that places use.
    pub fn file(&self, id: &str) -> Option<&str> {
        self.lists.get(id).map(|source| &*source.file)
    }

    /// The trees of a list and of all that it uses, adapted where an adaptation wins: for finding the word that a fault
    /// is about.
    pub fn trees(&self, id: &str) -> Vec<Node> {
        let mut gathered = Gathered::default();
        self.gather(id, None, &mut Vec::new(), &mut gathered, &Faults::default());
        gathered.into_trees()
    }

    /// The tree of a list as it was written.
    fn tree(&self, id: &str, asked: Option<&Node>) -> Result<Node, Box<Problem>> {
        match self.lists.get(id) {
            Some(source) => read_tree(source.text.as_bytes(), &source.file),
            None => Err(Box::new(Problem::new(
                Code::UnknownReference,
                asked.map_or_else(Place::default, |node| node.place.clone()),
                format!("Er is geen vragenlijst `{id}`."),
                did_you_mean(id, self.ids()),
            ))),
        }
    }

    fn shared(&self, faults: &Faults) -> (BTreeMap<String, Vec<super::Choice>>, Option<Node>) {
        let Some(source) = &self.scales else {
            return (BTreeMap::new(), None);
        };
        match read_tree(source.text.as_bytes(), &source.file) {
            Ok(tree) => (shared_scales(&tree, faults), Some(tree)),
            Err(problem) => {
                faults.add(*problem);
                (BTreeMap::new(), None)
            }
        }
    }
}
