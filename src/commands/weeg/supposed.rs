//! What would follow from other answers, for a person: what is supposed, and what moves then.

use chrono::NaiveDate;

use super::All;
use super::paper::{name, outside};
use crate::answer::{Answers, Key, differences};
use crate::engine::{Moved, Outcome, Picture, Shift, View};
use crate::questionnaire::Questionnaire;
use crate::telling;
use crate::text::{indent, nl, wrap};

/// Each supposition, compared with the given answers.
pub(super) fn text(list: &Questionnaire, all: &All, today: NaiveDate, width: usize) -> String {
    let mut lines = vec![name(list)];
    for (file, supposed) in &all.supposed {
        lines.push(String::new());
        lines.extend(one(list, &all.given, supposed, file, today, width));
    }
    lines.push(String::new());
    lines.push(wrap(&nl().what_if.for_practice(), width));
    lines.join("\n")
}

fn one(
    list: &Questionnaire,
    given: &Answers,
    supposed: &Answers,
    file: &str,
    today: NaiveDate,
    width: usize,
) -> Vec<String> {
    let say = &nl().what_if;
    let heading = match file {
        super::INPUT => say.heading_plain(),
        file => say.heading(file),
    };
    let mut lines = vec![wrap(&heading, width)];
    let line = |text: &str, by| indent(text, width, by);
    let changed = differences(list, given, supposed);
    if changed.is_empty() {
        lines.push(line(&say.nothing_supposed(), 2));
    }
    let gone = |key: &&Key| telling::went_with_its_row(list, given, supposed, key);
    for key in changed.iter().filter(|key| !gone(key)) {
        let (question, before, after) = telling::supposed(list, given, supposed, key);
        lines.push(line(&say.question(question, key), 2));
        lines.push(line(&say.now(before), 4));
        lines.push(line(&say.then(after), 4));
    }
    let (now, then) = (
        View::new(list, given, today),
        View::new(list, supposed, today),
    );
    let (out_now, out_then) = (outside(&now), outside(&then));
    if out_now != out_then {
        lines.extend(out_now.map(|reason| line(&say.outside_now(reason), 2)));
        lines.extend(out_then.map(|reason| line(&say.outside_then(reason), 2)));
    }
    let moves = Picture::of(&now).moves(&Picture::of(&then), list);
    let felt: Vec<&Shift> = moves.shifts.iter().filter(|one| one.is_felt()).collect();
    if !felt.is_empty() {
        lines.push(line(&say.moves(), 0));
    }
    for shift in felt {
        lines.extend(block(list, shift, width));
    }
    if !moves.climbs.is_empty() {
        lines.push(line(&say.order_heading(), 0));
    }
    for climb in &moves.climbs {
        let climb = telling::climb(list, given, supposed, climb);
        lines.push(line(&climb, 2));
    }
    lines.extend(telling::stayed(list, &moves).map(|stays| line(&stays, 0)));
    lines
}

/// One outcome that moved: now and then, with why.
fn block(list: &Questionnaire, shift: &Shift, width: usize) -> Vec<String> {
    let say = &nl().what_if;
    let derived = list.derived(shift.derived);
    let words =
        |of: Option<&_>| of.map_or_else(|| say.no_outcome(), |one| telling::outcome(derived, one));
    let (before, after) = (shift.before.as_ref(), shift.after.as_ref());
    let mut lines = vec![indent(&telling::title(derived), width, 2)];
    let mut put = |text: String| lines.push(indent(&text, width, 4));
    let (why_before, why_after) = (telling::why(before), telling::why(after));
    let other_reason = shift.moved.contains(&Moved::Reasons);
    // The same words twice tell nothing: then the answers it rests on do.
    let same = words(before) == words(after) && why_before == why_after;
    put(say.now(words(before)));
    if same && other_reason {
        put(say.rests_now(rests_on(before)));
    } else if other_reason {
        why_before.into_iter().for_each(|why| put(say.why_now(why)));
    }
    put(say.then(words(after)));
    if same && other_reason {
        put(say.rests_then(rests_on(after)));
    } else {
        why_after.into_iter().for_each(|why| put(say.why_then(why)));
    }
    lines
}

/// The answers that an outcome rests on.
fn rests_on(of: Option<&Outcome>) -> String {
    let reasons = of.into_iter().flat_map(|one| &one.reasons);
    let mut keys: Vec<String> = Vec::new();
    for key in reasons.flat_map(|reason| &reason.answers) {
        let key = key.to_string();
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.join(", ")
}
