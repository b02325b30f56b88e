//! A comparison as a program reads it. Members are added, never renamed or taken away.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use super::sides::Whole;
use crate::answer::{Key, RowId, Value, typed};
use crate::assessment::{List, OutcomeForm, among, list_form, number_form, outcome_form};
use crate::comparison::{
    About, Beside, Comparison, Difference, Direction, How, PlanHow, PlanPart, Side,
};
use crate::error::{Error, Result};
use crate::text::nl;

#[derive(Serialize, JsonSchema)]
struct ComparisonForm {
    toen: SideForm,
    nu: SideForm,
    gelijk: bool,
    zelfde_lijst: bool,
    uitkomsten: Vec<OutcomeMoveForm>,
    volgorde: Vec<OrderForm>,
    rangorden: Vec<ClimbForm>,
    plan: PlanForm,
    antwoorden: Vec<DifferenceForm>,
}

#[derive(Serialize, JsonSchema)]
struct SideForm {
    casus: Option<String>,
    datum: String,
    vragenlijst: List,
}

#[derive(Serialize, JsonSchema)]
struct OutcomeMoveForm {
    id: String,
    toen: Option<OutcomeForm>,
    nu: Option<OutcomeForm>,
    #[schemars(extend("enum" = ["zwaarder", "lichter", "anders"]))]
    richting: &'static str,
    omdat: BecauseForm,
}

#[derive(Serialize, JsonSchema)]
struct BecauseForm {
    antwoorden: Vec<String>,
    dag: bool,
    lijst: bool,
    kleinste: bool,
}

#[derive(Serialize, JsonSchema)]
struct OrderForm {
    vraag: String,
    eerste: usize,
    rijen: Vec<PlaceForm>,
}

#[derive(Serialize, JsonSchema)]
struct ClimbForm {
    rangorde: String,
    rij: String,
    toen: Option<&'static str>,
    nu: Option<&'static str>,
}

#[derive(Serialize, JsonSchema)]
struct PlaceForm {
    rij: String,
    toen: Option<usize>,
    nu: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
struct PlanForm {
    toen: bool,
    nu: bool,
    verschillen: Vec<PlanChangeForm>,
}

#[derive(Serialize, JsonSchema)]
struct PlanChangeForm {
    #[schemars(extend("enum" = ["situatie", "voorwaarde", "afspraak"]))]
    soort: &'static str,
    id: String,
    #[schemars(extend("enum" = ["nieuw", "weg", "veranderd"]))]
    hoe: &'static str,
    rollen: Vec<&'static str>,
}

#[derive(Serialize, JsonSchema)]
struct DifferenceForm {
    over: String,
    #[schemars(extend("enum" = HOW.map(word)))]
    hoe: &'static str,
    toen: Json,
    nu: Json,
    naast: Vec<&'static str>,
}

/// The schema of all this.
pub(in crate::commands) fn schema() -> Json {
    let text = &nl().schema;
    crate::schema::report::<ComparisonForm>(
        "vergelijking",
        text.comparison(),
        text.comparison_about(),
    )
}

pub(super) fn json(then: &Whole, now: &Whole, comparison: &Comparison) -> Result<String> {
    let form = ComparisonForm {
        toen: side(then),
        nu: side(now),
        gelijk: comparison.is_empty(),
        zelfde_lijst: then.list.version == now.list.version,
        uitkomsten: outcomes(comparison),
        volgorde: comparison
            .orders
            .iter()
            .map(|one| OrderForm {
                vraag: one.question.to_string(),
                eerste: one.top,
                rijen: one
                    .places
                    .iter()
                    .map(|place| PlaceForm {
                        rij: place.row.to_string(),
                        toen: place.then,
                        nu: place.now,
                    })
                    .collect(),
            })
            .collect(),
        rangorden: comparison
            .climbs
            .iter()
            .map(|one| ClimbForm {
                rangorde: now.list.question(one.ranking).id.to_string(),
                rij: one.row.to_string(),
                toen: one.before.map(among),
                nu: one.after.map(among),
            })
            .collect(),
        plan: plan(comparison),
        antwoorden: comparison
            .differences
            .iter()
            .map(|one| difference(&then.side(), &now.side(), one))
            .collect(),
    };
    serde_json::to_string_pretty(&form).map_err(|_| {
        let text = &nl().program;
        Error::attention(text.unexpected("vergelijk"), text.unexpected_todo())
    })
}

fn side(of: &Whole) -> SideForm {
    SideForm {
        casus: of.case.as_ref().map(ToString::to_string),
        datum: of.on.to_string(),
        vragenlijst: list_form(&of.list.version),
    }
}

fn outcomes(comparison: &Comparison) -> Vec<OutcomeMoveForm> {
    let over = |at: &usize| comparison.differences.get(*at).map(|one| name(&one.about));
    let moved = comparison.outcomes.iter();
    moved
        .map(|one| OutcomeMoveForm {
            id: one.id.clone(),
            toen: one.then.as_ref().map(outcome_form),
            nu: one.now.as_ref().map(outcome_form),
            richting: match one.direction {
                Direction::Heavier => "zwaarder",
                Direction::Lighter => "lichter",
                Direction::Other => "anders",
            },
            omdat: BecauseForm {
                antwoorden: one.because.differences.iter().filter_map(over).collect(),
                dag: one.because.day,
                lijst: one.because.list,
                kleinste: one.because.smallest,
            },
        })
        .collect()
}

fn plan(comparison: &Comparison) -> PlanForm {
    let (then, now) = comparison.plan.belongs;
    let changes = comparison.plan.changes.iter();
    PlanForm {
        toen: then,
        nu: now,
        verschillen: changes
            .map(|one| PlanChangeForm {
                soort: match one.part {
                    PlanPart::Situation => "situatie",
                    PlanPart::Condition => "voorwaarde",
                    PlanPart::Agreement => "afspraak",
                },
                id: one.id.clone(),
                hoe: match one.how {
                    PlanHow::New => "nieuw",
                    PlanHow::Gone => "weg",
                    PlanHow::Changed(_) => "veranderd",
                },
                rollen: match &one.how {
                    PlanHow::Changed(roles) => roles.iter().map(|role| role.name()).collect(),
                    _ => Vec::new(),
                },
            })
            .collect(),
    }
}

/// An answer that does not count on a side is null there.
fn difference(then: &Side<'_>, now: &Side<'_>, one: &Difference) -> DifferenceForm {
    let (hidden_then, hidden_now) = match one.how {
        How::Hidden => (true, true),
        How::NowApplies => (true, false),
        How::NoLongerApplies => (false, true),
        _ => (false, false),
    };
    let value = |side: &Side<'_>, hidden: bool| {
        if hidden {
            Json::Null
        } else {
            said(side, &one.about)
        }
    };
    DifferenceForm {
        over: name(&one.about),
        hoe: word(one.how),
        toen: value(then, hidden_then),
        nu: value(now, hidden_now),
        naast: one
            .beside
            .iter()
            .map(|one| match one {
                Beside::Source => "bron",
                Beside::Nature => "aard",
                Beside::Date => "datum",
                Beside::Note => "toelichting",
            })
            .collect(),
    }
}

/// `afspraken/a3/wie`, `afspraken/a3`, `afspraken`.
pub(in crate::commands) fn name(about: &About) -> String {
    match about {
        About::Answer(key) => key.to_string(),
        About::Row(list, row) => format!("{list}/{row}"),
        About::Rows(list) => list.to_string(),
    }
}

fn said(side: &Side<'_>, about: &About) -> Json {
    match about {
        About::Answer(key) => side
            .answers
            .get(&key.question, key.row.as_ref())
            .map_or(Json::Null, |answer| value(&answer.value)),
        About::Row(list, row) => row_of(side, list, row),
        About::Rows(list) => match (side.answers.get(list, None), side.answers.rows(list)) {
            (Some(answer), _) => value(&answer.value),
            (None, Some(rows)) => serde_json::json!({
                "rijen": rows.ids.iter().map(|row| &row.0).collect::<Vec<_>>(),
                "volledig": if rows.complete { "ja" } else { "nee" },
            }),
            (None, None) => Json::Null,
        },
    }
}

/// The answers that count in a row, by the short ids of their questions; null where there is no such row.
fn row_of(side: &Side<'_>, list: &crate::questionnaire::QuestionId, row: &RowId) -> Json {
    let there = side.answers.rows(list);
    if !there.is_some_and(|rows| rows.ids.contains(row)) {
        return Json::Null;
    }
    let view = side.view();
    let mut map = serde_json::Map::new();
    for at in side.list.question_indexes() {
        let asked = side.list.question(at);
        let of_list = asked
            .parent
            .is_some_and(|parent| side.list.question(parent).id == *list);
        let key = Key {
            question: asked.id.clone(),
            row: Some(row.clone()),
        };
        if of_list
            && view.visible(at, Some(row)).possible()
            && let Some(answer) = side.answers.get(&key.question, Some(row))
        {
            map.insert(asked.short_id().to_owned(), value(&answer.value));
        }
    }
    Json::Object(map)
}

fn value(of: &Value) -> Json {
    match of {
        Value::Number(number) => number_form(*number),
        Value::Choices(ids) => ids.iter().map(|id| Json::from(id.to_string())).collect(),
        Value::Rows(rows) => rows.iter().map(|row| Json::from(row.to_string())).collect(),
        other => Json::from(typed(other)),
    }
}

/// Every way in which an answer can differ.
const HOW: [How; 17] = [
    How::NewFact,
    How::TakenBack,
    How::NowKnown,
    How::NoLongerKnown,
    How::ChangedMind,
    How::AskedUnknown,
    How::UnknownTakenBack,
    How::OtherUnknown,
    How::NowApplies,
    How::NoLongerApplies,
    How::OnlyNow,
    How::OnlyThen,
    How::Beside,
    How::Reordered,
    How::RowAdded,
    How::RowRemoved,
    How::Hidden,
];

const fn word(how: How) -> &'static str {
    match how {
        How::NewFact => "nieuw_feit",
        How::TakenBack => "weggehaald",
        How::NowKnown => "nu_bekend",
        How::NoLongerKnown => "niet_meer_bekend",
        How::ChangedMind => "van_gedachten_veranderd",
        How::AskedUnknown => "gevraagd_onbekend",
        How::UnknownTakenBack => "onbekend_weggehaald",
        How::OtherUnknown => "anders_onbekend",
        How::NowApplies => "nu_van_toepassing",
        How::NoLongerApplies => "niet_meer_van_toepassing",
        How::OnlyNow => "alleen_in_lijst_van_nu",
        How::OnlyThen => "alleen_in_lijst_van_toen",
        How::Beside => "anders_erbij",
        How::Reordered => "andere_volgorde",
        How::RowAdded => "rij_erbij",
        How::RowRemoved => "rij_weg",
        How::Hidden => "telt_niet_mee",
    }
}
