//! What can be done at a prompt besides answering it: which actions make sense there, and the letter of each. Pure.

use super::panel::Chosen;
use super::pick::Item;
use crate::interview::inform::describe;
use crate::interview::{Action, Ask, Prompt, Purpose, Screen};
use crate::text::nl;

/// What makes sense at this prompt.
pub(super) fn ways(screen: &Screen, cut: bool) -> Vec<(Item, Chosen)> {
    let say = &nl().terminal;
    let mut ways: Vec<(Item, Chosen)> = Vec::new();
    for action in Action::LISTED {
        if !fits(&action, screen) {
            continue;
        }
        let text = say.action(action.word(), describe(&action, screen.mark.is_some()));
        ways.push((item(text, letter(&action)), Chosen::Act(action)));
    }
    // Where the questions have no numbers, nobody knows one.
    let counts = screen.prompt.number.is_some() || screen.prompt.ask == Ask::Notice;
    let moves = !matches!(screen.prompt.purpose, Purpose::Menu | Purpose::End);
    if moves && (counts || screen.prompt.purpose != Purpose::Value) {
        ways.push((item(say.to_number(), Some('j')), Chosen::Number));
    }
    if cut {
        ways.push((item(say.read_all(), Some('a')), Chosen::Read));
    }
    for (line, digit) in screen.prompt.special.iter().zip('1'..='9') {
        if !shows_special(&screen.prompt) {
            let text = say.answer(&line.text);
            ways.push((item(text, Some(digit)), Chosen::Answer(line.id.clone())));
        }
    }
    ways
}

fn item(text: String, letter: Option<char>) -> Item {
    Item {
        text,
        help: None,
        letter,
    }
}

/// The prompt itself has a line for *onbekend* and the like.
const fn shows_special(prompt: &Prompt) -> bool {
    !matches!(
        prompt.ask,
        Ask::Text { .. } | Ask::Number { .. } | Ask::Date | Ask::Order { .. }
    )
}

fn fits(action: &Action, screen: &Screen) -> bool {
    let prompt = &screen.prompt;
    let value = matches!(prompt.purpose, Purpose::Value | Purpose::Rows);
    match action {
        Action::Note => prompt.purpose == Purpose::Value && prompt.ask != Ask::Notice,
        // What is invented comes from nobody.
        Action::Source => {
            prompt.purpose == Purpose::Value && prompt.ask != Ask::Notice && !screen.given
        }
        Action::More => value && screen.offered > 0,
        Action::AddPerson => matches!(
            prompt.ask,
            Ask::Many { can_add: true, .. } | Ask::Row { can_add: true, .. }
        ),
        Action::AddRow => {
            let rows = screen.row.is_some() || prompt.purpose == Purpose::Rows;
            value && rows && !screen.given
        }
        Action::CloseList => prompt.purpose == Purpose::Rows,
        Action::RemoveRow => value && screen.row.is_some() && !screen.given,
        Action::WhatIf => {
            let asks = prompt.purpose == Purpose::Value && prompt.ask != Ask::Notice;
            screen.mark.is_some() && asks
        }
        Action::Help | Action::Why => !matches!(prompt.purpose, Purpose::Menu | Purpose::End),
        _ => true,
    }
}

const fn letter(action: &Action) -> Option<char> {
    Some(match action {
        Action::Danger => 'g',
        Action::Blank => 'l',
        Action::Back => 't',
        Action::Overview => 'o',
        Action::Help => 'h',
        Action::Why => 'w',
        Action::Note => 'n',
        Action::Source => 'b',
        Action::More => 'm',
        Action::AddPerson => 'i',
        Action::AddRow => 'r',
        Action::CloseList => 'k',
        Action::RemoveRow => 'x',
        Action::Pause => 'p',
        Action::WhatIf => 's',
        _ => return None,
    })
}
