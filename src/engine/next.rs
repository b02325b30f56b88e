//! What to ask next: one page with one or more questions, or that nothing is left, or why it cannot go on.

use super::View;
use super::path::{Step, StepState, path};
use super::truth::Truth;
use crate::answer::RowId;
use crate::problem::Place;
use crate::questionnaire::{Kind, QuestionIx, Text};

/// The engine's whole reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Ask this.
    Ask(Page),
    /// Nothing is left to ask; these texts are still to be shown.
    Done(Vec<QuestionIx>),
    /// The list was not made for this case.
    Stuck {
        /// Why.
        reason: Text,
        /// The rule that says so.
        place: Place,
    },
}

/// Questions that stand on one screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The part it belongs to.
    pub part: usize,
    /// For the questions of one row: the list and the row.
    pub row: Option<(QuestionIx, RowId)>,
    /// Texts that are shown above it.
    pub notices: Vec<QuestionIx>,
    /// Its questions, answered or not, in order.
    pub fields: Vec<Step>,
    /// Which of them is to be answered now.
    pub at: usize,
}

/// What to ask next.
pub fn next(view: &View<'_>) -> NextStep {
    if let (Truth::Yes, Some(rule)) = view.not_applicable() {
        return NextStep::Stuck {
            reason: rule.reason.clone(),
            place: rule.place.clone(),
        };
    }
    let steps = path(view);
    match steps.iter().position(|step| step.state == StepState::Open) {
        Some(at) => NextStep::Ask(page_at(view, &steps, at)),
        None => NextStep::Done(notices_before(view, &steps, steps.len())),
    }
}

/// The page on which this step of the path stands. `at` must be an index of `steps`.
pub fn page_at(view: &View<'_>, steps: &[Step], at: usize) -> Page {
    let question = view.list.question(steps[at].question);
    let row = row_of(view, steps, at);
    let belongs = |step: &Step| match &row {
        Some((list, row)) => {
            let asked = view.list.question(step.question);
            (asked.parent == Some(*list) && step.row.as_ref() == Some(row))
                || (step.question == *list && is_last(view, *list, row))
        }
        None => view.list.question(step.question).part == question.part && groups(view, step),
    };
    let together = match &row {
        Some((list, _)) => matches!(
            view.list.question(*list).kind,
            Kind::List { together: true, .. }
        ),
        None => view.list.parts[question.part].together && groups(view, &steps[at]),
    };
    let (mut from, mut to) = (at, at + 1);
    if together {
        while from > 0 && belongs(&steps[from - 1]) {
            from -= 1;
        }
        while to < steps.len() && belongs(&steps[to]) {
            to += 1;
        }
    }
    let fields: Vec<Step> = (from..to)
        .filter(|other| {
            *other == at
                || (steps[*other].state != StepState::Offered
                    && view.list.question(steps[*other].question).takes_answer())
        })
        .map(|other| steps[other].clone())
        .collect();
    let here = fields
        .iter()
        .position(|field| *field == steps[at])
        .unwrap_or(0);
    let mut notices = notices_before(view, steps, from);
    notices.extend(
        (from..at)
            .map(|other| steps[other].question)
            .filter(|other| is_passing_notice(view, *other)),
    );
    Page {
        part: question.part,
        row,
        notices,
        fields,
        at: here,
    }
}

/// How many pages are left to ask, as things stand.
pub fn next_page_count(view: &View<'_>) -> usize {
    let steps = path(view);
    let mut pages = 0;
    let mut seen = vec![false; steps.len()];
    for at in 0..steps.len() {
        if steps[at].state != StepState::Open || seen[at] {
            continue;
        }
        pages += 1;
        for field in page_at(view, &steps, at).fields {
            if let Some(found) = steps.iter().position(|step| *step == field) {
                seen[found] = true;
            }
        }
    }
    pages
}

/// The row that a step speaks of: its own, or for a list on one screen the last row, where it is closed.
fn row_of(view: &View<'_>, steps: &[Step], at: usize) -> Option<(QuestionIx, RowId)> {
    let step = &steps[at];
    if let (Some(list), Some(row)) = (view.list.question(step.question).parent, &step.row) {
        return Some((list, row.clone()));
    }
    match &view.list.question(step.question).kind {
        Kind::List { together: true, .. } => {
            let rows = view.answers.rows(&view.list.question(step.question).id)?;
            rows.ids.last().map(|row| (step.question, row.clone()))
        }
        _ => None,
    }
}

fn is_last(view: &View<'_>, list: QuestionIx, row: &RowId) -> bool {
    view.answers
        .rows(&view.list.question(list).id)
        .and_then(|rows| rows.ids.last())
        == Some(row)
}

/// Whether a step can share a screen with its neighbours.
fn groups(view: &View<'_>, step: &Step) -> bool {
    let question = view.list.question(step.question);
    step.row.is_none()
        && !matches!(
            question.kind,
            Kind::List { .. } | Kind::Notice { stop: true, .. }
        )
}

fn is_passing_notice(view: &View<'_>, question: QuestionIx) -> bool {
    matches!(
        view.list.question(question).kind,
        Kind::Notice { stop: false, .. }
    )
}

/// The notices that stand right before this step and need no answer.
fn notices_before(view: &View<'_>, steps: &[Step], before: usize) -> Vec<QuestionIx> {
    let mut notices: Vec<_> = steps[..before]
        .iter()
        .rev()
        .map(|step| step.question)
        .take_while(|question| is_passing_notice(view, *question))
        .collect();
    notices.reverse();
    notices
}
