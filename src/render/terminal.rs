//! The same page for the screen: bold where colour may be used, tables with lines.

use comfy_table::presets::ASCII_BORDERS_ONLY_CONDENSED;
use comfy_table::{ContentArrangement, Table as Grid};

use super::text::Paper;
use crate::document::{Document, Table};
use crate::plain::one_line;

/// The document in lines of at most `width` columns; without `colour` nothing but words.
pub fn terminal(document: &Document, width: usize, colour: bool) -> String {
    let paper = Paper {
        width,
        strong: if colour { bold } else { str::to_owned },
        table,
    };
    paper.document(document)
}

/// Each line on its own, so that what stands beside it is not bold too.
fn bold(text: &str) -> String {
    text.split('\n')
        .map(|line| format!("\u{1b}[1m{line}\u{1b}[0m"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn table(table: &Table, width: usize) -> String {
    let mut grid = Grid::new();
    grid.load_style(ASCII_BORDERS_ONLY_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(width).unwrap_or(u16::MAX))
        .set_header(table.head.iter().map(|cell| one_line(cell)));
    for row in &table.rows {
        grid.add_row(row.iter().map(|cell| one_line(&cell.text())));
    }
    let lines = grid.lines();
    lines
        .map(|line| line.trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}
