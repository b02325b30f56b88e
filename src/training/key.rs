//! The makers' key: their answers to the list that participants answer, and their reasons. Read by the one interpreter.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::case::{Fact, Round, Sentence, Situation};
use super::forms::{Forms, GivenRows};
use crate::answer::{self, Answers, Key, RowId};
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::raw::{Faults, Fields, text};
use crate::questionnaire::{Kind, QuestionIx, Role};
use crate::text::nl;
use crate::yaml::{Node, Tree};

const ROUNDS: &str = "rondes";
const FACTS: &str = "gegevens";
const SITUATIONS: &str = "situaties";
const REASON: &str = "reden";

/// What the makers answered, and why.
#[derive(Clone, Debug, Default)]
pub struct MakersKey {
    /// Their answers, with all rows of the case.
    pub answers: Answers,
    reasons: BTreeMap<About, String>,
}

/// What a reason is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Row(QuestionIx, RowId),
    Order,
    Conclusions,
}

impl MakersKey {
    /// Why they answered this question so.
    pub fn reason(&self, forms: &Forms, key: &Key) -> Option<&str> {
        let list = &forms.exercise;
        let asked = list.question(list.find(&key.question.0)?);
        let about = match (&key.row, asked.parent) {
            (Some(row), Some(parent)) => About::Row(parent, row.clone()),
            _ if matches!(asked.kind, Kind::Ranking { .. }) => About::Order,
            _ => About::Conclusions,
        };
        self.reasons.get(&about).map(String::as_str)
    }
}

/// What of a case the key speaks of.
pub(super) struct Told<'a> {
    pub rounds: &'a [Round],
    pub sentences: &'a [Sentence],
    pub situations: &'a [Situation],
    pub day: NaiveDate,
}

/// Reads the key.
pub(super) fn read(node: &Node, told: &Told<'_>, forms: &Forms, faults: &Faults) -> MakersKey {
    let mut fields = match Fields::open(node, "een sleutel", faults) {
        Some(fields) => fields,
        None => return MakersKey::default(),
    };
    let mut reader = Reader {
        forms,
        faults,
        entries: Vec::new(),
        reasons: BTreeMap::new(),
    };
    let rounds = told.rounds.iter().map(|one| (&one.id, one.title.as_str()));
    let rounds: Vec<_> = rounds.collect();
    reader.rows(fields.need(ROUNDS), node, forms.rounds(), &rounds, true);
    let facts = told.rounds.iter().flat_map(|round| &round.facts);
    let facts: Vec<_> = facts.map(|Fact { id, text }| (id, text.as_str())).collect();
    reader.rows(fields.need(FACTS), node, forms.facts(), &facts, false);
    let sentences = told.sentences.iter();
    let sentences: Vec<_> = sentences.map(|one| (&one.id, one.text.as_str())).collect();
    reader.rows(None, node, forms.sentences(), &sentences, false);
    let situations = told.situations.iter();
    let situations: Vec<_> = situations.map(|one| (&one.id, one.text.as_str())).collect();
    let found = fields.need(SITUATIONS);
    reader.rows(found, node, forms.situations(), &situations, true);
    reader.order(fields.need("top3"));
    reader.conclusions(fields.need("conclusies"));
    fields.finish();
    let tree = Node {
        value: Tree::Map(reader.entries),
        place: node.place.clone(),
    };
    let answers = match answer::read(&forms.exercise, &tree, told.day) {
        Ok(answers) => answers,
        Err(problems) => {
            problems.into_iter().for_each(|one| faults.add(one));
            Answers::default()
        }
    };
    MakersKey {
        answers,
        reasons: reader.reasons,
    }
}

struct Reader<'a> {
    forms: &'a Forms,
    faults: &'a Faults,
    /// What the key says, as an answers file would.
    entries: Vec<(Node, Node)>,
    reasons: BTreeMap<About, String>,
}

impl Reader<'_> {
    /// The answers in the rows of one list.
    fn rows(
        &mut self,
        node: Option<&Node>,
        key: &Node,
        given: Option<GivenRows>,
        rows: &[(&RowId, &str)],
        reasoned: bool,
    ) {
        let Some(given) = given else { return };
        let entries = node.map_or(&[][..], |node| node.map().unwrap_or_default());
        for (name, _) in entries {
            let said = name.text().unwrap_or_default();
            if !rows.iter().any(|(id, _)| id.0 == said) {
                let known = rows.iter().map(|(id, _)| id.0.as_str());
                self.faults.say(
                    Code::UnknownReference,
                    &name.place,
                    nl().training.no_such_row(said),
                    did_you_mean(said, known),
                );
            }
        }
        let list = &self.forms.exercise;
        let mut made = Vec::new();
        for (id, words) in rows {
            let mut row = vec![
                (scalar("id", key), scalar(&id.0, key)),
                (
                    scalar(list.question(given.text).short_id(), key),
                    scalar(words, key),
                ),
            ];
            let entry = entries.iter().find(|(name, _)| name.text() == Some(&id.0));
            if let Some((name, value)) = entry {
                self.map(
                    name,
                    value,
                    About::Row(given.list, (*id).clone()),
                    reasoned,
                    &mut row,
                );
                let rated: Vec<QuestionIx> = self.forms.rated(given.list).collect();
                self.all_there(name, &rated, &row);
            } else if let Some(node) = node {
                let (says, tip) = (
                    nl().training.no_key(&id.0),
                    nl().training.no_key_todo(&id.0),
                );
                self.faults.say(Code::MissingKey, &node.place, says, tip);
            }
            made.push(Node {
                value: Tree::Map(row),
                place: key.place.clone(),
            });
        }
        let rows = Node {
            value: Tree::List(made),
            place: node.unwrap_or(key).place.clone(),
        };
        self.entries
            .push((scalar(&list.question(given.list).id.0, key), rows));
    }

    /// Takes answers from a map, and the reason out of it.
    fn map(
        &mut self,
        name: &Node,
        value: &Node,
        about: About,
        reasoned: bool,
        into: &mut Vec<(Node, Node)>,
    ) {
        let said = &nl().training;
        let Some(entries) = value.map() else {
            self.faults.say(
                Code::WrongType,
                &value.place,
                said.no_map(name.text().unwrap_or_default()),
                said.no_map_todo(),
            );
            return;
        };
        let mut reason = None;
        for (key, answer) in entries {
            if key.text() == Some(REASON) {
                reason = text(answer, self.faults).map(|text| text.nl);
            } else {
                into.push((key.clone(), answer.clone()));
            }
        }
        match reason {
            Some(reason) => _ = self.reasons.insert(about, reason),
            None if reasoned && value.get(REASON).is_none() => {
                let what = name.text().unwrap_or_default();
                let (says, tip) = (said.no_reason(what), said.no_reason_todo());
                self.faults.say(Code::MissingKey, &name.place, says, tip);
            }
            None => {}
        }
    }

    /// Everything that participants choose has an answer in the key.
    fn all_there(&self, name: &Node, questions: &[QuestionIx], there: &[(Node, Node)]) {
        for at in questions {
            let id = self.forms.exercise.question(*at).short_id();
            if !there.iter().any(|(key, _)| key.text() == Some(id)) {
                let said = &nl().training;
                let what = name.text().unwrap_or_default();
                self.faults.say(
                    Code::MissingKey,
                    &name.place,
                    said.no_answer(what, id),
                    said.no_answer_todo(id),
                );
            }
        }
    }

    fn order(&mut self, node: Option<&Node>) {
        let Some(node) = node else { return };
        let Some(mut fields) = Fields::open(node, "de volgorde in een sleutel", self.faults) else {
            return;
        };
        let order = fields.need("volgorde");
        let reason = fields.need(REASON).and_then(|node| text(node, self.faults));
        fields.finish();
        if let Some(reason) = reason {
            self.reasons.insert(About::Order, reason.nl);
        }
        let ranking = self.forms.exercise.by_role(Role::ExerciseOrder);
        if let (Some(order), Some(at)) = (order, ranking) {
            let id = &self.forms.exercise.question(at).id;
            self.entries.push((scalar(&id.0, node), order.clone()));
        }
    }

    fn conclusions(&mut self, node: Option<&Node>) {
        let Some(node) = node else { return };
        let name = scalar("conclusies", node);
        let mut found = Vec::new();
        self.map(&name, node, About::Conclusions, true, &mut found);
        let conclusions: Vec<QuestionIx> = self.forms.conclusions().collect();
        if node.map().is_some() {
            self.all_there(&name, &conclusions, &found);
        }
        let list = &self.forms.exercise;
        let known = conclusions.iter().map(|at| list.question(*at).short_id());
        let known: Vec<&str> = known.collect();
        for (key, answer) in found {
            let said = key.text().unwrap_or_default();
            if known.contains(&said) {
                self.entries.push((key, answer));
                continue;
            }
            let says = nl().training.no_conclusion(said);
            let tip = did_you_mean(said, known.iter().copied());
            self.faults.say(Code::UnknownKey, &key.place, says, tip);
        }
    }
}

/// A word at the place of something else.
fn scalar(word: &str, at: &Node) -> Node {
    Node {
        value: Tree::Scalar {
            text: word.to_owned(),
            plain: false,
        },
        place: at.place.clone(),
    }
}
