//! Who does what, and who looks along: an arrow for each agreement.

use super::{WIDTH, empty};
use crate::document::plan::capital;
use crate::document::plan::field::{people, text};
use crate::drawing::{Dash, Drawing, Manner, PALE, PAPER, Shape, Stroke};
use crate::plan::{Agreement, Plan, number_of};
use crate::text::doc;

const NAME: Manner = Manner::strong(12);
const SMALL: Manner = Manner::plain(12);
const HEAD: Manner = Manner::plain(12);
/// How wide a box is.
const BOX: i32 = 184;
const RIGHT: i32 = WIDTH - BOX - 1;

/// The picture; nothing while there is no agreement.
pub(in crate::document::plan) fn checks(plan: &Plan) -> Option<Drawing> {
    let words = &doc().plan_picture;
    let mut out = empty(words.checks());
    out.words((1 + BOX / 2, 16), BOX, HEAD.middle(), &words.does());
    out.words((RIGHT + BOX / 2, 16), BOX, HEAD.middle(), &words.looks());
    let mut y = 28;
    for one in &plan.agreements {
        y = row(plan, one, y, &mut out) + 12;
    }
    out.height = y - 10;
    (!plan.agreements.is_empty()).then_some(out)
}

fn row(plan: &Plan, one: &Agreement, top: i32, out: &mut Drawing) -> i32 {
    let words = &doc().plan_picture;
    let number = number_of(&one.id);
    let name = |line: Option<crate::document::Line>| line.map(|line| capital(&line.text()));
    let (doer, checker) = (
        name(people(plan, &one.who)),
        name(people(plan, &one.checker)),
    );
    let often = text(&one.how_often)
        .map(|line| line.text())
        .unwrap_or_default();
    let between = RIGHT - BOX - 24;
    let middle = BOX + (RIGHT - BOX) / 2;
    let label = words.agreement(number);
    let high = |name: &Option<String>| NAME.height(name.as_deref().unwrap_or("-"), BOX - 20) + 18;
    let h = high(&doer)
        .max(high(&checker))
        .max(34 + SMALL.height(&often, between));
    let bottom = top + h;
    for (x, name, fill) in [(1, &doer, PALE), (RIGHT, &checker, PAPER)] {
        let missing = name.is_none();
        let dash = if missing { Dash::Long } else { Dash::None };
        out.shapes.push(Shape::Box {
            x,
            y: top,
            w: BOX,
            h,
            round: 3,
            fill: Some(fill),
            line: Some(Stroke::ink(3).dashed(dash)),
        });
        let text = name.clone().unwrap_or_else(|| words.nobody_yet());
        let manner = if missing { SMALL } else { NAME };
        let up = (h - manner.height(&text, BOX - 20)) / 2;
        out.words((x + 10, top + up + manner.size), BOX - 20, manner, &text);
    }
    let y = top + 26;
    out.arrow((BOX + 5, y), (RIGHT - 4, y));
    out.words((middle, y - 8), between, NAME.middle(), &label);
    out.words((middle, y + 18), between, SMALL.middle(), &often);
    let nobody = || words.nobody_yet();
    let said = words.check(
        number,
        doer.unwrap_or_else(nobody),
        checker.unwrap_or_else(nobody),
    );
    out.words.push(if often.is_empty() {
        said
    } else {
        words.check_often(said, often)
    });
    bottom
}
