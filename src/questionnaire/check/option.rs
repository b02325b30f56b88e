//! Options that nothing looks at. An option that is only recorded is fine; so is the one that is left over when all
//! others are named. Reported is an option of a question whose options decide something, that itself decides nothing
//! and that no worked case uses.

use std::collections::{BTreeMap, BTreeSet};

use super::Checked;
use crate::problem::{Code, Problem};
use crate::questionnaire::{
    Condition, Formula, Input, Kind, NoteRule, OptionId, Question, QuestionIx, Questionnaire, Test,
};

pub(super) fn check(
    checked: &Checked<'_>,
    used: &BTreeSet<(QuestionIx, OptionId)>,
) -> Vec<Problem> {
    let list = checked.list;
    let named = named(list);
    let counted = counted(list);
    let mut found = Vec::new();
    for (at, names) in &named {
        let question = list.question(*at);
        // The options of a used or adapted list are for its own worked cases.
        let own = *question.place.file == *checked.file;
        if !own || counted.contains(at) || checked.broken.contains(&*question.id.0) {
            continue;
        }
        let idle: Vec<_> = question
            .options()
            .iter()
            .enumerate()
            .filter(|(rank, option)| {
                !names.contains(&option.id)
                    && option.role.is_none()
                    && !asks_more(question, *rank, &option.id)
            })
            .map(|(_, option)| option)
            .collect();
        // One left over is the answer for when none of the others is meant.
        if idle.len() < 2 {
            continue;
        }
        for option in idle {
            if used.contains(&(*at, option.id.clone())) {
                continue;
            }
            let id = &option.id;
            let place = checked.locate.word(&question.place, &["opties"], &[&id.0]);
            found.push(Problem::new(
                Code::UnusedOption,
                place,
                format!("De optie `{id}` van `{}` maakt nergens verschil, en geen proefgeval kiest haar.", question.id),
                "Gebruik haar in een voorwaarde, kies haar in een proefgeval, of haal haar weg.",
            ));
        }
    }
    found
}

/// The questions of which options are named in a condition, with those options.
fn named(list: &Questionnaire) -> BTreeMap<QuestionIx, BTreeSet<OptionId>> {
    let mut named: BTreeMap<QuestionIx, BTreeSet<OptionId>> = BTreeMap::new();
    for condition in list.conditions() {
        condition.walk(&mut |one| {
            if let Condition::Answer {
                question,
                test: Test::Is(ids) | Test::Contains(ids),
            } = one
                && !list.question(*question).options().is_empty()
            {
                named
                    .entry(*question)
                    .or_default()
                    .extend(ids.iter().cloned());
            }
        });
    }
    for only in list.questions.iter().filter_map(|one| one.only.as_ref()) {
        let names = named.entry(only.question).or_default();
        names.extend(only.answers.iter().cloned());
    }
    named
}

/// The questions whose every option counts: for points, as heaviest or lightest, or against another answer.
fn counted(list: &Questionnaire) -> BTreeSet<QuestionIx> {
    let mut counted = BTreeSet::new();
    for question in &list.questions {
        if let Kind::Ranking { weighs, .. } = &question.kind {
            let others = weighs.iter().filter_map(|weight| weight.also);
            counted.extend(others.map(|also| also.question));
            counted.extend(weighs.iter().map(|weight| weight.question));
        }
    }
    for derived in &list.derived {
        for input in derived.formula.inputs() {
            if let Input::Question(at) | Input::Rows(at) = input {
                let points = list
                    .question(at)
                    .options()
                    .iter()
                    .any(|one| one.points.is_some());
                let ranked = matches!(derived.formula, Formula::Highest(_) | Formula::Lowest(_));
                if points || ranked {
                    counted.insert(at);
                }
            }
        }
    }
    for condition in list.conditions() {
        condition.walk(&mut |one| {
            if let Condition::Answer {
                question,
                test: Test::SameAs(other),
            } = one
            {
                counted.extend([*question, *other]);
            }
        });
    }
    counted
}

/// Whether this option asks for a reason or a fact.
fn asks_more(question: &Question, rank: usize, option: &OptionId) -> bool {
    let note = matches!(&question.note, NoteRule::With(ids) if ids.contains(option));
    let fact =
        matches!(&question.kind, Kind::Judgement { fact_from: Some(from), .. } if rank >= *from);
    note || fact
}
