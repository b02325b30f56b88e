//! One's own answers to a case beside the makers', with their reasons.

use super::empty;
use crate::answer::{Answers, Key, RowId, Value, row_name, rows_of, shorten, show};
use crate::commands::oefen::keep::Kept;
use crate::commands::oefen::reasons;
use crate::commands::oefen::walk::own_words;
use crate::document::{Block, Document, Line, Table, Tone};
use crate::questionnaire::{QuestionIx, Role};
use crate::text::nl;
use crate::training::{Forms, TrainingCase};

/// So much of a row stands in a heading.
const MOST_ROW: usize = 72;

/// The page of a case.
pub(super) struct Page<'a> {
    pub kept: &'a Kept<'a>,
    /// What was answered before the talk, where `kept` is from after it.
    pub before: Option<&'a Answers>,
    pub case: &'a TrainingCase,
    pub forms: &'a Forms,
}

impl Page<'_> {
    /// All of it.
    pub fn document(&self) -> Document {
        let text = &nl().practise;
        let mut page = empty(text.page_title(&self.case.title));
        page.blocks
            .push(Block::Notice(Tone::Note, text.one_answer().into()));
        page.blocks
            .push(Block::Paragraph(text.how_to_read().into()));
        if self.before.is_some() {
            page.blocks
                .push(Block::Paragraph(text.after_the_talk().into()));
        }
        self.rows(&mut page, Role::ExerciseRounds, text.head_rounds());
        self.facts(&mut page);
        self.sentences(&mut page);
        self.rows(&mut page, Role::ExerciseSituations, text.head_situations());
        self.order(&mut page);
        self.conclusions(&mut page);
        page.blocks.push(Block::Heading(1, text.head_missing()));
        let missing = self
            .case
            .missing
            .iter()
            .map(|one| Line::plain(one.as_str()));
        page.blocks.push(Block::Bullets(missing.collect()));
        page.blocks.push(Block::Heading(1, text.head_talk()));
        let talk = [text.talk_1(), text.talk_2(), text.talk_3()];
        page.blocks
            .push(Block::Bullets(talk.into_iter().map(Line::from).collect()));
        page
    }

    fn own(&self) -> &Answers {
        &self.kept.participant.answers
    }

    fn said(&self, answers: &Answers, at: QuestionIx, row: Option<&RowId>) -> String {
        let list = &self.forms.exercise;
        let found = answers.get(&list.question(at).id, row);
        found.map_or_else(
            || nl().practise.not_answered(),
            |answer| show(list, at, &answer.value, answers),
        )
    }

    /// One's own answer and the makers'.
    fn both(&self, at: QuestionIx, row: Option<&RowId>) -> Line {
        let text = &nl().practise;
        let own = self.said(self.own(), at, row);
        let makers = self.said(&self.case.key.answers, at, row);
        let told = self.with_earlier(at, row);
        if own == makers {
            Line::plain(text.both(told))
        } else {
            Line::plain(text.own(told))
                .and(" ")
                .and(text.makers(makers))
        }
    }

    /// What was said before the talk, where that is something else.
    fn earlier(&self, at: QuestionIx, row: Option<&RowId>) -> Option<String> {
        let earlier = self.said(self.before?, at, row);
        (earlier != self.said(self.own(), at, row)).then_some(earlier)
    }

    /// One's own answer, with the earlier one where it moved.
    fn with_earlier(&self, at: QuestionIx, row: Option<&RowId>) -> String {
        let own = self.said(self.own(), at, row);
        match self.earlier(at, row) {
            Some(earlier) => nl().practise.with_earlier(own, earlier),
            None => own,
        }
    }

    /// Why it moved, as it was said after the talk.
    fn why_moved(&self, facts: &mut Vec<(String, Line)>, at: QuestionIx, row: Option<&RowId>) {
        let id = &self.forms.exercise.question(at).id;
        let note = self.own().get(id, row).and_then(|own| own.note.clone());
        facts.extend(note.map(|note| (nl().practise.why_moved(), note.into())));
    }

    fn key(&self, at: QuestionIx, row: Option<&RowId>) -> Key {
        Key {
            question: self.forms.exercise.question(at).id.clone(),
            row: row.cloned(),
        }
    }

    fn reasons(&self, facts: &mut Vec<(String, Line)>, at: QuestionIx, row: Option<&RowId>) {
        let text = &nl().practise;
        let key = self.key(at, row);
        if let Some(own) = reasons::words(self.kept, &key) {
            facts.push((text.own_reason(), own.into()));
        }
        if let Some(reason) = self.case.key.reason(self.forms, &key) {
            facts.push((text.makers_reason(), reason.into()));
        }
    }

    /// The rows of a list, each with all that was chosen of it.
    fn rows(&self, page: &mut Document, role: Role, heading: String) {
        let list = &self.forms.exercise;
        let Some(of) = list.by_role(role) else { return };
        page.blocks.push(Block::Heading(1, heading));
        for (number, row) in rows_of(list, of, &self.case.key.answers).iter().enumerate() {
            let name = row_name(list, of, row, &self.case.key.answers);
            let name = nl().practise.numbered(number + 1, shorten(&name, MOST_ROW));
            page.blocks.push(Block::Heading(2, name));
            let mut facts = Vec::new();
            let mut last = None;
            for at in self.forms.rated(of) {
                facts.push((list.question(at).text.nl.clone(), self.both(at, Some(row))));
                self.why_moved(&mut facts, at, Some(row));
                last = Some(at);
            }
            if let Some(at) = last {
                self.reasons(&mut facts, at, Some(row));
            }
            page.blocks.push(Block::Facts(facts));
        }
    }

    /// What was ordered, in one table.
    fn facts(&self, page: &mut Document) {
        let text = &nl().practise;
        let list = &self.forms.exercise;
        let Some(of) = list.by_role(Role::ExerciseFacts) else {
            return;
        };
        page.blocks.push(Block::Heading(1, text.head_facts()));
        let mut rows = Vec::new();
        for fact in self.case.facts() {
            for at in self.forms.rated(of) {
                let key = self.key(at, Some(&fact.id));
                let reason = self.case.key.reason(self.forms, &key).unwrap_or_default();
                rows.push(vec![
                    Line::plain(fact.text.as_str()),
                    self.with_earlier(at, Some(&fact.id)).into(),
                    self.said(&self.case.key.answers, at, Some(&fact.id)).into(),
                    reason.into(),
                ]);
            }
        }
        page.blocks.push(Block::Table(Table {
            head: vec![
                text.column_fact(),
                text.column_own(),
                text.column_makers(),
                text.column_why(),
            ],
            rows,
        }));
    }

    fn sentences(&self, page: &mut Document) {
        let text = &nl().practise;
        page.blocks.push(Block::Heading(1, text.head_sentences()));
        for sentence in &self.case.sentences {
            page.blocks
                .push(Block::Heading(2, shorten(&sentence.text, MOST_ROW)));
            let mut facts = Vec::new();
            if let Some(own) = own_words(self.kept, self.forms, &sentence.id) {
                facts.push((text.column_own(), own.into()));
            }
            facts.push((text.an_example(), Line::plain(sentence.concrete.as_str())));
            page.blocks.push(Block::Facts(facts));
        }
    }

    fn order(&self, page: &mut Document) {
        let text = &nl().practise;
        let Some(at) = self.forms.exercise.by_role(Role::ExerciseOrder) else {
            return;
        };
        page.blocks.push(Block::Heading(1, text.head_order()));
        let mut facts = vec![(text.column_own(), self.placed(self.own(), at))];
        if let Some(before) = self.before.filter(|_| self.earlier(at, None).is_some()) {
            facts.push((text.own_earlier(), self.placed(before, at)));
        }
        self.why_moved(&mut facts, at, None);
        facts.push((
            text.column_makers(),
            self.placed(&self.case.key.answers, at),
        ));
        self.reasons(&mut facts, at, None);
        page.blocks.push(Block::Facts(facts));
    }

    /// An order, each place on a line of its own, by the numbers of the situations above.
    fn placed(&self, answers: &Answers, at: QuestionIx) -> Line {
        let list = &self.forms.exercise;
        let text = &nl().practise;
        let Some(of) = list.by_role(Role::ExerciseSituations) else {
            return Line::default();
        };
        let all = rows_of(list, of, &self.case.key.answers);
        match answers
            .get(&list.question(at).id, None)
            .map(|answer| &answer.value)
        {
            Some(Value::Rows(rows)) if !rows.is_empty() => {
                let places = rows.iter().enumerate().map(|(place, row)| {
                    let number = all.iter().position(|one| one == row).map_or(0, |at| at + 1);
                    let name = row_name(list, of, row, &self.case.key.answers);
                    text.place(place + 1, number, shorten(&name, 48))
                });
                Line::plain(places.collect::<Vec<_>>().join("\n"))
            }
            Some(value) => Line::plain(show(list, at, value, answers)),
            None => Line::plain(text.not_answered()),
        }
    }

    fn conclusions(&self, page: &mut Document) {
        let text = &nl().practise;
        let list = &self.forms.exercise;
        page.blocks.push(Block::Heading(1, text.head_conclusions()));
        let mut facts = Vec::new();
        let mut last = None;
        for at in self.forms.conclusions() {
            facts.push((list.question(at).text.nl.clone(), self.both(at, None)));
            self.why_moved(&mut facts, at, None);
            last = Some(at);
        }
        if let Some(at) = last {
            self.reasons(&mut facts, at, None);
        }
        page.blocks.push(Block::Facts(facts));
    }
}
