//! What was typed wrongly, in Dutch. Never repeats a value: it may be a name.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::error::Error;
use crate::text::nl;

/// clap's refusal as our own error.
pub fn refusal(fault: &clap::Error) -> Error {
    let text = &nl().usage;
    let option = option_name(fault);
    let mut hints = Vec::new();
    let what = match fault.kind() {
        ErrorKind::UnknownArgument if option.starts_with('-') => text.unknown_option(&option),
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => text.too_many(),
        ErrorKind::InvalidSubcommand => text.unknown_command(),
        ErrorKind::InvalidValue => {
            if words(fault, ContextKind::InvalidValue)
                .first()
                .is_none_or(String::is_empty)
            {
                text.missing_value(&option)
            } else {
                text.unknown_value(&option)
            }
        }
        ErrorKind::ValueValidation => {
            if let Some(why) = std::error::Error::source(fault) {
                hints.push(why.to_string());
            }
            text.bad_value(&option)
        }
        ErrorKind::MissingRequiredArgument => {
            text.missing(words(fault, ContextKind::InvalidArg).join(", "))
        }
        ErrorKind::MissingSubcommand => text.missing(text.command_word()),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            text.missing_value(&option)
        }
        ErrorKind::ArgumentConflict
            if words(fault, ContextKind::PriorArg).first() == Some(&option) =>
        {
            text.twice(&option)
        }
        ErrorKind::ArgumentConflict => text.conflict(&option),
        ErrorKind::InvalidUtf8 => text.not_utf8(),
        _ => text.other(),
    };
    let values = words(fault, ContextKind::ValidValue);
    if !values.is_empty() {
        hints.push(text.possible_values(values.join(", ")));
    }
    // clap puts the closest name last.
    let close = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedCommand,
    ]
    .into_iter()
    .find_map(|kind| words(fault, kind).into_iter().next_back());
    match close {
        Some(name) => hints.push(text.did_you_mean(name)),
        None if hints.is_empty() => hints.push(text.see_help("top3")),
        None => {}
    }
    Error::usage(what, hints.join(" "))
}

/// The option it is about, without what was given as its value.
fn option_name(fault: &clap::Error) -> String {
    let shown = words(fault, ContextKind::InvalidArg)
        .into_iter()
        .next()
        .unwrap_or_default();
    shown
        .split([' ', '='])
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn words(fault: &clap::Error, kind: ContextKind) -> Vec<String> {
    match fault.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        Some(ContextValue::StyledStr(word)) => vec![word.to_string()],
        Some(ContextValue::StyledStrs(words)) => words.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}
