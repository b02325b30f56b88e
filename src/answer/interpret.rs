//! The one interpreter: from what a person types, or what a file says, to a value that this question can have. Every
//! prompt, every file and every stored case goes through it. Knows no conditions, no files and no screen.

mod date;
mod number;
mod pick;
mod rows;
mod word;

use chrono::NaiveDate;

pub use date::date;
pub use number::dutch;
pub use pick::{Item, have_numbers, many, one};
pub use rows::{not_offered, row_items};
pub use word::{fold, yes_or_no};

use super::{Answers, Refusal, Value};
use crate::questionnaire::{Choice, Kind, OptionId, Question, QuestionIx, Questionnaire};
use crate::text::nl;

/// Longer texts are refused: nobody types them, and a journal should stay readable.
pub(crate) const MOST_CHARACTERS: usize = 20_000;
/// So many possibilities are named in a refusal.
const MOST_NAMED: usize = 9;

/// How strict to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A person typed it: numbers, beginnings of texts and words such as *gisteren* will do.
    Typed,
    /// A file says it: ids, ISO dates and the words of the format only, so that it never changes meaning.
    Written,
}

/// What a person typed as an answer to this question.
///
/// # Errors
/// What is wrong and what would be good.
pub fn interpret(
    list: &Questionnaire,
    question: QuestionIx,
    raw: &str,
    answers: &Answers,
    today: NaiveDate,
) -> Result<Value, Refusal> {
    interpret_as(Manner::Typed, list, question, raw, answers, today)
}

/// The same, as strict as asked.
///
/// # Errors
/// What is wrong and what would be good.
pub fn interpret_as(
    manner: Manner,
    list: &Questionnaire,
    question: QuestionIx,
    raw: &str,
    answers: &Answers,
    today: NaiveDate,
) -> Result<Value, Refusal> {
    let asked = list.question(question);
    let text = clean(raw);
    if matches!(asked.kind, Kind::Notice { .. }) {
        return word::seen(&text, manner)
            .then_some(Value::Seen)
            .ok_or_else(|| {
                Refusal::new(nl().refusal.no_special(), nl().refusal.no_special_todo())
            });
    }
    if let Some(value) = whole_option(asked, &text, manner) {
        return Ok(value);
    }
    let short = matches!(asked.kind, Kind::YesNo { .. } | Kind::List { .. });
    if let Some(value) = word::special(&text, manner, short) {
        return allowed(asked, value);
    }
    let empty = text.is_empty();
    match &asked.kind {
        Kind::Text { .. } if empty && asked.may_be_empty => Ok(Value::Text(String::new())),
        Kind::Choices { .. } | Kind::Person { .. } | Kind::Row { .. } | Kind::Ranking { .. }
            if empty && asked.may_be_empty =>
        {
            Ok(nothing(&asked.kind))
        }
        _ if empty => Err(Refusal::new(
            nl().refusal.empty(),
            match asked.in_doubt() {
                Some(option) => nl().refusal.empty_in_doubt_todo(&option.text.nl),
                None => nl().refusal.empty_todo(),
            },
        )),
        Kind::YesNo { .. } => word::yes_no(&text, manner, asked.allows_not_applicable),
        Kind::Choice { options } | Kind::Judgement { options, .. } => {
            let items = items(options);
            let at = one(&text, &items, manner)
                .map_err(|refusal| with_own_doubt(asked, &items, manner, refusal))?;
            Ok(Value::Choice(options[at].id.clone()))
        }
        Kind::Choices { options } => {
            let mut chosen = many(&text, &items(options), manner, true)?;
            chosen.sort_unstable();
            let chosen = chosen.into_iter().map(|at| options[at].id.clone());
            Ok(Value::Choices(chosen.collect()))
        }
        Kind::Scale { from, to, .. } => number::scale(&text, *from, *to).map(Value::Number),
        Kind::Number {
            from,
            to,
            step,
            unit,
        } => {
            let unit = unit.as_ref().map(|unit| unit.nl.as_str());
            number::number(&text, (*from, *to), *step, unit).map(Value::Number)
        }
        Kind::Date { not_after_today } => {
            date(&text, today, *not_after_today, manner).map(Value::Date)
        }
        Kind::Text { .. } => fits(&text).map(|()| Value::Text(text)),
        Kind::Person { several } | Kind::Row { several, .. } => {
            rows::pick(list, question, &text, *several, manner, answers)
        }
        Kind::Ranking { .. } => rows::pick(list, question, &text, true, manner, answers),
        Kind::List { .. } | Kind::Notice { .. } => Err(Refusal::new(
            nl().refusal.no_special(),
            nl().refusal.empty_todo(),
        )),
    }
}

/// Where an option says that one does not know, it stands among the possibilities, and *onbekend* is not named beside it.
fn with_own_doubt(asked: &Question, items: &[Item], manner: Manner, refusal: Refusal) -> Refusal {
    let say = &nl().refusal;
    if manner == Manner::Written || asked.in_doubt().is_none() || refusal.what != say.no_option() {
        return refusal;
    }
    let names = named(items.iter().map(|item| item.name.as_str()));
    Refusal::new(say.no_option(), say.only_options_todo(names))
}

/// What was typed without what nobody types on purpose: control characters, spaces around it.
fn clean(raw: &str) -> String {
    let text: String = raw
        .chars()
        .map(|one| if one == '\t' { ' ' } else { one })
        .filter(|one| *one == '\n' || !one.is_control())
        .take(MOST_CHARACTERS + 1)
        .collect();
    text.trim().to_owned()
}

/// A text that is good to keep, such as a reason beside an answer.
///
/// # Errors
/// It is empty or too long.
pub fn text(raw: &str) -> Result<String, Refusal> {
    let text = clean(raw);
    if text.is_empty() {
        return Err(Refusal::new(
            nl().refusal.empty(),
            nl().refusal.empty_todo(),
        ));
    }
    fits(&text)?;
    Ok(text)
}

fn fits(text: &str) -> Result<(), Refusal> {
    if text.chars().count() > MOST_CHARACTERS {
        return Err(Refusal::new(
            nl().refusal.too_long(),
            nl().refusal.too_long_todo(MOST_CHARACTERS),
        ));
    }
    Ok(())
}

/// An option by its whole id or whole text goes before every word with a meaning of its own (an option may be called *ja*).
fn whole_option(asked: &Question, text: &str, manner: Manner) -> Option<Value> {
    let options = asked.options();
    let found = options
        .iter()
        .find(|option| *option.id.0 == *text)
        .or_else(|| {
            let folded = fold(text);
            options
                .iter()
                .find(|option| manner == Manner::Typed && fold(&option.text.nl) == folded)
        })?;
    Some(match asked.kind {
        Kind::Choices { .. } => Value::Choices(vec![found.id.clone()]),
        _ => Value::Choice(found.id.clone()),
    })
}

/// Whether this word may stand as the answer to this question.
fn allowed(asked: &Question, value: Value) -> Result<Value, Refusal> {
    let text = &nl().refusal;
    if let (Value::Unknown | Value::Refused, Some(option)) = (&value, asked.in_doubt()) {
        return Ok(Value::Choice(option.id.clone()));
    }
    match (&value, &asked.kind) {
        (Value::NotApplicable, _) if !asked.allows_not_applicable => {
            Err(Refusal::new(text.no_nvt(), text.no_nvt_todo()))
        }
        (Value::Refused, Kind::List { .. }) => {
            Err(Refusal::new(text.no_special(), text.empty_todo()))
        }
        _ => Ok(value),
    }
}

fn nothing(kind: &Kind) -> Value {
    match kind {
        Kind::Choices { .. } => Value::Choices(Vec::new()),
        _ => Value::Rows(Vec::new()),
    }
}

/// The options as things to pick from.
pub fn items(options: &[Choice]) -> Vec<Item> {
    options
        .iter()
        .map(|option| Item {
            id: option.id.0.to_string(),
            name: option.text.nl.clone(),
        })
        .collect()
}

/// The possibilities in a sentence: at most nine, the rest as an ellipsis.
fn named<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    let more = if names.len() > MOST_NAMED { " …" } else { "" };
    let shown: Vec<String> = names
        .iter()
        .take(MOST_NAMED)
        .map(|name| super::row::shorten(name, 40))
        .collect();
    format!("{}{more}", shown.join(", "))
}

/// The id under which an option is kept, for a note rule or a condition.
pub fn as_option(value: &Value) -> Option<OptionId> {
    let word = match value {
        Value::Yes => "ja",
        Value::No => "nee",
        Value::Unknown => "onbekend",
        Value::Refused => "geweigerd",
        Value::NotApplicable => "nvt",
        Value::Choice(option) => return Some(option.clone()),
        _ => return None,
    };
    Some(word.into())
}
