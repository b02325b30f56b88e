//! Where a group came apart: a square for each question of each row, the darker the more pairs differ; the number stands in it.

use super::{SHADES, WIDE, whole};
use crate::answer::RowId;
use crate::drawing::{Drawing, Manner, Stroke};
use crate::group::Spread;
use crate::questionnaire::QuestionIx;
use crate::text::nl;

const MARGIN: i32 = 8;
const LABEL: i32 = 240;
const SMALL: Manner = Manner::plain(13);
const HEAD: Manner = Manner::strong(12);
const NUMBER: Manner = Manner::strong(14).middle();

/// The picture; nothing where nobody can be compared.
pub fn heat(title: &str, spreads: &[&Spread]) -> Option<Drawing> {
    let compared: Vec<&Spread> = spreads
        .iter()
        .copied()
        .filter(|one| one.differing().is_some())
        .collect();
    if compared.is_empty() {
        return None;
    }
    let say = &nl().group;
    let mut drawing = Drawing {
        title: say.heat_title(title),
        words: compared
            .iter()
            .filter_map(|one| Some(say.heat_words(one.matter.title(), one.differing()?)))
            .collect(),
        width: WIDE,
        ..Drawing::default()
    };
    let mut y = drawing.words((MARGIN, 20), WIDE - 2 * MARGIN, SMALL, &say.heat_about());
    y += 8;
    for group in groups(&compared) {
        y = draw(&mut drawing, &group, y) + 14;
    }
    drawing.height = y;
    Some(drawing)
}

/// What stands in one block: the questions of the same rows; each question without rows stands alone.
fn groups<'a>(spreads: &[&'a Spread]) -> Vec<Vec<&'a Spread>> {
    let mut found: Vec<Vec<&Spread>> = Vec::new();
    for one in spreads {
        let list = list_of(one);
        match found.last_mut().filter(|last| list_of(last[0]) == list) {
            Some(last) => last.push(one),
            None => found.push(vec![one]),
        }
    }
    found
}

fn list_of(one: &Spread) -> Option<&str> {
    let id = &*one.matter.key.question.0;
    one.matter.key.row.as_ref()?;
    id.rsplit_once('/').map(|(list, _)| list)
}

fn draw(drawing: &mut Drawing, group: &[&Spread], top: i32) -> i32 {
    let in_rows = list_of(group[0]).is_some();
    if !in_rows {
        return group.iter().fold(top, |y, one| {
            row(
                drawing,
                &one.matter.title(),
                &[Some(one)],
                WIDE - MARGIN - 120,
                y,
            )
        });
    }
    let mut questions: Vec<QuestionIx> = Vec::new();
    let mut rows: Vec<&RowId> = Vec::new();
    for one in group {
        if !questions.contains(&one.matter.question) {
            questions.push(one.matter.question);
        }
        if let Some(id) = one.matter.key.row.as_ref().filter(|id| !rows.contains(id)) {
            rows.push(id);
        }
    }
    let wide = (WIDE - 2 * MARGIN - LABEL) / whole(questions.len().max(1));
    let mut y = top;
    let mut deepest = top;
    for (at, question) in questions.iter().enumerate() {
        let asked = group.iter().find(|one| one.matter.question == *question);
        let asked = asked.map_or("", |one| &one.matter.asked);
        let x = MARGIN + LABEL + whole(at) * wide;
        deepest = deepest.max(drawing.words((x + 4, top + 12), wide - 10, HEAD, asked));
    }
    y = y.max(deepest);
    for id in rows {
        let of = |question: &QuestionIx| {
            group.iter().copied().find(|one| {
                one.matter.question == *question && one.matter.key.row.as_ref() == Some(id)
            })
        };
        let cells: Vec<Option<&Spread>> = questions.iter().map(of).collect();
        let about = cells.iter().flatten().next();
        let about = about.and_then(|one| one.matter.about.clone());
        y = row(
            drawing,
            &about.unwrap_or_default(),
            &cells,
            MARGIN + LABEL,
            y,
        );
    }
    y
}

/// One row: what it is about, and its squares from `x` on.
fn row(drawing: &mut Drawing, about: &str, cells: &[Option<&Spread>], x: i32, y: i32) -> i32 {
    let label = x - MARGIN - 10;
    let high = SMALL.height(about, label).max(20) + 8;
    drawing.words((MARGIN, y + 16), label, SMALL, about);
    let wide = (WIDE - MARGIN - x) / whole(cells.len().max(1));
    for (at, cell) in cells.iter().enumerate() {
        let Some(many) = cell.and_then(Spread::differing) else {
            continue;
        };
        let (fill, ink) = SHADES[many.div_ceil(25).min(SHADES.len() - 1)];
        let left = x + whole(at) * wide;
        drawing.frame((left + 2, y + 2, wide - 4, high - 4), fill, Stroke::thin());
        let middle = (left + wide / 2, y + high / 2 + 5);
        let text = nl().group.heat_cell(many);
        drawing.words(middle, wide, NUMBER.coloured(ink), &text);
    }
    y + high
}
