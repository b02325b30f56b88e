//! Derived values: their keys, their levels, and whether they are a number or a level.

use std::collections::BTreeSet;

use super::head::{id, source};
use super::names::{Either, Scope};
use super::{Context, choices};
use crate::problem::{Code, Problem, did_you_mean};
use crate::questionnaire::number::Number;
use crate::questionnaire::raw::{Fields, one_or_more, size, word};
use crate::questionnaire::role::DerivedRole;
use crate::questionnaire::{
    Choice, Condition, Derived, DerivedIx, Formula, OptionId, Policy, Text,
};
use crate::yaml::Node;

/// A derived value before its names are resolved.
pub(super) struct DerivedEntry<'a> {
    pub(super) list: usize,
    /// Its full id.
    pub(super) id: String,
    /// Its id as the author wrote it.
    pub(super) name: &'a str,
    pub(super) node: &'a Node,
    pub(super) at: &'a Node,
}

/// What a derived value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Number,
    /// One of these levels, from light to heavy.
    Levels(Vec<String>),
}

impl<'a> Context<'a> {
    /// Gives every derived value its full id.
    pub(super) fn register_derived(&mut self) {
        for list in 0..self.lists.len() {
            for node in self.heads[list].derived {
                let Some(mut fields) = Fields::open(node, "een afgeleide", self.faults) else {
                    continue;
                };
                let Some((name, at)) = id(&mut fields, "id", self.faults) else {
                    continue;
                };
                let full = format!("{}{name}", self.lists[list].prefix);
                let first = match (self.derived_ids.get(&full), self.question_ids.get(&full)) {
                    (Some(first), _) => Some(self.derived[*first].at),
                    (None, Some(first)) => Some(self.questions[*first].at),
                    (None, None) => None,
                };
                if let Some(first) = first {
                    self.faults.add(
                        Problem::new(
                            Code::RepeatedId,
                            at.place.clone(),
                            format!("De id `{name}` is al van een vraag of een andere afgeleide."),
                            "Geef elke afgeleide een eigen id.",
                        )
                        .and(first.place.clone(), "hier staat die"),
                    );
                    continue;
                }
                self.derived_ids.insert(full.clone(), self.derived.len());
                self.derived.push(DerivedEntry {
                    list,
                    id: full,
                    name,
                    node,
                    at,
                });
            }
        }
    }

    /// Whether a derived value is a number or a level. Reads the tree only, so that order does not matter.
    pub(super) fn shape(&self, at: DerivedIx) -> Shape {
        self.shape_within(at, &mut BTreeSet::new())
    }

    fn shape_within(&self, at: DerivedIx, seen: &mut BTreeSet<usize>) -> Shape {
        let entry = &self.derived[at.0];
        if !seen.insert(at.0) {
            return Shape::Number;
        }
        if let Some(levels) = entry.node.get("niveaus") {
            let silent = crate::questionnaire::raw::Faults::default();
            let head = &self.heads[entry.list];
            let levels = choices::options(levels, &head.scales, self.shared, &silent);
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

    /// All derived values, in the order they stand in; `broken` gets the ids of those with a fault.
    pub(super) fn lower_derived(&self, broken: &mut BTreeSet<String>) -> Vec<Derived> {
        let outcome: Vec<Option<Condition>> = (0..self.lists.len())
            .map(|list| self.applicable(list))
            .collect();
        let mut all = Vec::new();
        for (at, entry) in self.derived.iter().enumerate() {
            let before = self.faults.count();
            let mut derived = self.lower_one(DerivedIx(at));
            if self.faults.count() > before {
                broken.insert(entry.id.clone());
            }
            if let Some(applicable) = outcome[entry.list].clone() {
                let when = derived.when.take();
                derived.when = Some(super::condition::all(
                    std::iter::once(applicable).chain(when).collect(),
                ));
            }
            all.push(derived);
        }
        all
    }

    /// A used list that gives no outcome hides its own derived values, and nothing of the list that uses it.
    fn applicable(&self, list: usize) -> Option<Condition> {
        if list == 0 {
            return None;
        }
        let rows = self.lower_not_applicable(list);
        let never: Vec<Condition> = rows.into_iter().map(|row| row.when).collect();
        (!never.is_empty()).then(|| Condition::Not(Box::new(Condition::Any(never))))
    }

    fn lower_one(&self, at: DerivedIx) -> Derived {
        let entry = &self.derived[at.0];
        let head = &self.heads[entry.list];
        let scope = Scope::of(entry.list);
        let mut derived = Derived {
            id: entry.id.clone(),
            title: None,
            help: None,
            when: None,
            formula: Formula::Sum(Vec::new()),
            levels: Vec::new(),
            unknown: Policy::Withhold,
            role: None,
            source: head.source.clone(),
            place: entry.at.place.clone(),
        };
        let Some(mut fields) = Fields::open(entry.node, "een afgeleide", self.faults) else {
            return derived;
        };
        fields.allow(&["id"]);
        derived.title = fields.text("titel");
        derived.help = fields.text("uitleg");
        if let Some(node) = fields.get("bron") {
            derived.source = source(head, node, self.faults);
        }
        derived.when = fields
            .get("als")
            .and_then(|node| self.condition(node, &scope));
        derived.unknown = self.policy(&mut fields);
        derived.role = self.derived_role(&mut fields);
        derived.levels = self.levels(&mut fields, at);
        let found = self.formula(at, &mut fields, &scope, &derived.source);
        derived.formula = found.unwrap_or(derived.formula);
        fields.finish();
        derived
    }

    /// The levels with their texts: declared, or those of the options it chooses from, or its own words.
    fn levels(&self, fields: &mut Fields<'a>, at: DerivedIx) -> Vec<Choice> {
        let entry = &self.derived[at.0];
        if let Some(node) = fields.get("niveaus") {
            let head = &self.heads[entry.list];
            return choices::options(node, &head.scales, self.shared, self.faults);
        }
        let Shape::Levels(levels) = self.shape(at) else {
            return Vec::new();
        };
        let texts = self.texts_of_inputs(entry);
        levels
            .into_iter()
            .map(|level| {
                let known = texts.iter().find(|choice| *choice.id.0 == *level);
                known.cloned().unwrap_or_else(|| Choice {
                    text: Text::from(spoken(&level).as_str()),
                    id: OptionId::from(level.as_str()),
                    help: None,
                    points: None,
                    role: None,
                })
            })
            .collect()
    }

    /// The options or levels that `hoogste` or `laagste` chooses from.
    fn texts_of_inputs(&self, entry: &DerivedEntry<'a>) -> Vec<Choice> {
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
                let silent = crate::questionnaire::raw::Faults::default();
                let other = &self.derived[at.0];
                let head = &self.heads[other.list];
                other.node.get("niveaus").map_or(Vec::new(), |node| {
                    choices::options(node, &head.scales, self.shared, &silent)
                })
            }
            None => Vec::new(),
        }
    }

    fn policy(&self, fields: &mut Fields<'a>) -> Policy {
        let Some(node) = fields.get("onbekend") else {
            return Policy::Withhold;
        };
        match node.text() {
            Some("onthouden") => return Policy::Withhold,
            Some("als_nee") => return Policy::AsNo,
            Some("als_ja") => return Policy::AsYes,
            None if node.get("naar_rato").is_some() => {
                let missing = node
                    .get("naar_rato")
                    .and_then(|node| size(node, self.faults));
                return missing.map_or(Policy::Withhold, Policy::ProRata);
            }
            _ => {}
        }
        let said = node.text().unwrap_or("");
        self.faults.say(
            Code::WrongType,
            &node.place,
            "Zo kan `onbekend` niet worden behandeld.",
            match crate::problem::nearest(said, ["onthouden", "als_nee", "als_ja"]) {
                Some(meant) => format!("Bedoelde u `{meant}`?"),
                None => "Kies `onthouden`, `als_nee`, `als_ja` of `{ naar_rato: 3 }`.".to_owned(),
            },
        );
        Policy::Withhold
    }

    fn derived_role(&self, fields: &mut Fields<'a>) -> Option<DerivedRole> {
        let node = fields.get("rol")?;
        let name = word(node, self.faults)?;
        let role = DerivedRole::parse(name);
        if role.is_none() {
            self.faults.say(
                Code::BadRole,
                &node.place,
                format!("De rol `{name}` bestaat niet voor een afgeleide."),
                did_you_mean(name, DerivedRole::ALL.iter().map(|role| role.name())),
            );
        }
        role
    }
}

/// The ids of these options.
fn ids(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|choice| choice.id.to_string()).collect()
}

/// A level without a text of its own, as a reader sees it: `niet_gehaald` is *niet gehaald*.
fn spoken(level: &str) -> String {
    level.replace('_', " ")
}
