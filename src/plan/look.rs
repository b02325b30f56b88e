//! Looks up answers by role: only what now belongs, only what the list itself declares.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::field::{Choice, Field, Rate, Said, YesNo};
use super::{Id, Legend, Word, flight};
use crate::answer::{Answer, RowId, Value};
use crate::engine::View;
use crate::plain::plain;
use crate::questionnaire::{Kind, Question, QuestionIx, Role};

/// A view, asked by role.
pub(super) struct Look<'a> {
    view: &'a View<'a>,
}

impl<'a> Look<'a> {
    pub fn new(view: &'a View<'a>) -> Self {
        Self { view }
    }

    /// Whether a question with this role now belongs.
    pub fn asks(&self, role: Role) -> bool {
        self.shown(role, None).is_some()
    }

    /// The rows of the list with this role; none while it is hidden or was not answered.
    pub fn rows(&self, role: Role) -> Vec<RowId> {
        let Some(at) = self.shown(role, None) else {
            return Vec::new();
        };
        let rows = self.view.answers.rows(&self.view.list.question(at).id);
        rows.map(|rows| rows.ids.clone()).unwrap_or_default()
    }

    /// The text with this role.
    pub fn text(&self, role: Role, row: Option<&RowId>) -> Field<String> {
        self.field(role, row, |_, value| match value {
            Value::Text(text) => Some(safe(role, plain(text).trim())),
            _ => None,
        })
    }

    /// The day with this role.
    pub fn date(&self, role: Role, row: Option<&RowId>) -> Field<NaiveDate> {
        self.field(role, row, |_, value| match value {
            Value::Date(date) => Some(*date),
            _ => None,
        })
    }

    /// The rows of another list that were chosen here, without rows that are no longer there.
    pub fn ids(&self, role: Role, row: Option<&RowId>) -> Field<Vec<Id>> {
        self.field(role, row, |question, value| {
            let Value::Rows(chosen) = value else {
                return None;
            };
            let there = self.targets(question);
            let ids: Vec<Id> = chosen
                .iter()
                .filter(|row| there.contains(*row))
                .map(|row| row.0.clone())
                .collect();
            // All that was chosen is gone: the answer no longer says anything.
            (chosen.is_empty() || !ids.is_empty()).then_some(ids)
        })
    }

    /// The option that was chosen.
    pub fn choice(&self, role: Role, row: Option<&RowId>) -> Field<Choice> {
        self.field(role, row, |question, value| match value {
            Value::Choice(id) => {
                let option = question.options().iter().find(|option| option.id == *id)?;
                Some(Choice {
                    id: option.id.to_string(),
                    text: plain(option.text.get("nl")).into_owned(),
                })
            }
            _ => None,
        })
    }

    /// A number on a scale.
    pub fn rate(&self, role: Role, row: Option<&RowId>) -> Field<Rate> {
        self.field(role, row, |question, value| {
            let Value::Number(number) = value else {
                return None;
            };
            let number = number.as_whole()?;
            let (label, highest) = match &question.kind {
                Kind::Scale { labels, to, .. } => (labels.get(&number), Some(*to)),
                _ => (None, None),
            };
            Some(Rate {
                number,
                label: label.map(|label| plain(label.get("nl")).into_owned()),
                highest,
            })
        })
    }

    /// A whole number.
    pub fn whole(&self, role: Role, row: Option<&RowId>) -> Field<i64> {
        self.field(role, row, |_, value| match value {
            Value::Number(number) => number.as_whole(),
            _ => None,
        })
    }

    /// ja, nee, n.v.t.
    pub fn yes_no(&self, role: Role, row: Option<&RowId>) -> Field<YesNo> {
        self.field(role, row, |_, value| match value {
            Value::Yes => Some(YesNo::Yes),
            Value::No => Some(YesNo::No),
            Value::NotApplicable => Some(YesNo::NotApplicable),
            _ => None,
        })
    }

    /// The words of the answers to the questions with these roles that now belong.
    pub fn legend<'r>(&self, roles: impl Iterator<Item = &'r Role>) -> Legend {
        roles
            .filter_map(|role| {
                let question = self.view.list.question(self.view.list.by_role(*role)?);
                let words = words(question);
                (!words.is_empty()).then_some((*role, words))
            })
            .collect()
    }

    fn field<T>(
        &self,
        role: Role,
        row: Option<&RowId>,
        value: impl Fn(&Question, &Value) -> Option<T>,
    ) -> Field<T> {
        let Some((question, answer)) = self.answer(role, row) else {
            return Field::default();
        };
        let said = match &answer.value {
            Value::Unknown => Said::Unknown,
            Value::Refused => Said::Refused,
            known => value(question, known).map_or(Said::Nothing, Said::Known),
        };
        let note = answer
            .note
            .as_deref()
            .map(|note| safe(role, plain(note).trim()));
        Field {
            said,
            note: note.filter(|note| !note.is_empty()),
        }
    }

    fn answer(&self, role: Role, row: Option<&RowId>) -> Option<(&'a Question, &'a Answer)> {
        let question = self.view.list.question(self.shown(role, row)?);
        let answer = self.view.answers.get(&question.id, row)?;
        Some((question, answer))
    }

    /// The question with this role, when it now belongs: a hidden answer is kept in the case and never used.
    fn shown(&self, role: Role, row: Option<&RowId>) -> Option<QuestionIx> {
        let at = self.view.list.by_role(role)?;
        self.view.visible(at, row).possible().then_some(at)
    }

    /// The rows that a question may point at.
    fn targets(&self, question: &Question) -> BTreeSet<RowId> {
        let list = match question.kind {
            Kind::Person { .. } => self.view.list.persons,
            Kind::Row { list, .. } | Kind::Ranking { list, .. } => Some(list),
            _ => None,
        };
        let Some(list) = list.filter(|list| self.view.visible(*list, None).possible()) else {
            return BTreeSet::new();
        };
        let rows = self.view.answers.rows(&self.view.list.question(list).id);
        rows.map(|rows| rows.ids.iter().cloned().collect())
            .unwrap_or_default()
    }
}

/// The text as it may stand in a plan.
fn safe(role: Role, text: &str) -> String {
    if flight::is_past(role) {
        text.to_owned()
    } else {
        flight::leave_out(text)
    }
}

fn words(question: &Question) -> Vec<Word> {
    if let Kind::Scale { from, to, labels } = &question.kind {
        // A long scale shows the numbers that have words, and its ends.
        return (*from..=*to)
            .filter(|number| labels.contains_key(number) || number == from || number == to)
            .map(|number| Word {
                id: number.to_string(),
                text: labels
                    .get(&number)
                    .map(|label| plain(label.get("nl")).into_owned())
                    .unwrap_or_default(),
                role: None,
            })
            .collect();
    }
    let options = question.options().iter();
    options
        .map(|option| Word {
            id: option.id.to_string(),
            text: plain(option.text.get("nl")).into_owned(),
            role: option.role,
        })
        .collect()
}
