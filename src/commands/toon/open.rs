//! How far each part is, which questions are open, and what happened.

use crate::answer::{show, show_date};
use crate::case::{Event, Origin, Record, What};
use crate::commands::shared;
use crate::commands::sheet::Sheet;
use crate::engine::{Outcomes, StepState, View, open_questions, path};
use crate::telling::{answered, finding, is_danger, signs};
use crate::text::nl;

/// So much of a key is enough to tell whose it is.
const MOST_ACTOR: usize = 12;
/// So many open questions are shown at first.
const FIRST: usize = 5;

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

/// Who to call first, where there is danger, and by which answers.
pub(super) fn danger(sheet: &mut Sheet, view: &View<'_>) {
    let say = &nl().finding;
    if !is_danger(view) {
        return;
    }
    let phones = shared::phones();
    let [urgent, other, ..] = phones.as_slice() else {
        return;
    };
    sheet.heading(&nl().show.danger_heading());
    let call = say.call_first(&other.name, &other.number, &urgent.number);
    sheet.line(3, &call);
    let said = signs(view);
    if !said.is_empty() {
        sheet.line(3, &say.signs());
    }
    for sign in said.iter().filter_map(|key| answered(view, key)) {
        sheet.point(&sign);
    }
}

/// What is still open: the questions that matter most, whom one may ask.
pub(super) fn questions(sheet: &mut Sheet, view: &View<'_>, outcomes: &Outcomes, all: bool) {
    let (text, say) = (&nl().show, &nl().finding);
    let count = open_questions(view).len();
    let found = finding(view, outcomes, if all { usize::MAX } else { FIRST });
    sheet.heading(&text.open_heading(count));
    if found.questions.is_empty() {
        return;
    }
    if found.matter > 1 {
        sheet.line(3, &say.first());
    }
    let questions = found.keys.iter().zip(&found.questions).zip(&found.whom);
    for ((key, question), whom) in questions {
        let answered = view
            .list
            .find(&key.question.0)
            .zip(view.answers.get(&key.question, key.row.as_ref()));
        sheet.point(&match answered {
            Some((at, answer)) => {
                text.open_answered(question, show(view.list, at, &answer.value, view.answers))
            }
            None => question.clone(),
        });
        if !whom.is_empty() {
            sheet.line(5, &say.sources(whom.join("; ")));
        }
    }
    if found.more > 0 {
        sheet.line(3, &text.open_more(found.more));
    }
    if let Some(line) = found.no_child() {
        sheet.line(3, &line);
    }
}

/// What happened in the case beside its answers.
pub(super) fn log(sheet: &mut Sheet, record: &Record) {
    sheet.heading(&nl().show.log_heading());
    for entry in &record.entries {
        if let What::Event(event) = &entry.what {
            let day = show_date(entry.at.date_naive());
            let at = entry.at.format("%H:%M");
            let did = match &entry.by {
                None => words(event),
                Some(by) => {
                    let first = by.actor.split(' ').next().unwrap_or_default();
                    let actor: String = first.chars().take(MOST_ACTOR).collect();
                    nl().log.by(words(event), actor, from(by.origin))
                }
            };
            sheet.point(&format!("{day} {at}: {did}"));
        }
    }
}

fn from(origin: Origin) -> String {
    let text = &nl().log;
    match origin {
        Origin::Screen => text.from_screen(),
        Origin::Lines => text.from_lines(),
        Origin::Command => text.from_command(),
    }
}

/// What happened, in words.
pub(super) fn words(event: &Event) -> String {
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
        Event::PlanVersion(version) => text.plan_version(version.number),
        Event::Exported(what) => text.exported(what),
        Event::Shared(all) => text.shared(all.reader(), all.number, &all.recipient),
        Event::ListChanged(list) => text.list_changed(&list.id, &list.version),
        Event::Moved(moved) => text.list_changed(&moved.list.id, &moved.list.version),
        Event::NewerTold(_) => text.newer_told(),
        Event::TornSetAside => text.torn_set_aside(),
        Event::Upgraded(_) => text.upgraded(),
        Event::Encrypted => text.encrypted(),
        Event::Enveloped(count) => text.enveloped(count),
    }
}
