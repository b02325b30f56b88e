//! Rows of lists: which there are, what a person calls them, and the id of the next one.

use super::{Answers, RowId, Value};
use crate::questionnaire::{Kind, QuestionIx, Questionnaire, Role};
use crate::text::nl;

/// The rows of a list, in order; none when it was never answered.
pub fn rows_of<'a>(list: &Questionnaire, of: QuestionIx, answers: &'a Answers) -> &'a [RowId] {
    answers
        .rows(&list.question(of).id)
        .map_or(&[], |rows| rows.ids.as_slice())
}

/// What a person calls a row: its name (of a person), who or what it is about, or *situatie 2*.
pub fn row_name(list: &Questionnaire, of: QuestionIx, row: &RowId, answers: &Answers) -> String {
    let asked = list.question(of);
    let Kind::List {
        questions,
        row_name,
        ..
    } = &asked.kind
    else {
        return row.to_string();
    };
    let named = questions
        .iter()
        .find(|inner| list.question(**inner).role == Some(Role::PersonName))
        .or_else(|| {
            questions.first().filter(|first| {
                matches!(
                    list.question(**first).kind,
                    Kind::Person { .. } | Kind::Text { .. }
                )
            })
        });
    let texts = questions
        .iter()
        .filter(|inner| matches!(list.question(**inner).kind, Kind::Text { .. }));
    named
        .into_iter()
        .chain(texts)
        .find_map(|inner| name_from(list, *inner, row, answers))
        .unwrap_or_else(|| {
            let at = rows_of(list, of, answers)
                .iter()
                .position(|other| other == row);
            nl().value.numbered(&row_name.nl, at.map_or(0, |at| at + 1))
        })
}

fn name_from(
    list: &Questionnaire,
    question: QuestionIx,
    row: &RowId,
    answers: &Answers,
) -> Option<String> {
    let asked = list.question(question);
    match (&answers.get(&asked.id, Some(row))?.value, &asked.kind) {
        (Value::Text(text), _) if !text.is_empty() => Some(shorten(text, 60)),
        (Value::Rows(rows), Kind::Person { .. }) if !rows.is_empty() => {
            let persons = list.persons?;
            let names = rows
                .iter()
                .map(|person| row_name(list, persons, person, answers));
            Some(names.collect::<Vec<_>>().join(", "))
        }
        _ => None,
    }
}

/// A text on one line, cut at a word where it is longer than `most`.
pub fn shorten(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most.saturating_sub(2)).collect();
    let cut = match cut.rfind(' ') {
        Some(at) if at > most / 2 => &cut[..at],
        _ => &cut,
    };
    format!("{} …", cut.trim_end_matches([',', ';', ':', ' ']))
}

/// The id of a new row: one higher than the highest of the rows there are. Who knows of rows that are gone must count
/// those too, because an id is never used twice.
pub fn next_row_id<'a>(letter: char, rows: impl IntoIterator<Item = &'a RowId>) -> RowId {
    let highest = rows
        .into_iter()
        .filter_map(|row| row.0.strip_prefix(letter)?.parse::<u64>().ok())
        .max()
        .unwrap_or(0);
    RowId(format!("{letter}{}", highest.saturating_add(1)))
}
