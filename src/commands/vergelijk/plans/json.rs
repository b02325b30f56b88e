//! Two plan files side by side as a program reads it. Members are added, never renamed or taken away.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use crate::document::statement;
use crate::error::{Error, Result};
use crate::plan::file::{Difference, Kind, Read};
use crate::plan::{Plan, Statement};
use crate::text::nl;

/// How a difference is called, in the order of [`Kind`].
const HOW: [&str; 4] = ["nieuw", "weg", "veranderd", "ingevuld"];

#[derive(Serialize, JsonSchema)]
struct PlanComparisonForm {
    toen: PlanSideForm,
    nu: PlanSideForm,
    gelijk: bool,
    verschillen: Vec<PlanDifferenceForm>,
    terugmeldingen: Vec<PlanReplyForm>,
}

#[derive(Serialize, JsonSchema)]
struct PlanSideForm {
    nummer: u32,
    #[schemars(extend("format" = "date"))]
    gemaakt: String,
}

#[derive(Serialize, JsonSchema)]
struct PlanDifferenceForm {
    plaats: String,
    #[schemars(extend("enum" = HOW))]
    hoe: &'static str,
    toen: Option<String>,
    nu: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct PlanReplyForm {
    #[schemars(extend("enum" = ["toen", "nu"]))]
    alleen_in: &'static str,
    wie: String,
    over: u32,
    #[schemars(extend("format" = "date"))]
    datum: Option<String>,
    zegt: String,
}

/// The schema of all this.
pub(in crate::commands) fn schema() -> Json {
    let text = &nl().schema;
    crate::schema::report::<PlanComparisonForm>(
        "planvergelijking",
        text.plan_comparison(),
        text.plan_comparison_about(),
    )
}

pub(super) fn json(then: &Read, now: &Read, differences: &[Difference]) -> Result<String> {
    let mut replies: Vec<PlanReplyForm> = Vec::new();
    replies.extend(
        then.said
            .difference(&now.said)
            .map(|one| reply("toen", one)),
    );
    replies.extend(now.said.difference(&then.said).map(|one| reply("nu", one)));
    let form = PlanComparisonForm {
        toen: side(&then.plan),
        nu: side(&now.plan),
        gelijk: differences.is_empty() && replies.is_empty(),
        verschillen: differences.iter().map(difference).collect(),
        terugmeldingen: replies,
    };
    serde_json::to_string_pretty(&form).map_err(|_| {
        let text = &nl().program;
        Error::attention(text.unexpected("vergelijk"), text.unexpected_todo())
    })
}

fn side(plan: &Plan) -> PlanSideForm {
    PlanSideForm {
        nummer: plan.head.number,
        gemaakt: plan.head.made_on.to_string(),
    }
}

fn difference(one: &Difference) -> PlanDifferenceForm {
    PlanDifferenceForm {
        plaats: one.place.clone(),
        hoe: match one.kind {
            Kind::Added => HOW[0],
            Kind::Gone => HOW[1],
            Kind::Changed => HOW[2],
            Kind::Filled => HOW[3],
        },
        toen: one.made.clone(),
        nu: one.given.clone(),
    }
}

fn reply(only_in: &'static str, one: &Statement) -> PlanReplyForm {
    PlanReplyForm {
        alleen_in: only_in,
        wie: one.who.clone(),
        over: one.number,
        datum: one.on.map(|day| day.to_string()),
        zegt: statement(one),
    }
}
