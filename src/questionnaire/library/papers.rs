//! Papers: those that come with the program, and a paper read beside the list it goes with.

use super::gather::Gathered;
use super::{ALL, Kind, Library};
use crate::problem::{Code, Problem};
use crate::questionnaire::lower::lower_paper;
use crate::questionnaire::paper::Paper;
use crate::questionnaire::raw::Faults;
use crate::yaml::Node;

/// The text of one paper.
#[derive(Clone, Copy, Debug)]
pub struct PaperFile {
    /// Its id.
    pub id: &'static str,
    /// How messages call it.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The papers that come with the program, in the order of their ids.
pub fn shipped_papers() -> impl Iterator<Item = PaperFile> {
    shipped(Kind::Paper)
}

/// The profiles of readers that come with the program, in the order of their ids.
pub fn shipped_readers() -> impl Iterator<Item = PaperFile> {
    shipped(Kind::Reader)
}

fn shipped(kind: Kind) -> impl Iterator<Item = PaperFile> {
    let found = ALL.iter().filter(move |shipped| shipped.kind == kind);
    found.map(|shipped| PaperFile {
        id: shipped.name,
        file: shipped.path,
        text: shipped.text,
    })
}

impl Library {
    /// The paper that this tree is, beside the list with this id, which is itself not looked at again.
    ///
    /// # Errors
    /// Every fault in the paper; and those of the list that leave its names unknown.
    pub fn paper(&self, list: &str, tree: &Node) -> Result<Paper, Vec<Problem>> {
        let faults = Faults::default();
        let mut gathered = Gathered::default();
        self.gather(list, None, &mut Vec::new(), &mut gathered, &faults);
        let (shared, scales) = self.shared(&faults);
        if faults.count() > 0 {
            return Err(faults.into_sorted());
        }
        lower_paper(&gathered.trees(scales.as_ref()), &shared, tree)
    }

    /// The lists that a paper says it goes with, as this library knows them.
    ///
    /// # Errors
    /// Where it names none, or one that is not there.
    pub fn lists_of(&self, tree: &Node) -> Result<Vec<String>, Vec<Problem>> {
        let nodes = tree
            .get("bij")
            .map_or(&[][..], crate::questionnaire::raw::one_or_more);
        let mut found = Vec::new();
        for node in nodes {
            let Some(name) = node.text() else { continue };
            self.tree(name, Some(node))
                .map_err(|problem| vec![*problem])?;
            found.push(name.to_owned());
        }
        if found.is_empty() {
            return Err(vec![Problem::new(
                Code::MissingKey,
                tree.place.clone(),
                "Dit papier zegt niet bij welke vragenlijst het hoort.",
                "Voeg `bij: casus` toe, of de naam van een andere lijst.",
            )]);
        }
        Ok(found)
    }
}
