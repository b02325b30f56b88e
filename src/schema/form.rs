//! The forms of a list as a schema: every table by which the loader reads becomes one definition.

mod question;
mod told_apart;

use serde_json::{Map, Value as Json, json};

use super::holds::{self, reference, words};
use super::{answers, guide};
use crate::questionnaire::form::{
    ADAPTATION, CONDITIONS, DERIVED, FIXED, Form, Holds, Key, LENGTHS, LIST, NUMBER, OF_A_PERIOD,
    OPTION, PAPER, PARTS, PERIOD, QUESTION, READER, SCALES, Sort, Together,
};
use crate::questionnaire::{DerivedRole, OptionRole};
use crate::text::nl;

/// A list or an adaptation.
pub(super) fn questionnaire() -> Json {
    let mut maker = Maker::default();
    let own = maker.form(&LIST, &["past_aan"]);
    let adapted = maker.form(&ADAPTATION, &[]);
    maker.close(json!({
        "type": "object",
        "if": { "required": ["past_aan"] },
        "then": adapted,
        "else": own,
    }))
}

/// A paper.
pub(super) fn paper() -> Json {
    let mut maker = Maker::default();
    let paper = maker.form(&PAPER, &[]);
    maker.close(paper)
}

/// The profile of a reader.
pub(super) fn reader() -> Json {
    let mut maker = Maker::default();
    let reader = maker.form(&READER, &[]);
    maker.close(reader)
}

/// The file of scales that lists share.
pub(super) fn scales() -> Json {
    let mut maker = Maker::default();
    let scales = maker.form(&SCALES, &[]);
    maker.close(scales)
}

/// Makes definitions as they are needed.
#[derive(Default)]
pub(super) struct Maker {
    definitions: Map<String, Json>,
}

/// What a value depends on besides its table.
#[derive(Clone, Copy, Default)]
struct Around {
    /// The kind of the question it belongs to.
    sort: Option<Sort>,
    /// That question stands in a row.
    in_row: bool,
    /// Conditions may use `kan` and `zeker`.
    routing: bool,
}

impl Maker {
    /// The schema with all definitions that it needs.
    pub(super) fn close(mut self, schema: Json) -> Json {
        self.define("zin", holds::sentence);
        self.define("woord", holds::word);
        let mut whole = match schema {
            Json::Object(map) => map,
            other => Map::from_iter([("allOf".to_owned(), json!([other]))]),
        };
        whole.insert("$defs".to_owned(), Json::Object(self.definitions));
        Json::Object(whole)
    }

    fn define(&mut self, name: &str, make: impl FnOnce() -> Json) -> Json {
        if !self.definitions.contains_key(name) {
            self.definitions.insert(name.to_owned(), make());
        }
        reference(name)
    }

    /// One form. `marks` are the keys of the forms that may stand in the same place: an editor offers them too.
    pub(super) fn form(&mut self, form: &'static Form, marks: &[&'static str]) -> Json {
        self.form_around(form, marks, Around::default())
    }

    fn form_around(&mut self, form: &'static Form, marks: &[&'static str], around: Around) -> Json {
        let name = if around.routing && is_condition(form) {
            format!("{}_bij_als", form.name)
        } else {
            form.name.to_owned()
        };
        if self.definitions.contains_key(&name) {
            return reference(&name);
        }
        // The place is taken before it is filled: a condition holds conditions.
        self.definitions.insert(name.clone(), Json::Null);
        let keys: Vec<&'static Key> = form.keys.iter().collect();
        let mut made = self.object(form, &keys, around);
        for mark in marks {
            let about = about(form, mark);
            if let Some(properties) = made.get_mut("properties").and_then(Json::as_object_mut) {
                properties.insert((*mark).to_owned(), json!({ "description": about }));
            }
        }
        self.definitions.insert(name.clone(), made);
        reference(&name)
    }

    fn object(&mut self, form: &'static Form, keys: &[&'static Key], around: Around) -> Json {
        let mut properties = Map::new();
        for key in keys {
            properties.insert(key.name.to_owned(), self.property(form, key, around));
        }
        let needed: Vec<&str> = keys
            .iter()
            .filter(|key| key.needed)
            .map(|key| key.name)
            .collect();
        let mut made = Map::new();
        made.insert("type".to_owned(), json!("object"));
        made.insert("properties".to_owned(), Json::Object(properties));
        if !needed.is_empty() {
            made.insert("required".to_owned(), json!(needed));
        }
        let rest = match form.rest {
            None => json!(false),
            Some(rest) => {
                if rest.numbers {
                    made.insert(
                        "propertyNames".to_owned(),
                        json!({ "pattern": holds::whole()["pattern"] }),
                    );
                }
                match rest.holds {
                    Holds::Changed => {
                        self.changed(&mut made);
                        json!(false)
                    }
                    holds => self.holds(holds, around),
                }
            }
        };
        made.insert("additionalProperties".to_owned(), rest);
        let together: Vec<Json> = form.together.iter().map(|rule| rule_of(*rule)).collect();
        if !together.is_empty() {
            made.insert("allOf".to_owned(), json!(together));
        }
        Json::Object(made)
    }

    fn property(&mut self, form: &'static Form, key: &Key, around: Around) -> Json {
        let made = self.holds(key.holds, around);
        with(made, "description", json!(about(form, key.name)))
    }

    fn holds(&mut self, what: Holds, around: Around) -> Json {
        match what {
            Holds::Text => self.define("tekst", holds::text),
            Holds::Word => self.define("woord", holds::word),
            Holds::Id { taken } => holds::id(taken),
            Holds::Version => holds::version(),
            Holds::Flag => holds::flag(),
            Holds::Number => self.define("getal_of_tekst", holds::number),
            Holds::Positive => holds::positive(),
            Holds::Whole => holds::whole(),
            Holds::Size => holds::size(),
            Holds::NumberOrName => self.define("getal_of_naam", holds::number_or_name),
            Holds::Date => self.define("datum", holds::date),
            Holds::Day => self.define("dag", holds::day),
            Holds::Letter => holds::letter(),
            Holds::From => holds::from(),
            Holds::Words(all) => words(&all.map_words(|word| guide::key((6, "`onbekend`"), word))),
            Holds::Kind => question::kinds(around),
            Holds::QuestionRole => self.roles(around),
            Holds::OptionRole => self.define("rol_van_optie", || {
                words(
                    &OptionRole::ALL
                        .iter()
                        .map(|role| role.name())
                        .collect::<Vec<_>>()
                        .map_words(|_| None),
                )
            }),
            Holds::DerivedRole => self.define("rol_van_afgeleide", || {
                words(
                    &DerivedRole::ALL
                        .iter()
                        .map(|role| role.name())
                        .collect::<Vec<_>>()
                        .map_words(|_| None),
                )
            }),
            Holds::Condition { routing } => self.condition(Around {
                // Inside a condition stands what may stand around it.
                routing: around.routing || routing,
                ..Around::default()
            }),
            Holds::Question { in_row } => self.question(in_row),
            Holds::Form(form) => self.form_around(form, &[], around),
            Holds::OneOf(forms) => self.one_of(forms),
            // Editors offer the words of `anyOf`; of `if` they do not, and tell better what is wrong.
            Holds::Either(one @ Holds::Words(_), other) => {
                json!({ "anyOf": [self.holds(*one, around), self.holds(*other, around)] })
            }
            Holds::Either(one, other) => {
                let shape = match other {
                    Holds::Form(_) | Holds::OneOf(_) | Holds::Condition { .. } => "object",
                    _ => "array",
                };
                json!({
                    "if": { "type": shape },
                    "then": self.holds(*other, around),
                    "else": self.holds(*one, around),
                })
            }
            Holds::Rows(each) => json!({ "type": "array", "items": self.holds(*each, around) }),
            Holds::Filled(each) => {
                json!({ "type": "array", "items": self.holds(*each, around), "minItems": 1 })
            }
            Holds::OneOrMore(each) => {
                let one = self.holds(*each, around);
                json!({
                    "if": { "type": "array" },
                    "then": { "items": one },
                    "else": one,
                })
            }
            Holds::OneOrFilled(each) => {
                let one = self.holds(*each, around);
                json!({
                    "if": { "type": "array" },
                    "then": { "items": one, "minItems": 1 },
                    "else": one,
                })
            }
            Holds::Answers => {
                answers::define(&mut self.definitions);
                self.define("antwoorden", answers::whole)
            }
            Holds::Changed => json!(true),
        }
    }

    /// The keys that a change may hold: those of everything that can be changed, but for what lies fixed.
    fn changed(&mut self, made: &mut Map<String, Json>) {
        let mut found: Vec<(&'static Form, &'static Key, Vec<Json>)> = Vec::new();
        for form in [&QUESTION, &PARTS[1], &OPTION, &DERIVED, &NUMBER, &PERIOD] {
            for key in form.keys {
                let fixed = FIXED.iter().any(|(name, _)| *name == key.name);
                if key.name == "id" || (fixed && !(key.name == "als" && form.name == DERIVED.name))
                {
                    continue;
                }
                let of_a_period = || OF_A_PERIOD.iter().chain(&LENGTHS);
                if form.name == PERIOD.name && !of_a_period().any(|name| *name == key.name) {
                    continue;
                }
                let holds = self.holds(key.holds, Around::default());
                match found
                    .iter_mut()
                    .find(|(_, known, _)| known.name == key.name)
                {
                    Some((_, _, all)) if all.contains(&holds) => {}
                    Some((_, _, all)) => all.push(holds),
                    None => found.push((form, key, vec![holds])),
                }
            }
        }
        let Some(properties) = made.get_mut("properties").and_then(Json::as_object_mut) else {
            return;
        };
        for (form, key, mut all) in found {
            let one = match all.len() {
                1 => all.swap_remove(0),
                _ => json!({ "anyOf": all }),
            };
            properties.insert(
                key.name.to_owned(),
                with(one, "description", json!(about(form, key.name))),
            );
        }
    }
}

fn is_condition(form: &Form) -> bool {
    CONDITIONS.iter().any(|one| one.name == form.name)
}

/// What the guide says of a key of a form.
fn about(form: &Form, key: &str) -> String {
    // What is tested is the same in a condition, a column and a count.
    let tested = || guide::key(CONDITIONS[0].guide, key);
    guide::key(form.guide, key)
        .or_else(tested)
        .unwrap_or_default()
}

/// The same with another member, before the others where a reader looks first.
fn with(schema: Json, key: &str, value: Json) -> Json {
    if value.as_str() == Some("") {
        return schema;
    }
    let mut map = Map::new();
    map.insert(key.to_owned(), value);
    match schema {
        Json::Object(rest) => map.extend(rest.into_iter().filter(|(name, _)| name != key)),
        Json::Bool(true) => {}
        other => {
            map.insert("allOf".to_owned(), json!([other]));
        }
    }
    Json::Object(map)
}

fn rule_of(rule: Together) -> Json {
    let needs = |keys: &[&str]| -> Vec<Json> {
        keys.iter()
            .map(|key| json!({ "required": [key] }))
            .collect()
    };
    let text = &nl().schema;
    match rule {
        Together::Some(keys) => json!({
            "anyOf": needs(keys),
            "errorMessage": text.needs_one(keys.join(", ")),
        }),
        Together::One(keys) => json!({
            "oneOf": needs(keys),
            "errorMessage": text.needs_exactly_one(keys.join(", ")),
        }),
        Together::Needs(key, value, needed) => {
            let mut with = json!({ "required": [key] });
            if let Some(value) = value {
                with["properties"] = json!({ key: { "const": value } });
            }
            json!({
                "if": with,
                "then": { "required": [needed], "errorMessage": text.needs_too(key, needed) },
            })
        }
        Together::NotBoth(one, other) => json!({
            "not": { "required": [one, other] },
            "errorMessage": text.not_both(one, other),
        }),
    }
}

/// Names with what is said of each.
trait MapWords {
    fn map_words(&self, about: impl Fn(&str) -> Option<String>) -> Vec<(&'static str, String)>;
}

impl MapWords for [&'static str] {
    fn map_words(&self, about: impl Fn(&str) -> Option<String>) -> Vec<(&'static str, String)> {
        self.iter()
            .map(|word| (*word, about(word).unwrap_or_default()))
            .collect()
    }
}
