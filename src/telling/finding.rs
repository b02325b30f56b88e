//! What to find out in a case, in words: the names of the questions, those about danger first and then in the order of how
//! much they matter, whom one may ask and what comes first. Never what an answer would lead to, and never an invitation to question a child.

use std::collections::{BTreeMap, BTreeSet};

use super::explained::asked;
use crate::answer::{Key, Value};
use crate::engine::{Outcomes, View, open_questions, path};
use crate::explanation::asks;
use crate::questionnaire::{DerivedIx, DerivedRole, Kind, OptionRole, Question, Role};
use crate::text::nl;

/// What there is to find out.
pub struct Finding {
    /// The questions, those that matter most first.
    pub questions: Vec<String>,
    /// Which answers these are.
    pub keys: Vec<Key>,
    /// How many of all there are can change something.
    pub matter: usize,
    /// How many more there are.
    pub more: usize,
    /// Whom one may ask about these questions.
    pub sources: Vec<String>,
    /// The same for each of the questions.
    pub whom: Vec<Vec<String>>,
    /// A child is concerned: nobody questions it.
    pub child: bool,
}

/// What there is to find out in this case, at most so many questions of it.
pub fn finding(view: &View<'_>, outcomes: &Outcomes, most: usize) -> Finding {
    let mut keys = ranked(view, outcomes, |derived| {
        let role = view.list.derived(derived).role;
        matches!(
            role,
            Some(DerivedRole::CaseAdvice | DerivedRole::CaseAttention)
        )
    });
    let matter = keys.len();
    for key in open_questions(view) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let found = of_keys(view, &keys, most);
    Finding {
        matter,
        child: found.child || has_child(view),
        ..found
    }
}

/// What there is to find out for one outcome.
pub fn finding_for(view: &View<'_>, outcomes: &Outcomes, at: DerivedIx, most: usize) -> Finding {
    of_keys(view, &ranked(view, outcomes, |one| one == at), most)
}

/// The missing answers that can change these outcomes and can be given now: first those on which a text about danger
/// rests, then those that matter most over all. One unknown red flag seldom decides, and is never looked at last.
fn ranked(view: &View<'_>, outcomes: &Outcomes, which: impl Fn(DerivedIx) -> bool) -> Vec<Key> {
    let mut weights: BTreeMap<Key, f64> = BTreeMap::new();
    for at in (0..view.list.derived.len())
        .map(DerivedIx)
        .filter(|at| which(*at))
    {
        if let Some(outcome) = outcomes.get(&view.list.derived(at).id) {
            for ask in asks(view, at, outcome) {
                *weights.entry(ask.key).or_default() += ask.weight.unwrap_or(0.0);
            }
        }
    }
    let steps = path(view);
    let can_be_said = steps.iter().map(|step| step.key(view));
    let mut keys: Vec<Key> = can_be_said
        .filter(|key| weights.contains_key(key))
        .collect();
    let danger = behind_danger(view);
    keys.sort_by(|a, b| {
        let about_danger = danger.contains(b).cmp(&danger.contains(a));
        about_danger.then(weights[b].total_cmp(&weights[a]))
    });
    keys
}

/// The missing answers on which it rests whether a text about danger belongs.
fn behind_danger(view: &View<'_>) -> BTreeSet<Key> {
    let notices = view.list.questions.iter();
    let notices = notices.filter(|one| matches!(one.kind, Kind::Notice { danger: true, .. }));
    let conditions = notices.filter_map(|one| one.when.as_ref());
    conditions
        .flat_map(|when| view.rests_on(when, None))
        .collect()
}

fn of_keys(view: &View<'_>, keys: &[Key], most: usize) -> Finding {
    let shown = &keys[..keys.len().min(most)];
    let questions: Vec<(&Key, &Question)> = shown
        .iter()
        .filter_map(|key| Some((key, view.list.question(view.list.find(&key.question.0)?))))
        .collect();
    let mut sources: Vec<String> = Vec::new();
    let mut whom = Vec::new();
    let mut child = false;
    for (key, question) in &questions {
        let of_child = is_of_child(view, key);
        child |= question.listen || of_child;
        // Who would not say it is not pressed, and neither is anybody else in their place.
        let answer = view.answers.get(&key.question, key.row.as_ref());
        let refused = answer.is_some_and(|answer| answer.value == Value::Refused);
        let here = question.sources.iter().filter(|_| !of_child && !refused);
        let here: Vec<String> = here.map(|source| source.nl.clone()).collect();
        for source in &here {
            if !sources.contains(source) {
                sources.push(source.clone());
            }
        }
        whom.push(here);
    }
    Finding {
        questions: questions
            .iter()
            .map(|(key, question)| named(view, key, question))
            .collect(),
        keys: questions.iter().map(|(key, _)| (*key).clone()).collect(),
        matter: keys.len(),
        more: keys.len() - shown.len(),
        sources,
        whom,
        child,
    }
}

fn named(view: &View<'_>, key: &Key, question: &Question) -> String {
    let say = &nl().finding;
    let text = asked(view, key);
    if question.listen {
        say.listen(text)
    } else if is_of_child(view, key) && !is_for_the_team(question) {
        say.not_a_child(text)
    } else if question.apart {
        say.apart(text)
    } else {
        text
    }
}

/// Whether those who fill it in answer it themselves: nobody is asked.
fn is_for_the_team(question: &Question) -> bool {
    let judged = matches!(
        question.kind,
        Kind::Judgement { .. } | Kind::Scale { .. } | Kind::Ranking { .. } | Kind::Row { .. }
    );
    judged || question.advice.is_some()
}

impl Finding {
    /// What stands under the questions: how many more there are, whom one may ask, and that no child is questioned.
    pub fn below(&self) -> Vec<String> {
        let say = &nl().finding;
        let mut lines = Vec::new();
        if !self.sources.is_empty() {
            lines.push(say.sources(self.sources.join("; ")));
        }
        lines.extend(self.no_child());
        lines
    }

    /// That no child is questioned, where one is concerned.
    pub fn no_child(&self) -> Option<String> {
        self.child.then(|| nl().finding.child())
    }

    /// How many more there are, in words.
    pub fn and_more(&self) -> Option<String> {
        let say = &nl().finding;
        match self.more {
            0 => None,
            1 => Some(say.more_one()),
            more => Some(say.more(more)),
        }
    }
}

/// Whether somebody in the case is a child.
fn has_child(view: &View<'_>) -> bool {
    let Some(people) = view.list.persons else {
        return false;
    };
    let rows = view.answers.rows(&view.list.question(people).id);
    rows.is_some_and(|rows| rows.ids.iter().any(|row| is_child(view, row)))
}

/// Whether an answer is asked in a row about a child.
fn is_of_child(view: &View<'_>, key: &Key) -> bool {
    let list = view
        .list
        .find(&key.question.0)
        .and_then(|at| view.list.question(at).parent);
    let (Some(row), Some(list)) = (&key.row, list) else {
        return false;
    };
    if view.list.persons == Some(list) {
        return is_child(view, row);
    }
    let Kind::List { questions, .. } = &view.list.question(list).kind else {
        return false;
    };
    questions.iter().any(|inner| {
        let question = view.list.question(*inner);
        let answer = view
            .answers
            .get(&question.id, Some(row))
            .map(|answer| &answer.value);
        match (&question.kind, answer) {
            (Kind::Person { .. }, Some(Value::Rows(people))) => {
                people.iter().any(|person| is_child(view, person))
            }
            _ => false,
        }
    })
}

/// Whether this person is a child.
fn is_child(view: &View<'_>, person: &crate::answer::RowId) -> bool {
    let Some(kind) = view
        .list
        .by_role(Role::PersonKind)
        .map(|at| view.list.question(at))
    else {
        return false;
    };
    let Some(Value::Choice(chosen)) = view
        .answers
        .get(&kind.id, Some(person))
        .map(|answer| &answer.value)
    else {
        return false;
    };
    let mut options = kind.options().iter();
    options.any(|option| option.id == *chosen && option.role == Some(OptionRole::Child))
}
