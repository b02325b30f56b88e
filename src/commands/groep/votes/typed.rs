//! What is typed for one question: raised hands, or a letter for each participant.

use crate::group::Matter;
use crate::text::nl;

/// No room holds more.
const MOST_HANDS: usize = 10_000;
/// By what an answer is called where it is typed.
pub(super) const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// What was typed for one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// How many chose each answer.
    Hands(Vec<usize>),
    /// What each participant chose, always in the same order.
    Each(Vec<Option<usize>>),
}

impl Typed {
    /// How many took part.
    pub fn many(&self) -> usize {
        match self {
            Self::Hands(hands) => hands.iter().sum(),
            Self::Each(each) => each.len(),
        }
    }

    /// What was typed: numbers in the order of the answers, or a letter for each participant.
    pub fn understood(line: &str, matter: &Matter) -> std::result::Result<Self, String> {
        let say = &nl().group;
        let many = matter.scale.options.len();
        let last = LETTERS.chars().nth(many.saturating_sub(1)).unwrap_or('z');
        let wrong = || say.votes_wrong(crate::plain::one_line(line), last);
        if line.starts_with(|first: char| first.is_ascii_digit()) {
            let parts = line.split([' ', ',', ';']).filter(|part| !part.is_empty());
            let hands: std::result::Result<Vec<usize>, _> = parts.map(str::parse).collect();
            let hands = hands.map_err(|_| wrong())?;
            let total: usize = hands.iter().fold(0, |sum, one| sum.saturating_add(*one));
            // A number that is missing is not a nought: nobody knows how many hands there were.
            if hands.len() != many {
                return Err(say.votes_each(many));
            }
            if total > MOST_HANDS {
                return Err(wrong());
            }
            return Ok(Self::Hands(hands));
        }
        let letters = line.chars().filter(|one| !one.is_whitespace());
        let each: Option<Vec<Option<usize>>> = letters
            .map(|one| match one {
                '-' => Some(None),
                one => LETTERS
                    .chars()
                    .take(many)
                    .position(|letter| letter == one)
                    .map(Some),
            })
            .collect();
        each.map(Self::Each).ok_or_else(wrong)
    }

    /// What that is, in words.
    pub fn told(&self, matter: &Matter) -> String {
        let mut counts = vec![0; matter.scale.options.len()];
        match self {
            Self::Hands(hands) => counts[..hands.len()].copy_from_slice(hands),
            Self::Each(each) => each.iter().flatten().for_each(|at| counts[*at] += 1),
        }
        let options = matter.scale.options.iter().zip(counts);
        let told = options.filter(|(_, count)| *count > 0);
        let told = told.map(|(option, count)| format!("{option} {count}"));
        told.collect::<Vec<_>>().join(", ")
    }
}
