//! Reads what a worked case expects, each name held against the list.

use std::collections::BTreeSet;

use super::form::EXPECTATION;
use super::{At, Awaited, Expected, Got, Is, Ranked, Reasoned};
use super::{period, ranked};
use crate::answer::Answers;
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::raw::{Faults, Fields, number, one_or_more, word};
use crate::questionnaire::{Derived, DerivedIx, Number, OptionId, QuestionIx, Questionnaire};
use crate::yaml::Node;

pub(super) struct Reader<'a> {
    pub(super) list: &'a Questionnaire,
    pub(super) faults: &'a Faults,
}

/// What stands for a value that is not fixed, and for no value.
const OPEN: &str = "open";
const NONE: &str = "geen";

impl Reader<'_> {
    pub(super) fn expected(&self, node: &Node) -> Vec<Expected> {
        let all = self.by_derived(node, "`verwacht`");
        all.into_iter()
            .filter_map(|(derived, value)| self.one(derived, value))
            .collect()
    }

    pub(super) fn reasons(&self, node: &Node) -> Vec<(DerivedIx, At<Reasoned>)> {
        let mut found = Vec::new();
        for (derived, value) in self.by_derived(node, "`redenen`") {
            for name in one_or_more(value) {
                let reason = self.reasoned(name);
                found.extend(reason.map(|reason| (derived, reason)));
            }
        }
        found
    }

    /// What is expected of rankings whose rows stand in these answers.
    pub(super) fn ranked(&self, node: &Node, answers: &Answers) -> Vec<Ranked> {
        let Some(entries) = node.map() else {
            self.faults.say(
                Code::WrongType,
                &node.place,
                "Onder `bij_de_eerste` horen namen van rangordes.",
                "Schrijf elke regel als `naam: { zeker: [ … ] }`.",
            );
            return Vec::new();
        };
        let each = entries.iter();
        each.filter_map(|(name, value)| {
            ranked::read(self.list, self.faults, answers, (name, value))
        })
        .collect()
    }

    /// What is expected of periods.
    pub(super) fn periods(&self, node: &Node) -> Vec<Awaited> {
        let Some(entries) = node.map() else {
            self.faults.say(
                Code::WrongType,
                &node.place,
                "Onder `termijnen` horen namen van termijnen.",
                "Schrijf elke regel als `naam: 2026-03-09`.",
            );
            return Vec::new();
        };
        let each = entries.iter();
        each.filter_map(|(name, value)| period::read(self.list, self.faults, (name, value)))
            .collect()
    }

    /// Questions by their full ids.
    pub(super) fn questions(&self, names: &[Node]) -> Vec<At<QuestionIx>> {
        names
            .iter()
            .filter_map(|name| {
                let found = self.list.find(word(name, self.faults)?);
                if found.is_none() {
                    self.unknown(name, "vraag", self.question_ids());
                }
                Some(at(name, found?))
            })
            .collect()
    }

    fn question_ids(&self) -> Vec<&str> {
        let questions = self.list.questions.iter();
        questions.map(|question| &*question.id.0).collect()
    }

    fn derived_ids(&self) -> Vec<&str> {
        let derived = self.list.derived.iter();
        derived.map(|derived| derived.id.as_str()).collect()
    }

    fn unknown(&self, name: &Node, what: &str, known: Vec<&str>) {
        let said = name.text().unwrap_or("");
        self.faults.say(
            Code::UnknownReference,
            &name.place,
            format!("Er is geen {what} `{said}` in deze lijst."),
            did_you_mean(said, known),
        );
    }

    fn by_derived<'n>(&self, node: &'n Node, what: &str) -> Vec<(DerivedIx, &'n Node)> {
        let Some(entries) = node.map() else {
            self.faults.say(
                Code::WrongType,
                &node.place,
                format!("Onder {what} horen namen van afgeleiden."),
                "Schrijf elke regel als `naam: …`.",
            );
            return Vec::new();
        };
        let mut found = Vec::new();
        for (name, value) in entries {
            let Some(said) = word(name, self.faults) else {
                continue;
            };
            match self.list.find_derived(said) {
                Some(derived) if !value.is_empty() => found.push((derived, value)),
                Some(_) => self.faults.say(
                    Code::WrongType,
                    &name.place,
                    format!("Achter `{said}` staat niets."),
                    "Vul een waarde in, of haal de regel weg.",
                ),
                None => self.unknown(name, "afgeleide", self.derived_ids()),
            }
        }
        found
    }

    fn reasoned(&self, name: &Node) -> Option<At<Reasoned>> {
        let said = word(name, self.faults)?;
        let question = self.list.find(said).map(Reasoned::Question);
        let found = question.or_else(|| self.list.find_derived(said).map(Reasoned::Derived));
        if found.is_none() {
            let known = [self.question_ids(), self.derived_ids()].concat();
            self.unknown(name, "vraag of afgeleide", known);
        }
        Some(at(name, found?))
    }

    fn one(&self, derived: DerivedIx, node: &Node) -> Option<Expected> {
        let mut expected = Expected {
            derived,
            is: None,
            fixed: None,
            possible: None,
            from: None,
            to: None,
            estimate: None,
        };
        if node.map().is_none() {
            expected.is = Some(self.is(derived, node)?);
            return Some(expected);
        }
        let mut fields = Fields::of(node, &EXPECTATION, self.faults)?;
        expected.is = fields.get("is").and_then(|node| self.is(derived, node));
        expected.fixed = fields
            .get("zekerheid")
            .and_then(|node| self.certainty(node));
        expected.possible = fields
            .get("mogelijk")
            .and_then(|node| self.possible(derived, node));
        expected.from = fields
            .get("van")
            .and_then(|node| self.bound(derived, "van", node));
        expected.to = fields
            .get("tot")
            .and_then(|node| self.bound(derived, "tot", node));
        expected.estimate = fields
            .get("schatting")
            .and_then(|node| Some(at(node, self.got(derived, node)?)));
        fields.finish();
        self.agree(&expected);
        Some(expected)
    }

    /// A value that is fixed cannot be open.
    fn agree(&self, expected: &Expected) {
        let (Some(is), Some(fixed)) = (&expected.is, &expected.fixed) else {
            return;
        };
        if (is.what == Is::Open) == fixed.what {
            self.faults.say(
                Code::BadValue,
                &fixed.place,
                "`is` en `zekerheid` spreken elkaar tegen.",
                "Een waarde die vaststaat is `vast`. Staat zij nog niet vast, schrijf dan `is: open` en `mogelijk: [ … ]`.",
            );
        }
    }

    fn is(&self, derived: DerivedIx, node: &Node) -> Option<At<Is>> {
        if node.text() == Some(OPEN) {
            return Some(at(node, Is::Open));
        }
        Some(at(node, Is::Fixed(self.got(derived, node)?)))
    }

    fn certainty(&self, node: &Node) -> Option<At<bool>> {
        match node.text() {
            Some("vast") => Some(at(node, true)),
            Some(OPEN) => Some(at(node, false)),
            said => {
                self.faults.say(
                    Code::BadValue,
                    &node.place,
                    "`zekerheid` is `vast` of `open`.",
                    did_you_mean(said.unwrap_or(""), ["vast", OPEN]),
                );
                None
            }
        }
    }

    fn possible(&self, derived: DerivedIx, node: &Node) -> Option<At<BTreeSet<Got>>> {
        let all: Option<BTreeSet<Got>> = one_or_more(node)
            .iter()
            .map(|one| self.got(derived, one))
            .collect();
        Some(at(node, all?))
    }

    fn bound(&self, derived: DerivedIx, key: &str, node: &Node) -> Option<At<Number>> {
        let of = self.list.derived(derived);
        if !of.levels.is_empty() {
            self.faults.say(
                Code::WrongUse,
                &node.place,
                format!("`{key}` past hier niet: `{}` heeft niveaus.", of.id),
                "Gebruik `mogelijk: [ … ]` voor de niveaus die nog kunnen.",
            );
            return None;
        }
        Some(at(node, number(node, self.faults)?))
    }

    /// A level, a number or `geen`.
    fn got(&self, derived: DerivedIx, node: &Node) -> Option<Got> {
        let said = word(node, self.faults)?;
        let of = self.list.derived(derived);
        if said == NONE {
            return Some(Got::None);
        }
        if of.levels.is_empty() {
            return number(node, self.faults).map(Got::Number);
        }
        if of.levels.iter().any(|level| &*level.id.0 == said) {
            return Some(Got::Level(OptionId::from(said)));
        }
        self.faults.say(
            Code::UnknownOption,
            &node.place,
            format!("`{}` heeft geen niveau `{said}`.", of.id),
            did_you_mean(said, self.known_values(of)),
        );
        None
    }

    fn known_values<'d>(&self, of: &'d Derived) -> Vec<&'d str> {
        let levels = of.levels.iter().map(|level| &*level.id.0);
        levels.chain([OPEN, NONE]).collect()
    }
}

fn at<T>(node: &Node, what: T) -> At<T> {
    At {
        what,
        place: node.place.clone(),
    }
}
