//! Agreements one by one: somebody does something that can be seen, somebody else looks, and a step follows if not.

use super::{Findings, Place, Rule, empty, wording};
use crate::plan::{Agreement, Id, Plan};
use crate::text::nl;

pub(super) fn check(found: &mut Findings<'_>) {
    let plan = found.plan;
    for agreement in &plan.agreements {
        doer(found, plan, agreement);
        checker(found, plan, agreement);
        details(found, plan, agreement);
    }
}

fn doer(found: &mut Findings<'_>, plan: &Plan, agreement: &Agreement) {
    let text = &nl().plan;
    let place = || Place::Agreement(agreement.id.clone());
    if agreement.who.ids().is_empty() {
        found.add(Rule::NoDoer, place(), text.no_doer(), text.no_doer_todo());
    }
    for child in those(plan, agreement.who.ids(), |id| is_child(plan, id)) {
        found.add(
            Rule::DoerIsChild,
            place(),
            text.doer_is_child(child),
            text.doer_is_child_todo(),
        );
    }
    match agreement.does.text() {
        None => found.add(
            Rule::NoAction,
            place(),
            text.no_action(),
            text.no_action_todo(),
        ),
        Some(does) if wording::only_not(does) => found.add(
            Rule::OnlyNot,
            place(),
            text.only_not(),
            text.only_not_todo(),
        ),
        Some(_) => {}
    }
}

fn checker(found: &mut Findings<'_>, plan: &Plan, agreement: &Agreement) {
    let text = &nl().plan;
    let place = || Place::Agreement(agreement.id.clone());
    let checkers = agreement.checker.ids();
    if checkers.is_empty() {
        found.add(
            Rule::NoChecker,
            place(),
            text.no_checker(),
            text.no_checker_todo(),
        );
    }
    for name in those(plan, checkers, |id| is_child(plan, id)) {
        found.add(
            Rule::CheckerIsChild,
            place(),
            text.checker_is_child(name),
            text.checker_is_child_todo(),
        );
    }
    // Who checks his own agreement is named for that, also when he undergoes something elsewhere.
    for name in those(plan, checkers, |id| agreement.who.has(id)) {
        found.add(
            Rule::CheckerIsDoer,
            place(),
            text.checker_is_doer(name),
            text.checker_is_doer_todo(),
        );
    }
    let threatened = |id: &Id| plan.situations.iter().any(|one| one.undergoes.has(id));
    for name in those(plan, checkers, |id| threatened(id) && !is_child(plan, id)) {
        found.add(
            Rule::CheckerIsThreatened,
            place(),
            text.checker_is_threatened(name),
            text.checker_is_threatened_todo(),
        );
    }
}

fn details(found: &mut Findings<'_>, plan: &Plan, agreement: &Agreement) {
    let text = &nl().plan;
    let place = || Place::Agreement(agreement.id.clone());
    let known = |id: &Id| plan.conditions.iter().any(|one| one.id == *id);
    if !plan.conditions.is_empty() && !agreement.at.ids().iter().any(known) {
        found.add(
            Rule::LooseAgreement,
            place(),
            text.loose_agreement(),
            text.loose_agreement_todo(),
        );
    }
    if empty(&agreement.when) {
        found.add(
            Rule::NoMoment,
            place(),
            text.no_moment(),
            text.no_moment_todo(),
        );
    }
    if empty(&agreement.seen_by) {
        found.add(Rule::NoSign, place(), text.no_sign(), text.no_sign_todo());
    }
    if empty(&agreement.if_not) {
        found.add(
            Rule::NoFailureStep,
            place(),
            text.no_failure_step(),
            text.no_failure_step_todo(),
        );
    }
}

fn is_child(plan: &Plan, id: &str) -> bool {
    plan.person(id).is_some_and(|person| person.is_child())
}

/// The names of those people for whom something holds.
fn those(plan: &Plan, ids: &[Id], holds: impl Fn(&Id) -> bool) -> Vec<String> {
    ids.iter()
        .filter(|id| holds(id))
        .map(|id| plan.name_of(id).to_owned())
        .collect()
}
