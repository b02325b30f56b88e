//! The layout of the later phases in a plan file.

use super::walk::{Of, Walk};
use crate::plan::{Director, Incident, Later, Measurement, Recovery, RiskFactor};
use crate::questionnaire::Role;

pub(super) fn later<W: Walk>(walk: &mut W, later: &mut Later) {
    walk.rows("incidenten", "een incident", &mut later.incidents, incident);
    walk.rows(
        "risicofactoren",
        "een risicofactor",
        &mut later.risk_factors,
        risk_factor,
    );
    walk.rows(
        "herstel",
        "een herstelstap",
        &mut later.recoveries,
        recovery,
    );
    walk.rows("regie", "een regisseur", &mut later.directors, director);
    walk.rows(
        "veiligheidscijfers",
        "een veiligheidscijfer",
        &mut later.measurements,
        measurement,
    );
    walk.group("nazorg", "de nazorg", |walk| {
        walk.text("contact", &mut later.aftercare.contact);
        walk.text("signalen", &mut later.aftercare.signs);
        walk.day("datum", &mut later.aftercare.date);
    });
}

fn incident<W: Walk>(walk: &mut W, one: &mut Incident) {
    walk.id(&mut one.id, Of::Other("een incident"));
    walk.day("datum", &mut one.date);
    walk.text("wat", &mut one.what);
    walk.text("gedaan", &mut one.done);
}

fn risk_factor<W: Walk>(walk: &mut W, one: &mut RiskFactor) {
    walk.id(&mut one.id, Of::Other("een risicofactor"));
    walk.place("plaats", &mut one.rank);
    walk.text("wat", &mut one.what);
    walk.text("werkt_op", &mut one.acts_on);
    walk.rate("gewicht", &mut one.weight, Role::RiskFactorWeight);
    walk.text("hulp", &mut one.help);
    walk.choice("soort_hulp", &mut one.help_kind, Role::RiskFactorHelpKind);
    walk.ids("wie", &mut one.who, Of::Person);
    walk.day("begint", &mut one.starts);
    walk.day("weg_op", &mut one.gone_on);
}

fn recovery<W: Walk>(walk: &mut W, one: &mut Recovery) {
    walk.id(&mut one.id, Of::Other("een herstelstap"));
    walk.ids("wie", &mut one.who, Of::Person);
    walk.text("wat", &mut one.what);
    walk.text("hulp", &mut one.help);
    walk.choice("soort_hulp", &mut one.help_kind, Role::RecoveryHelpKind);
    walk.day("begint", &mut one.starts);
}

fn director<W: Walk>(walk: &mut W, one: &mut Director) {
    walk.id(&mut one.id, Of::Other("een regisseur"));
    walk.text("wie", &mut one.who);
    walk.text("organisatie", &mut one.organisation);
    walk.choice("zicht_op", &mut one.covers, Role::DirectorCovers);
    walk.day("van", &mut one.from);
    walk.day("tot", &mut one.until);
    walk.text("vervanger", &mut one.deputy);
}

fn measurement<W: Walk>(walk: &mut W, one: &mut Measurement) {
    walk.id(&mut one.id, Of::Other("een veiligheidscijfer"));
    walk.ids("wie", &mut one.who, Of::Person);
    walk.day("datum", &mut one.date);
    walk.rate("cijfer", &mut one.figure, Role::MeasurementFigure);
    walk.text("reden", &mut one.reason);
}
