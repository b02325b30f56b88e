//! The partners of the chain as an organisation keeps them: a small dated file of its own. Read strictly, with every fault
//! at its place. Knows no files: the bytes come in.

use chrono::NaiveDate;
use schemars::JsonSchema;

use crate::keys::Public;
use crate::problem::{Code, Problem, did_you_mean, draw};
use crate::text::nl;
use crate::yaml::{self, Node, Tree};

/// One partner: a row of `partners.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Partner {
    /// What it is called.
    #[schemars(rename = "naam")]
    pub name: String,
    /// What kind of party it is.
    #[schemars(rename = "rol")]
    pub role: Option<String>,
    /// What one goes there for.
    #[schemars(rename = "waarvoor")]
    pub about: String,
    /// The number; none while it was not looked up.
    #[schemars(rename = "telefoon")]
    pub phone: Option<String>,
    /// When somebody answers.
    #[schemars(rename = "bereikbaar")]
    pub reachable: Option<String>,
    /// The day on which all this was looked at.
    #[schemars(rename = "nagekeken", with = "Option<String>", extend("format" = "date"))]
    pub checked: Option<NaiveDate>,
    /// The public half of its keys, as its own `top3 sleutels` shows it.
    #[schemars(rename = "sleutel", with = "Option<String>", extend("pattern" = r"^\s*top3-sleutel-1\s+age1[a-z0-9]+\s+[A-Za-z0-9+/]+=*\s*$"))]
    pub key: Option<Public>,
    /// The day on which both read the fingerprint to each other.
    #[schemars(rename = "vergeleken", with = "Option<String>", extend("format" = "date"))]
    pub compared: Option<NaiveDate>,
}

/// The keys of a row.
const KEYS: [&str; 8] = [
    "naam",
    "rol",
    "waarvoor",
    "telefoon",
    "bereikbaar",
    "nagekeken",
    "sleutel",
    "vergeleken",
];

impl Partner {
    /// Whether nobody looked at it for more than a year, or nobody knows when.
    pub fn is_old(&self, today: NaiveDate) -> bool {
        let year = chrono::Months::new(12);
        let until = self.checked.and_then(|day| day.checked_add_months(year));
        until.is_none_or(|until| until < today)
    }
}

/// Reads the file; nothing in it is no partner. Faults come drawn, all at once.
///
/// # Errors
/// What is wrong in it.
pub fn read(bytes: &[u8], name: &str, today: NaiveDate) -> Result<Vec<Partner>, String> {
    if yaml::is_blank(bytes) {
        return Ok(Vec::new());
    }
    let mut reader = Reader {
        today,
        problems: Vec::new(),
    };
    let mut found = Vec::new();
    match yaml::read_tree(bytes, name) {
        Ok(tree) => match tree.list() {
            Some(rows) => found = rows.iter().map(|row| reader.row(row)).collect(),
            None => reader.fault(
                &tree,
                Code::WrongType,
                nl().partners.no_rows(),
                nl().partners.no_rows_todo(),
            ),
        },
        Err(problem) => reader.problems.push(*problem),
    }
    if reader.problems.is_empty() {
        return Ok(found);
    }
    let source = std::str::from_utf8(bytes).ok();
    Err(draw(&reader.problems, |_| source, false))
}

struct Reader {
    today: NaiveDate,
    problems: Vec<Problem>,
}

impl Reader {
    fn fault(&mut self, at: &Node, code: Code, says: String, tip: String) {
        let problem = Problem::new(code, at.place.clone(), says, tip);
        self.problems.push(problem);
    }

    fn row(&mut self, row: &Node) -> Partner {
        let text = &nl().partners;
        let mut partner = Partner::default();
        let Some(entries) = row.map() else {
            self.fault(row, Code::WrongType, text.no_row(), text.no_rows_todo());
            return partner;
        };
        for (at, (key, value)) in entries.iter().enumerate() {
            let name = key.text().unwrap_or_default();
            if !KEYS.contains(&name) {
                let tip = did_you_mean(name, KEYS);
                self.fault(key, Code::UnknownKey, text.unknown_key(name), tip);
                continue;
            }
            if entries[..at]
                .iter()
                .any(|(one, _)| one.text() == Some(name))
            {
                let (says, tip) = (text.repeated(name), text.repeated_todo());
                self.fault(key, Code::RepeatedKey, says, tip);
                continue;
            }
            let words = match &value.value {
                _ if value.is_empty() => continue,
                Tree::Scalar { text, .. } => text.trim().to_owned(),
                _ => {
                    let (says, tip) = (text.no_words(name), text.no_words_todo());
                    self.fault(value, Code::WrongType, says, tip);
                    continue;
                }
            };
            if words.is_empty() {
                continue;
            }
            match name {
                "naam" => partner.name = words,
                "rol" => partner.role = Some(words),
                "waarvoor" => partner.about = words,
                "telefoon" => partner.phone = Some(words),
                "bereikbaar" => partner.reachable = Some(words),
                "sleutel" => partner.key = self.key(value, &words),
                "vergeleken" => partner.compared = self.day(value, &words),
                _ => partner.checked = self.day(value, &words),
            }
        }
        for (name, missing) in [
            ("naam", partner.name.is_empty()),
            ("waarvoor", partner.about.is_empty()),
        ] {
            if missing {
                let (says, tip) = (text.missing(name), text.missing_todo(name));
                self.fault(row, Code::MissingKey, says, tip);
            }
        }
        partner
    }

    fn key(&mut self, at: &Node, words: &str) -> Option<Public> {
        let key = Public::parse(words);
        if key.is_none() {
            let text = &nl().partners;
            self.fault(at, Code::BadValue, text.no_key(), text.no_key_todo());
        }
        key
    }

    fn day(&mut self, at: &Node, words: &str) -> Option<NaiveDate> {
        let text = &nl().partners;
        let day = NaiveDate::parse_from_str(words, "%Y-%m-%d").ok();
        match day {
            None => self.fault(at, Code::BadValue, text.no_day(), text.no_day_todo()),
            Some(day) if day > self.today => {
                self.fault(at, Code::BadValue, text.later_day(), text.no_day_todo());
            }
            Some(_) => {}
        }
        day
    }
}
