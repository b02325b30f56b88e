//! Papers: every name in them resolved against the list they go with, and what no paper may do.

mod column;
mod part;
mod rows;

use super::Context;
use super::frame::{must_say, said};
use super::head::id;
use super::names::Scope;
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::QuestionIx;
use crate::questionnaire::form::{PAPER, PAPER_REFUSES};
use crate::questionnaire::paper::{Body, Days, Outside, Paper, PaperPart, Refuses};
use crate::questionnaire::raw::{Fields, filled, one_or_more, repeated_keys, text, word};
use crate::yaml::Node;

/// What holds for the whole paper.
struct Sheet {
    scope: Scope,
    per: Option<QuestionIx>,
    review: bool,
}

impl<'a> Context<'a> {
    /// The paper that this tree is. Nothing where what is wrong leaves none.
    pub(super) fn paper(&self, tree: &'a Node) -> Option<Paper> {
        repeated_keys(tree, self.faults);
        let mut fields = Fields::of(tree, &PAPER, self.faults)?;
        let name = id(&mut fields, "id", self.faults);
        let title = must_say(&mut fields, "titel", self.faults);
        let reader = must_say(&mut fields, "voor", self.faults);
        let source = must_say(&mut fields, "bron", self.faults);
        let outside = self.outside(&mut fields);
        let lists = fields.need("bij").and_then(|node| self.goes_with(node));
        let anonymous = self.one_of(&mut fields, "namen", &["voluit", "weg"]) == Some("weg");
        let days = self.days(&mut fields, anonymous);
        let root = Scope {
            routing: true,
            ..Scope::of(0)
        };
        let per = fields
            .get("per")
            .and_then(|node| self.persons_of(node, &root));
        let sheet = Sheet {
            scope: Scope {
                row: per.map(|at| at.0),
                ..root
            },
            per,
            review: fields.flag("nalezen"),
        };
        let phones = fields.flag("bellen");
        let refuses = fields.items("weigert").iter();
        let refuses: Vec<Refuses> = refuses
            .filter_map(|node| self.refuses(node, &sheet))
            .collect();
        let about = said(&mut fields, "inleiding");
        let closing = said(&mut fields, "slot");
        if sheet.review && closing.is_none() {
            self.faults.say(
                Code::MissingKey,
                &tree.place,
                "Dit papier wordt nagelezen, en dan kan er iets uit blijven. Er ontbreekt een vaste slotzin.",
                "Voeg `slot: …` toe: een zin die altijd hetzelfde is, ook als er niets uit bleef.",
            );
        }
        let (sheets, line) = (fields.has("delen"), fields.has("regel"));
        let parts = fields
            .get("delen")
            .map_or(&[][..], |node| filled(node, self.faults));
        let columns = fields
            .get("regel")
            .map_or(&[][..], |node| filled(node, self.faults));
        if sheets == line {
            self.faults.say(
                Code::MissingKey,
                &tree.place,
                "Een papier heeft `delen` of `regel`: precies één van die twee.",
                "Gebruik `delen` voor een blad om te lezen, en `regel` voor één regel in een register.",
            );
        }
        let parts: Vec<PaperPart> = parts
            .iter()
            .filter_map(|node| self.paper_part(node, &sheet))
            .collect();
        let columns = self.columns(columns, &sheet);
        fields.finish();
        Some(Paper {
            id: name?.0.to_owned(),
            title: title?,
            lists: lists?,
            reader: reader?,
            outside: outside?,
            source: source?,
            anonymous,
            days: days?,
            per,
            review: sheet.review,
            phones,
            refuses,
            about,
            closing,
            body: if line {
                Body::Line(columns)
            } else {
                Body::Sheet(parts)
            },
            place: tree.place.clone(),
        })
    }

    fn refuses(&self, node: &'a Node, sheet: &Sheet) -> Option<Refuses> {
        let mut fields = Fields::of(node, &PAPER_REFUSES, self.faults)?;
        if !fields.has("als") && !fields.has("lezer") {
            self.faults.say(
                Code::MissingKey,
                &node.place,
                "Hier staat niet wanneer dit papier er niet komt.",
                "Voeg `als` toe, of in een papier per persoon `lezer`.",
            );
        }
        if let (Some((name, _)), None) = (node.entry("lezer"), sheet.per) {
            self.faults.say(
                Code::WrongUse,
                &name.place,
                "`lezer` kan alleen in een papier dat er per persoon is.",
                "Gebruik `als`, of zet bovenaan `per: personen.mensen`.",
            );
        }
        let [when, reader] = ["als", "lezer"].map(|key| {
            fields
                .get(key)
                .map(|node| self.condition(node, &sheet.scope))
        });
        // Read by whoever makes the paper, in the language of the program.
        let mut dutch = |key| Some(text(fields.need(key)?, self.faults)?.nl);
        let (reason, todo) = (dutch("reden"), dutch("doe"));
        fields.finish();
        Some(Refuses {
            when: when.map_or(Some(None), |found| found.map(Some))?,
            reader: reader.map_or(Some(None), |found| found.map(Some))?,
            reason: reason?,
            todo: todo?,
        })
    }

    /// One of these words.
    pub(super) fn one_of(
        &self,
        fields: &mut Fields<'a>,
        key: &'static str,
        known: &[&'static str],
    ) -> Option<&'static str> {
        let node = fields.get(key)?;
        let said = word(node, self.faults)?;
        let found = known.iter().find(|one| **one == said).copied();
        if found.is_none() {
            self.faults.say(
                Code::BadValue,
                &node.place,
                format!("`{said}` kan niet bij `{key}`."),
                did_you_mean(said, known.iter().copied()),
            );
        }
        found
    }

    /// Why it may leave the house, where it does. Nothing where that is not said well.
    fn outside(&self, fields: &mut Fields<'a>) -> Option<Option<Outside>> {
        let node = fields.node.get("buiten");
        let per = fields.node.get("per").is_some();
        let said = self.one_of(fields, "buiten", &["grond", "meldrecht", "inzage"]);
        if let (Some(node), Some("inzage"), false) = (node, said, per) {
            self.faults.say(
                Code::WrongUse,
                &node.place,
                "Inzage is er voor één persoon, en dit papier gaat niet over één persoon.",
                "Schrijf `buiten: grond`, of zet bovenaan `per: personen.mensen`.",
            );
        }
        match said {
            Some("meldrecht") => Some(Some(Outside::Report)),
            Some("inzage") => Some(Some(Outside::Access)),
            Some(_) => Some(Some(Outside::Asked)),
            None => node.is_none().then_some(None),
        }
    }

    /// Which lists it goes with: the one that is looked at must be among them.
    fn goes_with(&self, node: &'a Node) -> Option<Vec<String>> {
        let nodes = one_or_more(node);
        let names: Vec<String> = nodes
            .iter()
            .filter_map(|node| word(node, self.faults).map(str::to_owned))
            .collect();
        let own = &self.lists.first()?.id;
        if let (Some(first), false) = (nodes.first(), names.contains(own)) {
            self.faults.say(
                Code::UnknownReference,
                &first.place,
                format!("Dit papier hoort niet bij de vragenlijst `{own}`."),
                format!(
                    "Zet `{own}` bij `bij`, of gebruik een casus met een lijst die daar staat."
                ),
            );
        }
        Some(names)
    }

    fn days(&self, fields: &mut Fields<'a>, anonymous: bool) -> Option<Days> {
        let place = fields
            .node
            .entry("data")
            .map(|(_, value)| value.place.clone());
        let said = self.one_of(fields, "data", &["voluit", "maand", "geleden", "weg"]);
        let days = match said {
            Some("voluit") => Days::Full,
            Some("maand") => Days::Month,
            Some("geleden") => Days::Ago,
            Some(_) => Days::Gone,
            None if place.is_some() => return None,
            None if anonymous => Days::Ago,
            None => Days::Full,
        };
        if let (true, Some(place), Days::Full | Days::Month) = (anonymous, place, days) {
            self.faults.say(
                Code::WrongUse,
                &place,
                "Zonder namen kan ook een datum vertellen om wie het gaat.",
                "Schrijf `data: geleden` of `data: weg`.",
            );
        }
        Some(days)
    }

    /// The list of persons.
    fn persons_of(&self, node: &'a Node, scope: &Scope) -> Option<QuestionIx> {
        let list = self.list_question(node, scope)?;
        if self.persons() == Some(list.0) {
            return Some(list);
        }
        self.faults.say(
            Code::WrongUse,
            &node.place,
            format!("In `{}` staan geen mensen.", node.text().unwrap_or("")),
            "Schrijf `per: personen.mensen`: een papier kan er per persoon zijn.",
        );
        None
    }
}
