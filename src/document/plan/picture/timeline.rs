//! What was when, and what is still to come: each day that the plan names, from the first to the last. Not to scale.

use chrono::NaiveDate;

use super::{WIDTH, empty};
use crate::document::plan::capital;
use crate::document::plan::field::{people, text};
use crate::drawing::{Drawing, INK, LINE, Manner, PAPER, Shape, Stroke};
use crate::plan::{Field, Plan, number_of};
use crate::text::{day_text, doc};

const DAY: Manner = Manner::strong(12);
const TEXT: Manner = Manner::plain(13);
/// Where the line runs, and where the words begin.
const SPINE: i32 = 142;
const LEFT: i32 = 162;

/// What kind of thing happened; each has its own sign.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Something unsafe: a filled triangle.
    Unsafe,
    /// The plan, or somebody looked: an open box.
    Plan,
    /// Something starts or ends: an open circle, as a round box.
    Help,
}

/// The picture; nothing while the plan names less than two days besides the one it was made on.
pub(in crate::document::plan) fn timeline(plan: &Plan) -> Option<Drawing> {
    let words = &doc().plan_picture;
    let mut all = days(plan);
    all.sort_by_key(|one| (one.0, one.1));
    all.dedup();
    if all.len() < 3 {
        return None;
    }
    let mut out = empty(words.timeline());
    let mut y = 18;
    let mut middles = Vec::new();
    let under = out.shapes.len();
    for (day, kind, what) in &all {
        middles.push((y - 4, *kind));
        let date = day_text(*day);
        out.words((1, y), SPINE - 20, DAY, &date);
        y = out.words((LEFT, y), WIDTH - LEFT - 4, TEXT, what) + 10;
        out.words.push(words.on_day(date, what));
    }
    if let (Some((first, _)), Some((last, _))) = (middles.first(), middles.last()) {
        let line = Shape::Line {
            points: vec![(SPINE, *first), (SPINE, *last)],
            line: Stroke {
                halves: 4,
                ..Stroke::thin()
            },
        };
        out.shapes.insert(under, line);
    }
    for (y, kind) in middles {
        sign(kind, y, &mut out);
    }
    out.height = y - 8;
    Some(out)
}

fn sign(kind: Kind, y: i32, out: &mut Drawing) {
    match kind {
        Kind::Unsafe => out.shapes.push(Shape::Area {
            points: vec![(SPINE - 8, y + 7), (SPINE, y - 8), (SPINE + 8, y + 7)],
            fill: INK,
        }),
        Kind::Plan => out.frame((SPINE - 6, y - 6, 12, 12), PAPER, Stroke::ink(4)),
        Kind::Help => out.shapes.push(Shape::Box {
            x: SPINE - 6,
            y: y - 6,
            w: 12,
            h: 12,
            round: 6,
            fill: Some(PAPER),
            line: Some(Stroke {
                colour: LINE,
                ..Stroke::ink(4)
            }),
        }),
    }
}

/// Every day that the plan names, with what it is about.
fn days(plan: &Plan) -> Vec<(NaiveDate, Kind, String)> {
    let words = &doc().plan_picture;
    let mut all = Vec::new();
    let mut add = |day: &Field<NaiveDate>, kind, what: String| {
        if let Some(day) = day.known() {
            all.push((*day, kind, capital(&what)));
        }
    };
    let said = |field: &Field<String>| text(field).map(|line| line.text()).unwrap_or_default();
    for one in &plan.situations {
        let called = plan.situation_called(&one.id);
        add(&one.last_time, Kind::Unsafe, words.last_time(called));
    }
    for one in &plan.later.incidents {
        add(&one.date, Kind::Unsafe, words.incident(said(&one.what)));
    }
    for one in &plan.conditions {
        add(&one.met_on, Kind::Plan, words.looked(number_of(&one.id)));
    }
    for one in &plan.later.risk_factors {
        let what = said(&one.what);
        let help = text(&one.help).map_or_else(|| what.clone(), |line| line.text());
        add(&one.starts, Kind::Help, words.help_starts(help));
        add(&one.gone_on, Kind::Help, words.gone(&what));
    }
    for one in &plan.later.recoveries {
        let who = people(plan, &one.who)
            .map(|line| line.text())
            .unwrap_or_default();
        add(&one.starts, Kind::Help, words.recovery_starts(who));
    }
    for one in &plan.later.directors {
        add(&one.from, Kind::Plan, words.director_from(said(&one.who)));
        add(&one.until, Kind::Plan, words.director_until(said(&one.who)));
    }
    add(&plan.review.date, Kind::Plan, words.review());
    add(&plan.head.valid_until, Kind::Plan, words.valid_until());
    add(&plan.later.aftercare.date, Kind::Plan, words.contact());
    all.push((plan.head.made_on, Kind::Plan, capital(&words.made())));
    all
}
