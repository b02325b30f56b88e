//! Gives every question its full id, and reports ids that are taken.

use super::head::id;
use super::sort::sort;
use super::{Context, choices};
use crate::problem::{Code, Problem};
use crate::questionnaire::Choice;
use crate::questionnaire::form::{self, Sort};
use crate::questionnaire::raw::{Fields, items};
use crate::yaml::Node;

/// A question in its place, before its names are resolved.
pub(super) struct QuestionEntry<'a> {
    pub(super) list: usize,
    pub(super) part: usize,
    pub(super) parent: Option<usize>,
    /// Its full id.
    pub(super) id: String,
    /// Its id as the author wrote it.
    pub(super) name: &'a str,
    pub(super) node: &'a Node,
    pub(super) at: &'a Node,
    pub(super) sort: Option<Sort>,
    pub(super) options: Vec<Choice>,
    pub(super) not_applicable: bool,
    /// Its kind or its options hold a fault.
    pub(super) faulty: bool,
}

impl<'a> Context<'a> {
    /// Gives a question, and the questions of its rows, their full ids.
    pub(super) fn register(
        &mut self,
        list: usize,
        part: usize,
        parent: Option<usize>,
        node: &'a Node,
    ) -> Option<usize> {
        let mut fields = Fields::of(node, &form::QUESTION, self.faults)?;
        let (name, at) = id(&mut fields, "id", self.faults)?;
        let before = self.faults.count();
        let sort = fields
            .need("soort")
            .and_then(|node| sort(node, self.faults));
        let full = match parent {
            Some(parent) => format!("{}/{name}", self.questions[parent].id),
            None => format!("{}{name}", self.lists[list].prefix),
        };
        if let Some(&first) = self.question_ids.get(&full) {
            self.repeated(at, name, self.questions[first].at);
            return None;
        }
        if parent.is_some() && sort.is_some_and(|sort| !sort.fits_in_row()) {
            self.faults.say(
                Code::NestedList,
                &node.get("soort").unwrap_or(node).place,
                "In een rij van een lijst kan geen `lijst` en geen `rangorde` staan.",
                "Maak er een eigen lijst van, met een `verwijzing` naar de rij van deze.",
            );
            return None;
        }
        let options = match (sort.is_some_and(Sort::has_options), fields.get("opties")) {
            (true, Some(node)) => choices::options(
                node,
                &form::OPTION,
                &self.heads[list].scales,
                self.shared,
                self.faults,
            ),
            _ => Vec::new(),
        };
        let faulty = self.faults.count() > before;
        let at_index = self.questions.len();
        self.question_ids.insert(full.clone(), at_index);
        self.questions.push(QuestionEntry {
            list,
            part,
            parent,
            id: full,
            name,
            node,
            at,
            sort,
            options,
            not_applicable: node.get("nvt").and_then(Node::text) == Some("ja"),
            faulty,
        });
        if sort == Some(Sort::List)
            && let Some(rows) = fields.get("vragen")
        {
            for row in items(rows, self.faults) {
                self.register(list, part, Some(at_index), row);
            }
        }
        Some(at_index)
    }

    fn repeated(&self, at: &Node, name: &str, first: &Node) {
        self.faults.add(
            Problem::new(
                Code::RepeatedId,
                at.place.clone(),
                format!("De id `{name}` is al van een andere vraag."),
                "Geef elke vraag een eigen id, ook als ze op elkaar lijken.",
            )
            .and(first.place.clone(), "hier staat die vraag"),
        );
    }

    /// A question of a row may not be called as a question of the same list outside it.
    pub(super) fn names_inside_and_outside_rows(&self) {
        for entry in self.questions.iter().filter(|entry| entry.parent.is_some()) {
            let outside = format!("{}{}", self.lists[entry.list].prefix, entry.name);
            if let Some(&other) = self.question_ids.get(&outside) {
                self.repeated(entry.at, entry.name, self.questions[other].at);
            }
        }
    }
}
