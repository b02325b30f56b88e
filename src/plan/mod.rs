//! The safety plan as content: what must stop, what must be true (WHAT), who does what (HOW), and what if it fails.
//! Built from answers by role, never by question id; knows no format, no reader's taste and no file.
//!
//! `build` makes a [`Plan`] from what was answered · `lint` says what is weak in it · `file` is its form on disk.

mod audience;
mod build;
mod field;
pub mod file;
mod flight;
mod later;
mod lint;
mod look;

pub use audience::Audience;
pub use build::{Made, build, people_of};
pub use field::{Choice, Field, Rate, Said, YesNo};
pub use later::{Aftercare, Director, Incident, Later, Measurement, Recovery, RiskFactor};
pub use lint::{Finding, Place, Rule, Vague, by_place, lint};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::questionnaire::{ListVersion, OptionRole, Role};
use crate::text::nl;

/// The id of a row in the plan: `p1`, `s2`, `a3`. The same as in the case it was made from.
pub type Id = String;

/// A safety plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What stands above it.
    pub head: Head,
    /// The people it speaks of.
    pub people: Vec<Person>,
    /// The unsafe situations: the ranked ones in their order, then the others.
    pub situations: Vec<Situation>,
    /// Why this order.
    pub rank_reason: Field<String>,
    /// Who sees the order differently, and how.
    pub rank_dissent: Field<String>,
    /// How others weigh the same situations.
    pub ratings: Vec<Rating>,
    /// WHAT must be true.
    pub conditions: Vec<SafetyCondition>,
    /// HOW: who does what.
    pub agreements: Vec<Agreement>,
    /// What changes for each child.
    pub child_lines: Vec<ChildLine>,
    /// Early signs, and what that person then does.
    pub early_signs: Vec<EarlySign>,
    /// What to do when it goes wrong now.
    pub emergency: Emergency,
    /// When this plan is no longer enough.
    pub escalations: Vec<Escalation>,
    /// When and with whom one looks whether it works.
    pub review: Review,
    /// The phases after the first, and how it goes.
    pub later: Later,
    /// Who agrees.
    pub consents: Vec<Consent>,
    /// The texts of the plan as a whole.
    pub texts: Texts,
    /// What the lists point out.
    pub attention: Vec<Attention>,
    /// The words of every scale and row of options that the plan uses.
    pub legend: Legend,
}

impl Plan {
    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// What a person is called here; the id where no name was given.
    pub fn name_of<'a>(&'a self, id: &'a str) -> &'a str {
        let name = self.person(id).and_then(|person| person.name.text());
        name.unwrap_or(id)
    }

    /// What these people are called: *moeder en vader*.
    pub fn names(&self, ids: &Field<Vec<Id>>) -> String {
        self.names_of(ids.ids())
    }

    /// What these people are called: *moeder, vader en oma*.
    pub fn names_of(&self, ids: &[Id]) -> String {
        match ids {
            [] => String::new(),
            [one] => self.name_of(one).to_owned(),
            [others @ .., last] => {
                let others: Vec<&str> = others.iter().map(|id| self.name_of(id)).collect();
                nl().plan.and(others.join(", "), self.name_of(last))
            }
        }
    }

    /// What an answer means to the program, by the words that came with the plan.
    pub fn means(&self, question: Role, field: &Field<Choice>) -> Option<OptionRole> {
        let words = self.legend.get(&question)?;
        let id = &field.known()?.id;
        words.iter().find(|word| word.id == *id)?.role
    }

    /// What the phase is called: as the list calls it, where that names its phases.
    pub fn phase_called(&self) -> String {
        let words = self.legend.get(&Role::PlanPhase);
        let own = words.and_then(|words| {
            let role = Some(self.head.phase.role());
            words.iter().find(|word| word.role == role)
        });
        let text = &nl().plan;
        match (own, self.head.phase) {
            (Some(word), _) => word.text.clone(),
            (None, Phase::Immediate) => text.phase_immediate(),
            (None, Phase::Stable) => text.phase_stable(),
            (None, Phase::Recovery) => text.phase_recovery(),
            (None, Phase::Aftercare) => text.phase_aftercare(),
        }
    }

    /// What a situation is called everywhere: *situatie 1* by its place in the order, *situatie s3* while it has none.
    pub fn situation_called(&self, id: &str) -> String {
        let text = &nl().plan;
        let found = self.situations.iter().find(|one| one.id == id);
        match found.and_then(|one| one.rank) {
            Some(rank) => text.at_situation(rank),
            None => text.at_situation(id),
        }
    }

    /// The situations that have a place in the order.
    pub fn ranked(&self) -> impl Iterator<Item = &Situation> {
        self.situations.iter().filter(|one| one.rank.is_some())
    }

    /// The situations that have none.
    pub fn parked(&self) -> impl Iterator<Item = &Situation> {
        self.situations.iter().filter(|one| one.rank.is_none())
    }

    /// The children in it.
    pub fn children(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.is_child())
    }
}

/// The number that people call a row by: that of `a3` is 3.
pub fn number_of(id: &str) -> &str {
    let number = id.trim_start_matches(|one: char| one.is_ascii_alphabetic());
    if number.is_empty() { id } else { number }
}

/// The words of the answers, by role of the question, so that a number or id in a plan can be read without the list.
pub type Legend = BTreeMap<Role, Vec<Word>>;

/// One possible answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its id, or the number on a scale.
    pub id: String,
    /// What it means; empty for a number without words.
    pub text: String,
    /// What it means to the program.
    pub role: Option<OptionRole>,
}

/// What stands above a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The pseudonym of the case.
    pub label: Field<String>,
    /// Which plan this is for its reader, from one.
    pub number: u32,
    /// For whom it is written.
    pub audience: Audience,
    /// Draft until it was made with the family.
    pub status: Status,
    /// Which phase it belongs to.
    pub phase: Phase,
    /// Why that phase.
    pub phase_reason: Field<String>,
    /// Since when.
    pub phase_since: Field<NaiveDate>,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The organisation whose plan it is, from the settings of who made it.
    pub organisation: Option<String>,
    /// The professionals who made it.
    pub made_by: Vec<Id>,
    /// The family and network who made it with them.
    pub made_with: Vec<Id>,
    /// Whether the family took part, in the words of the list.
    pub with_family: Field<Choice>,
    /// Until when it holds.
    pub valid_until: Field<NaiveDate>,
    /// The lists it was made from.
    pub based_on: Vec<ListVersion>,
}

/// Declares an enum whose variants each have one word on disk.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident => $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its word in a plan file.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The one with this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}
pub(crate) use words;

words! {
    /// How far a plan is.
    Status {
        /// Not made with the family yet: a proposal.
        Draft => "concept",
        /// Everybody agreed.
        Agreed => "akkoord",
        /// It is being carried out.
        Active => "actief",
        /// A later plan took its place.
        Revised => "herzien",
        /// It ended.
        Closed => "gesloten",
    }
}

words! {
    /// The phase a plan belongs to. The order is fixed: first it must be safe.
    Phase {
        /// The violence stops now.
        Immediate => "directe_veiligheid",
        /// The causes are worked on.
        Stable => "stabiele_veiligheid",
        /// Recovery of those who were harmed.
        Recovery => "herstel",
        /// The help ends; somebody keeps looking.
        Aftercare => "nazorg",
    }
}

impl Phase {
    /// The option that means it.
    pub const fn role(self) -> OptionRole {
        match self {
            Self::Immediate => OptionRole::PhaseImmediate,
            Self::Stable => OptionRole::PhaseStable,
            Self::Recovery => OptionRole::PhaseRecovery,
            Self::Aftercare => OptionRole::PhaseAftercare,
        }
    }
}

/// Somebody in the plan, by role or pseudonym.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Permanent id.
    pub id: Id,
    /// Role word or pseudonym.
    pub name: Field<String>,
    /// What this person is in the story, as the program knows it.
    pub kind: Option<OptionRole>,
    /// The same in the words of the list.
    pub kind_text: Field<Choice>,
    /// Role in the family, where the list asks it apart.
    pub part: Field<String>,
    /// Age in years.
    pub age: Field<i64>,
    /// In which house; never an address.
    pub lives: Field<Choice>,
    /// Whether this person has parental authority.
    pub authority: Field<YesNo>,
    /// Over which children.
    pub authority_over: Field<Vec<Id>>,
    /// Not born yet.
    pub unborn: Field<YesNo>,
    /// With whom a child lives, where that is an adult of the family. Never where an adult stays.
    pub lives_with: Field<Vec<Id>>,
    /// Of which children this is a parent.
    pub parent_of: Field<Vec<Id>>,
    /// With whom this person has a relation.
    pub partner_of: Field<Vec<Id>>,
    /// Of whom this person is the ex-partner.
    pub ex_of: Field<Vec<Id>>,
}

impl Person {
    /// Whether this is a child.
    pub fn is_child(&self) -> bool {
        self.kind == Some(OptionRole::Child)
    }
}

/// One unsafe situation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// Permanent id.
    pub id: Id,
    /// Its place in the order, from one; none while it is not ranked.
    pub rank: Option<usize>,
    /// What happens.
    pub what: Field<String>,
    /// Who does it.
    pub does: Field<Vec<Id>>,
    /// Who undergoes it.
    pub undergoes: Field<Vec<Id>>,
    /// Who sees or hears it.
    pub sees: Field<Vec<Id>>,
    /// The last time.
    pub last_time: Field<NaiveDate>,
    /// What it does to each child and to whoever undergoes it.
    pub effect: Field<String>,
    /// A red flag belongs to it.
    pub red_flag: Field<YesNo>,
    /// How serious.
    pub severity: Field<Rate>,
    /// How likely it comes back.
    pub recurrence: Field<Rate>,
    /// How soon it must stop.
    pub urgency: Field<Choice>,
    /// Who weighed it so.
    pub rated_by: Field<Vec<Id>>,
    /// Why.
    pub rated_why: Field<String>,
    /// From whom this is known.
    pub source: Field<String>,
    /// What kind of source that is.
    pub source_kind: Field<Choice>,
}

/// How somebody else weighs a situation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rating {
    /// Permanent id.
    pub id: Id,
    /// Which situation.
    pub at: Field<Vec<Id>>,
    /// Who weighs.
    pub by: Field<Vec<Id>>,
    /// How serious.
    pub severity: Field<Rate>,
    /// How likely it comes back.
    pub recurrence: Field<Rate>,
    /// How soon it must stop.
    pub urgency: Field<Choice>,
    /// Why.
    pub why: Field<String>,
}

/// WHAT must be true: testable, and set by somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafetyCondition {
    /// Permanent id.
    pub id: Id,
    /// For which situations.
    pub at: Field<Vec<Id>>,
    /// What can then be seen or heard.
    pub text: Field<String>,
    /// Who set it.
    pub set_by: Field<Choice>,
    /// Whether it is met.
    pub met: Field<Choice>,
    /// The last day on which somebody looked.
    pub met_on: Field<NaiveDate>,
}

/// HOW: somebody does something that can be seen, and somebody else looks along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Permanent id.
    pub id: Id,
    /// For which conditions.
    pub at: Field<Vec<Id>>,
    /// Who does it.
    pub who: Field<Vec<Id>>,
    /// What exactly.
    pub does: Field<String>,
    /// When, on which occasion.
    pub when: Field<String>,
    /// How it is seen that it happens.
    pub seen_by: Field<String>,
    /// Who looks whether it happens.
    pub checker: Field<Vec<Id>>,
    /// How often.
    pub how_often: Field<String>,
    /// What happens when it does not work out.
    pub if_not: Field<String>,
}

/// What changes for one child.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChildLine {
    /// Permanent id.
    pub id: Id,
    /// Which child.
    pub who: Field<Vec<Id>>,
    /// What changes.
    pub text: Field<String>,
}

/// An early sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlySign {
    /// Permanent id.
    pub id: Id,
    /// In whom it is seen.
    pub who: Field<Vec<Id>>,
    /// What is seen or heard.
    pub what: Field<String>,
    /// What this person then does.
    pub does: Field<String>,
}

/// What to do when it goes wrong now. Where somebody flees to never stands here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Emergency {
    /// Who is called.
    pub calls: Field<String>,
    /// What each does.
    pub steps: Field<String>,
    /// What the children do, and who is there for them.
    pub children: Field<String>,
}

/// When the plan is no longer enough: a trigger, who acts, the step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Escalation {
    /// Permanent id.
    pub id: Id,
    /// When this holds.
    pub when: Field<String>,
    /// Who acts.
    pub who: Field<Vec<Id>>,
    /// What that person does.
    pub step: Field<String>,
}

/// When and with whom one looks whether it works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// The day.
    pub date: Field<NaiveDate>,
    /// With whom.
    pub with: Field<Vec<Id>>,
}

/// Where one person stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// Permanent id.
    pub id: Id,
    /// Who.
    pub who: Field<Vec<Id>>,
    /// Agrees, in part, not, not asked.
    pub stand: Field<Choice>,
    /// What this person adds.
    pub reason: Field<String>,
}

/// The texts of the plan as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Why this plan comes now.
    pub occasion: Field<String>,
    /// What one fears if nothing changes.
    pub fear: Field<String>,
    /// What goes well, and what helped before.
    pub strengths: Field<String>,
    /// Who in the network does what.
    pub network: Field<String>,
    /// Who keeps sight of the whole.
    pub supervision: Field<String>,
    /// Who looks at it differently.
    pub differences: Field<String>,
    /// What was or was not discussed with whom.
    pub discussed: Field<String>,
}

/// Something a list points out about this case or plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    /// What.
    pub title: String,
    /// Why, in the words of the list.
    pub reason: Option<String>,
    /// It is so; otherwise a missing answer may still make it so.
    pub certain: bool,
}
