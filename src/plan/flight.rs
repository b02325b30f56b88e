//! What may tell where somebody flees to, hides or stays: never in a plan, whoever typed it. The sentence is left out, and
//! the plan says that it was.

use crate::questionnaire::Role;
use crate::text::nl;

/// The word in this text that gives it away, when there is one.
pub(super) fn word_in(text: &str) -> Option<String> {
    let words = nl().plan.flight_words();
    let mut words = words.split(", ");
    words.find(|word| has_word(text, word)).map(str::to_owned)
}

/// Whether a text with this role tells what happened, where such a word may stand, and not what will be done.
pub(super) fn is_past(role: Role) -> bool {
    matches!(
        role.list(),
        Some(Role::Situations | Role::Ratings | Role::Incidents)
    )
}

/// The text without the sentences that give it away.
pub(super) fn leave_out(text: &str) -> String {
    if word_in(text).is_none() {
        return text.to_owned();
    }
    let left_out = nl().plan.left_out();
    let mut kept: Vec<&str> = Vec::new();
    for sentence in text.split_inclusive(['.', '!', '?', '\n', ';']) {
        let sentence = if word_in(sentence).is_some() {
            left_out.as_str()
        } else {
            sentence.trim()
        };
        if !sentence.is_empty() && kept.last() != Some(&sentence) {
            kept.push(sentence);
        }
    }
    let out = kept.join(" ");
    // Words that only together give it away can stand on both sides of a full stop.
    if word_in(&out).is_some() {
        left_out
    } else {
        out
    }
}

/// Whether a text says that something was left out of it.
pub fn was_left_out(text: &str) -> bool {
    text.contains(&nl().plan.left_out())
}

/// Whether these words stand in a text, whole and in any case.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    let mut from = 0;
    while let Some(at) = text[from..].find(word) {
        let (start, end) = (from + at, from + at + word.len());
        let free = |one: Option<char>| !one.is_some_and(char::is_alphanumeric);
        if free(text[..start].chars().next_back()) && free(text[end..].chars().next()) {
            return true;
        }
        from = end;
    }
    false
}
