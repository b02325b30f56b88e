//! Prompts with a few answers: which there are, which letter each has, and what choosing one says.

use super::pick::{Item, Pick};
use crate::interview::{Action, Ask, Line, Prompt, Reply};
use crate::text::nl;

/// A pick, and the reply that each choice is.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) pick: Pick,
    replies: Vec<Reply>,
    /// The one that stands there already, and may stay.
    current: Option<usize>,
    /// What to know before choosing.
    pub(super) notes: Vec<String>,
}

/// The choice that a prompt is; `None` where it is answered in another way.
pub(super) fn choice(prompt: &Prompt) -> Option<Choice> {
    let say = &nl().terminal;
    let answer = |id: &str| Reply::Answer(id.to_owned());
    let mut ways: Vec<(Item, Reply)> = Vec::new();
    let mut notes = Vec::new();
    let mut direct = true;
    match &prompt.ask {
        Ask::YesNo { .. } => {
            ways.push((item(nl().value.yes(), Some('j')), answer("ja")));
            ways.push((item(nl().value.no(), Some('n')), answer("nee")));
        }
        Ask::Confirm { yes, no } => {
            ways.push((item(yes.clone(), Some('j')), answer("ja")));
            ways.push((item(no.clone(), Some('n')), answer("nee")));
        }
        Ask::Notice => {
            ways.push((item(say.go_on(), Some('v')), answer("gelezen")));
            ways.push((item(say.pause(), Some('p')), Reply::Act(Action::Pause)));
        }
        Ask::More { row_name, rows } => {
            notes.extend(rows.iter().map(|row| say.row(row)));
            let (more, done) = if rows.is_empty() {
                (say.first_row(row_name), say.no_rows())
            } else {
                (say.one_more_row(row_name), say.all_rows())
            };
            ways.push((item(more, Some('j')), answer("ja")));
            ways.push((item(done, Some('n')), answer("nee")));
        }
        Ask::One(lines) | Ask::Menu(lines) => {
            direct = false;
            ways.extend(lines.iter().map(|line| (of_line(line), answer(&line.id))));
        }
        Ask::Row {
            lines,
            may_be_none,
            can_add,
        } => {
            direct = false;
            ways.extend(lines.iter().map(|line| (of_line(line), answer(&line.id))));
            if *may_be_none {
                ways.push((item(say.nobody(), None), answer(NONE)));
            }
            if *can_add {
                ways.push((
                    item(say.somebody_else(), None),
                    Reply::Act(Action::AddPerson),
                ));
            }
        }
        _ => return None,
    }
    for line in &prompt.special {
        let letter = if direct { letter_of(&line.id) } else { None };
        let mut one = of_line(line);
        one.letter = letter;
        ways.push((one, answer(&line.id)));
    }
    let (items, replies): (Vec<Item>, Vec<Reply>) = ways.into_iter().unzip();
    let typed = prompt.typed.as_deref().map(answer);
    let closed = || matches!(prompt.ask, Ask::More { .. }) && prompt.current.is_some();
    let menu = matches!(prompt.ask, Ask::Menu(_));
    let current = match typed {
        Some(typed) => replies.iter().position(|reply| *reply == typed),
        None if closed() => Some(1),
        None => None,
    };
    Some(Choice {
        // Where to go is no answer: there the first line is pointed at.
        pick: Pick::new(items, current.or(menu.then_some(0))),
        replies,
        current: current.filter(|_| prompt.optional),
        notes,
    })
}

/// The word for none of the possibilities.
pub(super) const NONE: &str = "geen";

fn item(text: String, letter: Option<char>) -> Item {
    Item {
        text,
        help: None,
        letter,
    }
}

fn of_line(line: &Line) -> Item {
    Item {
        text: line.text.clone(),
        help: line.help.clone(),
        letter: None,
    }
}

/// The letter of a word that is an answer besides: the same letters as where answers are typed.
fn letter_of(id: &str) -> Option<char> {
    match id {
        "onbekend" => Some('o'),
        "geweigerd" => Some('g'),
        "nvt" => Some('v'),
        _ => None,
    }
}

impl Choice {
    /// The reply when this one is chosen: what stands there already stays.
    pub(super) fn reply(&self, at: usize) -> Reply {
        if self.current == Some(at) {
            Reply::Keep
        } else {
            self.replies.get(at).cloned().unwrap_or(Reply::Keep)
        }
    }
}
