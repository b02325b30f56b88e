//! Two plans held against each other, line by line and row by row: one as somebody gave it back, one as the case makes it.
//! What a partner filled in is no difference of the kind that says something is wrong.

use super::write::body;
use super::{FORMAT_KEY, HEAD, LISTS};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::yaml::{Node, Tree, read_tree};

/// What kind of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only the given plan has it: a row.
    Added,
    /// Only the other has it.
    Gone,
    /// Both have it, and not the same.
    Changed,
    /// It was still open, or is for a partner to fill in.
    Filled,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What kind.
    pub kind: Kind,
    /// Where: the keys and the ids of rows, with points between them.
    pub place: String,
    /// What the given plan says.
    pub given: Option<String>,
    /// What the other says.
    pub made: Option<String>,
}

/// Lines that are for a partner: `*` is any row, and what stands further in belongs to it.
const FOR_PARTNERS: [&[&str]; 4] = [
    &[HEAD, "status"],
    &["voorwaarden", "*", "gehaald"],
    &["voorwaarden", "*", "gehaald_op"],
    &["akkoord", "*"],
];

/// Every difference between a plan as it was given and one as it was made, in the order of the file. The lists that they
/// were made from are left out: those say what they are by themselves.
///
/// # Errors
/// Only where the program itself is at fault.
pub fn compare(given: &Plan, made: &Plan) -> Result<Vec<Difference>, Box<Problem>> {
    let tree = |plan| read_tree(body(plan, None)?.as_bytes(), "");
    let mut found = Found(Vec::new());
    found.node(&[], Some(&tree(given)?), Some(&tree(made)?));
    Ok(found.0)
}

struct Found(Vec<Difference>);

/// The keys and row ids that lead somewhere.
type Way<'a> = [&'a str];

impl Found {
    fn node(&mut self, way: &Way<'_>, given: Option<&Node>, made: Option<&Node>) {
        let (Some(one), other) = (given.or(made), made) else {
            return;
        };
        let skipped = [&[HEAD, FORMAT_KEY][..], &[HEAD, LISTS]];
        if skipped.contains(&way) {
            return;
        }
        let (value, note) = (apart(given), apart(made));
        if value.is_noted() || note.is_noted() {
            self.node(way, value.value, note.value);
            self.leaf(&inside(way, NOTE), value.note, note.note);
        } else if rows(given).or(rows(other)).is_some() {
            self.rows(way, given, made);
        } else if one.map().is_some() {
            self.keys(way, given, made);
        } else {
            self.leaf(way, given, made);
        }
    }

    fn keys(&mut self, way: &Way<'_>, given: Option<&Node>, made: Option<&Node>) {
        let names = |node: Option<&Node>| -> Vec<String> {
            let entries = node.and_then(Node::map).unwrap_or_default().iter();
            let names = entries.filter_map(|(key, _)| key.text());
            names.map(str::to_owned).collect()
        };
        let mut all = names(given);
        all.extend(names(made).into_iter().filter(|name| !has(given, name)));
        for name in &all {
            let of = |node: Option<&'_ Node>| node.and_then(|node| node.get(name)).cloned();
            let (given, made) = (of(given), of(made));
            self.node(&inside(way, name), given.as_ref(), made.as_ref());
        }
    }

    fn rows(&mut self, way: &Way<'_>, given: Option<&Node>, made: Option<&Node>) {
        let (left, right) = (
            rows(given).unwrap_or_default(),
            rows(made).unwrap_or_default(),
        );
        for row in left {
            let here = inside(way, id(row));
            match right.iter().find(|other| id(other) == id(row)) {
                Some(other) => self.keys(&here, Some(row), Some(other)),
                None => self.say(Kind::Added, &here, Some(row), None),
            }
        }
        for row in right {
            if !left.iter().any(|other| id(other) == id(row)) {
                self.say(Kind::Gone, &inside(way, id(row)), None, Some(row));
            }
        }
    }

    fn leaf(&mut self, way: &Way<'_>, given: Option<&Node>, made: Option<&Node>) {
        let (left, right) = (given.map(said), made.map(said));
        if left == right {
            return;
        }
        let open = right.as_deref().is_none_or(|text| text == UNKNOWN);
        let kind = match (&left, open) {
            (Some(_), true) => Kind::Filled,
            (None, _) => Kind::Gone,
            _ => Kind::Changed,
        };
        self.say(kind, way, given, made);
    }

    fn say(&mut self, kind: Kind, way: &Way<'_>, given: Option<&Node>, made: Option<&Node>) {
        let kind = if given.is_some() && is_for_partners(way) {
            Kind::Filled
        } else {
            kind
        };
        self.0.push(Difference {
            kind,
            place: way.join("."),
            given: given.map(said),
            made: made.map(said),
        });
    }
}

const VALUE: &str = "waarde";
const NOTE: &str = "toelichting";
const UNKNOWN: &str = "onbekend";

fn inside<'a>(way: &Way<'a>, name: &'a str) -> Vec<&'a str> {
    [way, &[name]].concat()
}

fn has(node: Option<&Node>, name: &str) -> bool {
    node.is_some_and(|node| node.get(name).is_some())
}

/// A value and the remark beside it.
struct Apart<'a> {
    value: Option<&'a Node>,
    note: Option<&'a Node>,
}

impl Apart<'_> {
    const fn is_noted(&self) -> bool {
        self.note.is_some()
    }
}

fn apart(node: Option<&Node>) -> Apart<'_> {
    let noted = node.filter(|node| {
        let mut keys = node.map().unwrap_or_default().iter();
        node.get(NOTE).is_some() && keys.all(|(key, _)| matches!(key.text(), Some(VALUE | NOTE)))
    });
    match noted {
        Some(both) => Apart {
            value: both.get(VALUE),
            note: both.get(NOTE),
        },
        None => Apart {
            value: node,
            note: None,
        },
    }
}

/// The rows of a list of which each has an id.
fn rows(node: Option<&Node>) -> Option<&[Node]> {
    let rows = node?.list()?;
    let with_ids = !rows.is_empty() && rows.iter().all(|row| row.get("id").is_some());
    with_ids.then_some(rows)
}

fn id(row: &Node) -> &str {
    row.get("id").and_then(Node::text).unwrap_or_default()
}

/// All words in a value, on one line.
fn said(node: &Node) -> String {
    match &node.value {
        Tree::Scalar { text, .. } => text.clone(),
        Tree::List(items) => items.iter().map(said).collect::<Vec<_>>().join(", "),
        Tree::Map(entries) => {
            let entries = entries.iter().filter(|(key, _)| key.text() != Some("id"));
            entries
                .map(|(_, value)| said(value))
                .collect::<Vec<_>>()
                .join("; ")
        }
    }
}

fn is_for_partners(way: &Way<'_>) -> bool {
    FOR_PARTNERS.iter().any(|pattern| {
        way.len() >= pattern.len()
            && pattern
                .iter()
                .zip(way)
                .all(|(pattern, key)| *pattern == "*" || pattern == key)
    })
}
