//! Answers as an answers file: the opposite of [`super::read()`]. What is written reads back as the same answers.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::show::typed;
use super::{Answer, Answers, RowId, Value};
use crate::questionnaire::{Kind, Question, QuestionIx, Questionnaire};

/// Answers to this list, ready to be written as YAML or JSON, in the order of asking. Answers to questions that the list
/// does not have (any more) are left out, because no reader of the file could take them.
pub struct AnswersFile<'a> {
    /// The list.
    pub list: &'a Questionnaire,
    /// The answers.
    pub answers: &'a Answers,
}

impl Serialize for AnswersFile<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for question in self
            .list
            .questions
            .iter()
            .filter(|one| one.parent.is_none())
        {
            if let Some(answer) = self.answers.get(&question.id, None) {
                map.serialize_entry(&*question.id.0, &Written(answer))?;
            } else if let (Kind::List { questions, .. }, Some(rows)) =
                (&question.kind, self.answers.rows(&question.id))
            {
                let ids = &rows.ids;
                let rows_of = ListRows {
                    of: self,
                    ids,
                    questions,
                };
                if rows.complete {
                    map.serialize_entry(&*question.id.0, &rows_of)?;
                } else {
                    map.serialize_entry(&*question.id.0, &OpenRows(rows_of))?;
                }
            }
        }
        map.end()
    }
}

struct ListRows<'a> {
    of: &'a AnswersFile<'a>,
    ids: &'a [RowId],
    questions: &'a [QuestionIx],
}

impl Serialize for ListRows<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut rows = to.serialize_seq(Some(self.ids.len()))?;
        for id in self.ids {
            rows.serialize_element(&Row { of: self, id })?;
        }
        rows.end()
    }
}

/// A list that may get more rows.
struct OpenRows<'a>(ListRows<'a>);

impl Serialize for OpenRows<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(2))?;
        map.serialize_entry(super::read::ROWS, &self.0)?;
        map.serialize_entry(super::read::COMPLETE, "nee")?;
        map.end()
    }
}

struct Row<'a> {
    of: &'a ListRows<'a>,
    id: &'a RowId,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry(super::read::ROW_ID, &self.id.0)?;
        let file = self.of.of;
        for inner in self.of.questions {
            let question: &Question = file.list.question(*inner);
            if let Some(answer) = file.answers.get(&question.id, Some(self.id)) {
                map.serialize_entry(question.short_id(), &Written(answer))?;
            }
        }
        map.end()
    }
}

struct Written<'a>(&'a Answer);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let answer = self.0;
        let plain = answer.source.is_none()
            && answer.nature.is_none()
            && answer.date.is_none()
            && answer.note.is_none();
        if plain {
            return WrittenValue(&answer.value).serialize(to);
        }
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("waarde", &WrittenValue(&answer.value))?;
        if let Some(source) = &answer.source {
            map.serialize_entry("bron", source)?;
        }
        if let Some(nature) = &answer.nature {
            map.serialize_entry("aard", nature)?;
        }
        if let Some(date) = &answer.date {
            map.serialize_entry("datum", &date.to_string())?;
        }
        if let Some(note) = &answer.note {
            map.serialize_entry("toelichting", note)?;
        }
        map.end()
    }
}

/// One value as an answers file has it.
pub struct WrittenValue<'a>(pub &'a Value);

impl Serialize for WrittenValue<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Choices(ids) => to.collect_seq(ids.iter().map(|id| &*id.0)),
            Value::Rows(ids) if ids.len() == 1 => to.serialize_str(&ids[0].0),
            Value::Rows(ids) => to.collect_seq(ids.iter().map(|id| &id.0)),
            Value::Number(number) => match number.as_whole() {
                Some(whole) => to.serialize_i64(whole),
                None => to.serialize_f64(number.to_f64()),
            },
            other => to.serialize_str(&typed(other)),
        }
    }
}
