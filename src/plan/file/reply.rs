//! What came back in a plan file: the part that a partner fills in. Written open, with a line for each agreement and
//! condition; what stays open there was not said.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::walk::{Of, Walk};
use crate::answer::shorten;
use crate::plain::one_line;
use crate::plan::{Choice, Field, Goes, Id, Plan, Says, Statement};
use crate::questionnaire::Role;
use crate::text::nl;
use crate::yaml::{Node, Tree};

/// The key of this part.
pub(super) const KEY: &str = "terugmelding";
/// What says of what something is said, and does not say anything by itself.
const FRAME: [&str; 4] = ["wie", "datum", "over", "bij"];
/// So much of an agreement stands behind its id.
const MOST: usize = 60;

/// What one person says on one day about one version.
#[derive(Clone, Debug, Default)]
pub(super) struct Reply {
    who: String,
    on: Option<NaiveDate>,
    version: Option<usize>,
    agreements: Vec<OfAgreement>,
    conditions: Vec<OfCondition>,
    facts: Vec<Fact>,
    remark: Option<String>,
    edits: Vec<Edit>,
}

#[derive(Clone, Debug, Default)]
struct OfAgreement {
    at: Id,
    goes: Option<Goes>,
    remark: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct OfCondition {
    at: Id,
    met: Field<Choice>,
    remark: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Fact {
    what: String,
    source: String,
    on: Option<NaiveDate>,
}

#[derive(Clone, Debug, Default)]
struct Edit {
    place: String,
    was: Option<String>,
    now: Option<String>,
}

/// The layout of this part.
pub(super) fn replies<W: Walk>(walk: &mut W, replies: &mut Vec<Reply>) {
    walk.rows(KEY, "een terugmelding", replies, |walk, one| {
        walk.plain("wie", &mut one.who);
        walk.maybe_day("datum", &mut one.on);
        walk.place("over", &mut one.version);
        let version = one.version;
        let agreements = "een bericht over een afspraak";
        walk.rows("afspraken", agreements, &mut one.agreements, |walk, row| {
            walk.said_of("bij", &mut row.at, Of::Agreement, version);
            walk.maybe_word("lukt", &mut row.goes, Goes::word, Goes::ALL);
            walk.maybe("opmerking", &mut row.remark);
        });
        let conditions = "een bericht over een voorwaarde";
        walk.rows(
            "voorwaarden",
            conditions,
            &mut one.conditions,
            |walk, row| {
                walk.said_of("bij", &mut row.at, Of::Condition, version);
                walk.choice("gehaald", &mut row.met, Role::SafetyConditionMet);
                walk.maybe("opmerking", &mut row.remark);
            },
        );
        walk.rows("nieuw", "iets nieuws", &mut one.facts, |walk, row| {
            walk.plain("wat", &mut row.what);
            walk.plain("van_wie", &mut row.source);
            walk.maybe_day("datum", &mut row.on);
        });
        walk.maybe("opmerking", &mut one.remark);
        let edits = "een verandering in de tekst";
        walk.rows("veranderd", edits, &mut one.edits, |walk, row| {
            walk.plain("plaats", &mut row.place);
            walk.maybe("was", &mut row.was);
            walk.maybe("nu", &mut row.now);
        });
    });
}

/// What was said, each on its own. `number` is the version that the file is.
pub(super) fn statements(replies: Vec<Reply>, number: u32) -> BTreeSet<Statement> {
    let mut all = BTreeSet::new();
    for one in replies {
        let version = one.version.and_then(|version| version.try_into().ok());
        let mut say = |says: Says| {
            all.insert(Statement {
                on: one.on,
                who: one_line(&one.who),
                number: version.unwrap_or(number),
                says,
            });
        };
        for row in one.agreements {
            say(Says::Agreement {
                at: row.at,
                goes: row.goes,
                remark: row.remark,
            });
        }
        for row in one.conditions {
            say(Says::Condition {
                at: row.at,
                met: row.met.said,
                remark: row.remark.or(row.met.note),
            });
        }
        for row in one.facts {
            say(Says::Fact {
                what: row.what,
                source: one_line(&row.source),
                on: row.on,
            });
        }
        if let Some(remark) = one.remark {
            say(Says::Remark(remark));
        }
        for row in one.edits {
            say(Says::Edit {
                place: row.place,
                was: row.was,
                now: row.now,
            });
        }
    }
    all
}

/// The same, gathered by who said it, when and about which version.
pub(super) fn gathered(said: &BTreeSet<Statement>) -> Vec<Reply> {
    let mut all: BTreeMap<_, Reply> = BTreeMap::new();
    let mut remarks = Vec::new();
    for one in said {
        let key = (one.on, &one.who, one.number);
        let new = || Reply {
            who: one.who.clone(),
            on: one.on,
            version: usize::try_from(one.number).ok(),
            ..Reply::default()
        };
        let reply = all.entry(key).or_insert_with(new);
        match one.says.clone() {
            Says::Agreement { at, goes, remark } => {
                reply.agreements.push(OfAgreement { at, goes, remark });
            }
            Says::Condition { at, met, remark } => {
                let met = Field {
                    said: met,
                    note: None,
                };
                reply.conditions.push(OfCondition { at, met, remark });
            }
            Says::Fact { what, source, on } => reply.facts.push(Fact { what, source, on }),
            // A second remark of the same day needs a place of its own.
            Says::Remark(remark) if reply.remark.is_some() => remarks.push(Reply {
                remark: Some(remark),
                ..new()
            }),
            Says::Remark(remark) => reply.remark = Some(remark),
            Says::Edit { place, was, now } => reply.edits.push(Edit { place, was, now }),
        }
    }
    all.into_values().chain(remarks).collect()
}

/// The tree without what was left open in this part.
pub(super) fn without_blanks(tree: &mut Node) {
    let Tree::Map(entries) = &mut tree.value else {
        return;
    };
    for (key, value) in entries.iter_mut() {
        if key.text() == Some(KEY) {
            prune(value);
        }
    }
    entries.retain(|(key, value)| key.text() != Some(KEY) || !says_nothing(value));
}

fn prune(node: &mut Node) {
    match &mut node.value {
        Tree::Scalar { .. } => {}
        Tree::List(rows) => {
            rows.iter_mut().for_each(prune);
            rows.retain(|row| !says_nothing(row));
        }
        Tree::Map(entries) => {
            entries.iter_mut().for_each(|(_, value)| prune(value));
            entries.retain(|(key, value)| {
                let frame = key.text().is_some_and(|key| FRAME.contains(&key));
                !says_nothing(value) || (frame && !value.is_empty())
            });
        }
    }
}

fn says_nothing(node: &Node) -> bool {
    match &node.value {
        Tree::Scalar { text, .. } => text.trim().is_empty() || node.is_empty(),
        Tree::List(rows) => rows.is_empty(),
        Tree::Map(entries) => entries
            .iter()
            .all(|(key, _)| key.text().is_some_and(|key| FRAME.contains(&key))),
    }
}

/// The part as it is written while nobody said anything yet.
pub(super) fn blank(plan: &Plan) -> String {
    let mut out = format!("{KEY}:\n- wie:\n  datum:\n");
    let mut rows = |key: &str, what: &str, ids: Vec<(&Id, String)>| {
        if !ids.is_empty() {
            out.push_str(&format!("  {key}:\n"));
        }
        for (id, about) in ids {
            out.push_str(&format!("  - bij: {id}{}\n", behind(&about)));
            out.push_str(&format!("    {what}:\n    opmerking:\n"));
        }
    };
    let agreements = plan.agreements.iter();
    let agreements = agreements.map(|one| (&one.id, agreement(plan, &one.id)));
    rows("afspraken", "lukt", agreements.collect());
    let conditions = plan.conditions.iter();
    let conditions = conditions.map(|one| (&one.id, condition(plan, &one.id)));
    rows("voorwaarden", "gehaald", conditions.collect());
    out.push_str("  nieuw:\n  - wat:\n    van_wie:\n    datum:\n  opmerking:\n");
    out
}

/// What stands behind a line for whoever reads the file: what the id that it ends with is of.
pub(super) fn about(plan: &Plan, line: &str) -> String {
    let Some((key, id)) = line.split_once(": ") else {
        return String::new();
    };
    match key.trim_start_matches([' ', '-']) {
        "wie" if plan.person(id).is_some() => behind(plan.name_of(id)),
        "bij" if plan.agreements.iter().any(|one| one.id == id) => behind(&agreement(plan, id)),
        "bij" => behind(&condition(plan, id)),
        _ => String::new(),
    }
}

fn behind(about: &str) -> String {
    let about = shorten(&one_line(about), MOST);
    if about.is_empty() {
        return about;
    }
    format!("  # {about}")
}

fn agreement(plan: &Plan, id: &str) -> String {
    let one = plan.agreements.iter().find(|one| one.id == id);
    let Some(one) = one else {
        return String::new();
    };
    let who = plan.names(&one.who);
    let does = one.does.text().unwrap_or_default();
    match (who.is_empty(), does.is_empty()) {
        (false, false) => nl().plan_file.who_does(who, does),
        _ => format!("{who}{does}"),
    }
}

fn condition(plan: &Plan, id: &str) -> String {
    let one = plan.conditions.iter().find(|one| one.id == id);
    let text = one.and_then(|one| one.text.text());
    text.unwrap_or_default().to_owned()
}
