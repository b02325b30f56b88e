//! From answers to a plan: every part by the role that the list declares, and only what now belongs.

mod later;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::look::Look;
use super::*;
use crate::answer::RowId;
use crate::engine::{self, View};
use crate::plain::plain;
use crate::questionnaire::{DerivedRole, Formula, OptionId, Role, Text};
use crate::telling;
use crate::text::nl;

/// What does not stand in the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The day the plan is made.
    pub on: NaiveDate,
    /// Which plan this is for this reader, from one.
    pub number: u32,
    /// For whom.
    pub audience: Audience,
}

/// The questions whose options and scales a plan file explains.
const WITH_WORDS: &[Role] = &[
    Role::PersonKind,
    Role::PersonLives,
    Role::SituationSeverity,
    Role::SituationRecurrence,
    Role::SituationUrgency,
    Role::SituationSourceKind,
    Role::RatingSeverity,
    Role::RatingRecurrence,
    Role::RatingUrgency,
    Role::SafetyConditionSetBy,
    Role::SafetyConditionMet,
    Role::ConsentStand,
    Role::PlanWithFamily,
    Role::PlanPhase,
    Role::MeasurementFigure,
    Role::RiskFactorWeight,
    Role::RiskFactorHelpKind,
    Role::RecoveryHelpKind,
    Role::DirectorCovers,
];

/// What a plan is made of: where the list asks none of these (any more), no plan belongs.
const SUBSTANCE: &[Role] = &[
    Role::Situations,
    Role::SafetyConditions,
    Role::Agreements,
    Role::PlanOccasion,
    Role::PlanEmergencyCalls,
];

/// Makes the plan that these answers hold; none where a plan does not belong, as after a suspicion that was taken away.
pub fn build(view: &View<'_>, made: Made) -> Option<Plan> {
    let look = Look::new(view);
    if !SUBSTANCE.iter().any(|role| look.asks(*role)) {
        return None;
    }
    let used = |role: &&Role| match (role.list(), role) {
        (Some(list), _) => !look.rows(list).is_empty(),
        // A plan of before the phases were asked says nothing of them.
        (None, Role::PlanPhase) => look.choice(Role::PlanPhase, None).known().is_some(),
        (None, _) => true,
    };
    let legend = look.legend(WITH_WORDS.iter().filter(used));
    let people = people(&look, &legend);
    let mut plan = Plan {
        head: head(view, &look, &legend, &people, made),
        situations: situations(&look),
        rank_reason: look.text(Role::Top3Reason, None),
        rank_dissent: look.text(Role::Top3Dissent, None),
        ratings: each(&look, Role::Ratings, |id, row| Rating {
            id,
            at: look.ids(Role::RatingAt, row),
            by: look.ids(Role::RatingBy, row),
            severity: look.rate(Role::RatingSeverity, row),
            recurrence: look.rate(Role::RatingRecurrence, row),
            urgency: look.choice(Role::RatingUrgency, row),
            why: look.text(Role::RatingReason, row),
        }),
        conditions: each(&look, Role::SafetyConditions, |id, row| SafetyCondition {
            id,
            at: look.ids(Role::SafetyConditionAt, row),
            text: look.text(Role::SafetyConditionText, row),
            set_by: look.choice(Role::SafetyConditionSetBy, row),
            met: look.choice(Role::SafetyConditionMet, row),
            met_on: look.date(Role::SafetyConditionMetOn, row),
        }),
        agreements: each(&look, Role::Agreements, |id, row| Agreement {
            id,
            at: look.ids(Role::AgreementAt, row),
            who: look.ids(Role::AgreementWho, row),
            does: look.text(Role::AgreementDoes, row),
            when: look.text(Role::AgreementWhen, row),
            seen_by: look.text(Role::AgreementSeenBy, row),
            checker: look.ids(Role::AgreementChecker, row),
            how_often: look.text(Role::AgreementHowOften, row),
            if_not: look.text(Role::AgreementIfNot, row),
        }),
        child_lines: each(&look, Role::ChildLines, |id, row| ChildLine {
            id,
            who: look.ids(Role::ChildLineWho, row),
            text: look.text(Role::ChildLineText, row),
        }),
        early_signs: each(&look, Role::EarlySigns, |id, row| EarlySign {
            id,
            who: look.ids(Role::EarlySignWho, row),
            what: look.text(Role::EarlySignWhat, row),
            does: look.text(Role::EarlySignDoes, row),
        }),
        emergency: Emergency {
            calls: look.text(Role::PlanEmergencyCalls, None),
            steps: look.text(Role::PlanEmergencySteps, None),
            children: look.text(Role::PlanEmergencyChildren, None),
        },
        escalations: each(&look, Role::Escalations, |id, row| Escalation {
            id,
            when: look.text(Role::EscalationWhen, row),
            who: look.ids(Role::EscalationWho, row),
            step: look.text(Role::EscalationStep, row),
        }),
        review: Review {
            date: look.date(Role::PlanReviewDate, None),
            with: look.ids(Role::PlanReviewWith, None),
        },
        later: later::later(&look, &people),
        consents: each(&look, Role::Consents, |id, row| Consent {
            id,
            who: look.ids(Role::ConsentWho, row),
            stand: look.choice(Role::ConsentStand, row),
            reason: look.text(Role::ConsentReason, row),
        }),
        texts: Texts {
            occasion: look.text(Role::PlanOccasion, None),
            fear: look.text(Role::PlanFear, None),
            strengths: look.text(Role::PlanStrengths, None),
            network: look.text(Role::PlanNetwork, None),
            supervision: look.text(Role::PlanSupervision, None),
            differences: look.text(Role::PlanDifferences, None),
            discussed: look.text(Role::PlanDiscussed, None),
        },
        attention: attention(view, &look),
        people,
        legend,
    };
    // What nobody knows yet, nobody carries out.
    if !plan.is_settled() {
        plan.head.status = Status::Draft;
    }
    Some(plan)
}

/// The people and what happens between them alone, also where no plan belongs.
pub fn people_of(view: &View<'_>) -> Plan {
    let look = Look::new(view);
    let legend = look.legend([Role::PersonKind, Role::PersonLives].iter());
    Plan {
        people: people(&look, &legend),
        situations: situations(&look),
        legend,
        ..Plan::default()
    }
}

fn head(view: &View<'_>, look: &Look<'_>, legend: &Legend, people: &[Person], made: Made) -> Head {
    let with_family = look.choice(Role::PlanWithFamily, None);
    let together = with_family
        .known()
        .and_then(|choice| role_of(legend, Role::PlanWithFamily, &choice.id))
        == Some(OptionRole::MadeWithFamily);
    let makers = look.ids(Role::PlanMakers, None);
    let professional = |id: &Id| {
        people
            .iter()
            .any(|one| one.id == *id && one.kind == Some(OptionRole::Professional))
    };
    let (made_by, made_with) = makers.ids().iter().cloned().partition(professional);
    let mut based_on = vec![view.list.version.clone()];
    based_on.extend(view.list.uses.iter().cloned());
    Head {
        label: look.text(Role::CaseLabel, None),
        number: made.number,
        audience: made.audience,
        status: if together {
            Status::Active
        } else {
            Status::Draft
        },
        phase: later::phase(look, legend),
        phase_reason: look.text(Role::PlanPhaseReason, None),
        phase_since: look.date(Role::PlanPhaseDate, None),
        made_on: made.on,
        organisation: None,
        made_by,
        made_with,
        with_family,
        valid_until: look.date(Role::PlanValidUntil, None),
        based_on,
    }
}

fn people(look: &Look<'_>, legend: &Legend) -> Vec<Person> {
    let mut people = each(look, Role::Persons, |id, row| {
        let kind_text = look.choice(Role::PersonKind, row);
        let kind = kind_text
            .known()
            .and_then(|choice| role_of(legend, Role::PersonKind, &choice.id));
        Person {
            id,
            name: look.text(Role::PersonName, row),
            kind,
            kind_text,
            part: look.text(Role::PersonPart, row),
            age: look.whole(Role::PersonAge, row),
            lives: look.choice(Role::PersonLives, row),
            authority: look.yes_no(Role::PersonAuthority, row),
            authority_over: look.ids(Role::PersonAuthorityOver, row),
            unborn: look.yes_no(Role::PersonUnborn, row),
            lives_with: look.ids(Role::PersonLivesWith, row),
            parent_of: look.ids(Role::PersonParentOf, row),
            partner_of: look.ids(Role::PersonPartnerOf, row),
            ex_of: look.ids(Role::PersonExPartnerOf, row),
        }
    });
    hide_places(&mut people);
    people
}

/// With whom somebody stays can tell where. It stays with a child who lives with an adult of the family, and goes elsewhere.
fn hide_places(people: &mut [Person]) {
    let family: Vec<Id> = people
        .iter()
        .filter(|one| one.kind == Some(OptionRole::Household))
        .map(|one| one.id.clone())
        .collect();
    for one in people {
        let with = one.lives_with.ids();
        let told = one.is_child() && !with.is_empty() && with.iter().all(|id| family.contains(id));
        if !told {
            one.lives_with = Field::default();
        }
    }
}

/// The ranked situations in their order, then the others in the order in which they were written.
fn situations(look: &Look<'_>) -> Vec<Situation> {
    let order = look.ids(Role::Top3, None);
    let places: BTreeMap<&Id, usize> = order.ids().iter().zip(1..).collect();
    let mut all = each(look, Role::Situations, |id, row| Situation {
        rank: places.get(&id).copied(),
        id,
        what: look.text(Role::SituationWhat, row),
        does: look.ids(Role::SituationDoes, row),
        undergoes: look.ids(Role::SituationUndergoes, row),
        sees: look.ids(Role::SituationSees, row),
        last_time: look.date(Role::SituationLastTime, row),
        effect: look.text(Role::SituationEffect, row),
        red_flag: look.yes_no(Role::SituationRedFlag, row),
        severity: look.rate(Role::SituationSeverity, row),
        recurrence: look.rate(Role::SituationRecurrence, row),
        urgency: look.choice(Role::SituationUrgency, row),
        rated_by: look.ids(Role::SituationBy, row),
        rated_why: look.text(Role::SituationReason, row),
        source: look.text(Role::SituationSource, row),
        source_kind: look.choice(Role::SituationSourceKind, row),
    });
    all.sort_by_key(|one| one.rank.unwrap_or(usize::MAX));
    all
}

/// Every level but the first of what the list marks as something to point out, also while it is only possible; and
/// every place where the order goes against what the list says belongs on top.
fn attention(view: &View<'_>, look: &Look<'_>) -> Vec<Attention> {
    let outcomes = engine::outcomes(view);
    let mut found = Vec::new();
    let points_out = [
        DerivedRole::PlanAttention,
        DerivedRole::PlanTogether,
        DerivedRole::CaseAttention,
    ];
    for (_, derived) in telling::attention(view.list, &points_out) {
        let Some(outcome) = outcomes.get(&derived.id) else {
            continue;
        };
        let heaviest = derived
            .levels
            .iter()
            .skip(1)
            .rev()
            .find(|level| outcome.spread.levels.contains(&level.id));
        let Some(level) = heaviest else { continue };
        let certain = outcome.is_fixed();
        let reason = if certain {
            outcome
                .reasons
                .first()
                .and_then(|reason| reason.rule.as_ref())
        } else {
            reason_of(&derived.formula, &level.id)
        };
        found.push(Attention {
            title: plain(level.text.get("nl")).into_owned(),
            reason: reason.map(|text| plain(text.get("nl")).into_owned()),
            certain,
        });
    }
    let (text, order) = (nl(), look.ids(Role::Top3, None));
    let called = |row: &RowId| match order.ids().iter().position(|id| *id == row.0) {
        Some(at) => text.plan_names.at_situation(at + 1),
        None => text.plan_names.at_situation(row),
    };
    for clash in engine::clashes(view) {
        found.push(Attention {
            title: text.plan.clash(called(&clash.row), called(&clash.under)),
            reason: Some(plain(&telling::clash(&clash)).into_owned()),
            certain: true,
        });
    }
    found
}

/// What the list says at the first rule that gives this level.
fn reason_of<'a>(formula: &'a Formula, level: &OptionId) -> Option<&'a Text> {
    match formula {
        Formula::Rules(rows) | Formula::Table(rows) => {
            rows.iter().find(|row| row.level == *level)?.reason.as_ref()
        }
        Formula::Bands { rows, .. } => rows.iter().find(|row| row.level == *level)?.reason.as_ref(),
        _ => None,
    }
}

fn each<T>(look: &Look<'_>, list: Role, row: impl Fn(Id, Option<&RowId>) -> T) -> Vec<T> {
    look.rows(list)
        .iter()
        .map(|id| row(id.0.clone(), Some(id)))
        .collect()
}

fn role_of(legend: &Legend, question: Role, option: &str) -> Option<OptionRole> {
    let words = legend.get(&question)?;
    words.iter().find(|word| word.id == option)?.role
}
