//! A move as a program reads it. Members are added, never renamed or taken away.

use schemars::JsonSchema;
use serde::Serialize;

use super::prepare::Prepared;
use crate::answer::NoPlace;
use crate::assessment::{List, OutcomeForm, list_form, outcome_form};
use crate::case::Record;
use crate::commands::vergelijk::list::{ITEMS, ListDifferenceForm, item};
use crate::commands::vergelijk::name;
use crate::comparison::list::ItemChange;
use crate::comparison::{How, OutcomeMove};
use crate::error::{Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;

#[derive(Serialize, JsonSchema)]
struct SwitchForm {
    casus: String,
    datum: String,
    overgestapt: bool,
    zelfde: bool,
    ouder: bool,
    van: SideForm,
    naar: SideForm,
    zonder_plaats: AsideForm,
    gevraagd: Vec<String>,
    telt_niet_meer: Vec<String>,
    telt_nu: Vec<String>,
    uitkomsten: Vec<MoveForm>,
    lijst: Option<ListDifferenceForm>,
}

#[derive(Serialize, JsonSchema)]
struct SideForm {
    vragenlijst: List,
    profiel: Option<String>,
    leesbaar: bool,
}

#[derive(Serialize, JsonSchema)]
struct AsideForm {
    antwoorden: Vec<AnswerForm>,
    rijen: Vec<RowsForm>,
}

#[derive(Serialize, JsonSchema)]
struct AnswerForm {
    antwoord: String,
    gevraagd: String,
    gezegd: Option<String>,
    #[schemars(extend("enum" = ["vraag_weg", "past_niet", "andere_betekenis"]))]
    waarom: &'static str,
    telde_niet_mee: bool,
}

#[derive(Serialize, JsonSchema)]
struct RowsForm {
    lijst: String,
    rijen: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct MoveForm {
    id: String,
    toen: Option<OutcomeForm>,
    nu: Option<OutcomeForm>,
    door: Vec<CauseForm>,
}

#[derive(Serialize, JsonSchema)]
struct CauseForm {
    #[schemars(extend("enum" = ITEMS.map(item)))]
    soort: &'static str,
    id: String,
}

/// The schema of all this.
pub(in crate::commands) fn schema() -> serde_json::Value {
    let text = &nl().schema;
    crate::schema::report::<SwitchForm>("overstap", text.switch(), text.switch_about())
}

/// What the move would do, or did.
pub(super) fn json(record: &Record, prepared: &Prepared, moved: bool) -> Result<String> {
    let new = &prepared.new.list;
    let counting = |how: How| -> Vec<String> {
        let all = prepared.comparison.iter().flat_map(|one| &one.differences);
        all.filter(|one| one.how == how)
            .map(|one| name(&one.about))
            .collect()
    };
    let old = prepared.old.as_ref();
    let form = SwitchForm {
        casus: record.header.id.to_string(),
        datum: prepared.today.to_string(),
        overgestapt: moved,
        zelfde: prepared.nothing,
        ouder: prepared.older,
        van: SideForm {
            vragenlijst: list_form(record.list()),
            profiel: record.profile().map(str::to_owned),
            leesbaar: old.is_some(),
        },
        naar: SideForm {
            vragenlijst: list_form(&new.version),
            profiel: prepared.profile.clone(),
            leesbaar: true,
        },
        zonder_plaats: aside(prepared),
        gevraagd: prepared.asked.iter().map(ToString::to_string).collect(),
        telt_niet_meer: counting(How::NoLongerApplies),
        telt_nu: counting(How::NowApplies),
        uitkomsten: outcomes(prepared, new),
        lijst: old.map(|old| ListDifferenceForm::of(old, new, &prepared.lists)),
    };
    serde_json::to_string_pretty(&form).map_err(|_| {
        let text = &nl().program;
        Error::attention(text.unexpected("overstap"), text.unexpected_todo())
    })
}

/// Of an answer that did not count is told that it has no place, and not what it was.
fn aside(prepared: &Prepared) -> AsideForm {
    let aside = &prepared.aside;
    AsideForm {
        antwoorden: aside
            .answers
            .iter()
            .map(|one| AnswerForm {
                antwoord: one.key.to_string(),
                gevraagd: one.asked.clone(),
                gezegd: (!one.hidden).then(|| one.said.clone()),
                waarom: match one.why {
                    NoPlace::QuestionGone => "vraag_weg",
                    NoPlace::NotTaken => "past_niet",
                    NoPlace::OtherMeaning => "andere_betekenis",
                },
                telde_niet_mee: one.hidden,
            })
            .collect(),
        rijen: aside
            .rows
            .iter()
            .map(|one| RowsForm {
                lijst: one.list.to_string(),
                rijen: one.rows.ids.iter().map(ToString::to_string).collect(),
            })
            .collect(),
    }
}

fn outcomes(prepared: &Prepared, new: &Questionnaire) -> Vec<MoveForm> {
    let causes = |one: &OutcomeMove| -> Vec<CauseForm> {
        let behind = prepared.old.as_ref().map(|old| {
            let behind = prepared.lists.behind(old, new, &one.id);
            let cause = |one: &&ItemChange| CauseForm {
                soort: item(one.item),
                id: one.id.clone(),
            };
            behind.iter().map(cause).collect()
        });
        behind.unwrap_or_default()
    };
    let moved = prepared.comparison.iter().flat_map(|one| &one.outcomes);
    moved
        .map(|one| MoveForm {
            id: one.id.clone(),
            toen: one.then.as_ref().map(outcome_form),
            nu: one.now.as_ref().map(outcome_form),
            door: causes(one),
        })
        .collect()
}
