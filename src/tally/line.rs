//! One line of what `batch` wrote, and how it is counted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::count::{Origin, Outcome, Tally, plus};
use crate::json::Members;

/// A line that was read.
pub struct Line<'j> {
    members: Vec<(std::borrow::Cow<'j, str>, &'j RawValue)>,
}

/// What a line says became of its record.
#[derive(Debug)]
pub enum Stated {
    /// It was assessed.
    Assessed(Assessed),
    /// It could not be.
    Refused(BTreeSet<String>),
    /// Nothing: the line is a record only.
    Nothing,
}

/// What came out.
#[derive(Debug)]
pub struct Assessed {
    /// The list; nothing where the line does not say.
    pub origin: Option<Origin>,
    /// The day of the assessment; nothing where the line does not say.
    pub day: Option<NaiveDate>,
    outside: Option<String>,
    outcomes: BTreeMap<String, OutcomeOfLine>,
}

#[derive(Debug, Deserialize)]
struct OutcomeOfLine {
    waarde: Json,
    zekerheid: String,
    mogelijk: Option<Vec<Json>>,
}

impl<'j> Line<'j> {
    /// Reads a line; nothing where it is no object, or where a member stands in it twice.
    pub fn read(line: &'j str) -> Option<Self> {
        let Members(members) = serde_json::from_str(line).ok()?;
        let names: BTreeSet<&str> = members.iter().map(|(name, _)| &**name).collect();
        (names.len() == members.len()).then_some(Self { members })
    }

    /// A member as it is written.
    pub fn member(&self, name: &str) -> Option<&'j str> {
        let found = self.members.iter().find(|(one, _)| *one == name);
        found.map(|(_, value)| value.get())
    }

    /// A member that is a text or a number, as text; nothing for what is empty. What `batch` took along from the record
    /// stands in a member of its own.
    pub fn word(&self, name: &str) -> Option<String> {
        let along = self.member("record").and_then(Line::read);
        let along = along.and_then(|record| record.member(name));
        match serde_json::from_str(along.or_else(|| self.member(name))?).ok()? {
            Json::String(text) if text.trim().is_empty() => None,
            Json::String(text) => Some(text),
            Json::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// All members, as they are written.
    pub(super) fn members(&self) -> impl Iterator<Item = (&str, &'j str)> {
        let each = self.members.iter();
        each.map(|(name, value)| (&**name, value.get()))
    }

    fn day(&self) -> Option<NaiveDate> {
        let text: String = serde_json::from_str(self.member("datum")?).ok()?;
        NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()
    }

    /// What it calls itself.
    pub fn sort(&self) -> Option<String> {
        serde_json::from_str(self.member("soort")?).ok()
    }

    /// What it says; nothing where it holds outcomes or faults that `batch` does not write so.
    pub fn stated(&self) -> Option<Stated> {
        if let Some(faults) = self.member("fouten") {
            #[derive(Deserialize)]
            struct Fault {
                code: String,
            }
            let faults: Vec<Fault> = serde_json::from_str(faults).ok()?;
            return Some(Stated::Refused(
                faults.into_iter().map(|one| one.code).collect(),
            ));
        }
        let Some(outcomes) = self.member("uitkomsten") else {
            return Some(Stated::Nothing);
        };
        #[derive(Deserialize)]
        struct Outside {
            reden: String,
        }
        let outside = self.member("niet_toepasbaar").map(serde_json::from_str);
        let outside: Option<Outside> = outside.transpose().ok()?.flatten();
        let origin = match self.member("vragenlijst") {
            Some(origin) => Some(serde_json::from_str(origin).ok()?),
            None => None,
        };
        Some(Stated::Assessed(Assessed {
            origin,
            day: self.day(),
            outside: outside.map(|outside| outside.reden),
            outcomes: serde_json::from_str(outcomes).ok()?,
        }))
    }
}

impl Assessed {
    /// Whether the list applies to the record.
    pub fn applies(&self) -> bool {
        self.outside.is_none()
    }
}

impl Tally {
    /// Counts one record by what its line says.
    pub fn count(&mut self, stated: &Stated) {
        plus(&mut self.records, 1);
        match stated {
            Stated::Nothing => plus(&mut self.zonder_uitkomst, 1),
            Stated::Refused(codes) => {
                plus(&mut self.fouten.records, 1);
                for code in codes {
                    plus(self.fouten.codes.entry(code.clone()).or_default(), 1);
                }
            }
            Stated::Assessed(assessed) => {
                let list = self.list(assessed.origin.as_ref());
                if let Some(day) = assessed.day {
                    list.dagen.insert(day.to_string());
                }
                if let Some(reason) = &assessed.outside {
                    plus(list.niet_toepasbaar.entry(reason.clone()).or_default(), 1);
                    return;
                }
                plus(&mut list.records, 1);
                for (id, one) in &assessed.outcomes {
                    if !list.uitkomsten.contains_key(id) {
                        list.uitkomsten.insert(id.clone(), Outcome::default());
                    }
                    if let Some(outcome) = list.uitkomsten.get_mut(id) {
                        outcome.count(one);
                    }
                }
            }
        }
    }
}

impl Outcome {
    fn count(&mut self, one: &OutcomeOfLine) {
        if one.zekerheid == "vast" {
            let count = match key(&one.waarde) {
                Some(value) => self.vast.entry(value).or_default(),
                None => &mut self.geen,
            };
            return plus(count, 1);
        }
        plus(&mut self.open, 1);
        for value in one.mogelijk.iter().flatten() {
            let count = match key(value) {
                Some(value) => self.mogelijk.entry(value).or_default(),
                None => &mut self.mogelijk_geen,
            };
            plus(count, 1);
        }
    }
}

/// The name under which a value is counted; nothing for no value.
fn key(value: &Json) -> Option<String> {
    match value {
        Json::Null => None,
        Json::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
