//! Who chose what, how far that lies apart, and who stands apart from most.

use std::cmp::Ordering;

use super::matter::{Matter, Subject, Weight, matters};
use super::reason::{Reasons, reasons};
use super::{Ballot, ENOUGH, Voice};

/// One voice for one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Who; nothing for a raised hand.
    pub who: Option<usize>,
    /// The place of the answer among those that could be given.
    pub at: usize,
    /// What they said with it.
    pub reasons: Reasons,
}

/// What everybody answered to one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// What was asked.
    pub matter: Matter,
    /// The voices, in their order, then the raised hands.
    pub votes: Vec<Vote>,
    /// How many files have no answer here. Who made one may have raised a hand: nobody knows.
    pub silent: usize,
    /// How often each answer was given.
    pub counts: Vec<usize>,
}

/// The spread of all that was asked about a subject, in the order of the list. The place of a vote's `who` is that in
/// `voices`. `earlier` are the voices of the round before, where there is one.
pub fn spreads(
    subject: &Subject<'_>,
    voices: &[&Voice],
    ballots: &[&Ballot],
    earlier: &[&Voice],
) -> Vec<Spread> {
    let all = matters(subject, voices, ballots).into_iter();
    all.map(|matter| spread(subject, matter, voices, ballots, earlier))
        .collect()
}

fn spread(
    subject: &Subject<'_>,
    matter: Matter,
    voices: &[&Voice],
    ballots: &[&Ballot],
    earlier: &[&Voice],
) -> Spread {
    let mut votes = Vec::new();
    let mut silent = 0;
    let hands = ballots
        .iter()
        .filter(|ballot| ballot.key == matter.key && matter.option.is_none());
    let asked = hands.clone().next().is_some();
    for (who, voice) in voices.iter().enumerate() {
        let Some(at) = matter.answered(&voice.answers) else {
            // Of a room that raised hands nobody said nothing.
            silent += usize::from(!(voice.paper && asked));
            continue;
        };
        let then = earlier.iter().copied().find(|one| one.name == voice.name);
        let reasons = reasons(subject.list, &matter, voice, then);
        votes.push(Vote {
            who: Some(who),
            at,
            reasons,
        });
    }
    for (value, many) in hands.flat_map(|ballot| &ballot.chosen) {
        if let Some(at) = matter.scale.at(value) {
            let hand = Vote {
                who: None,
                at,
                reasons: Reasons::default(),
            };
            votes.extend(std::iter::repeat_n(hand, *many));
        }
    }
    let mut counts = vec![0; matter.scale.options.len()];
    for vote in &votes {
        counts[vote.at] += 1;
    }
    Spread {
        matter,
        votes,
        silent,
        counts,
    }
}

impl Spread {
    /// Whether hands were raised here.
    pub fn hands(&self) -> bool {
        self.votes.iter().any(|vote| vote.who.is_none())
    }

    /// How many answered.
    pub fn answered(&self) -> usize {
        self.votes.len()
    }

    /// Fewer than half of those who made a file answered: that two of ten differ says little of the ten.
    fn is_of_few(&self) -> bool {
        self.answered() < self.silent
    }

    /// Everybody who answered gave the same answer.
    pub fn is_one(&self) -> bool {
        self.counts.iter().filter(|count| **count > 0).count() == 1
    }

    /// The answers that were given, the most given first, with how often.
    pub fn ordered(&self) -> Vec<(usize, usize)> {
        let mut all: Vec<(usize, usize)> = self.counts.iter().copied().enumerate().collect();
        all.retain(|(_, count)| *count > 0);
        all.sort_by_key(|(at, count)| (usize::MAX - count, *at));
        all
    }

    /// The answer of more than half.
    pub fn majority(&self) -> Option<usize> {
        let (at, count) = self.ordered().first().copied()?;
        (count * 2 > self.answered()).then_some(at)
    }

    /// The middle answer of those with an order: one, or the two between which it lies.
    pub fn median(&self) -> Option<(usize, usize)> {
        if !self.matter.scale.ordered {
            return None;
        }
        let mut steps: Vec<usize> = self
            .votes
            .iter()
            .filter_map(|vote| self.matter.scale.step(vote.at))
            .collect();
        steps.sort_unstable();
        let last = steps.len().checked_sub(1)?;
        Some((steps[last / 2], steps[last.div_ceil(2)]))
    }

    /// Of how many pairs the answers differ, and how many pairs there are.
    pub fn pairs(&self) -> (usize, usize) {
        let all = self.answered();
        let same: usize = self
            .counts
            .iter()
            .map(|n| n * n.saturating_sub(1) / 2)
            .sum();
        let pairs = all * all.saturating_sub(1) / 2;
        (pairs - same, pairs)
    }

    /// Of a hundred pairs, how many differ; nothing below so many raters that a number says something.
    pub fn differing(&self) -> Option<usize> {
        if self.answered() < ENOUGH {
            return None;
        }
        let (apart, pairs) = self.pairs();
        (apart * 100 + pairs / 2).checked_div(pairs)
    }

    /// From the lowest to the highest answer, in steps.
    fn width(&self) -> usize {
        let scale = &self.matter.scale;
        let steps = || {
            let given = self.counts.iter().enumerate().filter(|(_, n)| **n > 0);
            given.filter_map(|(at, _)| scale.step(at))
        };
        if scale.ordered {
            steps().max().unwrap_or(0) - steps().min().unwrap_or(0)
        } else {
            0
        }
    }

    /// Only two answers were given, and they stand next to each other on a scale.
    fn is_neighbours(&self) -> bool {
        let given = self.counts.iter().filter(|count| **count > 0).count();
        let unknown = self.counts[self.matter.scale.unknown] > 0;
        self.matter.scale.ordered && !unknown && given == 2 && self.width() == 1
    }

    /// More to talk about comes first: what few came to at the end; then more pairs that differ; between equals danger, red flags, what must stop now and the
    /// decision, then how heavy a situation weighs, then the rest, and neighbours on a scale last; then farther apart.
    pub fn by_disagreement(one: &Self, other: &Self) -> Ordering {
        let ((apart, pairs), (other_apart, other_pairs)) = (one.pairs(), other.pairs());
        let share = (other_apart * pairs.max(1)).cmp(&(apart * other_pairs.max(1)));
        let weighs =
            |spread: &Self| -> (bool, Weight) { (spread.is_neighbours(), spread.matter.weight) };
        let few = one.is_of_few().cmp(&other.is_of_few());
        few.then(share)
            .then_with(|| weighs(one).cmp(&weighs(other)))
            .then_with(|| other.width().cmp(&one.width()))
    }

    /// Who stands apart: with an order, two steps or more from the middle; without, whoever did not say what more than half
    /// said. Where there is no such middle, nobody does.
    pub fn apart(&self) -> Vec<&Vote> {
        if self.answered() < 3 {
            return Vec::new();
        }
        if let Some((low, high)) = self.median() {
            let far = |vote: &&Vote| {
                let step = self.matter.scale.step(vote.at);
                step.is_some_and(|step| step + 2 <= low || step >= high + 2)
            };
            return self.votes.iter().filter(far).collect();
        }
        match self.majority() {
            Some(most) => self.votes.iter().filter(|vote| vote.at != most).collect(),
            None => Vec::new(),
        }
    }
}
