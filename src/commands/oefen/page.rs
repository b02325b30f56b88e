//! The last page of an exercise: one's own answers beside the makers' key and its reasons, or what moved after the talk.
//! Nothing is counted and nothing is called right or wrong.

mod beside;

use super::Case;
use super::keep::Kept;
use super::reasons;
use crate::answer::{Key, row_name, shorten, show};
use crate::document::{Block, Document, Line, Tone};
use crate::text::nl;
use beside::Page;

/// The last page; with the answers after the talk, where there are, as one's own.
pub(super) fn document(first: &Kept<'_>, second: Option<&Kept<'_>>, case: Case<'_>) -> Document {
    let kept = second.unwrap_or(first);
    match case {
        Some((case, forms)) => Page {
            kept,
            before: second.map(|_| &first.participant.answers),
            case,
            forms,
        }
        .document(),
        None => terms(kept),
    }
}

fn empty(title: String) -> Document {
    Document {
        title,
        mark: Some(nl().exercise.mark()),
        blocks: Vec::new(),
    }
}

/// The exercise on terms has no key: one's own answers, to lay beside those of others.
fn terms(kept: &Kept<'_>) -> Document {
    let text = &nl().practise;
    let list = kept.list;
    let answers = &kept.participant.answers;
    let mut page = empty(list.title.nl.clone());
    page.blocks
        .push(Block::Notice(Tone::Note, text.no_key().into()));
    for (part, about) in list.parts.iter().enumerate() {
        let mut rows = Vec::new();
        for at in list
            .question_indexes()
            .filter(|at| list.question(*at).part == part)
        {
            let asked = list.question(at);
            let Some(answer) = answers.get(&asked.id, None) else {
                continue;
            };
            let said = show(list, at, &answer.value, answers);
            rows.push((asked.text.nl.clone(), Line::plain(said)));
        }
        page.blocks.push(Block::Heading(1, about.title.nl.clone()));
        page.blocks.push(Block::Facts(rows));
    }
    page
}

/// What moved after the talk, and why.
pub(super) fn moved(first: &Kept<'_>, second: &Kept<'_>, keys: &[Key]) -> Document {
    let text = &nl().practise;
    let list = second.list;
    let mut page = empty(text.moved_title());
    if keys.is_empty() {
        page.blocks
            .push(Block::Paragraph(text.nothing_moved().into()));
        return page;
    }
    let said = |kept: &Kept<'_>, key: &Key| {
        let answers = &kept.participant.answers;
        let at = list.find(&key.question.0);
        let found = at.zip(answers.get(&key.question, key.row.as_ref()));
        found.map_or_else(
            || Line::plain(text.not_answered()),
            |(at, answer)| show(list, at, &answer.value, answers).into(),
        )
    };
    for key in keys {
        page.blocks.push(Block::Heading(2, called(second, key)));
        let mut facts = vec![
            (text.first(), said(first, key)),
            (text.now(), said(second, key)),
        ];
        let (before, now) = (reasons::given(first, key), reasons::given(second, key));
        if let Some(now) = now.filter(|now| before.as_ref() != Some(now)) {
            facts.push((text.column_why(), now.into()));
        }
        if let Some(before) = before {
            facts.push((text.reason_before(), before.into()));
        }
        page.blocks.push(Block::Facts(facts));
    }
    page
}

/// What an answer is about, in words.
pub(super) fn called(kept: &Kept<'_>, key: &Key) -> String {
    let list = kept.list;
    let Some(at) = list.find(&key.question.0) else {
        return key.to_string();
    };
    let asked = list.question(at);
    match (&key.row, asked.parent) {
        (Some(row), Some(parent)) => {
            let name = row_name(list, parent, row, &kept.participant.answers);
            nl().practise.of_row(shorten(&name, 40), &asked.text.nl)
        }
        _ => asked.text.nl.clone(),
    }
}
