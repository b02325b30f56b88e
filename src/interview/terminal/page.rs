//! A screen of the interview as a frame: header, texts, the questions so far, the question that is asked now with all that
//! belongs to it, the place to answer, and the keys. Pure: knows no terminal and no key.

use std::cell::Cell;

use super::cluster::{clip, fold_lines, width};
use super::frame::{Frame, Look, Piece, framed, stack};
use super::pick::{Pick, window};
use crate::interview::{Ask, Field, Notice, Purpose, Screen};
use crate::text::nl;

/// The lines of the place to answer, and the cursor in them.
pub(super) type Drawing = (Vec<String>, Option<(usize, usize)>);

/// The place to answer.
pub(super) struct Area<'a> {
    /// Draws it in at most so many lines.
    pub(super) draw: Box<dyn Fn(usize) -> Drawing + 'a>,
    /// The lines it would like.
    pub(super) wants: usize,
    /// The lines it cannot do without.
    pub(super) least: usize,
    /// What can be answered here, in words.
    pub(super) notes: Vec<String>,
    /// How it works and which keys there are; no line when it shows them itself.
    pub(super) footer: Vec<String>,
    /// What the last key led to, when it led to nothing.
    pub(super) message: Option<String>,
}

/// A frame, and what is to know about it.
pub(super) struct Composed {
    pub(super) frame: Frame,
    /// The first row of the place to answer, and how many it got.
    pub(super) area: (usize, usize),
    /// Some text is not shown wholly.
    pub(super) cut: bool,
}

/// Puts a screen together in the room there is.
pub(super) fn compose(screen: &Screen, area: &Area<'_>, look: Look) -> Composed {
    let cursor = Cell::new(None);
    let got = Cell::new(0);
    let prompt = &screen.prompt;
    let mut pieces = vec![header(screen, look)];
    if let Some(about) = &screen.about {
        pieces.push(Piece::text(fold_lines(about, look.columns), 12, 0));
    }
    for notice in &screen.notices {
        pieces.push(notice_piece(notice, look));
    }
    pieces.extend(fields(screen, look));
    if screen.offered > 0 {
        let say = &nl().terminal;
        let line = match screen.offered {
            1 => say.offered_one(),
            count => say.offered(count),
        };
        let line = clip(&line, look.columns);
        pieces.push(Piece::drawn(1, 0, 13, move |_| vec![line.clone()]).tight());
    }
    let said = screen.kept.iter().chain(&screen.remarks);
    let said: Vec<String> = said.flat_map(|text| bullet("* ", text, look)).collect();
    if !said.is_empty() {
        pieces.push(Piece::text(said, 5, 2));
    }
    pieces.push(question(screen, look));
    let hints = prompt
        .hints
        .iter()
        .flat_map(|hint| bullet("  ", hint, look));
    pieces.push(Piece::text(hints.collect(), 4, 3).tight());
    let beside = prompt.beside.iter().flat_map(|(text, answer)| {
        let text = nl().terminal.beside(text, answer);
        bullet("  - ", &text, look)
    });
    pieces.push(Piece::text(beside.collect(), 8, 0).tight());
    if let Some(now) = current(screen) {
        pieces.push(Piece::text(bullet("  ", &now, look), 6, 1).tight());
    }
    let notes = area.notes.iter().flat_map(|note| bullet("  ", note, look));
    pieces.push(Piece::text(notes.collect(), 6, 1).tight());
    if let Some(refused) = refused(screen, area, look) {
        pieces.push(refused);
    }
    let at = pieces.len();
    pieces.push(Piece::drawn(area.wants, area.least, 3, |most| {
        let (lines, place) = (area.draw)(most);
        cursor.set(place);
        got.set(most);
        lines
    }));
    let dim = area
        .footer
        .iter()
        .flat_map(|line| fold_lines(line, look.columns));
    let dim: Vec<String> = dim.map(|line| look.paint.dim(&line)).collect();
    pieces.push(Piece::text(dim, 0, 4));
    let stacked = stack(&pieces, look.rows);
    let start = stacked.starts[at];
    Composed {
        area: (start, got.get()),
        frame: Frame {
            lines: stacked.lines,
            cursor: cursor.get().map(|(row, column)| (start + row, column)),
        },
        cut: stacked.cut,
    }
}

/// All that there is to read on a screen, for when it does not fit.
pub(super) fn texts(screen: &Screen) -> Vec<String> {
    let mut texts: Vec<String> = screen.about.iter().cloned().collect();
    for notice in &screen.notices {
        texts.extend(notice.phones.iter().cloned());
        texts.push(notice.text.clone());
    }
    texts.extend(screen.remarks.iter().cloned());
    texts.push(numbered(screen));
    texts.extend(screen.prompt.hints.iter().cloned());
    let beside = screen.prompt.beside.iter();
    texts.extend(beside.map(|(text, answer)| nl().terminal.beside(text, answer)));
    texts
}

fn header<'a>(screen: &Screen, look: Look) -> Piece<'a> {
    let mut lines: Vec<String> = Vec::new();
    let far = screen
        .progress
        .as_ref()
        .map(crate::interview::Progress::text);
    let far = clip(&far.unwrap_or_default(), look.columns);
    let room = look.columns.saturating_sub(width(&far) + 2);
    if width(&screen.title) <= room {
        let space = " ".repeat(look.columns - width(&screen.title) - width(&far));
        let title = look.paint.bold(&screen.title);
        lines.push(
            format!("{title}{space}{}", look.paint.dim(&far))
                .trim_end()
                .to_owned(),
        );
    } else {
        let title = fold_lines(&screen.title, look.columns);
        lines.extend(title.iter().map(|line| look.paint.bold(line)));
        if !far.is_empty() {
            lines.push(look.paint.dim(&far));
        }
    }
    if let Some(row) = &screen.row {
        lines.push(look.paint.bold(&clip(row, look.columns)));
    }
    lines.push("-".repeat(look.columns));
    let count = lines.len();
    Piece::text(lines, 0, count)
}

fn notice_piece<'a>(notice: &Notice, look: Look) -> Piece<'a> {
    if !notice.danger {
        return Piece::text(bullet("| ", &notice.text, look), 10, 1);
    }
    let mut lines = notice.phones.clone();
    lines.extend(fold_lines(&notice.text, look.columns.saturating_sub(4)));
    let lines = framed(&lines, &nl().terminal.danger(), look.columns, look.paint);
    let least = lines.len().min(notice.phones.len() + 3);
    Piece::text(lines, 5, least)
}

/// The questions with the answers so far, around the one that is asked.
fn fields<'a>(screen: &'a Screen, look: Look) -> Option<Piece<'a>> {
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
    Some(Piece::drawn(wants, 1, 9, move |most| {
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
    let answer = clip(answer, room * 2 / 5);
    let text = clip(&field.text, room.saturating_sub(width(&answer) + 2));
    let space = " ".repeat(room.saturating_sub(width(&text) + width(&answer)));
    let line = format!("{lead}{text}{space}{answer}").trim_end().to_owned();
    if field.active {
        look.paint.bold(&line)
    } else {
        line
    }
}

fn numbered(screen: &Screen) -> String {
    match screen.prompt.number {
        Some(number) => nl().terminal.question(number, &screen.prompt.text),
        None => screen.prompt.text.clone(),
    }
}

fn question<'a>(screen: &Screen, look: Look) -> Piece<'a> {
    let lines = fold_lines(&numbered(screen), look.columns);
    let lines: Vec<String> = lines.iter().map(|line| look.paint.bold(line)).collect();
    let least = lines.len().min(6);
    Piece::text(lines, 1, least)
}

/// What stands there now, where the place to answer does not show it.
fn current(screen: &Screen) -> Option<String> {
    let shown = matches!(
        screen.prompt.ask,
        Ask::Text { .. } | Ask::Notice | Ask::Menu(_)
    );
    let now = screen.prompt.current.as_ref().filter(|_| !shown)?;
    Some(nl().terminal.now(now))
}

fn refused<'a>(screen: &Screen, area: &Area<'_>, look: Look) -> Option<Piece<'a>> {
    let refusal = screen.refusal.as_ref().map(ToString::to_string);
    let text = area.message.clone().or(refusal)?;
    let lines = bullet("! ", &text, look);
    let lines: Vec<String> = lines.iter().map(|line| look.paint.danger(line)).collect();
    let least = lines.len();
    Some(Piece::text(lines, 2, least))
}

/// A question beside the interview itself: its text, what it is about, the choices.
pub(super) fn asked(question: &str, about: &str, pick: &Pick, look: Look) -> Frame {
    let lines = fold_lines(question, look.columns);
    let lines: Vec<String> = lines.iter().map(|line| look.paint.bold(line)).collect();
    let wants = pick.draw(look.columns, usize::MAX, look.paint).len();
    let how = nl().terminal.how_letter(nl().terminal.how_choice());
    let how = fold_lines(&how, look.columns);
    let pieces = [
        Piece::text(lines, 0, 4),
        Piece::text(fold_lines(about, look.columns), 2, 2),
        Piece::drawn(wants, wants, 1, |most| {
            pick.draw(look.columns, most, look.paint)
        }),
        Piece::text(how.iter().map(|line| look.paint.dim(line)).collect(), 3, 1),
    ];
    Frame {
        lines: stack(&pieces, look.rows).lines,
        cursor: None,
    }
}

/// A text with signs before its first line, and as much space before the others.
fn bullet(lead: &str, text: &str, look: Look) -> Vec<String> {
    let room = look.columns.saturating_sub(lead.len());
    let other = if lead.starts_with('|') {
        lead.to_owned()
    } else {
        " ".repeat(lead.len())
    };
    fold_lines(text, room)
        .iter()
        .enumerate()
        .map(|(at, line)| format!("{}{line}", if at == 0 { lead } else { &other }))
        .collect()
}
