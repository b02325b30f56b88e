//! One assessment as scripts see it: the stable form of what follows from one set of answers. Members are added, never
//! renamed or taken away. Knows no file and no clock. `seal` adds what makes a stored result recomputable.

mod explained;
mod ranking;
mod seal;
mod supposed;

pub use explained::{Ask, EXPLAINED, Settle, ToFindOut, Turn, Turns, explain};
pub use ranking::{ClashForm, Ranking, Row, word as among};
pub use seal::{ANSWERS, PRINT, Sealed, fingerprint, seal};
pub use supposed::{Climbed, Shifted, Supposed, suppose};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use crate::answer::{Answers, Key};
use crate::engine::{self, Numbers, Outcome, Reason, Spread, Truth, View};
use crate::problem::{Place, Problem};
use crate::questionnaire::{ListVersion, Number, Questionnaire};

/// What `weeg` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Assessment {
    /// Which list, in which version, with which content.
    pub vragenlijst: List,
    /// Every list that stands in it.
    pub gebruikt: Vec<List>,
    /// The day of the assessment.
    pub datum: String,
    /// Every derived value, by id.
    pub uitkomsten: BTreeMap<String, OutcomeForm>,
    /// The questions that belong and have no known answer.
    pub nog_open: Vec<String>,
    /// What is wrong with the answers; then there are no outcomes.
    pub problemen: Vec<ProblemForm>,
    /// Why the list gives no outcome here.
    pub niet_toepasbaar: Option<NotApplicableForm>,
    /// Every ranking that says by what its rows are weighed, by id.
    pub rangorden: BTreeMap<String, Ranking>,
    /// What was supposed, each compared with the given answers; absent where nothing was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stel: Vec<Supposed>,
}

/// One list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct List {
    /// Its id.
    pub id: String,
    /// Its version.
    pub versie: String,
    /// SHA-256 of its canonical checked form with all it uses.
    pub sha256: String,
}

/// One derived value.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomeForm {
    /// The value; null while it is open, and where there is none.
    #[schemars(with = "Option<Possible>")]
    pub waarde: Json,
    /// The lowest number possible; null: unbounded, or no number.
    #[schemars(with = "Option<f64>")]
    pub ondergrens: Json,
    /// The highest number possible; null: unbounded, or no number.
    #[schemars(with = "Option<f64>")]
    pub bovengrens: Json,
    /// `vast`: no missing answer can change it. `open`: one may.
    #[schemars(extend("enum" = ["vast", "open"]))]
    pub zekerheid: &'static str,
    /// All values possible, where these are finite; null among them: no value.
    #[schemars(with = "Option<Vec<Option<Possible>>>")]
    pub mogelijk: Option<Vec<Json>>,
    /// What the list's policy for unknowns makes of it, while it is open.
    #[schemars(with = "Option<Possible>")]
    pub schatting: Json,
    /// Whether the bounds are exactly what is possible, and not wider.
    pub exact: bool,
    /// Why, when it is fixed.
    pub redenen: Vec<ReasonForm>,
    /// The missing answers that may still change it.
    pub nog_open: Vec<String>,
    /// The fewest answers that fix it, whatever all others are; only where it was asked for and is fixed. A row is
    /// `situaties/s1`; that these are all the rows is `situaties`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vast_door: Option<Vec<String>>,
    /// Whether it is certain that no smaller set does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vast_door_kleinste: Option<bool>,
    /// Whether it is certain that none of them can be left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vast_door_onmisbaar: Option<bool>,
    /// The smallest changes that give another outcome; only where asked for, and where it is fixed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keert_bij: Option<Turns>,
    /// What to find out; only where asked for, and while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uitzoeken: Option<ToFindOut>,
}

/// A number or the id of a level: how a schema tells what a value can be.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
pub enum Possible {
    /// A number.
    Number(f64),
    /// The id of a level.
    Level(String),
}

/// One step of the explanation.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReasonForm {
    /// The derived value that this explains.
    pub van: String,
    /// The sentence of the rule that decided; null for a plain count or sum.
    pub regel: Option<String>,
    /// The answers it used.
    pub antwoorden: Vec<String>,
    /// The derived values it used.
    pub afgeleid: Vec<String>,
    /// What it rests on.
    pub bron: String,
    /// Where the rule stands: file:line:column.
    pub plaats: String,
}

/// One fault in the answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProblemForm {
    /// Its stable code.
    pub code: String,
    /// What is wrong.
    pub melding: String,
    /// What to do.
    pub tip: String,
    /// Where: file:line:column.
    pub plaats: String,
}

/// Why there is no outcome.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotApplicableForm {
    /// The reason.
    pub reden: String,
}

/// Assesses one set of answers on one day.
pub fn assess(list: &Questionnaire, answers: &Answers, today: NaiveDate) -> Assessment {
    let view = View::new(list, answers, today);
    let outside = match view.not_applicable() {
        (Truth::Yes, Some(rule)) => Some(NotApplicableForm {
            reden: rule.reason.to_string(),
        }),
        _ => None,
    };
    let mut form = empty(list, today);
    form.uitkomsten = engine::outcomes(&view)
        .iter()
        .map(|(id, outcome)| (id.clone(), outcome_form(outcome)))
        .collect();
    form.nog_open = keys(&engine::open_questions(&view));
    form.niet_toepasbaar = outside;
    form.rangorden = ranking::rankings(&view);
    form
}

/// The form for answers that cannot be assessed.
pub fn refuse(list: &Questionnaire, problems: &[Problem], today: NaiveDate) -> Assessment {
    let mut form = empty(list, today);
    form.problemen = problems
        .iter()
        .map(|problem| ProblemForm {
            code: problem.code.code().to_owned(),
            melding: problem.message.clone(),
            tip: problem.tip.clone(),
            plaats: place_form(&problem.place),
        })
        .collect();
    form
}

fn empty(list: &Questionnaire, today: NaiveDate) -> Assessment {
    Assessment {
        vragenlijst: list_form(&list.version),
        gebruikt: list.uses.iter().map(list_form).collect(),
        datum: today.to_string(),
        uitkomsten: BTreeMap::new(),
        nog_open: Vec::new(),
        problemen: Vec::new(),
        niet_toepasbaar: None,
        rangorden: BTreeMap::new(),
        stel: Vec::new(),
    }
}

/// A list as scripts see it.
pub fn list_form(list: &ListVersion) -> List {
    List {
        id: list.id.clone(),
        versie: list.version.clone(),
        sha256: list.sha256.clone(),
    }
}

/// A derived value as scripts see it.
pub fn outcome_form(outcome: &Outcome) -> OutcomeForm {
    let bounds = outcome.bounds();
    let side = |number: Option<Number>| number.map_or(Json::Null, number_form);
    OutcomeForm {
        waarde: if outcome.is_fixed() {
            only(&outcome.spread)
        } else {
            Json::Null
        },
        ondergrens: side(bounds.low),
        bovengrens: side(bounds.high),
        zekerheid: if outcome.is_fixed() { "vast" } else { "open" },
        mogelijk: possible(&outcome.spread),
        schatting: outcome.estimate.as_ref().map_or(Json::Null, only),
        exact: outcome.exact,
        redenen: outcome.reasons.iter().map(reason_form).collect(),
        nog_open: keys(&outcome.open),
        vast_door: None,
        vast_door_kleinste: None,
        vast_door_onmisbaar: None,
        keert_bij: None,
        uitzoeken: None,
    }
}

fn reason_form(reason: &Reason) -> ReasonForm {
    ReasonForm {
        van: reason.derived.clone(),
        regel: reason.rule.as_ref().map(ToString::to_string),
        antwoorden: keys(&reason.answers),
        afgeleid: reason.uses.clone(),
        bron: reason.source.clone(),
        plaats: place_form(&reason.place),
    }
}

/// The one value of a fixed spread; null for none.
fn only(spread: &Spread) -> Json {
    match (spread.only_number(), spread.only_level()) {
        (Some(number), _) => number_form(number),
        (None, Some(level)) => Json::from(level.to_string()),
        (None, None) => Json::Null,
    }
}

fn possible(spread: &Spread) -> Option<Vec<Json>> {
    let Numbers::Set(numbers) = &spread.numbers else {
        return None;
    };
    let none = spread.none.then_some(Json::Null);
    let levels = spread
        .levels
        .iter()
        .map(|level| Json::from(level.to_string()));
    Some(
        numbers
            .iter()
            .copied()
            .map(number_form)
            .chain(levels)
            .chain(none)
            .collect(),
    )
}

/// Whole numbers as whole numbers, others as the nearest that JSON can hold.
pub fn number_form(number: Number) -> Json {
    number
        .as_whole()
        .map_or_else(|| Json::from(number.to_f64()), Json::from)
}

/// As file:line:column; empty for what stands in no file.
fn place_form(place: &Place) -> String {
    if place.file.is_empty() {
        String::new()
    } else {
        format!("{}:{}:{}", place.file, place.line, place.column)
    }
}

fn keys(keys: &[Key]) -> Vec<String> {
    keys.iter().map(ToString::to_string).collect()
}
