//! Answers: what a question can get, and which of it was given.

use top3::answer::{Answers, Key, RowId, Rows, Value};
use top3::questionnaire::*;

use super::{Maker, today};

/// Every answer that a question can get (of those without an end: some).
pub fn values(
    list: &Questionnaire,
    question: &Question,
    rows: &dyn Fn(usize) -> Vec<RowId>,
) -> Vec<Value> {
    let mut values: Vec<Value> = match &question.kind {
        Kind::YesNo { .. } => vec![Value::No, Value::Yes],
        Kind::Choice { options } | Kind::Judgement { options, .. } => options
            .iter()
            .map(|one| Value::Choice(one.id.clone()))
            .collect(),
        Kind::Choices { options } => (0..1_u32 << options.len())
            .map(|bits| {
                let chosen = options
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| bits >> at & 1 == 1);
                Value::Choices(chosen.map(|(_, one)| one.id.clone()).collect())
            })
            .collect(),
        Kind::Scale { from, to, .. } => (*from..=*to)
            .map(|n| Value::Number(Number::whole(n)))
            .collect(),
        Kind::Number { from, to, step, .. } => {
            let low = from.unwrap_or(Number::whole(-7));
            let high = to.unwrap_or(Number::whole(7));
            let halves = (-40..=40).filter_map(|n| Number::whole(n).over(Number::whole(2)));
            halves
                .filter(|n| low <= *n && *n <= high && n.is_multiple_of(*step))
                .map(Value::Number)
                .collect()
        }
        Kind::Date { .. } => [-40, -8, -7, -6, -1, 0]
            .into_iter()
            .map(|days| Value::Date(today() + chrono::Duration::days(days)))
            .collect(),
        Kind::Row { list, several } => {
            let rows = rows(list.0);
            let sets = (1..1_u32 << rows.len()).map(|bits| {
                let chosen = rows.iter().enumerate();
                let chosen = chosen.filter(|(at, _)| bits >> at & 1 == 1);
                chosen.map(|(_, row)| row.clone()).collect::<Vec<_>>()
            });
            sets.filter(|set| *several || set.len() == 1)
                .map(Value::Rows)
                .collect()
        }
        _ => vec![],
    };
    let _ = list;
    if question.allows_not_applicable {
        values.push(Value::NotApplicable);
    }
    values
}

impl Maker<'_> {
    pub(super) fn answers(&mut self) -> Answers {
        let mut answers = Answers::default();
        for at in self.list.question_indexes() {
            let question = self.list.question(at).clone();
            if let Kind::List { at_most, .. } = &question.kind {
                let state = self.below(4);
                let count = self.below(3).min(at_most.unwrap_or(3));
                if state > 0 {
                    let rows = Rows {
                        ids: (1..=count).map(|n| RowId(format!("r{n}"))).collect(),
                        complete: state > 1,
                    };
                    answers.set_rows(question.id.clone(), rows);
                }
                continue;
            }
            let rows: Vec<Option<RowId>> = match question.parent {
                None => vec![None],
                Some(list) => {
                    let rows = answers.rows(&self.list.question(list).id);
                    rows.iter()
                        .flat_map(|rows| &rows.ids)
                        .cloned()
                        .map(Some)
                        .collect()
                }
            };
            for row in rows {
                let of_list = |list: usize| {
                    let rows = answers.rows(&self.list.questions[list].id);
                    rows.map(|rows| rows.ids.clone()).unwrap_or_default()
                };
                let values = values(&self.list, &question, &of_list);
                let value = match self.below(5) {
                    0 | 1 => None,
                    2 => Some(if self.one_in(2) {
                        Value::Refused
                    } else {
                        Value::Unknown
                    }),
                    _ if values.is_empty() => None,
                    _ => Some(values[self.below(values.len())].clone()),
                };
                if let Some(value) = value {
                    let key = Key {
                        question: question.id.clone(),
                        row,
                    };
                    answers.set(key, value.into());
                }
            }
        }
        answers
    }
}
