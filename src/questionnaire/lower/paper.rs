//! Papers: every name in them resolved against the list they go with, and what no paper may do.

use super::Context;
use super::head::id;
use super::names::Scope;
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form::{
    PAPER, PAPER_COLUMN, PAPER_DAYS, PAPER_PART, PAPER_QUESTION, PAPER_ROOM, Sort,
};
use crate::questionnaire::paper::{
    Body, Cell, Column, Days, Given, Paper, PaperPart, PaperRows, Shown,
};
use crate::questionnaire::raw::{Fields, filled, one_or_more, repeated_keys, text, word};
use crate::questionnaire::role::Role;
use crate::questionnaire::{Condition, DerivedIx, QuestionIx};
use crate::yaml::Node;

/// So many lines to write where an author says nothing.
const LINES: usize = 2;

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
        let title = self.sentence(&mut fields, "titel");
        let reader = self.sentence(&mut fields, "voor");
        let source = self.sentence(&mut fields, "bron");
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
        let about = fields.text("inleiding").map(|text| text.nl);
        let closing = fields.text("slot").map(|text| text.nl);
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
            source: source?,
            anonymous,
            days: days?,
            per,
            review: sheet.review,
            phones,
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

    /// A text in Dutch that must be there.
    fn sentence(&self, fields: &mut Fields<'a>, key: &'static str) -> Option<String> {
        let node = fields.need(key)?;
        text(node, self.faults).map(|text| text.nl)
    }

    /// One of these words.
    fn one_of(
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

    fn paper_part(&self, node: &'a Node, sheet: &Sheet) -> Option<PaperPart> {
        let mut fields = Fields::of(node, &PAPER_PART, self.faults)?;
        let heading = fields.text("kop").map(|text| text.nl);
        let when = fields
            .get("als")
            .map(|node| self.condition(node, &sheet.scope));
        let own_text = fields.text("tekst").map(|text| text.nl);
        let points = fields.items("punten").iter();
        let points = points
            .filter_map(|node| text(node, self.faults))
            .map(|text| text.nl);
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
        if sheet.per.is_some() && !own {
            self.own_words(fields.items("vragen"), &questions);
            let inside = rows.as_ref().and_then(Option::as_ref);
            self.own_words(fields.items("toon"), inside.map_or(&[], |rows| &rows.shown));
        }
        let empty = fields.text("leeg").map(|text| text.nl);
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

    fn shown(&self, nodes: &'a [Node], scope: &Scope) -> Vec<Shown> {
        nodes
            .iter()
            .filter_map(|node| self.one_shown(node, scope))
            .collect()
    }

    fn one_shown(&self, node: &'a Node, scope: &Scope) -> Option<Shown> {
        let (at, label, note) = if node.map().is_some() {
            let mut fields = Fields::of(node, &PAPER_QUESTION, self.faults)?;
            let at = fields.need("vraag");
            let label = fields.text("kop").map(|text| text.nl);
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

    #[allow(
        clippy::option_option,
        reason = "no rows is not the same as rows with a fault"
    )]
    fn paper_rows(&self, fields: &mut Fields<'a>, sheet: &Sheet) -> Option<Option<PaperRows>> {
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

    /// Words that somebody told are only for who told them: in an extract nobody else may read them.
    fn own_words(&self, nodes: &'a [Node], shown: &[Shown]) {
        for (node, one) in nodes.iter().zip(shown) {
            let entry = &self.questions[one.question.0];
            let says = |key: &str| entry.node.get(key).and_then(Node::text);
            let told =
                says("luister") == Some("ja") || says("rol") == Some(Role::TalkReport.name());
            if told {
                self.faults.say(
                    Code::WrongUse,
                    &node.place,
                    format!("`{}` zijn woorden van de persoon zelf. Een ander die dit papier leest, mag ze niet krijgen.", entry.name),
                    "Zet dit in een deel met `zelf: ja`.",
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

    fn columns(&self, nodes: &'a [Node], sheet: &Sheet) -> Vec<Column> {
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
