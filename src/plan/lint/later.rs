//! The later phases: whether the plan is as far as it says, who keeps the whole in sight, and help that may be missing.
//! What may be missing is a question to think of, never a fault.

use chrono::NaiveDate;

use super::{Findings, Place, Rule, empty};
use crate::plan::flight::has_word;
use crate::plan::{Choice, Director, Field, Id, Incident, Phase, Plan, SafetyCondition};
use crate::questionnaire::{OptionRole, Role};
use crate::text::nl;

pub(super) fn check(found: &mut Findings<'_>, today: NaiveDate) {
    let plan = found.plan;
    ahead(found, plan);
    incidents(found, plan);
    directors(found, plan, today);
    if plan.head.phase > Phase::Immediate {
        missing(found, plan);
    }
}

/// A later phase than the conditions allow, without a reason.
fn ahead(found: &mut Findings<'_>, plan: &Plan) {
    let text = &nl().plan;
    let open = plan.conditions.iter().filter(|one| !is_met(plan, one));
    if plan.head.phase > Phase::Immediate && empty(&plan.head.phase_reason) && open.count() > 0 {
        let what = text.phase_ahead(plan.phase_called());
        found.add(
            Rule::PhaseAhead,
            Place::Phase,
            what,
            text.phase_ahead_todo(),
        );
    }
}

/// Whether somebody said that this is met, and not in part.
fn is_met(plan: &Plan, one: &SafetyCondition) -> bool {
    plan.means(Role::SafetyConditionMet, &one.met) == Some(OptionRole::Met)
}

/// An incident after which nobody looked at every condition again, while the plan is in a later phase.
fn incidents(found: &mut Findings<'_>, plan: &Plan) {
    if plan.head.phase == Phase::Immediate {
        return;
    }
    let text = &nl().plan;
    for one in &plan.later.incidents {
        if !was_looked_at(plan, one) {
            found.add(
                Rule::IncidentUnseen,
                Place::Incident(one.id.clone()),
                text.incident_unseen(),
                text.incident_unseen_todo(),
            );
        }
    }
}

fn was_looked_at(plan: &Plan, incident: &Incident) -> bool {
    let Some(day) = incident.date.known() else {
        return false;
    };
    let since = |field: &Field<NaiveDate>| field.known().is_some_and(|seen| seen >= day);
    if plan.conditions.is_empty() {
        return since(&plan.head.phase_since);
    }
    plan.conditions.iter().all(|one| since(&one.met_on))
}

/// One party keeps the whole in sight, and somebody takes over.
fn directors(found: &mut Findings<'_>, plan: &Plan, today: NaiveDate) {
    let text = &nl().plan;
    let all = &plan.later.directors;
    let mut add = |rule, what, todo| found.add(rule, Place::Directors, what, todo);
    if all.is_empty() {
        if plan.head.phase > Phase::Immediate && empty(&plan.texts.supervision) {
            add(
                Rule::NoDirector,
                text.no_director(),
                text.no_director_todo(),
            );
        }
        return;
    }
    if !all.iter().any(|one| one.holds_on(today)) {
        let (what, todo) = (text.nobody_directs(), text.no_director_todo());
        add(Rule::NoDirector, what, todo);
    }
    let not_over = |one: &&Director| one.until.known().is_none_or(|until| *until >= today);
    let now: Vec<&Director> = all.iter().filter(not_over).collect();
    let pairs = now.iter().enumerate();
    if pairs
        .into_iter()
        .any(|(at, one)| now[at + 1..].iter().any(|other| overlap(one, other)))
    {
        let (what, todo) = (text.two_directors(), text.two_directors_todo());
        add(Rule::TwoDirectors, what, todo);
    }
    if now
        .iter()
        .any(|one| one.holds_on(today) && empty(&one.deputy))
    {
        add(Rule::NoDeputy, text.no_deputy(), text.no_deputy_todo());
    }
}

/// Whether two hold the same at one time. What is not known sets no bound.
fn overlap(one: &Director, other: &Director) -> bool {
    let starts_in_time = |one: &Director, other: &Director| {
        match (one.from.known(), other.until.known()) {
            // On the day of the hand-over both may stand there.
            (Some(from), Some(until)) => from < until,
            _ => true,
        }
    };
    let id = |one: &Director| one.covers.known().map(|covers| covers.id.clone());
    let apart = id(one).is_some() && id(other).is_some() && id(one) != id(other);
    !apart && starts_in_time(one, other) && starts_in_time(other, one)
}

/// Help that nobody may have thought of yet.
fn missing(found: &mut Findings<'_>, plan: &Plan) {
    let text = &nl().plan;
    let phase = plan.head.phase;
    if phase == Phase::Stable && plan.later.risk_factors.is_empty() {
        let (what, todo) = (text.no_causes(), text.no_causes_todo());
        found.add(Rule::NoCauses, Place::Help, what, todo);
    }
    if phase >= Phase::Recovery {
        for child in plan.children() {
            let helped = |one: &crate::plan::Recovery| {
                one.who.has(&child.id) && (!empty(&one.help) || one.help_kind.known().is_some())
            };
            if !plan.later.recoveries.iter().any(helped) {
                let what = text.no_help_child(plan.name_of(&child.id));
                found.add(
                    Rule::NoHelpForChild,
                    Place::Help,
                    what,
                    text.no_help_child_todo(),
                );
            }
        }
        if asked(plan, OptionRole::HelpTrauma) && !planned(plan, OptionRole::HelpTrauma) {
            let (what, todo) = (text.no_trauma(), text.no_trauma_todo());
            found.add(Rule::NoTrauma, Place::Help, what, todo);
        }
    }
    if somebody_does(plan)
        && asked(plan, OptionRole::HelpDoer)
        && !planned(plan, OptionRole::HelpDoer)
    {
        let (what, todo) = (text.no_help_doer(), text.no_help_doer_todo());
        found.add(Rule::NoHelpForDoer, Place::Help, what, todo);
    }
    if asked(plan, OptionRole::TimeOut) && !planned(plan, OptionRole::TimeOut) && !is_agreed(plan) {
        let (what, todo) = (text.no_time_out(), text.no_time_out_todo());
        found.add(Rule::NoTimeOut, Place::Help, what, todo);
    }
    if asked(plan, OptionRole::HelpExperience) && !planned(plan, OptionRole::HelpExperience) {
        let (what, todo) = (text.no_experience(), text.no_experience_todo());
        found.add(Rule::NoExperience, Place::Help, what, todo);
    }
}

/// The kinds of help in the plan, with the role that asked for them.
fn kinds(plan: &Plan) -> impl Iterator<Item = (Role, &Field<Choice>)> {
    let factors = plan.later.risk_factors.iter();
    let factors = factors.map(|one| (Role::RiskFactorHelpKind, &one.help_kind));
    let recoveries = plan.later.recoveries.iter();
    factors.chain(recoveries.map(|one| (Role::RecoveryHelpKind, &one.help_kind)))
}

fn planned(plan: &Plan, kind: OptionRole) -> bool {
    kinds(plan).any(|(role, field)| plan.means(role, field) == Some(kind))
}

/// Whether the list asks for this kind of help: what nobody asked cannot be missing.
fn asked(plan: &Plan, kind: OptionRole) -> bool {
    let roles = [Role::RiskFactorHelpKind, Role::RecoveryHelpKind];
    let mut words = roles
        .iter()
        .filter_map(|role| plan.legend.get(role))
        .flatten();
    words.any(|word| word.role == Some(kind))
}

/// Whether an adult does something in a situation.
fn somebody_does(plan: &Plan) -> bool {
    let adult = |id: &Id| plan.person(id).is_some_and(|person| !person.is_child());
    let mut does = plan.situations.iter().flat_map(|one| one.does.ids());
    does.any(adult)
}

/// Whether an agreement or an early sign says that somebody steps out when tension rises.
fn is_agreed(plan: &Plan) -> bool {
    let words = nl().plan.time_out_words();
    let agreements = plan.agreements.iter().map(|one| &one.does);
    let mut texts = agreements.chain(plan.early_signs.iter().map(|one| &one.does));
    texts.any(|field| {
        let text = field.text().unwrap_or("");
        words.split(", ").any(|word| has_word(text, word))
    })
}
