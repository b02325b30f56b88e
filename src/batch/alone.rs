//! A record that is assessed by itself, as `weeg` does: with rows, texts, sources, or a fault.

use std::collections::HashSet;

use serde_json::value::RawValue;

use super::fault::{at, faults, pointer};
use super::form::{Short, is_id, is_readable, json, rule};
use super::{Batch, Fate, Prepared, Wishes};
use crate::answer::{self, ANSWERS, Answers, Key, LIST};
use crate::assessment::assess;
use crate::engine::{View, outcomes};
use crate::json::{Member, Name, no_object, read_members, read_tree, syntax};
use crate::problem::{Code, Place, Problem, did_you_mean};
use crate::text::nl;

/// The member, or column, that names a record.
pub const ID: &str = "id";
pub(super) const DAY: &str = "datum";
/// The member of an output line that holds the other members of the record.
pub(super) const ECHO: &str = "record";

/// A line of a record of which nothing could be read, where the rest of it was wanted.
pub(super) const NOTHING_ECHOED: &str = ",\"record\":{}";

/// Assesses a record and adds its line to `out`.
pub(super) fn line(batch: &Batch<'_>, line: &[u8], out: &mut Vec<u8>) -> Fate {
    let Batch { lists, wishes, .. } = batch;
    let wishes = *wishes;
    let mut record = Record::default();
    let assessed = match record.read(line, batch) {
        Ok(()) => record.assess(lists, wishes),
        Err(problems) => Err(problems),
    };
    out.extend_from_slice(b"{\"id\":");
    out.extend_from_slice(record.id.unwrap_or("null").as_bytes());
    if wishes.echo {
        // In a member of their own: what a record brings along is never taken for what the program says.
        let others = record.others.iter();
        let others = others.map(|(name, value)| format!("{}:{value}", json(name)));
        let others = others.collect::<Vec<_>>().join(",");
        let others = match &batch.columns {
            Some(_) => record.beside.unwrap_or("{}").to_owned(),
            None => format!("{{{others}}}"),
        };
        out.extend_from_slice(format!(",\"{ECHO}\":{others}").as_bytes());
    }
    let (body, fate) = match assessed {
        Ok(body) => (body, Fate::Assessed),
        Err(problems) => {
            let of = record.prepared(lists).ok();
            let faults = faults(&problems, batch.columns.as_deref());
            (batch.stands_for(of) + &faults, Fate::Refused)
        }
    };
    out.extend_from_slice(body.as_bytes());
    out.extend_from_slice(b"}\n");
    fate
}

/// The id of a record of which only this was read, as it is written; empty where there is none that is certain.
pub fn id_before_fault(begin: &[u8]) -> Vec<u8> {
    let good = match std::str::from_utf8(begin) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&begin[..error.valid_up_to()]).unwrap_or_default(),
    };
    let mut record = Record {
        whole: good,
        ..Record::default()
    };
    let mut members = Vec::new();
    let from = match read_members(good, &mut members) {
        Ok(()) => good.len(),
        Err(error) => back(error.column()).min(begin.len()),
    };
    record.known_before(&members, &begin[from..]);
    record.id.unwrap_or_default().as_bytes().to_vec()
}

/// From where on a line is looked at after a fault. A fault behind a quotation mark is often that of the name that it begins.
fn back(column: usize) -> usize {
    column.saturating_sub(2)
}

#[derive(Default)]
struct Record<'j> {
    whole: &'j str,
    id: Option<&'j str>,
    list: Option<&'j str>,
    answers: Option<&'j str>,
    /// The other members, as far as they are taken over.
    others: Vec<(String, &'j str)>,
    /// What the columns besides those of the questions hold: one object.
    beside: Option<&'j str>,
}

pub(super) type Faults = Vec<Problem>;

impl<'j> Record<'j> {
    fn read(&mut self, line: &'j [u8], batch: &Batch<'_>) -> Result<(), Faults> {
        let say = &nl().batch;
        let mut members = Vec::new();
        let text = match std::str::from_utf8(line) {
            Ok(text) => text,
            Err(error) => {
                let good = error.valid_up_to();
                self.whole = std::str::from_utf8(&line[..good]).unwrap_or_default();
                _ = read_members(self.whole, &mut members);
                self.known_before(&members, &line[good..]);
                let place = at("", good + 1);
                let (what, todo) = (say.not_utf8(), say.not_utf8_todo());
                return Err(vec![Problem::new(Code::NotText, place, what, todo)]);
            }
        };
        self.whole = text;
        if let Err(error) = read_members(text, &mut members) {
            if serde_json::from_str::<&RawValue>(text).is_ok() && error.is_data() {
                return Err(vec![*no_object()]);
            }
            let from = back(error.column()).min(line.len());
            self.known_before(&members, &line[from..]);
            return Err(vec![*syntax(&error)]);
        }
        let mut faults = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for (name, value) in members {
            let value: &'j RawValue = value;
            let good_id = &*name != ID || is_id(value.get());
            let known = match &*name {
                ID => {
                    let first = self.id.is_some();
                    self.id = good_id.then_some(value.get());
                    first
                }
                ANSWERS => self.answers.replace(value.get()).is_some(),
                LIST => self.list.replace(value.get()).is_some(),
                _ => !seen.insert(name.to_string()),
            };
            let other = ![ID, ANSWERS, LIST].contains(&&*name);
            let wanted = other && batch.takes_over(&name);
            let (code, message, tip) = if known {
                (Code::RepeatedKey, say.twice(&name), say.twice_todo())
            } else if !good_id {
                (Code::WrongType, say.bad_id(), say.bad_id_todo())
            } else if wanted && !is_readable(value.get()) {
                let tip = say.bad_other_todo();
                (Code::BadValue, say.bad_other(&name), tip)
            } else {
                if wanted {
                    self.others.push((name.to_string(), value.get()));
                } else if name == ECHO {
                    self.beside = Some(value.get());
                }
                continue;
            };
            let place = at(&pointer(&name), self.column(value.get()));
            faults.push(Problem::new(code, place, message, tip));
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }

    /// Takes the id and the list from what was read before a fault, where it is certain that they are those of this record:
    /// `rest`, from the fault on, names no id, which may be that of another record after a lost line break.
    fn known_before(&mut self, members: &[Member<'j>], rest: &[u8]) {
        if rest.windows(3).any(|part| part == b"id\"") {
            return;
        }
        let only = |wanted: &str| {
            let mut found = members.iter().filter(|(name, _)| *name == wanted);
            let first = found.next().map(|(_, value)| value.get());
            first.filter(|_| found.next().is_none())
        };
        // A number at the very end may have had more digits.
        let end = |raw: &str| self.column(raw) - 1 + raw.len();
        let whole = |raw: &&str| raw.starts_with('"') || end(raw) < self.whole.len();
        self.id = only(ID).filter(|raw| is_id(raw)).filter(whole);
        self.list = only(LIST);
    }

    fn column(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.whole.as_ptr() as usize) + 1
    }

    fn assess(&self, lists: &[Prepared<'_>], wishes: Wishes) -> Result<String, Faults> {
        let say = &nl().batch;
        let of = self.prepared(lists)?;
        let Some(answers) = self.answers else {
            let place = at("", 1);
            return Err(vec![Problem::new(
                Code::MissingKey,
                place,
                say.no_answers(),
                say.no_answers_todo(),
            )]);
        };
        let tree = read_tree(self.whole, answers, "/antwoorden").map_err(|one| vec![*one])?;
        let answers = answer::read(of.list, &tree, of.today)?;
        Ok(body(of, lists.len(), &answers, wishes))
    }

    /// The list that the record is for.
    fn prepared<'p, 'l>(&self, lists: &'p [Prepared<'l>]) -> Result<&'p Prepared<'l>, Faults> {
        let column = self.list.map_or(1, |list| self.column(list));
        let name = self.list.map(|raw| {
            let name = serde_json::from_str::<Name<'_>>(raw).map(|name| name.0);
            name.unwrap_or_default()
        });
        prepared(lists, name.as_deref(), at("/vragenlijst", column))
    }
}

/// The list of this name, or the only one there is.
pub(super) fn prepared<'p, 'l>(
    lists: &'p [Prepared<'l>],
    name: Option<&str>,
    place: Place,
) -> Result<&'p Prepared<'l>, Faults> {
    let say = &nl().batch;
    let ids = || lists.iter().map(|one| one.list.version.id.as_str());
    let (message, tip) = match (name, lists) {
        (None, [only]) => return Ok(only),
        (None, _) => {
            let ids: Vec<&str> = ids().collect();
            (say.which_list(), say.which_list_todo(ids.join(", ")))
        }
        (Some(name), _) => {
            let found = lists.iter().find(|one| one.list.version.id == name);
            if let Some(found) = found {
                return Ok(found);
            }
            (say.other_list(name), did_you_mean(name, ids()))
        }
    };
    Err(vec![Problem::new(
        Code::UnknownReference,
        place,
        message,
        tip,
    )])
}

/// The members of a line after the id: of which list, and what follows from the answers.
pub(super) fn body(of: &Prepared<'_>, lists: usize, answers: &Answers, wishes: Wishes) -> String {
    let outcomes = outcomes_of(of, answers, wishes);
    if wishes.origin || lists > 1 {
        return format!(",{}{outcomes}", of.origin);
    }
    outcomes
}

fn outcomes_of(of: &Prepared<'_>, answers: &Answers, wishes: Wishes) -> String {
    let form = assess(of.list, answers, of.today);
    if let Some(outside) = &form.niet_toepasbaar {
        return format!(",\"uitkomsten\":{{}},\"niet_toepasbaar\":{}", json(outside));
    }
    let each = form.uitkomsten.iter().map(|(id, outcome)| {
        let mut text = format!("{}:{}", json(id), json(&Short::of(outcome)));
        text.pop();
        let fixed = outcome.zekerheid == "vast";
        if wishes.reasons && fixed {
            if let Some(reason) = outcome.redenen.first() {
                text += &format!(",{}", rule(reason.regel.as_deref(), &reason.bron));
            }
            let kept = fixed_by(of, answers, id);
            text += &format!(",\"vast_door\":{}", json(&kept));
        }
        if wishes.open && !fixed {
            text += &format!(",\"nog_open\":{}", json(&outcome.nog_open));
        }
        text + "}"
    });
    format!(",\"uitkomsten\":{{{}}}", each.collect::<Vec<_>>().join(","))
}

/// Of the given answers a set that fixes an outcome, with none too many: one after the other is taken away, and stays
/// away where the outcome does without.
fn fixed_by(of: &Prepared<'_>, answers: &Answers, id: &str) -> Vec<String> {
    let value = |answers: &Answers| {
        let view = View::new(of.list, answers, of.today);
        outcomes(&view).remove(id).map(|outcome| outcome.spread)
    };
    let all = value(answers);
    let mut kept = answers.clone();
    let mut keys: Vec<Key> = kept
        .iter()
        .filter(|(_, answer)| answer.value.is_known())
        .map(|(key, _)| key.clone())
        .collect();
    let place = |key: &Key| of.list.find(&key.question.0).map(|at| at.0);
    keys.sort_by(|a, b| (place(a), &a.row).cmp(&(place(b), &b.row)));
    keys.retain(|key| {
        let mut fewer = kept.clone();
        fewer.forget(key);
        let needed = value(&fewer) != all;
        if !needed {
            kept = fewer;
        }
        needed
    });
    keys.iter().map(ToString::to_string).collect()
}
