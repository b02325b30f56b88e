//! What a plan holds once the violence has stopped: what keeps unsafety going, recovery, who keeps the whole in sight, and
//! how it went since. Every part is empty where its phase has nothing in it.

use chrono::NaiveDate;

use super::{Choice, Field, Id, Rate};

/// The later phases of a plan, and how it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Later {
    /// What happened since the plan began.
    pub incidents: Vec<Incident>,
    /// How safe each says it is. For the team only.
    pub measurements: Vec<Measurement>,
    /// What keeps unsafety going: the ranked ones in their order, then the others.
    pub risk_factors: Vec<RiskFactor>,
    /// What each needs to recover, children first.
    pub recoveries: Vec<Recovery>,
    /// Who keeps the whole in sight, one after the other.
    pub directors: Vec<Director>,
    /// Who stays in touch after that.
    pub aftercare: Aftercare,
}

/// A new incident.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incident {
    /// Permanent id.
    pub id: Id,
    /// The day.
    pub date: Field<NaiveDate>,
    /// What happened.
    pub what: Field<String>,
    /// What was done.
    pub done: Field<String>,
}

/// How safe somebody says it is. An own weighing, never an average.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measurement {
    /// Permanent id.
    pub id: Id,
    /// Whose.
    pub who: Field<Vec<Id>>,
    /// On which day.
    pub date: Field<NaiveDate>,
    /// The figure.
    pub figure: Field<Rate>,
    /// Why this one.
    pub reason: Field<String>,
}

/// Something that keeps unsafety going.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RiskFactor {
    /// Permanent id.
    pub id: Id,
    /// Its place in the order, from one; none while it is not ranked.
    pub rank: Option<usize>,
    /// What it is.
    pub what: Field<String>,
    /// What it does to safety.
    pub acts_on: Field<String>,
    /// How strongly, in the team's own weighing.
    pub weight: Field<Rate>,
    /// Which help.
    pub help: Field<String>,
    /// What kind of help that is.
    pub help_kind: Field<Choice>,
    /// Who sees to it.
    pub who: Field<Vec<Id>>,
    /// From when.
    pub starts: Field<NaiveDate>,
    /// Gone since.
    pub gone_on: Field<NaiveDate>,
}

/// What one person needs to recover.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovery {
    /// Permanent id.
    pub id: Id,
    /// Whose.
    pub who: Field<Vec<Id>>,
    /// From what.
    pub what: Field<String>,
    /// Which help.
    pub help: Field<String>,
    /// What kind of help that is.
    pub help_kind: Field<Choice>,
    /// From when.
    pub starts: Field<NaiveDate>,
}

/// Who keeps the whole in sight, in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Director {
    /// Permanent id.
    pub id: Id,
    /// Who.
    pub who: Field<String>,
    /// Of which organisation.
    pub organisation: Field<String>,
    /// Of which safety.
    pub covers: Field<Choice>,
    /// From when.
    pub from: Field<NaiveDate>,
    /// Until when; open while it is not over.
    pub until: Field<NaiveDate>,
    /// Who takes over in absence.
    pub deputy: Field<String>,
}

impl Director {
    /// Whether this holds on a day. What is not known does not end it.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.known().is_none_or(|from| *from <= day)
            && self.until.known().is_none_or(|until| day <= *until)
    }
}

/// Who stays in touch after a shelter, or after the help has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aftercare {
    /// Who, and how often.
    pub contact: Field<String>,
    /// At which signs there is help again.
    pub signs: Field<String>,
    /// The next time.
    pub date: Field<NaiveDate>,
}

impl Aftercare {
    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        self.contact.is_blank() && self.signs.is_blank() && self.date.is_blank()
    }
}
