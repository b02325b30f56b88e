//! The keys that every kind of question has.

use std::collections::BTreeSet;

use super::Context;
use super::head::source;
use super::names::Scope;
use super::register::QuestionEntry;
use super::shape::Shape;
use crate::problem::{Code, Problem, did_you_mean};
use crate::questionnaire::form::{self, QUESTION, Sort};
use crate::questionnaire::raw::{Fields, one_or_more, text, word};
use crate::questionnaire::role::{Role, RolePlace};
use crate::questionnaire::{DerivedIx, NoteRule, OptionId, Question, QuestionId, QuestionIx, Text};
use crate::yaml::Node;

impl<'a> Context<'a> {
    /// All questions; `broken` gets the ids of those with a fault.
    pub(super) fn lower_questions(&self, broken: &mut BTreeSet<String>) -> Vec<Question> {
        let mut questions = Vec::new();
        for at in 0..self.questions.len() {
            let before = self.noted();
            questions.push(self.lower_question(at));
            if self.noted() > before || self.questions[at].faulty {
                broken.insert(self.questions[at].id.clone());
            }
        }
        self.repeated_roles(&questions);
        questions
    }

    fn lower_question(&self, at: usize) -> Question {
        let entry = &self.questions[at];
        let scope = Scope {
            list: entry.list,
            row: entry.parent,
            outer: None,
            routing: true,
        };
        let mut question = Question {
            id: QuestionId::from(entry.id.as_str()),
            text: Text::from(entry.name),
            help: None,
            why: None,
            example: None,
            kind: crate::questionnaire::Kind::Notice {
                stop: false,
                danger: false,
            },
            when: None,
            part: entry.part,
            parent: entry.parent.map(QuestionIx),
            more: false,
            may_be_empty: false,
            allows_not_applicable: entry.not_applicable,
            apart: false,
            sources: Vec::new(),
            listen: false,
            given: false,
            note: NoteRule::Free,
            advice: None,
            only: None,
            role: None,
            source: self.inherited_source(entry),
            place: entry.at.place.clone(),
        };
        let Some(mut fields) = Fields::of(entry.node, &QUESTION, self.faults) else {
            return question;
        };
        self.keys_of_other_kinds(&mut fields, entry);
        if let Some(node) = fields.need("vraag") {
            question.text = text(node, self.faults).unwrap_or(question.text);
        }
        question.help = fields.text("uitleg");
        question.why = fields.text("waarom");
        let has = |key| entry.sort.is_none_or(|sort| QUESTION.has(key, sort));
        question.kind = self.kind(at, &mut fields, &scope);
        if has("alleen") {
            question.only = fields.get("alleen").and_then(|node| self.only(node, at));
        }
        question.when = fields
            .get("als")
            .and_then(|node| self.condition(node, &scope));
        question.more = fields.flag("meer");
        question.apart = fields.flag("apart");
        question.sources = self.sources(&mut fields);
        question.listen = fields.flag("luister");
        question.given = fields.flag("gegeven");
        if let Some(node) = fields.get("bron") {
            question.source = source(&self.heads[entry.list], node, self.faults);
        }
        question.role = self.role(&mut fields, entry);
        if has("voorbeeld") {
            question.example = fields.text("voorbeeld");
        }
        if has("nvt") {
            fields.flag("nvt");
        }
        if has("toelichting") {
            question.note = self.note(&mut fields, entry);
        }
        if has("advies") {
            question.advice = self.advice(&mut fields, &scope);
        }
        if has("mag_leeg") {
            question.may_be_empty = fields.flag("mag_leeg");
        }
        fields.finish();
        question
    }

    /// The derived value that advises what is decided here.
    fn advice(&self, fields: &mut Fields<'a>, scope: &Scope) -> Option<DerivedIx> {
        let node = fields.get("advies")?;
        let found = self.derived_value(node, scope)?;
        if self.shape(found) == Shape::Number {
            self.faults.say(
                Code::WrongUse,
                &node.place,
                format!(
                    "`{}` is een getal en geeft dus geen advies.",
                    self.derived[found.0].name
                ),
                "Maak er met `banden` of `regels` een niveau van, en noem dat hier.",
            );
        }
        Some(found)
    }

    /// Makes the keys of this kind of question known, and reports those that only other kinds have. Where its kind is
    /// unknown, which is reported already, all are good.
    fn keys_of_other_kinds(&self, fields: &mut Fields<'a>, entry: &QuestionEntry<'a>) {
        let sorts = |key| {
            Sort::ALL
                .into_iter()
                .filter(move |sort| QUESTION.has(key, *sort))
        };
        for key in QUESTION.keys.iter().map(|key| key.name) {
            let Some(sort) = entry.sort.filter(|sort| !QUESTION.has(key, *sort)) else {
                fields.allow(&[key]);
                continue;
            };
            let Some((name, _)) = fields.node.entry(key).filter(|_| !fields.knows(key)) else {
                continue;
            };
            fields.allow(&[key]);
            let names: Vec<&str> = sorts(key).map(Sort::name).collect();
            self.faults.say(
                Code::UnknownKey,
                &name.place,
                format!(
                    "De sleutel `{key}` hoort niet bij `soort: {}`.",
                    sort.name()
                ),
                format!(
                    "`{key}` is voor: `{}`. Haal de sleutel weg, of kies een andere soort.",
                    names.join("`, `")
                ),
            );
        }
    }

    /// The source of the part, else of the list.
    fn inherited_source(&self, entry: &QuestionEntry<'a>) -> String {
        let head = &self.heads[entry.list];
        let of_list = entry
            .parent
            .and_then(|list| self.questions[list].node.get("bron"));
        let of_part = self.parts[entry.part].node.get("bron");
        match of_list.or(of_part) {
            Some(node) => source(head, node, self.faults),
            None => head.source.clone(),
        }
    }

    fn note(&self, fields: &mut Fields<'a>, entry: &QuestionEntry<'a>) -> NoteRule {
        let Some(node) = fields.get("toelichting") else {
            return NoteRule::Free;
        };
        match node.text() {
            Some("mag") => return NoteRule::Free,
            Some("altijd") => return NoteRule::Always,
            Some(_) => {
                self.faults.say(
                    Code::WrongType,
                    &node.place,
                    "Bij `toelichting` hoort `mag`, `altijd` of `{ bij: [ … ] }`.",
                    "Schrijf bijvoorbeeld `toelichting: { bij: [ja] }`.",
                );
                return NoteRule::Free;
            }
            None => {}
        }
        let Some(mut inner) = Fields::of(node, &form::NOTE, self.faults) else {
            return NoteRule::Free;
        };
        let answers = inner.need("bij").map_or(&[][..], one_or_more);
        inner.finish();
        let with = answers
            .iter()
            .filter_map(|node| self.note_answer(node, entry));
        NoteRule::With(with.collect())
    }

    fn note_answer(&self, node: &Node, entry: &QuestionEntry<'a>) -> Option<OptionId> {
        let said = word(node, self.faults)?;
        let yes_no = entry.sort == Some(Sort::YesNo) && matches!(said, "ja" | "nee");
        let option = entry.options.iter().any(|choice| &*choice.id.0 == said);
        let not_applicable = said == "nvt" && entry.not_applicable;
        if yes_no || option || not_applicable || matches!(said, "onbekend" | "geweigerd") {
            return Some(OptionId::from(said));
        }
        self.unknown_option(node, said, entry);
        None
    }

    fn role(&self, fields: &mut Fields<'a>, entry: &QuestionEntry<'a>) -> Option<Role> {
        let node = fields.get("rol")?;
        let name = word(node, self.faults)?;
        let Some(role) = Role::parse(name) else {
            self.faults.say(
                Code::BadRole,
                &node.place,
                format!("De rol `{name}` bestaat niet."),
                did_you_mean(name, Role::ALL.iter().map(|role| role.name())),
            );
            return None;
        };
        let message = match (role.place(), entry.parent) {
            (RolePlace::InRow(list), parent) => {
                let has = parent.and_then(|at| self.questions[at].node.get("rol"));
                if has.and_then(Node::text) == Some(list.name()) {
                    return Some(role);
                }
                format!(
                    "De rol `{name}` hoort bij een vraag in de rijen van een lijst met de rol `{}`.",
                    list.name()
                )
            }
            (RolePlace::List, _) if entry.sort != Some(Sort::List) => {
                format!("De rol `{name}` hoort bij een vraag met `soort: lijst`.")
            }
            (_, Some(_)) => format!("De rol `{name}` kan niet in de rij van een lijst."),
            (RolePlace::Ranking, None) if entry.sort != Some(Sort::Ranking) => {
                format!("De rol `{name}` hoort bij een vraag met `soort: rangorde`.")
            }
            _ => return Some(role),
        };
        let tip = "Zie de tabel bij 9 in de schrijfgids, of haal de rol weg.";
        self.faults.say(Code::BadRole, &node.place, message, tip);
        None
    }

    fn repeated_roles(&self, questions: &[Question]) {
        for (at, question) in questions.iter().enumerate() {
            let first = questions[..at]
                .iter()
                .position(|other| question.role.is_some() && other.role == question.role);
            let (Some(first), Some(role)) = (first, question.role) else {
                continue;
            };
            let place = |at: usize| {
                let node = self.questions[at].node;
                node.get("rol").unwrap_or(node).place.clone()
            };
            self.faults.add(
                Problem::new(
                    Code::BadRole,
                    place(at),
                    format!("De rol `{}` is al van een andere vraag.", role.name()),
                    "Een rol komt in een lijst hoogstens één keer voor, ook met de lijsten die zij meeneemt.",
                )
                .and(place(first), "van deze"),
            );
        }
    }
}
