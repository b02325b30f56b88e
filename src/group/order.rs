//! In what order everybody put things: who came first, how alike the orders are.

use super::matter::Subject;
use super::{ENOUGH, Voice};
use crate::agreement::{Undefined, concordance, distance, overlap};
use crate::answer::{RowId, Value};
use crate::questionnaire::{Kind, QuestionIx};

/// The orders that a group gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The question.
    pub question: QuestionIx,
    /// What was asked.
    pub asked: String,
    /// What was ordered: its id and its text; most often put first, first.
    pub things: Vec<(RowId, String)>,
    /// Of each of those, how often it got the first place, the second and so on.
    pub places: Vec<Vec<usize>>,
    /// How many gave an order.
    pub raters: usize,
    /// Of each who did: who, and what they put where.
    pub given: Vec<(usize, Vec<RowId>)>,
    /// Kendall's W; nothing below five raters.
    pub w: Option<Result<f64, Undefined>>,
    /// The mean of Kendall's distance between each two; nothing below five raters.
    pub distance: Option<f64>,
    /// How many of three each two have in common, on the mean; nothing below five raters.
    pub overlap: Option<f64>,
    /// The makers' order.
    pub key: Option<Vec<RowId>>,
    /// The distance to it, and how many of three are in common, on the mean; nothing below five raters, where it would be
    /// somebody's mark.
    pub beside_key: Option<(f64, f64)>,
}

/// The order that was asked for, where one was and somebody gave it.
pub fn order(subject: &Subject<'_>, voices: &[&Voice]) -> Option<Order> {
    let list = subject.list;
    let question = list
        .question_indexes()
        .find(|at| matches!(list.question(*at).kind, Kind::Ranking { .. }))?;
    let asked = list.question(question);
    let Kind::Ranking {
        list: of, at_most, ..
    } = &asked.kind
    else {
        return None;
    };
    let ranked = |value: &Value| match value {
        Value::Rows(rows) if !rows.is_empty() => Some(rows.clone()),
        _ => None,
    };
    let given: Vec<(usize, Vec<RowId>)> = voices
        .iter()
        .enumerate()
        .filter_map(|(who, voice)| Some((who, ranked(&voice.answers.get(&asked.id, None)?.value)?)))
        .collect();
    if given.is_empty() {
        return None;
    }
    let rows = subject.laid.rows(&list.question(*of).id);
    let mut ids: Vec<RowId> = rows.map_or_else(Vec::new, |rows| rows.ids.clone());
    if ids.is_empty() {
        ids = given.iter().flat_map(|(_, rows)| rows.clone()).collect();
        ids.sort_by_key(|row| (row.0.len(), row.0.clone()));
        ids.dedup();
    }
    let deepest = given.iter().map(|(_, rows)| rows.len()).max().unwrap_or(0);
    let deep = deepest.max((*at_most).min(ids.len()));
    let places = |id: &RowId| -> Vec<usize> {
        let at = |place: usize| {
            let there = |(_, rows): &&(usize, Vec<RowId>)| rows.get(place) == Some(id);
            given.iter().filter(there).count()
        };
        (0..deep).map(at).collect()
    };
    let mut things: Vec<(Vec<usize>, RowId)> =
        ids.iter().map(|id| (places(id), id.clone())).collect();
    // More first places first; the sort is stable, so the order of the case decides between equals.
    things.sort_by(|(one, _), (other, _)| other.cmp(one));
    let ranking = |rows: &[RowId]| -> Vec<Option<u32>> {
        let place = |id: &RowId| rows.iter().position(|row| row == id);
        ids.iter()
            .map(|id| place(id).and_then(|at| u32::try_from(at).ok()))
            .collect()
    };
    let rankings: Vec<Vec<Option<u32>>> = given.iter().map(|(_, rows)| ranking(rows)).collect();
    let pairs = || {
        let each = rankings.iter().enumerate();
        each.flat_map(|(at, one)| rankings[at + 1..].iter().map(move |other| (one, other)))
    };
    let enough = given.len() >= ENOUGH;
    let key = subject
        .key
        .and_then(|case| ranked(&case.key.answers.get(&asked.id, None)?.value));
    let beside_key = key.as_ref().filter(|_| enough).and_then(|rows| {
        let makers = ranking(rows);
        let apart = rankings
            .iter()
            .filter_map(|one| distance(one, &makers).ok());
        let same = rankings.iter().map(|one| count(overlap(one, &makers)));
        Some((mean(apart)?, mean(same)?))
    });
    // Below five the pairs are two people beside each other.
    let of_pairs = |found: Option<f64>| found.filter(|_| enough);
    Some(Order {
        question,
        asked: asked.text.nl.clone(),
        places: things.iter().map(|(places, _)| places.clone()).collect(),
        things: things
            .into_iter()
            .map(|(_, id)| {
                let told = told(subject, *of, &id);
                (id, told)
            })
            .collect(),
        raters: given.len(),
        w: enough.then(|| concordance(&rankings)),
        distance: of_pairs(mean(
            pairs().filter_map(|(one, other)| distance(one, other).ok()),
        )),
        overlap: of_pairs(mean(pairs().map(|(one, other)| count(overlap(one, other))))),
        given,
        key,
        beside_key,
    })
}

fn told(subject: &Subject<'_>, list: QuestionIx, row: &RowId) -> String {
    subject.told(list, row)
}

fn mean(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, many) = numbers.fold((0.0, 0.0), |(sum, many), one| (sum + one, many + 1.0));
    (many > 0.0).then(|| sum / many)
}

fn count(many: usize) -> f64 {
    u32::try_from(many).map_or(f64::MAX, f64::from)
}
