//! Reads the kind of a question.

use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form::Sort;
use crate::questionnaire::raw::{Faults, word};
use crate::yaml::Node;

/// The kind with this name.
pub(super) fn sort(node: &Node, faults: &Faults) -> Option<Sort> {
    let name = word(node, faults)?;
    let found = Sort::ALL.into_iter().find(|sort| sort.name() == name);
    if found.is_none() {
        faults.say(
            Code::UnknownReference,
            &node.place,
            format!("De soort `{name}` bestaat niet."),
            did_you_mean(name, Sort::ALL.map(Sort::name)),
        );
    }
    found
}
