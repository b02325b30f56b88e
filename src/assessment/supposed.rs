//! What would follow from other answers, as scripts see it: what was supposed, the whole assessment then, and what moved.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Assessment, assess, keys, ranking};
use crate::answer::{Answers, differences};
use crate::engine::{Moved, Picture, View};
use crate::questionnaire::Questionnaire;

/// One supposition.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Supposed {
    /// The file it stands in, as it was given.
    pub bestand: String,
    /// The answers that are other than the given ones.
    pub anders: Vec<String>,
    /// Every outcome that moved, in the order of the list.
    pub verschuift: Vec<Shifted>,
    /// The outcomes that did not.
    pub gelijk: Vec<String>,
    /// Every row of a ranking that moved.
    pub rangorden: Vec<Climbed>,
    /// The assessment as it would be.
    pub dan: Assessment,
}

/// One outcome that moved; what it was and would be stands in the two assessments.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Shifted {
    /// Which.
    pub uitkomst: String,
    /// In what: `waarde`, `zekerheid`, `redenen`, `nog_open`.
    pub wat: Vec<&'static str>,
}

/// One row of a ranking that moved.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Climbed {
    /// The ranking.
    pub rangorde: String,
    /// The row.
    pub rij: String,
    /// Whether it belongs among the first; null: not there.
    pub nu: Option<&'static str>,
    /// Whether it would.
    pub dan: Option<&'static str>,
}

/// What would follow from `supposed` in place of `given`.
pub fn suppose(
    list: &Questionnaire,
    given: &Answers,
    supposed: &Answers,
    today: NaiveDate,
    file: String,
) -> Supposed {
    let picture = |answers| Picture::of(&View::new(list, answers, today));
    let moves = picture(given).moves(&picture(supposed), list);
    let id = |at| list.derived(at).id.clone();
    let shifts = moves.shifts.iter().map(|shift| Shifted {
        uitkomst: id(shift.derived),
        wat: shift.moved.iter().map(|moved| word(*moved)).collect(),
    });
    let climbs = moves.climbs.iter().map(|climb| Climbed {
        rangorde: list.question(climb.ranking).id.to_string(),
        rij: climb.row.to_string(),
        nu: climb.before.map(ranking::word),
        dan: climb.after.map(ranking::word),
    });
    Supposed {
        bestand: file,
        anders: keys(&differences(list, given, supposed)),
        verschuift: shifts.collect(),
        gelijk: moves.same.iter().map(|at| id(*at)).collect(),
        rangorden: climbs.collect(),
        dan: assess(list, supposed, today),
    }
}

const fn word(moved: Moved) -> &'static str {
    match moved {
        Moved::Value => "waarde",
        Moved::Certainty => "zekerheid",
        Moved::Reasons => "redenen",
        Moved::Open => "nog_open",
    }
}
