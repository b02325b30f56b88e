//! A copy of a case without its people, to learn from: a file of its own that no store takes for a case. One line of JSON
//! says what it is, every other line is one change on its moved day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::line::{ListLine, change_value, day, json, list, list_line, read_change};
use crate::answer::Change;
use crate::questionnaire::ListVersion;

/// What the first line says it is.
const KIND: &str = "leerkopie";
/// The format that this program writes.
const FORMAT: u32 = 1;

/// A case without its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The list that it is answers to.
    pub list: ListVersion,
    /// What was answered at each moment, oldest first.
    pub moments: Vec<(NaiveDate, Vec<Change>)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    top3: String,
    formaat: u32,
    merk: String,
    vragenlijst: ListLine,
    /// So many lines follow: a file that was cut off has fewer.
    regels: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryLine {
    moment: usize,
    dag: String,
    dit: serde_json::Value,
}

impl Lesson {
    /// As a file, with this mark.
    pub fn write(&self, mark: &str) -> String {
        let mut text = json(&Head {
            top3: KIND.to_owned(),
            formaat: FORMAT,
            merk: mark.to_owned(),
            vragenlijst: list_line(&self.list),
            regels: self.moments.iter().map(|(_, changes)| changes.len()).sum(),
        });
        text.push('\n');
        for (at, (on, changes)) in self.moments.iter().enumerate() {
            for change in changes {
                text += &json(&EntryLine {
                    moment: at + 1,
                    dag: on.to_string(),
                    dit: change_value(change),
                });
                text.push('\n');
            }
        }
        text
    }

    /// Reads such a file; none where it is another one, or broken.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let mut lines = text.lines();
        let head: Head = serde_json::from_str(lines.next()?).ok()?;
        (head.top3 == KIND && head.formaat == FORMAT).then_some(())?;
        let mut moments: Vec<(NaiveDate, Vec<Change>)> = Vec::new();
        let mut last = 0;
        let mut count = 0;
        for line in lines {
            count += 1;
            let line: EntryLine = serde_json::from_str(line).ok()?;
            let change = read_change(line.dit)?;
            let on = day(&line.dag)?;
            match moments.last_mut() {
                Some((day, changes)) if line.moment == last && *day == on => changes.push(change),
                _ => moments.push((on, vec![change])),
            }
            last = line.moment;
        }
        (count == head.regels).then_some(())?;
        Some(Self {
            list: list(head.vragenlijst),
            moments,
        })
    }
}
