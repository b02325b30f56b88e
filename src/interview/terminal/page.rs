//! A screen of the interview as a frame: header, texts, the questions so far, the question that is asked now with all that
//! belongs to it, the place to answer, and the keys. Pure: knows no terminal and no key.

use std::cell::Cell;

use super::cluster::{clip, fold_lines, width};
use super::field::{fields, offered, shows_kept};
use super::frame::{Above, Frame, LATER, Look, Piece, stack};
use super::pick::Pick;
use super::question::{danger, numbered, question, refused};
use crate::interview::{Notice, Screen};
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
    /// The texts that are shown wholly, and those that are not.
    pub(super) whole: Vec<String>,
    pub(super) cut: Vec<String>,
}

/// Puts a screen together in the room there is.
pub(super) fn compose(screen: &Screen, area: &Area<'_>, look: Look) -> Composed {
    let cursor = Cell::new(None);
    let got = Cell::new(0);
    let mut pieces = vec![header(screen, look)];
    // Danger first, whatever else there is to know.
    let notices = |danger| {
        screen
            .notices
            .iter()
            .filter(move |one| one.danger == danger)
    };
    pieces.extend(notices(true).map(|one| notice_piece(one, look).says(&one.text)));
    if let Some(about) = &screen.about {
        pieces.push(Piece::text(fold_lines(about, look.columns), LATER, 0).says(about));
    }
    pieces.extend(notices(false).map(|one| notice_piece(one, look).says(&one.text)));
    pieces.extend(fields(screen, look));
    pieces.extend(offered(screen, look));
    let said = screen
        .kept
        .iter()
        .filter(|_| !shows_kept(screen))
        .chain(&screen.remarks);
    let said: Vec<String> = said.flat_map(|text| bullet("* ", text, look)).collect();
    pieces.push(Piece::text(said, 5, 2));
    pieces.extend(question(screen, area, look));
    pieces.extend(refused(screen, area, look));
    let at = pieces.len();
    let place = Piece::drawn(area.wants, area.least, 3, |most| {
        let (lines, place) = (area.draw)(most);
        cursor.set(place);
        got.set(most);
        lines
    });
    pieces.push(place.above(Above::Space));
    let dim = area.footer.iter();
    let dim = dim.flat_map(|line| fold_lines(line, look.columns));
    let dim: Vec<String> = dim.map(|line| look.paint.dim(&line)).collect();
    pieces
        .push(Piece::drawn(dim.len(), 4, 0, move |most| dim[..most].to_vec()).above(Above::Space));
    let stacked = stack(&pieces, look.rows);
    let start = stacked.starts[at];
    Composed {
        area: (start, got.get()),
        frame: Frame {
            lines: stacked.lines,
            cursor: cursor.get().map(|(row, column)| (start + row, column)),
        },
        whole: stacked.whole,
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
    let titled = screen.titled();
    if width(&titled) <= room {
        let space = " ".repeat(look.columns - width(&titled) - width(&far));
        let title = look.paint.bold(&titled);
        lines.push(
            format!("{title}{space}{}", look.paint.dim(&far))
                .trim_end()
                .to_owned(),
        );
    } else {
        let title = fold_lines(&titled, look.columns);
        lines.extend(title.iter().map(|line| look.paint.bold(line)));
        if !far.is_empty() {
            lines.push(look.paint.dim(&far));
        }
    }
    if let Some(row) = &screen.row {
        // What was given is what is asked about: it is read whole, as long as room is left for the question.
        let mut folded = fold_lines(row, look.columns);
        let most = (look.rows / 5).max(1);
        if folded.len() > most {
            folded.truncate(most - 1);
            let said: usize = folded.iter().map(|line| line.chars().count() + 1).sum();
            let rest: String = row.chars().skip(said).collect();
            folded.push(clip(&rest, look.columns));
        }
        lines.extend(folded.iter().map(|line| look.paint.bold(line)));
    }
    lines.push("-".repeat(look.columns));
    let count = lines.len();
    Piece::drawn(count, count, 0, move |most| lines[..most].to_vec())
}

fn notice_piece<'a>(notice: &Notice, look: Look) -> Piece<'a> {
    if !notice.danger {
        return Piece::text(bullet("| ", &notice.text, look), LATER + 1, 1);
    }
    danger(&notice.text, &notice.phones, look)
}

/// A question beside the interview itself: its text, what it is about, the choices.
pub(super) fn asked(question: &str, about: &str, pick: &Pick, look: Look) -> Frame {
    let lines = fold_lines(question, look.columns);
    let lines: Vec<String> = lines.iter().map(|line| look.paint.bold(line)).collect();
    let wants = pick.draw(look.columns, usize::MAX, look.paint).len();
    let how = nl().terminal.how_letter();
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
pub(super) fn bullet(lead: &str, text: &str, look: Look) -> Vec<String> {
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
