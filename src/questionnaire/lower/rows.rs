//! From answers to a level by rows: bands, tables, rules.

use super::Context;
use super::head::source;
use super::names::Scope;
use super::shape::Shape;
use super::test::Subject;
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form;
use crate::questionnaire::number::Number;
use crate::questionnaire::raw::{Fields, filled, one_or_more, text, word};
use crate::questionnaire::{Band, Condition, DerivedIx, Formula, NumberRef, OptionId, RuleRow};
use crate::yaml::Node;

impl<'a> Context<'a> {
    pub(super) fn bands(&self, node: &'a Node, at: DerivedIx, scope: &Scope) -> Option<Formula> {
        let mut fields = Fields::of(node, &form::BANDS, self.faults)?;
        let of = fields
            .need("van")
            .and_then(|node| self.numeric(node, scope));
        let rows = fields
            .need("rijen")
            .map_or(&[][..], |node| filled(node, self.faults));
        fields.finish();
        let bands: Vec<Option<Band>> = rows.iter().map(|row| self.band(row, at, scope)).collect();
        let mut bands: Vec<Band> = bands.into_iter().collect::<Option<_>>()?;
        bands.sort_by_key(|band| band.from.map(|from| self.first_value(from)));
        Some(Formula::Bands {
            of: of?,
            rows: bands,
        })
    }

    /// The value of a number in its first row: enough to put bands in order.
    fn first_value(&self, number: NumberRef) -> Number {
        let mut rows = self.heads.iter().flat_map(|head| &head.numbers);
        match number {
            NumberRef::Literal(number) => number,
            NumberRef::Named(at) => {
                let first = rows.nth(at).and_then(|(_, rows)| rows.first());
                first.map_or(Number::ZERO, |row| row.value)
            }
        }
    }

    fn band(&self, node: &'a Node, at: DerivedIx, scope: &Scope) -> Option<Band> {
        let mut fields = Fields::of(node, &form::BAND, self.faults)?;
        let from = fields.get("vanaf").map(|node| self.number(node, scope));
        let upto = fields
            .get("tot_en_met")
            .map(|node| self.number(node, scope));
        let under = fields.get("onder").map(|node| self.number(node, scope));
        if let (Some(_), Some((name, _))) = (upto, node.entry("onder")) {
            self.faults.say(
                Code::UnknownKey,
                &name.place,
                "Een band heeft `tot_en_met` of `onder`, niet allebei.",
                "`tot_en_met` telt zelf mee, `onder` niet.",
            );
        }
        let level = fields.need("is").and_then(|node| self.level(node, at));
        let reason = fields.text("reden");
        fields.finish();
        let from = from.map_or(Some(None), |found| found.map(Some))?;
        let to = upto.or(under);
        Some(Band {
            from,
            to: to.map_or(Some(None), |found| found.map(Some))?,
            to_inclusive: upto.is_some(),
            level: level?,
            reason,
            place: node.place.clone(),
        })
    }

    /// A level of this derived value.
    fn level(&self, node: &Node, at: DerivedIx) -> Option<OptionId> {
        let said = word(node, self.faults)?;
        let Shape::Levels(levels) = self.shape(at) else {
            return None;
        };
        if levels.iter().any(|level| level == said) {
            if self.derived[at.0].node.get("niveaus").is_none() {
                self.reserved_level(said, node);
            }
            return Some(OptionId::from(said));
        }
        self.faults.say(
            Code::UnknownOption,
            &node.place,
            format!("Het niveau `{said}` staat niet bij `niveaus`."),
            did_you_mean(said, levels.iter().map(String::as_str)),
        );
        None
    }

    pub(super) fn table(
        &self,
        node: &'a Node,
        at: DerivedIx,
        scope: &Scope,
        from: &str,
    ) -> Option<Formula> {
        let mut fields = Fields::of(node, &form::TABLE, self.faults)?;
        let columns = fields.need("op").map_or(&[][..], one_or_more);
        let rows = fields
            .need("rijen")
            .map_or(&[][..], |node| filled(node, self.faults));
        fields.finish();
        let mut subjects = Vec::new();
        let before = self.faults.count();
        for column in columns {
            let Some(name) = column.text() else {
                word(column, self.faults);
                continue;
            };
            subjects.extend(self.subject(column, scope).map(|subject| (name, subject)));
        }
        let mut made = Vec::new();
        for row in rows {
            made.extend(self.table_row(row, &subjects, at, scope, from));
        }
        (self.faults.count() == before).then_some(Formula::Table(made))
    }

    fn table_row(
        &self,
        node: &'a Node,
        columns: &[(&'a str, Subject)],
        at: DerivedIx,
        scope: &Scope,
        from: &str,
    ) -> Option<RuleRow> {
        let mut fields = Fields::of(node, &form::TABLE_ROW, self.faults)?;
        let level = fields.need("is").and_then(|node| self.level(node, at));
        let reason = fields.text("reden");
        let from = self.row_source(&mut fields, scope, from);
        let mut all = Vec::new();
        let mut good = true;
        for (name, value) in node.map()? {
            let key = name.text().unwrap_or("");
            if form::TABLE_ROW.key(key).is_some() {
                continue;
            }
            let Some((_, subject)) = columns.iter().find(|(column, _)| *column == key) else {
                let known = columns.iter().map(|(column, _)| *column);
                self.faults.say(
                    Code::UnknownKey,
                    &name.place,
                    format!("`{key}` staat niet bij `op` van deze tabel."),
                    did_you_mean(key, known),
                );
                good = false;
                continue;
            };
            match self.cell(name, value, *subject, scope) {
                Some(tests) => all.extend(tests),
                None => good = false,
            }
        }
        let when = match all.len() {
            0 => None,
            _ => Some(super::condition::all(all)),
        };
        let level = level?;
        good.then(|| RuleRow {
            when,
            level,
            reason,
            source: from,
            place: node.place.clone(),
        })
    }

    /// One cell of a table: answers, or tests between braces.
    fn cell(
        &self,
        name: &'a Node,
        value: &'a Node,
        subject: Subject,
        scope: &Scope,
    ) -> Option<Vec<Condition>> {
        let tests = if value.map().is_some() {
            let mut fields = Fields::of(value, &form::CELL, self.faults)?;
            let tests = self.tests(&mut fields, subject, name, scope)?;
            fields.finish();
            tests
        } else {
            vec![self.is(value, subject, scope)?]
        };
        Some(subject.conditions(tests))
    }

    pub(super) fn rules(
        &self,
        node: &'a Node,
        at: DerivedIx,
        scope: &Scope,
        from: &str,
    ) -> Option<Formula> {
        let mut made = Vec::new();
        let mut good = true;
        for row in filled(node, self.faults) {
            let Some(mut fields) = Fields::one_of(row, &form::RULES, self.faults) else {
                good = false;
                continue;
            };
            let otherwise = fields.has("anders");
            let (when, level) = if otherwise {
                (Some(None), fields.get("anders"))
            } else {
                let when = fields.need("als");
                let when = when.and_then(|node| self.condition(node, scope));
                (when.map(Some), fields.need("is"))
            };
            let level = level.and_then(|node| self.level(node, at));
            let reason = fields.get("reden").and_then(|node| text(node, self.faults));
            let source = self.row_source(&mut fields, scope, from);
            fields.finish();
            match (when, level) {
                (Some(when), Some(level)) => made.push(RuleRow {
                    when,
                    level,
                    reason,
                    source,
                    place: row.place.clone(),
                }),
                _ => good = false,
            }
        }
        good.then_some(Formula::Rules(made))
    }

    fn row_source(&self, fields: &mut Fields<'a>, scope: &Scope, from: &str) -> String {
        fields.get("bron").map_or_else(
            || from.to_owned(),
            |node| source(&self.heads[scope.list], node, self.faults),
        )
    }
}
