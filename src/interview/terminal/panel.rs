//! The panel that Escape opens: everything that can be done besides answering, danger first. It hides the question, keeps
//! what was typed, and closes by itself when the Escape turns out to be the beginning of another key.

use super::canvas::Canvas;
use super::cluster::fold_lines;
use super::editor::{Edited, Editor};
use super::frame::{Frame, Look, Piece, stack};
use super::key::Press;
use super::pick::{Pick, Picked};
use super::ways::ways;
use crate::interview::{Action, Screen, Stop};
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

/// The panel, as a machine of its own.
pub(super) struct Panel {
    pick: Pick,
    ways: Vec<Chosen>,
    /// The number of a question is being typed.
    number: Option<Editor>,
    /// What it is called, and what asks for a number.
    title: String,
    which: String,
}

/// Opens the panel until something is chosen.
pub(super) fn open(
    canvas: &mut Canvas,
    screen: &Screen,
    urgent: &[String],
    letter: Option<char>,
    cut: bool,
) -> Result<Chosen, Stop> {
    let mut panel = Panel::new(screen, cut);
    let mut next = letter.map(Press::Char);
    loop {
        let press = match next.take() {
            Some(press) => press,
            None => {
                canvas.draw(&panel.frame(urgent, canvas.look()))?;
                canvas.press()?
            }
        };
        if press == Press::Control('d') {
            return Err(Stop::End);
        }
        if press == Press::Escape {
            canvas.meant();
        }
        if let Some(chosen) = panel.press(&press) {
            return Ok(chosen);
        }
    }
}

impl Panel {
    /// The panel of this screen.
    pub(super) fn new(screen: &Screen, cut: bool) -> Self {
        let (items, ways) = ways(screen, cut).into_iter().unzip();
        Self {
            pick: Pick::at_once(items, Some(0)),
            ways,
            number: None,
            title: screen.marked(&nl().terminal.panel()),
            which: screen.marked(&nl().terminal.which_number()),
        }
    }

    /// Takes a key.
    pub(super) fn press(&mut self, press: &Press) -> Option<Chosen> {
        if let Some(editor) = &mut self.number {
            if *press == Press::Escape {
                self.number = None;
                return None;
            }
            if editor.press(press) == Edited::Done {
                let number = editor.text().trim().parse();
                self.number = None;
                return number.ok().map(|number| Chosen::Act(Action::Jump(number)));
            }
        }
        match press {
            // A torn key: the Escape was its first part.
            Press::Escape | Press::Torn => return Some(Chosen::Nothing),
            Press::Control('g') => return Some(Chosen::Act(Action::Danger)),
            Press::Control('l') => return Some(Chosen::Act(Action::Blank)),
            Press::Control('t') => return Some(Chosen::Act(Action::Back)),
            Press::Help => return Some(Chosen::Act(Action::Help)),
            _ if self.number.is_some() => return None,
            _ => {}
        }
        let Picked::Chosen(at) = self.pick.press(press) else {
            return None;
        };
        let chosen = self.ways.get(at).cloned()?;
        if chosen == Chosen::Number {
            self.number = Some(Editor::new("", false));
            return None;
        }
        Some(chosen)
    }

    /// The panel as a screen: nothing of the case stands on it.
    pub(super) fn frame(&mut self, urgent: &[String], look: Look) -> Frame {
        if let Some(editor) = &mut self.number {
            return number(&self.which, editor, look);
        }
        let say = &nl().terminal;
        let pick = &self.pick;
        let head = vec![look.paint.bold(&self.title), "-".repeat(look.columns)];
        let urgent = urgent
            .iter()
            .flat_map(|line| fold_lines(line, look.columns));
        let wants = pick.draw(look.columns, usize::MAX, look.paint).len();
        let foot = fold_lines(&say.how_panel(), look.columns);
        let foot = foot.iter().map(|line| look.paint.dim(line));
        let pieces = [
            Piece::text(head, 0, 4),
            Piece::text(urgent.collect(), 2, 4),
            Piece::drawn(wants, 4, 1, |most| {
                pick.draw(look.columns, most, look.paint)
            }),
            Piece::text(foot.collect(), 0, 2),
        ];
        Frame {
            lines: stack(&pieces, look.rows).lines,
            cursor: None,
        }
    }
}

/// Asks for the number of a question.
fn number(which: &str, editor: &mut Editor, look: Look) -> Frame {
    let say = &nl().terminal;
    let drawn = editor.draw(look.columns - 2);
    let mut lines = vec![look.paint.bold(which), String::new()];
    let cursor = Some((lines.len(), drawn.cursor.1 + 2));
    lines.extend(drawn.rows.iter().take(1).map(|row| format!("> {row}")));
    lines.push(String::new());
    let how = fold_lines(&say.how_number(), look.columns);
    lines.extend(how.iter().map(|line| look.paint.dim(line)));
    Frame { lines, cursor }
}
