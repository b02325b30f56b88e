//! Puts the parts of all lists in the order in which they are walked, each once.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use super::head::id;
use super::names::Scope;
use crate::problem::{Code, Problem, did_you_mean};
use crate::questionnaire::form;
use crate::questionnaire::raw::{Fields, items, text, word};
use crate::questionnaire::{Condition, Part, Text};
use crate::yaml::Node;

/// A part in its place.
pub(super) struct PartEntry<'a> {
    pub(super) list: usize,
    pub(super) id: String,
    pub(super) node: &'a Node,
    /// The conditions of the places where it is used, each with the list it is written in, from outside in.
    pub(super) used_when: Vec<(usize, &'a Node)>,
    /// The text of the place where it is used, for the first part placed there.
    pub(super) introduction: Option<&'a Node>,
    pub(super) questions: Vec<usize>,
}

/// What has been placed so far: part by list and id.
type Placed = BTreeSet<(usize, String)>;

impl<'a> Context<'a> {
    /// Walks the parts of the first list, with those of the used lists where they are placed.
    pub(super) fn place_parts(&mut self) {
        let mut placed = Placed::new();
        self.place_list(0, &mut placed, &[], None);
        // What has no place is reported, and registered all the same: names in it are not also called unknown.
        for list in 1..self.lists.len() {
            for (part, at) in self.own_parts(list) {
                if placed.contains(&(list, part.to_owned())) || self.only_places(list, part) {
                    continue;
                }
                let used = &self.lists[list].id;
                self.faults.add(
                    Problem::new(
                        Code::Unplaced,
                        self.use_of(list).unwrap_or(at).place.clone(),
                        format!("Het onderdeel `{used}.{part}` van deze lijst heeft geen plek."),
                        format!("Zet een onderdeel met `gebruik: {used}` of `gebruik: {used}.{part}` op de goede plek."),
                    )
                    .and(at.place.clone(), "dit onderdeel"),
                );
                self.place_part(list, part, &mut placed, &[], None);
            }
        }
        self.names_inside_and_outside_rows();
    }

    /// Whether this part only gives another list its place; that list then counts, not this part.
    fn only_places(&self, list: usize, part: &str) -> bool {
        let mut parts = self.heads[list].parts.iter();
        let found = parts.find(|node| node.get("id").and_then(Node::text) == Some(part));
        found.is_some_and(|node| node.get("gebruik").is_some())
    }

    /// The word under `gebruikt` that takes this list along.
    fn use_of(&self, list: usize) -> Option<&'a Node> {
        let using = self.lists.iter().find(|other| other.uses.contains(&list))?;
        let words = using.tree.get("gebruikt")?.list()?;
        words
            .iter()
            .find(|word| word.text() == Some(&self.lists[list].id))
    }

    /// The ids of the parts of a list, in order, each with its node; a repeated id only once.
    fn own_parts(&self, list: usize) -> Vec<(&'a str, &'a Node)> {
        let mut parts: Vec<(&'a str, &'a Node)> = Vec::new();
        let mut seen = BTreeSet::new();
        for node in self.heads[list].parts {
            if let Some(id) = node.get("id")
                && let Some(name) = id.text()
                && seen.insert(name)
            {
                parts.push((name, id));
            }
        }
        parts
    }

    fn place_list(
        &mut self,
        list: usize,
        placed: &mut Placed,
        when: &[(usize, &'a Node)],
        mut introduction: Option<&'a Node>,
    ) {
        let mut seen: BTreeMap<&str, &Node> = BTreeMap::new();
        for node in self.heads[list].parts {
            let name = node.get("id");
            if let Some(at) = name
                && let Some(id) = at.text()
                && let Some(first) = seen.insert(id, at)
            {
                self.faults.add(
                    Problem::new(
                        Code::RepeatedId,
                        at.place.clone(),
                        format!("Er is al een onderdeel `{id}`."),
                        "Geef elk onderdeel een eigen id.",
                    )
                    .and(first.place.clone(), "hier staat het"),
                );
                continue;
            }
            self.place_node(list, node, placed, when, introduction.take());
        }
    }

    fn place_part(
        &mut self,
        list: usize,
        part: &str,
        placed: &mut Placed,
        when: &[(usize, &'a Node)],
        introduction: Option<&'a Node>,
    ) {
        let found = self.heads[list]
            .parts
            .iter()
            .find(|node| node.get("id").and_then(Node::text) == Some(part));
        if let Some(node) = found {
            self.place_node(list, node, placed, when, introduction);
        }
    }

    fn place_node(
        &mut self,
        list: usize,
        node: &'a Node,
        placed: &mut Placed,
        when: &[(usize, &'a Node)],
        introduction: Option<&'a Node>,
    ) {
        let Some(mut fields) = Fields::one_of(node, &form::PARTS, self.faults) else {
            return;
        };
        let name = if fields.has("gebruik") && !fields.has("id") {
            None
        } else {
            id(&mut fields, "id", self.faults).map(|(name, _)| name)
        };
        if let Some(name) = name
            && !placed.insert((list, name.to_owned()))
        {
            return;
        }
        let own_when = fields.get("als").map(|node| (list, node));
        let when: Vec<_> = when.iter().copied().chain(own_when).collect();
        if !fields.has("gebruik") {
            self.place_own(list, node, name, fields, when, introduction);
            return;
        }
        let used = fields.need("gebruik");
        let introduction = fields.get("uitleg").or(introduction);
        for key in ["titel", "uitleg", "bron"] {
            fields.text(key);
        }
        fields.finish();
        let Some((other, part)) = used.and_then(|used| self.used_list(list, used)) else {
            return;
        };
        match part {
            None => self.place_list(other, placed, &when, introduction),
            Some(part) => self.place_part(other, part, placed, &when, introduction),
        }
    }

    /// What `gebruik` names: a used list, or one part of it.
    fn used_list(&self, list: usize, node: &'a Node) -> Option<(usize, Option<&'a str>)> {
        let said = word(node, self.faults)?;
        let (name, part) = match said.split_once('.') {
            Some((name, part)) => (name, Some(part)),
            None => (said, None),
        };
        let uses = &self.lists[list].uses;
        let Some(&other) = uses.iter().find(|at| self.lists[**at].id == name) else {
            if self.is_not_there(list, name) {
                return None;
            }
            let known = uses.iter().map(|at| self.lists[*at].id.as_str());
            let tip = if uses.is_empty() {
                format!("Zet `gebruikt: [ {name} ]` in de kop.")
            } else {
                format!(
                    "{} Of zet `{name}` bij `gebruikt` in de kop.",
                    did_you_mean(name, known)
                )
            };
            let message = format!("De lijst `{name}` staat niet bij `gebruikt`.");
            self.faults
                .say(Code::UnknownReference, &node.place, message, tip);
            return None;
        };
        let parts = self.own_parts(other);
        if let Some(part) = part
            && !parts.iter().any(|(known, _)| *known == part)
        {
            self.faults.say(
                Code::UnknownReference,
                &node.place,
                format!("De lijst `{name}` heeft geen onderdeel `{part}`."),
                did_you_mean(part, parts.iter().map(|(known, _)| *known)),
            );
            return None;
        }
        Some((other, part))
    }

    fn place_own(
        &mut self,
        list: usize,
        node: &'a Node,
        name: Option<&'a str>,
        mut fields: Fields<'a>,
        used_when: Vec<(usize, &'a Node)>,
        introduction: Option<&'a Node>,
    ) {
        let part = self.parts.len();
        let questions = fields
            .need("vragen")
            .map_or(&[][..], |node| items(node, self.faults));
        fields.finish();
        self.parts.push(PartEntry {
            list,
            id: format!("{}{}", self.lists[list].prefix, name.unwrap_or("")),
            node,
            used_when,
            introduction,
            questions: Vec::new(),
        });
        for question in questions {
            if let Some(at) = self.register(list, part, None, question) {
                self.parts[part].questions.push(at);
            }
        }
    }

    /// The checked part.
    pub(super) fn part(&self, part: &PartEntry<'a>) -> Part {
        let mut when: Vec<Condition> = Vec::new();
        let mut when_at = Vec::new();
        for (list, node) in &part.used_when {
            let scope = Scope {
                routing: true,
                ..Scope::of(*list)
            };
            if let Some(condition) = self.condition(node, &scope) {
                when.push(condition);
                when_at.push(node.place.clone());
            }
        }
        let mut title = Text::from(part.id.as_str());
        let mut about = None;
        let mut together = false;
        if let Some(mut fields) = Fields::one_of(part.node, &form::PARTS, self.faults) {
            if let Some(node) = fields.need("titel") {
                title = text(node, self.faults).unwrap_or(title);
            }
            about = fields.text("uitleg");
            together = fields.flag("samen");
        }
        let introduction = part.introduction.and_then(|node| text(node, self.faults));
        Part {
            id: part.id.clone(),
            list: self.lists[part.list].id.clone(),
            title,
            about: introduction.or(about),
            when: match when.len() {
                0 | 1 => when.pop(),
                _ => Some(Condition::All(when)),
            },
            when_at,
            together,
            questions: part
                .questions
                .iter()
                .map(|at| crate::questionnaire::QuestionIx(*at))
                .collect(),
            place: part.node.get("id").unwrap_or(part.node).place.clone(),
        }
    }
}
