//! Something to read, in pages that fit. Enter goes on; nothing is asked.

use super::canvas::Canvas;
use super::cluster::{clip, fold_lines};
use super::frame::{Frame, Look};
use super::key::Press;
use crate::interview::{Action, Stop};
use crate::text::nl;

/// Shows paragraphs until the person goes on. `Some` when they want something else at once.
pub(super) fn read(
    canvas: &mut Canvas,
    title: &str,
    paragraphs: &[String],
    danger: bool,
) -> Result<Option<Action>, Stop> {
    let mut at = 0;
    loop {
        let look = canvas.look();
        let pages = pages(title, paragraphs, danger, look);
        at = at.min(pages.len() - 1);
        canvas.draw(&pages[at])?;
        match canvas.press()? {
            Press::Enter | Press::Char(' ') | Press::PageDown | Press::Down | Press::Right => {
                at += 1;
                if at == pages.len() {
                    return Ok(None);
                }
            }
            Press::PageUp | Press::Up | Press::Left => at = at.saturating_sub(1),
            Press::Escape => return Ok(None),
            Press::Control('g') if !danger => return Ok(Some(Action::Danger)),
            Press::Control('l') | Press::Alt('l') => {
                canvas.wipe()?;
                return Ok(Some(Action::Blank));
            }
            Press::Control('d') => return Err(Stop::End),
            _ => {}
        }
    }
}

/// The frames of a text.
pub(super) fn pages(title: &str, paragraphs: &[String], danger: bool, look: Look) -> Vec<Frame> {
    let mut head: Vec<String> = fold_lines(title, look.columns);
    head.truncate(4);
    let head = head.iter().map(|line| {
        if danger {
            look.paint.danger(line)
        } else {
            look.paint.bold(line)
        }
    });
    let mut head: Vec<String> = head.collect();
    head.push("-".repeat(look.columns));
    let mut body: Vec<String> = Vec::new();
    for paragraph in paragraphs {
        if !body.is_empty() {
            body.push(String::new());
        }
        body.extend(fold_lines(paragraph, look.columns));
    }
    let room = look.rows.saturating_sub(head.len() + 2).max(1);
    let parts: Vec<&[String]> = body.chunks(room).collect();
    let count = parts.len().max(1);
    (0..count)
        .map(|at| {
            let mut lines = head.clone();
            let part = parts.get(at).copied().unwrap_or_default();
            lines.extend(part.iter().cloned());
            lines.push(String::new());
            lines.push(look.paint.dim(&footer(at, count, look)));
            Frame {
                lines,
                cursor: None,
            }
        })
        .collect()
}

fn footer(at: usize, count: usize, look: Look) -> String {
    let say = &nl().terminal;
    let keys = if at + 1 < count {
        say.read_on()
    } else {
        say.read_done()
    };
    let keys = if count > 1 {
        say.page_of(keys, at + 1, count)
    } else {
        keys
    };
    clip(&keys, look.columns)
}
