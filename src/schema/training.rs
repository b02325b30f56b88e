//! Training: an invented case as a trainer writes it, and the file of a participant. What can be chosen comes from the
//! lists that an exercise stands on.

use serde_json::{Map, Value as Json, json};

use super::answers::close;
use super::given;
use super::holds::{self, reference};
use crate::questionnaire::{QuestionIx, Questionnaire, Role};
use crate::text::nl;
use crate::training::{FORMAT, Forms, LEVELS, LONGEST_NAME};

/// What an invented case is called, and every key in it.
const CASE: &str = "oefencasus";
/// The same of the file of a participant.
const FILE: &str = "deelnemer";

type Definitions = Map<String, Json>;

/// An invented case.
pub(super) fn case(forms: &Forms) -> Json {
    let mut definitions = Definitions::new();
    let people = people(forms, &mut definitions);
    let key = key(forms, &mut definitions);
    definitions.insert("zin".to_owned(), holds::sentence());
    definitions.insert("woord".to_owned(), holds::word());
    let profiles = forms.profiles().map(|at| forms.exercise.question(at));
    let profiles: Vec<(&str, String)> = profiles
        .map(|one| (one.short_id(), one.text.nl.clone()))
        .collect();
    let fact = object("gegeven", &[("id", name()), ("feit", holds::text())], &[]);
    let round = [
        ("id", name()),
        ("titel", holds::text()),
        ("van", holds::text()),
        ("tekst", holds::text()),
        ("notities", holds::text()),
        ("gegevens", json!({ "type": "array", "items": fact })),
    ];
    let sentence = [
        ("id", name()),
        ("zin", holds::text()),
        ("concreet", holds::text()),
    ];
    let situation = [("id", name()), ("wat", holds::text())];
    let case = object(
        CASE,
        &[
            ("oefencasus", name()),
            ("formaat", whole(FORMAT..=FORMAT)),
            ("versie", holds::word()),
            ("fictief", json!({ "const": "ja" })),
            ("titel", holds::text()),
            ("gezinsprofiel", holds::words(&profiles)),
            ("niveau", whole(LEVELS)),
            ("datum", holds::date()),
            ("over", holds::text()),
            ("rol", holds::text()),
            (
                "geen_naam",
                json!({ "type": "array", "items": holds::word() }),
            ),
            ("mensen", people),
            ("rondes", some(&object("ronde", &round, &["gegevens"]))),
            ("zinnen", some(&object("zin", &sentence, &[]))),
            ("situaties", some(&object("situatie", &situation, &[]))),
            ("ontbreekt", some(&holds::text())),
            ("sleutel", key),
        ],
        &["geen_naam"],
    );
    close(case, definitions)
}

/// The people, as the list of people has them.
fn people(forms: &Forms, definitions: &mut Definitions) -> Json {
    let list = &forms.people;
    definitions.extend(given::answers(list).1);
    let of = list.persons.map(|at| list.question(at).id.to_string());
    of.map_or_else(|| json!({ "type": "array" }), |of| reference(&of))
}

/// What the makers chose, and why.
fn key(forms: &Forms, definitions: &mut Definitions) -> Json {
    let list = &forms.exercise;
    let order = list.by_role(Role::ExerciseOrder);
    let order = order.map_or_else(
        || json!({}),
        |at| given::one(list.question(at), definitions),
    );
    let conclusions: Vec<QuestionIx> = forms.conclusions().collect();
    let conclusions = chosen(list, &conclusions, true, definitions);
    let mut rows = |role, reasoned| {
        let of = list.by_role(role);
        let rated = of.map_or_else(Vec::new, |of| forms.rated(of).collect());
        let one = chosen(list, &rated, reasoned, definitions);
        json!({ "type": "object", "propertyNames": name(), "additionalProperties": one })
    };
    object(
        "sleutel",
        &[
            ("rondes", rows(Role::ExerciseRounds, true)),
            ("gegevens", rows(Role::ExerciseFacts, false)),
            ("situaties", rows(Role::ExerciseSituations, true)),
            (
                "top3",
                object(
                    "volgorde",
                    &[("volgorde", order), ("reden", holds::text())],
                    &[],
                ),
            ),
            ("conclusies", conclusions),
        ],
        &[],
    )
}

/// An answer to each of these, with the reason.
fn chosen(
    list: &Questionnaire,
    asked: &[QuestionIx],
    reasoned: bool,
    definitions: &mut Definitions,
) -> Json {
    let mut members = Map::new();
    let mut needed = Vec::new();
    for question in asked.iter().map(|at| list.question(*at)) {
        members.insert(
            question.short_id().to_owned(),
            given::one(question, definitions),
        );
        needed.push(question.short_id());
    }
    members.insert(
        "reden".to_owned(),
        described("sleutel.reden", holds::text()),
    );
    needed.extend(reasoned.then_some("reden"));
    json!({
        "type": "object",
        "properties": members,
        "required": needed,
        "additionalProperties": false,
    })
}

/// The file of a participant: the answers are to one of these lists, which its head names.
pub(super) fn participant(lists: &[&Questionnaire]) -> Json {
    let mut definitions = Definitions::new();
    let reference_to = |what: &str| {
        let word = holds::word;
        object(
            what,
            &[("id", word()), ("versie", word()), ("sha256", word())],
            &[],
        )
    };
    let mut each = Vec::new();
    for list in lists {
        let (answers, more) = given::answers(list);
        definitions.extend(more);
        let name = format!("antwoorden:{}", list.version.id);
        definitions.insert(name.clone(), answers);
        let id = &list.version.id;
        each.push(json!({
            "if": { "properties": { "oefening": { "properties": { "vragenlijst": { "properties": { "id": { "const": id } } } } } } },
            "then": { "properties": { "antwoorden": reference(&name) } },
        }));
    }
    let head = object(
        "kop",
        &[
            ("formaat", whole(FORMAT..=FORMAT)),
            ("fictief", json!({ "const": "ja" })),
            ("casus", reference_to("verwijzing")),
            ("vragenlijst", reference_to("verwijzing")),
            ("ronde", whole(1..=2)),
            ("deelnemer", holds::word()),
            ("functie", holds::word()),
            ("samen", holds::flag()),
            ("datum", holds::date()),
            ("begonnen", moment()),
            ("sleutel_gelezen", moment()),
            ("klaar", holds::flag()),
        ],
        &[
            "casus",
            "functie",
            "samen",
            "begonnen",
            "sleutel_gelezen",
            "klaar",
        ],
    );
    let answers = json!({ "type": "object" });
    let mut file = object(
        FILE,
        &[("oefening", head), ("antwoorden", answers)],
        &["antwoorden"],
    );
    file["allOf"] = json!(each);
    close(file, definitions)
}

fn moment() -> Json {
    json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$" })
}

/// A map with these members; those that may be left out are named.
fn object(what: &str, members: &[(&str, Json)], optional: &[&str]) -> Json {
    let needed: Vec<&str> = members
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !optional.contains(name))
        .collect();
    let members: Map<String, Json> = members
        .iter()
        .map(|(name, holds)| {
            let holds = described(&format!("{what}.{name}"), holds.clone());
            ((*name).to_owned(), holds)
        })
        .collect();
    json!({
        "type": "object",
        "properties": members,
        "required": needed,
        "additionalProperties": false,
    })
}

/// With what a key means, where that is not said yet.
fn described(name: &str, mut schema: Json) -> Json {
    let said = nl().schema_keys.of("training", name);
    if let (Some(said), Json::Object(map)) = (said, &mut schema) {
        map.insert("description".to_owned(), json!(said));
    }
    schema
}

/// At least one.
fn some(one: &Json) -> Json {
    json!({ "type": "array", "items": one, "minItems": 1 })
}

/// A whole number, also between quotes.
fn whole(range: std::ops::RangeInclusive<i64>) -> Json {
    let words: Vec<Json> = range
        .flat_map(|one| [json!(one), json!(one.to_string())])
        .collect();
    json!({ "enum": words })
}

/// A word that can be a file's name.
fn name() -> Json {
    let most = LONGEST_NAME - 1;
    json!({
        "type": ["string", "integer"],
        "pattern": format!("^[a-z0-9][a-z0-9-]{{0,{most}}}$"),
    })
}
