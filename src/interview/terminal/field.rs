//! The questions of a page with the answers so far: around the one that is asked, whatever fits. Pure.

use super::cluster::{clip, width};
use super::frame::{LATER, Look, Piece};
use super::pick::window;
use crate::interview::{Field, Purpose, Screen};
use crate::text::nl;

/// How the last answer was read is to be seen among the questions already.
pub(super) fn shows_kept(screen: &Screen) -> bool {
    let kept = screen.kept.as_deref().unwrap_or_default();
    let mut answers = screen
        .fields
        .iter()
        .filter_map(|field| field.answer.as_deref());
    answers.any(|answer| kept.ends_with(answer))
}

/// That there are deeper questions, once the questions of the page are through.
pub(super) fn offered<'a>(screen: &Screen, look: Look) -> Option<Piece<'a>> {
    let last = screen.fields.last().is_some_and(|field| field.active);
    if screen.offered == 0 || !last || screen.prompt.optional {
        return None;
    }
    let say = &nl().terminal;
    let line = match screen.offered {
        1 => say.offered_one(),
        count => say.offered(count),
    };
    let line = clip(&line, look.columns);
    Some(Piece::drawn(1, 0, LATER + 3, move |_| vec![line.clone()]))
}

/// The questions with the answers so far, around the one that is asked.
pub(super) fn fields<'a>(screen: &'a Screen, look: Look) -> Option<Piece<'a>> {
    let alone = screen.fields.len() == 1 && screen.prompt.purpose == Purpose::Value;
    let list = screen.fields.len() == 1 && screen.prompt.purpose == Purpose::Rows;
    if screen.fields.is_empty() || alone || list {
        return None;
    }
    let at = screen
        .fields
        .iter()
        .position(|field| field.active)
        .unwrap_or(0);
    let blocks: Vec<Vec<String>> = screen
        .fields
        .iter()
        .map(|one| vec![field(one, look)])
        .collect();
    let wants = blocks.len();
    Some(Piece::drawn(wants, 3, LATER + 2, move |most| {
        if most == 1 {
            return blocks[at].clone();
        }
        let mut lines = window(&blocks, at, most);
        lines.truncate(most);
        lines
    }))
}

fn field(field: &Field, look: Look) -> String {
    let lead = if field.active { "> " } else { "  " };
    let room = look.columns - 2;
    let answer = field.answer.as_deref().unwrap_or_default();
    let beside = room.saturating_sub(width(&field.text) + 2);
    let answer = clip(answer, beside.max(room * 2 / 5));
    let text = clip(&field.text, room.saturating_sub(width(&answer) + 2));
    let space = " ".repeat(room.saturating_sub(width(&text) + width(&answer)));
    let line = format!("{lead}{text}{space}{answer}").trim_end().to_owned();
    if field.active {
        look.paint.bold(&line)
    } else {
        line
    }
}
