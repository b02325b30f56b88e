//! One thing that some case must show.

use std::collections::BTreeSet;

use super::decisive::Way;
use crate::engine::{Numbers, State, Truth, View, due};
use crate::problem::Place;
use crate::proof::{Can, Possible};
use crate::questionnaire::{
    Condition, DerivedIx, Formula, Number, OptionId, PeriodIx, QuestionIx, Questionnaire,
};

/// The sorts of things to show, each counted by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Conditions: both ways, and each part of them decisive.
    Branch,
    /// Rules and rows of tables.
    Row,
    /// Bands.
    Band,
    /// Options as an answer, levels as an outcome.
    Answer,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Branch, Self::Row, Self::Band, Self::Answer];
}

/// What must be shown.
#[derive(Clone, Debug)]
pub enum What {
    /// The `als` of a question holds, or fails, where its part belongs.
    Question(Condition, bool),
    /// An `als` of a part holds, or fails, where all others that are put on it hold.
    Part(Condition, bool),
    /// The `als` of a derived value holds, or fails.
    Derived(Condition, bool),
    /// A rule of `niet_toepasbaar` holds, or fails.
    NotApplicable(Condition, bool),
    /// What `tel` or `som` looks at counts, or does not.
    Counted(Condition, bool),
    /// A row goes first in a ranking, for this holds in it; or it does not.
    First(Condition, bool),
    /// The `als` of a period holds, or fails.
    Period(Condition, bool),
    /// What makes a period over holds, or fails.
    Over(Condition, bool),
    /// This question has an answer that makes a period over, or has none.
    Heard(QuestionIx, bool),
    /// A part of a condition decides: see [`Way`].
    Decides(Condition, Way),
    /// A rule or row of a table gives its level, because none before it holds.
    Row(OptionId),
    /// The number lies in the band.
    Band(OptionId),
    /// An option is the answer, or one of the answers: of a yes/no question `ja`, `nee` and, where allowed, `nvt`.
    Answer(OptionId),
    /// The heaviest or lightest is this level.
    Level(OptionId),
}

impl What {
    /// As what it is counted.
    pub fn sort(&self) -> Sort {
        match self {
            Self::Row(_) => Sort::Row,
            Self::Band(_) => Sort::Band,
            Self::Answer(_) | Self::Level(_) => Sort::Answer,
            _ => Sort::Branch,
        }
    }
}

/// What makes a goal the same one in an adaptation as in its base, and the same one where a used list has many parts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    pub(super) place: Place,
    pub(super) of: String,
    /// Which condition of what stands there, which part of it, and which side.
    pub(super) which: String,
}

/// How it is seen that it happens.
#[derive(Clone, Debug)]
pub(super) enum Want {
    /// This condition holds once everything is known; or, of routing, with what is known on the way. For the questions
    /// of a row: in some row of this list.
    Holds {
        condition: Condition,
        routing: bool,
        within: Option<QuestionIx>,
    },
    /// The number that bands look at lies in this one, which no condition can say.
    InBand(DerivedIx, usize),
    /// A period is over, or something is still waited for.
    Over(PeriodIx, bool),
}

/// One thing that some case must show.
pub struct Goal {
    /// Where it stands.
    pub place: Place,
    /// The id of the question, part or derived value.
    pub of: String,
    /// What must be shown.
    pub what: What,
    pub(super) mark: Mark,
    /// Each of these shows it.
    pub(super) wants: Vec<Want>,
}

impl Goal {
    /// Whether these answers show it.
    pub(super) fn is_shown(&self, view: &View<'_>) -> bool {
        self.wants.iter().any(|want| want.is_met(view))
    }

    /// Whether any answers can show it.
    pub(super) fn can_be(&self, possible: &Possible<'_>) -> Can {
        let mut unsure = false;
        for want in &self.wants {
            let Want::Holds {
                condition,
                routing,
                within,
            } = want
            else {
                unsure = true;
                continue;
            };
            let can = if *routing {
                possible.on_the_way(condition, *within)
            } else {
                possible.in_the_end(condition, *within)
            };
            match can {
                found @ Can::Be(..) => return found,
                Can::Never => {}
                Can::Unsure => unsure = true,
            }
        }
        if unsure { Can::Unsure } else { Can::Never }
    }
}

impl Want {
    fn is_met(&self, view: &View<'_>) -> bool {
        match self {
            Self::Holds {
                condition,
                routing,
                within,
            } => {
                let holds = |row| {
                    let truth = if *routing {
                        view.truth(condition, row)
                    } else {
                        view.in_the_end(condition, row)
                    };
                    truth == Truth::Yes
                };
                match within {
                    None => holds(None),
                    Some(list) => {
                        let rows = view.answers.rows(&view.list.question(*list).id);
                        rows.is_some_and(|rows| rows.ids.iter().any(|row| holds(Some(row))))
                    }
                }
            }
            Self::InBand(derived, row) => in_band(view, *derived, *row),
            Self::Over(period, over) => due(view)
                .iter()
                .any(|one| one.period == *period && (one.state == State::Over) == *over),
        }
    }
}

/// Whether every number that can still be lies in this band.
fn in_band(view: &View<'_>, derived: DerivedIx, row: usize) -> bool {
    let derived = view.list.derived(derived);
    let Formula::Bands { of, rows } = &derived.formula else {
        return false;
    };
    let number = |of| view.list.number(of, view.today);
    let (Numbers::Set(numbers), false) = view.numbers_of(of) else {
        return false;
    };
    let band = &rows[row];
    let belongs = derived.when.as_ref();
    belongs.is_none_or(|when| view.in_the_end(when, None) == Truth::Yes)
        && view.not_applicable().0 == Truth::No
        && !numbers.is_empty()
        && numbers.iter().all(|one| {
            band.from.is_none_or(|from| *one >= number(from))
                && band
                    .to
                    .is_none_or(|to| *one < number(to) || (band.to_inclusive && *one == number(to)))
        })
}

/// The numbers of a list on a day.
pub(super) fn numbers_on(
    list: &Questionnaire,
    day: chrono::NaiveDate,
) -> impl Fn(crate::questionnaire::NumberRef) -> Number {
    move |of| list.number(of, day)
}

/// Puts goals with the same mark together: one of them is enough.
pub(super) fn together(goals: Vec<Goal>) -> Vec<Goal> {
    let mut seen = BTreeSet::new();
    let mut kept: Vec<Goal> = Vec::new();
    for goal in goals {
        if seen.insert(goal.mark.clone()) {
            kept.push(goal);
        } else if let Some(first) = kept.iter_mut().find(|one| one.mark == goal.mark) {
            first.wants.extend(goal.wants);
        }
    }
    kept
}
