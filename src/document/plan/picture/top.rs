//! What must stop, in its order: a card for each situation.

use super::{WIDTH, count, empty};
use crate::document::plan::field::{choice, or_missing, text};
use crate::document::plan::{capital, first};
use crate::drawing::{DANGER, Drawing, INK, Manner, PAPER, Shape, Stroke};
use crate::plan::{Field, Plan, Rate, Situation, YesNo};
use crate::text::doc;

const TEXT: Manner = Manner::plain(13);
const HEAD: Manner = Manner::strong(14);
const SMALL: Manner = Manner::plain(12);
const LEFT: i32 = 64;
const ROOM: i32 = WIDTH - LEFT - 16;

/// The picture; nothing while nothing has a place.
pub(in crate::document::plan) fn top(plan: &Plan) -> Option<Drawing> {
    let words = &doc().plan_picture;
    let mut out = empty(words.top());
    let mut y = 0;
    for (at, one) in plan.ranked().enumerate() {
        y = card(plan, one, at, y, &mut out) + 10;
    }
    out.height = y - 8;
    (y > 0).then_some(out)
}

fn card(plan: &Plan, one: &Situation, at: usize, top: i32, out: &mut Drawing) -> i32 {
    let words = &doc().plan_picture;
    let paper = &doc().plan_paper;
    let place = count(at + 1).to_string();
    let flag = one.red_flag.known() == Some(&YesNo::Yes);
    let urgency = choice(&one.urgency).map(|urgency| urgency.text());
    let loud: Vec<String> = [urgency, flag.then(|| paper.red_flag())]
        .into_iter()
        .flatten()
        .collect();
    let loud = capital(&loud.join(", "));
    let what = or_missing(text(&one.what)).text();
    let who = first::who(plan, one)
        .map(|line| line.text())
        .unwrap_or_default();
    // The frame lies under its words, and is known last.
    let under = out.shapes.len();
    let mut y = top + 24;
    if !loud.is_empty() {
        let colour = if flag { DANGER } else { INK };
        y = out.words((LEFT, y), ROOM, HEAD.coloured(colour), &loud) + 1;
    }
    y = out.words((LEFT, y), ROOM, TEXT, &what);
    y = out.words((LEFT, y + 1), ROOM, SMALL, &capital(&who));
    let mut said = vec![words.top_one(&place), loud, what, who];
    for (label, rate) in [
        (paper.severity(), &one.severity),
        (paper.recurrence(), &one.recurrence),
    ] {
        if let Some((line, next)) = scale(&label, rate, y + 3, out) {
            said.push(line);
            y = next;
        }
    }
    let bottom = y + 2;
    let (line, fill) = (
        if flag {
            Stroke {
                colour: DANGER,
                ..Stroke::ink(4)
            }
        } else {
            Stroke::thin()
        },
        PAPER,
    );
    out.shapes.insert(
        under,
        Shape::Box {
            x: 1,
            y: top + 1,
            w: WIDTH - 2,
            h: bottom - top,
            round: 4,
            fill: Some(fill),
            line: Some(line),
        },
    );
    out.words((32, top + 44), 60, Manner::strong(34).middle(), &place);
    said.retain(|one| !one.trim().is_empty());
    let said: Vec<&str> = said
        .iter()
        .map(|one| one.trim().trim_end_matches('.'))
        .collect();
    out.words.push(said.join(". "));
    bottom
}

/// A weighing as so many filled boxes of how many there are, with the number and its meaning in words.
fn scale(label: &str, rate: &Field<Rate>, y: i32, out: &mut Drawing) -> Option<(String, i32)> {
    let words = &doc().plan_picture;
    let rate = rate.known()?;
    let highest = rate.highest.filter(|highest| (1..=10).contains(highest));
    let said = match &rate.label {
        Some(meaning) => words.scale(label, rate.number, meaning),
        None => words.scale_bare(label, rate.number),
    };
    let mut x = LEFT;
    for at in 0..highest.unwrap_or(0) {
        let filled = at < rate.number;
        out.frame(
            (x, y - 10, 12, 12),
            if filled { INK } else { PAPER },
            Stroke::ink(2),
        );
        x += 16;
    }
    let next = out.words((x + 6, y), WIDTH - x - 20, SMALL, &said) + 1;
    Some((said, next))
}
