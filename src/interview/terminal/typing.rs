//! What is typed: which lines are actions, what a text is as a reply, how to type at a prompt, which lines of a long text
//! are shown. Pure.

use super::page::Drawing;
use crate::interview::{Action, Ask, Prompt, Reply};
use crate::text::nl;

/// What a typed line is.
pub(super) enum Said {
    Text,
    /// An action, and where in the line it begins.
    Act(Action, usize),
    /// Begins like an action, and is none.
    Unknown,
}

/// A lone question mark asks for help. A line that begins with a colon and the word of an action is that action; a line that ends so too.
pub(super) fn action(line: &str) -> Said {
    if let Some(word) = line.trim().strip_prefix(':') {
        // Two colons are the way to write one.
        if word.is_empty() || word.starts_with(':') {
            return Said::Text;
        }
        return Action::read(word.trim()).map_or(Said::Unknown, |action| Said::Act(action, 0));
    }
    if line.trim() == "?" {
        return Said::Act(Action::Help, 0);
    }
    let ends = line.rsplit_once(" :");
    ends.and_then(|(before, word)| Some(Said::Act(Action::read(word.trim())?, before.len())))
        .unwrap_or(Said::Text)
}

/// What a typed text is as a reply.
pub(super) fn typed(prompt: &Prompt, text: &str) -> Reply {
    let text = text.trim();
    let text = match text.strip_prefix("::") {
        Some(rest) => &text[text.len() - rest.len() - 1..],
        None => text,
    };
    if text == prompt.typed.as_deref().unwrap_or_default().trim() {
        Reply::Keep
    } else {
        Reply::Answer(text.to_owned())
    }
}

/// How to type here, and what can be typed.
pub(super) fn typing(prompt: &Prompt) -> (String, Vec<String>) {
    let say = &nl().terminal;
    let mut notes = Vec::new();
    match &prompt.ask {
        Ask::Number { range, labels } => {
            notes.push(say.range(range));
            notes.extend(labels.iter().map(|line| say.label(&line.id, &line.text)));
        }
        Ask::Date => notes.push(say.date()),
        _ => {}
    }
    let special: Vec<&str> = prompt
        .special
        .iter()
        .map(|line| line.text.as_str())
        .collect();
    if !special.is_empty() {
        notes.push(say.special(special.join(", ")));
    }
    let how = match (&prompt.ask, prompt.optional) {
        (Ask::Text { multiline: true }, _) => say.how_lines(),
        (_, true) => say.how_line_optional(),
        (_, false) => say.how_line(),
    };
    (how, notes)
}

/// As many rows around the cursor as fit.
pub(super) fn around(rows: &[String], cursor: (usize, usize), most: usize) -> Drawing {
    let most = most.max(1);
    let from = (cursor.0 + 1)
        .saturating_sub(most)
        .min(rows.len().saturating_sub(most));
    let lines = rows.iter().enumerate().skip(from).take(most);
    let lines = lines.map(|(at, row)| format!("{} {row}", if at == 0 { ">" } else { " " }));
    (lines.collect(), Some((cursor.0 - from, cursor.1 + 2)))
}
