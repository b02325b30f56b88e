//! How wide the columns of a table become in a text processor: by what stands in them, in thousandths of the whole.

use crate::document::Table;
use crate::plain::one_line;

/// The whole.
pub(super) const WHOLE: usize = 1000;
/// A column is never narrower.
const LEAST: usize = 60;

/// The share of each column; together the whole.
pub(super) fn shares(table: &Table) -> Vec<usize> {
    let count = table.head.len().max(1);
    let weight = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let texts = cells
            .map(|cell| cell.text())
            .chain(table.head.get(at).cloned());
        let (mut longest, mut word) = (0, 0);
        for text in texts {
            let text = one_line(&text);
            longest = longest.max(text.chars().count());
            let words = text.split([' ', '-', '/']).map(|one| one.chars().count());
            word = word.max(words.max().unwrap_or(0));
        }
        // A long text does not take all: it counts by its square root.
        word * 8 + (longest * 100).isqrt() * 3 + 10
    };
    let weights: Vec<usize> = (0..count).map(weight).collect();
    let sum = weights.iter().sum::<usize>().max(1);
    let free = WHOLE.saturating_sub(LEAST * count);
    let mut shares: Vec<usize> = weights
        .iter()
        .map(|weight| LEAST.min(WHOLE / count) + free * weight / sum)
        .collect();
    let left = WHOLE.saturating_sub(shares.iter().sum());
    if let Some(last) = shares.last_mut() {
        *last += left;
    }
    shares
}
