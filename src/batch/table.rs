//! The lines of a batch in columns: an output line as a row of a table. The columns follow from the list and the wishes
//! alone, so every run with the same ones has the same.

use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::Wishes;
use super::alone::{DAY, ECHO, ID};
use crate::answer::LIST;
use crate::json::{Member, Members, Name};
use crate::plain::no_formula;
use crate::questionnaire::{Policy, Questionnaire};

/// Between the parts of a cell that holds several.
const BETWEEN: &str = "|";
/// There may turn out to be no value at all. No level is called so.
const NONE: &str = "geen";

/// The columns of one list.
pub struct Table {
    delimiter: u8,
    columns: Vec<Column>,
}

/// One column.
struct Column {
    name: String,
    /// Where it stands in an output line.
    at: At,
}

enum At {
    /// A member as it is.
    Member(&'static str),
    /// A member of a member.
    Inside(&'static str, String),
    /// A member of an outcome.
    Outcome(String, &'static str),
    /// A member of each fault.
    Faults(&'static str),
}

impl Table {
    /// The columns of this list, with this byte between the cells. What is taken over has a column for each name, or one
    /// for all where no names were given.
    pub fn of(list: &Questionnaire, wishes: Wishes, taken_over: &[String], delimiter: u8) -> Self {
        let inside = |of, name: &str| At::Inside(of, name.to_owned());
        let mut columns = vec![At::Member(ID)];
        if wishes.echo && taken_over.is_empty() {
            columns.push(At::Member(ECHO));
        } else if wishes.echo {
            columns.extend(taken_over.iter().map(|name| inside(ECHO, name)));
        }
        if wishes.origin {
            columns.extend(["id", "versie", "sha256"].map(|part| inside(LIST, part)));
            columns.push(At::Member(DAY));
        }
        let mut derived: Vec<_> = list.derived.iter().collect();
        derived.sort_by(|a, b| a.id.cmp(&b.id));
        for one in derived {
            let mut parts = vec![
                "waarde",
                "ondergrens",
                "bovengrens",
                "zekerheid",
                "mogelijk",
            ];
            if one.unknown != Policy::Withhold {
                parts.push("schatting");
            }
            if wishes.reasons {
                parts.extend(["regel", "bron", "vast_door"]);
            }
            if wishes.open {
                parts.push("nog_open");
            }
            let id = one.id.to_string();
            columns.extend(parts.into_iter().map(|part| At::Outcome(id.clone(), part)));
        }
        columns.push(inside("niet_toepasbaar", "reden"));
        columns.extend(["code", "plaats", "kolom", "melding", "tip"].map(At::Faults));
        let named = |at: At| Column {
            name: match &at {
                At::Member(name) => (*name).to_owned(),
                At::Inside(of, name) => format!("{of}.{name}"),
                At::Outcome(of, name) => format!("{of}.{name}"),
                At::Faults(name) => format!("fouten.{name}"),
            },
            at,
        };
        Self {
            delimiter,
            columns: columns.into_iter().map(named).collect(),
        }
    }

    /// The first row: what the columns are called.
    pub fn header(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(self.columns.iter().map(|one| one.name.clone()), &mut out);
        out
    }

    /// Puts in place of the output line that begins at `start` the row that says the same.
    pub fn row(&self, start: usize, out: &mut Vec<u8>) {
        let line = out.split_off(start);
        let Members(members) = serde_json::from_slice(&line).unwrap_or(Members(Vec::new()));
        let find = |name: &str| {
            let found = members.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| *value)
        };
        let parsed = |name: &str| -> Json {
            let read = find(name).map(|value| serde_json::from_str(value.get()));
            read.and_then(Result::ok).unwrap_or_default()
        };
        let (outcomes, faults) = (parsed("uitkomsten"), parsed("fouten"));
        let parts = |name: &str| -> Vec<Member<'_>> {
            let read = find(name).map(|value| serde_json::from_str(value.get()));
            read.and_then(Result::ok)
                .map_or_else(Vec::new, |Members(parts)| parts)
        };
        let groups = [ECHO, LIST, "niet_toepasbaar"].map(|name| (name, parts(name)));
        let cells = self.columns.iter().map(|column| match &column.at {
            At::Member(name) => find(name).map(plain).unwrap_or_default(),
            At::Inside(of, name) => {
                let parts = groups.iter().filter(|(group, _)| group == of);
                let mut parts = parts.flat_map(|(_, parts)| parts);
                let found = parts.find(|(part, _)| part == name);
                found.map(|(_, value)| plain(value)).unwrap_or_default()
            }
            At::Outcome(id, name) => cell(&outcomes[id][name]),
            At::Faults(name) => {
                let each = faults.as_array().into_iter().flatten();
                let each: Vec<String> = each.map(|fault| cell(&fault[name])).collect();
                each.join(BETWEEN)
            }
        });
        self.write(cells, out);
    }

    fn write(&self, cells: impl Iterator<Item = String>, out: &mut Vec<u8>) {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                out.push(self.delimiter);
            }
            let cell = no_formula(cell);
            // All that some spreadsheet takes for the end of a cell.
            let quoted = cell.contains(['"', ',', ';', '\t', '\r', '\n']) || cell.trim() != cell;
            if quoted {
                out.push(b'"');
                out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
                out.push(b'"');
            } else {
                out.extend_from_slice(cell.as_bytes());
            }
        }
        out.push(b'\n');
    }
}

/// A member as it came: a text without its quotes, anything else as its JSON.
fn plain(raw: &RawValue) -> String {
    match serde_json::from_str::<Name<'_>>(raw.get()) {
        Ok(text) => text.0.into_owned(),
        Err(_) if raw.get() == "null" => String::new(),
        Err(_) => raw.get().to_owned(),
    }
}

fn cell(of: &Json) -> String {
    match of {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(parts) => {
            let part = |part: &Json| match part {
                Json::Null => NONE.to_owned(),
                part => cell(part),
            };
            parts.iter().map(part).collect::<Vec<_>>().join(BETWEEN)
        }
        other => other.to_string(),
    }
}
