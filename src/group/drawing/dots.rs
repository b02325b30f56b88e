//! Who chose what: a dot for each voice behind the answer, with the number; the makers' answer and the middle in words.

use super::{SHADES, WIDE, whole};
use crate::drawing::{Drawing, INK, Manner, Shape, Stroke};
use crate::group::Spread;
use crate::text::nl;

const MARGIN: i32 = 8;
const LABEL: i32 = 250;
const DOT: i32 = 12;
const STEP: i32 = 15;
/// More dots than this become one bar.
const MOST: usize = 20;
const WORDS: Manner = Manner::plain(15);
const NUMBER: Manner = Manner::strong(14);

/// The picture of one spread, with the place of the makers' answer where they gave one.
pub fn dots(spread: &Spread, key: Option<usize>) -> Drawing {
    let say = &nl().group;
    let median = spread.median();
    let told = |at: usize| {
        let mut told = vec![spread.counts[at].to_string()];
        if key == Some(at) {
            told.push(say.dots_key());
        }
        if median.is_some_and(|(low, high)| at == low || at == high) {
            told.push(say.dots_median());
        }
        told.join(" · ")
    };
    let options = &spread.matter.scale.options;
    let each = options.iter().enumerate();
    let mut drawing = Drawing {
        title: spread.matter.title(),
        words: each
            .clone()
            .map(|(at, option)| format!("{option}: {}", told(at)))
            .collect(),
        width: WIDE,
        ..Drawing::default()
    };
    let most = spread.counts.iter().copied().max().unwrap_or(0);
    let room = WIDE - LABEL - 2 * MARGIN - 150;
    let mut y = 6;
    for (at, option) in each {
        let high = WORDS.height(option, LABEL - 12).max(STEP + 3) + 6;
        drawing.words((MARGIN, y + 14), LABEL - 12, WORDS, option);
        let count = spread.counts[at];
        let left = MARGIN + LABEL;
        drawing.line(vec![(left - 6, y), (left - 6, y + high)], Stroke::thin());
        let end = if most > MOST {
            let long = whole(count) * room / whole(most);
            bar(&mut drawing, (left, y + 3, long, DOT), 2);
            left + long
        } else {
            for dot in 0..count {
                bar(
                    &mut drawing,
                    (left + whole(dot) * STEP, y + 3, DOT, DOT),
                    DOT / 2,
                );
            }
            left + whole(count) * STEP
        };
        drawing.words((end + 6, y + 14), 400, NUMBER, &told(at));
        y += high;
    }
    drawing.height = y + 6;
    drawing
}

fn bar(drawing: &mut Drawing, (x, y, w, h): (i32, i32, i32, i32), round: i32) {
    drawing.shapes.push(Shape::Box {
        x,
        y,
        w,
        h,
        round,
        fill: Some(SHADES[SHADES.len() - 1].0),
        line: Some(Stroke {
            colour: INK,
            ..Stroke::thin()
        }),
    });
}
