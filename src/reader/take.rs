//! Builds the plan of one reader: empty at first, then field by field what the profile names. A remark beside an answer is
//! never taken. Every text that somebody wrote is read on its way, and worded otherwise where the person chose that.

mod row;

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::Wish;
use super::guard::{Hit, Shut};
use super::whom::{Whom, audience};
use crate::plan::{Emergency, Field, Head, Id, Plan, Review, Said, Texts};
use crate::questionnaire::Role;
use crate::questionnaire::reader::{PARTS, Who};

/// Other words for one reader, by place: `afspraken/a1/doet`.
pub type Wording = BTreeMap<String, String>;

/// What was taken.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// The plan, still in the numbers of the case.
    pub plan: Plan,
    /// What this reader may not have, and where it stands.
    pub hits: Vec<Hit>,
    /// Where other words were used.
    pub reworded: Vec<String>,
}

/// What the profile wants of one part.
#[derive(Clone, Debug, Default)]
struct Want {
    /// Only what is about the reader.
    own: bool,
    fields: Vec<&'static str>,
}

/// Takes from a plan, by the names of the profile.
pub(super) struct Taker<'a> {
    wants: BTreeMap<&'static str, Want>,
    /// People are called as the case calls them.
    called: bool,
    /// The readers are a household.
    house: bool,
    /// One of the readers is there when one looks again.
    reviews: bool,
    whom: &'a Whom,
    wording: &'a Wording,
    shut: Option<&'a Shut>,
    hits: RefCell<Vec<Hit>>,
    reworded: RefCell<Vec<String>>,
}

/// The plan of one reader. Without a guard nothing is looked for.
pub fn take(plan: &Plan, wish: &Wish<'_>, shut: Option<&Shut>) -> Taken {
    let taker = Taker {
        wants: wants(wish),
        called: wish.reader.names,
        house: wish.reader.who == Some(Who::Household),
        reviews: wish.whom.any(plan.review.with.ids()),
        whom: wish.whom,
        wording: wish.wording,
        shut,
        hits: RefCell::default(),
        reworded: RefCell::default(),
    };
    let mut made = Plan {
        head: taker.head(plan, wish),
        ..Plan::default()
    };
    taker.rows(plan, &mut made);
    made.texts = taker.texts(&plan.texts);
    made.emergency = Emergency {
        calls: taker.text("noodplan", None, "bellen", &plan.emergency.calls),
        steps: taker.text("noodplan", None, "doen", &plan.emergency.steps),
        children: taker.text("noodplan", None, "kinderen", &plan.emergency.children),
    };
    made.review = Review {
        date: taker.field("evaluatie", "datum", &plan.review.date),
        with: taker.field("evaluatie", "met", &plan.review.with),
    };
    made.rank_reason = taker.text("volgorde", None, "reden", &plan.rank_reason);
    made.rank_dissent = taker.text("volgorde", None, "wie_ziet_het_anders", &plan.rank_dissent);
    taker.people(plan, &mut made);
    made.legend = legend(plan, &made);
    Taken {
        plan: made,
        hits: taker.hits.into_inner(),
        reworded: taker.reworded.into_inner(),
    }
}

/// What all parts of the profile together want.
fn wants(wish: &Wish<'_>) -> BTreeMap<&'static str, Want> {
    let mut wants: BTreeMap<&'static str, Want> = BTreeMap::new();
    for takes in wish
        .reader
        .parts
        .iter()
        .filter_map(|part| part.takes.as_ref())
    {
        // `check` sees to it that rows are named once.
        let want = wants.entry(takes.part).or_default();
        want.own |= takes.own;
        want.fields
            .extend(takes.fields.iter().map(|(name, _)| *name));
    }
    wants
}

impl Taker<'_> {
    /// Whether the profile names this part at all.
    fn wants(&self, part: &str) -> bool {
        self.wants.contains_key(part)
    }

    /// Whether only what is about the reader is taken of this part.
    fn own(&self, part: &str) -> bool {
        self.wants.get(part).is_some_and(|want| want.own)
    }

    /// Of a part that is one whole: whether it is for these people, where only their own is taken. What to do when it goes
    /// wrong is for the house that the plan is about; the day to look again is for who will be there.
    fn for_them(&self, part: &str) -> bool {
        match part {
            _ if !self.own(part) => true,
            "evaluatie" => self.reviews,
            _ => self.whom.here,
        }
    }

    fn names(&self, part: &str, field: &str) -> bool {
        let want = self.wants.get(part);
        want.is_some_and(|want| want.fields.contains(&field))
    }

    /// A field that nobody wrote freely, without the remark beside it.
    fn field<T: Clone>(&self, part: &str, field: &str, from: &Field<T>) -> Field<T> {
        if !self.names(part, field) || (!has_rows(part) && !self.for_them(part)) {
            return Field::default();
        }
        Field {
            said: from.said.clone(),
            note: None,
        }
    }

    /// A text that somebody wrote, in a row or not.
    fn text(
        &self,
        part: &str,
        row: Option<&Id>,
        field: &str,
        from: &Field<String>,
    ) -> Field<String> {
        if !self.names(part, field) || (row.is_none() && !self.for_them(part)) {
            return Field::default();
        }
        let place = match row {
            Some(row) => format!("{part}/{row}/{field}"),
            None => format!("{part}/{field}"),
        };
        self.read(place, from)
    }

    /// A part that is one text.
    fn whole(&self, part: &str, from: &Field<String>) -> Field<String> {
        if !self.wants(part) || !self.for_them(part) {
            return Field::default();
        }
        self.read(part.to_owned(), from)
    }

    fn read(&self, place: String, from: &Field<String>) -> Field<String> {
        let Said::Known(text) = &from.said else {
            return Field {
                said: from.said.clone(),
                note: None,
            };
        };
        let anew = self.wording.get(&place);
        let text = anew.unwrap_or(text);
        if let Some(shut) = self.shut {
            let found = shut.find(text, anew.is_some());
            if !found.is_empty() {
                self.hits.borrow_mut().push(Hit {
                    place: place.clone(),
                    text: text.clone(),
                    kinds: found,
                });
            }
        }
        if anew.is_some() {
            self.reworded.borrow_mut().push(place);
        }
        Field {
            said: Said::Known(text.clone()),
            note: None,
        }
    }

    fn head(&self, plan: &Plan, wish: &Wish<'_>) -> Head {
        let from = &plan.head;
        let names = |field| self.names("plan", field);
        let mut head = Head {
            number: wish.number,
            audience: audience(wish.reader),
            made_on: from.made_on,
            phase_since: self.field("plan", "fase_sinds", &from.phase_since),
            valid_until: self.field("plan", "geldt_tot", &from.valid_until),
            ..Head::default()
        };
        if names("status") {
            head.status = from.status;
        }
        if names("fase") {
            head.phase = from.phase;
        }
        if names("organisatie") {
            head.organisation.clone_from(&from.organisation);
        }
        if names("door") {
            head.made_by.clone_from(&from.made_by);
        }
        if names("met") {
            head.made_with.clone_from(&from.made_with);
        }
        head
    }

    fn texts(&self, from: &Texts) -> Texts {
        Texts {
            occasion: self.whole("aanleiding", &from.occasion),
            fear: self.whole("waar_we_bang_voor_zijn", &from.fear),
            strengths: self.whole("wat_goed_gaat", &from.strengths),
            network: self.whole("netwerk", &from.network),
            supervision: self.whole("toezicht", &from.supervision),
            differences: self.whole("verschil_van_inzicht", &from.differences),
            discussed: self.whole("besproken", &from.discussed),
        }
    }
}

fn has_rows(part: &str) -> bool {
    PARTS.iter().any(|one| one.name == part && one.rows)
}

/// The words of the answers that stand in it, and no others.
fn legend(plan: &Plan, made: &Plan) -> crate::plan::Legend {
    let situations = || made.situations.iter();
    let conditions = || made.conditions.iter();
    let later = &made.later;
    let used = |role: &Role| match role {
        Role::PersonKind => made
            .people
            .iter()
            .any(|one| one.kind_text.known().is_some()),
        Role::PersonLives => made.people.iter().any(|one| one.lives.known().is_some()),
        Role::SituationSeverity => situations().any(|one| one.severity.known().is_some()),
        Role::SituationRecurrence => situations().any(|one| one.recurrence.known().is_some()),
        Role::SituationUrgency => situations().any(|one| one.urgency.known().is_some()),
        Role::SituationSourceKind => situations().any(|one| one.source_kind.known().is_some()),
        Role::SafetyConditionSetBy => conditions().any(|one| one.set_by.known().is_some()),
        Role::SafetyConditionMet => conditions().any(|one| one.met.known().is_some()),
        Role::ConsentStand => made.consents.iter().any(|one| one.stand.known().is_some()),
        Role::MeasurementFigure => later
            .measurements
            .iter()
            .any(|one| one.figure.known().is_some()),
        Role::RiskFactorWeight => later
            .risk_factors
            .iter()
            .any(|one| one.weight.known().is_some()),
        Role::RiskFactorHelpKind => later
            .risk_factors
            .iter()
            .any(|one| one.help_kind.known().is_some()),
        Role::RecoveryHelpKind => later
            .recoveries
            .iter()
            .any(|one| one.help_kind.known().is_some()),
        Role::DirectorCovers => later
            .directors
            .iter()
            .any(|one| one.covers.known().is_some()),
        _ => false,
    };
    let found = plan.legend.iter().filter(|(role, _)| used(role));
    found.map(|(role, words)| (*role, words.clone())).collect()
}
