//! Answers to one list: each question with the answers that it takes, its words as titles and its help as descriptions.
//! What depends on other answers (whether a question belongs, which rows there are) a schema cannot say.

use serde_json::{Map, Value as Json, json};

use super::answers::{close, file as in_file, long, open_rows, row_id};
use super::holds::{self, reference};
use crate::answer::{LONGEST, ROW_ID};
use crate::questionnaire::{Choice, Kind, Number, Question, QuestionIx, Questionnaire};
use crate::text::nl;

/// A file with answers to this list.
pub(super) fn file(list: &Questionnaire) -> Json {
    let (answers, mut definitions) = answers(list);
    definitions.insert("antwoorden".to_owned(), answers);
    close(in_file(reference("antwoorden")), definitions)
}

/// The map of answers, and the definitions that it needs besides those of every answer.
pub(super) fn answers(list: &Questionnaire) -> (Json, Map<String, Json>) {
    let mut definitions = Map::new();
    let mut properties = Map::new();
    for question in list.questions.iter().filter(|one| one.parent.is_none()) {
        let made = match &question.kind {
            Kind::List {
                questions, at_most, ..
            } => rows(list, question, questions, *at_most, &mut definitions),
            _ => one(question, &mut definitions),
        };
        properties.insert(question.id.to_string(), made);
    }
    let answers = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    (answers, definitions)
}

/// A question that is answered with one value, plain or with where it comes from.
pub(super) fn one(question: &Question, definitions: &mut Map<String, Json>) -> Json {
    let name = question.id.0.replace('/', ":");
    definitions.insert(name.clone(), value(question));
    let value = reference(&name);
    described(question, value_or_long(&value))
}

/// A plain value, or one with where it comes from. Not told apart by `if`: editors offer the values of `anyOf` only.
fn value_or_long(value: &Json) -> Json {
    json!({ "anyOf": [value, long(value)] })
}

/// A list: its rows, perhaps with more to come, or a word.
fn rows(
    list: &Questionnaire,
    question: &Question,
    inside: &[QuestionIx],
    at_most: Option<usize>,
    definitions: &mut Map<String, Json>,
) -> Json {
    let mut properties = Map::from_iter([(ROW_ID.to_owned(), row_id())]);
    for inner in inside {
        let inner = list.question(*inner);
        properties.insert(inner.short_id().to_owned(), one(inner, definitions));
    }
    let name = question.id.to_string();
    let mut rows = json!({
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": [ROW_ID],
            "additionalProperties": false,
        },
    });
    if let (Some(most), Json::Object(rows)) = (at_most, &mut rows) {
        rows.insert("maxItems".to_owned(), json!(most));
    }
    definitions.insert(name.clone(), rows);
    let rows = reference(&name);
    let word = json!({ "enum": special(question) });
    described(
        question,
        json!({
            "if": { "type": "array" },
            "then": rows,
            "else": {
                "if": { "type": "object" },
                "then": {
                    "if": { "required": [crate::answer::ROWS] },
                    "then": open_rows(&rows),
                    "else": long(&word),
                },
                "else": word,
            },
        }),
    )
}

/// With the words of the question: what it asks, the help with it, why it is asked.
fn described(question: &Question, schema: Json) -> Json {
    let text = &nl().schema;
    let mut map = Map::new();
    map.insert("title".to_owned(), json!(question.text.nl));
    let mut about: Vec<String> = question.help.iter().map(ToString::to_string).collect();
    match &question.kind {
        Kind::Scale { labels, .. } if !labels.is_empty() => {
            let labels = labels.iter().map(|(at, label)| format!("{at}: {label}"));
            about.push(labels.collect::<Vec<_>>().join("; "));
        }
        Kind::Number {
            unit: Some(unit), ..
        } => about.push(text.unit(unit)),
        _ => {}
    }
    about.extend(question.why.iter().map(|why| text.why(why)));
    if !about.is_empty() {
        map.insert("description".to_owned(), json!(about.join("\n\n")));
    }
    if let Some(example) = &question.example {
        map.insert("examples".to_owned(), json!([example.nl]));
    }
    if let Json::Object(rest) = schema {
        map.extend(rest);
    }
    Json::Object(map)
}

/// Words that answer this question whatever its kind.
fn special(question: &Question) -> Vec<&'static str> {
    let refused = !matches!(question.kind, Kind::List { .. });
    let words = [
        ("onbekend", true),
        ("geweigerd", refused),
        ("nvt", question.allows_not_applicable),
    ];
    words
        .into_iter()
        .filter_map(|(word, fits)| fits.then_some(word))
        .collect()
}

/// What may stand as the answer itself.
fn value(question: &Question) -> Json {
    let special = special(question);
    let special = json!({ "enum": special });
    match &question.kind {
        Kind::YesNo { .. } => joined(json!({ "enum": ["ja", "nee"] }), &special),
        Kind::Choice { options } | Kind::Judgement { options, .. } => {
            let mut all: Vec<Json> = options.iter().map(option).collect();
            all.push(special);
            json!({ "oneOf": all })
        }
        Kind::Choices { options } => {
            let options: Vec<Json> = options.iter().map(option).collect();
            let mut single = options.clone();
            single.push(special);
            single.extend(question.may_be_empty.then(|| json!({ "const": "" })));
            json!({
                "if": { "type": "array" },
                "then": { "items": { "oneOf": options }, "uniqueItems": true },
                "else": { "oneOf": single },
            })
        }
        Kind::Scale { from, to, .. } => number_or(
            json!({ "type": "integer", "minimum": from, "maximum": to }),
            &special,
        ),
        Kind::Number { from, to, step, .. } => {
            let mut number = Map::from_iter([("type".to_owned(), json!("number"))]);
            let bounds = [
                ("minimum", *from),
                ("maximum", *to),
                ("multipleOf", Some(*step)),
            ];
            for (key, bound) in bounds {
                if let Some(bound) = bound {
                    number.insert(key.to_owned(), exact(bound));
                }
            }
            number_or(Json::Object(number), &special)
        }
        Kind::Date { .. } => json!({
            "anyOf": [
                { "type": "string", "pattern": holds::ANSWERED_DATE, "format": "date" },
                special,
            ],
        }),
        Kind::Text { .. } => without_nvt(
            question,
            json!({
                "type": ["string", "number"],
                "pattern": if question.may_be_empty { "" } else { "\\S" },
                "maxLength": LONGEST,
            }),
        ),
        Kind::Person { several } | Kind::Row { several, .. } => ids(question, *several),
        Kind::Ranking { .. } => ids(question, true),
        Kind::Notice { .. } => json!({ "const": "gelezen" }),
        // Its rows stand apart.
        Kind::List { .. } => special,
    }
}

/// One option with its words.
fn option(option: &Choice) -> Json {
    let mut made = Map::new();
    made.insert("const".to_owned(), json!(&*option.id.0));
    made.insert("title".to_owned(), json!(option.text.nl));
    // What an editor shows with the choice.
    let about = option.help.as_ref().unwrap_or(&option.text);
    made.insert("description".to_owned(), json!(about.nl));
    Json::Object(made)
}

/// Both rows of words in one.
fn joined(words: Json, more: &Json) -> Json {
    let all = [&words["enum"], &more["enum"]]
        .into_iter()
        .filter_map(Json::as_array)
        .flatten();
    json!({ "enum": all.collect::<Vec<_>>() })
}

fn number_or(number: Json, special: &Json) -> Json {
    json!({ "if": { "type": "string" }, "then": special, "else": number })
}

fn exact(number: Number) -> Json {
    number
        .as_whole()
        .map_or_else(|| json!(number.to_f64()), |whole| json!(whole))
}

/// Ids of rows: which there are, a schema cannot know.
fn ids(question: &Question, several: bool) -> Json {
    let least = usize::from(!question.may_be_empty);
    let one = without_nvt(
        question,
        json!({
            "type": ["string", "integer"],
            "pattern": format!("^[A-Za-z0-9_-]{{{least},40}}$"),
        }),
    );
    if !several {
        return one;
    }
    json!({
        "if": { "type": "array" },
        "then": { "items": reference("rij_id"), "uniqueItems": true, "minItems": least },
        "else": one,
    })
}

fn without_nvt(question: &Question, mut schema: Json) -> Json {
    if let (false, Json::Object(map)) = (question.allows_not_applicable, &mut schema) {
        map.insert("not".to_owned(), json!({ "const": "nvt" }));
    }
    schema
}
