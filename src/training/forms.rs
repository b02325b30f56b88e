//! The lists that an exercise stands on: what participants answer, and how people are told.

use crate::problem::Problem;
use crate::questionnaire::{Kind, Library, QuestionIx, Questionnaire, Role};

/// The list that participants answer.
pub const LIST: &str = "oefening";
/// The list of the exercise on terms.
pub const TERMS: &str = "begrippen";
/// The list by which people are told.
const PEOPLE: &str = "personen";

/// The lists that a training case is read against.
#[derive(Clone, Debug)]
pub struct Forms {
    /// What participants answer.
    pub exercise: Questionnaire,
    /// How people are told.
    pub people: Questionnaire,
}

/// One list whose rows the case gives, and the question of its rows whose text the case gives.
#[derive(Clone, Copy, Debug)]
pub(super) struct GivenRows {
    pub list: QuestionIx,
    pub text: QuestionIx,
}

impl Forms {
    /// Loads them.
    ///
    /// # Errors
    /// What is wrong in them.
    pub fn load(library: &Library) -> Result<Self, Vec<Problem>> {
        Ok(Self {
            exercise: library.load(LIST)?,
            people: library.load(PEOPLE)?,
        })
    }

    /// The list with this role and the given text of its rows with that role.
    pub(super) fn given(&self, list: Role, text: Role) -> Option<GivenRows> {
        Some(GivenRows {
            list: self.exercise.by_role(list)?,
            text: self.exercise.by_role(text)?,
        })
    }

    /// The rounds.
    pub(super) fn rounds(&self) -> Option<GivenRows> {
        self.given(Role::ExerciseRounds, Role::ExerciseRoundTitle)
    }

    /// What is to be ordered.
    pub(super) fn facts(&self) -> Option<GivenRows> {
        self.given(Role::ExerciseFacts, Role::ExerciseFact)
    }

    /// What is to be made concrete.
    pub(super) fn sentences(&self) -> Option<GivenRows> {
        self.given(Role::ExerciseSentences, Role::ExerciseSentence)
    }

    /// What is to be rated.
    pub(super) fn situations(&self) -> Option<GivenRows> {
        self.given(Role::ExerciseSituations, Role::ExerciseSituation)
    }

    /// The questions by which a pattern in the family is suspected or ruled out: those with an option for doubt.
    pub fn profiles(&self) -> impl Iterator<Item = QuestionIx> {
        self.exercise.question_indexes().filter(|at| {
            let asked = self.exercise.question(*at);
            asked.parent.is_none() && asked.in_doubt().is_some()
        })
    }

    /// The questions outside rows that the key answers: those with something to choose, but for the order.
    pub fn conclusions(&self) -> impl Iterator<Item = QuestionIx> {
        self.exercise.question_indexes().filter(|at| {
            let asked = self.exercise.question(*at);
            asked.parent.is_none() && is_chosen(&asked.kind)
        })
    }

    /// The questions of the rows of a list that the key answers.
    pub fn rated(&self, list: QuestionIx) -> impl Iterator<Item = QuestionIx> {
        self.exercise.question_indexes().filter(move |at| {
            let asked = self.exercise.question(*at);
            asked.parent == Some(list) && is_chosen(&asked.kind)
        })
    }
}

/// Whether it is answered by choosing: what can be laid beside somebody else's answer.
fn is_chosen(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::YesNo { .. } | Kind::Choice { .. } | Kind::Judgement { .. } | Kind::Scale { .. }
    )
}
