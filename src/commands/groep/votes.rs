//! A room's votes: typed in fast from paper or raised hands, kept in a file of their own, and read back from it.

mod enter;
mod typed;

pub(super) use enter::enter;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::interpret::{Manner, interpret_as};
use crate::answer::{Answer, Answers, Key, RowId, Rows, Value};
use crate::group::{Ballot, Voice};
use crate::questionnaire::{QuestionId, Questionnaire};
use crate::text::nl;
use crate::training::TERMS;
use crate::yaml::Node;

/// The key by which such a file is known.
const MARK: &str = "stemmen";
/// The format that this program reads and writes.
const FORMAT: i64 = 1;

/// A file with votes.
#[derive(Serialize, JsonSchema)]
pub(super) struct File<'a> {
    stemmen: Head<'a>,
    antwoorden: Vec<Line<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Head<'a> {
    formaat: i64,
    fictief: &'static str,
    vragenlijst: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    casus: Option<&'a str>,
    ronde: u8,
    datum: String,
}

#[derive(Serialize, JsonSchema)]
struct Line<'a> {
    vraag: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rij: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handen: Option<BTreeMap<&'a str, usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deelnemers: Option<Vec<&'a str>>,
}

/// Whether a tree is meant as a file with votes.
pub(super) fn is_votes(tree: &Node) -> bool {
    tree.get(MARK).is_some_and(|head| head.map().is_some())
}

/// Whether the votes are to the exercise on terms.
pub(super) fn is_of_terms(tree: &Node) -> bool {
    let list = tree.get(MARK).and_then(|head| head.get("vragenlijst"));
    list.and_then(Node::text) == Some(TERMS)
}

/// The votes in a file; nothing where it is not one of these.
pub(super) fn read(
    tree: &Node,
    list: &Questionnaire,
    today: NaiveDate,
) -> Option<(Vec<Ballot>, Vec<Voice>)> {
    let head = tree.get(MARK)?;
    let text = |node: &Node, key: &str| node.get(key).and_then(Node::text).map(str::to_owned);
    let whole = |key: &str| head.get(key)?.text()?.parse::<i64>().ok();
    if whole("formaat")? != FORMAT || text(head, "fictief")? != "ja" {
        return None;
    }
    let round = u8::try_from(whole("ronde")?).ok()?;
    let case = text(head, "casus");
    let mut ballots = Vec::new();
    let mut said: Vec<Answers> = Vec::new();
    for line in tree.get("antwoorden")?.list()? {
        let at = list.find(&text(line, "vraag")?)?;
        let key = Key {
            question: list.question(at).id.clone(),
            row: text(line, "rij").map(RowId),
        };
        let none = Answers::default();
        let value = |raw: &str| interpret_as(Manner::Written, list, at, raw, &none, today).ok();
        if let Some(hands) = line.get("handen") {
            let mut chosen = Vec::new();
            for (option, many) in hands.map()? {
                chosen.push((value(option.text()?)?, many.text()?.parse().ok()?));
            }
            ballots.push(Ballot {
                case: case.clone(),
                round,
                key: key.clone(),
                chosen,
            });
        }
        let each = line.get("deelnemers").and_then(Node::list).unwrap_or(&[]);
        for (who, option) in each.iter().enumerate() {
            let option = option.text()?;
            if said.len() <= who {
                said.resize_with(who + 1, Answers::default);
            }
            if option != "-" {
                set(&mut said[who], list, &key, value(option)?);
            }
        }
    }
    let voices = said.into_iter().enumerate().map(|(at, answers)| Voice {
        name: nl().group.votes_person(at + 1),
        function: None,
        pair: false,
        paper: true,
        begun: None,
        knew_key: false,
        done: None,
        round,
        case: case.clone(),
        answers,
    });
    Some((ballots, voices.collect()))
}

fn set(answers: &mut Answers, list: &Questionnaire, key: &Key, value: Value) {
    let at = list.find(&key.question.0);
    let parent = at.and_then(|at| list.question(at).parent);
    if let (Some(parent), Some(row)) = (parent, &key.row) {
        let id: QuestionId = list.question(parent).id.clone();
        let mut ids = answers
            .rows(&id)
            .map_or_else(Vec::new, |rows| rows.ids.clone());
        if !ids.contains(row) {
            ids.push(row.clone());
        }
        answers.set_rows(
            id,
            Rows {
                ids,
                complete: true,
            },
        );
    }
    answers.set(key.clone(), Answer::from(value));
}
