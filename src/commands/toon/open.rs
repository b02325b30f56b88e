//! How far each part is, which questions are open, and what happened.

use super::sheet::Sheet;
use crate::answer::{Key, row_name, show_date};
use crate::case::{Event, Record, What};
use crate::engine::{StepState, View, open_questions, path};
use crate::plain::one_line;
use crate::text::nl;

/// So many open questions are shown at first.
const FIRST: usize = 10;

/// Each part that belongs, with how much of it was answered.
pub(super) fn parts(sheet: &mut Sheet, view: &View<'_>) {
    let text = &nl().show;
    sheet.heading(&text.where_heading());
    let steps = path(view);
    for (at, part) in view.list.parts.iter().enumerate() {
        let asked = steps.iter().filter(|step| {
            let question = view.list.question(step.question);
            question.part == at && question.takes_answer() && step.state != StepState::Offered
        });
        let (mut all, mut done) = (0, 0);
        for step in asked {
            all += 1;
            done += usize::from(step.state == StepState::Done);
        }
        let says = match (done, all) {
            (_, 0) => continue,
            (done, all) if done == all => text.part_done(),
            (0, _) => text.part_later(),
            (done, all) => text.part_open(done, all),
        };
        sheet.pair(&part.title.nl, &says);
    }
}

/// The open questions.
pub(super) fn questions(sheet: &mut Sheet, view: &View<'_>, all: bool) {
    let text = &nl().show;
    let open = open_questions(view);
    sheet.heading(&text.open_heading(open.len()));
    let most = if all { open.len() } else { FIRST };
    for key in open.iter().take(most) {
        sheet.point(&question(view, key));
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
        Event::TornSetAside => text.torn_set_aside(),
        Event::Upgraded(_) => text.upgraded(),
    }
}
