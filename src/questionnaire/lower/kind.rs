//! What a question of each kind holds: the keys that only that kind has.

use std::collections::BTreeMap;

use super::Context;
use super::names::Scope;
use super::register::QuestionEntry;
use crate::problem::Code;
use crate::questionnaire::form::{self, Sort};
use crate::questionnaire::number::Number;
use crate::questionnaire::raw::{Fields, filled, text, whole, word};
use crate::questionnaire::role::OptionRole;
use crate::questionnaire::{Choice, Kind, QuestionIx, Text};

impl<'a> Context<'a> {
    /// The kind of a question with what it holds.
    pub(super) fn kind(&self, at: usize, fields: &mut Fields<'a>, scope: &Scope) -> Kind {
        let entry = &self.questions[at];
        let options = entry.options.clone();
        let holds = match entry.sort {
            Some(Sort::List) => fields.need("vragen"),
            Some(sort) if sort.has_options() => fields.need("opties"),
            _ => None,
        };
        if let Some(node) = holds.filter(|node| node.list().is_some()) {
            filled(node, self.faults);
        }
        self.doubt_once(at, entry);
        match entry.sort {
            Some(Sort::YesNo) => self.yes_no(fields),
            Some(Sort::Choice) => Kind::Choice { options },
            Some(Sort::Choices) => Kind::Choices { options },
            Some(Sort::Judgement) => Kind::Judgement {
                rests_on: self.questions_named(fields, scope),
                fact_from: self.fact_from(fields, entry),
                options,
            },
            Some(Sort::Scale) => self.scale(fields),
            Some(Sort::Number) => self.number_kind(fields),
            Some(Sort::Date) => Kind::Date {
                not_after_today: fields.flag("niet_na_vandaag"),
            },
            Some(Sort::Text) => Kind::Text {
                multiline: self.multiline(fields),
                vague: fields.flag("vaag"),
            },
            Some(Sort::Person) => {
                self.needs_persons(entry);
                Kind::Person {
                    several: fields.flag("meerdere"),
                }
            }
            Some(Sort::Row) => Kind::Row {
                list: self.rows_of(fields, scope),
                several: fields.flag("meerdere"),
            },
            Some(Sort::List) => self.list_kind(at, fields),
            Some(Sort::Ranking) => self.ranking(fields, scope),
            Some(Sort::Notice) => Kind::Notice {
                stop: fields.flag("stop"),
                danger: fields.flag("gevaar"),
            },
            None => {
                // Its kind is already reported as unknown.
                Kind::Text {
                    multiline: false,
                    vague: false,
                }
            }
        }
    }

    /// One option at most takes the place of *onbekend*, and only where one option is chosen.
    fn doubt_once(&self, at: usize, entry: &QuestionEntry<'a>) {
        let in_doubt = |option: &&Choice| option.role == Some(OptionRole::InDoubt);
        let count = entry.options.iter().filter(in_doubt).count();
        let most = usize::from(entry.sort != Some(Sort::Choices));
        if count > most {
            let node = self.questions[at].node;
            self.faults.say(
                Code::BadRole,
                &node.get("opties").unwrap_or(node).place,
                "De rol `twijfel` kan bij één optie staan, en alleen bij `keuze` en `oordeel`.",
                "Laat de rol staan bij de optie die *dat weet ik niet* betekent, of haal haar weg.",
            );
        }
    }

    fn yes_no(&self, fields: &mut Fields<'a>) -> Kind {
        let (mut yes, mut no) = (Number::ONE, Number::ZERO);
        if let Some(node) = fields.get("punten")
            && let Some(mut points) = Fields::of(node, &form::YES_NO_POINTS, self.faults)
        {
            yes = points.number("ja").unwrap_or(yes);
            no = points.number("nee").unwrap_or(no);
            points.finish();
        }
        Kind::YesNo { yes, no }
    }

    fn questions_named(&self, fields: &mut Fields<'a>, scope: &Scope) -> Vec<QuestionIx> {
        let names = fields.some("steunt_op");
        let found = names.iter().filter_map(|node| self.question(node, scope));
        found.map(QuestionIx).collect()
    }

    /// `vanaf blauw`: the index of that option.
    fn fact_from(&self, fields: &mut Fields<'a>, entry: &QuestionEntry<'a>) -> Option<usize> {
        let node = fields.get("feit")?;
        let said = word(node, self.faults)?;
        let Some(option) = said.strip_prefix("vanaf ") else {
            self.faults.say(
                Code::WrongType,
                &node.place,
                "Bij `feit` hoort `vanaf` en een optie.",
                "Schrijf bijvoorbeeld `feit: vanaf blauw`.",
            );
            return None;
        };
        let found = entry
            .options
            .iter()
            .position(|choice| &*choice.id.0 == option.trim());
        if found.is_none() {
            self.unknown_option(node, option.trim(), entry);
        }
        found
    }

    fn scale(&self, fields: &mut Fields<'a>) -> Kind {
        fields.need("van");
        fields.need("tot");
        let from = fields.whole("van").unwrap_or(0);
        let to = fields.whole("tot").unwrap_or(from);
        self.in_order(fields, from > to);
        let mut labels = BTreeMap::new();
        if let Some(node) = fields.get("labels")
            && let Some(table) = Fields::of(node, &form::LABELS, self.faults)
        {
            for (name, value) in table.node.map().unwrap_or_default() {
                let Some(at) = whole(name, self.faults) else {
                    continue;
                };
                if at < from || at > to {
                    let message = format!("{at} ligt niet tussen {from} en {to}.");
                    let tip = "Kies een getal op de schaal.";
                    self.faults.say(Code::BadValue, &name.place, message, tip);
                }
                labels.extend(text(value, self.faults).map(|said| (at, said)));
            }
        }
        Kind::Scale { from, to, labels }
    }

    fn in_order(&self, fields: &mut Fields<'a>, wrong: bool) {
        if let (true, Some(node)) = (wrong, fields.get("tot")) {
            self.faults.say(
                Code::BadValue,
                &node.place,
                "`tot` is kleiner dan `van`.",
                "Wissel de twee om.",
            );
        }
    }

    fn number_kind(&self, fields: &mut Fields<'a>) -> Kind {
        let (from, to) = (fields.number("van"), fields.number("tot"));
        self.in_order(fields, from.zip(to).is_some_and(|(from, to)| from > to));
        let step = fields.number("stap").unwrap_or(Number::ONE);
        if let (true, Some(node)) = (step <= Number::ZERO, fields.get("stap")) {
            let tip = "Schrijf bijvoorbeeld 1 of 0.5.";
            self.faults.say(
                Code::BadValue,
                &node.place,
                "Een stap is groter dan nul.",
                tip,
            );
        }
        Kind::Number {
            from,
            to,
            step,
            unit: fields.text("eenheid"),
        }
    }

    fn multiline(&self, fields: &mut Fields<'a>) -> bool {
        let Some(node) = fields.get("regels") else {
            return false;
        };
        if node.text() != Some("meer") {
            let tip = "Schrijf `regels: meer`, of haal de sleutel weg.";
            self.faults.say(
                Code::WrongType,
                &node.place,
                "Bij `regels` kan alleen `meer` staan.",
                tip,
            );
        }
        true
    }

    fn needs_persons(&self, entry: &QuestionEntry<'a>) {
        if self.persons().is_none() {
            self.faults.say(
                Code::UnknownReference,
                &entry.node.get("soort").unwrap_or(entry.node).place,
                "Deze vraag kiest een persoon, maar er is geen lijst van personen.",
                "Zet `gebruikt: [ personen ]` in de kop en geef die lijst een plek met `gebruik: personen`.",
            );
        }
    }

    fn rows_of(&self, fields: &mut Fields<'a>, scope: &Scope) -> QuestionIx {
        self.named_list(fields, scope).unwrap_or(QuestionIx(0))
    }

    /// The list whose rows a question chooses from or ranks.
    pub(super) fn named_list(&self, fields: &mut Fields<'a>, scope: &Scope) -> Option<QuestionIx> {
        fields
            .need("rijen_van")
            .and_then(|node| self.list_question(node, scope))
    }

    fn list_kind(&self, at: usize, fields: &mut Fields<'a>) -> Kind {
        let row_name = fields.text("rij").unwrap_or_else(|| Text::from("rij"));
        let questions = (0..self.questions.len())
            .filter(|row| self.questions[*row].parent == Some(at))
            .map(QuestionIx)
            .collect();
        let at_least = fields.size("minstens").unwrap_or(0);
        let at_most = fields.size("hoogstens");
        if let (Some(most), Some(node)) = (at_most, fields.get("hoogstens"))
            && most < at_least.max(1)
        {
            self.faults.say(
                Code::BadValue,
                &node.place,
                "Zo kan de lijst nooit goed zijn: `hoogstens` is te klein.",
                "Maak `hoogstens` groter, of haal de sleutel weg.",
            );
        }
        let usual = row_name
            .nl
            .chars()
            .next()
            .unwrap_or('r')
            .to_ascii_lowercase();
        Kind::List {
            letter: self
                .letter(fields)
                .unwrap_or(if usual.is_ascii_lowercase() {
                    usual
                } else {
                    'r'
                }),
            row_name,
            questions,
            at_least,
            at_most,
            together: fields.flag("samen"),
        }
    }

    fn letter(&self, fields: &mut Fields<'a>) -> Option<char> {
        let node = fields.get("nummer")?;
        let said = word(node, self.faults)?;
        let mut letters = said.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if letter.is_ascii_lowercase() => Some(letter),
            _ => {
                let tip = "Schrijf bijvoorbeeld `nummer: a`; de rijen heten dan a1, a2, a3.";
                self.faults.say(
                    Code::BadValue,
                    &node.place,
                    "Bij `nummer` hoort één kleine letter.",
                    tip,
                );
                None
            }
        }
    }
}
