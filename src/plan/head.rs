//! What stands above a plan: whose it is, how far it is, and which phase it belongs to.

use chrono::NaiveDate;

use super::{Audience, Choice, Field, Id, words};
use crate::questionnaire::{ListVersion, OptionRole};

/// What stands above a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The pseudonym of the case.
    pub label: Field<String>,
    /// Which plan this is for its reader, from one.
    pub number: u32,
    /// For whom it is written.
    pub audience: Audience,
    /// Draft until it was made with the family, and of every agreement is known who does what by when.
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

words! {
    /// How far a plan is.
    Status {
        /// A proposal: not made with the family yet, or something essential is not known.
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
