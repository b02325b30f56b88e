//! A list with its worked cases, and what those of its base show.

use super::target::{Target, Targets};
use crate::coverage::Coverage;
use crate::problem::Problem;
use crate::questionnaire::Questionnaire;
use crate::worked_case::{self, WorkedCase};

/// A list and its worked cases.
pub(super) struct Read {
    pub(super) list: Questionnaire,
    pub(super) cases: Vec<WorkedCase>,
}

impl Targets {
    /// The list and its worked cases, or all that is wrong with them.
    pub(super) fn read(&self, target: &Target) -> Result<Read, Vec<Problem>> {
        let list = self.library.load(&target.id)?;
        let mut cases = Vec::new();
        let mut problems = Vec::new();
        for (file, bytes) in &target.cases {
            let readings = worked_case::readings(&self.library, &target.id);
            match worked_case::read_with(&list, &readings, bytes, file) {
                Ok(found) => cases.extend(found),
                Err(faults) => problems.extend(faults),
            }
        }
        if problems.is_empty() {
            Ok(Read { list, cases })
        } else {
            Err(problems)
        }
    }

    /// What the cases of a list show of it.
    pub(super) fn coverage(&self, target: &Target, read: &Read) -> Coverage {
        let file = self.library.file(&target.id).unwrap_or("");
        let base = self.base(&target.id);
        Coverage::of(&read.list, file, &read.cases, base.as_ref())
    }

    /// What the cases of the list show that this one adapts; nothing where it adapts none.
    fn base(&self, id: &str) -> Option<Coverage> {
        let base = self.library.adapts(id)?;
        let known = self.lists.iter().find(|target| target.id == base);
        let target = match known {
            Some(target) => Target {
                id: base,
                cases: target.cases.clone(),
            },
            None => self.shipped_target(&base),
        };
        let read = self.read(&target).ok()?;
        Some(self.coverage(&target, &read))
    }
}
