//! Why somebody answered what they did: beside the answer, in the text of its row, or in the one text at the end that is
//! about all that is asked there.

use super::Voice;
use super::matter::{Matter, reason_of};
use crate::answer::Value;
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};

/// What somebody said with an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// Beside the answer itself, and in a text of its row that is about this question alone.
    pub own: Vec<String>,
    /// In the text of its row that is about other questions of the row too.
    pub of_row: Option<OfRow>,
    /// In the text that is asked once, for this question and others outside rows.
    pub of_all: Option<String>,
}

/// What was said about all that was asked of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfRow {
    /// What such a row is called: *ronde*.
    pub row: String,
    /// What was said.
    pub said: String,
}

impl Reasons {
    /// Nothing was said.
    pub fn is_empty(&self) -> bool {
        self.own.is_empty() && self.of_row.is_none() && self.of_all.is_none()
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
        said.of_row = said.of_row.filter(|one| then.of_row.as_ref() != Some(one));
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
    let is_said = |one: &String| !one.trim().is_empty();
    let mut own: Vec<String> = note.into_iter().filter(is_said).collect();
    let mut said = Reasons::default();
    let text = text.filter(is_said).filter(|one| !own.contains(one));
    match (text, shared(list, matter.question)) {
        (None, _) => {}
        (Some(text), _) if row.is_none() => said.of_all = Some(text),
        (Some(text), Some(row)) => said.of_row = Some(OfRow { row, said: text }),
        (Some(text), None) => own.push(text),
    }
    said.own = own;
    said
}

/// What a row is called where the text that says why is about more questions of it; nothing where it is about this one.
fn shared(list: &Questionnaire, at: QuestionIx) -> Option<String> {
    let parent = list.question(at).parent?;
    let why = reason_of(list, at)?;
    let others = list.question_indexes();
    let about = others.filter(|other| {
        let asked = list.question(*other);
        asked.parent == Some(parent) && !asked.given && *other < why && *other != at
    });
    about
        .filter(|other| reason_of(list, *other) == Some(why))
        .find_map(|_| match &list.question(parent).kind {
            Kind::List { row_name, .. } => Some(row_name.nl.clone()),
            _ => None,
        })
}
