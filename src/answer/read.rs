//! From the tree of an answers file to answers: every problem in it at once, each with its place. Nothing is ignored and
//! nothing is guessed.

mod fault;
mod record;

pub(crate) use record::KEYS;

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Answer, Answers, Key, RowId, Rows};
use crate::problem::Problem;
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};
use crate::yaml::{Node, Tree};

/// After so many problems no more unknown questions are looked up.
const MOST_PROBLEMS: usize = 500;

/// The keys of a list that is written as a map.
pub(crate) const ROWS: &str = "rijen";
pub(crate) const COMPLETE: &str = "volledig";
/// The key of a row's permanent id.
pub(crate) const ROW_ID: &str = "id";

/// Reads answers: `{vraag: waarde}`, where a value may be a map with `waarde`, `bron`, `aard`, `datum` and `toelichting`,
/// and a list is an array of rows with their ids (or `{rijen: …, volledig: nee}` while more may come).
///
/// # Errors
/// All problems in it, in the order of the file.
pub fn read(list: &Questionnaire, node: &Node, today: NaiveDate) -> Result<Answers, Vec<Problem>> {
    let mut reader = Reader {
        list,
        today,
        answers: Answers::default(),
        problems: Vec::new(),
    };
    match &node.value {
        Tree::Map(entries) => reader.all(entries),
        // `antwoorden:` with nothing behind it; `null` and `[]` are something else that was meant.
        Tree::Scalar { text, plain: true } if text.is_empty() => {}
        _ => reader.problems.push(fault::not_a_map(node)),
    }
    if reader.problems.is_empty() {
        Ok(reader.answers)
    } else {
        crate::problem::sort(&mut reader.problems);
        Err(reader.problems)
    }
}

struct Reader<'a> {
    list: &'a Questionnaire,
    today: NaiveDate,
    answers: Answers,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    /// Rows come first: an answer may name a row that stands further on.
    fn all(&mut self, entries: &[(Node, Node)]) {
        let found: Vec<(QuestionIx, &Node)> = self
            .once(entries)
            .into_iter()
            .filter_map(|(name, key, value)| Some((self.question(name, key)?, value)))
            .collect();
        for (at, value) in &found {
            if let Some(rows) = self.rows_in(*at, value) {
                self.declare(*at, value, rows);
            }
        }
        for (at, value) in &found {
            match self.rows_in(*at, value) {
                Some(rows) => self.inside(*at, rows),
                None => self.answer(*at, None, value),
            }
        }
    }

    /// Each key with its value; a key that is no word or stands there twice is a problem.
    fn once<'n>(&mut self, entries: &'n [(Node, Node)]) -> Vec<(&'n str, &'n Node, &'n Node)> {
        let mut seen: Vec<(&str, &Node, &Node)> = Vec::new();
        let mut firsts: HashMap<&str, &Node> = HashMap::new();
        for (key, value) in entries {
            let Some(name) = key.text() else {
                self.problems.push(fault::key_not_a_word(key));
                continue;
            };
            match firsts.get(name) {
                Some(first) => self.problems.push(fault::repeated_key(key, name, first)),
                None => {
                    firsts.insert(name, key);
                    seen.push((name, key, value));
                }
            }
        }
        seen
    }

    fn question(&mut self, name: &str, key: &Node) -> Option<QuestionIx> {
        let found = self
            .list
            .find(name)
            .filter(|at| self.list.question(*at).parent.is_none());
        // Looking for what was meant takes time, and nobody reads on for ever.
        if found.is_none() && self.problems.len() < MOST_PROBLEMS {
            self.problems
                .push(fault::unknown_question(self.list, name, key));
        }
        found
    }

    /// The rows that stand here, when this is a list with its rows.
    fn rows_in<'n>(&self, at: QuestionIx, value: &'n Node) -> Option<&'n [Node]> {
        if !matches!(self.list.question(at).kind, Kind::List { .. }) {
            return None;
        }
        match value.get(ROWS) {
            Some(rows) => Some(rows.list().unwrap_or_default()),
            None => value.list(),
        }
    }

    /// Notes which rows there are, and whether these are all.
    fn declare(&mut self, at: QuestionIx, value: &Node, rows: &[Node]) {
        let asked = self.list.question(at);
        let mut ids: Vec<(RowId, &Node)> = Vec::new();
        for row in rows {
            let Some((_, id)) = row.entry(ROW_ID) else {
                self.problems.push(match row.map() {
                    Some(_) => fault::row_without_id(row, asked),
                    None => fault::row_not_a_map(row, asked),
                });
                continue;
            };
            let Some(text) = id.text().filter(|text| is_row_id(text)) else {
                self.problems.push(fault::bad_row_id(id, asked));
                continue;
            };
            match ids.iter().find(|(other, _)| other.0 == text) {
                Some((_, first)) => self.problems.push(fault::repeated_row(id, text, first)),
                None => ids.push((RowId(text.to_owned()), id)),
            }
        }
        if let Kind::List {
            at_most: Some(most),
            ..
        } = asked.kind
            && rows.len() > most
        {
            self.problems.push(fault::too_many_rows(value, asked, most));
        }
        let complete = self.complete(value);
        let ids = ids.into_iter().map(|(id, _)| id).collect();
        self.answers
            .set_rows(asked.id.clone(), Rows { ids, complete });
    }

    /// What `volledig` says; a plain array holds all rows.
    fn complete(&mut self, value: &Node) -> bool {
        let Some(entries) = value.map() else {
            return true;
        };
        let mut complete = true;
        for (name, key, inside) in self.once(entries) {
            match (name, inside.text()) {
                (ROWS, _) if inside.list().is_some() => {}
                (ROWS, _) => self.problems.push(fault::rows_not_a_list(inside)),
                (COMPLETE, Some("ja")) => {}
                (COMPLETE, Some("nee")) => complete = false,
                (COMPLETE, _) => self.problems.push(fault::complete_not_yes_no(inside)),
                _ => self
                    .problems
                    .push(fault::unknown_key(key, name, &[ROWS, COMPLETE])),
            }
        }
        complete
    }

    /// The answers in each row.
    fn inside(&mut self, at: QuestionIx, rows: &[Node]) {
        let Kind::List { questions, .. } = &self.list.question(at).kind else {
            return;
        };
        for row in rows {
            let (Some(entries), Some(id)) = (row.map(), row.get(ROW_ID).and_then(Node::text))
            else {
                continue;
            };
            let id = RowId(id.to_owned());
            for (name, key, value) in self.once(entries) {
                if name == ROW_ID {
                    continue;
                }
                let inner = questions
                    .iter()
                    .find(|inner| self.list.question(**inner).short_id() == name);
                match inner {
                    Some(inner) => self.answer(*inner, Some(&id), value),
                    None => {
                        let known = questions
                            .iter()
                            .map(|inner| self.list.question(*inner).short_id());
                        let known: Vec<&str> = known.collect();
                        self.problems.push(fault::unknown_key(key, name, &known));
                    }
                }
            }
        }
    }

    fn answer(&mut self, at: QuestionIx, row: Option<&RowId>, node: &Node) {
        let read: Option<Answer> = record::answer(self, at, node);
        if let Some(answer) = read {
            let key = Key {
                question: self.list.question(at).id.clone(),
                row: row.cloned(),
            };
            self.answers.set(key, answer);
        }
    }
}

/// A row id is a word that can stand in a path and in a file: `a3`.
fn is_row_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .chars()
            .all(|one| one.is_ascii_alphanumeric() || matches!(one, '_' | '-'))
}
