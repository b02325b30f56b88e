//! Conditions: which form it has, and its parts. What is tested of one answer stands in `test`.

use super::names::Scope;
use super::test::Subject;
use super::{Context, head};
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form::CONDITIONS;
use crate::questionnaire::number::Number;
use crate::questionnaire::raw::{Fields, items, one_or_more, told_apart};
use crate::questionnaire::{Compare, Condition, NumberRef, Op};
use crate::yaml::Node;

impl<'a> Context<'a> {
    /// The condition written here; nothing where it holds a fault.
    pub(super) fn condition(&self, node: &'a Node, scope: &Scope) -> Option<Condition> {
        let made = self.one_condition(node, scope);
        if made.is_none() {
            self.lost(node);
        }
        made
    }

    fn one_condition(&self, node: &'a Node, scope: &Scope) -> Option<Condition> {
        Fields::open(node, CONDITIONS[0].what, self.faults)?;
        let Some(form) = told_apart(node, &CONDITIONS) else {
            self.no_form(node);
            return None;
        };
        let mut fields = Fields::of(node, form, self.faults)?;
        fields.report_strange();
        match form.mark.unwrap_or("") {
            "vraag" if fields.has("van") => self.about_named(&mut fields, scope),
            "vraag" => self.about_question(&mut fields, scope),
            "waarde_van" => self.about_derived(&mut fields, scope),
            "instelling" => self.about_setting(&mut fields, scope),
            "alle" => self.group(&mut fields, "alle", scope).map(Condition::All),
            "een_van" => self
                .group(&mut fields, "een_van", scope)
                .map(Condition::Any),
            "niet" => {
                let inner = fields.get("niet")?;
                let inner = self.condition(inner, scope)?;
                Some(Condition::Not(Box::new(inner)))
            }
            "van" => self.at_least(&mut fields, scope),
            "kan" | "zeker" => self.modal(&mut fields, scope),
            form => self.about_rows(form, &mut fields, scope),
        }
    }

    fn no_form(&self, node: &Node) {
        let marks = || CONDITIONS.iter().filter_map(|form| form.mark);
        let entries = node.map().unwrap_or_default();
        for (name, _) in entries {
            let key = name.text().unwrap_or("");
            if let Some(meant) = crate::problem::nearest(key, marks()) {
                self.faults.say(
                    Code::UnknownKey,
                    &name.place,
                    format!("De sleutel `{key}` hoort niet in een voorwaarde."),
                    format!("Bedoelde u `{meant}`?"),
                );
                return;
            }
        }
        self.faults.say(
            Code::MissingKey,
            &node.place,
            "Deze voorwaarde zegt niet waarover zij gaat.",
            format!(
                "Begin met één van `{}`.",
                marks()
                    .filter(|mark| *mark != "van")
                    .collect::<Vec<_>>()
                    .join("`, `")
            ),
        );
    }

    /// Every condition of a row of conditions; nothing where one of them holds a fault.
    pub(super) fn conditions(&self, nodes: &'a [Node], scope: &Scope) -> Option<Vec<Condition>> {
        let made: Vec<Option<Condition>> = nodes
            .iter()
            .map(|node| self.condition(node, scope))
            .collect();
        made.into_iter().collect()
    }

    fn group(
        &self,
        fields: &mut Fields<'a>,
        key: &'static str,
        scope: &Scope,
    ) -> Option<Vec<Condition>> {
        let node = fields.get(key)?;
        let nodes = items(node, self.faults);
        if node.list()?.is_empty() {
            self.faults.say(
                Code::WrongType,
                &node.place,
                format!("Onder `{key}` staat niets."),
                "Zet er minstens één voorwaarde in.",
            );
            return None;
        }
        self.conditions(nodes, scope)
    }

    fn about_question(&self, fields: &mut Fields<'a>, scope: &Scope) -> Option<Condition> {
        let node = fields.get("vraag")?;
        let Some(question) = self.question(node, scope) else {
            self.numbers_only(fields, scope);
            return None;
        };
        let tests = self.tests(fields, Subject::Question(question), node, scope)?;
        Some(all(Subject::Question(question).conditions(tests)))
    }

    fn about_derived(&self, fields: &mut Fields<'a>, scope: &Scope) -> Option<Condition> {
        let node = fields.get("waarde_van")?;
        let Some(derived) = self.derived_value(node, scope) else {
            self.numbers_only(fields, scope);
            return None;
        };
        let tests = self.tests(fields, Subject::Derived(derived), node, scope)?;
        Some(all(Subject::Derived(derived).conditions(tests)))
    }

    fn about_setting(&self, fields: &mut Fields<'a>, scope: &Scope) -> Option<Condition> {
        let node = fields.get("instelling")?;
        let name = crate::questionnaire::raw::word(node, self.faults)?;
        let (list, short) = match name.split_once('.') {
            Some((list, short)) => {
                let list = self.lists.iter().position(|other| other.id == list);
                (list.unwrap_or(scope.list), short)
            }
            None => (scope.list, name),
        };
        let settings = &self.heads[list].settings;
        let Some(setting) = settings.get(short) else {
            self.faults.say(
                Code::UnknownReference,
                &node.place,
                format!("Er is geen instelling `{name}`."),
                did_you_mean(short, settings.keys().map(String::as_str)),
            );
            return None;
        };
        let mut holds = false;
        for value in one_or_more(fields.need("is")?) {
            let value = head::setting_value(short, &setting.values, value, self.faults)?;
            holds |= value == setting.value;
        }
        Some(Condition::Always(holds))
    }

    fn at_least(&self, fields: &mut Fields<'a>, scope: &Scope) -> Option<Condition> {
        let least = fields.need("minstens");
        let of = self.group(fields, "van", scope);
        let least = self.number(least?, scope)?;
        let of = of?;
        let whole = match least {
            NumberRef::Literal(number) => number.as_whole(),
            // What a named number is depends on the day.
            NumberRef::Named(_) => Some(1),
        };
        let fits = |count: i64| count >= 1 && Number::whole(count) <= Number::count(of.len());
        if !whole.is_some_and(fits) {
            self.faults.say(
                Code::BadValue,
                &fields.get("minstens")?.place,
                format!(
                    "Er staan {} voorwaarden: zoveel kunnen er niet gelden.",
                    of.len()
                ),
                format!("Kies een heel getal van 1 tot en met {}.", of.len()),
            );
            return None;
        }
        Some(Condition::AtLeast(least, of))
    }

    fn modal(&self, fields: &mut Fields<'a>, scope: &Scope) -> Option<Condition> {
        let form = if fields.has("kan") { "kan" } else { "zeker" };
        let (name, _) = fields.node.entry(form)?;
        let inner = fields.get(form)?;
        if !scope.routing {
            self.faults.say(
                Code::Modal,
                &name.place,
                format!("`{form}` mag alleen bij de `als` van een vraag of onderdeel."),
                "Laat het hier weg: of iets vaststaat of nog open is, houdt het programma zelf bij.",
            );
            return None;
        }
        let inner = Box::new(self.condition(inner, scope)?);
        Some(match form {
            "kan" => Condition::May(inner),
            _ => Condition::Sure(inner),
        })
    }

    fn about_rows(
        &self,
        form: &'a str,
        fields: &mut Fields<'a>,
        scope: &Scope,
    ) -> Option<Condition> {
        let key = match form {
            "een_rij" => "een_rij",
            "elke_rij" => "elke_rij",
            _ => "aantal_rijen",
        };
        let list = self.list_question(fields.get(key)?, scope)?;
        let inner = if key == "aantal_rijen" {
            fields.get("geldt")
        } else {
            Some(fields.need("geldt")?)
        };
        let holds = match inner {
            Some(node) => Some(Box::new(self.condition(node, &scope.within(list.0))?)),
            None => None,
        };
        let rows = |compare| Condition::Rows {
            list,
            holds: holds.clone(),
            compare,
        };
        match (key, holds.clone()) {
            ("elke_rij", Some(holds)) => Some(Condition::EveryRow { list, holds }),
            ("een_rij", _) => Some(rows(Compare {
                op: Op::AtLeast,
                to: NumberRef::Literal(Number::ONE),
            })),
            _ => {
                let compares = self.comparisons(fields, scope)?;
                if compares.is_empty() {
                    self.faults.say(
                        Code::MissingKey,
                        &fields.node.place,
                        "Hier staat niet hoeveel rijen het moeten zijn.",
                        "Voeg bijvoorbeeld `minstens: 1` toe.",
                    );
                    return None;
                }
                Some(all(compares.into_iter().map(rows).collect()))
            }
        }
    }

    /// `minstens: 3` and the other comparisons in these keys; `is: 3` too.
    pub(super) fn comparisons(
        &self,
        fields: &mut Fields<'a>,
        scope: &Scope,
    ) -> Option<Vec<Compare>> {
        let mut compares = Vec::new();
        for (key, op) in super::test::COMPARISONS {
            if let Some(node) = fields.get(key) {
                let to = self.number(node, scope)?;
                compares.push(Compare { op, to });
            }
        }
        if let Some(node) = fields.get("is") {
            let to = self.number(node, scope)?;
            compares.push(Compare { op: Op::Equal, to });
        }
        Some(compares)
    }
}

/// All of these, without a group around a single one.
pub(super) fn all(mut conditions: Vec<Condition>) -> Condition {
    match (conditions.len(), conditions.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            conditions.extend(last);
            Condition::All(conditions)
        }
    }
}
