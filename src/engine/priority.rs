//! An order made by people, held against what the list says belongs on top. Points out, never corrects.

use super::View;
use super::truth::Truth;
use crate::answer::{RowId, Value};
use crate::questionnaire::{Kind, QuestionIx, Text};

/// A row that stands under rows that are lighter by the list's own rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The ranking.
    pub ranking: QuestionIx,
    /// The row that the rule says belongs higher.
    pub row: RowId,
    /// The first lighter row that stands above it.
    pub under: RowId,
    /// What to say.
    pub text: Text,
}

/// Every clash in every ranking that has been made. A row that was left out of a ranking stands under all of it.
pub fn clashes(view: &View<'_>) -> Vec<Clash> {
    view.list
        .question_indexes()
        .flat_map(|ranking| in_ranking(view, ranking))
        .collect()
}

fn in_ranking(view: &View<'_>, ranking: QuestionIx) -> Vec<Clash> {
    let asked = view.list.question(ranking);
    let Kind::Ranking {
        list,
        first: Some((rule, text)),
        ..
    } = &asked.kind
    else {
        return Vec::new();
    };
    let Some(Value::Rows(ranked)) = view
        .answers
        .get(&asked.id, None)
        .map(|answer| &answer.value)
    else {
        return Vec::new();
    };
    if ranked.is_empty() || !view.visible(ranking, None).possible() {
        return Vec::new();
    }
    let all = view
        .answers
        .rows(&view.list.question(*list).id)
        .map(|rows| rows.ids.clone())
        .unwrap_or_default();
    let left_out = all.into_iter().filter(|row| !ranked.contains(row));
    let order: Vec<RowId> = ranked.iter().cloned().chain(left_out).collect();
    let heavy = |row: &RowId| view.truth(rule, Some(row)) == Truth::Yes;
    order
        .iter()
        .enumerate()
        .filter(|(_, row)| heavy(row))
        .filter_map(|(at, row)| {
            let under = order[..at]
                .iter()
                .find(|above| view.truth(rule, Some(above)) == Truth::No)?;
            Some(Clash {
                ranking,
                row: row.clone(),
                under: under.clone(),
                text: text.clone(),
            })
        })
        .collect()
}
