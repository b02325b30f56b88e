//! The rows of a plan, kind by kind: which ones are about the reader, and which fields of each.

use std::collections::BTreeSet;

use super::Taker;
use crate::plan::{
    Aftercare, Agreement, ChildLine, Consent, Director, EarlySign, Escalation, Field, Id, Incident,
    Later, Measurement, Person, Plan, Recovery, RiskFactor, SafetyCondition, Situation,
};

impl Taker<'_> {
    /// Every kind of row.
    pub(super) fn rows(&self, plan: &Plan, made: &mut Plan) {
        made.agreements = self.each("afspraken", &plan.agreements, Self::own_agreement, |one| {
            self.agreement(one)
        });
        let bound: BTreeSet<&Id> = plan
            .agreements
            .iter()
            .filter(|one| self.own_agreement(one))
            .flat_map(|one| one.at.ids())
            .collect();
        let own = |_: &Self, one: &SafetyCondition| bound.contains(&one.id);
        made.conditions = self.each("voorwaarden", &plan.conditions, own, |one| {
            self.condition(one)
        });
        let own_situation = |_: &Self, one: &Situation| {
            let own = plan
                .conditions
                .iter()
                .filter(|other| bound.contains(&other.id));
            own.flat_map(|other| other.at.ids()).any(|id| *id == one.id)
        };
        for (part, ranked) in [("top3", true), ("andere_situaties", false)] {
            let all: Vec<Situation> = plan
                .situations
                .iter()
                .filter(|one| one.rank.is_some() == ranked)
                .cloned()
                .collect();
            made.situations
                .extend(self.each(part, &all, own_situation, |one| self.situation(part, one)));
        }
        // A child of two houses has one line, and it is about this one.
        made.child_lines = self.each(
            "kinderen",
            &plan.child_lines,
            |taker, one| taker.whom.all(one.who.ids()) && (taker.whom.here || !taker.house),
            |one| ChildLine {
                id: one.id.clone(),
                who: self.field("kinderen", "wie", &one.who),
                text: self.text("kinderen", Some(&one.id), "tekst", &one.text),
            },
        );
        made.early_signs = self.each(
            "signalen",
            &plan.early_signs,
            |taker, one| taker.whom.all(one.who.ids()),
            |one| EarlySign {
                id: one.id.clone(),
                who: self.field("signalen", "wie", &one.who),
                what: self.text("signalen", Some(&one.id), "wat", &one.what),
                does: self.text("signalen", Some(&one.id), "doet", &one.does),
            },
        );
        made.escalations = self.each(
            "als_het_misgaat",
            &plan.escalations,
            |taker, one| taker.whom.any(one.who.ids()),
            |one| Escalation {
                id: one.id.clone(),
                when: self.text("als_het_misgaat", Some(&one.id), "wanneer", &one.when),
                who: self.field("als_het_misgaat", "wie", &one.who),
                step: self.text("als_het_misgaat", Some(&one.id), "stap", &one.step),
            },
        );
        made.consents = self.each(
            "akkoord",
            &plan.consents,
            |taker, one| taker.whom.all(one.who.ids()),
            |one| Consent {
                id: one.id.clone(),
                who: self.field("akkoord", "wie", &one.who),
                stand: self.field("akkoord", "stand", &one.stand),
                reason: self.text("akkoord", Some(&one.id), "reden", &one.reason),
            },
        );
        made.later = self.later(&plan.later);
    }

    /// The rows of one part, all of them or only one's own.
    fn each<T>(
        &self,
        part: &str,
        rows: &[T],
        own: impl Fn(&Self, &T) -> bool,
        make: impl Fn(&T) -> T,
    ) -> Vec<T> {
        if !self.wants(part) {
            return Vec::new();
        }
        let rows = rows.iter().filter(|row| !self.own(part) || own(self, row));
        rows.map(make).collect()
    }

    /// Whoever does it or looks along has it before them.
    fn own_agreement(&self, one: &Agreement) -> bool {
        self.whom.any(one.who.ids()) || self.whom.any(one.checker.ids())
    }

    fn agreement(&self, one: &Agreement) -> Agreement {
        let text = |field, from| self.text("afspraken", Some(&one.id), field, from);
        Agreement {
            id: one.id.clone(),
            // To what it belongs is for who gets the conditions.
            at: match self.wants("voorwaarden") {
                true => bare(&one.at),
                false => Field::default(),
            },
            who: self.field("afspraken", "wie", &one.who),
            does: text("doet", &one.does),
            when: text("wanneer", &one.when),
            seen_by: text("zichtbaar_aan", &one.seen_by),
            checker: self.field("afspraken", "controle", &one.checker),
            how_often: text("hoe_vaak", &one.how_often),
            if_not: text("als_het_niet_lukt", &one.if_not),
        }
    }

    fn condition(&self, one: &SafetyCondition) -> SafetyCondition {
        SafetyCondition {
            id: one.id.clone(),
            at: match self.wants("top3") || self.wants("andere_situaties") {
                true => bare(&one.at),
                false => Field::default(),
            },
            text: self.text("voorwaarden", Some(&one.id), "tekst", &one.text),
            set_by: self.field("voorwaarden", "gesteld_door", &one.set_by),
            met: self.field("voorwaarden", "gehaald", &one.met),
            met_on: self.field("voorwaarden", "gehaald_op", &one.met_on),
        }
    }

    fn situation(&self, part: &str, one: &Situation) -> Situation {
        let text = |field, from| self.text(part, Some(&one.id), field, from);
        Situation {
            id: one.id.clone(),
            rank: one.rank,
            what: text("wat", &one.what),
            does: self.field(part, "doet", &one.does),
            undergoes: self.field(part, "ondergaat", &one.undergoes),
            sees: self.field(part, "ziet", &one.sees),
            last_time: self.field(part, "laatste_keer", &one.last_time),
            effect: text("gevolg", &one.effect),
            red_flag: self.field(part, "rode_vlag", &one.red_flag),
            severity: self.field(part, "ernst", &one.severity),
            recurrence: self.field(part, "herhaling", &one.recurrence),
            urgency: self.field(part, "urgentie", &one.urgency),
            rated_by: self.field(part, "door", &one.rated_by),
            rated_why: text("reden", &one.rated_why),
            source: text("bron", &one.source),
            source_kind: self.field(part, "bron", &one.source_kind),
        }
    }

    fn later(&self, from: &Later) -> Later {
        let others = |_: &Self, _: &Incident| false;
        Later {
            incidents: self.each("incidenten", &from.incidents, others, |one| Incident {
                id: one.id.clone(),
                date: self.field("incidenten", "datum", &one.date),
                what: self.text("incidenten", Some(&one.id), "wat", &one.what),
                done: self.text("incidenten", Some(&one.id), "gedaan", &one.done),
            }),
            measurements: self.each(
                "veiligheidscijfers",
                &from.measurements,
                |taker, one| taker.whom.all(one.who.ids()),
                |one| Measurement {
                    id: one.id.clone(),
                    who: self.field("veiligheidscijfers", "wie", &one.who),
                    date: self.field("veiligheidscijfers", "datum", &one.date),
                    figure: self.field("veiligheidscijfers", "cijfer", &one.figure),
                    reason: self.text("veiligheidscijfers", Some(&one.id), "reden", &one.reason),
                },
            ),
            risk_factors: self.each(
                "risicofactoren",
                &from.risk_factors,
                |taker, one| taker.whom.any(one.who.ids()),
                |one| self.risk_factor(one),
            ),
            recoveries: self.each(
                "herstel",
                &from.recoveries,
                |taker, one| taker.whom.all(one.who.ids()),
                |one| Recovery {
                    id: one.id.clone(),
                    who: self.field("herstel", "wie", &one.who),
                    what: self.text("herstel", Some(&one.id), "wat", &one.what),
                    help: self.text("herstel", Some(&one.id), "hulp", &one.help),
                    help_kind: self.field("herstel", "soort_hulp", &one.help_kind),
                    starts: self.field("herstel", "begint", &one.starts),
                },
            ),
            directors: self.each(
                "regie",
                &from.directors,
                |_, _| false,
                |one| {
                    let text = |field, from| self.text("regie", Some(&one.id), field, from);
                    Director {
                        id: one.id.clone(),
                        who: text("wie", &one.who),
                        organisation: text("organisatie", &one.organisation),
                        covers: self.field("regie", "zicht_op", &one.covers),
                        from: self.field("regie", "van", &one.from),
                        until: self.field("regie", "tot", &one.until),
                        deputy: text("vervanger", &one.deputy),
                    }
                },
            ),
            aftercare: Aftercare {
                contact: self.text("nazorg", None, "contact", &from.aftercare.contact),
                signs: self.text("nazorg", None, "signalen", &from.aftercare.signs),
                date: self.field("nazorg", "datum", &from.aftercare.date),
            },
        }
    }

    fn risk_factor(&self, one: &RiskFactor) -> RiskFactor {
        let text = |field, from| self.text("risicofactoren", Some(&one.id), field, from);
        RiskFactor {
            id: one.id.clone(),
            rank: one.rank,
            what: text("wat", &one.what),
            acts_on: text("werkt_op", &one.acts_on),
            weight: self.field("risicofactoren", "gewicht", &one.weight),
            help: text("hulp", &one.help),
            help_kind: self.field("risicofactoren", "soort_hulp", &one.help_kind),
            who: self.field("risicofactoren", "wie", &one.who),
            starts: self.field("risicofactoren", "begint", &one.starts),
            gone_on: self.field("risicofactoren", "weg_op", &one.gone_on),
        }
    }

    /// The people: all where the profile names them, else those that something in it speaks of.
    pub(super) fn people(&self, plan: &Plan, made: &mut Plan) {
        let named = named(made);
        let all = self.wants("mensen") && !self.own("mensen");
        let here = |one: &&Person| {
            all || named.contains(&one.id) || (self.wants("mensen") && self.whom.has(&one.id))
        };
        let people = plan.people.iter().filter(here);
        made.people = people.map(|one| self.person(one)).collect();
    }

    fn person(&self, one: &Person) -> Person {
        let names = |field| self.names("mensen", field);
        let mut made = Person {
            id: one.id.clone(),
            // Where people are called by their role, the name is only read for the role in it.
            name: match self.called {
                true => self.read(format!("mensen/{}/naam", one.id), &one.name),
                false => bare(&one.name),
            },
            age: self.field("mensen", "leeftijd", &one.age),
            lives: self.field("mensen", "woont", &one.lives),
            authority: self.field("mensen", "gezag", &one.authority),
            ..Person::default()
        };
        if names("rol") {
            made.kind = one.kind;
            made.kind_text = bare(&one.kind_text);
        }
        if names("gezag") && self.wants("mensen") && !self.own("mensen") {
            made.authority_over = bare(&one.authority_over);
        }
        made
    }
}

/// What was said, without the remark beside it.
fn bare<T: Clone>(field: &Field<T>) -> Field<T> {
    Field {
        said: field.said.clone(),
        note: None,
    }
}

/// Everybody that something in the plan speaks of.
fn named(plan: &Plan) -> BTreeSet<Id> {
    let mut all: Vec<&[Id]> = vec![
        &plan.head.made_by,
        &plan.head.made_with,
        plan.review.with.ids(),
    ];
    for one in &plan.situations {
        all.extend([
            one.does.ids(),
            one.undergoes.ids(),
            one.sees.ids(),
            one.rated_by.ids(),
        ]);
    }
    for one in &plan.agreements {
        all.extend([one.who.ids(), one.checker.ids()]);
    }
    all.extend(plan.child_lines.iter().map(|one| one.who.ids()));
    all.extend(plan.early_signs.iter().map(|one| one.who.ids()));
    all.extend(plan.escalations.iter().map(|one| one.who.ids()));
    all.extend(plan.consents.iter().map(|one| one.who.ids()));
    all.extend(plan.later.measurements.iter().map(|one| one.who.ids()));
    all.extend(plan.later.risk_factors.iter().map(|one| one.who.ids()));
    all.extend(plan.later.recoveries.iter().map(|one| one.who.ids()));
    all.into_iter().flatten().cloned().collect()
}
