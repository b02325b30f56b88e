//! The stated outcomes against the computed ones: which are missing, which the list does not give, what differs in each.

use serde_json::{Map, Value as Json};

use super::compare::{Compare, same};
use super::stated::{OUTCOMES, inside};
use super::{Code, Finding, Report, Sides, addend, words};
use crate::answer::Key;
use crate::engine::{self, View};
use crate::questionnaire::Questionnaire;

/// The member with the value.
const VALUE: &str = "waarde";
/// What explains an outcome, and is not the outcome itself.
const EXPLAINS: [&str; 9] = [
    ".redenen",
    ".nog_open",
    ".regel",
    ".bron",
    ".vast_door",
    ".vast_door_kleinste",
    ".vast_door_onmisbaar",
    ".keert_bij",
    ".uitzoeken",
];
/// What a line of a batch says of the first reason.
const OF_FIRST: [&str; 2] = ["regel", "bron"];
/// The answers that, in a line of a batch, fix the outcome by themselves.
const FIXED_BY: &str = "vast_door";

/// Compares all outcomes.
pub(super) fn outcomes(
    report: &mut Report,
    whole: bool,
    stated: &Map<String, Json>,
    computed: &Map<String, Json>,
    view: &View<'_>,
) {
    for derived in &view.list.derived {
        let id = derived.id.as_str();
        let place = inside(OUTCOMES, id);
        match (stated.get(id), computed.get(id)) {
            (Some(stated), Some(computed)) => {
                let computed = &as_batch(stated, computed, id, view);
                one(report, whole, id, stated, computed);
                explain(report, id, (stated, computed), view);
            }
            (None, Some(computed)) if whole => {
                let computed = computed.get(VALUE).cloned().unwrap_or_default();
                let mut finding = Finding::new(Code::MissingOutcome, place, Json::Null, computed);
                finding.about = Some(id.to_owned());
                report.find(finding);
            }
            (None, Some(_)) => report.not_stated.push(place),
            (Some(stated), None) => extra(report, id, stated),
            (None, None) => {}
        }
    }
    for (id, stated) in stated {
        if view.list.find_derived(id).is_none() {
            extra(report, id, stated);
        }
    }
}

/// A computed outcome, with what only a line of a batch says where this one says it.
fn as_batch(stated: &Json, computed: &Json, id: &str, view: &View<'_>) -> Json {
    let mut form = computed.clone();
    let Some(members) = form.as_object_mut() else {
        return form;
    };
    for name in OF_FIRST.iter().filter(|name| stated.get(**name).is_some()) {
        let first = computed.pointer(&format!("/redenen/0/{name}"));
        members.insert((*name).to_owned(), first.cloned().unwrap_or_default());
    }
    if let Some(keys) = stated.get(FIXED_BY)
        && computed.get(FIXED_BY).is_none()
    {
        let fixed = keys.as_array().is_some_and(|keys| fixes(keys, id, view));
        let found = if fixed { keys.clone() } else { Json::Null };
        members.insert(FIXED_BY.to_owned(), found);
    }
    form
}

/// Whether these answers fix an outcome without any other. Which ones are chosen is not the only way to choose.
fn fixes(keys: &[Json], id: &str, view: &View<'_>) -> bool {
    let named = |key: &Key| {
        let key = key.to_string();
        keys.iter().any(|name| name.as_str() == Some(&key))
    };
    let mut only = view.answers.clone();
    for (key, _) in view.answers.iter().filter(|(key, _)| !named(key)) {
        only.forget(key);
    }
    let of = |answers| {
        let view = View::new(view.list, answers, view.today);
        engine::outcomes(&view).remove(id)
    };
    let known = view.answers.iter().map(|(key, _)| key.to_string());
    let known: Vec<Json> = known.map(Json::from).collect();
    keys.iter().all(|key| known.contains(key))
        && of(&only)
            .zip(of(view.answers))
            .is_some_and(|(few, all)| few.is_fixed() && few.spread == all.spread)
}

/// One outcome: a value by itself, or its whole form.
fn one(report: &mut Report, whole: bool, id: &str, stated: &Json, computed: &Json) {
    let before = report.findings.len();
    let place = inside(OUTCOMES, id);
    let value = computed.get(VALUE).unwrap_or(&Json::Null);
    let mut differs = |code, stated: &Json, computed: &Json| {
        let mut finding = Finding::new(
            code,
            inside(&place, VALUE),
            stated.clone(),
            computed.clone(),
        );
        finding.about = Some(id.to_owned());
        report.find(finding);
    };
    match (stated, computed) {
        (Json::Object(stated), Json::Object(computed)) => Compare {
            report,
            whole,
            about: Some(id),
            code: |rest| {
                if EXPLAINS.iter().any(|name| rest.starts_with(name)) {
                    Code::Explanation
                } else {
                    Code::Outcome
                }
            },
            root: place.len(),
        }
        .members(&place, stated, computed, &[]),
        (Json::Object(_) | Json::Array(_), _) => differs(Code::Form, stated, value),
        (bare, _) if same(bare, value) => {}
        (bare, _) => differs(Code::Outcome, bare, value),
    }
    if report.findings.len() == before {
        report.same.push(id.to_owned());
    }
}

/// An outcome that the list does not give: not at all, or not with these answers.
fn extra(report: &mut Report, id: &str, stated: &Json) {
    let stated = stated.get(VALUE).unwrap_or(stated).clone();
    let mut finding = Finding::new(Code::ExtraOutcome, inside(OUTCOMES, id), stated, Json::Null);
    finding.about = Some(id.to_owned());
    report.find(finding);
}

/// Both sides in words, and how a computed sum comes about, where the value differs.
fn explain(report: &mut Report, id: &str, (stated, computed): (&Json, &Json), view: &View<'_>) {
    let value = inside(&inside(OUTCOMES, id), VALUE);
    let differs = report
        .findings
        .iter_mut()
        .find(|one| one.place == value && one.code == Code::Outcome);
    if let Some(finding) = differs {
        let derived = view.list.find_derived(id).map(|at| view.list.derived(at));
        finding.sides = derived.map(|derived| Sides {
            stated: words::outcome(derived, stated),
            computed: words::outcome(derived, computed),
            because: words::because(computed),
        });
        finding.addends = addend::addends(view, id);
    }
}

/// What an outcome is called.
pub(super) fn title(list: &Questionnaire, id: &str) -> String {
    let title = list
        .find_derived(id)
        .and_then(|at| list.derived(at).title.as_ref());
    title.map_or_else(|| id.to_owned(), |title| title.nl.clone())
}
