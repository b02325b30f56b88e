//! What was said in the first round by who is not in the second, and by nobody there: it must not go unheard for that.

use super::Voice;
use super::matter::{Matter, Subject, Weight, matters};
use super::reason::{Reasons, reasons};

/// An answer of the first round that nobody of the second gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What was asked.
    pub matter: Matter,
    /// The place of the answer.
    pub at: usize,
    /// Who gave it.
    pub who: String,
    /// What they said with it.
    pub reasons: Reasons,
}

/// What is about safety, in the order of the list.
pub fn lost(subject: &Subject<'_>, voices: &[Voice]) -> Vec<Lost> {
    let of = |round: u8| -> Vec<&Voice> {
        let all = voices.iter();
        all.filter(|voice| subject.is_of(voice) && voice.round == round)
            .collect()
    };
    let (first, second) = (of(1), of(2));
    if second.is_empty() {
        return Vec::new();
    }
    let stayed = |voice: &&&Voice| !second.iter().any(|other| other.name == voice.name);
    let gone: Vec<&Voice> = first.iter().filter(stayed).copied().collect();
    let mut found = Vec::new();
    for matter in matters(subject, &gone, &[]) {
        if matter.weight != Weight::Safety {
            continue;
        }
        let said = |at: usize| {
            let mut now = second.iter();
            now.any(|voice| matter.answered(&voice.answers) == Some(at))
        };
        for voice in &gone {
            let answered = matter.answered(&voice.answers);
            // That somebody did not know is no answer that is lost.
            let answered = answered.filter(|at| *at != matter.scale.unknown && !said(*at));
            found.extend(answered.map(|at| Lost {
                matter: matter.clone(),
                at,
                who: voice.name.clone(),
                reasons: reasons(subject.list, &matter, voice, None),
            }));
        }
    }
    found
}
