//! Why somebody answered what they did: beside the answer, in the text of its row, or in the one text at the end that is
//! about all that is asked there.

use super::Voice;
use super::matter::{Matter, reason_of};
use crate::answer::Value;
use crate::questionnaire::Questionnaire;

/// What somebody said with an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// Beside the answer itself, and in the text of its row.
    pub own: Vec<String>,
    /// In the text that is asked once, for this question and others outside rows.
    pub of_all: Option<String>,
}

impl Reasons {
    /// Nothing was said.
    pub fn is_empty(&self) -> bool {
        self.own.is_empty() && self.of_all.is_none()
    }
}

/// What this voice says with its answer. `earlier` is the same person in the first round: where the answer is another now,
/// what stood there then is not the reason of it.
pub(super) fn reasons(
    list: &Questionnaire,
    matter: &Matter,
    voice: &Voice,
    earlier: Option<&Voice>,
) -> Reasons {
    let mut said = all(list, matter, voice);
    let moved = |one: &&Voice| matter.answered(&one.answers) != matter.answered(&voice.answers);
    if let Some(earlier) = earlier.filter(moved) {
        let then = all(list, matter, earlier);
        said.own.retain(|one| !then.own.contains(one));
        said.of_all = said.of_all.filter(|one| then.of_all.as_ref() != Some(one));
    }
    said
}

fn all(list: &Questionnaire, matter: &Matter, voice: &Voice) -> Reasons {
    let row = matter.key.row.as_ref();
    let note = voice.answers.get(&matter.key.question, row);
    let note = note.and_then(|answer| answer.note.clone());
    let why = reason_of(list, matter.question).map(|at| &list.question(at).id);
    let text = match why.and_then(|why| voice.answers.get(why, row)) {
        Some(answer) => match &answer.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        },
        None => None,
    };
    let (of_row, of_all) = if row.is_some() {
        (text, None)
    } else {
        (None, text)
    };
    let is_said = |one: &String| !one.trim().is_empty();
    let mut own: Vec<String> = note.into_iter().chain(of_row).filter(is_said).collect();
    own.dedup();
    Reasons {
        of_all: of_all.filter(is_said).filter(|one| !own.contains(one)),
        own,
    }
}
