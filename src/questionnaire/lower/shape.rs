//! Whether a derived value is a number or a level, and which levels. Reads the trees only, so that order does not matter.

use std::collections::BTreeSet;

use super::derived::DerivedEntry;
use super::names::{Either, Scope};
use super::{Context, choices};
use crate::questionnaire::Choice;
use crate::questionnaire::DerivedIx;
use crate::questionnaire::form::LEVEL;
use crate::questionnaire::number::Number;
use crate::questionnaire::raw::{Faults, one_or_more};
use crate::yaml::Node;

/// What a derived value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Number,
    /// One of these levels, from light to heavy.
    Levels(Vec<String>),
}

impl<'a> Context<'a> {
    /// Whether a derived value is a number or a level.
    pub(super) fn shape(&self, at: DerivedIx) -> Shape {
        self.shape_within(at, &mut BTreeSet::new())
    }

    fn shape_within(&self, at: DerivedIx, seen: &mut BTreeSet<usize>) -> Shape {
        let entry = &self.derived[at.0];
        if !seen.insert(at.0) {
            return Shape::Number;
        }
        if let Some(levels) = entry.node.get("niveaus") {
            let silent = Faults::default();
            let head = &self.heads[entry.list];
            let levels = choices::options(levels, &LEVEL, &head.scales, self.shared, &silent);
            return Shape::Levels(ids(&levels));
        }
        for key in ["hoogste", "laagste"] {
            if let Some(node) = entry.node.get(key) {
                let scope = Scope::of(entry.list);
                return match one_or_more(node).first() {
                    Some(first) => self.input_shape(first, &scope, seen),
                    None => Shape::Number,
                };
            }
        }
        let rows = match (entry.node.get("banden"), entry.node.get("tabel")) {
            (Some(inner), _) | (_, Some(inner)) => inner.get("rijen"),
            _ => entry.node.get("regels"),
        };
        let Some(rows) = rows.and_then(Node::list) else {
            return Shape::Number;
        };
        let mut rows: Vec<&Node> = rows.iter().collect();
        if entry.node.get("banden").is_some() {
            rows.sort_by_key(|row| self.lower_bound(row, entry.list));
        }
        let mut levels: Vec<String> = Vec::new();
        for row in rows {
            let level = row.get("is").or_else(|| row.get("anders"));
            if let Some(level) = level.and_then(Node::text)
                && !levels.iter().any(|known| known == level)
            {
                levels.push(level.to_owned());
            }
        }
        Shape::Levels(levels)
    }

    /// Where a band begins, from its tree; one without a beginning comes first.
    fn lower_bound(&self, row: &Node, list: usize) -> Option<Number> {
        let said = row.get("vanaf")?.text()?;
        let mut named = self.heads[list].numbers.iter();
        Number::parse(said).or_else(|| {
            let (_, rows) = named.find(|(name, _)| name == said)?;
            rows.first().map(|row| row.value)
        })
    }

    /// What the first of several inputs is.
    fn input_shape(&self, node: &Node, scope: &Scope, seen: &mut BTreeSet<usize>) -> Shape {
        let found = match (node.get("rijen"), node.get("vraag")) {
            (Some(list), Some(name)) => {
                let id = format!(
                    "{}/{}",
                    list.text().unwrap_or(""),
                    name.text().unwrap_or("")
                );
                self.either(&id, scope)
            }
            _ => node.text().and_then(|name| self.either(name, scope)),
        };
        match found {
            Some(Either::Question(at)) if !self.questions[at].options.is_empty() => {
                Shape::Levels(ids(&self.questions[at].options))
            }
            Some(Either::Derived(at)) => self.shape_within(at, seen),
            _ => Shape::Number,
        }
    }

    /// The options or levels that `hoogste` or `laagste` chooses from.
    pub(super) fn texts_of_inputs(&self, entry: &DerivedEntry<'a>) -> Vec<Choice> {
        let node = entry.node.get("hoogste").or(entry.node.get("laagste"));
        let Some(first) = node.and_then(|node| one_or_more(node).first()) else {
            return Vec::new();
        };
        let name = match (first.get("rijen"), first.get("vraag")) {
            (Some(list), Some(name)) => {
                format!(
                    "{}/{}",
                    list.text().unwrap_or(""),
                    name.text().unwrap_or("")
                )
            }
            _ => first.text().unwrap_or("").to_owned(),
        };
        match self.either(&name, &Scope::of(entry.list)) {
            Some(Either::Question(at)) => self.questions[at].options.clone(),
            Some(Either::Derived(at)) => {
                let silent = Faults::default();
                let other = &self.derived[at.0];
                let head = &self.heads[other.list];
                other.node.get("niveaus").map_or(Vec::new(), |node| {
                    choices::options(node, &LEVEL, &head.scales, self.shared, &silent)
                })
            }
            None => Vec::new(),
        }
    }
}

/// The ids of these options.
fn ids(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|choice| choice.id.to_string()).collect()
}
