//! The screens of a training case, one idea each, in the order in which they are shown.

use super::find::Found;
use super::live::{conclusions, in_row, order};
use super::words::{named, question};
use crate::answer::Key;
use crate::questionnaire::{QuestionIx, Role};
use crate::text::nl;

/// What a screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Title,
    People,
    /// What is told in this round.
    Told(usize),
    /// What became known in it, to be ordered.
    Facts(usize),
    Sentence(usize),
    /// The same sentence as it could be.
    Concrete(usize),
    Situation(usize),
    Order,
    Conclusions,
    Missing,
    /// The makers on one row or on the whole.
    Key(Vec<Key>),
    /// Where the makers put the facts of this round.
    KeyFacts(usize),
    /// That the makers' choices come next.
    BeforeKey,
    End,
}

/// One screen.
#[derive(Clone, Debug)]
pub(super) struct Screen {
    /// By what it is found: a round's id, or the name of a step.
    pub step: String,
    pub what: What,
    /// What the room can answer here.
    pub asks: Vec<Key>,
}

/// All screens of a case.
pub(super) fn screens(found: &Found) -> Vec<Screen> {
    let (case, text) = (&found.case, &nl().present);
    let mut all = Vec::new();
    let mut add = |step: &str, what: What, asks: Vec<Key>| {
        all.push(Screen {
            step: step.to_owned(),
            what,
            asks,
        });
    };
    add("begin", What::Title, Vec::new());
    add("begin", What::People, Vec::new());
    for (at, round) in case.rounds.iter().enumerate() {
        add(&round.id.0, What::Told(at), Vec::new());
        for key in in_row(found, Role::ExerciseRounds, &round.id) {
            add(&round.id.0, What::Conclusions, vec![key]);
        }
        if !round.facts.is_empty() {
            add(&round.id.0, What::Facts(at), of_facts(found, at));
        }
    }
    for at in 0..case.sentences.len() {
        add(&text.step_sentences(), What::Sentence(at), Vec::new());
        add(&text.step_sentences(), What::Concrete(at), Vec::new());
    }
    for (at, situation) in case.situations.iter().enumerate() {
        let asks = in_row(found, Role::ExerciseSituations, &situation.id);
        add(&text.step_weighing(), What::Situation(at), asks);
    }
    let ranking = order(found);
    add(
        &text.step_order(),
        What::Order,
        ranking.clone().into_iter().collect(),
    );
    let (others, patterns) = conclusions(found);
    for key in &others {
        add(
            &text.step_conclusions(),
            What::Conclusions,
            vec![key.clone()],
        );
    }
    if !patterns.is_empty() {
        add(
            &text.step_conclusions(),
            What::Conclusions,
            patterns.clone(),
        );
    }
    if !case.missing.is_empty() {
        add(&text.step_missing(), What::Missing, Vec::new());
    }
    let key = text.step_key();
    // One Enter too many must not show what the makers chose.
    add(&key, What::BeforeKey, Vec::new());
    for (at, round) in case.rounds.iter().enumerate() {
        let keys = in_row(found, Role::ExerciseRounds, &round.id);
        add(&key, What::Key(keys), Vec::new());
        if !round.facts.is_empty() {
            add(&key, What::KeyFacts(at), Vec::new());
        }
    }
    for situation in &case.situations {
        let keys = in_row(found, Role::ExerciseSituations, &situation.id);
        add(&key, What::Key(keys), Vec::new());
    }
    add(&key, What::Key(ranking.into_iter().collect()), Vec::new());
    add(&key, What::Key(others), Vec::new());
    add(&key, What::Key(patterns), Vec::new());
    add("einde", What::End, Vec::new());
    all.retain(|screen| screen.what != What::Key(Vec::new()));
    all
}

impl Screen {
    /// Its title.
    pub fn title(&self, found: &Found) -> String {
        let (case, text) = (&found.case, &nl().present);
        match &self.what {
            What::Title => case.title.clone(),
            What::People => text.people(),
            What::Told(at) => {
                let round = &case.rounds[*at];
                text.round(at + 1, case.rounds.len(), &round.title)
            }
            What::Facts(_) => text.facts(),
            What::Sentence(_) => text.sentence(),
            What::Concrete(_) => text.concrete(),
            What::Situation(at) => text.situation(at + 1, case.situations.len()),
            What::Order | What::Conclusions => match self.asks.as_slice() {
                [one] => question(found, one),
                _ => text.patterns(),
            },
            What::Missing => text.missing(),
            What::Key(keys) => match keys.first().and_then(|key| key.row.as_ref()) {
                Some(row) => text.key_of(named(found, row)),
                None if keys.len() == 1 => text.key_order(),
                None => text.key_conclusions(),
            },
            What::BeforeKey => text.before_key_title(),
            What::KeyFacts(at) => text.key_facts(at + 1),
            What::End => text.end(),
        }
    }

    /// The question of the exercise that it is about, asked here or not.
    pub fn about(&self, found: &Found, current: usize) -> Option<QuestionIx> {
        let list = &found.forms.exercise;
        let asked = self
            .asks
            .get(current.min(self.asks.len().saturating_sub(1)));
        let key = match &self.what {
            What::Key(keys) => keys.first().cloned(),
            What::KeyFacts(at) => of_facts(found, *at).into_iter().next(),
            What::Sentence(_) | What::Concrete(_) => {
                return list.by_role(Role::ExerciseConcrete);
            }
            _ => asked.cloned(),
        };
        list.find(&key?.question.0)
    }
}

/// Where each fact of this round belongs: a question for each.
pub(super) fn of_facts(found: &Found, at: usize) -> Vec<Key> {
    let facts = found.case.rounds[at].facts.iter();
    facts
        .flat_map(|fact| {
            in_row(found, Role::ExerciseFacts, &fact.id)
                .into_iter()
                .next()
        })
        .collect()
}
