//! What an output line says of one derived value, made beforehand for everything that it can come to.

use crate::assessment::outcome_form;
use crate::batch::form::{Short, json, rule};
use crate::engine::{Compiled, Outcome, Ways};
use crate::questionnaire::{Derived, Formula, Policy, Questionnaire};

/// The pieces of one derived value.
pub(super) struct Pieces {
    /// Its index among the outcomes.
    pub at: usize,
    /// For each value that it can come to; nothing where it must be worked out.
    pub pieces: Vec<Option<Piece>>,
    /// For each way to decide: a comma, the rule and its source; nothing where that must be worked out.
    pub rules: Vec<Option<Vec<u8>>>,
}

/// One value of a derived value.
pub(super) struct Piece {
    /// `"id":{…` without the last brace.
    pub text: Vec<u8>,
    /// No missing answer can change it.
    pub fixed: bool,
    /// It may have no value at all.
    pub none: bool,
}

impl Pieces {
    pub fn of(list: &Questionnaire, compiled: &Compiled, at: usize) -> Self {
        let derived = &list.derived[at];
        let piece = |ways: &Ways| {
            let fixed = ways.possible.is_fixed();
            let withheld = derived.unknown == Policy::Withhold;
            (fixed || withheld).then(|| Piece {
                text: text(derived, ways),
                fixed,
                none: ways.possible.none,
            })
        };
        let rules = compiled.deciding[at].values().iter();
        Self {
            at,
            pieces: compiled.outcomes[at].values().iter().map(piece).collect(),
            rules: rules.map(|row| ruled(derived, *row)).collect(),
        }
    }
}

fn text(derived: &Derived, ways: &Ways) -> Vec<u8> {
    let outcome = Outcome {
        spread: ways.possible.clone(),
        estimate: None,
        exact: ways.is_exact(),
        reasons: Vec::new(),
        open: Vec::new(),
    };
    let form = outcome_form(&outcome);
    let mut text = format!("{}:{}", json(&derived.id), json(&Short::of(&form)));
    text.pop();
    text.into()
}

/// The rule of a derived value that decides, and its source; nothing where that is not known from here.
fn ruled(derived: &Derived, row: Option<usize>) -> Option<Vec<u8>> {
    let words = match (&derived.formula, row) {
        (Formula::Rules(rows) | Formula::Table(rows), Some(at)) => {
            let row = rows.get(at)?;
            rule(row.reason.as_ref().map(|text| &*text.nl), &row.source)
        }
        (Formula::Bands { rows, .. }, Some(at)) => {
            let reason = rows.get(at)?.reason.as_ref();
            rule(reason.map(|text| &*text.nl), &derived.source)
        }
        (Formula::Rules(_) | Formula::Table(_) | Formula::Bands { .. }, None) => return None,
        _ if derived.when.is_some() => return None,
        _ => rule(None, &derived.source),
    };
    Some(format!(",{words}").into())
}
