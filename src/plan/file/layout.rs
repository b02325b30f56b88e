//! The layout of a plan file: every key once, in the order in which it stands there.

use super::later;
use super::walk::{Of, Walk};
use super::{HEAD, LISTS, PRINT_KEY};
use crate::plan::{
    Agreement, Attention, Audience, ChildLine, Consent, EarlySign, Escalation, Head, Person, Phase,
    Plan, Rating, SafetyCondition, Situation, Status,
};
use crate::questionnaire::Role;

/// Goes through a whole plan. `print` is the fingerprint of the rest of the file.
pub(super) fn plan<W: Walk>(walk: &mut W, plan: &mut Plan, print: &mut Option<String>) {
    walk.group(HEAD, "de kop van het plan", |walk| {
        head(walk, &mut plan.head);
        walk.maybe(PRINT_KEY, print);
    });
    walk.rows("mensen", "een persoon", &mut plan.people, person);
    walk.text("aanleiding", &mut plan.texts.occasion);
    walk.text("waar_we_bang_voor_zijn", &mut plan.texts.fear);
    walk.text("wat_goed_gaat", &mut plan.texts.strengths);
    let ranked = plan.situations.iter().take_while(|one| one.rank.is_some());
    let mut parked = plan.situations.split_off(ranked.count());
    walk.rows("top3", "een situatie", &mut plan.situations, situation);
    walk.group("volgorde", "de volgorde", |walk| {
        walk.text("reden", &mut plan.rank_reason);
        walk.text("wie_ziet_het_anders", &mut plan.rank_dissent);
    });
    walk.rows("andere_situaties", "een situatie", &mut parked, situation);
    plan.situations.append(&mut parked);
    walk.rows("andere_wegingen", "een weging", &mut plan.ratings, rating);
    walk.rows(
        "voorwaarden",
        "een voorwaarde",
        &mut plan.conditions,
        condition,
    );
    walk.rows("afspraken", "een afspraak", &mut plan.agreements, agreement);
    walk.rows(
        "kinderen",
        "een regel voor een kind",
        &mut plan.child_lines,
        child,
    );
    walk.group("noodplan", "het noodplan", |walk| {
        walk.text("bellen", &mut plan.emergency.calls);
        walk.text("doen", &mut plan.emergency.steps);
        walk.text("kinderen", &mut plan.emergency.children);
    });
    walk.rows("signalen", "een signaal", &mut plan.early_signs, sign);
    walk.text("netwerk", &mut plan.texts.network);
    walk.text("toezicht", &mut plan.texts.supervision);
    walk.rows(
        "als_het_misgaat",
        "een stap",
        &mut plan.escalations,
        escalation,
    );
    walk.group("evaluatie", "de evaluatie", |walk| {
        walk.day("datum", &mut plan.review.date);
        walk.ids("met", &mut plan.review.with, Of::Person);
    });
    later::later(walk, &mut plan.later);
    walk.rows("akkoord", "een akkoord", &mut plan.consents, consent);
    walk.text("verschil_van_inzicht", &mut plan.texts.differences);
    walk.text("besproken", &mut plan.texts.discussed);
    walk.rows(
        "aandacht",
        "een aandachtspunt",
        &mut plan.attention,
        attention,
    );
    walk.legend("woorden", &mut plan.legend);
}

fn head<W: Walk>(walk: &mut W, head: &mut Head) {
    walk.text("casus", &mut head.label);
    walk.number("nummer", &mut head.number);
    walk.word("lezer", &mut head.audience, Audience::word, Audience::ALL);
    walk.word("status", &mut head.status, Status::word, Status::ALL);
    walk.word("fase", &mut head.phase, Phase::word, Phase::ALL);
    walk.day("fase_sinds", &mut head.phase_since);
    walk.text("fase_reden", &mut head.phase_reason);
    walk.group("gemaakt", "wie het plan maakten", |walk| {
        walk.made("datum", &mut head.made_on);
        walk.maybe("organisatie", &mut head.organisation);
        walk.known_ids("door", &mut head.made_by, Of::Person);
        walk.known_ids("met", &mut head.made_with, Of::Person);
        walk.choice("met_het_gezin", &mut head.with_family, Role::PlanWithFamily);
    });
    walk.day("geldt_tot", &mut head.valid_until);
    walk.lists(LISTS, &mut head.based_on);
}

fn person<W: Walk>(walk: &mut W, one: &mut Person) {
    walk.id(&mut one.id, Of::Person);
    walk.text("naam", &mut one.name);
    walk.choice("soort", &mut one.kind_text, Role::PersonKind);
    walk.meaning(&mut one.kind, &one.kind_text, Role::PersonKind);
    walk.text("rol", &mut one.part);
    walk.whole("leeftijd", &mut one.age);
    walk.choice("woont", &mut one.lives, Role::PersonLives);
    walk.yes_no("gezag", &mut one.authority);
    walk.ids("gezag_over", &mut one.authority_over, Of::Person);
    walk.yes_no("ongeboren", &mut one.unborn);
    walk.ids("woont_bij", &mut one.lives_with, Of::Person);
    walk.ids("ouder_van", &mut one.parent_of, Of::Person);
    walk.ids("partner_van", &mut one.partner_of, Of::Person);
    walk.ids("ex_van", &mut one.ex_of, Of::Person);
}

fn situation<W: Walk>(walk: &mut W, one: &mut Situation) {
    walk.id(&mut one.id, Of::Situation);
    walk.place("plaats", &mut one.rank);
    walk.text("wat", &mut one.what);
    walk.group("wie", "wie doet, ondergaat en ziet", |walk| {
        walk.ids("doet", &mut one.does, Of::Person);
        walk.ids("ondergaat", &mut one.undergoes, Of::Person);
        walk.ids("ziet", &mut one.sees, Of::Person);
    });
    walk.day("laatste_keer", &mut one.last_time);
    walk.text("gevolg", &mut one.effect);
    walk.yes_no("rode_vlag", &mut one.red_flag);
    walk.group("weging", "een weging", |walk| {
        walk.rate("ernst", &mut one.severity, Role::SituationSeverity);
        walk.rate("herhaling", &mut one.recurrence, Role::SituationRecurrence);
        walk.choice("urgentie", &mut one.urgency, Role::SituationUrgency);
        walk.ids("door", &mut one.rated_by, Of::Person);
        walk.text("reden", &mut one.rated_why);
    });
    walk.group("bron", "een bron", |walk| {
        walk.choice("aard", &mut one.source_kind, Role::SituationSourceKind);
        walk.text("van", &mut one.source);
    });
}

fn rating<W: Walk>(walk: &mut W, one: &mut Rating) {
    walk.id(&mut one.id, Of::Other("een weging"));
    walk.ids("bij", &mut one.at, Of::Situation);
    walk.ids("door", &mut one.by, Of::Person);
    walk.rate("ernst", &mut one.severity, Role::RatingSeverity);
    walk.rate("herhaling", &mut one.recurrence, Role::RatingRecurrence);
    walk.choice("urgentie", &mut one.urgency, Role::RatingUrgency);
    walk.text("reden", &mut one.why);
}

fn condition<W: Walk>(walk: &mut W, one: &mut SafetyCondition) {
    walk.id(&mut one.id, Of::Condition);
    walk.ids("bij", &mut one.at, Of::Situation);
    walk.text("tekst", &mut one.text);
    walk.choice("gesteld_door", &mut one.set_by, Role::SafetyConditionSetBy);
    walk.choice("gehaald", &mut one.met, Role::SafetyConditionMet);
    walk.day("gehaald_op", &mut one.met_on);
}

fn agreement<W: Walk>(walk: &mut W, one: &mut Agreement) {
    walk.id(&mut one.id, Of::Agreement);
    walk.ids("bij", &mut one.at, Of::Condition);
    walk.ids("wie", &mut one.who, Of::Person);
    walk.text("doet", &mut one.does);
    walk.text("wanneer", &mut one.when);
    walk.text("zichtbaar_aan", &mut one.seen_by);
    walk.group("controle", "de controle", |walk| {
        walk.ids("door", &mut one.checker, Of::Person);
        walk.text("hoe_vaak", &mut one.how_often);
    });
    walk.text("als_het_niet_lukt", &mut one.if_not);
}

fn child<W: Walk>(walk: &mut W, one: &mut ChildLine) {
    walk.id(&mut one.id, Of::Other("een regel voor een kind"));
    walk.ids("wie", &mut one.who, Of::Person);
    walk.text("tekst", &mut one.text);
}

fn sign<W: Walk>(walk: &mut W, one: &mut EarlySign) {
    walk.id(&mut one.id, Of::Other("een signaal"));
    walk.ids("wie", &mut one.who, Of::Person);
    walk.text("wat", &mut one.what);
    walk.text("doet", &mut one.does);
}

fn escalation<W: Walk>(walk: &mut W, one: &mut Escalation) {
    walk.id(&mut one.id, Of::Other("een stap"));
    walk.text("wanneer", &mut one.when);
    walk.ids("wie", &mut one.who, Of::Person);
    walk.text("stap", &mut one.step);
}

fn consent<W: Walk>(walk: &mut W, one: &mut Consent) {
    walk.id(&mut one.id, Of::Other("een akkoord"));
    walk.ids("wie", &mut one.who, Of::Person);
    walk.choice("stand", &mut one.stand, Role::ConsentStand);
    walk.text("reden", &mut one.reason);
}

fn attention<W: Walk>(walk: &mut W, one: &mut Attention) {
    walk.plain("wat", &mut one.title);
    walk.maybe("waarom", &mut one.reason);
    walk.flag("zeker", &mut one.certain);
}
