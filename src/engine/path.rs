//! What now belongs: every question of the list that these answers call for, in order, with its rows.

use super::View;
use super::knowledge::Mode;
use super::truth::Truth;
use crate::answer::{Key, RowId};
use crate::questionnaire::{Kind, QuestionIx};

/// One question that now belongs (in a row, for a question of a list).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The question.
    pub question: QuestionIx,
    /// The row it stands in.
    pub row: Option<RowId>,
    /// Where it stands with its answer.
    pub state: StepState,
}

/// Where a question stands with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Still to be asked.
    Open,
    /// More depth: may be answered, need not be.
    Offered,
    /// Answered (also with *onbekend*), or needs no answer.
    Done,
}

/// Whether a question belongs, as `path` sees it.
pub type Visible = Truth;

impl Step {
    /// Its key in the answers.
    pub fn key(&self, view: &View<'_>) -> Key {
        Key {
            question: view.list.question(self.question).id.clone(),
            row: self.row.clone(),
        }
    }
}

/// Every question that now belongs, in the order of asking. The step of a list itself follows its rows: there the
/// person says whether these are all. A question whose condition is still unknown belongs too.
pub fn path(view: &View<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in &view.list.parts {
        let belongs = part
            .when
            .as_ref()
            .map_or(Truth::Yes, |when| view.truth(when, None));
        if belongs.possible() {
            for question in &part.questions {
                view.push(*question, &mut steps);
            }
        }
    }
    steps
}

impl View<'_> {
    /// Whether a question belongs with what is known now (in this row).
    pub fn visible(&self, question: QuestionIx, row: Option<&RowId>) -> Visible {
        self.belongs(question, row, Mode::Now)
    }

    fn push(&self, at: QuestionIx, steps: &mut Vec<Step>) {
        if !self.visible(at, None).possible() {
            return;
        }
        let question = self.list.question(at);
        if let Kind::List { questions, .. } = &question.kind {
            let rows = self.answers.rows(&question.id);
            for row in rows.iter().flat_map(|rows| &rows.ids) {
                for inner in questions
                    .iter()
                    .filter(|inner| self.visible(**inner, Some(row)).possible())
                {
                    steps.push(self.step(*inner, Some(row)));
                }
            }
        }
        steps.push(self.step(at, None));
    }

    fn step(&self, at: QuestionIx, row: Option<&RowId>) -> Step {
        let question = self.list.question(at);
        let answered = self.answers.get(&question.id, row).is_some();
        let done = match question.kind {
            Kind::List { .. } => {
                answered
                    || self
                        .answers
                        .rows(&question.id)
                        .is_some_and(|rows| rows.complete)
            }
            Kind::Notice { stop, .. } => answered || !stop,
            _ => answered,
        };
        let started = matches!(question.kind, Kind::List { .. })
            && self
                .answers
                .rows(&question.id)
                .is_some_and(|rows| !rows.ids.is_empty());
        let state = match (done, question.more && !started) {
            (true, _) => StepState::Done,
            (false, true) => StepState::Offered,
            (false, false) => StepState::Open,
        };
        Step {
            question: at,
            row: row.cloned(),
            state,
        }
    }
}
