//! Answers on one line, as an author writes them in a worked case.

use serde_json::Value as Json;

use crate::answer::{Answers, AnswersFile};
use crate::questionnaire::Questionnaire;

/// The answers as `{ vraag: antwoord }`.
pub(super) fn answers(list: &Questionnaire, answers: &Answers) -> String {
    let tree = serde_json::to_value(AnswersFile { list, answers }).unwrap_or(Json::Null);
    value(&tree)
}

/// The answers as a tree, for JSON.
pub(super) fn tree(list: &Questionnaire, answers: &Answers) -> Json {
    serde_json::to_value(AnswersFile { list, answers }).unwrap_or(Json::Null)
}

/// A value in YAML on one line.
pub(super) fn value(of: &Json) -> String {
    match of {
        Json::Null => "~".to_owned(),
        Json::Bool(_) | Json::Number(_) => of.to_string(),
        Json::String(text) => scalar(text),
        Json::Array(items) if items.is_empty() => "[]".to_owned(),
        Json::Array(items) => {
            let items: Vec<String> = items.iter().map(value).collect();
            format!("[{}]", items.join(", "))
        }
        Json::Object(entries) if entries.is_empty() => "{}".to_owned(),
        Json::Object(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|(key, one)| format!("{}: {}", scalar(key), value(one)))
                .collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

/// A text, between quotes where YAML would read something else in it.
pub(super) fn scalar(text: &str) -> String {
    let letter = |c: char| c.is_alphanumeric() || "_-./ ".contains(c);
    let plain = !text.is_empty()
        && text.chars().all(letter)
        && text.starts_with(|c: char| c.is_alphabetic() || c.is_ascii_digit())
        && !text.ends_with(' ')
        && !matches!(text, "null" | "true" | "false");
    if plain {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}
