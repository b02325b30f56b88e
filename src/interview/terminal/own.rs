//! The prompts at which a key works directly: a few choices, and everything that is typed. Draws, waits for a key, and
//! hands on what the person wants; the machines behind it are [`Choice`] and [`Editor`].

use super::canvas::Canvas;
use super::choice::{Choice, choice};
use super::draft::Draft;
use super::editor::{Edited, Editor};
use super::frame::Look;
use super::key::Press;
use super::page::{Area, Composed, Drawing, compose};
use super::panel::Opened;
use super::pick::Picked;
use crate::interview::{Action, Ask, Prompt, Reply, Screen, Stop};
use crate::text::nl;

/// So many lines of a text are shown at once, at least.
const LEAST_ROWS: usize = 3;

/// Where an answer is given.
#[derive(Debug)]
pub(super) enum Widget {
    Choice(Choice),
    Text(Editor),
}

/// What the person wants.
#[derive(Debug)]
pub(super) enum Wish {
    Reply(Reply),
    /// The panel of actions.
    Panel(Opened),
}

impl Widget {
    /// The place to answer this prompt, as it was left.
    pub(super) fn new(prompt: &Prompt, draft: Option<&Draft>) -> Self {
        if let Some(mut choice) = choice(prompt) {
            if let Some(Draft::Pointer(at)) = draft {
                choice.pick.point(*at);
            }
            return Self::Choice(choice);
        }
        let many = matches!(prompt.ask, Ask::Text { multiline: true });
        let text = match draft {
            Some(Draft::Text(text)) => text.as_str(),
            _ => prompt.typed.as_deref().unwrap_or_default(),
        };
        Self::Text(Editor::new(text, many))
    }

    /// What is lost when the person goes elsewhere now.
    pub(super) fn draft(&self) -> Option<Draft> {
        match self {
            Self::Choice(choice) => choice.pick.at().map(Draft::Pointer),
            Self::Text(editor) => Some(Draft::Text(editor.text().to_owned())),
        }
    }

    /// The screen with this in it.
    pub(super) fn compose(
        &mut self,
        screen: &Screen,
        message: Option<&str>,
        look: Look,
    ) -> Composed {
        let say = &nl().terminal;
        let prompt = &screen.prompt;
        let message = message.map(ToOwned::to_owned);
        match self {
            Self::Choice(choice) => {
                let pick = &choice.pick;
                let wants = pick.draw(look.columns, usize::MAX, look.paint).len();
                let mut how = if pick.has_letters() {
                    say.how_letter(say.how_choice())
                } else {
                    say.how_plain(say.how_choice())
                };
                if prompt.optional && pick.at().is_none() {
                    how = say.how_skip(how);
                }
                let area = Area {
                    draw: Box::new(|most| (pick.draw(look.columns, most, look.paint), None)),
                    wants,
                    least: wants.min(6),
                    notes: choice.notes.clone(),
                    footer: vec![how, say.keys()],
                    message,
                };
                compose(screen, &area, look)
            }
            Self::Text(editor) => {
                let drawn = editor.draw(look.columns.saturating_sub(2));
                let (how, notes) = typing(prompt);
                let rows = drawn.rows.len();
                let area = Area {
                    draw: Box::new(move |most| around(&drawn.rows, drawn.cursor, most)),
                    wants: rows.max(if matches!(prompt.ask, Ask::Text { multiline: true }) {
                        LEAST_ROWS
                    } else {
                        1
                    }),
                    least: rows.min(LEAST_ROWS),
                    notes,
                    footer: vec![how, say.keys_typing()],
                    message,
                };
                compose(screen, &area, look)
            }
        }
    }
}

/// Asks until the person answers or wants something else. The widget keeps what they were busy with.
pub(super) fn ask(
    canvas: &mut Canvas,
    screen: &Screen,
    widget: &mut Widget,
    message: &mut Option<String>,
) -> Result<Wish, Stop> {
    loop {
        let composed = widget.compose(screen, message.as_deref(), canvas.look());
        canvas.draw(&composed.frame)?;
        let press = canvas.press()?;
        *message = None;
        if let Some(wish) = direct(&press) {
            return Ok(wish);
        }
        match widget {
            Widget::Choice(choice) => match (choice.pick.press(&press), &press) {
                (_, Press::Char('?') | Press::Help) => {
                    return Ok(Wish::Reply(Reply::Act(Action::Help)));
                }
                (_, Press::Control('d')) => return Err(Stop::End),
                (Picked::Chosen(at), _) => return Ok(Wish::Reply(choice.reply(at))),
                (Picked::Unpointed, _) if screen.prompt.optional => {
                    return Ok(Wish::Reply(Reply::Keep));
                }
                (Picked::Unpointed, _) => *message = Some(point_first(choice, &screen.prompt)),
                (Picked::Goes, _) => {}
            },
            Widget::Text(editor) => {
                if press == Press::Control('d') && editor.text().is_empty() {
                    return Err(Stop::End);
                }
                if press == Press::Help {
                    return Ok(Wish::Reply(Reply::Act(Action::Help)));
                }
                if press == Press::Enter {
                    match action(editor.line()) {
                        Said::Text => {}
                        Said::Act(action) => {
                            editor.cut_line();
                            return Ok(Wish::Reply(Reply::Act(action)));
                        }
                        Said::Unknown => {
                            *message = Some(nl().terminal.no_action());
                            continue;
                        }
                    }
                }
                if editor.press(&press) == Edited::Done {
                    return Ok(Wish::Reply(typed(&screen.prompt, editor.text())));
                }
            }
        }
    }
}

/// What to say when Enter is hit and nothing is pointed at.
fn point_first(choice: &Choice, prompt: &Prompt) -> String {
    let say = &nl().terminal;
    match (prompt.special.is_empty(), choice.pick.has_letters()) {
        (true, _) => say.point_only(),
        (false, true) => say.point_letter(),
        (false, false) => say.point_first(),
    }
}

/// The keys that work everywhere.
pub(super) fn direct(press: &Press) -> Option<Wish> {
    let action = match press {
        Press::Escape => return Some(Wish::Panel(Opened::Escape(None))),
        Press::Alt(letter) => return Some(Wish::Panel(Opened::Escape(Some(*letter)))),
        Press::Control('g') => Action::Danger,
        Press::Control('l') => Action::Blank,
        Press::Control('t') => Action::Back,
        Press::Control('o') => Action::Overview,
        _ => return None,
    };
    Some(Wish::Reply(Reply::Act(action)))
}

enum Said {
    Text,
    Act(Action),
    /// Begins like an action, and is none.
    Unknown,
}

/// A line that begins with a colon and the word of an action is that action.
fn action(line: &str) -> Said {
    let Some(word) = line.trim().strip_prefix(':') else {
        return Said::Text;
    };
    // Two colons are the way to write one.
    if word.is_empty() || word.starts_with(':') {
        return Said::Text;
    }
    Action::read(word.trim()).map_or(Said::Unknown, Said::Act)
}

/// What a typed text is as a reply.
fn typed(prompt: &Prompt, text: &str) -> Reply {
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
fn typing(prompt: &Prompt) -> (String, Vec<String>) {
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
fn around(rows: &[String], cursor: (usize, usize), most: usize) -> Drawing {
    let most = most.max(1);
    let from = (cursor.0 + 1)
        .saturating_sub(most)
        .min(rows.len().saturating_sub(most));
    let lines = rows.iter().enumerate().skip(from).take(most);
    let lines = lines.map(|(at, row)| format!("{} {row}", if at == 0 { ">" } else { " " }));
    (lines.collect(), Some((cursor.0 - from, cursor.1 + 2)))
}
