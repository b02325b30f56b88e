//! One small change.

use super::edit::Edit;
use crate::problem::Place;
use crate::questionnaire::{
    Condition, Input, Number, OptionId, Policy, QuestionIx, Questionnaire, Unit,
};

/// One small change to a list.
pub struct Mutant {
    /// Where it is made.
    pub place: Place,
    /// The id of the question, part, derived value, period, number or setting; empty for `niet_toepasbaar`.
    pub of: String,
    /// What is changed.
    pub change: Change,
    pub(super) edit: Edit,
}

impl Mutant {
    /// The list with this change in it.
    pub fn in_place(&self, list: &Questionnaire) -> Questionnaire {
        let mut changed = list.clone();
        self.edit.make(&mut changed);
        changed
    }
}

/// What is changed.
#[derive(Clone, Debug)]
pub enum Change {
    /// A whole condition always holds.
    Always(Condition),
    /// A whole condition never holds.
    Never(Condition),
    /// One condition in place of another: turned over, another cut-off, an option less.
    Instead {
        /// What the list says.
        from: Condition,
        /// What the change makes of it.
        to: Condition,
    },
    /// A member of a group is left out.
    Dropped {
        /// The member.
        part: Condition,
        /// The group, as the list has it.
        from: Condition,
    },
    /// A named number is another.
    Number {
        /// What the list says.
        from: Number,
        /// What the change makes of it.
        to: Number,
    },
    /// The edge between two bands lies elsewhere.
    Edge {
        /// What the list says.
        from: Number,
        /// What the change makes of it.
        to: Number,
    },
    /// Something counts for more in a sum.
    Weight {
        /// What counts.
        what: Weighed,
        /// What the list says.
        from: Number,
        /// What the change makes of it.
        to: Number,
    },
    /// Something is left out of a sum, or of a choice of the heaviest or lightest.
    InputDropped(Input),
    /// The lightest in place of the heaviest, or the other way round.
    Extreme,
    /// A ratio is turned over.
    Inverted,
    /// A rule, row or band gives another level.
    Level {
        /// What the list says.
        from: OptionId,
        /// What the change makes of it.
        to: OptionId,
    },
    /// A rule or row and the next change places.
    Swapped(OptionId, OptionId),
    /// A ranking has another number of first places.
    Places {
        /// What the list says.
        from: usize,
        /// What the change makes of it.
        to: usize,
    },
    /// A ranking no longer weighs by this question.
    WeightDropped(QuestionIx),
    /// A ranking no longer looks at what others say of this question.
    OthersDropped(QuestionIx),
    /// A period is longer or shorter.
    Length {
        /// What the list says.
        from: Number,
        /// What the change makes of it.
        to: Number,
    },
    /// A period is counted in something else.
    Unit {
        /// What the list says.
        from: Unit,
        /// What the change makes of it.
        to: Unit,
    },
    /// The end of a period moves off weekends and public holidays, or no longer does.
    Moves(bool),
    /// An answer to this question no longer makes a period over.
    NotHeard(QuestionIx),
    /// A setting has another value.
    Setting {
        /// What the list says.
        from: String,
        /// What the change makes of it.
        to: String,
    },
    /// Another estimate is shown while answers are missing.
    Policy {
        /// What the list says.
        from: Policy,
        /// What the change makes of it.
        to: Policy,
    },
}

/// What has a weight in a sum.
#[derive(Clone, Debug)]
pub enum Weighed {
    /// An input, times a factor.
    Input(Input),
    /// Points for a condition.
    Condition(Condition),
    /// The points of an option, or of *ja* or *nee*.
    Option(OptionId),
}
