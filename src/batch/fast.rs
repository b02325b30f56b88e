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
            format!(",\"vragenlijst\":{}", origin(list))
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
