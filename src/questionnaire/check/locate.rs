//! Finds the exact word that a fault is about: the checked model knows where a question or rule stands, the tree knows
//! where each word in it stands.

use crate::problem::Place;
use crate::yaml::{Node, Tree};

/// The trees of a list and of all that it uses.
#[derive(Debug, Default)]
pub struct Locate {
    trees: Vec<Node>,
}

impl Locate {
    /// Looks in these trees.
    pub fn new(trees: Vec<Node>) -> Self {
        Self { trees }
    }

    /// The trees themselves: first that of the list.
    pub(super) fn trees(&self) -> &[Node] {
        &self.trees
    }

    /// Within the thing that stands at `of`, under one of these keys, the first of these words. Where there is no such
    /// word the key itself, and where there is no such key `of`.
    pub fn word(&self, of: &Place, keys: &[&str], words: &[&str]) -> Place {
        let Some(thing) = self.trees.iter().find_map(|tree| thing(tree, of)) else {
            return of.clone();
        };
        let found = keys.iter().find_map(|key| thing.entry(key));
        let Some((key, value)) = found else {
            return of.clone();
        };
        let word = words.iter().find_map(|word| scalar(value, word));
        word.unwrap_or(&key.place).clone()
    }
}

/// The map that has its id at this place, or begins there.
fn thing<'n>(node: &'n Node, of: &Place) -> Option<&'n Node> {
    match &node.value {
        Tree::Scalar { .. } => None,
        Tree::List(items) => items.iter().find_map(|item| thing(item, of)),
        Tree::Map(entries) => {
            let id = node.get("id").map(|id| &id.place);
            if id == Some(of) || (node.place == *of && node.get("id").is_none()) {
                return Some(node);
            }
            entries.iter().find_map(|(_, value)| thing(value, of))
        }
    }
}

/// Where this word stands as a value.
fn scalar<'n>(node: &'n Node, word: &str) -> Option<&'n Place> {
    match &node.value {
        Tree::Scalar { text, .. } => (text == word).then_some(&node.place),
        Tree::List(items) => items.iter().find_map(|item| scalar(item, word)),
        Tree::Map(entries) => entries.iter().find_map(|(_, value)| scalar(value, word)),
    }
}
