//! What is weak in a plan: where, what, and what to do about it. Points out, never corrects, and never says that a plan
//! is good: a plan without findings is a plan in which nothing was found.

mod agreement;
mod later;
mod whole;
mod wording;

pub use wording::Vague;

use chrono::NaiveDate;

use super::{Field, Id, Plan, number_of};
use crate::text::nl;

/// The kinds of weakness. One rule is one kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Somebody who is threatened must check.
    CheckerIsThreatened,
    /// A child must check.
    CheckerIsChild,
    /// A child gets a task.
    DoerIsChild,
    /// A word that may tell where somebody flees to.
    Flight,
    /// An address, a number, something else that tells where somebody is.
    Trace,
    /// A new incident after which nobody looked at the conditions again.
    IncidentUnseen,
    /// Nothing is asked of somebody who does it.
    NothingAsked,
    /// No situation was described.
    NoSituation,
    /// No order was made.
    NothingRanked,
    /// It is not known who does it.
    DoerUnknown,
    /// A ranked situation without a condition.
    NoCondition,
    /// A condition without words.
    NoConditionText,
    /// A condition without an agreement.
    NoAgreement,
    /// An agreement that belongs to no condition.
    LooseAgreement,
    /// Nobody does it.
    NoDoer,
    /// It does not say what is done.
    NoAction,
    /// Only what must not be done.
    OnlyNot,
    /// No moment.
    NoMoment,
    /// Nothing shows that it happens.
    NoSign,
    /// Nobody looks.
    NoChecker,
    /// Whoever does it looks.
    CheckerIsDoer,
    /// Nothing is agreed for when it does not work out.
    NoFailureStep,
    /// Words that each reads differently.
    Vague,
    /// A word that is probably a name of a person or place.
    Name,
    /// A child without a line.
    NoChildLine,
    /// No numbers to call.
    NoEmergency,
    /// No day to look whether it works.
    NoReview,
    /// That day is over.
    ReviewPast,
    /// A later phase than the conditions allow, without a reason.
    PhaseAhead,
    /// Nobody keeps the whole in sight.
    NoDirector,
    /// More than one party does, at one time.
    TwoDirectors,
    /// Nobody takes over.
    NoDeputy,
    /// Perhaps: nothing says what keeps unsafety going.
    NoCauses,
    /// Perhaps: no help for a child itself.
    NoHelpForChild,
    /// Perhaps: nobody looks whether there is trauma.
    NoTrauma,
    /// Perhaps: no help for who uses violence.
    NoHelpForDoer,
    /// Perhaps: nobody agreed to step out when tension rises.
    NoTimeOut,
    /// Perhaps: nobody at the table who lived through it.
    NoExperience,
}

impl Rule {
    /// Whether it can put somebody in danger, and not only weaken the plan.
    pub fn is_dangerous(self) -> bool {
        self <= Self::NothingAsked
    }
}

/// Where in the plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The plan as a whole.
    Whole,
    /// A situation.
    Situation(Id),
    /// A condition.
    Condition(Id),
    /// An agreement.
    Agreement(Id),
    /// A person.
    Person(Id),
    /// A line for a child.
    ChildLine(Id),
    /// An early sign.
    EarlySign(Id),
    /// The emergency plan.
    Emergency,
    /// A step for when the plan is not enough.
    Escalation(Id),
    /// The review.
    Review,
    /// One of the other texts.
    Texts,
    /// The phase.
    Phase,
    /// An incident.
    Incident(Id),
    /// Something that keeps unsafety going.
    RiskFactor(Id),
    /// What somebody needs to recover.
    Recovery(Id),
    /// A figure for safety.
    Measurement,
    /// Who keeps the whole in sight.
    Directors,
    /// Who stays in touch.
    Aftercare,
    /// Help that nobody may have thought of yet.
    Help,
}

/// One weak point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its kind.
    pub rule: Rule,
    /// Where it stands.
    pub place: Place,
    /// What is weak.
    pub what: String,
    /// What to do.
    pub todo: String,
}

/// What is weak in this plan on this day, the dangerous points first. `vague` are the words that each reads differently.
pub fn lint(plan: &Plan, vague: &[Vague], today: NaiveDate) -> Vec<Finding> {
    let mut found = Findings {
        plan,
        list: Vec::new(),
    };
    whole::check(&mut found, today);
    agreement::check(&mut found);
    later::check(&mut found, today);
    wording::check(&mut found, vague);
    let mut list = found.list;
    // What is dangerous first; then everything about one place together, in the order in which places were met.
    let mut places: Vec<Place> = Vec::new();
    for finding in &list {
        if !places.contains(&finding.place) {
            places.push(finding.place.clone());
        }
    }
    list.sort_by_key(|finding| {
        let place = places.iter().position(|place| *place == finding.place);
        let hint = finding.place == Place::Help;
        (!finding.rule.is_dangerous(), hint, place)
    });
    list
}

/// The same findings by place: each place once, with all that was found there.
pub fn by_place<'f>(plan: &Plan, found: &'f [Finding]) -> Vec<(String, Vec<&'f Finding>)> {
    let mut places: Vec<(String, Vec<&Finding>)> = Vec::new();
    for finding in found {
        let called = finding.place.called(plan);
        match places.iter_mut().find(|(place, _)| *place == called) {
            Some((_, all)) => all.push(finding),
            None => places.push((called, vec![finding])),
        }
    }
    places
}

impl Place {
    /// How a person calls it: *afspraak 2 (vader)*.
    pub fn called(&self, plan: &Plan) -> String {
        let text = &nl().plan;
        match self {
            Self::Whole => text.at_whole(),
            Self::Situation(id) => plan.situation_called(id),
            Self::Condition(id) => text.at_condition(number_of(id)),
            Self::Agreement(id) => {
                let who = plan.agreements.iter().find(|one| one.id == *id);
                match who.map(|one| plan.names(&one.who)) {
                    Some(names) if !names.is_empty() => text.at_agreement_of(number_of(id), names),
                    _ => text.at_agreement(number_of(id)),
                }
            }
            Self::Person(id) => plan.name_of(id).to_owned(),
            Self::ChildLine(id) => {
                let who = plan.child_lines.iter().find(|one| one.id == *id);
                text.at_child_line(who.map(|one| plan.names(&one.who)).unwrap_or_default())
            }
            Self::EarlySign(_) => text.at_early_sign(),
            Self::Emergency => text.at_emergency(),
            Self::Escalation(_) => text.at_escalation(),
            Self::Review => text.at_review(),
            Self::Texts => text.at_texts(),
            Self::Phase => text.at_phase(),
            Self::Incident(id) => text.at_incident(number_of(id)),
            Self::RiskFactor(id) => {
                let factor = plan.later.risk_factors.iter().find(|one| one.id == *id);
                match factor.and_then(|one| one.rank) {
                    Some(rank) => text.at_risk_factor(rank),
                    None => text.at_risk_factor(id),
                }
            }
            Self::Recovery(id) => text.at_recovery(number_of(id)),
            Self::Measurement => text.at_measurement(),
            Self::Directors => text.at_directors(),
            Self::Aftercare => text.at_aftercare(),
            Self::Help => text.at_help(),
        }
    }
}

/// The findings so far.
struct Findings<'a> {
    plan: &'a Plan,
    list: Vec<Finding>,
}

impl Findings<'_> {
    fn add(&mut self, rule: Rule, place: Place, what: String, todo: String) {
        self.list.push(Finding {
            rule,
            place,
            what,
            todo,
        });
    }
}

/// Whether a text says nothing: not asked, unknown, refused or empty.
fn empty(field: &Field<String>) -> bool {
    field.text().is_none()
}
