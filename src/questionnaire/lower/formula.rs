//! The ways to compute a derived value. Sums stand in `terms`; bands, tables and rules in `rows`.

use super::Context;
use super::names::{Either, Scope};
use super::test::Subject;
use crate::problem::Code;
use crate::questionnaire::form::{self, WAYS};
use crate::questionnaire::raw::{Fields, filled, word};
use crate::questionnaire::{DerivedIx, Formula};
use crate::yaml::Node;

impl<'a> Context<'a> {
    /// How this derived value is computed; nothing where it holds a fault.
    pub(super) fn formula(
        &self,
        at: DerivedIx,
        fields: &mut Fields<'a>,
        scope: &Scope,
        from: &str,
    ) -> Option<Formula> {
        let made = self.one_formula(at, fields, scope, from);
        if made.is_none() {
            self.lost(fields.node);
        }
        made
    }

    fn one_formula(
        &self,
        at: DerivedIx,
        fields: &mut Fields<'a>,
        scope: &Scope,
        from: &str,
    ) -> Option<Formula> {
        let ways: Vec<&str> = WAYS.iter().copied().filter(|way| fields.has(way)).collect();
        if let [_, second, ..] = ways.as_slice() {
            let (name, _) = fields.node.entry(second)?;
            self.faults.say(
                Code::UnknownKey,
                &name.place,
                format!("Er staan twee rekenwijzen: `{}`.", ways.join("` en `")),
                "Kies er één. Maak van de andere een eigen afgeleide.",
            );
            return None;
        }
        match *ways.first().unwrap_or(&"") {
            "som" => self.sum(fields.get("som")?, scope),
            "tel" => self.count(fields.get("tel")?, scope),
            "hoogste" => self
                .inputs(fields.get("hoogste")?, at, scope)
                .map(Formula::Highest),
            "laagste" => self
                .inputs(fields.get("laagste")?, at, scope)
                .map(Formula::Lowest),
            "verhouding" => self.ratio(fields.get("verhouding")?, scope),
            "banden" => self.bands(fields.get("banden")?, at, scope),
            "tabel" => self.table(fields.get("tabel")?, at, scope, from),
            "regels" => self.rules(fields.get("regels")?, at, scope, from),
            _ => {
                self.faults.say(
                    Code::MissingKey,
                    &fields.node.place,
                    "Deze afgeleide heeft geen rekenwijze.",
                    format!("Voeg één van `{}` toe.", WAYS.join("`, `")),
                );
                None
            }
        }
    }

    fn count(&self, node: &'a Node, scope: &Scope) -> Option<Formula> {
        let mut fields = Fields::one_of(node, &form::COUNTS, self.faults)?;
        if fields.has("rijen") {
            let list = self.list_question(fields.get("rijen")?, scope);
            let inner = fields.get("geldt");
            let list = list?;
            let holds = match inner {
                Some(inner) => Some(self.condition(inner, &scope.within(list.0))?),
                None => None,
            };
            fields.finish();
            return Some(Formula::CountRows { list, holds });
        }
        if fields.has("van") {
            let conditions = self.conditions(filled(fields.get("van")?, self.faults), scope);
            fields.finish();
            return conditions.map(Formula::Count);
        }
        let names = filled(fields.need("vragen")?, self.faults);
        let strange = fields.report_strange();
        let subjects: Vec<Option<Subject>> =
            names.iter().map(|name| self.subject(name, scope)).collect();
        let subjects: Option<Vec<Subject>> = subjects.into_iter().collect();
        let mut counted = Vec::new();
        // What is wrong with the test of one of them is not also said of all others.
        for (name, subject) in names.iter().zip(subjects?) {
            let tests = self.tests(&mut fields, subject, name, scope)?;
            counted.push(super::condition::all(subject.conditions(tests)));
        }
        (!strange).then_some(Formula::Count(counted))
    }

    /// The question or derived value with this name.
    pub(super) fn subject(&self, node: &'a Node, scope: &Scope) -> Option<Subject> {
        let name = word(node, self.faults)?;
        match self.either(name, scope) {
            Some(Either::Question(_)) => self.question(node, scope).map(Subject::Question),
            Some(Either::Derived(found)) => Some(Subject::Derived(found)),
            None => {
                self.neither(node, name, scope);
                None
            }
        }
    }

    fn ratio(&self, node: &'a Node, scope: &Scope) -> Option<Formula> {
        let mut fields = Fields::of(node, &form::RATIO, self.faults)?;
        let top = fields
            .need("van")
            .and_then(|node| self.numeric(node, scope));
        let bottom = fields
            .need("tot")
            .and_then(|node| self.numeric(node, scope));
        fields.finish();
        Some(Formula::Ratio(top?, bottom?))
    }
}
