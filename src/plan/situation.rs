//! What must stop: an unsafe situation, and how each weighs it.

use chrono::NaiveDate;

use super::{Choice, Field, Id, Rate, YesNo};

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
