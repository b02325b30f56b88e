//! One part of a paper: what the author says, which answers and outcomes it shows, where there is room to write.

use super::super::Context;
use super::super::names::Scope;
use super::Sheet;
use crate::problem::Code;
use crate::questionnaire::form::{PAPER_PART, PAPER_QUESTION, PAPER_ROOM, Sort};
use crate::questionnaire::paper::{PaperPart, Shown};
use crate::questionnaire::raw::{Fields, text};
use crate::questionnaire::{DerivedIx, QuestionIx};
use crate::yaml::Node;

/// So many lines to write where an author says nothing.
const LINES: usize = 2;

impl<'a> Context<'a> {
    pub(super) fn paper_part(&self, node: &'a Node, sheet: &Sheet) -> Option<PaperPart> {
        let mut fields = Fields::of(node, &PAPER_PART, self.faults)?;
        let heading = fields.text("kop").map(|text| text.in_document());
        let when = fields
            .get("als")
            .map(|node| self.condition(node, &sheet.scope));
        let own_text = fields.text("tekst").map(|text| text.in_document());
        let points = fields.items("punten").iter();
        let points = points
            .filter_map(|node| text(node, self.faults))
            .map(|text| text.in_document());
        let points: Vec<String> = points.collect();
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
        let empty = fields.text("leeg").map(|text| text.in_document());
        let room = fields.some("ruimte").iter();
        let room: Vec<(String, usize)> = room.filter_map(|node| self.room(node)).collect();
        let page = fields.flag("nieuw_blad");
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
            heading,
            when: when.map_or(Some(None), |found| found.map(Some))?,
            text: own_text,
            points,
            questions,
            outcomes,
            attention,
            periods,
            open,
            rows: rows?,
            own,
            empty,
            room,
            page,
        };
        let says = part.text.is_some() || !part.points.is_empty() || !part.room.is_empty();
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

    fn room(&self, node: &'a Node) -> Option<(String, usize)> {
        let mut fields = Fields::of(node, &PAPER_ROOM, self.faults)?;
        let heading = self.sentence(&mut fields, "kop");
        let lines = fields.size("regels").unwrap_or(LINES);
        fields.finish();
        Some((heading?, lines.clamp(1, 60)))
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
            let label = fields.text("kop").map(|text| text.in_document());
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
