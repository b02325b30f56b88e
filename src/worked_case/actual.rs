//! What comes out of the answers of a case, as an author would have written it down: for new cases, that a person then
//! looks over.

use std::collections::BTreeSet;

use super::{WorkedCase, period, ranked};
use crate::engine::{Numbers, Outcome, Spread, Truth, View, due, outcomes, standings};
use crate::questionnaire::{Derived, Questionnaire};

/// More possible numbers than this are written as the lowest and the highest.
const MOST_NAMED: usize = 6;

/// One key of a worked case with what belongs behind it: a word, or names with a value each, all as YAML on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// `niet_toepasbaar: ja`
    Word(&'static str, &'static str),
    /// `verwacht:` and the outcomes, `redenen:` and the reasons, `bij_de_eerste:` and where rows stand.
    Names(&'static str, Vec<(String, String)>),
}

/// What comes out now. Only of the list itself: what it uses has cases of its own.
pub(super) fn actual(list: &Questionnaire, case: &WorkedCase) -> Vec<Line> {
    let list = case.list(list);
    let view = View::new(list, &case.answers, case.today);
    if view.not_applicable().0 == Truth::Yes {
        return vec![Line::Word("niet_toepasbaar", "ja")];
    }
    let outcomes = outcomes(&view);
    let own = list.derived.iter().filter(|one| !one.id.contains('.'));
    let own = own.filter_map(|one| Some((one, outcomes.get(&one.id)?)));
    let (mut expected, mut reasons) = (Vec::new(), Vec::new());
    for (derived, outcome) in own {
        expected.push((derived.id.clone(), value(derived, outcome)));
        let named = named(derived, outcome);
        if !named.is_empty() {
            reasons.push((derived.id.clone(), format!("[{}]", named.join(", "))));
        }
    }
    let mut lines = Vec::new();
    let ranked = standings(&view).into_iter().filter_map(|of| {
        let id = &list.question(of.ranking).id;
        let own = !id.0.contains('.') && !of.rows.is_empty();
        own.then(|| (id.to_string(), ranked::written(&of)))
    });
    let all = [
        ("verwacht", expected),
        ("redenen", reasons),
        ("bij_de_eerste", ranked.collect()),
        ("termijnen", period::names(list, &due(&view))),
    ];
    for (key, names) in all {
        if !names.is_empty() {
            lines.push(Line::Names(key, names));
        }
    }
    lines
}

/// `{ is: hoog, zekerheid: vast }`, or what is still possible.
fn value(derived: &Derived, outcome: &Outcome) -> String {
    let spread = &outcome.spread;
    if let Some(only) = only(spread) {
        return format!("{{ is: {only}, zekerheid: vast }}");
    }
    let mut said = vec!["is: open".to_owned()];
    match &spread.numbers {
        Numbers::Set(numbers) if !derived.levels.is_empty() || numbers.len() <= MOST_NAMED => {
            let levels = derived.levels.iter().map(|level| &level.id);
            let levels = levels.filter(|level| spread.levels.contains(level));
            let mut all: Vec<String> = levels.map(ToString::to_string).collect();
            all.extend(numbers.iter().map(ToString::to_string));
            if spread.none {
                all.push("geen".to_owned());
            }
            said.push(format!("mogelijk: [{}]", all.join(", ")));
        }
        numbers => {
            let low = numbers.lowest().map(|low| format!("van: {low}"));
            let high = numbers.highest().map(|high| format!("tot: {high}"));
            said.extend(low.into_iter().chain(high));
        }
    }
    if let Some(estimate) = outcome.estimate.as_ref().and_then(only) {
        said.push(format!("schatting: {estimate}"));
    }
    format!("{{ {} }}", said.join(", "))
}

fn only(spread: &Spread) -> Option<String> {
    if !spread.is_fixed() {
        return None;
    }
    Some(match (spread.only_number(), spread.only_level()) {
        (Some(number), _) => number.to_string(),
        (_, Some(level)) => level.to_string(),
        _ => "geen".to_owned(),
    })
}

/// The questions and derived values that decided a level; of a sum or a count every part has a share.
fn named(derived: &Derived, outcome: &Outcome) -> Vec<String> {
    let Some(reason) = outcome
        .reasons
        .first()
        .filter(|_| !derived.levels.is_empty())
    else {
        return Vec::new();
    };
    let mut seen = BTreeSet::new();
    let answers = reason.answers.iter().map(|key| key.question.to_string());
    let all = answers.chain(reason.uses.iter().cloned());
    all.filter(|name| seen.insert(name.clone())).collect()
}
