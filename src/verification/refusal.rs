//! A line of a batch that says what is wrong with its record, against what a batch says of that record now.

use serde_json::{Value as Json, json};

use super::check::begin;
use super::stated::{FAULTS, ID, PROBLEMS};
use super::{Code, Finding, Report, Stated, Verdict};

impl Stated {
    /// The answers were refused then, and now they are taken.
    pub(super) fn no_longer_refused(&self) -> Finding {
        let place = [FAULTS, PROBLEMS]
            .into_iter()
            .find(|name| self.members.contains_key(*name));
        let place = place.unwrap_or(PROBLEMS);
        let stated = self.members.get(place).cloned().unwrap_or_default();
        Finding::new(Code::Refusal, place, stated, Json::Null)
    }

    /// Whether this line says what is wrong with its record in place of what follows from it.
    pub fn is_error_line(&self) -> bool {
        self.members.contains_key(FAULTS)
    }

    /// Whether it is about this one place in the record, or in its list of places has it alone.
    pub fn is_only_about(&self, place: &str) -> bool {
        let faults = self.members.get(FAULTS).and_then(Json::as_array);
        faults.is_some_and(|all| {
            !all.is_empty() && all.iter().all(|one| one["plaats"].as_str() == Some(place))
        })
    }

    /// Whether it says that there is a fault with this code.
    pub fn has_fault(&self, code: &str) -> bool {
        let faults = self.members.get(FAULTS).and_then(Json::as_array);
        faults.is_some_and(|all| all.iter().any(|one| one["code"].as_str() == Some(code)))
    }

    /// Whether it holds what its record brought along.
    pub fn has_brought(&self) -> bool {
        self.members.contains_key("record")
    }
}

/// An error line that still is one, as far as can be seen.
pub fn error_line(stated: &Stated) -> Report {
    let mut report = begin(stated);
    report.not_stated.clear();
    if report.verdict == Verdict::Right {
        report.verdict = Verdict::ErrorLine;
    }
    report
}

/// An error line against the line that a batch writes for its record now. Messages may have been put in better words;
/// which faults there are, and where, may not differ.
pub fn refusal(stated: &Stated, now: &Json) -> Report {
    let mut report = error_line(stated);
    let id = now.get(ID).cloned().unwrap_or_default();
    if id != stated.id() {
        report.find(Finding::new(Code::OtherRecord, ID, stated.id(), id));
        return report;
    }
    let Some(faults) = now.get(FAULTS) else {
        report.find(stated.no_longer_refused());
        return report;
    };
    let (then, now) = (
        names(&stated.members.get(FAULTS).cloned().unwrap_or_default()),
        names(faults),
    );
    if then != now {
        let finding = Finding::new(Code::Refusal, FAULTS, json!(then), json!(now));
        report.find(finding);
    }
    report
}

/// Each fault with its place.
fn names(faults: &Json) -> Vec<String> {
    let word = |of: &Json, key: &str| of[key].as_str().unwrap_or_default().to_owned();
    let all = faults.as_array().into_iter().flatten();
    let name = |one: &Json| format!("{} {}", word(one, "code"), word(one, "plaats"));
    all.map(|one| name(one).trim_end().to_owned()).collect()
}
