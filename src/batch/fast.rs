//! A record whose answers are plain words of plain questions: read straight into numbers, looked up, and written from
//! pieces that were made beforehand.

mod pieces;
mod reader;
mod token;
mod words;

use chrono::NaiveDate;

use super::form::origin;
use super::{Scratch, Wishes};
use crate::engine::{Compiled, Truth};
use crate::questionnaire::Questionnaire;
use pieces::Pieces;
use reader::Reader;
use words::Vocabulary;

/// A list worked out beforehand, with its words and with the pieces of every output line.
pub(super) struct Fast {
    compiled: Compiled,
    vocabulary: Vocabulary,
    /// What stands between the id and the first outcome.
    head: Vec<u8>,
    /// In the order of their ids.
    outcomes: Vec<Pieces>,
    /// The name of each answer with a comma before it, for what fixes an outcome.
    names: Vec<Vec<u8>>,
    reasons: bool,
    open: bool,
}

impl Fast {
    pub fn of(list: &Questionnaire, today: NaiveDate, wishes: Wishes) -> Option<Self> {
        if wishes.echo {
            return None;
        }
        let compiled = Compiled::of(list, today)?;
        let mut order: Vec<usize> = (0..list.derived.len()).collect();
        order.sort_by_key(|at| &list.derived[*at].id);
        let outcomes = order.into_iter().map(|at| Pieces::of(list, &compiled, at));
        let origin = if wishes.origin {
            format!(",{}", origin(list, today))
        } else {
            String::new()
        };
        let places = &compiled.places;
        Some(Self {
            vocabulary: Vocabulary::of(list, &compiled, today),
            head: format!("{origin},\"uitkomsten\":{{").into(),
            outcomes: outcomes.collect(),
            names: places
                .iter()
                .map(|one| format!(",\"{}\"", one.key.question.0).into())
                .collect(),
            compiled,
            reasons: wishes.reasons,
            open: wishes.open,
        })
    }

    /// Adds the output line of a record; false where it must be assessed by itself, with something half said in `out`.
    pub fn line(&self, line: &[u8], scratch: &mut Scratch, out: &mut Vec<u8>) -> bool {
        scratch.chosen.clear();
        scratch.chosen.extend_from_slice(&self.compiled.nothing);
        let Some(id) = Reader::new(line).record(&self.vocabulary, scratch) else {
            return false;
        };
        out.extend_from_slice(b"{\"id\":");
        out.extend_from_slice(id);
        out.extend_from_slice(&self.head);
        self.outcomes(&scratch.chosen, out) && {
            out.extend_from_slice(b"}}\n");
            true
        }
    }

    fn outcomes(&self, chosen: &[u16], out: &mut Vec<u8>) -> bool {
        let outside = &self.compiled.outside;
        if outside.values()[outside.look_up(chosen)] == Truth::Yes {
            return false;
        }
        for (count, one) in self.outcomes.iter().enumerate() {
            let value = self.compiled.outcomes[one.at].look_up(chosen);
            let Some(piece) = &one.pieces[value] else {
                return false;
            };
            if count > 0 {
                out.push(b',');
            }
            out.extend_from_slice(&piece.text);
            if piece.fixed && self.reasons {
                if piece.none {
                    return false;
                }
                let Some(rule) = &one.rules[self.compiled.deciding[one.at].look_up(chosen)] else {
                    return false;
                };
                out.extend_from_slice(rule);
                self.write_kept(one.at, chosen, out);
            } else if !piece.fixed && self.open {
                return false;
            }
            out.push(b'}');
        }
        true
    }

    /// The answers that fix an outcome as it is.
    fn write_kept(&self, outcome: usize, chosen: &[u16], out: &mut Vec<u8>) {
        out.extend_from_slice(b",\"vast_door\":[");
        let mut first = 1;
        self.compiled.kept(outcome, chosen, |place| {
            out.extend_from_slice(&self.names[place][first..]);
            first = 0;
        });
        out.push(b']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Library;

    const LIST: &str = "id: klein\nversie: 1.0.0\ntitel: Klein\nbron: Verzonnen\nonderdelen:\n  - id: deel\n    titel: Deel\n    vragen:\n      - { id: wel, vraag: A?, soort: ja_nee }\n      - { id: cijfer, vraag: B?, soort: schaal, van: 0, tot: 12 }\nafgeleid:\n  - { id: som, som: [wel, cijfer] }\n";

    /// Whether a line goes the short road; what it gives is held against `weeg` in `tests/topics/batch.rs`.
    fn short(line: &str) -> bool {
        let mut library = Library::default();
        let id = library.add("klein.yaml", LIST.as_bytes()).unwrap();
        let list = library.load(&id).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let fast = Fast::of(&list, day, Wishes::default()).unwrap();
        fast.line(line.as_bytes(), &mut Scratch::default(), &mut Vec::new())
    }

    #[test]
    fn plain_records_go_the_short_road() {
        for line in [
            r#"{"id":1,"antwoorden":{"wel":"ja","cijfer":12}}"#,
            r#" { "antwoorden" : { "cijfer" : "1" , "wel" : "onbekend" } , "id" : "a b" } "#,
            r#"{"antwoorden":{}}"#,
            r#"{"id":"x","regio":"Noord","jaar":2026,"antwoorden":{"wel":"nee"}}"#,
        ] {
            assert!(short(line), "{line}");
        }
    }

    #[test]
    fn all_else_is_left_to_those_who_know() {
        for line in [
            "",
            "{}",
            r#"{"id":1}"#,
            r#"{"id":1,"antwoorden":{"wel":"ja"}"#,
            r#"{"id":1,"antwoorden":{"wel":"ja",}}"#,
            r#"{"id":1,"antwoorden":{"wel":"ja"}}}"#,
            r#"{"id":1,"antwoorden":{"wel":"ja" "cijfer":1}}"#,
            r#"{"id":01,"antwoorden":{"wel":"ja"}}"#,
            r#"{"id":1.5,"antwoorden":{"wel":"ja"}}"#,
            r#"{"id":1,"id":2,"antwoorden":{"wel":"ja"}}"#,
            r#"{"id":1,"x":1,"x":2,"antwoorden":{"wel":"ja"}}"#,
            r#"{"id":1,"antwoorden":{"wel":"ja","wel":"ja"}}"#,
            r#"{"id":1,"antwoorden":{"wel":"misschien"}}"#,
            r#"{"id":1,"antwoorden":{"ander":"ja"}}"#,
            r#"{"id":1,"antwoorden":{"wel":true}}"#,
            r#"{"id":1,"antwoorden":{"cijfer":120}}"#,
            r#"{"id":1,"antwoorden":{"cijfer":1.0}}"#,
            r#"{"id":1,"antwoorden":{"cijfer":"1}}"#,
            r#"{"id":"\u0061","antwoorden":{"wel":"ja"}}"#,
            "{\"id\":\"a\tb\",\"antwoorden\":{\"wel\":\"ja\"}}",
        ] {
            assert!(!short(line), "{line}");
        }
    }
}
