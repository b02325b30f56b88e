//! The panel that Escape opens: everything that can be done besides answering, danger first. It hides the question, keeps
//! what was typed, and closes by itself when the Escape turns out to be the beginning of another key.

use super::canvas::Canvas;
use super::cluster::fold_lines;
use super::editor::{Edited, Editor};
use super::frame::{Frame, Look, Piece, stack};
use super::key::Press;
use super::pick::{Item, Pick, Picked};
use crate::interview::act::describe;
use crate::interview::{Action, Ask, Prompt, Purpose, Screen, Stop};
use crate::text::nl;

/// What the person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// Back to the question.
    Nothing,
    Act(Action),
    /// An answer that the prompt itself has no key for.
    Answer(String),
    /// The whole text of the screen.
    Read,
    /// A question by its number.
    Number,
}

/// How the panel came up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opened {
    /// By Escape, perhaps with a letter.
    Escape(Option<char>),
    /// By a key that the prompt does not know.
    Strange,
}

/// Opens the panel.
pub(super) fn open(
    canvas: &mut Canvas,
    screen: &Screen,
    urgent: &[String],
    opened: Opened,
    cut: bool,
) -> Result<Chosen, Stop> {
    let (items, ways): (Vec<Item>, Vec<Chosen>) = ways(screen, cut).into_iter().unzip();
    let mut pick = Pick::new(items, Some(0));
    let first = match opened {
        Opened::Escape(letter) => letter.map(Press::Char),
        Opened::Strange => None,
    };
    let mut next = first;
    loop {
        let press = match next.take() {
            Some(press) => press,
            None => {
                canvas.draw(&frame(
                    &pick,
                    urgent,
                    opened == Opened::Strange,
                    canvas.look(),
                ))?;
                canvas.press()?
            }
        };
        if press == Press::Control('d') {
            return Err(Stop::End);
        }
        if let Own::Chosen(chosen) = own(canvas, &press) {
            return Ok(chosen);
        }
        let Picked::Chosen(at) = pick.press(&press) else {
            continue;
        };
        match ways.get(at) {
            Some(Chosen::Number) => match number(canvas)? {
                Chosen::Nothing => {}
                chosen => return Ok(chosen),
            },
            Some(way) => return Ok(way.clone()),
            None => {}
        }
    }
}

/// What a key of the panel itself means.
enum Own {
    Chosen(Chosen),
    None,
}

fn own(canvas: &mut Canvas, press: &Press) -> Own {
    Own::Chosen(match press {
        Press::Escape => {
            canvas.meant();
            Chosen::Nothing
        }
        // The Escape was the first part of an arrow.
        Press::Torn => Chosen::Nothing,
        Press::Control('g') => Chosen::Act(Action::Danger),
        Press::Control('l') => Chosen::Act(Action::Blank),
        Press::Control('t') => Chosen::Act(Action::Back),
        Press::Help => Chosen::Act(Action::Help),
        _ => return Own::None,
    })
}

/// What makes sense at this prompt.
pub(super) fn ways(screen: &Screen, cut: bool) -> Vec<(Item, Chosen)> {
    let say = &nl().terminal;
    let mut ways: Vec<(Item, Chosen)> = Vec::new();
    for action in Action::LISTED {
        if !fits(&action, screen) {
            continue;
        }
        let text = say.action(action.word(), describe(&action));
        ways.push((item(text, letter(&action)), Chosen::Act(action)));
    }
    if !matches!(screen.prompt.purpose, Purpose::Menu | Purpose::End) {
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
        Action::Note | Action::Source => {
            prompt.purpose == Purpose::Value && prompt.ask != Ask::Notice
        }
        Action::More => value && screen.offered > 0,
        Action::AddPerson => matches!(
            prompt.ask,
            Ask::Many { can_add: true, .. } | Ask::Row { can_add: true, .. }
        ),
        Action::AddRow => value && (screen.row.is_some() || prompt.purpose == Purpose::Rows),
        Action::CloseList => prompt.purpose == Purpose::Rows,
        Action::RemoveRow => value && screen.row.is_some(),
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
        _ => return None,
    })
}

/// The panel as a screen: nothing of the case stands on it.
pub(super) fn frame(pick: &Pick, urgent: &[String], strange: bool, look: Look) -> Frame {
    let say = &nl().terminal;
    let mut head = vec![look.paint.bold(&say.panel()), "-".repeat(look.columns)];
    if strange {
        head.extend(fold_lines(&say.strange_key(), look.columns));
    }
    let urgent: Vec<String> = urgent
        .iter()
        .flat_map(|line| fold_lines(line, look.columns))
        .collect();
    let wants = pick.draw(look.columns, usize::MAX, look.paint).len();
    let foot: Vec<String> = fold_lines(&say.how_panel(), look.columns)
        .iter()
        .map(|line| look.paint.dim(line))
        .collect();
    let pieces = [
        Piece::text(head, 0, 3),
        Piece::text(urgent, 2, 4),
        Piece::drawn(wants, 4, 1, |most| {
            pick.draw(look.columns, most, look.paint)
        }),
        Piece::text(foot, 0, 2),
    ];
    Frame {
        lines: stack(&pieces, look.rows).lines,
        cursor: None,
    }
}

/// Asks for the number of a question; nothing when the person thinks better of it.
fn number(canvas: &mut Canvas) -> Result<Chosen, Stop> {
    let say = &nl().terminal;
    let mut editor = Editor::new("", false);
    loop {
        let look = canvas.look();
        let drawn = editor.draw(look.columns - 2);
        let mut lines = vec![look.paint.bold(&say.which_number()), String::new()];
        let cursor = Some((lines.len(), drawn.cursor.1 + 2));
        lines.extend(drawn.rows.iter().take(1).map(|row| format!("> {row}")));
        lines.push(String::new());
        let how = fold_lines(&say.how_number(), look.columns);
        lines.extend(how.iter().map(|line| look.paint.dim(line)));
        canvas.draw(&Frame { lines, cursor })?;
        let press = canvas.press()?;
        match own(canvas, &press) {
            Own::Chosen(chosen) => return Ok(chosen),
            Own::None if editor.press(&press) == Edited::Goes => continue,
            Own::None => {}
        }
        let typed = std::mem::replace(&mut editor, Editor::new("", false));
        match typed.text().trim().parse() {
            Ok(number) => return Ok(Chosen::Act(Action::Jump(number))),
            Err(_) if typed.text().trim().is_empty() => return Ok(Chosen::Nothing),
            Err(_) => {}
        }
    }
}
