//! What follows from the answers as advice, why, and what the person decided beside it.

use std::collections::BTreeSet;

use crate::answer::{Answer, Value, show};
use crate::commands::sheet::Sheet;
use crate::engine::{Outcome, Outcomes, View};
use crate::explanation::why;
use crate::plain::one_line;
use crate::questionnaire::{Derived, DerivedIx, DerivedRole, OptionId, QuestionIx};
use crate::telling::{self, answered, finding_for};
use crate::text::nl;

/// So many answers behind an advice are shown at first.
const FIRST: usize = 5;

/// Every advice with the decision beside it.
pub(super) fn put(sheet: &mut Sheet, view: &View<'_>, outcomes: &Outcomes, all: bool) {
    let text = &nl().show;
    sheet.heading(&text.advice_heading());
    let mut some = false;
    for (at, derived) in view.list.derived.iter().enumerate() {
        let decided = decisions(view, DerivedIx(at));
        if derived.role != Some(DerivedRole::CaseAdvice) && decided.is_empty() {
            continue;
        }
        let Some(outcome) = outcomes.get(&derived.id) else {
            continue;
        };
        if outcome.is_none() && decided.iter().all(|(_, value)| value.is_none()) {
            continue;
        }
        some = true;
        advice(sheet, view, outcomes, DerivedIx(at), all);
        for (asked, value) in decided {
            decision(sheet, view, asked, value, outcome);
        }
    }
    if !some {
        sheet.line(3, &text.advice_none());
    }
}

fn advice(sheet: &mut Sheet, view: &View<'_>, outcomes: &Outcomes, at: DerivedIx, all: bool) {
    let text = &nl().show;
    let derived = view.list.derived(at);
    let Some(outcome) = outcomes.get(&derived.id) else {
        return;
    };
    let title = telling::title(derived);
    match outcome.spread.only_level() {
        Some(level) => sheet.line(3, &text.advice(title, level_text(derived, level))),
        None if outcome.is_none() => return,
        None => {
            sheet.line(3, &text.advice_open(title));
            sheet.line(5, &text.possible(levels(derived, &outcome.spread.levels)));
            sheet.line(5, &text.depends());
            let most = if all { usize::MAX } else { FIRST };
            let found = finding_for(view, outcomes, at, most);
            for question in &found.questions {
                sheet.line(7, question);
            }
            found.and_more().iter().for_each(|more| sheet.line(7, more));
        }
    }
    for (at_reason, reason) in outcome.reasons.iter().enumerate() {
        if at_reason > 0 && !all {
            break;
        }
        if let Some(rule) = &reason.rule {
            sheet.line(5, &text.why(rule));
        }
        if at_reason == 0 {
            fixed_by(sheet, view, at, outcome);
        }
        if all {
            for answer in reason.answers.iter().filter_map(|key| answered(view, key)) {
                sheet.line(7, &answer);
            }
        }
        sheet.line(5, &text.source(&reason.source));
    }
}

/// The fewest answers that fix it.
pub(super) fn fixed_by(sheet: &mut Sheet, view: &View<'_>, at: DerivedIx, outcome: &Outcome) {
    let say = &nl().explained;
    let Some(why) = why(view, at, outcome) else {
        return;
    };
    if why.facts.is_empty() {
        sheet.line(5, &say.fixed_anyhow());
        return;
    }
    let found = telling::fixed_by(view, outcome, &why);
    sheet.line(5, &say.fixed_by());
    found.answers.iter().for_each(|line| sheet.line(7, line));
    if let Some(others) = telling::others_too(outcome, &why) {
        sheet.line(7, &others);
    }
    if !found.belongs.is_empty() {
        sheet.line(5, &say.belongs());
        found.belongs.iter().for_each(|line| sheet.line(7, line));
    }
}

fn decision(
    sheet: &mut Sheet,
    view: &View<'_>,
    asked: QuestionIx,
    answer: Option<&Answer>,
    outcome: &Outcome,
) {
    let text = &nl().show;
    let words = &view.list.question(asked).text;
    let Some(answer) = answer else {
        sheet.line(5, &text.decision_none(words));
        return;
    };
    let shown = show(view.list, asked, &answer.value, view.answers);
    sheet.line(5, &text.decision(words, one_line(&shown)));
    // Who does not know yet what to decide, deviates from nothing.
    if let (Some(level), Value::Choice(chosen)) = (outcome.spread.only_level(), &answer.value)
        && level != chosen
    {
        sheet.line(5, &text.decision_differs());
    }
    if let Some(note) = &answer.note {
        sheet.line(5, &text.decision_reason(one_line(note)));
    }
}

/// The questions that record a decision beside this advice and now belong, with their answers.
pub(super) fn decisions<'v>(
    view: &'v View<'_>,
    advice: DerivedIx,
) -> Vec<(QuestionIx, Option<&'v Answer>)> {
    view.list
        .question_indexes()
        .filter(|at| view.list.question(*at).advice == Some(advice))
        .filter(|at| view.visible(*at, None).possible())
        .map(|at| (at, view.answers.get(&view.list.question(at).id, None)))
        .collect()
}

/// The text of a level.
pub(super) fn level_text(derived: &Derived, level: &OptionId) -> String {
    derived
        .levels
        .iter()
        .find(|one| one.id == *level)
        .map_or_else(|| level.to_string(), |one| one.text.nl.clone())
}

/// Several levels, from light to heavy.
pub(super) fn levels(derived: &Derived, among: &BTreeSet<OptionId>) -> String {
    derived
        .levels
        .iter()
        .filter(|one| among.contains(&one.id))
        .map(|one| one.text.nl.clone())
        .collect::<Vec<_>>()
        .join("; ")
}
