//! What the second round moved. Both rounds are kept; only who answered in both is laid side by side.

use super::Voice;
use super::matter::{Matter, Subject, matters};
use super::reason::{Reasons, reasons};

/// What moved in one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// What was asked.
    pub matter: Matter,
    /// How often each answer was given in the first round, by those who answered in both.
    pub before: Vec<usize>,
    /// And in the second.
    pub after: Vec<usize>,
    /// Who changed, from what to what, and what they said then.
    pub changes: Vec<Change>,
    /// Who holds to what fewer than half say, and why: the minority's argument.
    pub held: Vec<(String, usize, Reasons)>,
}

/// Somebody who changed their answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Who.
    pub who: String,
    /// From.
    pub from: usize,
    /// To.
    pub to: usize,
    /// What they said in the second round, where that is something new.
    pub reasons: Reasons,
}

/// Each question to which somebody answered in both rounds, in the order of the list.
pub fn moved(subject: &Subject<'_>, voices: &[Voice]) -> Vec<Moved> {
    let of = |round: u8| {
        let all = voices.iter();
        all.filter(move |voice| subject.is_of(voice) && voice.round == round)
    };
    let both: Vec<(&Voice, &Voice)> = of(1)
        .filter_map(|first| Some((first, of(2).find(|second| second.name == first.name)?)))
        .collect();
    if both.is_empty() {
        return Vec::new();
    }
    let all: Vec<&Voice> = both
        .iter()
        .flat_map(|(one, other)| [*one, *other])
        .collect();
    let mut found = Vec::new();
    for matter in matters(subject, &all, &[]) {
        let mut before = vec![0; matter.scale.options.len()];
        let mut after = before.clone();
        let mut changes = Vec::new();
        let mut now = Vec::new();
        for (first, second) in &both {
            let (Some(from), Some(to)) = (
                matter.answered(&first.answers),
                matter.answered(&second.answers),
            ) else {
                continue;
            };
            before[from] += 1;
            after[to] += 1;
            let said = reasons(subject.list, &matter, second, Some(first));
            now.push((second.name.clone(), to, said.clone()));
            if from != to {
                changes.push(Change {
                    who: second.name.clone(),
                    from,
                    to,
                    reasons: said,
                });
            }
        }
        let all = now.len();
        now.retain(|(_, at, _)| after[*at] * 2 < all);
        if all > 0 {
            found.push(Moved {
                matter,
                before,
                after,
                changes,
                held: now,
            });
        }
    }
    found
}
