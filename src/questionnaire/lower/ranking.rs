//! A ranking: which rows it puts in order, which belong on top, and by which questions they are weighed.

use super::Context;
use super::names::Scope;
use super::register::QuestionEntry;
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form::{self, Sort};
use crate::questionnaire::raw::{Faults, Fields, filled, one_or_more, text, whole, word};
use crate::questionnaire::{AlsoRated, Condition, Kind, QuestionIx, Text, Weight};
use crate::yaml::Node;

/// So many places are asked for where the list does not say.
const PLACES: usize = 3;

impl<'a> Context<'a> {
    pub(super) fn ranking(&self, fields: &mut Fields<'a>, scope: &Scope) -> Kind {
        let list = self.named_list(fields, scope);
        let at_most = fields.size("hoogstens").unwrap_or(PLACES);
        let first = fields.get("eerst");
        let weighs = fields.get("weegt_op");
        // Without the list no name in a row can be found: that is said already.
        let Some(list) = list else {
            return Kind::Ranking {
                list: QuestionIx(0),
                at_most,
                first: None,
                weighs: Vec::new(),
            };
        };
        let within = Scope {
            routing: false,
            ..scope.within(list.0)
        };
        Kind::Ranking {
            list,
            at_most,
            first: first.and_then(|node| self.on_top(node, &within)),
            weighs: weighs.map_or_else(Vec::new, |node| self.weights(node, list, &within)),
        }
    }

    /// `eerst`: which rows do not belong under others, and what to say when they stand there.
    fn on_top(&self, node: &'a Node, within: &Scope) -> Option<(Condition, Text)> {
        let mut inner = Fields::of(node, &form::FIRST, self.faults)?;
        let when = inner
            .need("als")
            .and_then(|node| self.condition(node, within));
        let says = inner.need("tekst").and_then(|node| text(node, self.faults));
        inner.finish();
        when.zip(says)
    }

    /// `weegt_op`: the questions by which rows are weighed against each other.
    fn weights(&self, node: &'a Node, list: QuestionIx, within: &Scope) -> Vec<Weight> {
        if node.list().is_some() {
            filled(node, self.faults);
        }
        let mut weights: Vec<Weight> = Vec::new();
        for one in one_or_more(node) {
            let (name, also) = match one.map() {
                Some(_) => {
                    let Some(mut inner) = Fields::of(one, &form::WEIGHT, self.faults) else {
                        continue;
                    };
                    let found = (inner.need("vraag"), inner.get("ook"));
                    inner.finish();
                    found
                }
                None => (Some(one), None),
            };
            let Some(name) = name else { continue };
            let Some(question) = self.weight(name, list, within) else {
                continue;
            };
            if weights.iter().any(|other| other.question == question) {
                let said = self.questions[question.0].name;
                self.misweighed(
                    name,
                    format!("`{said}` staat twee keer in `weegt_op`."),
                    "Noem elke vraag één keer. De volgorde maakt niet uit.",
                );
                continue;
            }
            let also = also.and_then(|node| self.also_rated(node, question, list, within));
            weights.push(Weight { question, also });
        }
        weights
    }

    /// A question of the rows that says how heavy each is.
    fn weight(&self, node: &Node, list: QuestionIx, within: &Scope) -> Option<QuestionIx> {
        let at = self.question(node, within)?;
        let entry = &self.questions[at];
        let name = entry.name;
        let rows = self.questions[list.0].name;
        let (message, tip) = if entry.parent != Some(list.0) {
            (
                format!(
                    "`{name}` staat niet in de rijen van `{rows}`, dus weegt voor elke rij even zwaar."
                ),
                "Noem een vraag die in elke rij wordt gesteld.",
            )
        } else if !has_weight(entry.sort?) {
            (
                format!(
                    "`{name}` heeft geen licht en zwaar: dat is `soort: {}`.",
                    entry.sort?.name()
                ),
                "Weeg op een vraag met `soort: schaal`, `oordeel`, `keuze` of `ja_nee`.",
            )
        } else if entry.not_applicable {
            (
                format!("Bij `{name}` kan *n.v.t.* een antwoord zijn, en dat heeft geen gewicht."),
                "Haal `nvt` daar weg, of weeg op een andere vraag.",
            )
        } else if entry.node.get("als").is_some() {
            (
                format!(
                    "`{name}` wordt niet bij elke rij gevraagd, dus rijen zijn er niet op te vergelijken."
                ),
                "Haal `als` daar weg, of weeg op een vraag die bij elke rij hoort.",
            )
        } else {
            return Some(QuestionIx(at));
        };
        self.misweighed(node, message, tip);
        None
    }

    /// `ook: wegingen/weging_ernst`: the same question in the rows of a list where others rate.
    fn also_rated(
        &self,
        node: &Node,
        weight: QuestionIx,
        list: QuestionIx,
        scope: &Scope,
    ) -> Option<AlsoRated> {
        let said = word(node, self.faults)?;
        if self.in_absent_list(scope.list, said) {
            return None;
        }
        let found = self.question_ids.get(&self.full(scope.list, said));
        let (Some(&at), Some((rows, _))) = (found, said.rsplit_once('/')) else {
            let own = |entry: &&QuestionEntry<'a>| entry.list == scope.list;
            let inner = self.questions.iter().filter(own).filter_map(|entry| {
                let parent = entry.parent.filter(|parent| *parent != list.0)?;
                Some(format!("{}/{}", self.questions[parent].name, entry.name))
            });
            let known: Vec<String> = inner.collect();
            self.faults.say(
                Code::UnknownReference,
                &node.place,
                format!("Er is geen vraag `{said}` in de rijen van een andere lijst."),
                match known.as_slice() {
                    [] => "Schrijf de lijst en de vraag in de rij: `wegingen/ernst`.".to_owned(),
                    known => did_you_mean(said, known.iter().map(String::as_str)),
                },
            );
            return None;
        };
        let (own, other) = (&self.questions[weight.0], &self.questions[at]);
        if !self.same_weights(own, other) {
            self.misweighed(
                node,
                format!("`{said}` heeft andere antwoorden dan `{}`.", own.name),
                "Geef beide vragen dezelfde soort, met dezelfde opties of dezelfde schaal.",
            );
            return None;
        }
        let about = (0..self.questions.len()).find(|at| {
            let entry = &self.questions[*at];
            entry.parent == other.parent
                && entry.sort == Some(Sort::Row)
                && self.refers_to(entry, list)
        });
        if about.is_none() || other.parent == Some(list.0) {
            let ranked = self.questions[list.0].name;
            self.misweighed(
                node,
                format!(
                    "In de rijen van `{rows}` staat niet over welke rij van `{ranked}` het gaat."
                ),
                format!("Zet daar een vraag bij met `soort: verwijzing` en `rijen_van: {ranked}`."),
            );
            return None;
        }
        Some(AlsoRated {
            question: QuestionIx(at),
            about: QuestionIx(about?),
        })
    }

    /// Whether a question chooses from the rows of this list.
    fn refers_to(&self, entry: &QuestionEntry<'a>, list: QuestionIx) -> bool {
        let named = entry.node.get("rijen_van").and_then(Node::text);
        named.is_some_and(|name| {
            self.question_ids.get(&self.full(entry.list, name)) == Some(&list.0)
        })
    }

    /// Whether two questions can be answered with the same weights.
    fn same_weights(&self, one: &QuestionEntry<'a>, other: &QuestionEntry<'a>) -> bool {
        let ids = |entry: &QuestionEntry<'a>| {
            let options = entry.options.iter();
            options.map(|option| option.id.clone()).collect::<Vec<_>>()
        };
        let range = |entry: &QuestionEntry<'a>| {
            ["van", "tot"].map(|key| {
                let side = entry.node.get(key);
                side.and_then(|node| whole(node, &Faults::default()))
            })
        };
        match (one.sort, other.sort) {
            (Some(Sort::Choice | Sort::Judgement), Some(Sort::Choice | Sort::Judgement)) => {
                ids(one) == ids(other)
            }
            (Some(Sort::Scale), Some(Sort::Scale)) => range(one) == range(other),
            (Some(Sort::YesNo), Some(Sort::YesNo)) => true,
            _ => false,
        }
    }

    fn misweighed(&self, node: &Node, message: String, tip: impl Into<String>) {
        self.faults.say(Code::WrongUse, &node.place, message, tip);
    }
}

/// Whether the answers of such a question stand from light to heavy.
const fn has_weight(sort: Sort) -> bool {
    matches!(
        sort,
        Sort::YesNo | Sort::Choice | Sort::Judgement | Sort::Scale
    )
}
