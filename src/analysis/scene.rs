//! How many rows lists have. A list can get rows without end; looked at are those with none, one and two.

use std::collections::BTreeSet;

use crate::answer::{Answers, RowId, Rows};
use crate::questionnaire::check::Thing;
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};

/// At most so many rows are tried.
pub(super) const MOST_ROWS: usize = 2;
/// At most so many ways of having rows are looked at; with more lists fewer rows.
const MOST_SCENES: usize = 27;

/// The lists among these things.
pub(super) fn lists(list: &Questionnaire, behind: &BTreeSet<Thing>) -> BTreeSet<QuestionIx> {
    let mut found = BTreeSet::new();
    for thing in behind {
        let Thing::Question(at) = thing else { continue };
        let question = list.question(*at);
        found.extend(question.parent);
        match question.kind {
            Kind::List { .. } => _ = found.insert(*at),
            Kind::Row { list, .. } | Kind::Ranking { list, .. } => _ = found.insert(list),
            Kind::Person { .. } => found.extend(list.persons),
            _ => {}
        }
    }
    found
}

/// Every way in which these lists have rows, fewest first; and how many rows at most were tried, where there can be more.
pub(super) fn scenes(
    list: &Questionnaire,
    lists: &BTreeSet<QuestionIx>,
) -> (Vec<Answers>, Option<usize>) {
    let mut most = MOST_ROWS;
    while most > 0
        && (most + 1)
            .checked_pow(u32::try_from(lists.len()).unwrap_or(u32::MAX))
            .is_none_or(|all| all > MOST_SCENES)
    {
        most -= 1;
    }
    let mut bounded = false;
    let mut scenes = vec![Answers::default()];
    for at in lists {
        let question = list.question(*at);
        let limit = match question.kind {
            Kind::List { at_most, .. } => at_most.unwrap_or(usize::MAX),
            _ => 0,
        };
        bounded |= limit > most;
        let mut longer = Vec::new();
        for scene in &scenes {
            for count in 0..=most.min(limit) {
                let mut next = scene.clone();
                let rows = Rows {
                    ids: (1..=count).map(|at| RowId(format!("rij{at}"))).collect(),
                    complete: true,
                };
                next.set_rows(question.id.clone(), rows);
                longer.push(next);
            }
        }
        scenes = longer;
    }
    scenes.sort_by_key(|scene| scene.lists().map(|(_, rows)| rows.ids.len()).sum::<usize>());
    (scenes, bounded.then_some(most))
}
