//! What must be true, who does what for it, what changes for a child, and what if it goes wrong.

use chrono::NaiveDate;

use super::{Choice, Field, Id};

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
