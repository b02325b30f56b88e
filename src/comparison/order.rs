//! What moved in an order: which rows a person put higher or lower, into the first places or out of them; and which rows
//! the ratings put elsewhere.

use super::Side;
use crate::answer::{RowId, Value};
use crate::engine::{Climb, Picture, View};
use crate::questionnaire::{Kind, QuestionId, QuestionIx};

/// One row that moved; places count from one, none is no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The row.
    pub row: RowId,
    /// Where it stood.
    pub then: Option<usize>,
    /// Where it stands.
    pub now: Option<usize>,
}

/// What moved in one order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderMove {
    /// The question that asks for the order.
    pub question: QuestionId,
    /// How many places it asks for: the first three of a TOP-3.
    pub top: usize,
    /// The rows that moved: by the place that they have now, then those that have none.
    pub places: Vec<Place>,
}

/// The rows that certainly, possibly or not belong among the first, other than they did. Of two lists it cannot be said.
pub(super) fn climbs(then: &Side<'_>, now: &Side<'_>) -> Vec<Climb> {
    if then.list.version != now.list.version {
        return Vec::new();
    }
    let [then, now_picture] = [then, now].map(|side| Picture::of(&side.view()));
    then.moves(&now_picture, now.list).climbs
}

/// What moved in the orders that both lists ask for.
pub(super) fn moves(then: &Side<'_>, now: &Side<'_>) -> Vec<OrderMove> {
    let (before, after) = (then.view(), now.view());
    let mut moved = Vec::new();
    for at in now.list.question_indexes() {
        let asked = now.list.question(at);
        let Kind::Ranking { at_most, .. } = asked.kind else {
            continue;
        };
        let Some(old) = then
            .list
            .find(&asked.id.0)
            .filter(|at| matches!(then.list.question(*at).kind, Kind::Ranking { .. }))
        else {
            continue;
        };
        let (was, is) = (order(&before, old), order(&after, at));
        let place =
            |of: &[RowId], row: &RowId| of.iter().position(|one| one == row).map(|at| at + 1);
        let gone = was.iter().filter(|row| !is.contains(row));
        let places: Vec<Place> = is
            .iter()
            .chain(gone)
            .map(|row| Place {
                row: row.clone(),
                then: place(&was, row),
                now: place(&is, row),
            })
            .filter(|place| place.then != place.now)
            .collect();
        if !places.is_empty() {
            moved.push(OrderMove {
                question: asked.id.clone(),
                top: at_most,
                places,
            });
        }
    }
    moved
}

/// The order as it counts: of rows that are there, when the question belongs.
fn order(view: &View<'_>, at: QuestionIx) -> Vec<RowId> {
    let asked = view.list.question(at);
    let Kind::Ranking { list, .. } = asked.kind else {
        return Vec::new();
    };
    if !view.visible(at, None).possible() || !view.visible(list, None).possible() {
        return Vec::new();
    }
    let there = view.answers.rows(&view.list.question(list).id);
    match view
        .answers
        .get(&asked.id, None)
        .map(|answer| &answer.value)
    {
        Some(Value::Rows(rows)) => rows
            .iter()
            .filter(|row| there.is_some_and(|there| there.ids.contains(row)))
            .cloned()
            .collect(),
        _ => Vec::new(),
    }
}
