//! Figures in columns where these fit, else one list after the other.

use crate::text::{indent, wrap};

/// Between two columns.
const GAP: usize = 2;

/// A line for the head and each row. The first cell is a name; the others are figures, to the right.
pub(super) fn lines(head: &[String], rows: &[Vec<String>], width: usize) -> String {
    let long = |text: &String| text.chars().count();
    let widths: Vec<usize> = (0..head.len())
        .map(|at| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(long);
            cells.chain([long(&head[at])]).max().unwrap_or(0)
        })
        .collect();
    let whole = widths.iter().sum::<usize>() + GAP * head.len().saturating_sub(1);
    if whole > width {
        return records(head, rows, width);
    }
    let line = |cells: &[String]| {
        let mut line = String::new();
        for (at, (cell, width)) in cells.iter().zip(&widths).enumerate() {
            let space = " ".repeat(width - long(cell));
            if at == 0 {
                line.push_str(&format!("{cell}{space}"));
            } else {
                line.push_str(&format!("{}{space}{cell}", " ".repeat(GAP)));
            }
        }
        line.trim_end().to_owned()
    };
    let rows = rows.iter().map(|row| line(row));
    std::iter::once(line(head))
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\n")
}

fn records(head: &[String], rows: &[Vec<String>], width: usize) -> String {
    let mut lines = Vec::new();
    for row in rows {
        let Some((name, figures)) = row.split_first() else {
            continue;
        };
        lines.push(wrap(name, width));
        let figures = figures.iter().zip(&head[1..]);
        let figures: Vec<String> = figures
            .map(|(figure, head)| format!("{head} {figure}"))
            .collect();
        lines.push(indent(&figures.join(", "), width, 2));
    }
    lines.join("\n")
}
