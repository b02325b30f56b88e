//! Periods that count the days between two days (`soort: duur`): from which questions, and until which.

use super::Context;
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form::Sort;
use crate::questionnaire::lower::names::Scope;
use crate::questionnaire::raw::{filled, one_or_more, word};
use crate::questionnaire::{PeriodSort, QuestionIx, Span};
use crate::yaml::Node;

impl<'a> Context<'a> {
    /// Whether a period counts days. What its kind is, is said elsewhere.
    pub(super) fn counts(&self, node: &Node) -> bool {
        node.get("soort").and_then(Node::text) == Some(PeriodSort::Duration.name())
    }

    /// From which days a period counts, and until which.
    pub(super) fn span(&self, list: usize, node: &'a Node) -> Option<Span> {
        let days = |key| match node.get(key) {
            Some(days) => self.days_named(list, days),
            None => self.lacks(node, key),
        };
        let (from, until) = (days("vanaf"), days("tot"));
        Some(Span {
            from: from?,
            until: until?,
        })
    }

    /// Says that a key is missing that not every period has.
    pub(super) fn lacks<T>(&self, node: &Node, key: &str) -> Option<T> {
        self.faults.say(
            Code::MissingKey,
            &node.place,
            format!("In een termijn ontbreekt de sleutel `{key}`."),
            format!("Voeg `{key}: …` toe."),
        );
        None
    }

    /// The questions for a day that are named here, also those in rows.
    fn days_named(&self, list: usize, node: &'a Node) -> Option<Vec<QuestionIx>> {
        if node.list().is_some() {
            filled(node, self.faults);
        }
        let named = one_or_more(node).iter();
        let all: Vec<Option<QuestionIx>> = named.map(|one| self.a_day(list, one)).collect();
        all.into_iter().collect()
    }

    fn a_day(&self, list: usize, node: &Node) -> Option<QuestionIx> {
        let name = word(node, self.faults)?;
        if let Some(&at) = self.question_ids.get(&self.full(list, name)) {
            return self
                .is_a(node, at, &[Sort::Date], "`soort: datum`")
                .then_some(QuestionIx(at));
        }
        if self.in_absent_list(list, name) {
            return None;
        }
        let tip = match self.row_questions(&Scope::of(list), name) {
            Some(rows) => {
                format!("Bedoelt u de vraag in de rijen van `{rows}`? Schrijf `{rows}/{name}`.")
            }
            None => {
                let mut dates = self.questions.iter();
                let dates = dates.by_ref().filter(|one| one.sort == Some(Sort::Date));
                did_you_mean(name, dates.map(|one| one.id.as_str()))
            }
        };
        let message = format!("Er is geen vraag `{name}` naar een dag.");
        self.faults
            .say(Code::UnknownReference, &node.place, message, tip);
        None
    }

    /// A period that counts days waits for nothing: what says until when, does not belong.
    pub(super) fn no_length(&self, node: &Node, keys: &[&'static str]) {
        for key in keys {
            let Some((name, _)) = node.entry(key) else {
                continue;
            };
            self.faults.say(
                Code::WrongUse,
                &name.place,
                format!("`{key}` past niet bij `soort: duur`."),
                "Haal dit weg. Een duur telt de dagen van `vanaf` tot `tot`.",
            );
        }
    }

    /// `tot` belongs to a period that counts days alone.
    pub(super) fn no_until(&self, node: &Node) {
        if let Some((name, _)) = node.entry("tot") {
            self.faults.say(
                Code::WrongUse,
                &name.place,
                "`tot` past alleen bij `soort: duur`.",
                "Zeg met `dagen` of een andere maat hoe lang de termijn is, of maak er een duur van.",
            );
        }
    }
}
