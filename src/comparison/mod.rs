//! Two assessments side by side: which answers differ and how, which outcomes moved and because of which of those answers,
//! what moved in an order, what is new, gone or changed in the plan; and two lists side by side. Pure: knows no case, no
//! file and no words of the program.
//!
//! `difference` names every difference in the answers once · `blend` makes the answers of one side with some of the
//! differences of the other · `because` finds the fewest that move an outcome · `outcome`, `order` and `plan` say what
//! moved · `list` compares two lists.

mod because;
mod blend;
mod cone;
mod difference;
pub mod list;
mod order;
mod outcome;
mod plan;

pub use because::Because;
pub use blend::blend;
pub use cone::Cone;
pub use difference::{About, Beside, Difference, How, differences};
pub use order::{OrderMove, Place};
pub use outcome::{Direction, OutcomeMove, moves};
pub use plan::{PlanChange, PlanHow, PlanMove, PlanPart};

use chrono::NaiveDate;

use crate::answer::Answers;
use crate::engine::{Climb, View};
use crate::questionnaire::Questionnaire;

/// One of the two assessments.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The list.
    pub list: &'a Questionnaire,
    /// The answers to it.
    pub answers: &'a Answers,
    /// The day it is assessed on.
    pub on: NaiveDate,
}

impl<'a> Side<'a> {
    /// The engine's look at it.
    pub fn view(&self) -> View<'a> {
        View::new(self.list, self.answers, self.on)
    }
}

/// What differs between two assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The answers that differ, in the order of asking; each once.
    pub differences: Vec<Difference>,
    /// The outcomes that moved: heavier ones first.
    pub outcomes: Vec<OutcomeMove>,
    /// What moved in each order.
    pub orders: Vec<OrderMove>,
    /// Rows that the ratings now put elsewhere, whatever order was made; only within one list.
    pub climbs: Vec<Climb>,
    /// What moved in the plan.
    pub plan: PlanMove,
}

impl Comparison {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
            && self.outcomes.is_empty()
            && self.orders.is_empty()
            && self.climbs.is_empty()
            && self.plan.is_empty()
    }
}

/// Compares two assessments: of the same list, or of two lists in what they have in common by id.
pub fn compare(then: &Side<'_>, now: &Side<'_>) -> Comparison {
    let differences = differences(then, now);
    Comparison {
        outcomes: outcome::moves(then, now, &differences, |_, _, _| true),
        orders: order::moves(then, now),
        climbs: order::climbs(then, now),
        plan: plan::moves(then, now),
        differences,
    }
}
