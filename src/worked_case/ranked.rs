//! What a worked case expects of a ranking: which rows certainly, possibly or never belong among its first, and which are
//! level. Reads it, holds it against what came out, and writes it for a new case.

use std::collections::BTreeSet;

use super::At;
use super::form::AMONG;
use crate::answer::{Answers, RowId};
use crate::engine::{Among, Standings};
use crate::problem::{Code, Place, did_you_mean};
use crate::questionnaire::raw::{Faults, Fields, one_or_more, word};
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};
use crate::yaml::Node;

/// The words for where a row stands, as an author writes them.
const WORDS: [(&str, Among); 3] = [
    ("zeker", Among::Certain),
    ("mogelijk", Among::Possible),
    ("niet", Among::Not),
];
const LEVEL: &str = "gelijk";

/// What must come out for one ranking.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// Which.
    pub ranking: QuestionIx,
    /// Where it stands.
    pub place: Place,
    /// Exactly the rows that stand so.
    pub among: Vec<(Among, At<BTreeSet<RowId>>)>,
    /// Exactly the rows that are level with each other; empty: none is level with another.
    pub level: Option<At<BTreeSet<RowId>>>,
}

/// Reads what is expected of one ranking of the list; `name` is how the case calls it.
pub(super) fn read(
    list: &Questionnaire,
    faults: &Faults,
    answers: &Answers,
    (name, node): (&Node, &Node),
) -> Option<Ranked> {
    let said = word(name, faults)?;
    let rankings = || {
        list.question_indexes().filter_map(|at| {
            let question = list.question(at);
            match &question.kind {
                Kind::Ranking { list, weighs, .. } => Some((at, *list, weighs.is_empty())),
                _ => None,
            }
        })
    };
    let found = rankings().find(|(at, ..)| &*list.question(*at).id.0 == said);
    let Some((ranking, rows, weightless)) = found else {
        let known = rankings().map(|(at, ..)| &*list.question(at).id.0);
        faults.say(
            Code::UnknownReference,
            &name.place,
            format!("Er is geen rangorde `{said}` in deze lijst."),
            did_you_mean(said, known),
        );
        return None;
    };
    if weightless {
        faults.say(
            Code::WrongUse,
            &name.place,
            format!("Van `{said}` is niet bekend welke rijen voorgaan: zij heeft geen `weegt_op`."),
            "Zet `weegt_op` bij die vraag, of haal dit weg.",
        );
        return None;
    }
    let known = answers.rows(&list.question(rows).id);
    let known = known.map_or(&[][..], |rows| &rows.ids);
    let mut fields = Fields::of(node, &AMONG, faults)?;
    let mut named = |key: &'static str| -> Option<At<BTreeSet<RowId>>> {
        let node = fields.get(key)?;
        let rows = one_or_more(node).iter();
        let rows: Option<_> = rows.map(|one| row(one, known, faults)).collect();
        Some(At {
            what: rows?,
            place: node.place.clone(),
        })
    };
    let among = WORDS.map(|(key, among)| Some((among, named(key)?)));
    let level = named(LEVEL);
    fields.finish();
    let among: Vec<_> = among.into_iter().flatten().collect();
    for (at, (_, rows)) in among.iter().enumerate() {
        let before = among[..at].iter().flat_map(|(_, rows)| &rows.what);
        if let Some(twice) = before.into_iter().find(|row| rows.what.contains(row)) {
            faults.say(
                Code::BadValue,
                &rows.place,
                format!("De rij `{twice}` staat hier op twee plekken."),
                "Een rij hoort `zeker`, `mogelijk` of `niet` bij de eerste: kies één.",
            );
        }
    }
    Some(Ranked {
        ranking,
        place: name.place.clone(),
        among,
        level,
    })
}

/// The id of a row that is there.
fn row(node: &Node, known: &[RowId], faults: &Faults) -> Option<RowId> {
    let said = word(node, faults)?;
    let found = known.iter().find(|row| row.0 == said);
    if found.is_none() {
        faults.say(
            Code::UnknownReference,
            &node.place,
            format!("In de antwoorden van dit geval staat geen rij `{said}`."),
            did_you_mean(said, known.iter().map(|row| row.0.as_str())),
        );
    }
    found.cloned()
}

/// Every difference with what came out: its place, what was expected and what came.
pub(super) fn differences(expected: &Ranked, got: &Standings) -> Vec<(Place, String, String)> {
    let mut found = Vec::new();
    for (among, rows) in &expected.among {
        let standing = standing(got, *among);
        if rows.what != standing {
            let key = key(*among);
            found.push((
                rows.place.clone(),
                said(key, &rows.what),
                said(key, &standing),
            ));
        }
    }
    if let Some(rows) = &expected.level {
        let levels = levels(got);
        let good = if rows.what.is_empty() {
            levels.is_empty()
        } else {
            levels.contains(&rows.what)
        };
        if !good {
            let all: Vec<String> = levels.iter().map(|rows| said(LEVEL, rows)).collect();
            let came = if all.is_empty() {
                said(LEVEL, &BTreeSet::new())
            } else {
                all.join("; ")
            };
            found.push((rows.place.clone(), said(LEVEL, &rows.what), came));
        }
    }
    found
}

/// What came out, as an author writes it: `{ zeker: [s1], mogelijk: [], niet: [s2] }`.
pub(super) fn written(got: &Standings) -> String {
    let row = |rows: &BTreeSet<RowId>| {
        let ids: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
        format!("[{}]", ids.join(", "))
    };
    let mut all: Vec<String> = WORDS
        .iter()
        .map(|(key, among)| format!("{key}: {}", row(&standing(got, *among))))
        .collect();
    // More than one group cannot be written.
    if let [only] = levels(got).as_slice() {
        all.push(format!("{LEVEL}: {}", row(only)));
    }
    format!("{{ {} }}", all.join(", "))
}

fn standing(got: &Standings, among: Among) -> BTreeSet<RowId> {
    let rows = got.rows.iter().filter(|one| one.among == among);
    rows.map(|one| one.row.clone()).collect()
}

/// The groups of rows that are level.
fn levels(got: &Standings) -> Vec<BTreeSet<RowId>> {
    let mut found: Vec<BTreeSet<RowId>> = Vec::new();
    for one in got.rows.iter().filter(|one| !one.ties.is_empty()) {
        let group: BTreeSet<RowId> = one.ties.iter().chain([&one.row]).cloned().collect();
        if !found.contains(&group) {
            found.push(group);
        }
    }
    found
}

fn key(among: Among) -> &'static str {
    let known = WORDS.iter().find(|(_, of)| *of == among);
    known.map_or("", |(key, _)| key)
}

fn said(key: &str, rows: &BTreeSet<RowId>) -> String {
    let ids: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
    match ids.as_slice() {
        [] => format!("{key} geen enkele rij"),
        ids => format!("{key} {}", ids.join(", ")),
    }
}
