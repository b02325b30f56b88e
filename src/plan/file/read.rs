//! Reads a plan file back: every fault at once, in Dutch, with its place; who was edited by hand is said, not refused.

use std::collections::{BTreeMap, BTreeSet};

use super::reader::Reader;
use super::write::fingerprint;
use super::{FORMAT, FORMAT_KEY, HEAD, layout, reply};
use crate::plain::plain;
use crate::plan::{Id, Legend, Plan, Statement, Word};
use crate::problem::{Code, Place, Problem, did_you_mean};
use crate::questionnaire::raw::{self, Faults, Fields};
use crate::questionnaire::{OptionRole, Role};
use crate::text::nl;
use crate::yaml::{Node, read_tree};

/// A plan that was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// The plan.
    pub plan: Plan,
    /// It no longer says what the program wrote.
    pub edited: bool,
    /// The fingerprint that stands in it.
    pub print: Option<String>,
    /// What was said back in it.
    pub said: BTreeSet<Statement>,
}

/// Whether this is meant as a plan, whatever may be wrong with it.
pub fn is_plan(tree: &Node) -> bool {
    tree.get(HEAD).is_some()
}

/// Reads a plan file. `file` is how messages call it.
///
/// # Errors
/// Everything that is wrong with it: no plan, a newer form, unknown keys, ids that point at nothing.
pub fn read(bytes: &[u8], file: &str) -> Result<Read, Vec<Problem>> {
    let mut tree = read_tree(bytes, file).map_err(|problem| vec![not_a_plan(bytes, *problem)])?;
    form(&tree)?;
    let faults = Faults::default();
    raw::repeated_keys(&tree, &faults);
    reply::without_blanks(&mut tree);
    let mut reader = Reader::new(
        &tree,
        "een veiligheidsplan",
        legend(&tree, &faults),
        &faults,
    );
    let (mut plan, mut print) = (Plan::default(), None);
    layout::plan(&mut reader, &mut plan, &mut print);
    let mut replies = Vec::new();
    reply::replies(&mut reader, &mut replies);
    reader.end(&plan);
    if faults.count() > 0 {
        return Err(faults.into_sorted());
    }
    let number = plan.head.number;
    let edited = print.is_none() || fingerprint(&plan).ok() != print;
    Ok(Read {
        plan,
        edited,
        print,
        said: reply::statements(replies, number),
    })
}

/// Where a plan that was just written names people: the ids on each line, counted from one.
pub(super) fn people_by_line(bytes: &[u8]) -> BTreeMap<usize, Vec<Id>> {
    let Ok(tree) = read_tree(bytes, "") else {
        return BTreeMap::new();
    };
    let faults = Faults::default();
    let mut reader = Reader::new(&tree, "", Legend::new(), &faults);
    layout::plan(&mut reader, &mut Plan::default(), &mut None);
    reader.people_by_line()
}

/// What is wrong with a text that cannot be read at all: one that holds no plan, as the same plan for people to read,
/// needs another file and no better YAML.
fn not_a_plan(bytes: &[u8], problem: Problem) -> Problem {
    let head = format!("{HEAD}:");
    let text = String::from_utf8_lossy(bytes);
    if problem.code != Code::Syntax || text.lines().any(|line| line.trim_end() == head) {
        return problem;
    }
    let words = &nl().plan_file;
    let empty = text.trim().is_empty();
    let what = if empty {
        problem.message
    } else {
        words.no_plan()
    };
    Problem::new(problem.code, problem.place, what, words.no_plan_todo())
}

/// Whether this is a plan, in a form that this program knows.
fn form(tree: &Node) -> Result<(), Vec<Problem>> {
    let text = &nl().plan_file;
    let fault = |place: &Place, what: String, todo: String| {
        Err(vec![Problem::new(
            Code::BadValue,
            place.clone(),
            what,
            todo,
        )])
    };
    let Some(format) = tree.get(HEAD).and_then(|head| head.get(FORMAT_KEY)) else {
        return fault(&tree.place, text.no_plan(), text.no_plan_todo());
    };
    match format.text().and_then(|text| text.parse::<i64>().ok()) {
        Some(FORMAT) => Ok(()),
        Some(newer) if newer > FORMAT => fault(&format.place, text.newer(), text.newer_todo()),
        _ => fault(&format.place, text.bad_format(), text.bad_format_todo()),
    }
}

/// The words of the answers, which every choice and number needs.
fn legend(tree: &Node, faults: &Faults) -> Legend {
    let Some(words) = tree.get("woorden") else {
        return Legend::new();
    };
    let mut found = Legend::new();
    for (name, rows) in words.map().unwrap_or_default() {
        let Some(role) = name.text().and_then(Role::parse) else {
            let known = Role::ALL.iter().map(|role| role.name());
            let tip = did_you_mean(name.text().unwrap_or(""), known);
            let what = nl().plan_file.unknown_words();
            faults.say(Code::UnknownKey, &name.place, what, tip);
            continue;
        };
        let rows = raw::items(rows, faults).iter().filter_map(|row| {
            let mut fields = Fields::open(row, "een woord", faults)?;
            let id = fields.need("id").and_then(|id| raw::word(id, faults));
            let text = fields
                .need("tekst")
                .and_then(|text| raw::word(text, faults));
            let role = fields.word("rol").and_then(OptionRole::parse);
            fields.finish();
            Some(Word {
                id: id?.to_owned(),
                text: plain(text?).into_owned(),
                role,
            })
        });
        found.insert(role, rows.collect());
    }
    found
}
