//! What a stored result says of itself: read with every repeated key, and with the answers at their places.

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};

use super::list::Claim;
use crate::assessment::{ANSWERS, EXPLAINED, PRINT};
use crate::problem::{Place, Problem};
use crate::yaml::{Node, Tree, read_tree};

/// The members that are not compared like the others.
pub(super) const ID: &str = "id";
pub(super) const LIST: &str = "vragenlijst";
pub(super) const USED: &str = "gebruikt";
pub(super) const DAY: &str = "datum";
pub(super) const OUTCOMES: &str = "uitkomsten";
pub(super) const PROBLEMS: &str = "problemen";
/// What a line of a batch has in place of outcomes, where its answers could not be assessed.
pub(super) const FAULTS: &str = "fouten";
/// What `weeg` always says, and a line of a batch does not.
const FULL: [&str; 4] = [USED, PROBLEMS, "rangorden", PRINT];

/// The day that is used, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// The result says so.
    Stated(NaiveDate),
    /// The result does not say: the day of looking.
    Today(NaiveDate),
}

impl Day {
    /// The day itself.
    pub const fn date(self) -> NaiveDate {
        match self {
            Self::Stated(day) | Self::Today(day) => day,
        }
    }
}

/// A stored result.
#[derive(Clone, Debug)]
pub struct Stated {
    pub(super) members: Map<String, Json>,
    pub(super) whole: Json,
    pub(super) repeated: Vec<String>,
    answers: Option<Node>,
}

impl Stated {
    /// Reads one object, in JSON or in YAML. `file` is how messages call it.
    ///
    /// # Errors
    /// What is wrong with its form, at its place.
    pub fn read(bytes: &[u8], file: &str) -> Result<Node, Box<Problem>> {
        // Some writers of JSON use escapes that YAML does not have.
        read_tree(bytes, file).or_else(|problem| {
            let json = serde_json::from_slice::<Json>(bytes);
            json.map(|json| node(&json, file)).map_err(|_| problem)
        })
    }

    /// A result; none where this is something else.
    pub fn of(tree: &Node) -> Option<Self> {
        Self::with_one_of(tree, &[OUTCOMES, PROBLEMS])
    }

    /// A line of a batch: a result, or what stands there in place of one that failed.
    pub fn of_batch(tree: &Node) -> Option<Self> {
        Self::with_one_of(tree, &[OUTCOMES, PROBLEMS, FAULTS])
    }

    fn with_one_of(tree: &Node, names: &[&str]) -> Option<Self> {
        let mut repeated = Vec::new();
        let whole = json(tree, "", &mut repeated);
        let members = whole.as_object()?.clone();
        if !names.iter().any(|name| members.contains_key(*name)) {
            return None;
        }
        Some(Self {
            answers: tree
                .get(ANSWERS)
                .filter(|answers| !answers.is_empty())
                .cloned(),
            members,
            whole,
            repeated,
        })
    }

    /// The list that it says it is of.
    pub fn list(&self) -> Option<Claim> {
        Claim::of(self.members.get(LIST)?)
    }

    /// The lists that it says stand in that one; none where it does not say.
    pub fn used(&self) -> Option<Vec<Claim>> {
        let lists = self.members.get(USED)?.as_array()?;
        Some(lists.iter().filter_map(Claim::of).collect())
    }

    /// Its answers.
    pub fn answers(&self) -> Option<&Node> {
        self.answers.as_ref()
    }

    /// The day it is of, else this one; the text where that is no day.
    ///
    /// # Errors
    /// What stands there.
    pub fn day(&self, today: NaiveDate) -> Result<Day, Json> {
        match self.members.get(DAY) {
            None => Ok(Day::Today(today)),
            Some(stated) => stated
                .as_str()
                .filter(|text| text.len() == 10)
                .and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())
                .map(Day::Stated)
                .ok_or_else(|| stated.clone()),
        }
    }

    /// Whether it says that its answers were refused.
    pub fn was_refused(&self) -> bool {
        let problems = self.members.get(PROBLEMS).and_then(Json::as_array);
        problems.is_some_and(|problems| !problems.is_empty()) || self.members.contains_key(FAULTS)
    }

    /// Whether it is what `weeg` prints, with the content of its list. That is held whole: what is missing in it is a
    /// difference. Of a line of a batch, or a result made by hand, only what it states is looked at.
    pub fn is_whole(&self) -> bool {
        let full = FULL.iter().any(|name| self.members.contains_key(*name));
        full && self.list().is_some_and(|list| list.sha256.is_some())
    }

    /// Whether it also says what explains its outcomes.
    pub(super) fn is_explained(&self) -> bool {
        let outcomes = self.members.get(OUTCOMES).and_then(Json::as_object);
        outcomes.is_some_and(|all| {
            all.values()
                .any(|one| EXPLAINED.iter().any(|name| one.get(name).is_some()))
        })
    }

    /// What the record calls itself in a batch.
    pub fn id(&self) -> Json {
        self.members.get(ID).cloned().unwrap_or_default()
    }

    /// What a record calls itself, whatever else it holds.
    pub fn id_of(tree: &Node) -> Json {
        let id = tree.get(ID).map(|id| json(id, ID, &mut Vec::new()));
        id.unwrap_or_default()
    }

    /// The fingerprint that it states.
    pub(super) fn print(&self) -> Option<&Json> {
        self.members.get(PRINT)
    }
}

/// The tree as JSON values: what stood without quotes is a number, null, true or false where it can be. A key that stands
/// there twice is noted, and its last value counts.
fn json(node: &Node, place: &str, repeated: &mut Vec<String>) -> Json {
    match &node.value {
        _ if node.is_empty() => Json::Null,
        Tree::Scalar { text, plain: true } => match text.as_str() {
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            other => serde_json::from_str(other)
                .ok()
                .filter(Json::is_number)
                .unwrap_or_else(|| Json::from(other)),
        },
        Tree::Scalar { text, .. } => Json::from(text.as_str()),
        Tree::List(items) => {
            let items = items.iter().enumerate();
            let item = |(at, item)| json(item, &format!("{place}[{at}]"), repeated);
            Json::Array(items.map(item).collect())
        }
        Tree::Map(entries) => {
            let mut members = Map::new();
            for (key, value) in entries {
                let name = key.text().unwrap_or_default();
                let place = inside(place, name);
                let value = json(value, &place, repeated);
                if members.insert(name.to_owned(), value).is_some() {
                    repeated.push(place);
                }
            }
            Json::Object(members)
        }
    }
}

/// The place of a member.
pub(super) fn inside(place: &str, name: &str) -> String {
    match place {
        "" => name.to_owned(),
        place => format!("{place}.{name}"),
    }
}

/// A tree from JSON values, without lines and columns.
fn node(value: &Json, file: &str) -> Node {
    let scalar = |text: String, plain| Tree::Scalar { text, plain };
    let value = match value {
        Json::Null => scalar("null".to_owned(), true),
        Json::String(text) => scalar(text.clone(), false),
        Json::Array(items) => Tree::List(items.iter().map(|item| node(item, file)).collect()),
        Json::Object(members) => {
            let members = members.iter();
            let entry = |(name, value): (&String, &Json)| {
                let name = node(&Json::from(name.as_str()), file);
                (name, node(value, file))
            };
            Tree::Map(members.map(entry).collect())
        }
        plain => scalar(plain.to_string(), true),
    };
    Node {
        value,
        place: Place {
            file: file.into(),
            ..Place::default()
        },
    }
}
