//! An order made by people, held against what the list says belongs on top and against their own ratings. Points out, never
//! corrects.

use super::View;
use super::standing::{Table, belongs_on_top};
use super::truth::Truth;
use crate::answer::{RowId, Value};
use crate::questionnaire::{Kind, QuestionIx, Text};

/// A row that stands under a row that is lighter by the list's own rule, or by the ratings people gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The ranking.
    pub ranking: QuestionIx,
    /// The list whose rows it ranks.
    pub list: QuestionIx,
    /// The row that belongs higher.
    pub row: RowId,
    /// The first lighter row that stands above it.
    pub under: RowId,
    /// By what it belongs higher.
    pub ground: Ground,
}

/// By what a row belongs above another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The list's rule for what comes first, and what the list says then.
    Rule(Text),
    /// Its ratings: at least as heavy on every point, and heavier on one, whatever is still missing.
    Ratings,
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
    let Kind::Ranking { list, first, .. } = &asked.kind else {
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
    let all = view.answers.rows(&view.list.question(*list).id);
    let all = all.map_or(&[][..], |rows| &rows.ids);
    let left_out = all.iter().filter(|row| !ranked.contains(row));
    let table = Table::of(view, ranking);
    let on_top = |rule, row| belongs_on_top(view, *list, rule, row);
    let clash = |row: &RowId, under: &RowId, ground| Clash {
        ranking,
        list: *list,
        row: row.clone(),
        under: under.clone(),
        ground,
    };
    ranked
        .iter()
        .chain(left_out)
        .enumerate()
        .filter_map(|(at, row)| {
            // Rows that were left out stand under all that was ranked, and not under each other.
            let mut above = ranked[..at.min(ranked.len())].iter();
            if let Some((rule, text)) = first
                && on_top(rule, row) == Truth::Yes
                && let Some(under) = above.clone().find(|above| on_top(rule, above) == Truth::No)
            {
                return Some(clash(row, under, Ground::Rule(text.clone())));
            }
            let table = table.as_ref()?;
            let own = table.find(row)?;
            let under = above.find(|above| {
                let above = table.find(above);
                above.is_some_and(|above| table.certain(own, above))
            })?;
            Some(clash(row, under, Ground::Ratings))
        })
        .collect()
}
