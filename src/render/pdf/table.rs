//! Tables: columns as wide as their words need, rows that stay whole where a page can hold them, and a head that is drawn
//! again on each page.

use std::rc::Rc;

use krilla::tagging::{TableHeaderScope, Tag};

use super::flow::{Flow, Place, WIDTH, rule};
use super::piece::{HEAD, Ink, LINE, Mark, Piece, Whose};
use crate::document::{Line, Table};
use crate::plain::one_line;
use crate::render::words::{Words, lines};

/// Between a line of the table and the words.
const PAD: f32 = 4.0;
/// How thick its lines are.
const THIN: f32 = 0.5;
/// So many lines of one row go on one page at most.
const MOST_LINES: usize = 40;

/// The pieces of a table: its head, and each row.
pub(super) fn pieces(flow: &mut Flow<'_>, table: &Table) -> Vec<Piece> {
    let size = flow.size * 0.93;
    let widths = widths(flow, table, size);
    let whole = flow.tree.add(0, Tag::Table);
    let head = flow.tree.add(whole, Tag::THead);
    let row = flow.tree.add(head, Tag::TR);
    let cells: Vec<(usize, Line)> = table
        .head
        .iter()
        .map(|cell| {
            let part = flow.tree.add(row, Tag::TH(TableHeaderScope::Column));
            (part, Line::strong(one_line(cell)))
        })
        .collect();
    let mut head = laid(flow, &cells, &widths, size);
    for piece in &mut head {
        shade(piece);
        piece.holds = true;
    }
    let again: Vec<Piece> = head.iter().cloned().map(only_looks).collect();
    let again = Rc::new(stacked(again));
    let body = flow.tree.add(whole, Tag::TBody);
    let mut all = head;
    for cells in &table.rows {
        let row = flow.tree.add(body, Tag::TR);
        let cells: Vec<(usize, Line)> = cells
            .iter()
            .map(|cell| (flow.tree.add(row, Tag::TD), cell.clone()))
            .collect();
        let mut row = laid(flow, &cells, &widths, size);
        for piece in &mut row {
            piece.head = Some(Rc::clone(&again));
        }
        all.extend(row);
    }
    all
}

/// A row: one piece, or more where it is too high for a page.
fn laid(flow: &Flow<'_>, cells: &[(usize, Line)], widths: &[f32], size: f32) -> Vec<Piece> {
    let mut x = 0.0;
    let mut columns: Vec<Vec<Piece>> = Vec::new();
    for ((part, line), width) in cells.iter().zip(widths) {
        let place = Place {
            size,
            ..flow.place_of(*part, x + PAD, width - 2.0 * PAD)
        };
        columns.push(flow.lines(line, place));
        x += width;
    }
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows = Vec::new();
    for from in (0..tallest).step_by(MOST_LINES) {
        let mut row = Piece::default();
        let mut high: f32 = 0.0;
        for column in &columns {
            let mut y = PAD * 0.7;
            for line in column.iter().skip(from).take(MOST_LINES) {
                row.marks.extend(line.clone().moved(0.0, y).marks);
                y += line.height;
            }
            high = high.max(y + PAD * 0.7);
        }
        row.height = high;
        framed(&mut row, widths);
        rows.push(row);
    }
    rows
}

/// Lines around the cells. The one above lies on the one below of the row before it.
fn framed(row: &mut Piece, widths: &[f32]) {
    row.marks.push(rule(0.0, 0.0, WIDTH, THIN, LINE));
    row.marks.push(rule(0.0, row.height, WIDTH, THIN, LINE));
    let mut x = 0.0;
    for at in 0..=widths.len() {
        row.marks.push(Mark {
            ink: Ink::Box {
                x,
                y: 0.0,
                w: THIN,
                h: row.height + THIN,
                colour: LINE,
            },
            whose: Whose::Looks,
        });
        x += widths.get(at).copied().unwrap_or(0.0);
        if at + 1 == widths.len() {
            x = WIDTH - THIN;
        }
    }
}

fn shade(piece: &mut Piece) {
    piece
        .marks
        .insert(0, rule(0.0, 0.0, WIDTH, piece.height, HEAD));
}

/// The same, for a page after the first: who hears the table has heard it.
fn only_looks(mut piece: Piece) -> Piece {
    for mark in &mut piece.marks {
        mark.whose = Whose::Page;
    }
    piece
}

fn stacked(pieces: Vec<Piece>) -> Piece {
    let mut one = Piece::default();
    for piece in pieces {
        let height = piece.height;
        one.marks.extend(piece.moved(0.0, one.height).marks);
        one.height += height;
    }
    one
}

/// How wide each column is: never less than its longest word where that can be, and the rest by what stands in it.
fn widths(flow: &Flow<'_>, table: &Table, size: f32) -> Vec<f32> {
    let count = table.head.len().max(1);
    let mut least = vec![0.0_f32; count];
    let mut wish = vec![0.0_f32; count];
    let mut see = |at: usize, line: &[Vec<Words>]| {
        for words in line {
            wish[at] = wish[at].max(flow.fonts.width(words, size));
            for one in words {
                for word in one.text.split_inclusive([' ', '-', '/']) {
                    let word = Words {
                        text: word.trim_end().to_owned(),
                        ..one.clone()
                    };
                    least[at] = least[at].max(flow.fonts.width(&[word], size));
                }
            }
        }
    };
    for (at, cell) in table.head.iter().enumerate() {
        see(at, &[vec![Words::strong(one_line(cell))]]);
    }
    for row in &table.rows {
        for (at, cell) in row.iter().enumerate().take(count) {
            see(at, &lines(cell));
        }
    }
    let pad = 2.0 * PAD + 1.0;
    let all = |widths: &[f32]| widths.iter().sum::<f32>() + pad * count_of(count);
    if all(&wish) <= WIDTH {
        // What is left is shared by what stands in the columns.
        let left = WIDTH - all(&wish);
        let sum = wish.iter().sum::<f32>().max(1.0);
        return wish
            .iter()
            .map(|wide| wide + pad + left * wide / sum)
            .collect();
    }
    if all(&least) >= WIDTH {
        let sum = least.iter().sum::<f32>().max(1.0);
        let room = WIDTH - pad * count_of(count);
        return least.iter().map(|wide| pad + room * wide / sum).collect();
    }
    // A long text does not take all: its wish counts by its square root.
    let left = WIDTH - all(&least);
    let want: Vec<f32> = wish
        .iter()
        .zip(&least)
        .map(|(wish, least)| (wish - least).max(0.0).sqrt())
        .collect();
    let sum = want.iter().sum::<f32>().max(1.0);
    least
        .iter()
        .zip(&want)
        .map(|(least, want)| least + pad + left * want / sum)
        .collect()
}

fn count_of(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
