//! What was given: answers, rows, and that these are all the rows of a list.

use std::collections::BTreeSet;
use std::fmt;

use crate::answer::{Answers, Key, RowId, Rows};
use crate::engine::{Truth, View};
use crate::questionnaire::{Kind, QuestionId, QuestionIx};

/// One thing that was given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// This answer. Of a question in a row it says something only as long as the row is there.
    Answer(Key),
    /// That this list has this row.
    Row(QuestionId, RowId),
    /// That these are all the rows of this list, each of them included.
    AllRows(QuestionId),
}

impl Fact {
    /// The question or list that it is about.
    pub fn question(&self) -> &QuestionId {
        match self {
            Self::Answer(key) => &key.question,
            Self::Row(list, _) | Self::AllRows(list) => list,
        }
    }
}

impl fmt::Display for Fact {
    /// As `wapen`, `situaties/s1/wie`, `situaties/s1`, `situaties`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(key) => key.fmt(f),
            Self::Row(list, row) => write!(f, "{list}/{row}"),
            Self::AllRows(list) => list.fmt(f),
        }
    }
}

/// Everything that was given and may count, in the order of asking. What is hidden for certain never counts.
pub fn facts(view: &View<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for at in view.list.question_indexes() {
        let question = view.list.question(at);
        if question.parent.is_some() || !may_belong(view, at, None) {
            continue;
        }
        if let Kind::List { questions, .. } = &question.kind {
            let Some(rows) = view.answers.rows(&question.id) else {
                continue;
            };
            for row in &rows.ids {
                facts.push(Fact::Row(question.id.clone(), row.clone()));
                facts.extend(
                    questions
                        .iter()
                        .filter_map(|inner| answered(view, *inner, Some(row))),
                );
            }
            facts.extend(rows.complete.then(|| Fact::AllRows(question.id.clone())));
        } else {
            facts.extend(answered(view, at, None));
        }
    }
    facts
}

/// The known answer to a question that may belong.
fn answered(view: &View<'_>, at: QuestionIx, row: Option<&RowId>) -> Option<Fact> {
    let id = &view.list.question(at).id;
    let answer = view.answers.get(id, row)?;
    (answer.value.is_known() && may_belong(view, at, row)).then(|| {
        Fact::Answer(Key {
            question: id.clone(),
            row: row.cloned(),
        })
    })
}

/// Whether a question belongs in some completion of the missing answers.
fn may_belong(view: &View<'_>, at: QuestionIx, row: Option<&RowId>) -> bool {
    let question = view.list.question(at);
    let own = question
        .when
        .as_ref()
        .is_none_or(|when| view.in_the_end(when, row) != Truth::No);
    own && match question.parent {
        Some(list) => may_belong(view, list, None),
        None => view.list.parts[question.part]
            .when
            .as_ref()
            .is_none_or(|when| view.in_the_end(when, None) != Truth::No),
    }
}

/// The answers with only these rows and closed lists left of the ones that are `in_doubt`, a list each; everything else
/// as it is.
pub(super) fn with_rows(
    answers: &Answers,
    in_doubt: &BTreeSet<QuestionId>,
    kept: &BTreeSet<&Fact>,
) -> Answers {
    let mut left = answers.clone();
    for list in in_doubt {
        let Some(rows) = answers.rows(list) else {
            continue;
        };
        let closed = kept.contains(&Fact::AllRows(list.clone()));
        let stays =
            |row: &&RowId| closed || kept.contains(&Fact::Row(list.clone(), (*row).clone()));
        let rows = Rows {
            ids: rows.ids.iter().filter(stays).cloned().collect(),
            complete: closed,
        };
        left.set_rows(list.clone(), rows);
    }
    left
}
