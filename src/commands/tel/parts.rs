//! The parts that were added, so that one that comes twice is noticed.

use std::collections::HashMap;

use crate::tally::Part;

/// What was added, and what it is called.
#[derive(Default)]
pub struct Parts(HashMap<u64, Vec<(Part, String)>>);

impl Parts {
    /// Takes one in. Gives what the part is called that it is once more.
    pub fn take(&mut self, part: Part, name: String) -> Option<String> {
        let alike = self.0.entry(part.counts()).or_default();
        let same = alike.iter().find(|(other, _)| other.is(&part));
        let same = same.map(|(_, name)| name.clone());
        if same.is_none() {
            alike.push((part, name));
        }
        same
    }
}
