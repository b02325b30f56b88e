//! Worked cases as a schema: from the tables by which they are read, and for one list with its own questions and outcomes.

use serde_json::{Map, Value as Json, json};

use super::form::Maker;
use super::given;
use super::holds::reference;
use crate::questionnaire::{Derived, Kind, Period, Questionnaire};
use crate::worked_case::{AMONG, CASE};

/// A file of worked cases, whatever the list.
pub(super) fn any() -> Json {
    let mut maker = Maker::default();
    let case = maker.form(&CASE, &[]);
    maker.close(json!({ "type": "array", "items": case }))
}

/// A file of worked cases of this list.
pub(super) fn of(list: &Questionnaire) -> Json {
    let mut whole = any();
    let (answers, definitions) = given::answers(list);
    let outcomes = |each: &dyn Fn(&Derived) -> Json| -> Json {
        let all = list.derived.iter();
        let properties: Map<String, Json> = all
            .map(|derived| (derived.id.clone(), titled(derived, each(derived))))
            .collect();
        json!({ "type": "object", "properties": properties, "additionalProperties": false })
    };
    let questions: Vec<&str> = list.questions.iter().map(|one| &*one.id.0).collect();
    let derived: Vec<&str> = list.derived.iter().map(|one| one.id.as_str()).collect();
    let named = json!({ "enum": questions });
    let both = [questions.clone(), derived].concat();
    let reasons = json!({ "enum": both });
    let one_or_more =
        |one: Json| json!({ "if": { "type": "array" }, "then": { "items": one }, "else": one });
    let own = [
        ("antwoorden", answers),
        ("verwacht", outcomes(&expectation)),
        ("redenen", outcomes(&|_| one_or_more(reasons.clone()))),
        ("vragen_van_de_lijst", one_or_more(named)),
        ("rangordes", rankings(list)),
        ("termijnen_van_de_lijst", periods(list)),
    ];
    let Some(all) = whole.get_mut("$defs").and_then(Json::as_object_mut) else {
        return whole;
    };
    all.extend(definitions);
    for (name, made) in own {
        all.insert(name.to_owned(), made);
    }
    if let Some(case) = all
        .get_mut(CASE.name)
        .and_then(|case| case.get_mut("properties"))
    {
        for (key, to) in [
            ("antwoorden", "antwoorden"),
            ("verwacht", "verwacht"),
            ("redenen", "redenen"),
            ("gesteld", "vragen_van_de_lijst"),
            ("verborgen", "vragen_van_de_lijst"),
            ("bij_de_eerste", "rangordes"),
            ("termijnen", "termijnen_van_de_lijst"),
        ] {
            let about = case[key]["description"].clone();
            let mut made = reference(to);
            made["description"] = about;
            case[key] = made;
        }
    }
    super::answers::close(
        whole.clone(),
        whole["$defs"].as_object().cloned().unwrap_or_default(),
    )
}

/// The rankings of which it is known by what their rows are weighed.
fn rankings(list: &Questionnaire) -> Json {
    let ranked = list
        .questions
        .iter()
        .filter(|one| matches!(&one.kind, Kind::Ranking { weighs, .. } if !weighs.is_empty()));
    let properties: Map<String, Json> = ranked
        .map(|one| {
            let mut made = reference(AMONG.name);
            made["title"] = json!(one.text.nl);
            (one.id.to_string(), made)
        })
        .collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// The periods, those of rows with the id of a row behind theirs.
fn periods(list: &Questionnaire) -> Json {
    let one = |period: &Period| {
        json!({
            "title": period.title.nl,
            "type": "string",
            "pattern": r"^(open|klaar|misschien|geen|\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?)$",
        })
    };
    let count = |period: &Period| {
        json!({
            "title": period.title.nl,
            "type": ["integer", "string"],
            "minimum": 0,
            "pattern": r"^(open|klaar|misschien|geen|(loopt )?(0|[1-9]\d*))$",
        })
    };
    let mut properties = Map::new();
    let mut patterns = Map::new();
    for period in &list.periods {
        match period.rows {
            None if period.span.is_some() => properties.insert(period.id.clone(), count(period)),
            None => properties.insert(period.id.clone(), one(period)),
            Some(_) => patterns.insert(format!("^{}/", period.id.replace('.', r"\.")), one(period)),
        };
    }
    json!({
        "type": "object",
        "properties": properties,
        "patternProperties": patterns,
        "additionalProperties": false,
    })
}

fn titled(derived: &Derived, schema: Json) -> Json {
    let mut made = Map::new();
    if let Some(title) = &derived.title {
        made.insert("title".to_owned(), json!(title.nl));
    }
    if let Some(help) = &derived.help {
        made.insert("description".to_owned(), json!(help.nl));
    }
    if let Json::Object(rest) = schema {
        made.extend(rest);
    }
    Json::Object(made)
}

/// What can be expected of one derived value.
fn expectation(derived: &Derived) -> Json {
    let none = json!({ "const": "geen" });
    let value = if derived.levels.is_empty() {
        json!({ "anyOf": [reference("getal_of_tekst"), none] })
    } else {
        let levels = derived
            .levels
            .iter()
            .map(|level| json!({ "const": &*level.id.0, "title": level.text.nl }));
        json!({ "oneOf": levels.chain([none]).collect::<Vec<_>>() })
    };
    let is = json!({ "anyOf": [value, { "const": "open" }] });
    let mut properties = Map::new();
    for key in crate::worked_case::EXPECTATION.keys {
        let holds = match key.name {
            "is" => is.clone(),
            "schatting" => value.clone(),
            "mogelijk" => {
                json!({ "if": { "type": "array" }, "then": { "items": value }, "else": value })
            }
            "zekerheid" => json!({ "enum": ["vast", "open"] }),
            // Levels have no bounds.
            _ if !derived.levels.is_empty() => continue,
            _ => reference("getal_of_tekst"),
        };
        properties.insert(key.name.to_owned(), holds);
    }
    let object = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    json!({ "anyOf": [is, object] })
}
