//! The prompts at which a key works directly: a few choices, and everything that is typed. Draws, waits for a key, and
//! hands on what the person wants; the machines behind it are [`Choice`] and [`Editor`].

use super::canvas::Canvas;
use super::choice::{Choice, choice};
use super::draft::Draft;
use super::editor::{Edited, Editor};
use super::frame::Look;
use super::key::Press;
use super::page::{Area, Composed, compose};
use super::pick::Picked;
use super::typing::{Said, action, around, typed, typing};
use crate::interview::{Action, Ask, Prompt, Purpose, Reply, Screen, Stop};
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
    /// The panel of actions, with a letter that was typed for it already.
    Panel(Option<char>),
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
        let editor = Editor::new(text, many);
        Self::Text(match prompt.ask {
            // What somebody was typing themself goes on where it was.
            Ask::Number { .. } | Ask::Date if draft.is_none() => editor.typed_over(),
            _ => editor,
        })
    }

    /// The same where what stands there was refused: of a number or a day nothing of it is kept by who types another.
    pub(super) fn refused(self, prompt: &Prompt) -> Self {
        match (self, &prompt.ask) {
            (Self::Text(editor), Ask::Number { .. } | Ask::Date) => Self::Text(editor.typed_over()),
            (other, _) => other,
        }
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
                let mut how = if pick.has_numbers() && !pick.has_letters() {
                    say.how_numbered()
                } else if prompt.purpose == Purpose::End || prompt.purpose == Purpose::Menu {
                    say.how_menu()
                } else if pick.has_letters() {
                    say.how_letter()
                } else {
                    say.how_plain(say.how_choice())
                };
                if prompt.purpose == Purpose::WhatIf && pick.at().is_none() {
                    how = nl().exercise.how_back(how);
                } else if prompt.optional && pick.at().is_none() && !pick.is_lost() {
                    how = if prompt.purpose == Purpose::Menu {
                        say.how_go_on(how)
                    } else {
                        say.how_skip(how)
                    };
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

/// What a key did.
#[derive(Debug)]
pub(super) enum Deed {
    /// Nothing, or what is shown changed.
    Goes,
    /// Nothing, and this is why.
    Not(String),
    Wish(Wish),
    /// There is nobody to ask any more.
    End,
}

impl Widget {
    /// Takes a key.
    pub(super) fn press(&mut self, prompt: &Prompt, press: &Press) -> Deed {
        if let Some(wish) = direct(press) {
            return Deed::Wish(wish);
        }
        match self {
            Self::Choice(choice) => match (choice.pick.press(press), press) {
                (_, Press::Char('?') | Press::Help) => act(Action::Help),
                (_, Press::Control('d')) => Deed::End,
                (Picked::Chosen(at), _) => Deed::Wish(Wish::Reply(choice.reply(at))),
                (Picked::Unpointed, _) if prompt.optional => Deed::Wish(Wish::Reply(Reply::Keep)),
                (Picked::Unpointed | Picked::Unclear, _) => Deed::Not(point_first(choice, prompt)),
                (Picked::Goes, _) => Deed::Goes,
            },
            Self::Text(editor) => match press {
                Press::Control('d') if editor.text().is_empty() => Deed::End,
                Press::Help => act(Action::Help),
                Press::Enter => enter(editor, prompt),
                press => {
                    editor.press(press);
                    Deed::Goes
                }
            },
        }
    }
}

fn act(action: Action) -> Deed {
    Deed::Wish(Wish::Reply(Reply::Act(action)))
}

/// Enter in a text: an action, a new line, or the end.
fn enter(editor: &mut Editor, prompt: &Prompt) -> Deed {
    match action(editor.line()) {
        Said::Act(action, from) => {
            editor.cut_line(from);
            act(action)
        }
        Said::Unknown => Deed::Not(nl().terminal.no_action()),
        Said::Text if editor.press(&Press::Enter) == Edited::Done => {
            Deed::Wish(Wish::Reply(typed(prompt, editor.text())))
        }
        Said::Text => Deed::Goes,
    }
}

/// Asks until the person answers or wants something else. The widget keeps what they were busy with.
pub(super) fn ask(canvas: &mut Canvas, screen: &Screen, widget: &mut Widget) -> Result<Wish, Stop> {
    let mut message = None;
    loop {
        let composed = widget.compose(screen, message.as_deref(), canvas.look());
        canvas.draw(&composed.frame)?;
        message = match widget.press(&screen.prompt, &canvas.press()?) {
            Deed::Goes => None,
            Deed::Not(why) => Some(why),
            Deed::Wish(wish) => return Ok(wish),
            Deed::End => return Err(Stop::End),
        };
    }
}

/// What to say when Enter is hit and nothing is pointed at.
fn point_first(choice: &Choice, prompt: &Prompt) -> String {
    let say = &nl().terminal;
    if choice.pick.has_numbers() && !choice.pick.has_letters() {
        return say.point_number();
    }
    match (prompt.special.is_empty(), choice.pick.has_letters()) {
        (true, true) => say.point_only(),
        (true, false) => say.point_arrows(),
        (false, true) => say.point_letter(),
        (false, false) => say.point_first(),
    }
}

/// The keys that work everywhere.
pub(super) fn direct(press: &Press) -> Option<Wish> {
    let action = match press {
        Press::Escape => return Some(Wish::Panel(None)),
        Press::Alt(letter) => return Some(Wish::Panel(Some(*letter))),
        Press::Control('g') => Action::Danger,
        Press::Control('l') => Action::Blank,
        Press::Control('t') => Action::Back,
        Press::Control('o') => Action::Overview,
        _ => return None,
    };
    Some(Wish::Reply(Reply::Act(action)))
}
