//! One part of a paper: what the author says, which answers and outcomes it shows, where there is room to write.

use super::super::Context;
use super::super::frame::{frame, said};
use super::super::names::Scope;
use super::Sheet;
use crate::problem::Code;
use crate::questionnaire::form::{PAPER_PART, PAPER_QUESTION, Sort};
use crate::questionnaire::paper::{PaperPart, Shown};
use crate::questionnaire::raw::Fields;
use crate::questionnaire::{DerivedIx, QuestionIx};
use crate::yaml::Node;

impl<'a> Context<'a> {
    pub(super) fn paper_part(&self, node: &'a Node, sheet: &Sheet) -> Option<PaperPart> {
        let mut fields = Fields::of(node, &PAPER_PART, self.faults)?;
        let frame = frame(&mut fields, self.faults);
        let when = fields
            .get("als")
            .map(|node| self.condition(node, &sheet.scope));
        let questions = self.shown(fields.items("vragen"), &sheet.scope);
        let outcomes = fields.items("uitkomsten").iter();
        let outcomes: Vec<DerivedIx> = outcomes
            .filter_map(|node| self.derived_value(node, &sheet.scope))
            .collect();
        let attention = fields.flag("alleen_aandacht");
        let periods = fields.flag("termijnen");
        let open = fields.flag("openstaand");
        let rows = self.paper_rows(&mut fields, sheet);
        let own = fields.flag("zelf");
        if sheet.per.is_some() {
            self.about_one(fields.items("vragen"), &questions, own, sheet.review);
            let inside = rows.as_ref().and_then(Option::as_ref);
            let shown = inside.map_or(&[][..], |rows| &rows.shown);
            self.about_one(fields.items("toon"), shown, own, sheet.review);
        }
        fields.finish();
        let rule = |holds: bool, key: &str, message: &str, tip: &str| {
            if let (true, Some((name, _))) = (holds, node.entry(key)) {
                self.faults.say(Code::WrongUse, &name.place, message, tip);
            }
        };
        rule(
            sheet.review,
            "leeg",
            "Dit papier wordt nagelezen. Is alles uit een deel weggelaten, dan zou deze zin niet waar zijn.",
            "Laat `leeg` hier weg: het deel valt dan zelf weg, en de slotzin blijft altijd gelijk.",
        );
        rule(
            own && sheet.per.is_none(),
            "zelf",
            "`zelf` kan alleen in een papier dat er per persoon is.",
            "Haal `zelf` weg, of zet bovenaan `per: personen.mensen`.",
        );
        let part = PaperPart {
            frame,
            when: when.map_or(Some(None), |found| found.map(Some))?,
            questions,
            outcomes,
            attention,
            periods,
            open,
            rows: rows?,
            own,
        };
        let around = &part.frame;
        let says = around.text.is_some() || !around.points.is_empty() || !around.room.is_empty();
        if !says && !part.is_filled() && self.faults.count() == 0 {
            self.faults.say(
                Code::MissingKey,
                &node.place,
                "In dit deel staat niets.",
                "Voeg bijvoorbeeld `tekst`, `vragen`, `uitkomsten`, `rijen` of `ruimte` toe.",
            );
        }
        Some(part)
    }

    pub(super) fn shown(&self, nodes: &'a [Node], scope: &Scope) -> Vec<Shown> {
        nodes
            .iter()
            .filter_map(|node| self.one_shown(node, scope))
            .collect()
    }

    fn one_shown(&self, node: &'a Node, scope: &Scope) -> Option<Shown> {
        let (at, label, note) = if node.map().is_some() {
            let mut fields = Fields::of(node, &PAPER_QUESTION, self.faults)?;
            let at = fields.need("vraag");
            let label = said(&mut fields, "kop");
            let note = fields.flag("toelichting");
            fields.finish();
            (at?, label, note)
        } else {
            (node, None, false)
        };
        let question = self.question(at, scope)?;
        if let Some(sort @ (Sort::List | Sort::Notice)) = self.questions[question].sort {
            let tip = match sort {
                Sort::List => "Gebruik `rijen` en `toon` om te laten zien wat in de rijen staat.",
                _ => "Schrijf de tekst zelf, bij `tekst`.",
            };
            let message = format!("`{}` heeft zelf geen antwoord.", at.text().unwrap_or(""));
            self.faults.say(Code::WrongUse, &at.place, message, tip);
            return None;
        }
        Some(Shown {
            question: QuestionIx(question),
            label,
            note,
        })
    }
}
