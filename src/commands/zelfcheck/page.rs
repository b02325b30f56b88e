//! One self-check on paper: what was chosen, and by what one sees it. No total and no average.

use chrono::NaiveDate;

use crate::answer::{Answer, Answers, Value, show, show_date};
use crate::document::{Block, Document, Line, Table, Tone};
use crate::plain::{csv_cell, one_line};
use crate::questionnaire::{QuestionIx, Questionnaire};
use crate::text::nl;

/// The whole check.
pub(super) fn document(list: &Questionnaire, answers: &Answers, day: NaiveDate) -> Document {
    let text = &nl().self_check;
    let mut blocks = vec![
        Block::Notice(Tone::Note, text.own().into()),
        Block::Facts(facts(list, answers, day)),
    ];
    for part in &list.parts {
        let rows: Vec<Vec<Line>> = part
            .questions
            .iter()
            .copied()
            .filter(|at| is_rated(list, *at))
            .map(|at| {
                let answer = answers.get(&list.question(at).id, None);
                vec![
                    Line::plain(&list.question(at).text.nl),
                    Line::strong(standing(list, at, answer, answers)),
                    Line::from(evidence(answer)),
                ]
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(1, part.title.nl.clone()));
        blocks.push(Block::Table(Table {
            head: vec![text.theme(), text.stand(), text.evidence()],
            rows,
        }));
    }
    blocks.push(Block::Heading(1, text.talk()));
    blocks.push(Block::Bullets(vec![
        text.talk_1().into(),
        text.talk_2().into(),
        text.talk_3().into(),
    ]));
    blocks.push(Block::Room(text.agreed(), 3));
    Document {
        title: list.title.nl.clone(),
        mark: None,
        blocks,
    }
}

/// The answers that are no rating: the day, with whom.
fn facts(list: &Questionnaire, answers: &Answers, day: NaiveDate) -> Vec<(String, Line)> {
    let mut facts = vec![(nl().self_check.kept_on(), Line::from(show_date(day)))];
    for at in list.question_indexes().filter(|at| !is_rated(list, *at)) {
        let question = list.question(at);
        if let Some(answer) = answers.get(&question.id, None)
            && question.takes_answer()
        {
            let said = one_line(&show(list, at, &answer.value, answers));
            if !said.is_empty() {
                facts.push((question.text.nl.clone(), Line::from(said)));
            }
        }
    }
    facts
}

/// Whether a question asks where something stands: one of a row from light to heavy.
pub(super) fn is_rated(list: &Questionnaire, at: QuestionIx) -> bool {
    !list.question(at).options().is_empty()
}

/// Where something stands, in words.
pub(super) fn standing(
    list: &Questionnaire,
    at: QuestionIx,
    answer: Option<&Answer>,
    answers: &Answers,
) -> String {
    let said = answer.map(|answer| show(list, at, &answer.value, answers));
    said.unwrap_or_else(|| nl().self_check.not_asked())
}

/// By what one sees it.
pub(super) fn evidence(answer: Option<&Answer>) -> String {
    let note = answer.and_then(|answer| answer.note.as_deref());
    note.map_or_else(String::new, |note| one_line(note.trim()))
}

/// How high it was put, from zero; none where that is not known.
pub(super) fn height(
    list: &Questionnaire,
    at: QuestionIx,
    answer: Option<&Answer>,
) -> Option<usize> {
    let Value::Choice(chosen) = &answer?.value else {
        return None;
    };
    let mut options = list.question(at).options().iter();
    options.position(|option| option.id == *chosen)
}

/// For a spreadsheet: a row a question.
pub(super) fn csv(list: &Questionnaire, answers: &Answers, day: NaiveDate) -> String {
    let mut rows = vec![row(&[
        "dag",
        "onderdeel",
        "vraag",
        "tekst",
        "stand",
        "bewijs",
    ])];
    for at in list.question_indexes().filter(|at| is_rated(list, *at)) {
        let question = list.question(at);
        let answer = answers.get(&question.id, None);
        rows.push(row(&[
            &day.to_string(),
            &list.parts[question.part].id,
            &question.id.to_string(),
            &question.text.nl,
            &word(answer),
            &evidence(answer),
        ]));
    }
    rows.concat()
}

/// The answer as a word of the list; nothing where it was not asked.
pub(super) fn word(answer: Option<&Answer>) -> String {
    answer.map_or_else(String::new, |answer| crate::answer::typed(&answer.value))
}

/// One line, as RFC 4180 writes it.
pub(super) fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
    format!("{}\r\n", cells.join(","))
}
