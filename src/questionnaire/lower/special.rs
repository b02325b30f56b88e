//! Tests that only some kinds of question have: what was chosen, before or after a day, the same answer.

use super::Context;
use super::named::points;
use super::names::Scope;
use super::test::Subject;
use crate::problem::Code;
use crate::questionnaire::form::Sort;
use crate::questionnaire::raw::{as_date, one_or_more, word};
use crate::questionnaire::{Day, OptionId, QuestionIx, Test};
use crate::yaml::Node;

impl<'a> Context<'a> {
    /// `bevat`, `voor`, `na`, `gelijk_aan` or `noemt`.
    pub(super) fn special(
        &self,
        key: &'static str,
        node: &'a Node,
        around: &'a Node,
        subject: Subject,
        scope: &Scope,
    ) -> Option<Test> {
        let Subject::Question(at) = subject else {
            self.misfit(around, key, subject, "Gebruik `is` of een vergelijking.");
            return None;
        };
        let entry = &self.questions[at];
        match (key, entry.sort?) {
            ("bevat", Sort::Choices) => {
                let found: Vec<Option<OptionId>> = one_or_more(node)
                    .iter()
                    .map(|value| {
                        let said = word(value, self.faults)?;
                        if entry.options.iter().any(|choice| &*choice.id.0 == said) {
                            return Some(OptionId::from(said));
                        }
                        self.unknown_option(value, said, entry);
                        None
                    })
                    .collect();
                let found: Option<Vec<OptionId>> = found.into_iter().collect();
                found.map(Test::Contains)
            }
            ("bevat", Sort::Person | Sort::Row | Sort::Ranking) => {
                let found: Option<Vec<OptionId>> = one_or_more(node)
                    .iter()
                    .map(|value| word(value, self.faults).map(OptionId::from))
                    .collect();
                found.map(Test::Contains)
            }
            ("voor", Sort::Date) => self.day(node).map(Test::Before),
            ("na", Sort::Date) => self.day(node).map(Test::After),
            ("gelijk_aan", _) => self.same_as(node, at, scope),
            ("noemt", sort) if points(sort) => self.names_row(node, at, scope),
            ("noemt", _) => {
                self.misfit(
                    around,
                    key,
                    subject,
                    "`noemt` is voor `persoon`, `verwijzing` en `rangorde`. Gebruik hier `is`.",
                );
                None
            }
            ("bevat", _) => {
                self.misfit(
                    around,
                    key,
                    subject,
                    "`bevat` is voor `meerkeuze`, `persoon` en `verwijzing`. Gebruik hier `is`.",
                );
                None
            }
            _ => {
                self.misfit(
                    around,
                    key,
                    subject,
                    "`voor` en `na` zijn voor `soort: datum`.",
                );
                None
            }
        }
    }

    /// A date, `vandaag`, `vandaag-30` or `vandaag+14`.
    fn day(&self, node: &Node) -> Option<Day> {
        let said = word(node, self.faults)?;
        let today = said.strip_prefix("vandaag").map(|rest| match rest {
            "" => Some(0),
            rest => {
                let digits = rest.trim_start_matches(['+', '-']);
                let short = rest.len() == digits.len() + 1 && digits.len() <= 5;
                short.then(|| rest.parse().ok()).flatten()
            }
        });
        let found = match today {
            Some(days) => days.map(Day::Today),
            None => as_date(said).map(Day::On),
        };
        if found.is_none() {
            self.faults.say(
                Code::BadValue,
                &node.place,
                format!("`{said}` is geen dag."),
                "Schrijf een datum zoals 2026-03-01, of `vandaag`, `vandaag-30`, `vandaag+14`.",
            );
        }
        found
    }

    fn same_as(&self, node: &'a Node, at: usize, scope: &Scope) -> Option<Test> {
        let other = self.question(node, scope)?;
        let (one, two) = (&self.questions[at], &self.questions[other]);
        let (Some(left), Some(right)) = (one.sort, two.sort) else {
            return None;
        };
        let fits = match left {
            Sort::List | Sort::Notice | Sort::Ranking | Sort::Text => false,
            Sort::Scale | Sort::Number => right.is_number(),
            Sort::Choice | Sort::Judgement => {
                matches!(right, Sort::Choice | Sort::Judgement)
                    && one
                        .options
                        .iter()
                        .any(|a| two.options.iter().any(|b| a.id == b.id))
            }
            Sort::Row => {
                right == Sort::Row
                    && one.node.get("rijen_van").and_then(Node::text)
                        == two.node.get("rijen_van").and_then(Node::text)
            }
            same => same == right,
        };
        if !fits {
            self.faults.say(
                Code::WrongUse,
                &node.place,
                format!(
                    "`{}` en `{}` kunnen nooit hetzelfde antwoord hebben.",
                    one.name, two.name
                ),
                "Vergelijk twee vragen van dezelfde soort, met dezelfde opties.",
            );
            return None;
        }
        Some(Test::SameAs(QuestionIx(other)))
    }
}
