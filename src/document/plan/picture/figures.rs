//! How safe each says it is, through time: one line for each person, never one for all together.

use chrono::NaiveDate;

use super::{WIDTH, count, empty};
use crate::document::plan::capital;
use crate::drawing::{Drawing, LINE, Manner, PALE, Shape, Stroke};
use crate::plan::{Measurement, Plan};
use crate::text::{day_text, doc};

const NAME: Manner = Manner::strong(13);
const SMALL: Manner = Manner::plain(12);
const FIGURE: Manner = Manner::strong(13);
/// Where the lines are drawn, and how high.
const LEFT: i32 = 170;
const RIGHT: i32 = WIDTH - 60;
const HIGH: i32 = 72;
/// Where nothing says how far the scale goes.
const HIGHEST: i64 = 10;

/// What one person said, by day.
struct Row<'p> {
    who: String,
    said: Vec<(NaiveDate, i64, &'p Measurement)>,
}

/// The picture; nothing while nobody gave a figure with a day.
pub(in crate::document::plan) fn figures(plan: &Plan) -> Option<Drawing> {
    let words = &doc().plan_picture;
    let rows = rows(plan);
    let days = || rows.iter().flat_map(|row| row.said.iter().map(|one| one.0));
    let (first, last) = (days().min()?, days().max()?);
    let highest = |one: &Measurement| one.figure.known().and_then(|rate| rate.highest);
    let all = rows.iter().flat_map(|row| row.said.iter());
    let highest = all
        .filter_map(|(.., one)| highest(one))
        .max()
        .unwrap_or(HIGHEST)
        .max(1);
    let mut out = empty(words.figures());
    let mut y = 8;
    for row in &rows {
        draw(row, (first, last), highest, y, &mut out);
        y += HIGH + 34;
    }
    out.words((LEFT, y + 4), 160, SMALL, &day_text(first));
    if last > first {
        out.words((RIGHT - 60, y + 4), 160, SMALL, &day_text(last));
    }
    out.height = y + 14;
    Some(out)
}

fn rows(plan: &Plan) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for one in &plan.later.measurements {
        let (Some(day), Some(rate)) = (one.date.known(), one.figure.known()) else {
            continue;
        };
        let who = capital(&plan.names(&one.who));
        match rows.iter_mut().find(|row| row.who == who) {
            Some(row) => row.said.push((*day, rate.number, one)),
            None => rows.push(Row {
                who,
                said: vec![(*day, rate.number, one)],
            }),
        }
    }
    for row in &mut rows {
        row.said.sort_by_key(|one| one.0);
    }
    rows
}

fn draw(
    row: &Row<'_>,
    (first, last): (NaiveDate, NaiveDate),
    highest: i64,
    top: i32,
    out: &mut Drawing,
) {
    let words = &doc().plan_picture;
    out.shapes.push(Shape::Box {
        x: LEFT - 14,
        y: top,
        w: RIGHT - LEFT + 44,
        h: HIGH + 14,
        round: 3,
        fill: Some(PALE),
        line: Some(Stroke::thin()),
    });
    out.words((1, top + 34), LEFT - 56, NAME, &row.who);
    let whole = (last - first).num_days().max(1);
    let place = |day: NaiveDate, figure: i64| {
        let wide = i64::from(RIGHT - LEFT);
        let x = LEFT + i32::try_from((day - first).num_days() * wide / whole).unwrap_or(0);
        let up = figure.clamp(0, highest) * i64::from(HIGH - 20) / highest;
        (x, top + HIGH - i32::try_from(up).unwrap_or(0))
    };
    for (figure, y) in [(highest, top + 20), (0, top + HIGH)] {
        out.words((LEFT - 46, y + 4), 30, SMALL, &figure.to_string());
        let line = Stroke {
            halves: 1,
            colour: LINE,
            ..Stroke::thin()
        };
        out.line(vec![(LEFT - 14, y), (RIGHT + 30, y)], line);
    }
    let points: Vec<(i32, i32)> = row
        .said
        .iter()
        .map(|(day, figure, _)| place(*day, *figure))
        .collect();
    if points.len() > 1 {
        out.line(points.clone(), Stroke::ink(4));
    }
    for ((x, y), (_, figure, _)) in points.iter().zip(&row.said) {
        out.shapes.push(Shape::Box {
            x: x - 5,
            y: y - 5,
            w: 10,
            h: 10,
            round: 5,
            fill: Some(crate::drawing::INK),
            line: None,
        });
        out.words((x + 9, y - 6), 40, FIGURE, &figure.to_string());
    }
    let said = row
        .said
        .iter()
        .map(|(day, figure, _)| words.figure_on(figure, day_text(*day)));
    let said: Vec<String> = said.collect();
    out.words.push(words.figures_of(
        &row.who,
        said.join(", "),
        count(usize::try_from(highest).unwrap_or(10)),
    ));
}
