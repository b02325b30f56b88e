//! From pieces to pages: what belongs together stays together, no heading stands alone at the foot of a page, and a table
//! that goes on has its head again.

use super::piece::{Item, Mark, Piece};

/// A4, in points.
pub(super) const A4: (f32, f32) = (595.28, 841.89);
/// Where the text of a page begins.
pub(super) const LEFT: f32 = 48.0;
pub(super) const TOP: f32 = 48.0;
/// How high the text of a page may be.
pub(super) const ROOM: f32 = 730.0;

/// A page with what is drawn on it, in places from the left and the top of its text.
#[derive(Default)]
pub(super) struct Page {
    pub marks: Vec<Mark>,
    /// Where a reader may jump to: the level, the words, how far from the top.
    pub bookmarks: Vec<(usize, String, f32)>,
}

/// The pages of these pieces; always at least one.
pub(super) fn pages(items: Vec<Item>) -> Vec<Page> {
    let mut pages = vec![Page::default()];
    let mut y = 0.0;
    let mut run: Vec<Piece> = Vec::new();
    for item in items {
        match item {
            Item::Piece(piece) => {
                let holds = piece.holds;
                run.push(piece);
                if !holds {
                    place(std::mem::take(&mut run), &mut pages, &mut y);
                }
            }
            Item::NewPage => {
                place(std::mem::take(&mut run), &mut pages, &mut y);
                if y > 0.0 {
                    pages.push(Page::default());
                    y = 0.0;
                }
            }
        }
    }
    place(run, &mut pages, &mut y);
    if pages.len() > 1 && pages.last().is_some_and(|last| last.marks.is_empty()) {
        pages.pop();
    }
    pages
}

/// Places pieces that belong together: on this page, else on the next, else broken.
fn place(run: Vec<Piece>, pages: &mut Vec<Page>, y: &mut f32) {
    let whole: f32 = run.iter().map(|piece| piece.before + piece.height).sum();
    if *y > 0.0 && *y + whole > ROOM && whole <= ROOM {
        next(run.first(), pages, y);
    }
    for piece in run {
        if *y > 0.0 && *y + piece.before + piece.height > ROOM {
            next(Some(&piece), pages, y);
        }
        let Some(page) = pages.last_mut() else {
            return;
        };
        if !page.marks.is_empty() {
            *y += piece.before;
        }
        if let Some((level, text)) = piece.bookmark.clone() {
            page.bookmarks.push((level, text, *y));
        }
        let height = piece.height;
        page.marks.extend(piece.moved(0.0, *y).marks);
        *y += height;
    }
}

/// A new page, with the head of the table that goes on.
fn next(piece: Option<&Piece>, pages: &mut Vec<Page>, y: &mut f32) {
    let mut page = Page::default();
    *y = 0.0;
    if let Some(head) = piece.and_then(|piece| piece.head.as_ref()) {
        page.marks.extend(head.marks.iter().cloned());
        *y = head.height;
    }
    pages.push(page);
}
