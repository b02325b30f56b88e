//! How far each part is, which questions are open, and what happened.

use super::sheet::Sheet;
use crate::answer::{Key, row_name, show, show_date};
use crate::case::{Event, Record, What};
use crate::engine::{StepState, View, open_questions, path};
use crate::plain::one_line;
use crate::text::nl;

/// So many open questions are shown at first.
const FIRST: usize = 10;

/// How many parts are done, and which are not; with `all` every part that belongs.
pub(super) fn parts(sheet: &mut Sheet, view: &View<'_>, all: bool) {
    let text = &nl().show;
    sheet.heading(&text.where_heading());
    let parts: Vec<(&str, usize, usize)> = counts(view)
        .into_iter()
        .filter(|(_, _, asked)| *asked > 0)
        .collect();
    let done = |part: &&(&str, usize, usize)| part.1 == part.2;
    sheet.line(
        3,
        &text.parts(parts.iter().filter(done).count(), parts.len()),
    );
    for (title, answered, asked) in parts {
        let says = match answered {
            _ if answered == asked => text.part_done(title),
            0 => text.part_later(title),
            _ => text.part_open(title, answered, asked),
        };
        if all || (answered > 0 && answered < asked) {
            sheet.point(&says);
        }
    }
}

/// Each part with how many of its questions are answered, of how many.
fn counts<'v>(view: &View<'v>) -> Vec<(&'v str, usize, usize)> {
    let mut counts: Vec<_> = view
        .list
        .parts
        .iter()
        .map(|part| (part.title.nl.as_str(), 0, 0))
        .collect();
    for step in path(view) {
        let question = view.list.question(step.question);
        if question.takes_answer() && step.state != StepState::Offered {
            let (_, answered, asked) = &mut counts[question.part];
            *asked += 1;
            *answered += usize::from(step.state == StepState::Done);
        }
    }
    counts
}

/// The open questions.
pub(super) fn questions(sheet: &mut Sheet, view: &View<'_>, all: bool) {
    let text = &nl().show;
    let open = open_questions(view);
    sheet.heading(&text.open_heading(open.len()));
    let most = if all { open.len() } else { FIRST };
    for key in open.iter().take(most) {
        let asked = question(view, key);
        let answered = view
            .list
            .find(&key.question.0)
            .zip(view.answers.get(&key.question, key.row.as_ref()));
        sheet.point(&match answered {
            Some((at, answer)) => {
                text.open_answered(asked, show(view.list, at, &answer.value, view.answers))
            }
            None => asked,
        });
    }
    if open.len() > most {
        sheet.line(3, &text.open_more(open.len() - most));
    }
}

/// A question as a person knows it: its text, with its row.
pub(super) fn question(view: &View<'_>, key: &Key) -> String {
    let Some(at) = view.list.find(&key.question.0) else {
        return key.to_string();
    };
    let asked = view.list.question(at);
    match (&key.row, asked.parent) {
        (Some(row), Some(list)) => {
            let name = row_name(view.list, list, row, view.answers);
            nl().show.row(&asked.text, one_line(&name))
        }
        _ => asked.text.nl.clone(),
    }
}

/// What happened in the case beside its answers.
pub(super) fn log(sheet: &mut Sheet, record: &Record) {
    sheet.heading(&nl().show.log_heading());
    for entry in &record.entries {
        if let What::Event(event) = &entry.what {
            let day = show_date(entry.at.date_naive());
            let at = entry.at.format("%H:%M");
            sheet.point(&format!("{day} {at}: {}", words(event)));
        }
    }
}

fn words(event: &Event) -> String {
    let text = &nl().log;
    match event {
        Event::Started => text.started(),
        Event::Resumed => text.resumed(),
        Event::Paused => text.paused(),
        Event::Finished => text.finished(),
        Event::DangerShown => text.danger_shown(),
        Event::Blanked => text.blanked(),
        Event::Unblanked => text.unblanked(),
        Event::PlanWritten => text.plan_written(),
        Event::Exported(what) => text.exported(what),
        Event::ListChanged(list) => text.list_changed(&list.id, &list.version),
        Event::Moved(moved) => text.list_changed(&moved.list.id, &moved.list.version),
        Event::NewerTold(_) => text.newer_told(),
        Event::TornSetAside => text.torn_set_aside(),
        Event::Upgraded(_) => text.upgraded(),
    }
}
