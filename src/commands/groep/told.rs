//! What a group said about one subject in one round: what every form of the report tells.

use super::gather::Gathered;
use crate::error::{Error, Result};
use crate::group::{
    Against, Ballot, Hands, Lost, Measured, Moved, Order, Spread, Subject, Voice, against, hands,
    lost, measured, moved, only_in, order, spreads,
};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::training::Forms;

/// What a group said about one subject in one round.
pub(super) struct Told<'a> {
    forms: &'a Forms,
    pub(super) subject: &'a Subject<'a>,
    pub(super) round: u8,
    pub(super) voices: Vec<&'a Voice>,
    pub(super) hands: bool,
    pub(super) hidden: bool,
    pub(super) spreads: Vec<Spread>,
    pub(super) order: Option<Order>,
    pub(super) moved: Vec<Moved>,
    pub(super) lost: Vec<Lost>,
    pub(super) other: Other,
}

/// What was said in the round that this is not about.
pub(super) struct Other {
    /// People of the first round who are not in the second.
    pub(super) only_first: usize,
    /// People of the second round who were not in the first.
    pub(super) only_second: usize,
    /// Somebody answered in the other round, or raised a hand.
    pub(super) is_there: bool,
    /// Raised hands of both rounds.
    pub(super) hands: Vec<Hands>,
}

impl Told<'_> {
    /// How one question lies beside the key.
    pub(super) fn against(&self, spread: &Spread) -> Option<Against> {
        let case = self.subject.key;
        let reason = case.and_then(|case| self.reason(case, spread));
        against(self.subject, spread, reason.as_deref())
    }

    fn reason(&self, case: &crate::training::TrainingCase, spread: &Spread) -> Option<String> {
        let key = &case.key;
        key.reason(self.forms, &spread.matter.key)
            .map(str::to_owned)
    }

    /// Who gave a vote, with what they do.
    pub(super) fn who(&self, who: Option<usize>) -> Option<String> {
        let voice = self.voices.get(who?)?;
        Some(match &voice.function {
            Some(function) => format!("{} ({function})", voice.name),
            None => voice.name.clone(),
        })
    }
}

/// What was said about each subject in this round, or in its last one.
pub(super) fn told<'a>(
    subjects: &'a [Subject<'a>],
    gathered: &'a Gathered,
    round: Option<u8>,
) -> Result<Vec<Told<'a>>> {
    let mut found = Vec::new();
    for subject in subjects {
        let of = |round: u8| -> (Vec<&Voice>, Vec<&Ballot>) {
            let voices = gathered.voices.iter();
            let ballots = gathered.ballots.iter();
            (
                voices
                    .filter(|voice| subject.is_of(voice) && voice.round == round)
                    .collect(),
                ballots
                    .filter(|ballot| ballot.case == subject.id && ballot.round == round)
                    .collect(),
            )
        };
        let is_there = |round: &u8| {
            let (voices, ballots) = of(*round);
            !voices.is_empty() || !ballots.is_empty()
        };
        let Some(round) = round.map_or_else(|| [2, 1].into_iter().find(is_there), Some) else {
            continue;
        };
        let (voices, ballots) = of(round);
        if voices.is_empty() && ballots.is_empty() {
            continue;
        }
        let (others, other_ballots) = of(3 - round);
        let (first, second) = if round == 1 {
            (&voices, &others)
        } else {
            (&others, &voices)
        };
        let (only_first, only_second) = (only_in(first, second), only_in(second, first));
        let with_hands = other_ballots.len() + ballots.len() > 0;
        found.push(Told {
            other: Other {
                only_first,
                only_second,
                is_there: !others.is_empty() || !other_ballots.is_empty(),
                hands: if with_hands {
                    hands(subject, &gathered.ballots)
                } else {
                    Vec::new()
                },
            },
            forms: &gathered.forms,
            subject,
            round,
            spreads: spreads(
                subject,
                &voices,
                &ballots,
                if round == 2 { &others } else { &[] },
            ),
            order: order(subject, &voices),
            moved: if round == 2 {
                moved(subject, &gathered.voices)
            } else {
                Vec::new()
            },
            lost: if round == 2 {
                lost(subject, &gathered.voices)
            } else {
                Vec::new()
            },
            hands: !ballots.is_empty(),
            hidden: gathered.hidden,
            voices,
        });
    }
    if found.is_empty() {
        let say = &nl().group;
        let round = round.unwrap_or(1);
        return Err(Error::attention(say.no_round(round), say.no_round_todo()));
    }
    Ok(found)
}

/// How far the group agrees, of each list that was answered: over all its cases.
pub(super) fn by_list<'a>(told: &[Told<'a>]) -> Vec<(&'a Questionnaire, Vec<Measured>)> {
    let mut lists: Vec<&Questionnaire> = Vec::new();
    for one in told {
        let list = one.subject.list;
        if !lists
            .iter()
            .any(|known| known.version.id == list.version.id)
        {
            lists.push(list);
        }
    }
    let of = |list: &Questionnaire| {
        let all = told.iter();
        let all = all.filter(|one| one.subject.list.version.id == list.version.id);
        let all: Vec<&Spread> = all.flat_map(|one| &one.spreads).collect();
        measured(&all)
    };
    lists.into_iter().map(|list| (list, of(list))).collect()
}
