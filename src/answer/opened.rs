//! What stands in a file of answers: a map of them, or one with them under their key and the list they are to beside it.

use crate::yaml::{Node, Tree};

/// The key under which the answers stand, where anything stands beside them.
pub const ANSWERS: &str = "antwoorden";
/// The key of the list they are to.
pub const LIST: &str = "vragenlijst";

/// The parts of such a file.
#[derive(Clone, Copy, Debug)]
pub struct Opened<'n> {
    /// The answers.
    pub answers: &'n Node,
    /// Where the list stands that they are to.
    pub place: Option<&'n Node>,
    /// The name of that list.
    pub list: Option<&'n str>,
}

/// Tells the answers of a file from what stands beside them.
pub fn opened(tree: &Node) -> Opened<'_> {
    let Some(answers) = tree.get(ANSWERS) else {
        return Opened {
            answers: tree,
            place: None,
            list: None,
        };
    };
    let place = tree.get(LIST);
    // A result names its list with version and content.
    let list = place.and_then(|of| match &of.value {
        Tree::Map(_) => of.get("id").and_then(Node::text),
        _ => of.text(),
    });
    Opened {
        answers,
        place,
        list,
    }
}
