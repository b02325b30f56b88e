//! One answer of a file: a value, or a map with a value and where it comes from.

use super::{Reader, fault};
use crate::answer::interpret::{Item, Manner, date, interpret_as, items, not_offered, one, text};
use crate::answer::{Answer, NATURES, Refusal, RowId, Value, chosen_from, to_choose, typed};
use crate::problem::did_you_mean;
use crate::questionnaire::{Kind, QuestionIx};
use crate::text::nl;
use crate::yaml::{Node, Tree};

/// The keys of an answer with where it comes from.
pub(crate) const KEYS: [&str; 5] = ["waarde", "bron", "aard", "datum", "toelichting"];

/// Reads one answer; what is wrong with it goes to the reader's problems.
pub(super) fn answer(reader: &mut Reader<'_>, at: QuestionIx, node: &Node) -> Option<Answer> {
    let Tree::Map(entries) = &node.value else {
        return value(reader, at, node).map(Answer::from);
    };
    let before = reader.problems.len();
    let mut found = None;
    let mut answer = Answer::from(Value::Unknown);
    let mut has_value = false;
    for (name, key, inside) in reader.once(entries) {
        match name {
            "waarde" => {
                has_value = true;
                found = value(reader, at, inside);
            }
            "bron" => answer.source = words(reader, inside),
            "toelichting" => answer.note = words(reader, inside),
            "aard" => answer.nature = nature(reader, inside),
            "datum" => answer.date = day(reader, inside),
            _ => reader.problems.push(fault::unknown_key(key, name, &KEYS)),
        }
    }
    if !has_value && reader.problems.len() == before {
        reader.problems.push(fault::no_value(node));
    }
    answer.value = found?;
    Some(answer)
}

fn value(reader: &mut Reader<'_>, at: QuestionIx, node: &Node) -> Option<Value> {
    if node.is_empty() {
        reader.problems.push(fault::nothing_there(node));
        return None;
    }
    let read = match &node.value {
        Tree::Scalar { text, .. } => scalar(reader, at, text),
        Tree::List(_) if matches!(reader.list.question(at).kind, Kind::List { .. }) => {
            reader.problems.push(fault::rows_in_value(node));
            return None;
        }
        Tree::List(parts) => return several(reader, at, node, parts),
        Tree::Map(_) => {
            reader.problems.push(fault::map_in_value(node));
            return None;
        }
    };
    match read {
        Ok(value) => Some(value),
        Err(refusal) => {
            reader
                .problems
                .push(fault::refused(reader.list, at, node, refusal));
            None
        }
    }
}

fn scalar(reader: &Reader<'_>, at: QuestionIx, text: &str) -> Result<Value, Refusal> {
    let manner = Manner::Written;
    let read = interpret_as(manner, reader.list, at, text, &reader.answers, reader.today);
    read.map_err(|refusal| match candidates(reader, at) {
        Some(_) if closed_out(reader, at, text).is_some() => refusal,
        Some(known) => {
            let known = known.iter().map(|item| item.id.as_str());
            // Whoever writes that there is none does not mean the option that is spelled almost so.
            let tip = if text.trim().eq_ignore_ascii_case("geen") {
                let all: Vec<&str> = known.chain(["onbekend"]).collect();
                nl().refusal.none_of_these(all.join("`, `"))
            } else {
                did_you_mean(text, known)
            };
            Refusal::new(refusal.what, tip)
        }
        None => refusal,
    })
}

/// What an array may name: options, persons or rows.
fn candidates(reader: &Reader<'_>, at: QuestionIx) -> Option<Vec<Item>> {
    let asked = reader.list.question(at);
    match &asked.kind {
        Kind::Choice { options } | Kind::Choices { options } | Kind::Judgement { options, .. } => {
            Some(items(options))
        }
        Kind::YesNo { .. } => {
            let mut words = vec![Value::Yes, Value::No, Value::Unknown, Value::Refused];
            words.extend(asked.allows_not_applicable.then_some(Value::NotApplicable));
            let item = |value: &Value| Item {
                id: typed(value),
                name: String::new(),
            };
            Some(words.iter().map(item).collect())
        }
        Kind::Person { .. } | Kind::Row { .. } | Kind::Ranking { .. } => {
            chosen_from(reader.list, at)?;
            Some(to_choose(reader.list, at, &reader.answers).0)
        }
        _ => None,
    }
}

/// What is said of a row that is there, and that this question does not offer.
fn closed_out(reader: &Reader<'_>, at: QuestionIx, id: &str) -> Option<Refusal> {
    let (list, answers) = (reader.list, &reader.answers);
    let (offered, others) = to_choose(list, at, answers);
    let row = others.iter().find(|row| row.id == id.trim())?;
    let manner = Manner::Written;
    Some(not_offered(list, at, row, &offered, answers, manner))
}

fn several(reader: &mut Reader<'_>, at: QuestionIx, node: &Node, parts: &[Node]) -> Option<Value> {
    let asked = reader.list.question(at);
    let many = match asked.kind {
        Kind::Choices { .. } | Kind::Ranking { .. } => true,
        Kind::Person { several } | Kind::Row { several, .. } => several,
        _ => false,
    };
    let Some(known) = candidates(reader, at).filter(|_| many) else {
        reader.problems.push(fault::array_in_value(node));
        return None;
    };
    let may_be_empty = asked.may_be_empty || matches!(asked.kind, Kind::Choices { .. });
    if parts.is_empty() && !may_be_empty {
        reader.problems.push(fault::empty_array(node));
        return None;
    }
    let mut chosen: Vec<(usize, &Node)> = Vec::new();
    let mut good = true;
    for part in parts {
        let Some(id) = part.text() else {
            reader.problems.push(fault::nothing_there(part));
            good = false;
            continue;
        };
        match one(id, &known, Manner::Written) {
            Ok(found) => match chosen.iter().find(|(other, _)| *other == found) {
                Some((_, first)) => {
                    reader.problems.push(fault::repeated_choice(part, first));
                    good = false;
                }
                None => chosen.push((found, part)),
            },
            Err(refusal) => {
                let refusal = match closed_out(reader, at, id) {
                    Some(refusal) => refusal,
                    None => {
                        let tip = did_you_mean(id, known.iter().map(|item| item.id.as_str()));
                        Refusal::new(refusal.what, tip)
                    }
                };
                reader
                    .problems
                    .push(fault::refused(reader.list, at, part, refusal));
                good = false;
            }
        }
    }
    if !good {
        return None;
    }
    let mut chosen: Vec<usize> = chosen.into_iter().map(|(found, _)| found).collect();
    Some(match &asked.kind {
        Kind::Choices { options } => {
            chosen.sort_unstable();
            Value::Choices(
                chosen
                    .iter()
                    .map(|found| options[*found].id.clone())
                    .collect(),
            )
        }
        _ => Value::Rows(
            chosen
                .into_iter()
                .map(|found| RowId(known[found].id.clone()))
                .collect(),
        ),
    })
}

fn words(reader: &mut Reader<'_>, node: &Node) -> Option<String> {
    let read = node.text().and_then(|raw| text(raw).ok());
    if read.is_none() {
        reader.problems.push(fault::nothing_there(node));
    }
    read
}

fn nature(reader: &mut Reader<'_>, node: &Node) -> Option<String> {
    let read = node.text().filter(|text| NATURES.contains(text));
    if read.is_none() {
        reader.problems.push(fault::bad_nature(node));
    }
    read.map(str::to_owned)
}

fn day(reader: &mut Reader<'_>, node: &Node) -> Option<chrono::NaiveDate> {
    match date(
        node.text().unwrap_or(""),
        reader.today,
        true,
        Manner::Written,
    ) {
        Ok(day) => Some(day),
        Err(refusal) => {
            reader.problems.push(fault::bad_date(node, refusal));
            None
        }
    }
}
