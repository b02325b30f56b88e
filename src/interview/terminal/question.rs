//! The question that is asked now, and what stands around it: hints, what it rests on, what stands there already, why the last
//! reply was not taken. Pure.

use super::cluster::fold_lines;
use super::frame::{Above, Look, Piece, framed};
use super::page::{Area, bullet};
use crate::interview::{Ask, Screen};
use crate::text::nl;

/// What stands under a question: what to know, what it rests on, what stands there, what can be filled in.
fn about_it(screen: &Screen, area: &Area<'_>) -> Vec<(u8, &'static str, String)> {
    let prompt = &screen.prompt;
    let mut texts: Vec<(u8, &'static str, String)> = Vec::new();
    texts.extend(prompt.hints.iter().map(|hint| (4, "  ", hint.clone())));
    let beside = prompt.beside.iter();
    texts.extend(beside.map(|(text, answer)| (8, "  - ", nl().terminal.beside(text, answer))));
    texts.extend(current(screen).map(|now| (6, "  ", now)));
    texts.extend(area.notes.iter().map(|note| (6, "  ", note.clone())));
    texts
}

pub(super) fn numbered(screen: &Screen) -> String {
    match screen.prompt.number {
        Some(number) => nl().terminal.question(number, &screen.prompt.text),
        None => screen.prompt.text.clone(),
    }
}

/// The question with all that stands under it.
pub(super) fn question<'a>(screen: &Screen, area: &Area<'_>, look: Look) -> Vec<Piece<'a>> {
    let phones = &screen.prompt.hints;
    if screen.prompt.ask == Ask::Notice && !phones.is_empty() {
        return vec![danger(&screen.prompt.text, phones, look).above(Above::Space)];
    }
    let mut pieces = vec![asked(screen, look).above(Above::Space)];
    for (rank, lead, text) in about_it(screen, area) {
        let lines = bullet(lead, &text, look);
        let piece = Piece::text(lines, rank, 1).above(Above::Nothing);
        pieces.push(piece.says(&text));
    }
    pieces
}

/// A text about danger in a frame, who to call above it.
pub(super) fn danger<'a>(text: &str, phones: &[String], look: Look) -> Piece<'a> {
    let mut lines = phones.to_vec();
    lines.push(String::new());
    lines.push(text.to_owned());
    let lines = framed(&lines, &nl().terminal.danger(), look.columns, look.paint);
    let least = lines.len().min(10);
    Piece::text(lines, 5, least).says(text)
}

fn asked<'a>(screen: &Screen, look: Look) -> Piece<'a> {
    let lines = fold_lines(&numbered(screen), look.columns);
    let lines: Vec<String> = lines.iter().map(|line| look.paint.bold(line)).collect();
    let least = lines.len().min(6);
    Piece::text(lines, 1, least).says(&numbered(screen))
}

/// What stands there now, where the place to answer does not show it.
fn current(screen: &Screen) -> Option<String> {
    let shown = matches!(
        screen.prompt.ask,
        Ask::Text { .. } | Ask::Notice | Ask::Menu(_) | Ask::Many { .. } | Ask::Order { .. }
    );
    let now = screen.prompt.current.as_ref().filter(|_| !shown)?;
    Some(nl().terminal.now(now))
}

pub(super) fn refused<'a>(screen: &Screen, area: &Area<'_>, look: Look) -> Option<Piece<'a>> {
    let refusal = screen.refusal.as_ref().map(ToString::to_string);
    let text = area.message.clone().or(refusal)?;
    let lines = bullet("! ", &text, look);
    let lines: Vec<String> = lines.iter().map(|line| look.paint.danger(line)).collect();
    Some(Piece::drawn(lines.len(), lines.len(), 2, move |most| {
        lines[..most].to_vec()
    }))
}
