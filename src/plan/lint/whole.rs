//! The plan as a whole: every situation a condition, every condition an agreement, every child a line, a day to look.

use chrono::NaiveDate;

use super::{Findings, Place, Rule, empty};
use crate::plan::{ChildLine, Id, Plan, Said};
use crate::text::nl;

pub(super) fn check(found: &mut Findings<'_>, today: NaiveDate) {
    let plan = found.plan;
    situations(found, plan);
    nothing_asked(found, plan);
    conditions(found, plan);
    children(found, plan);
    rest(found, plan, today);
}

fn situations(found: &mut Findings<'_>, plan: &Plan) {
    let text = &nl().plan;
    if plan.situations.is_empty() {
        let (what, todo) = (text.no_situation(), text.no_situation_todo());
        found.add(Rule::NoSituation, Place::Whole, what, todo);
    } else if plan.ranked().next().is_none() {
        let (what, todo) = (text.nothing_ranked(), text.nothing_ranked_todo());
        found.add(Rule::NothingRanked, Place::Whole, what, todo);
    }
    for situation in plan.ranked() {
        let place = || Place::Situation(situation.id.clone());
        if !plan.conditions.iter().any(|one| one.at.has(&situation.id)) {
            let (what, todo) = (text.no_condition(), text.no_condition_todo());
            found.add(Rule::NoCondition, place(), what, todo);
        }
        if situation.does.ids().is_empty() {
            let (what, todo) = (text.doer_unknown(), text.doer_unknown_todo());
            found.add(Rule::DoerUnknown, place(), what, todo);
        }
    }
}

/// Whoever does something in a situation is asked something, in the order of the situations.
fn nothing_asked(found: &mut Findings<'_>, plan: &Plan) {
    let text = &nl().plan;
    let mut told: Vec<&Id> = Vec::new();
    for situation in &plan.situations {
        for id in situation.does.ids() {
            let asked = plan.agreements.iter().any(|one| one.who.has(id));
            // A child who does something needs help before it needs a task.
            let child = plan.person(id).is_some_and(|person| person.is_child());
            if asked || child || told.contains(&id) {
                continue;
            }
            told.push(id);
            found.add(
                Rule::NothingAsked,
                Place::Situation(situation.id.clone()),
                text.nothing_asked(plan.name_of(id)),
                text.nothing_asked_todo(plan.name_of(id)),
            );
        }
    }
}

fn conditions(found: &mut Findings<'_>, plan: &Plan) {
    let text = &nl().plan;
    for condition in &plan.conditions {
        let place = || Place::Condition(condition.id.clone());
        if empty(&condition.text) {
            let (what, todo) = (text.no_condition_text(), text.no_condition_text_todo());
            found.add(Rule::NoConditionText, place(), what, todo);
        }
        if !plan.agreements.iter().any(|one| one.at.has(&condition.id)) {
            let (what, todo) = (text.no_agreement(), text.no_agreement_todo());
            found.add(Rule::NoAgreement, place(), what, todo);
        }
    }
}

fn children(found: &mut Findings<'_>, plan: &Plan) {
    let text = &nl().plan;
    for child in plan.children() {
        let line = |one: &ChildLine| one.who.has(&child.id) && !empty(&one.text);
        if !plan.child_lines.iter().any(line) {
            found.add(
                Rule::NoChildLine,
                Place::Person(child.id.clone()),
                text.no_child_line(plan.name_of(&child.id)),
                text.no_child_line_todo(),
            );
        }
    }
}

fn rest(found: &mut Findings<'_>, plan: &Plan, today: NaiveDate) {
    let text = &nl().plan;
    if empty(&plan.emergency.calls) {
        let (what, todo) = (text.no_emergency(), text.no_emergency_todo());
        found.add(Rule::NoEmergency, Place::Emergency, what, todo);
    }
    match plan.review.date.said {
        Said::Known(date) if date < today => {
            let (what, todo) = (text.review_past(), text.review_past_todo());
            found.add(Rule::ReviewPast, Place::Review, what, todo);
        }
        Said::Known(_) => {}
        _ => {
            let (what, todo) = (text.no_review(), text.no_review_todo());
            found.add(Rule::NoReview, Place::Review, what, todo);
        }
    }
}
