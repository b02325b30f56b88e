//! How many people there are, in which round, and what hands were raised before and after. Numbers only: never who.

use std::collections::BTreeMap;

use super::{Ballot, Matter, Subject, Voice, matters};

/// How many people these are: who answered twice is one, and who answered with somebody else are two.
pub fn people<'a>(voices: impl IntoIterator<Item = &'a Voice>) -> usize {
    let mut each: BTreeMap<&str, bool> = BTreeMap::new();
    for voice in voices {
        *each.entry(&voice.name).or_default() |= voice.pair;
    }
    each.values().map(|pair| if *pair { 2 } else { 1 }).sum()
}

/// How many people are among these and not among those.
pub fn only_in(these: &[&Voice], those: &[&Voice]) -> usize {
    let there = |voice: &&&Voice| !those.iter().any(|other| other.name == voice.name);
    people(these.iter().filter(there).copied())
}

/// Raised hands for one question in both rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hands {
    /// What was asked.
    pub matter: Matter,
    /// How often each answer was chosen in the first round; nothing where nobody was asked for hands.
    pub before: Option<Vec<usize>>,
    /// And in the second.
    pub after: Option<Vec<usize>>,
}

/// What hands said in either round, in the order of the list. Nobody knows who moved.
pub fn hands(subject: &Subject<'_>, ballots: &[Ballot]) -> Vec<Hands> {
    let here = ballots.iter().filter(|ballot| ballot.case == subject.id);
    let here: Vec<&Ballot> = here.collect();
    let all = matters(subject, &[], &here).into_iter();
    let all = all.filter(|matter| matter.option.is_none());
    let each = all.map(|matter| {
        let of = |round: u8| {
            let mut counts = None;
            let asked = |ballot: &&&Ballot| ballot.round == round && ballot.key == matter.key;
            for ballot in here.iter().filter(asked) {
                let counts = counts.get_or_insert_with(|| vec![0; matter.scale.options.len()]);
                for (value, many) in &ballot.chosen {
                    if let Some(at) = matter.scale.at(value) {
                        counts[at] += many;
                    }
                }
            }
            counts
        };
        let (before, after) = (of(1), of(2));
        Hands {
            matter,
            before,
            after,
        }
    });
    each.filter(|one| one.before.is_some() || one.after.is_some())
        .collect()
}
