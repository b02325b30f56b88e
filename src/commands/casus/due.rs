//! What is due in a case: the days that were agreed, held against today.

use crate::answer::{Value, show_date};
use crate::engine::View;
use crate::questionnaire::Role;
use crate::text::nl;

/// What is due, in words, soonest first.
pub fn due(view: &View<'_>) -> Vec<String> {
    let text = &nl().cases;
    let mut days: Vec<_> = [
        (Role::PlanReviewDate, text.due_review()),
        (Role::PlanValidUntil, text.due_valid()),
    ]
    .into_iter()
    .filter_map(|(role, what)| {
        let at = view.list.by_role(role)?;
        let answer = view.answers.get(&view.list.question(at).id, None)?;
        match answer.value {
            Value::Date(day) if view.visible(at, None).possible() => Some((day, what)),
            _ => None,
        }
    })
    .collect();
    days.sort();
    days.into_iter()
        .map(|(day, what)| {
            let date = show_date(day);
            match (day - view.today).num_days() {
                0 => text.due_today(what),
                1 => text.due_tomorrow(what, date),
                ahead @ 2.. => text.due_in(what, date, ahead),
                _ => text.due_past(what, date),
            }
        })
        .collect()
}
