//! The later phases of a plan, and how it goes since it began.

use std::collections::BTreeMap;

use super::{each, role_of};
use crate::plan::look::Look;
use crate::plan::{
    Aftercare, Director, Id, Incident, Later, Legend, Measurement, Person, Phase, Recovery,
    RiskFactor,
};
use crate::questionnaire::{OptionRole, Role};

/// The phase that the professional decided on; the first while nothing was decided.
pub(super) fn phase(look: &Look<'_>, legend: &Legend) -> Phase {
    let chosen = look.choice(Role::PlanPhase, None);
    let role = chosen
        .known()
        .and_then(|choice| role_of(legend, Role::PlanPhase, &choice.id));
    let phases = Phase::ALL.iter().copied();
    phases
        .into_iter()
        .find(|phase| Some(phase.role()) == role)
        .unwrap_or_default()
}

pub(super) fn later(look: &Look<'_>, people: &[Person]) -> Later {
    Later {
        incidents: each(look, Role::Incidents, |id, row| Incident {
            id,
            date: look.date(Role::IncidentDate, row),
            what: look.text(Role::IncidentWhat, row),
            done: look.text(Role::IncidentDone, row),
        }),
        measurements: each(look, Role::Measurements, |id, row| Measurement {
            id,
            who: look.ids(Role::MeasurementWho, row),
            date: look.date(Role::MeasurementDate, row),
            figure: look.rate(Role::MeasurementFigure, row),
            reason: look.text(Role::MeasurementReason, row),
        }),
        risk_factors: risk_factors(look),
        recoveries: recoveries(look, people),
        directors: each(look, Role::Directors, |id, row| Director {
            id,
            who: look.text(Role::DirectorWho, row),
            organisation: look.text(Role::DirectorOrganisation, row),
            covers: look.choice(Role::DirectorCovers, row),
            from: look.date(Role::DirectorFrom, row),
            until: look.date(Role::DirectorUntil, row),
            deputy: look.text(Role::DirectorDeputy, row),
        }),
        aftercare: Aftercare {
            contact: look.text(Role::AftercareContact, None),
            signs: look.text(Role::AftercareSigns, None),
            date: look.date(Role::AftercareDate, None),
        },
    }
}

/// The ranked ones in their order, then the others in the order in which they were written.
fn risk_factors(look: &Look<'_>) -> Vec<RiskFactor> {
    let order = look.ids(Role::RiskOrder, None);
    let places: BTreeMap<&Id, usize> = order.ids().iter().zip(1..).collect();
    let mut all = each(look, Role::RiskFactors, |id, row| RiskFactor {
        rank: places.get(&id).copied(),
        id,
        what: look.text(Role::RiskFactorWhat, row),
        acts_on: look.text(Role::RiskFactorActsOn, row),
        weight: look.rate(Role::RiskFactorWeight, row),
        help: look.text(Role::RiskFactorHelp, row),
        help_kind: look.choice(Role::RiskFactorHelpKind, row),
        who: look.ids(Role::RiskFactorWho, row),
        starts: look.date(Role::RiskFactorStarts, row),
        gone_on: look.date(Role::RiskFactorGoneOn, row),
    });
    all.sort_by_key(|one| one.rank.unwrap_or(usize::MAX));
    all
}

/// Children first: each in the order of the people.
fn recoveries(look: &Look<'_>, people: &[Person]) -> Vec<Recovery> {
    let mut all = each(look, Role::Recoveries, |id, row| Recovery {
        id,
        who: look.ids(Role::RecoveryWho, row),
        what: look.text(Role::RecoveryWhat, row),
        help: look.text(Role::RecoveryHelp, row),
        help_kind: look.choice(Role::RecoveryHelpKind, row),
        starts: look.date(Role::RecoveryStarts, row),
    });
    let is_child = |id: &Id| {
        let person = people.iter().find(|person| person.id == *id);
        person.and_then(|person| person.kind) == Some(OptionRole::Child)
    };
    all.sort_by_key(|one| !one.who.ids().iter().any(is_child));
    all
}
