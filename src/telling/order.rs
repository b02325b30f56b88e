//! Where the rows of a ranking stand by how people rated them, and where the order that people made differs.

use crate::answer::{Key, Value, row_name};
use crate::engine::{Among, Clash, Ground, Standing, Standings, View};
use crate::plain::one_line;
use crate::text::nl;

/// Why a row belongs above the one it stands under.
pub fn clash(clash: &Clash) -> String {
    match &clash.ground {
        Ground::Rule(text) => text.nl.clone(),
        Ground::Ratings => nl().order.rated_lighter(),
    }
}

/// Whether the standings tell more than that everything fits.
pub fn says_something(of: &Standings) -> bool {
    let ties = of.rows.iter().any(|row| !row.ties.is_empty());
    !of.rows.is_empty() && (ties || of.growing || of.rows.len() > of.places)
}

/// Every row of a ranking with the place that people gave it, and what the ratings say of it.
pub fn rows(view: &View<'_>, of: &Standings) -> Vec<(String, String)> {
    let say = &nl().order;
    let asked = &view.list.question(of.ranking).id;
    let order = match view.answers.get(asked, None).map(|answer| &answer.value) {
        Some(Value::Rows(rows)) => rows.as_slice(),
        _ => &[],
    };
    of.rows
        .iter()
        .map(|standing| {
            let name = one_line(&row_name(view.list, of.list, &standing.row, view.answers));
            let detail = detail(view, of, standing);
            match order.iter().position(|row| *row == standing.row) {
                Some(place) => (say.placed(name, place + 1), detail),
                None => (name, detail),
            }
        })
        .collect()
}

/// In one word whether a row belongs among the first.
pub fn mark(standing: &Standing) -> String {
    let say = &nl().order;
    match standing.among {
        Among::Certain => say.mark_certain(),
        Among::Possible => say.mark_possible(),
        Among::Not => say.mark_not(),
    }
}

/// Whether a row belongs among the first, what it is level with, and on what that still depends.
pub fn detail(view: &View<'_>, of: &Standings, standing: &Standing) -> String {
    let say = &nl().order;
    let name = |row| one_line(&row_name(view.list, of.list, row, view.answers));
    let mut said = vec![match standing.among {
        Among::Certain => say.certain(of.places),
        Among::Possible => say.possible(of.places),
        Among::Not if standing.first == 2 => say.not_one(of.places),
        Among::Not => say.not(of.places, standing.first - 1),
    }];
    if !standing.ties.is_empty() {
        said.push(say.ties(quoted(standing.ties.iter().map(name))));
    }
    let own = |keys: &[Key]| {
        let own = keys
            .iter()
            .filter(|key| key.row.as_ref() == Some(&standing.row));
        let texts = own.filter_map(|key| {
            let at = view.list.find(&key.question.0)?;
            Some(view.list.question(at).text.nl.clone())
        });
        texts.collect::<Vec<_>>().join(" ")
    };
    let (open, disputed) = (own(&standing.open), own(&standing.disputed));
    if !open.is_empty() {
        said.push(say.unrated(&open));
    }
    if !disputed.is_empty() {
        said.push(say.disputed(&disputed));
    }
    let all = standing.open.iter().chain(&standing.disputed);
    let mut others: Vec<_> = all.filter_map(|key| key.row.as_ref()).collect();
    others.retain(|row| **row != standing.row && of.rows.iter().any(|one| one.row == **row));
    others.sort();
    others.dedup();
    if !others.is_empty() {
        let rows = quoted(others.into_iter().map(name));
        said.push(if open.is_empty() && disputed.is_empty() {
            say.depends(rows)
        } else {
            say.depends_too(rows)
        });
    } else if standing.among == Among::Possible && open.is_empty() && disputed.is_empty() {
        said.push(if of.growing {
            say.growing()
        } else {
            say.yours()
        });
    }
    said.join(" ")
}

/// Names between quotes; the full stop of a name that is a sentence would end ours.
fn quoted(names: impl Iterator<Item = String>) -> String {
    let names = names.map(|name| format!("\"{}\"", name.trim_end_matches('.')));
    names.collect::<Vec<_>>().join(", ")
}
