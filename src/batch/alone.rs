//! A record that is assessed by itself, as `weeg` does: with rows, texts, sources, or a fault.

use serde::Serialize;
use serde_json::value::RawValue;

use super::form::{Short, is_id, is_readable, json, rule};
use super::{Fate, Prepared, Wishes};
use crate::answer::{self, Answers, Key};
use crate::assessment::assess;
use crate::engine::{View, outcomes};
use crate::json::{Members, Name, escaped, read_tree, syntax};
use crate::problem::{Code, Place, Problem, did_you_mean};
use crate::text::nl;

/// The members of a record.
const ID: &str = "id";
const ANSWERS: &str = "antwoorden";
const LIST: &str = "vragenlijst";
/// The member of an output line that holds the other members of the record.
const ECHO: &str = "record";

/// Assesses a record and adds its line to `out`.
pub(super) fn line(lists: &[Prepared<'_>], wishes: Wishes, line: &[u8], out: &mut Vec<u8>) -> Fate {
    let mut record = Record::default();
    let assessed = match record.read(line, wishes) {
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
        out.extend_from_slice(format!(",\"{ECHO}\":{{{others}}}").as_bytes());
    }
    let (body, fate) = match assessed {
        Ok(body) => (body, Fate::Assessed),
        Err(problems) => (faults(&problems), Fate::Refused),
    };
    out.extend_from_slice(body.as_bytes());
    out.extend_from_slice(b"}\n");
    fate
}

/// Adds the line of a record that was too long to read.
pub(super) fn too_long(most: usize, out: &mut Vec<u8>) {
    let say = &nl().batch;
    let problem = Problem::new(
        Code::TooLarge,
        at("", 1),
        say.too_long(most),
        say.too_long_todo(),
    );
    out.extend_from_slice(b"{\"id\":null");
    out.extend_from_slice(faults(&[problem]).as_bytes());
    out.extend_from_slice(b"}\n");
}

#[derive(Default)]
struct Record<'j> {
    whole: &'j str,
    id: Option<&'j str>,
    list: Option<&'j str>,
    answers: Option<&'j str>,
    others: Vec<(String, &'j str)>,
}

type Faults = Vec<Problem>;

impl<'j> Record<'j> {
    fn read(&mut self, line: &'j [u8], wishes: Wishes) -> Result<(), Faults> {
        let say = &nl().batch;
        let text = std::str::from_utf8(line).map_err(|error| {
            let place = at("", error.valid_up_to() + 1);
            vec![Problem::new(
                Code::NotText,
                place,
                say.not_utf8(),
                say.not_utf8_todo(),
            )]
        })?;
        self.whole = text;
        let Members(members) = serde_json::from_str(text).map_err(|error| vec![*syntax(&error)])?;
        let mut faults = Vec::new();
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
                _ => self.others.iter().any(|(other, _)| *other == *name),
            };
            let other = ![ID, ANSWERS, LIST].contains(&&*name);
            let (code, message, tip) = if known {
                (Code::RepeatedKey, say.twice(&name), say.twice_todo())
            } else if !good_id {
                (Code::WrongType, say.bad_id(), say.bad_id_todo())
            } else if other && wishes.echo && !is_readable(value.get()) {
                let tip = say.bad_other_todo();
                (Code::BadValue, say.bad_other(&name), tip)
            } else {
                if other {
                    self.others.push((name.to_string(), value.get()));
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
        let mut body = String::new();
        if wishes.origin || lists.len() > 1 {
            body += &format!(",\"vragenlijst\":{}", of.origin);
        }
        body += &outcomes_of(of, &answers, wishes);
        Ok(body)
    }

    /// The list that the record is for.
    fn prepared<'p, 'l>(&self, lists: &'p [Prepared<'l>]) -> Result<&'p Prepared<'l>, Faults> {
        let say = &nl().batch;
        let ids = || lists.iter().map(|one| one.list.version.id.as_str());
        let fault = |message: String, todo: String| {
            let column = self.list.map_or(1, |list| self.column(list));
            vec![Problem::new(
                Code::UnknownReference,
                at("/vragenlijst", column),
                message,
                todo,
            )]
        };
        match (self.list, lists) {
            (None, [only]) => Ok(only),
            (None, _) => Err(fault(
                say.which_list(),
                say.which_list_todo(ids().collect::<Vec<_>>().join(", ")),
            )),
            (Some(raw), _) => {
                let name = serde_json::from_str::<Name<'_>>(raw).map(|name| name.0);
                let name = name.unwrap_or_default();
                let found = lists.iter().find(|one| one.list.version.id == *name);
                found.ok_or_else(|| fault(say.other_list(&name), did_you_mean(&name, ids())))
            }
        }
    }
}

fn outcomes_of(of: &Prepared<'_>, answers: &Answers, wishes: Wishes) -> String {
    let form = assess(of.list, answers, of.today);
    if let Some(outside) = &form.niet_toepasbaar {
        return format!(
            ",\"uitkomsten\":{{}},\"niet_toepasbaar\":{}",
            json(&outside.reden)
        );
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

fn faults(problems: &[Problem]) -> String {
    #[derive(Serialize)]
    struct Fault<'p> {
        code: &'p str,
        melding: &'p str,
        tip: &'p str,
        plaats: &'p str,
        kolom: usize,
    }
    let each: Vec<Fault<'_>> = problems
        .iter()
        .map(|problem| Fault {
            code: problem.code.code(),
            melding: &problem.message,
            tip: &problem.tip,
            plaats: &problem.place.file,
            kolom: problem.place.column,
        })
        .collect();
    format!(",\"fouten\":{}", json(&each))
}

fn pointer(name: &str) -> String {
    format!("/{}", escaped(name))
}

fn at(pointer: &str, column: usize) -> Place {
    Place {
        file: pointer.into(),
        line: 1,
        column,
        width: 1,
    }
}
