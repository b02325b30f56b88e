//! Why outcomes are fixed, what would change them and what would settle them, as scripts see it: members that are added to
//! an assessment when they are asked for.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::{Assessment, Possible, only};
use crate::answer::{Key, Value, WrittenValue};
use crate::engine::{Outcome, View, outcomes};
use crate::explanation::{Counters, FindOut, Settling, counter, find_out, why};
use crate::questionnaire::DerivedIx;

/// The members by which an outcome shows that it was explained; `vast_door` stands in a line of a batch too.
pub const EXPLAINED: [&str; 3] = ["vast_door_kleinste", "keert_bij", "uitzoeken"];

/// What would give another outcome.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Turns {
    /// Each change, the smallest first.
    pub wijzigingen: Vec<Turn>,
    /// Whether every other outcome that other answers to these questions can give is among them.
    pub volledig: bool,
}

/// One change of given answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Turn {
    /// The outcome it gives; null: none.
    #[schemars(with = "Option<Possible>")]
    pub naar: Json,
    /// Which answers become what.
    pub verander: Map<String, Json>,
    /// Whether it is then fixed; otherwise it is possible.
    pub zeker: bool,
    /// Whether it is certain that no smaller change does.
    pub kleinste: bool,
}

/// What to find out while an outcome is open.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ToFindOut {
    /// The missing answers that can change it, those that matter most first.
    pub antwoorden: Vec<Ask>,
    /// The fewest answers that settle it, for each value; the smallest set first.
    pub beslist: Vec<Settle>,
    /// Whether this is exactly all.
    pub exact: bool,
}

/// One missing answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ask {
    /// Which.
    pub antwoord: String,
    /// In which share of the ways to fill in the others it still changes the outcome; null: not known.
    pub gewicht: Option<f64>,
}

/// Answers that settle it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Settle {
    /// As this; null: no value.
    #[schemars(with = "Option<Possible>")]
    pub naar: Json,
    /// With these answers.
    pub antwoorden: Map<String, Json>,
    /// And with that these lists get no more rows.
    pub alle_rijen: Vec<String>,
    /// Whether it is certain that no smaller set does.
    pub kleinste: bool,
}

/// Adds to every outcome what explains it.
pub fn explain(assessment: &mut Assessment, view: &View<'_>) {
    let found = outcomes(view);
    for (at, derived) in view.list.derived.iter().enumerate() {
        let forms = assessment.uitkomsten.get_mut(&derived.id);
        if let (Some(form), Some(outcome)) = (forms, found.get(&derived.id)) {
            let at = DerivedIx(at);
            if let Some(why) = why(view, at, outcome) {
                form.vast_door = Some(why.facts.iter().map(ToString::to_string).collect());
                form.vast_door_kleinste = Some(why.smallest);
                form.vast_door_onmisbaar = Some(why.needed);
            }
            form.keert_bij = turns(view, at, outcome);
            form.uitzoeken = find_out(view, at, outcome).map(|found| to_find_out(&found));
        }
    }
}

fn turns(view: &View<'_>, at: DerivedIx, outcome: &Outcome) -> Option<Turns> {
    let Counters {
        changes, complete, ..
    } = counter(view, at, outcome)?;
    let turn = |one: &crate::explanation::Counter| Turn {
        naar: only(&one.to),
        verander: one
            .changes
            .iter()
            .map(|(key, value)| entry(key, value))
            .collect(),
        zeker: one.certain,
        kleinste: one.smallest,
    };
    Some(Turns {
        wijzigingen: changes.iter().map(turn).collect(),
        volledig: complete,
    })
}

fn to_find_out(found: &FindOut) -> ToFindOut {
    let asks = found.asks.iter().map(|ask| Ask {
        antwoord: ask.key.to_string(),
        gewicht: ask.weight,
    });
    let mut settles: Vec<_> = found.settles.iter().collect();
    settles.sort_by_key(|one| one.answers.len());
    let settle = |one: &crate::explanation::Settle| {
        let answers = one
            .answers
            .iter()
            .filter_map(|(key, settling)| match settling {
                Settling::Answer(value) => Some(entry(key, value)),
                Settling::NoMoreRows => None,
            });
        let rows = one.answers.iter();
        let rows = rows.filter(|(_, settling)| *settling == Settling::NoMoreRows);
        Settle {
            naar: only(&one.to),
            antwoorden: answers.collect(),
            alle_rijen: rows.map(|(key, _)| key.to_string()).collect(),
            kleinste: one.smallest,
        }
    };
    ToFindOut {
        antwoorden: asks.collect(),
        beslist: settles.into_iter().map(settle).collect(),
        exact: found.exact,
    }
}

fn entry(key: &Key, value: &Value) -> (String, Json) {
    // A value is always text, a number or a list of texts.
    let value = serde_json::to_value(WrittenValue(value)).unwrap_or_default();
    (key.to_string(), value)
}
