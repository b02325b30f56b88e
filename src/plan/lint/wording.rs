//! The words of a plan: only a "not", words that each reads differently, and what may tell where somebody is or flees to.

use super::{Findings, Place, Rule};
use crate::plan::flight::{self, has_word};
use crate::plan::{Field, Plan};
use crate::text::nl;
use crate::trace;

/// A word that each reads differently, and what to ask about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vague {
    /// The word, in small letters; more words are possible.
    pub word: String,
    /// What to ask.
    pub ask: String,
}

pub(super) fn check(found: &mut Findings<'_>, vague: &[Vague]) {
    let plan = found.plan;
    for (place, field) in precise(plan) {
        let Some(text) = field.text() else { continue };
        if let Some(word) = vague.iter().find(|one| has_word(text, &one.word)) {
            let (what, todo) = (nl().plan.vague(&word.word), nl().plan.vague_todo(&word.ask));
            found.add(Rule::Vague, place, what, todo);
        }
    }
    // A remark beside an answer can tell as much as the answer.
    let texts = all(plan).into_iter().flat_map(|(place, field)| {
        let texts = [field.text(), field.note.as_deref()];
        texts
            .into_iter()
            .flatten()
            .map(move |text| (place.clone(), text))
    });
    let mut named: Vec<&str> = Vec::new();
    for (place, text) in texts {
        let text_of = &nl().plan;
        if flight::was_left_out(text) {
            let (what, todo) = (text_of.flight_out(), text_of.flight_out_todo());
            found.add(Rule::Flight, place.clone(), what, todo);
        }
        // What happened may hold such a word; what is agreed may not.
        let ahead = !matches!(place, Place::Situation(_) | Place::Incident(_));
        if let Some(word) = flight::word_in(text).filter(|_| ahead) {
            let (what, todo) = (text_of.flight(word), text_of.flight_todo());
            found.add(Rule::Flight, place.clone(), what, todo);
        }
        if let Some(trace) = trace::patterns(text).first() {
            let what = nl().plan.trace(trace.kind.called());
            found.add(Rule::Trace, place, what, nl().plan.trace_todo());
        } else if let Some(at) = trace::names(text).first() {
            // A name returns in many texts; it is said once, at the first.
            let name = &text[at.clone()];
            if !named.contains(&name) {
                named.push(name);
                let (what, todo) = (text_of.name(name), text_of.name_todo());
                found.add(Rule::Name, place, what, todo);
            }
        }
    }
}

/// Whether a text only says what must not happen: every clause has a "not", or is one word that leans on one that has.
pub(super) fn only_not(text: &str) -> bool {
    let negations = nl().plan.negations();
    let is_not = |word: &str| negations.split_whitespace().any(|one| one == word);
    let clauses = text
        .to_lowercase()
        .replace(" maar ", ".")
        .replace(" en ", ".");
    let mut any = false;
    for clause in clauses.split(['.', ',', ';', ':', '\n', '!']) {
        let words: Vec<&str> = clause
            .split(|one: char| !one.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let negative = words.iter().any(|word| is_not(word));
        any |= negative;
        if words.len() > 1 && !negative {
            return false;
        }
    }
    any
}

/// The texts that somebody must be able to carry out or check.
fn precise(plan: &Plan) -> Vec<(Place, &Field<String>)> {
    let mut texts = Vec::new();
    for one in &plan.situations {
        texts.push((Place::Situation(one.id.clone()), &one.what));
    }
    for one in &plan.conditions {
        texts.push((Place::Condition(one.id.clone()), &one.text));
    }
    for one in &plan.agreements {
        texts.push((Place::Agreement(one.id.clone()), &one.does));
    }
    texts
}

/// Every free text in the plan.
fn all(plan: &Plan) -> Vec<(Place, &Field<String>)> {
    let mut texts: Vec<(Place, &Field<String>)> = plan
        .people
        .iter()
        .map(|one| (Place::Person(one.id.clone()), &one.name))
        .collect();
    texts.extend(precise(plan));
    for one in &plan.situations {
        for field in [&one.effect, &one.rated_why, &one.source] {
            texts.push((Place::Situation(one.id.clone()), field));
        }
    }
    for one in &plan.ratings {
        let at = one.at.ids().first().cloned().unwrap_or_default();
        texts.push((Place::Situation(at), &one.why));
    }
    for one in &plan.agreements {
        for field in [&one.when, &one.seen_by, &one.how_often, &one.if_not] {
            texts.push((Place::Agreement(one.id.clone()), field));
        }
    }
    for one in &plan.child_lines {
        texts.push((Place::ChildLine(one.id.clone()), &one.text));
    }
    for one in &plan.early_signs {
        for field in [&one.what, &one.does] {
            texts.push((Place::EarlySign(one.id.clone()), field));
        }
    }
    for one in &plan.escalations {
        for field in [&one.when, &one.step] {
            texts.push((Place::Escalation(one.id.clone()), field));
        }
    }
    later(plan, &mut texts);
    for one in &plan.consents {
        texts.push((Place::Whole, &one.reason));
    }
    let emergency = &plan.emergency;
    for field in [&emergency.calls, &emergency.steps, &emergency.children] {
        texts.push((Place::Emergency, field));
    }
    let other = &plan.texts;
    for field in [
        &plan.rank_reason,
        &plan.rank_dissent,
        &other.occasion,
        &other.fear,
        &other.strengths,
        &other.network,
        &other.supervision,
        &other.differences,
        &other.discussed,
        &plan.head.phase_reason,
    ] {
        texts.push((Place::Texts, field));
    }
    texts
}

/// The texts of the later phases.
fn later<'p>(plan: &'p Plan, texts: &mut Vec<(Place, &'p Field<String>)>) {
    let later = &plan.later;
    for one in &later.incidents {
        for field in [&one.what, &one.done] {
            texts.push((Place::Incident(one.id.clone()), field));
        }
    }
    for one in &later.measurements {
        texts.push((Place::Measurement, &one.reason));
    }
    for one in &later.risk_factors {
        for field in [&one.what, &one.acts_on, &one.help] {
            texts.push((Place::RiskFactor(one.id.clone()), field));
        }
    }
    for one in &later.recoveries {
        for field in [&one.what, &one.help] {
            texts.push((Place::Recovery(one.id.clone()), field));
        }
    }
    for one in &later.directors {
        for field in [&one.who, &one.organisation, &one.deputy] {
            texts.push((Place::Directors, field));
        }
    }
    for field in [&later.aftercare.contact, &later.aftercare.signs] {
        texts.push((Place::Aftercare, field));
    }
}
