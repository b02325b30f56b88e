//! Making a change in a list, and taking it back.

use crate::problem::Place;
use crate::questionnaire::{
    Condition, DerivedIx, Formula, Kind, Number, Part, Period, PeriodIx, Policy, QuestionIx,
    Questionnaire,
};

/// What is put in the place of what.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    /// The condition that stands here, on every part it is put on.
    Part(Place, Condition),
    /// The `als` of a question.
    Question(QuestionIx, Condition),
    /// A rule of `niet_toepasbaar`.
    NotApplicable(usize, Condition),
    /// The `als` of a derived value.
    Derived(DerivedIx, Condition),
    /// How a derived value is computed.
    Formula(DerivedIx, Formula),
    /// Which estimate is shown.
    Policy(DerivedIx, Policy),
    /// A row of a named number.
    Number(usize, usize, Number),
    /// A question with other points.
    Kind(QuestionIx, Kind),
    /// A ranking whose rows are weighed otherwise.
    Ranking(QuestionIx, Kind),
    /// A period.
    Period(PeriodIx, Box<Period>),
    /// The whole list as it reads with a setting at another value.
    Reading(Box<Questionnaire>),
}

impl Edit {
    /// Makes the change.
    pub(super) fn make(&self, list: &mut Questionnaire) {
        match self {
            Self::Part(place, condition) => {
                for part in &mut list.parts {
                    for at in 0..part.when_at.len() {
                        if part.when_at[at] == *place {
                            set_part(part, at, condition);
                        }
                    }
                }
            }
            Self::Question(at, condition) => {
                list.questions[at.0].when = Some(condition.clone());
            }
            Self::NotApplicable(at, condition) => {
                list.not_applicable[*at].when = condition.clone();
            }
            Self::Derived(at, condition) => list.derived[at.0].when = Some(condition.clone()),
            Self::Formula(at, formula) => list.derived[at.0].formula = formula.clone(),
            Self::Policy(at, policy) => list.derived[at.0].unknown = *policy,
            Self::Number(at, row, value) => list.numbers[*at].rows[*row].value = *value,
            Self::Kind(at, kind) | Self::Ranking(at, kind) => {
                list.questions[at.0].kind = kind.clone();
            }
            Self::Period(at, period) => list.periods[at.0].clone_from(period),
            Self::Reading(other) => list.clone_from(other),
        }
    }

    /// Takes the change back: what it touched becomes what it is in `from`.
    pub(super) fn take_back(&self, list: &mut Questionnaire, from: &Questionnaire) {
        match self {
            Self::Part(..) => list.parts.clone_from(&from.parts),
            Self::Question(at, _) | Self::Kind(at, _) | Self::Ranking(at, _) => {
                list.questions[at.0].clone_from(&from.questions[at.0]);
            }
            Self::NotApplicable(at, _) => {
                list.not_applicable[*at].clone_from(&from.not_applicable[*at]);
            }
            Self::Derived(at, _) | Self::Formula(at, _) | Self::Policy(at, _) => {
                list.derived[at.0].clone_from(&from.derived[at.0]);
            }
            Self::Number(at, ..) => list.numbers[*at].clone_from(&from.numbers[*at]),
            Self::Period(at, _) => list.periods[at.0].clone_from(&from.periods[at.0]),
            Self::Reading(_) => list.clone_from(from),
        }
    }
}

fn set_part(part: &mut Part, at: usize, condition: &Condition) {
    match &mut part.when {
        Some(Condition::All(all)) if part.when_at.len() > 1 => all[at] = condition.clone(),
        when => *when = Some(condition.clone()),
    }
}

/// The conditions that a part's `when` is made of.
pub(super) fn of_part(part: &Part) -> &[Condition] {
    match part.when.as_slice() {
        [Condition::All(all)] if part.when_at.len() > 1 => all,
        whole => whole,
    }
}
