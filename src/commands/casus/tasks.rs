//! What is waited for in a case: every period of its list, and the days of its plan where the list has no period for them.

use crate::answer::{RowId, Value};
use crate::engine::{Moment, State, Unknown, View, due};
use crate::questionnaire::{PeriodSort, QuestionIx, Role, Start};
use crate::text::nl;

/// One thing that is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The id of the period, or of the question for a day of the plan.
    pub id: String,
    /// The row, for a period that rows have one each of.
    pub row: Option<RowId>,
    /// What is waited for.
    pub title: String,
    /// The same for a calendar.
    pub silent: String,
    /// What it is, and what not.
    pub help: Option<String>,
    /// What it rests on.
    pub source: String,
    /// Whose it is.
    pub sort: PeriodSort,
    /// Until when.
    pub until: Until,
}

/// Until when something is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Until {
    /// Until this moment.
    At(Moment),
    /// The day on which it starts is missing.
    NoStart,
    /// Nobody published how long it is.
    NoLength,
    /// Whether it applies is not known.
    Perhaps,
}

impl Task {
    /// Whether it belongs among what is to be done on this day: how long something is kept only when that day is there.
    pub fn is_to_do(&self, today: chrono::NaiveDate) -> bool {
        match (self.sort, &self.until) {
            (PeriodSort::Keeping, Until::At(moment)) => moment.day <= today,
            (PeriodSort::Keeping, _) | (_, Until::Perhaps) => false,
            _ => true,
        }
    }

    /// The day, where there is one.
    pub fn moment(&self) -> Option<Moment> {
        match self.until {
            Until::At(moment) => Some(moment),
            _ => None,
        }
    }
}

/// All of them, those with a day first and soonest.
pub fn tasks(view: &View<'_>) -> Vec<Task> {
    let list = view.list;
    let mut all: Vec<Task> = due(view)
        .into_iter()
        .filter_map(|one| {
            let period = &list.periods[one.period.0];
            // Counted days wait for nothing.
            if period.span.is_some() {
                return None;
            }
            let until = match one.state {
                State::Over | State::Counted { .. } => return None,
                State::Until(moment) => Until::At(moment),
                State::Open(Unknown::Answer(_)) => Until::NoStart,
                State::Open(Unknown::Length) => Until::NoLength,
                State::Perhaps => Until::Perhaps,
            };
            Some(Task {
                id: period.id.clone(),
                row: one.row,
                title: period.title.nl.clone(),
                silent: period.silent.nl.clone(),
                help: period.help.as_ref().map(|help| help.nl.clone()),
                source: period.source.clone(),
                sort: period.sort,
                until,
            })
        })
        .collect();
    all.extend(days_of_the_plan(view));
    all.sort_by_key(|one| (one.moment().is_none(), one.moment()));
    all
}

/// A list that is older than its periods still has a day to look again, by its role.
fn days_of_the_plan(view: &View<'_>) -> Vec<Task> {
    let text = &nl().due;
    let roles = [
        (Role::PlanReviewDate, text.review()),
        (Role::PlanValidUntil, text.valid()),
    ];
    let each = roles.into_iter().filter_map(|(role, title)| {
        let at = view.list.by_role(role)?;
        let mut periods = view.list.periods.iter();
        if periods.any(|one| one.span.is_none() && one.from == Start::Answer(at)) {
            return None;
        }
        let day = day(view, at)?;
        let question = view.list.question(at);
        Some(Task {
            id: question.id.to_string(),
            row: None,
            title,
            silent: text.silent(),
            help: None,
            source: question.source.clone(),
            sort: PeriodSort::Agreement,
            until: Until::At(Moment { day, minute: None }),
        })
    });
    each.collect()
}

fn day(view: &View<'_>, at: QuestionIx) -> Option<chrono::NaiveDate> {
    let answer = view.answers.get(&view.list.question(at).id, None)?;
    match answer.value {
        Value::Date(day) if view.visible(at, None).possible() => Some(day),
        _ => None,
    }
}
