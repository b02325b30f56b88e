//! Tables in plain text: columns where these fit, else one record a row.

use console::measure_text_width;

use crate::text::wrap;

/// Between two columns.
const GAP: usize = 2;
/// A column is not made narrower than this for the sake of another.
const NARROWEST: usize = 9;

/// The lines of a table in so many columns; nothing where it does not fit readably.
pub(super) fn columns(head: &[String], rows: &[Vec<String>], width: usize) -> Option<Vec<String>> {
    let widths = widths(head, rows, width)?;
    let mut lines = row(head, &widths);
    lines.push(
        widths
            .iter()
            .map(|width| "-".repeat(*width))
            .collect::<Vec<_>>()
            .join(&" ".repeat(GAP)),
    );
    let tall = rows.iter().any(|cells| row(cells, &widths).len() > 1);
    for (at, cells) in rows.iter().enumerate() {
        if tall && at > 0 {
            lines.push(String::new());
        }
        lines.extend(row(cells, &widths));
    }
    Some(lines)
}

/// How wide each column becomes: its own width where there is room, else a fair share, and never less than its longest
/// word or a readable minimum.
fn widths(head: &[String], rows: &[Vec<String>], width: usize) -> Option<Vec<usize>> {
    let cells = |at: usize| {
        rows.iter()
            .filter_map(move |row| row.get(at))
            .chain(head.get(at))
    };
    let widest = |text: &str| text.lines().map(measure_text_width).max().unwrap_or(0);
    let word = |text: &str| {
        text.split_whitespace()
            .map(measure_text_width)
            .max()
            .unwrap_or(0)
    };
    let natural: Vec<usize> = (0..head.len())
        .map(|at| cells(at).map(|cell| widest(cell)).max().unwrap_or(0).max(1))
        .collect();
    let least: Vec<usize> = (0..head.len())
        .map(|at| {
            let word = cells(at).map(|cell| word(cell)).max().unwrap_or(0);
            word.max(NARROWEST).min(natural[at])
        })
        .collect();
    let room = width.checked_sub(GAP * head.len().saturating_sub(1))?;
    if natural.iter().sum::<usize>() <= room {
        return Some(natural);
    }
    let mut left = room.checked_sub(least.iter().sum())?;
    let mut widths = least;
    // One column at a time, the one that is furthest from what it wants.
    while left > 0 {
        let needy = (0..widths.len()).max_by_key(|at| natural[*at] - widths[*at])?;
        if natural[needy] == widths[needy] {
            break;
        }
        widths[needy] += 1;
        left -= 1;
    }
    // A long text in a narrow column reads worse than a record.
    let squeezed = (0..widths.len()).any(|at| natural[at] > widths[at] * 6);
    (!squeezed).then_some(widths)
}

fn row(cells: &[String], widths: &[usize]) -> Vec<String> {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| wrap(cell, *width).lines().map(str::to_owned).collect())
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let mut out = String::new();
            for (cell, width) in wrapped.iter().zip(widths) {
                let text = cell.get(line).map_or("", String::as_str);
                let pad = width.saturating_sub(measure_text_width(text)) + GAP;
                out.push_str(text);
                out.push_str(&" ".repeat(pad));
            }
            out.trim_end().to_owned()
        })
        .collect()
}
