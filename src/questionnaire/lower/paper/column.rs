//! The columns of a register line: fixed answers, numbers and days, and nothing that tells who somebody is.

use super::super::Context;
use super::super::head::id;
use super::super::names::Scope;
use super::Sheet;
use crate::problem::Code;
use crate::questionnaire::QuestionIx;
use crate::questionnaire::form::{PAPER_COLUMN, PAPER_DAYS, Sort};
use crate::questionnaire::paper::{Cell, Column, Given};
use crate::questionnaire::raw::Fields;
use crate::yaml::Node;

impl<'a> Context<'a> {
    pub(super) fn columns(&self, nodes: &'a [Node], sheet: &Sheet) -> Vec<Column> {
        let mut made: Vec<Column> = Vec::new();
        for node in nodes {
            let Some(column) = self.column(node, sheet) else {
                continue;
            };
            if made.iter().any(|known| known.name == column.name) {
                self.faults.say(
                    Code::RepeatedId,
                    &node.place,
                    format!("Er is al een kolom `{}`.", column.name),
                    "Geef elke kolom een eigen kop.",
                );
                continue;
            }
            made.push(column);
        }
        made
    }

    fn column(&self, node: &'a Node, sheet: &Sheet) -> Option<Column> {
        let mut fields = Fields::of(node, &PAPER_COLUMN, self.faults)?;
        let name = id(&mut fields, "kop", self.faults);
        let kinds = ["vraag", "uitkomst", "als", "aantal", "gegeven", "dagen"];
        let here: Vec<&str> = kinds.into_iter().filter(|key| fields.has(key)).collect();
        if here.len() != 1 {
            self.faults.say(
                Code::MissingKey,
                &node.place,
                "Een kolom zegt precies één ding.",
                format!("Voeg één van `{}` toe.", kinds.join("`, `")),
            );
        }
        let scope = &sheet.scope;
        let asked = fields.get("vraag").map(|at| {
            let question = self.question(at, scope)?;
            self.impersonal(at, question)
                .then_some(Cell::Question(QuestionIx(question)))
        });
        let outcome = fields
            .get("uitkomst")
            .map(|at| self.derived_value(at, scope).map(Cell::Outcome));
        let holds = fields
            .get("als")
            .map(|at| self.condition(at, scope).map(Cell::Holds));
        let list = fields.get("aantal").map(|at| self.list_question(at, scope));
        let count = list.map(|list| {
            let list = list?;
            let when = fields
                .get("waar")
                .map(|node| self.condition(node, &scope.within(list.0)));
            Some(Cell::Count(
                list,
                when.map_or(Some(None), |found| found.map(Some))?,
            ))
        });
        let given = fields.has("gegeven").then(|| {
            let said = self.one_of(&mut fields, "gegeven", &["nummer", "dag", "profiel"])?;
            Some(Cell::Given(match said {
                "nummer" => Given::Number,
                "dag" => Given::Day,
                _ => Given::Profile,
            }))
        });
        let between = fields.get("dagen").map(|at| {
            let mut both = Fields::of(at, &PAPER_DAYS, self.faults)?;
            let from = both
                .need("van")
                .and_then(|node| self.day_question(node, scope));
            let until = both
                .need("tot")
                .and_then(|node| self.day_question(node, scope));
            both.finish();
            Some(Cell::Between(from?, until?))
        });
        fields.finish();
        let found = [asked, outcome, holds, count, given, between];
        Some(Column {
            name: name?.0.to_owned(),
            holds: found.into_iter().flatten().next()??,
        })
    }

    /// Whether a line without names may hold the answer to this question.
    fn impersonal(&self, node: &Node, question: usize) -> bool {
        let personal = matches!(
            self.questions[question].sort,
            Some(Sort::Text | Sort::Person | Sort::Row | Sort::Ranking | Sort::List | Sort::Notice)
        );
        if personal {
            self.faults.say(
                Code::WrongUse,
                &node.place,
                format!("In een register hoort niets waaruit blijkt om wie het gaat. `{}` kan dat vertellen.", node.text().unwrap_or("")),
                "Neem een vraag met vaste antwoorden, een getal of een datum, of tel met `aantal`.",
            );
        }
        !personal
    }

    fn day_question(&self, node: &'a Node, scope: &Scope) -> Option<QuestionIx> {
        let at = self.question(node, scope)?;
        if self.questions[at].sort == Some(Sort::Date) {
            return Some(QuestionIx(at));
        }
        self.faults.say(
            Code::WrongUse,
            &node.place,
            format!("`{}` is geen datum.", node.text().unwrap_or("")),
            "Noem een vraag met `soort: datum`.",
        );
        None
    }
}
