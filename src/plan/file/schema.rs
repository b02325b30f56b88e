//! A plan file as JSON Schema: a walk over the layout that notes what each key may hold.

use chrono::NaiveDate;
use serde_json::{Map, Value as Json, json};

use super::walk::{Of, Walk};
use super::{FORMAT, FORMAT_KEY, HEAD, layout, reply};
use crate::plan::{Choice, Field, Id, Legend, Plan, Rate, YesNo};
use crate::questionnaire::{ListVersion, OptionRole, Role};
use crate::text::nl;

/// What a plan file may hold.
pub fn schema() -> Json {
    let mut maker = Maker {
        maps: vec![Object::default()],
        path: Vec::new(),
        definitions: Map::new(),
        may_be_blank: false,
    };
    layout::plan(&mut maker, &mut Plan::default(), &mut None);
    maker.may_be_blank = true;
    reply::replies(&mut maker, &mut Vec::new());
    let mut root = maker.maps.pop().unwrap_or_default();
    root.needed.push(HEAD);
    let mut whole = root.into_map();
    whole.insert("$defs".to_owned(), Json::Object(maker.definitions));
    Json::Object(whole)
}

/// One map that is being noted.
#[derive(Default)]
struct Object {
    properties: Map<String, Json>,
    needed: Vec<&'static str>,
}

impl Object {
    fn into_map(self) -> Map<String, Json> {
        let mut map = Map::from_iter([
            ("type".to_owned(), json!("object")),
            ("properties".to_owned(), Json::Object(self.properties)),
        ]);
        if !self.needed.is_empty() {
            map.insert("required".to_owned(), json!(self.needed));
        }
        map.insert("additionalProperties".to_owned(), json!(false));
        map
    }
}

struct Maker {
    /// The maps that are being noted, the innermost last.
    maps: Vec<Object>,
    /// The names of the rows and groups around what is being noted.
    path: Vec<String>,
    /// The rows, by what they are.
    definitions: Map<String, Json>,
    /// A form is being noted: every value may still be open.
    may_be_blank: bool,
}

impl Maker {
    /// What a key means: by its whole path, else by its own name.
    fn about(&self, key: &str) -> String {
        let text = &nl().plan_keys;
        let mut path = self.path.clone();
        path.push(key.to_owned());
        let own = text
            .sentence_called(&path.join("_"))
            .or_else(|| text.sentence_called(key));
        let above = || {
            self.path
                .is_empty()
                .then(|| super::write::comment(key))
                .flatten()
        };
        own.map(str::to_owned).or_else(above).unwrap_or_default()
    }

    fn put(&mut self, key: &'static str, holds: Json) {
        let about = self.about(key);
        let mut made = Map::from_iter([("description".to_owned(), json!(about))]);
        match holds {
            // What somebody may fill in is written with nothing behind it.
            holds if self.may_be_blank => {
                made.insert("anyOf".to_owned(), json!([holds, { "type": "null" }]));
            }
            Json::Object(rest) => made.extend(rest),
            _ => {}
        }
        if let Some(map) = self.maps.last_mut() {
            map.properties.insert(key.to_owned(), Json::Object(made));
        }
    }

    fn need(&mut self, key: &'static str, holds: Json) {
        self.put(key, holds);
        if let Some(map) = self.maps.last_mut() {
            map.needed.push(key);
        }
    }

    /// A value of this kind that may be unknown, and may have a remark beside it.
    fn field(&mut self, key: &'static str, kind: &str, value: Json) {
        let name = format!("veld_{kind}");
        let holds = json!({ "$ref": format!("#/$defs/{name}") });
        self.definitions.entry(name).or_insert_with(|| {
            let said = json!({ "anyOf": [value, { "enum": ["onbekend", "geweigerd"] }] });
            json!({
                "if": { "type": "object" },
                "then": {
                    "properties": { "waarde": said, "toelichting": word() },
                    "additionalProperties": false,
                },
                "else": said,
            })
        });
        self.put(key, holds);
    }

    /// The map that is noted by `inside`.
    fn inside(&mut self, name: &str, inside: impl FnOnce(&mut Self)) -> Object {
        self.path.push(name.to_owned());
        self.maps.push(Object::default());
        inside(self);
        self.path.pop();
        self.maps.pop().unwrap_or_default()
    }
}

fn word() -> Json {
    json!({ "type": ["string", "number"] })
}

fn whole(least: Option<u32>) -> Json {
    let sign = if least.is_some() { "" } else { "-?" };
    let mut made =
        json!({ "type": ["integer", "string"], "pattern": format!("^{sign}[0-9]{{1,12}}$") });
    if let Some(least) = least {
        made["minimum"] = json!(least);
    }
    made
}

fn day() -> Json {
    json!({
        "type": "string",
        "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        "format": "date",
    })
}

fn ids() -> Json {
    json!({ "if": { "type": "array" }, "then": { "items": word() }, "else": word() })
}

impl Walk for Maker {
    fn id(&mut self, _: &mut Id, _: Of) {
        self.need("id", word());
    }

    fn word<T: Copy>(
        &mut self,
        key: &'static str,
        _: &mut T,
        word: fn(T) -> &'static str,
        all: &[T],
    ) {
        let words: Vec<&str> = all.iter().map(|one| word(*one)).collect();
        self.need(key, json!({ "enum": words }));
    }

    fn number(&mut self, key: &'static str, _: &mut u32) {
        self.need(key, whole(Some(0)));
    }

    fn place(&mut self, key: &'static str, _: &mut Option<usize>) {
        self.put(key, whole(Some(0)));
    }

    fn made(&mut self, key: &'static str, _: &mut NaiveDate) {
        self.need(key, day());
    }

    fn known_ids(&mut self, key: &'static str, _: &mut Vec<Id>, _: Of) {
        self.put(key, ids());
    }

    fn plain(&mut self, key: &'static str, _: &mut String) {
        self.need(key, word());
    }

    fn maybe(&mut self, key: &'static str, _: &mut Option<String>) {
        self.put(key, word());
    }

    fn maybe_day(&mut self, key: &'static str, _: &mut Option<NaiveDate>) {
        self.put(key, json!({ "anyOf": [day(), { "enum": ["onbekend"] }] }));
    }

    fn maybe_word<T: Copy>(
        &mut self,
        key: &'static str,
        _: &mut Option<T>,
        word: fn(T) -> &'static str,
        all: &[T],
    ) {
        let words: Vec<&str> = all.iter().map(|one| word(*one)).collect();
        self.put(key, json!({ "enum": words }));
    }

    fn said_of(&mut self, key: &'static str, _: &mut Id, _: Of, _: Option<usize>) {
        self.need(key, word());
    }

    fn flag(&mut self, key: &'static str, _: &mut bool) {
        self.put(key, json!({ "enum": ["ja", "nee"] }));
    }

    fn text(&mut self, key: &'static str, _: &mut Field<String>) {
        self.field(key, "tekst", word());
    }

    fn ids(&mut self, key: &'static str, _: &mut Field<Vec<Id>>, _: Of) {
        self.field(key, "ids", ids());
    }

    fn day(&mut self, key: &'static str, _: &mut Field<NaiveDate>) {
        self.field(key, "dag", day());
    }

    fn whole(&mut self, key: &'static str, _: &mut Field<i64>) {
        self.field(key, "getal", whole(None));
    }

    fn yes_no(&mut self, key: &'static str, _: &mut Field<YesNo>) {
        let words = [YesNo::Yes, YesNo::No, YesNo::NotApplicable].map(YesNo::word);
        self.field(key, "ja_nee", json!({ "enum": words }));
    }

    fn choice(&mut self, key: &'static str, _: &mut Field<Choice>, _: Role) {
        self.field(key, "tekst", word());
    }

    fn rate(&mut self, key: &'static str, _: &mut Field<Rate>, _: Role) {
        self.field(key, "getal", whole(None));
    }

    fn meaning(&mut self, _: &mut Option<OptionRole>, _: &Field<Choice>, _: Role) {}

    fn group(&mut self, key: &'static str, _: &'static str, inside: impl FnOnce(&mut Self)) {
        let made = self.inside(key, |maker| {
            if key == HEAD {
                maker.need(FORMAT_KEY, json!({ "enum": [FORMAT, FORMAT.to_string()] }));
            }
            inside(maker);
        });
        self.put(key, Json::Object(made.into_map()));
    }

    fn rows<T: Default>(
        &mut self,
        key: &'static str,
        what: &'static str,
        _: &mut Vec<T>,
        each: impl Fn(&mut Self, &mut T),
    ) {
        let name = what.trim_start_matches("een ").replace(' ', "_");
        if !self.definitions.contains_key(&name) {
            let path = std::mem::take(&mut self.path);
            let made = self.inside(&name, |maker| each(maker, &mut T::default()));
            self.path = path;
            self.definitions
                .insert(name.clone(), Json::Object(made.into_map()));
        }
        let row = json!({ "$ref": format!("#/$defs/{name}") });
        self.put(key, json!({ "type": "array", "items": row }));
    }

    fn lists(&mut self, key: &'static str, _: &mut Vec<ListVersion>) {
        let row = json!({
            "type": "object",
            "properties": { "vragenlijst": word(), "versie": word(), "sha256": word() },
            "required": ["vragenlijst", "versie", "sha256"],
            "additionalProperties": false,
        });
        self.need(key, json!({ "type": "array", "items": row }));
    }

    fn legend(&mut self, key: &'static str, _: &mut Legend) {
        let roles: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
        let meanings: Vec<&str> = OptionRole::ALL.iter().map(|role| role.name()).collect();
        let word = json!({
            "type": "object",
            "properties": { "id": word(), "tekst": word(), "rol": { "enum": meanings } },
            "required": ["id", "tekst"],
            "additionalProperties": false,
        });
        self.put(
            key,
            json!({
                "type": "object",
                "propertyNames": { "enum": roles },
                "additionalProperties": { "type": "array", "items": word },
            }),
        );
    }
}
