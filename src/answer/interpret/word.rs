//! Words with a meaning of their own: ja, nee, onbekend, geweigerd, n.v.t., and what is read without an answer.

use super::Manner;
use crate::answer::{Refusal, Value};
use crate::text::nl;

/// The text in small letters, without accents, without a point at its end and with single spaces: how texts are compared.
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    let plain: String = lower.chars().map(without_accent).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', '!']).to_owned()
}

const fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '’' | '‘' => '\'',
        other => other,
    }
}

/// *onbekend*, *geweigerd* and *n.v.t.*, which are answers to nearly every question. A single letter only counts where
/// nothing else can be meant by it.
pub(super) fn special(text: &str, manner: Manner, letters: bool) -> Option<Value> {
    if manner == Manner::Written {
        return match text {
            "onbekend" => Some(Value::Unknown),
            "geweigerd" => Some(Value::Refused),
            "nvt" => Some(Value::NotApplicable),
            _ => None,
        };
    }
    Some(match fold(text).as_str() {
        "onbekend" | "??" | "weet niet" | "weet ik niet" | "ik weet het niet" | "weet het niet"
        | "niet bekend" | "geen idee" | "unknown" => Value::Unknown,
        "geweigerd" | "wil niet zeggen" | "wil het niet zeggen" | "refused" => Value::Refused,
        "nvt" | "n.v.t" | "niet van toepassing" => Value::NotApplicable,
        "o" if letters => Value::Unknown,
        "g" if letters => Value::Refused,
        "v" if letters => Value::NotApplicable,
        _ => return None,
    })
}

/// *ja* or *nee*, in the ways people type it.
pub fn yes_or_no(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "j" | "ja" | "jawel" | "y" | "yes" => Some(true),
        "n" | "nee" | "neen" | "no" => Some(false),
        _ => None,
    }
}

pub(super) fn yes_no(text: &str, manner: Manner, not_applicable: bool) -> Result<Value, Refusal> {
    let words = &nl().value;
    let read = match (manner, text) {
        (Manner::Typed, _) => yes_or_no(text),
        (Manner::Written, "ja") => Some(true),
        (Manner::Written, "nee") => Some(false),
        (Manner::Written, _) => None,
    };
    match read {
        Some(true) => Ok(Value::Yes),
        Some(false) => Ok(Value::No),
        None => {
            let mut choices = vec![words.yes(), words.no(), words.unknown(), words.refused()];
            if not_applicable {
                choices.push(words.not_applicable());
            }
            let todo = match manner {
                // Who asks shows what can be answered there: an exercise offers less.
                Manner::Typed => nl().refusal.not_yes_no_here(),
                Manner::Written => nl().refusal.not_yes_no_todo(choices.join(", ")),
            };
            Err(Refusal::new(nl().refusal.not_yes_no(), todo))
        }
    }
}

/// Whether a notice counts as read.
pub(super) fn seen(text: &str, manner: Manner) -> bool {
    match manner {
        Manner::Written => text == "gelezen",
        Manner::Typed => matches!(
            fold(text).as_str(),
            "" | "v" | "verder" | "gelezen" | "ok" | "oke" | "j" | "ja"
        ),
    }
}
