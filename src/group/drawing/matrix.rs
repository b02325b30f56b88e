//! Questions with the same answers under each other: a row for each, a column for each answer, and in each square how many
//! chose it. Of terms it shows who calls what by which word.

use super::{SHADES, WIDE, whole};
use crate::drawing::{Drawing, Manner, Stroke};
use crate::group::Spread;

const MARGIN: i32 = 8;
const LABEL: i32 = 260;
const SMALL: Manner = Manner::plain(13);
const HEAD: Manner = Manner::strong(12).middle();
const NUMBER: Manner = Manner::strong(14).middle();

/// The picture of questions that have the same answers.
pub fn matrix(title: &str, spreads: &[&Spread]) -> Drawing {
    let mut drawing = Drawing {
        title: title.to_owned(),
        width: WIDE,
        ..Drawing::default()
    };
    let Some(first) = spreads.first() else {
        return drawing;
    };
    let options = &first.matter.scale.options;
    let wide = (WIDE - 2 * MARGIN - LABEL) / whole(options.len().max(1));
    let left = |at: usize| MARGIN + LABEL + whole(at) * wide;
    let mut y = 18;
    for (at, option) in options.iter().enumerate() {
        let place = (left(at) + wide / 2, 18);
        y = y.max(drawing.words(place, wide - 6, HEAD, option));
    }
    for spread in spreads {
        let asked = spread.matter.about.as_ref().unwrap_or(&spread.matter.asked);
        let high = SMALL.height(asked, LABEL - 12).max(26) + 8;
        drawing.words((MARGIN, y + 16), LABEL - 12, SMALL, asked);
        let mut told = Vec::new();
        for (at, count) in spread.counts.iter().copied().enumerate() {
            let share = (count * 100).checked_div(spread.answered()).unwrap_or(0);
            let (fill, ink) = SHADES[share.div_ceil(25).min(SHADES.len() - 1)];
            drawing.frame(
                (left(at) + 2, y + 2, wide - 4, high - 4),
                fill,
                Stroke::thin(),
            );
            let place = (left(at) + wide / 2, y + high / 2 + 5);
            drawing.words(place, wide, NUMBER.coloured(ink), &count.to_string());
            if count > 0 {
                told.push(format!("{} {count}", options[at]));
            }
        }
        drawing
            .words
            .push(format!("{} {}", spread.matter.title(), told.join(", ")));
        y += high;
    }
    drawing.height = y + 8;
    drawing
}
