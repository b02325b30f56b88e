//! What moved between two sets of answers to one list: values, certainty, reasons, and who stands where in a ranking.

use super::derive::{Outcome, Outcomes, outcomes};
use super::standing::{Among, Standings, standings};
use super::truth::Truth;
use super::{Reason, View};
use crate::answer::RowId;
use crate::questionnaire::{DerivedIx, QuestionIx, Questionnaire};

/// All that follows from one set of answers, kept to be compared with what follows from another.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Every outcome; none where the list does not apply.
    pub outcomes: Outcomes,
    /// Every ranking.
    pub standings: Vec<Standings>,
    /// Whether the list gives no outcome here.
    pub outside: Truth,
}

/// One derived value that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Which.
    pub derived: DerivedIx,
    /// What it was; `None` where the list did not apply.
    pub before: Option<Outcome>,
    /// What it is.
    pub after: Option<Outcome>,
    /// In what it moved; never empty.
    pub moved: Vec<Moved>,
}

/// In what a derived value moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// What it can be.
    Value,
    /// Whether it is fixed.
    Certainty,
    /// Why it is so.
    Reasons,
    /// Which missing answers may still change it.
    Open,
}

/// A row of a ranking that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Climb {
    /// The ranking.
    pub ranking: QuestionIx,
    /// The list whose rows it ranks.
    pub list: QuestionIx,
    /// How many first places there are.
    pub places: usize,
    /// The row.
    pub row: RowId,
    /// Whether it belonged among the first; `None` where it was not there.
    pub before: Option<Among>,
    /// Whether it does now.
    pub after: Option<Among>,
}

/// All that moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// The derived values that moved, in the order of the list.
    pub shifts: Vec<Shift>,
    /// Those that did not.
    pub same: Vec<DerivedIx>,
    /// The rows that moved.
    pub climbs: Vec<Climb>,
}

impl Picture {
    /// All that follows from these answers.
    pub fn of(view: &View<'_>) -> Self {
        Self {
            outcomes: outcomes(view),
            standings: standings(view),
            outside: view.not_applicable().0,
        }
    }

    /// What moved from this to a later picture of the same list.
    pub fn moves(&self, later: &Self, list: &Questionnaire) -> Moves {
        let mut moves = Moves::default();
        for (at, derived) in list.derived.iter().enumerate() {
            let before = self.outcomes.get(&derived.id);
            let after = later.outcomes.get(&derived.id);
            let moved = between(before, after);
            if moved.is_empty() {
                moves.same.push(DerivedIx(at));
            } else {
                moves.shifts.push(Shift {
                    derived: DerivedIx(at),
                    before: before.cloned(),
                    after: after.cloned(),
                    moved,
                });
            }
        }
        for at in list.question_indexes() {
            moves
                .climbs
                .extend(climbs(self.ranking(at), later.ranking(at)));
        }
        moves
    }

    fn ranking(&self, at: QuestionIx) -> Option<&Standings> {
        self.standings.iter().find(|one| one.ranking == at)
    }
}

impl Shift {
    /// Whether more moved than which missing answers may still change it.
    pub fn is_felt(&self) -> bool {
        self.moved.iter().any(|one| *one != Moved::Open)
    }
}

fn between(before: Option<&Outcome>, after: Option<&Outcome>) -> Vec<Moved> {
    let (before, after) = match (before, after) {
        (None, None) => return Vec::new(),
        (Some(before), Some(after)) => (before, after),
        _ => return vec![Moved::Value, Moved::Certainty],
    };
    let mut moved = Vec::new();
    if before.spread != after.spread {
        moved.push(Moved::Value);
    }
    if before.is_fixed() != after.is_fixed() {
        moved.push(Moved::Certainty);
    }
    if !same_reasons(&before.reasons, &after.reasons) {
        moved.push(Moved::Reasons);
    }
    if before.open != after.open {
        moved.push(Moved::Open);
    }
    moved
}

/// The same rules, by the same answers and derived values.
fn same_reasons(before: &[Reason], after: &[Reason]) -> bool {
    before.len() == after.len()
        && before.iter().zip(after).all(|(one, other)| {
            one.place == other.place && one.answers == other.answers && one.uses == other.uses
        })
}

fn climbs(before: Option<&Standings>, after: Option<&Standings>) -> Vec<Climb> {
    let Some(any) = after.or(before) else {
        return Vec::new();
    };
    let among = |of: Option<&Standings>, row: &RowId| {
        let found = of?.rows.iter().find(|one| one.row == *row)?;
        Some(found.among)
    };
    let rows = [before, after]
        .into_iter()
        .flatten()
        .flat_map(|of| &of.rows);
    let mut seen: Vec<&RowId> = Vec::new();
    let mut found = Vec::new();
    for standing in rows {
        let row = &standing.row;
        let (was, is) = (among(before, row), among(after, row));
        if seen.contains(&row) || was == is {
            continue;
        }
        seen.push(row);
        found.push(Climb {
            ranking: any.ranking,
            list: any.list,
            places: any.places,
            row: row.clone(),
            before: was,
            after: is,
        });
    }
    found
}
