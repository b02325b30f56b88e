//! What is due in a case, in words: its days held against today. Reminders, never promises.

use super::tasks::{Task, Until, tasks};
use crate::answer::show_date;
use crate::engine::{self, Moment, State, View};
use crate::questionnaire::PeriodSort;
use crate::text::nl;

/// What is due, soonest first: what has a day, and with `whole` also what is open and how long the case is kept.
pub fn due(view: &View<'_>, whole: bool) -> Vec<String> {
    let text = &nl().due;
    let mut lines = Vec::new();
    for task in tasks(view) {
        let keeping = task.sort == PeriodSort::Keeping;
        match &task.until {
            Until::At(moment) if !keeping => lines.push(when(&task, *moment, view)),
            _ if !whole => {}
            Until::At(moment) => {
                lines.push(text.kept(&task.title, moment_words(*moment), &task.source));
            }
            Until::NoStart => lines.push(text.no_start(&task.title)),
            Until::NoLength => lines.push(text.no_length(&task.title, &task.source)),
            Until::Perhaps => {}
        }
    }
    lines
}

/// The days that this list counts: how long it took, or how long it takes so far.
pub fn counted(view: &View<'_>) -> Vec<String> {
    let text = &nl().due;
    let each = engine::due(view).into_iter().filter_map(|one| {
        let period = &view.list.periods[one.period.0];
        period.span.as_ref()?;
        let title = &period.title.nl;
        Some(match one.state {
            State::Counted {
                days: 1,
                running: false,
            } => text.counted_one(title),
            State::Counted {
                days,
                running: false,
            } => text.counted(title, days),
            State::Counted { days: 0, .. } => text.running_none(title),
            State::Counted { days: 1, .. } => text.running_one(title),
            State::Counted { days, .. } => text.running(title, days),
            State::Open(_) => text.count_open(title),
            State::Until(_) | State::Over | State::Perhaps => return None,
        })
    });
    each.collect()
}

/// One thing with its day, as it stands today.
pub fn when(task: &Task, moment: Moment, view: &View<'_>) -> String {
    let text = &nl().due;
    let title = &task.title;
    let date = moment_words(moment);
    let expected = task.sort == PeriodSort::Expectation;
    match (moment.day - view.today).num_days() {
        0 if expected => text.expected_today(title),
        0 => text.today(title),
        1 if expected => text.expected_tomorrow(title, date),
        1 => text.tomorrow(title, date),
        ahead @ 2.. if expected => text.expected_in(title, date, ahead),
        ahead @ 2.. => text.in_days(title, date, ahead),
        _ if expected => text.expected_past(title, date),
        _ => text.past(title, date),
    }
}

/// `9 maart 2026`, or with the time.
pub fn moment_words(moment: Moment) -> String {
    let date = show_date(moment.day);
    match moment.minute {
        None => date,
        Some(minute) => {
            let time = format!("{:02}.{:02}", minute / 60, minute % 60);
            nl().due.at_time(date, time)
        }
    }
}
