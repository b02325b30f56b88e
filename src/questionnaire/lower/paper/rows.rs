//! Rows that a paper shows, and in one that is about somebody: only what is about them, and no words of somebody else.

use super::super::Context;
use super::super::names::Scope;
use super::Sheet;
use crate::problem::Code;
use crate::questionnaire::form::Sort;
use crate::questionnaire::paper::{PaperRows, Shown};
use crate::questionnaire::raw::Fields;
use crate::questionnaire::role::Role;
use crate::questionnaire::{Condition, QuestionIx};
use crate::yaml::Node;

impl<'a> Context<'a> {
    #[allow(
        clippy::option_option,
        reason = "no rows is not the same as rows with a fault"
    )]
    pub(super) fn paper_rows(
        &self,
        fields: &mut Fields<'a>,
        sheet: &Sheet,
    ) -> Option<Option<PaperRows>> {
        let Some(node) = fields.get("rijen") else {
            for key in ["waar", "over", "toon", "niet_zonder"] {
                if let Some((name, _)) = fields.node.entry(key) {
                    self.faults.say(
                        Code::MissingKey,
                        &name.place,
                        format!("`{key}` hoort bij de rijen van een lijst."),
                        "Voeg `rijen: …` toe: de lijst waarvan u de rijen toont.",
                    );
                }
            }
            fields.allow(&["waar", "over", "alleen_over", "toon", "niet_zonder"]);
            return Some(None);
        };
        let list = self.list_question(node, &sheet.scope)?;
        let own = sheet.per == Some(list);
        let scope = if own {
            sheet.scope
        } else {
            sheet.scope.within(list.0)
        };
        let when = fields.get("waar").map(|node| self.condition(node, &scope));
        let about = fields
            .get("over")
            .and_then(|node| self.names_person(node, &scope, list));
        let nobody_else = fields.flag("alleen_over");
        if sheet.per.is_some() && !own && !fields.has("over") {
            self.faults.say(
                Code::MissingKey,
                &node.place,
                "Dit papier gaat over één persoon. Hier staat niet welke rijen over die persoon gaan.",
                "Voeg `over: …` toe: de vraag in de rij die zegt over wie zij gaat. Wat over een ander gaat, hoort hier niet.",
            );
        }
        if let (None, Some((name, _))) = (sheet.per, fields.node.entry("over")) {
            self.faults.say(
                Code::WrongUse,
                &name.place,
                "`over` kan alleen in een papier dat er per persoon is.",
                "Haal `over` weg, of zet bovenaan `per: personen.mensen`.",
            );
        }
        let inside = Scope {
            row: Some(list.0),
            outer: None,
            ..scope
        };
        let shown = self.shown(fields.items("toon"), &inside);
        let needs = fields.some("niet_zonder").iter();
        let needs = needs
            .filter_map(|node| self.question(node, &inside))
            .map(QuestionIx)
            .collect();
        if !fields.has("toon") {
            self.faults.say(
                Code::MissingKey,
                &node.place,
                "Hier staat niet wat er van elke rij te lezen is.",
                "Voeg `toon: [ … ]` toe; het eerste staat voorop.",
            );
        }
        Some(Some(PaperRows {
            list,
            when: when.map_or(Some(None), |found: Option<Condition>| found.map(Some))?,
            about,
            nobody_else,
            shown,
            needs,
        }))
    }

    /// What may not be shown in a paper about one person: words that somebody spoke, unless they read it themself; and
    /// free texts that nobody looks at, for those may be about somebody else.
    pub(super) fn about_one(&self, nodes: &'a [Node], shown: &[Shown], own: bool, review: bool) {
        for (node, one) in nodes.iter().zip(shown) {
            let entry = &self.questions[one.question.0];
            let says = |key: &str| entry.node.get(key).and_then(Node::text);
            let spoken = [Role::TalkReport.name(), Role::ConsentReason.name()];
            let told = says("luister") == Some("ja")
                || says("rol").is_some_and(|role| spoken.contains(&role));
            if told && !own {
                self.faults.say(
                    Code::WrongUse,
                    &node.place,
                    format!("`{}` zijn woorden van de persoon zelf. Een ander die dit papier leest, mag ze niet krijgen.", entry.name),
                    "Zet dit in een deel met `zelf: ja`.",
                );
            } else if !review && (entry.sort == Some(Sort::Text) || one.note) {
                self.faults.say(
                    Code::WrongUse,
                    &node.place,
                    format!(
                        "In `{}` kan ook iets over een ander staan, en niemand leest het na.",
                        entry.name
                    ),
                    "Zet bovenaan `nalezen: ja`, of laat deze vraag weg.",
                );
            }
        }
    }

    /// The question of a row that names persons.
    fn names_person(&self, node: &'a Node, scope: &Scope, list: QuestionIx) -> Option<QuestionIx> {
        let at = self.question(node, scope)?;
        let entry = &self.questions[at];
        if entry.sort == Some(Sort::Person) && entry.parent == Some(list.0) {
            return Some(QuestionIx(at));
        }
        self.faults.say(
            Code::WrongUse,
            &node.place,
            format!(
                "`{}` zegt niet over wie een rij gaat.",
                node.text().unwrap_or("")
            ),
            "Noem een vraag uit die rij met `soort: persoon`.",
        );
        None
    }
}
