//! Whether something can be at all: exactly, where all answers can be looked through.

use chrono::NaiveDate;

use super::came::Came;
use super::probe::{FAILS, HOLDS, Probe};
use super::unknown::fewest;
use crate::answer::Answers;
use crate::questionnaire::{Condition, OptionId, Questionnaire};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Possible {
    /// It holds with these answers, the fewest there are, whatever the others are.
    With(Answers),
    /// It never holds.
    Never,
    /// Not all answers could be looked through.
    Unclear,
}

/// Whether a condition can hold on this day, also where the list would not apply.
pub fn possible(list: &Questionnaire, condition: &Condition, day: NaiveDate) -> Possible {
    let mut probe = Probe::new(list);
    let asked = probe.holds(None, condition.clone());
    let mut space = probe.wherever().look(&Answers::default(), day, [asked]);
    let Some(node) = space.of.get(&asked).copied() else {
        return Possible::Unclear;
    };
    let [holds, fails] = [HOLDS, FAILS].map(|id| space.id(Came::Level(OptionId::from(id))));
    let reached = space.reached(node);
    if reached.contains(&holds) {
        let steps = fewest(&space.store, node, |id| id == holds);
        let answers = steps.and_then(|steps| space.answers_of(&steps));
        return answers.map_or(Possible::Unclear, Possible::With);
    }
    if reached.iter().all(|id| *id == fails) {
        Possible::Never
    } else {
        Possible::Unclear
    }
}
