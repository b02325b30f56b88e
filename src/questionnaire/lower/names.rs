//! What a name refers to. Within a row first the questions of that row, and of the row around it; then the list's own ids; with a point the ids
//! of a used list, which never nest.

use std::collections::BTreeMap;

use super::Context;
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form::Sort;
use crate::questionnaire::number::Number;
use crate::questionnaire::raw::word;
use crate::questionnaire::{DerivedIx, NumberRef, QuestionIx};
use crate::yaml::Node;

/// Where a name stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope {
    /// In which list.
    pub(super) list: usize,
    /// Within the rows of which list question.
    pub(super) row: Option<usize>,
    /// And that row within the rows of which other list question: a condition on rows within another.
    pub(super) outer: Option<usize>,
    /// Whether `kan` and `zeker` may be used.
    pub(super) routing: bool,
}

impl Scope {
    /// Anywhere in this list, outside rows and routing.
    pub(super) fn of(list: usize) -> Self {
        Self {
            list,
            row: None,
            outer: None,
            routing: false,
        }
    }

    /// The same within the rows of this list question.
    pub(super) fn within(self, row: usize) -> Self {
        Self {
            row: Some(row),
            outer: self.row,
            ..self
        }
    }

    /// The lists of whose rows this speaks, from the inside out.
    pub(super) fn rows(self) -> impl Iterator<Item = usize> {
        self.row.into_iter().chain(self.outer)
    }
}

impl Context<'_> {
    /// The full id for a name in this list: `kleur` in rihg is `rihg.kleur`; `personen.mensen` is itself.
    pub(super) fn full(&self, list: usize, name: &str) -> String {
        match name.split_once('.') {
            Some((own, rest)) if own == self.lists[list].id => {
                format!("{}{rest}", self.lists[list].prefix)
            }
            Some(_) => name.to_owned(),
            None => format!("{}{name}", self.lists[list].prefix),
        }
    }

    /// Whether this list stands at `gebruikt` and could not be read. That is said there; its names are not also unknown.
    pub(super) fn is_not_there(&self, list: usize, used: &str) -> bool {
        let words = self.lists[list].tree.get("gebruikt").and_then(Node::list);
        let mut words = words.unwrap_or_default().iter();
        words.any(|word| word.text() == Some(used))
            && !self.lists.iter().any(|list| list.id == used)
    }

    /// Whether this name is one of such a list.
    pub(super) fn in_absent_list(&self, list: usize, name: &str) -> bool {
        let used = name.split_once('.');
        used.is_some_and(|(used, _)| self.is_not_there(list, used))
    }

    /// The question that this name refers to.
    pub(super) fn question(&self, node: &Node, scope: &Scope) -> Option<usize> {
        let name = word(node, self.faults)?;
        for row in scope.rows() {
            let in_row = format!("{}/{name}", self.questions[row].id);
            if let Some(&found) = self.question_ids.get(&in_row) {
                return Some(found);
            }
        }
        let full = self.full(scope.list, name);
        if let Some(&found) = self.question_ids.get(&full) {
            let parent = self.questions[found].parent;
            if parent.is_some_and(|parent| !scope.rows().any(|row| row == parent)) {
                self.outside_row(node, name, found);
                return None;
            }
            return Some(found);
        }
        if self.in_absent_list(scope.list, name) {
            return None;
        }
        let row_of = self.row_questions(scope, name);
        let message = format!("Er is geen vraag `{name}`.");
        let tip = if self.derived_ids.contains_key(&full) {
            format!("`{name}` is een afgeleide. Schrijf `waarde_van: {name}`.")
        } else if let Some(list) = row_of {
            format!(
                "Er is wel een vraag `{name}` in de rijen van `{list}`. Gebruik `een_rij`, `elke_rij` of `aantal_rijen`."
            )
        } else {
            self.tip(scope, name, &self.question_ids)
        };
        self.faults
            .say(Code::UnknownReference, &node.place, message, tip);
        None
    }

    fn outside_row(&self, node: &Node, name: &str, found: usize) {
        let list = self.questions[found].parent;
        let list = list.map_or("", |list| self.questions[list].name);
        self.faults.say(
            Code::WrongUse,
            &node.place,
            format!("`{name}` staat in de rijen van `{list}`. Hier is niet duidelijk welke rij is bedoeld."),
            format!("Schrijf {{ een_rij: {list}, geldt: … }} of {{ elke_rij: {list}, geldt: … }}."),
        );
    }

    /// The list of this scope whose rows have a question with this name.
    pub(super) fn row_questions(&self, scope: &Scope, name: &str) -> Option<&str> {
        let found = self
            .questions
            .iter()
            .find(|entry| entry.list == scope.list && entry.name == name && entry.parent.is_some());
        found?.parent.map(|list| self.questions[list].name)
    }

    /// The names that could have been meant here, as their author would write them.
    fn tip(&self, scope: &Scope, name: &str, ids: &BTreeMap<String, usize>) -> String {
        let mut known = Vec::new();
        for row in scope.rows() {
            let prefix = format!("{}/", self.questions[row].id);
            let in_row = ids.keys().filter_map(|id| id.strip_prefix(&prefix));
            known.extend(in_row.map(str::to_owned));
        }
        let own = &self.lists[scope.list];
        let used: Vec<&str> = own
            .uses
            .iter()
            .map(|at| self.lists[*at].prefix.as_str())
            .collect();
        for id in ids.keys().filter(|id| !id.contains('/')) {
            match id.strip_prefix(own.prefix.as_str()) {
                Some(rest) if !rest.contains('.') => known.push(rest.to_owned()),
                _ if used
                    .iter()
                    .any(|prefix| !prefix.is_empty() && id.starts_with(prefix)) =>
                {
                    known.push(id.clone());
                }
                _ => {}
            }
        }
        did_you_mean(name, known.iter().map(String::as_str))
    }

    /// The derived value that this name refers to.
    pub(super) fn derived_value(&self, node: &Node, scope: &Scope) -> Option<DerivedIx> {
        let name = word(node, self.faults)?;
        let full = self.full(scope.list, name);
        if let Some(&found) = self.derived_ids.get(&full) {
            return Some(DerivedIx(found));
        }
        if self.in_absent_list(scope.list, name) {
            return None;
        }
        let message = format!("Er is geen afgeleide `{name}`.");
        let tip = if self.question_ids.contains_key(&full) {
            format!("`{name}` is een vraag. Schrijf `vraag: {name}`.")
        } else {
            self.tip(scope, name, &self.derived_ids)
        };
        self.faults
            .say(Code::UnknownReference, &node.place, message, tip);
        None
    }

    /// The question or derived value that this name refers to, without a fault where there is none.
    pub(super) fn either(&self, name: &str, scope: &Scope) -> Option<Either> {
        let full = self.full(scope.list, name);
        if let Some(&found) = self.question_ids.get(&full) {
            return Some(Either::Question(found));
        }
        let derived = self.derived_ids.get(&full);
        derived.map(|found| Either::Derived(DerivedIx(*found)))
    }

    /// The tip for a name that is neither a question nor a derived value.
    pub(super) fn either_tip(&self, name: &str, scope: &Scope) -> String {
        let mut ids = self.question_ids.clone();
        ids.extend(self.derived_ids.clone());
        self.tip(scope, name, &ids)
    }

    /// The list question that this name refers to.
    pub(super) fn list_question(&self, node: &Node, scope: &Scope) -> Option<QuestionIx> {
        let outside = Scope {
            row: None,
            outer: None,
            ..*scope
        };
        let found = self.question(node, &outside)?;
        if self.questions[found].sort == Some(Sort::List) {
            return Some(QuestionIx(found));
        }
        self.faults.say(
            Code::WrongUse,
            &node.place,
            format!(
                "`{}` is geen lijst, dus heeft geen rijen.",
                self.questions[found].name
            ),
            "Noem hier een vraag met `soort: lijst`.",
        );
        None
    }

    /// A number: written here, or the name of one under `getallen`.
    pub(super) fn number(&self, node: &Node, scope: &Scope) -> Option<NumberRef> {
        let said = word(node, self.faults)?;
        if let Some(number) = Number::parse(said) {
            return Some(NumberRef::Literal(number));
        }
        let full = self.full(scope.list, said);
        let mut at = 0;
        let mut known = Vec::new();
        for (list, head) in self.lists.iter().zip(&self.heads) {
            for (name, _) in &head.numbers {
                let id = format!("{}{name}", list.prefix);
                if id == full {
                    return Some(NumberRef::Named(at));
                }
                known.push(if list.prefix == self.lists[scope.list].prefix {
                    name.clone()
                } else {
                    id
                });
                at += 1;
            }
        }
        let (code, message) =
            if said.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
                (Code::BadValue, format!("`{said}` is geen getal."))
            } else {
                let message = format!("Er is geen getal `{said}` onder `getallen`.");
                (Code::UnknownReference, message)
            };
        let tip = if known.is_empty() || code == Code::BadValue {
            "Schrijf een getal, of geef het een naam onder `getallen`.".to_owned()
        } else {
            did_you_mean(said, known.iter().map(String::as_str))
        };
        self.faults.say(code, &node.place, message, tip);
        None
    }
}

/// A question or a derived value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Either {
    Question(usize),
    Derived(DerivedIx),
}
