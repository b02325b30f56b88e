//! What came first: a row for each thing that was ordered, a column for each place, and in each square how many put it there.

use super::{SHADES, WIDE, whole};
use crate::drawing::{Drawing, Manner, Stroke};
use crate::group::Order;
use crate::text::nl;

const MARGIN: i32 = 8;
const LABEL: i32 = 330;
const SMALL: Manner = Manner::plain(13);
const HEAD: Manner = Manner::strong(13).middle();
const NUMBER: Manner = Manner::strong(14).middle();

/// The picture.
pub fn ranks(order: &Order) -> Drawing {
    let say = &nl().group;
    let deep = order.places.first().map_or(0, Vec::len);
    let rest = |places: &[usize]| order.raters - places.iter().sum::<usize>().min(order.raters);
    let mut drawing = Drawing {
        title: say.ranks_title(),
        width: WIDE,
        ..Drawing::default()
    };
    let wide = (WIDE - 2 * MARGIN - LABEL) / whole(deep + 1);
    let left = |at: usize| MARGIN + LABEL + whole(at) * wide;
    let head = |at: usize| {
        if at < deep {
            say.ranks_place(at + 1)
        } else {
            say.ranks_none()
        }
    };
    let mut y = 18;
    for at in 0..=deep {
        drawing.words((left(at) + wide / 2, 18), wide, HEAD, &head(at));
    }
    let tallest = (0..=deep).map(|at| HEAD.height(&head(at), wide)).max();
    y += 12 + tallest.unwrap_or(0) - HEAD.height("1", wide);
    for ((_, told), places) in order.things.iter().zip(&order.places) {
        let high = SMALL.height(told, LABEL - 12).max(26) + 8;
        drawing.words((MARGIN, y + 16), LABEL - 12, SMALL, told);
        let mut words = Vec::new();
        for (at, many) in places.iter().copied().chain([rest(places)]).enumerate() {
            let share = (many * 100).checked_div(order.raters).unwrap_or(0);
            let shade = if at < deep { share.div_ceil(25) } else { 0 };
            let (fill, ink) = SHADES[shade.min(SHADES.len() - 1)];
            drawing.frame(
                (left(at) + 2, y + 2, wide - 4, high - 4),
                fill,
                Stroke::thin(),
            );
            let place = (left(at) + wide / 2, y + high / 2 + 5);
            drawing.words(place, wide, NUMBER.coloured(ink), &many.to_string());
            words.push(say.ranks_cell(head(at), many));
        }
        drawing.words.push(format!("{told} {}", words.join(", ")));
        y += high;
    }
    drawing.height = y + 8;
    drawing
}
