//! A ranking as scripts see it: which rows belong among the first by how people rated them, and where their order differs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::keys;
use crate::engine::{Among, Clash, Ground, Standings, View, clashes, standings};

/// One ranking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ranking {
    /// How many first places there are.
    pub plaatsen: usize,
    /// Every row, in the order of the list.
    pub rijen: Vec<Row>,
    /// More rows may come.
    pub groeit: bool,
    /// Whether `mogelijk` is never said of what is certain, or cannot be.
    pub exact: bool,
    /// Where the order that people made differs.
    pub botst: Vec<ClashForm>,
}

/// One row of a ranking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Row {
    /// Its id.
    pub rij: String,
    /// Whether it belongs among the first: `zeker`, `mogelijk` or `niet`.
    #[schemars(extend("enum" = ["zeker", "mogelijk", "niet"]))]
    pub bij_de_eerste: &'static str,
    /// Its first possible place, from one.
    pub eerste_plaats: usize,
    /// Its last possible place; null: as many rows may come as people like.
    pub laatste_plaats: Option<usize>,
    /// The rows that are rated exactly the same.
    pub gelijk_met: Vec<String>,
    /// The missing ratings on which it depends.
    pub nog_open: Vec<String>,
    /// The ratings on which it depends, and about which somebody says otherwise.
    pub betwist: Vec<String>,
}

/// A row that stands under a lighter one in the order that people made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClashForm {
    /// The row that belongs higher.
    pub rij: String,
    /// The lighter row above it.
    pub onder: String,
    /// By what: `regel` (what the list puts first) or `wegingen`.
    #[schemars(extend("enum" = ["regel", "wegingen"]))]
    pub grond: &'static str,
}

/// The word for where a row belongs.
pub const fn word(among: Among) -> &'static str {
    match among {
        Among::Certain => "zeker",
        Among::Possible => "mogelijk",
        Among::Not => "niet",
    }
}

/// Every ranking that says by what its rows are weighed, by id.
pub(super) fn rankings(view: &View<'_>) -> BTreeMap<String, Ranking> {
    let clashes = clashes(view);
    let all = standings(view).into_iter();
    all.map(|of| {
        let id = view.list.question(of.ranking).id.to_string();
        (id, ranking(&of, &clashes))
    })
    .collect()
}

fn ranking(of: &Standings, clashes: &[Clash]) -> Ranking {
    let rows = of.rows.iter().map(|one| Row {
        rij: one.row.to_string(),
        bij_de_eerste: word(one.among),
        eerste_plaats: one.first,
        laatste_plaats: one.last,
        gelijk_met: one.ties.iter().map(ToString::to_string).collect(),
        nog_open: keys(&one.open),
        betwist: keys(&one.disputed),
    });
    let own = clashes.iter().filter(|clash| clash.ranking == of.ranking);
    Ranking {
        plaatsen: of.places,
        rijen: rows.collect(),
        groeit: of.growing,
        exact: of.exact,
        botst: own
            .map(|clash| ClashForm {
                rij: clash.row.to_string(),
                onder: clash.under.to_string(),
                grond: match clash.ground {
                    Ground::Rule(_) => "regel",
                    Ground::Ratings => "wegingen",
                },
            })
            .collect(),
    }
}
