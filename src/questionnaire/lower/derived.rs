//! Derived values: their keys, their levels, their policy for what is unknown.

use std::collections::BTreeSet;

use super::head::{id, source};
use super::names::Scope;
use super::shape::Shape;
use super::{Context, choices};
use crate::problem::{Code, Problem, did_you_mean};
use crate::questionnaire::form;
use crate::questionnaire::raw::{Fields, word};
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

impl<'a> Context<'a> {
    /// Gives every derived value its full id.
    pub(super) fn register_derived(&mut self) {
        for list in 0..self.lists.len() {
            for node in self.heads[list].derived {
                let Some(mut fields) = Fields::of(node, &form::DERIVED, self.faults) else {
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

    /// All derived values, in the order they stand in; `broken` gets the ids of those with a fault.
    pub(super) fn lower_derived(&self, broken: &mut BTreeSet<String>) -> Vec<Derived> {
        let outcome: Vec<Option<Condition>> = (0..self.lists.len())
            .map(|list| self.applicable(list))
            .collect();
        let mut all = Vec::new();
        for (at, entry) in self.derived.iter().enumerate() {
            let before = self.noted();
            let mut derived = self.lower_one(DerivedIx(at));
            if self.noted() > before {
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
    pub(super) fn applicable(&self, list: usize) -> Option<Condition> {
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
        let Some(mut fields) = Fields::of(entry.node, &form::DERIVED, self.faults) else {
            return derived;
        };
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
            let levels =
                choices::options(node, &form::LEVEL, &head.scales, self.shared, self.faults);
            for level in &levels {
                let own = node.list().unwrap_or_default().iter();
                let at = own.filter_map(|row| row.get("id"));
                let at = at.into_iter().find(|at| at.text() == Some(&*level.id.0));
                self.reserved_level(&level.id.0, at.unwrap_or(node));
            }
            return levels;
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

    /// A level may not be called what a worked case says when there is no level.
    pub(super) fn reserved_level(&self, level: &str, at: &Node) {
        if form::NO_LEVEL.contains(&level) {
            self.faults.say(
                Code::BadId,
                &at.place,
                format!("Een niveau kan niet `{level}` heten: in een proefgeval betekent dat woord iets anders."),
                "Kies een andere id, zoals `niet_nodig`. In `tekst` mag het woord wel.",
            );
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
                let missing =
                    Fields::of(node, &form::POLICY, self.faults).and_then(|mut fields| {
                        let missing = fields.size("naar_rato");
                        fields.finish();
                        missing
                    });
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

/// A level without a text of its own, as a reader sees it: `niet_gehaald` is *niet gehaald*.
fn spoken(level: &str) -> String {
    level.replace('_', " ")
}
