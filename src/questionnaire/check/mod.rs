//! What is wrong with a list as a whole, though every name in it resolves: what comes too early, what is declared and
//! never used. Only looks at how the list is built; what can be proven with answers stands in `proof`.

mod level;
mod locate;
mod needs;
mod option;
mod order;
mod unused;

use std::collections::BTreeSet;

pub use locate::Locate;
pub use needs::{Needs, Thing};

use super::{OptionId, QuestionIx, Questionnaire};
use crate::problem::Problem;

/// What is looked at.
pub struct Checked<'a> {
    /// The list.
    pub list: &'a Questionnaire,
    /// The file in which it stands itself.
    pub file: &'a str,
    /// What each question and derived value needs.
    pub needs: &'a Needs,
    /// Where words stand.
    pub locate: &'a Locate,
    /// The full ids of questions and derived values in which a fault was found already: nothing is said of these.
    pub broken: &'a BTreeSet<String>,
    /// Whether no fault at all was found in how it reads.
    pub whole: bool,
}

/// Every fault in how the list is built. `used` are the options that worked cases choose; nothing where the cases could
/// not be read, and then no option is said to be unused.
pub fn check(
    checked: &Checked<'_>,
    used: Option<&BTreeSet<(QuestionIx, OptionId)>>,
) -> Vec<Problem> {
    let mut problems = order::check(checked);
    problems.extend(level::check(checked));
    // With a fault in it, a list may look as if it does not use what it does use.
    if checked.whole {
        problems.extend(unused::check(checked));
    }
    // A condition in the wrong place names options that it may not name once it is mended.
    if let (Some(used), true) = (used, problems.is_empty()) {
        problems.extend(option::check(checked, used));
    }
    problems
}
