//! A record whose answers are plain words of plain questions: read straight into numbers, and looked up.

use std::collections::HashMap;
use std::fmt;

use chrono::NaiveDate;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::form::{Short, is_id, json, rule};
use super::{Scratch, Wishes};
use crate::answer::interpret::{Manner, interpret_as};
use crate::answer::{Answers, Value, typed};
use crate::assessment::outcome_form;
use crate::engine::{Compiled, Outcome, Truth, Ways};
use crate::json::Name;
use crate::questionnaire::{Derived, Formula, Kind, Policy, QuestionIx, Questionnaire};

/// A list worked out beforehand, with its words and with the pieces of every output line.
pub(super) struct Fast {
    compiled: Compiled,
    questions: Vec<Words>,
    by_name: HashMap<String, usize>,
    /// In the order of their ids.
    outcomes: Vec<Pieces>,
    reasons: bool,
    open: bool,
}

/// The words that a question can be answered with.
struct Words {
    name: String,
    /// Its place in a record; nothing for a question that no outcome looks at.
    place: Option<usize>,
    words: Vec<(String, u16)>,
}

/// What an output line says of one derived value.
struct Pieces {
    /// Its index among the outcomes.
    at: usize,
    /// For each value that it can come to: `"id":{…` without the last brace; nothing where it must be worked out.
    pieces: Vec<Option<Piece>>,
    /// For each way to decide, the rule and its source; nothing where that must be worked out.
    rules: Vec<Option<String>>,
}

struct Piece {
    text: String,
    fixed: bool,
    none: bool,
}

impl Fast {
    pub fn of(list: &Questionnaire, today: NaiveDate, wishes: Wishes) -> Option<Self> {
        if wishes.echo {
            return None;
        }
        let compiled = Compiled::of(list, today)?;
        let questions: Vec<Words> = list
            .question_indexes()
            .filter(|at| list.question(*at).parent.is_none())
            .map(|at| words(list, &compiled, at, today))
            .collect();
        let by_name = questions.iter().enumerate();
        let by_name = by_name.map(|(at, words)| (words.name.clone(), at));
        let by_name = by_name.collect();
        let mut order: Vec<usize> = (0..list.derived.len()).collect();
        order.sort_by_key(|at| &list.derived[*at].id);
        let outcomes = order
            .into_iter()
            .map(|at| pieces(list, &compiled, at))
            .collect();
        Some(Self {
            compiled,
            questions,
            by_name,
            outcomes,
            reasons: wishes.reasons,
            open: wishes.open,
        })
    }

    /// Adds the output line of a record; false where it must be assessed by itself.
    pub fn line(
        &self,
        line: &[u8],
        origin: Option<&str>,
        scratch: &mut Scratch,
        out: &mut Vec<u8>,
    ) -> bool {
        scratch.seen.clear();
        scratch.seen.resize(self.questions.len(), false);
        scratch.chosen.clear();
        let missing = (0..self.compiled.places.len()).map(|place| self.compiled.missing(place));
        scratch.chosen.extend(missing);
        let mut from = serde_json::Deserializer::from_slice(line);
        let record = Record {
            fast: self,
            scratch,
        };
        let Ok(Some(id)) = record.deserialize(&mut from) else {
            return false;
        };
        if from.end().is_err() {
            return false;
        }
        out.extend_from_slice(b"{\"id\":");
        out.extend_from_slice(id.map_or("null", RawValue::get).as_bytes());
        if let Some(origin) = origin {
            out.extend_from_slice(b",\"vragenlijst\":");
            out.extend_from_slice(origin.as_bytes());
        }
        out.extend_from_slice(b",\"uitkomsten\":{");
        self.outcomes(scratch, out) && {
            out.extend_from_slice(b"}}\n");
            true
        }
    }

    fn outcomes(&self, scratch: &mut Scratch, out: &mut Vec<u8>) -> bool {
        let Scratch {
            chosen, reduced, ..
        } = scratch;
        let outside = &self.compiled.outside;
        if outside.values()[outside.look_up(chosen)] == Truth::Yes {
            return false;
        }
        for (count, one) in self.outcomes.iter().enumerate() {
            let value = self.compiled.outcomes[one.at].look_up(chosen);
            let Some(piece) = &one.pieces[value] else {
                return false;
            };
            let by_itself =
                (self.open && !piece.fixed) || (self.reasons && piece.fixed && piece.none);
            if by_itself {
                return false;
            }
            if count > 0 {
                out.push(b',');
            }
            out.extend_from_slice(piece.text.as_bytes());
            if self.reasons && piece.fixed {
                let Some(rule) = &one.rules[self.compiled.deciding[one.at].look_up(chosen)] else {
                    return false;
                };
                out.push(b',');
                out.extend_from_slice(rule.as_bytes());
                reduced.clear();
                reduced.extend_from_slice(chosen);
                self.compiled.reduce(one.at, reduced);
                self.write_kept(reduced, out);
            }
            out.push(b'}');
        }
        true
    }

    fn write_kept(&self, reduced: &[u16], out: &mut Vec<u8>) {
        out.extend_from_slice(b",\"vast_door\":[");
        let mut first = true;
        for (place, chosen) in reduced.iter().enumerate() {
            if *chosen != self.compiled.missing(place) {
                if !first {
                    out.push(b',');
                }
                first = false;
                out.push(b'"');
                out.extend_from_slice(self.compiled.places[place].key.question.0.as_bytes());
                out.push(b'"');
            }
        }
        out.push(b']');
    }
}

/// Every word that is taken as an answer here, by the one interpreter.
fn words(list: &Questionnaire, compiled: &Compiled, at: QuestionIx, today: NaiveDate) -> Words {
    let asked = list.question(at);
    let place = compiled
        .places
        .iter()
        .position(|place| place.key.question == asked.id);
    let values = place.map(|place| &compiled.places[place].values);
    let mut tried: Vec<String> = ["ja", "nee", "onbekend", "geweigerd", "nvt"]
        .map(String::from)
        .to_vec();
    tried.extend(asked.options().iter().map(|option| option.id.to_string()));
    if let Kind::Scale { .. } = asked.kind {
        tried.extend(values.into_iter().flatten().map(typed));
    }
    let number = |word: &String| {
        let value = interpret_as(Manner::Written, list, at, word, &Answers::default(), today);
        let value = value.ok()?;
        let Some(place) = place else {
            return Some(0);
        };
        match value {
            value if !value.is_known() => Some(compiled.missing(place)),
            value => {
                let at = values?.iter().position(|one: &Value| *one == value)?;
                u16::try_from(at).ok()
            }
        }
    };
    let mut words: Vec<(String, u16)> = tried
        .iter()
        .filter_map(|word| Some((word.clone(), number(word)?)))
        .collect();
    words.dedup_by(|a, b| a.0 == b.0);
    if matches!(asked.kind, Kind::List { .. }) {
        words.clear();
    }
    Words {
        name: asked.id.to_string(),
        place,
        words,
    }
}

fn pieces(list: &Questionnaire, compiled: &Compiled, at: usize) -> Pieces {
    let derived = &list.derived[at];
    let piece = |ways: &Ways| {
        let fixed = ways.possible.is_fixed();
        let withheld = derived.unknown == Policy::Withhold;
        (fixed || withheld).then(|| Piece {
            text: text(derived, ways),
            fixed,
            none: ways.possible.none,
        })
    };
    let flat = &compiled.deciding[at];
    Pieces {
        at,
        pieces: compiled.outcomes[at].values().iter().map(piece).collect(),
        rules: flat
            .values()
            .iter()
            .map(|row| ruled(derived, *row))
            .collect(),
    }
}

/// `"id":{…` without the last brace.
fn text(derived: &Derived, ways: &Ways) -> String {
    let outcome = Outcome {
        spread: ways.possible.clone(),
        estimate: None,
        exact: ways.is_exact(),
        reasons: Vec::new(),
        open: Vec::new(),
    };
    let form = outcome_form(&outcome);
    let mut text = format!("{}:{}", json(&derived.id), json(&Short::of(&form)));
    text.pop();
    text
}

/// The rule of a derived value that decides, and its source; nothing where that is not known from here.
fn ruled(derived: &Derived, row: Option<usize>) -> Option<String> {
    match (&derived.formula, row) {
        (Formula::Rules(rows) | Formula::Table(rows), Some(at)) => {
            let row = rows.get(at)?;
            Some(rule(row.reason.as_ref().map(|text| &*text.nl), &row.source))
        }
        (Formula::Bands { rows, .. }, Some(at)) => {
            let reason = rows.get(at)?.reason.as_ref();
            Some(rule(reason.map(|text| &*text.nl), &derived.source))
        }
        (Formula::Rules(_) | Formula::Table(_) | Formula::Bands { .. }, None) => None,
        _ => derived.when.is_none().then(|| rule(None, &derived.source)),
    }
}

/// Reads a record: its id, or nothing where it must be assessed by itself.
struct Record<'f, 's> {
    fast: &'f Fast,
    scratch: &'s mut Scratch,
}

impl<'de> DeserializeSeed<'de> for Record<'_, '_> {
    type Value = Option<Option<&'de RawValue>>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Record<'_, '_> {
    type Value = Option<Option<&'de RawValue>>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a record")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let (mut id, mut plain, mut answers) = (None, true, false);
        while let Some(Name(name)) = map.next_key()? {
            match &*name {
                "id" => plain &= id.replace(map.next_value::<&RawValue>()?).is_none(),
                "antwoorden" => {
                    plain &= !answers;
                    answers = true;
                    plain &= map.next_value_seed(AnswersOf {
                        fast: self.fast,
                        scratch: &mut *self.scratch,
                    })?;
                }
                _ => {
                    plain = false;
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let simple = id.is_none_or(|id| is_id(id.get()));
        Ok((plain && answers && simple).then_some(id))
    }
}

/// Reads the answers: whether all of them are plain.
struct AnswersOf<'f, 's> {
    fast: &'f Fast,
    scratch: &'s mut Scratch,
}

impl<'de> DeserializeSeed<'de> for AnswersOf<'_, '_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for AnswersOf<'_, '_> {
    type Value = bool;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("answers")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<bool, M::Error> {
        // Records are mostly written in the order of the list.
        let mut next = 0;
        let mut plain = true;
        while let Some(Name(name)) = map.next_key()? {
            let guess = self.fast.questions.get(next);
            let at = match guess.filter(|words| words.name == *name) {
                Some(_) => Some(next),
                None => self.fast.by_name.get(&*name).copied(),
            };
            let Some(at) = at.filter(|_| plain) else {
                plain = false;
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            next = at + 1;
            let words = &self.fast.questions[at];
            let chosen = map.next_value_seed(Word(words))?;
            let twice = std::mem::replace(&mut self.scratch.seen[at], true);
            match (chosen, words.place) {
                (Some(chosen), place) if !twice => {
                    if let Some(place) = place {
                        self.scratch.chosen[place] = chosen;
                    }
                }
                _ => plain = false,
            }
        }
        Ok(plain)
    }
}

/// Reads one answer: its number.
struct Word<'f>(&'f Words);

impl Word<'_> {
    fn find(&self, text: &str) -> Option<u16> {
        let found = self.0.words.iter().find(|(word, _)| word == text);
        found.map(|(_, number)| *number)
    }
}

impl<'de> DeserializeSeed<'de> for Word<'_> {
    type Value = Option<u16>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Word<'_> {
    type Value = Option<u16>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an answer")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.find(text))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(self.find(&number.to_string()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}
