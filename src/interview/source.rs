//! What may stand beside an answer: a note, and who said or saw it, how, and when. Given before the answer, it waits for it.

use super::act::as_items;
use super::screen::{Ask, Line, Prompt, Purpose};
use super::take::{Sub, beside};
use super::walk::{Draft, Focus, Halt, Session};
use crate::answer::interpret::{Manner, date, one};
use crate::answer::{Answer, Change, Key, NATURES, Value, date_with_weekday};
use crate::engine::Page;
use crate::text::nl;

impl Session<'_> {
    /// A note beside an answer that was given, or is about to be.
    pub(super) fn note(&mut self, page: &Page) -> Result<(), Halt> {
        let key = page.fields[page.at].key(&self.view());
        let old = self
            .keeper
            .answers()
            .get(&key.question, key.row.as_ref())
            .cloned();
        let before = old.as_ref().and_then(|old| old.note.clone());
        let question = nl().interview.note();
        let Some(note) = self.words(page, &key, Purpose::Note, question, before)? else {
            return Ok(());
        };
        match old {
            Some(old) => self.keep(
                &key,
                Answer {
                    note: Some(note),
                    ..old
                },
            )?,
            None => self.draft_for(&key).note = Some(note),
        }
        self.remarks = vec![nl().interview.note_kept()];
        self.focus = Focus::At(key);
        Ok(())
    }

    /// Who said or saw it, how, and when; each may be skipped.
    pub(super) fn source(&mut self, page: &Page) -> Result<(), Halt> {
        let say = &nl().interview;
        let key = page.fields[page.at].key(&self.view());
        let old = self
            .keeper
            .answers()
            .get(&key.question, key.row.as_ref())
            .cloned();
        let mut answer = old.clone().unwrap_or_else(|| Answer::from(Value::Unknown));
        let before = answer.source.clone().or_else(|| Some(say.myself()));
        let Some(source) = self.words(page, &key, Purpose::Source, say.source(), before)? else {
            return Ok(());
        };
        answer.source = (source != say.myself()).then_some(source);
        let Some(nature) = self.nature(page, &key, answer.nature.clone())? else {
            return Ok(());
        };
        answer.nature = nature;
        let Some(day) = self.said_on(page, &key, answer.date)? else {
            return Ok(());
        };
        answer.date = (day != self.set.today).then_some(day);
        match old {
            Some(_) => self.keeper.keep(Change::Set {
                key: key.clone(),
                answer,
            })?,
            None => {
                let draft = self.draft_for(&key);
                draft.source = answer.source;
                draft.nature = answer.nature;
                draft.date = answer.date;
            }
        }
        self.remarks = vec![say.source_kept()];
        self.focus = Focus::At(key);
        Ok(())
    }

    /// What kind of knowledge it is; may be left open. The outer `None`: the person went elsewhere.
    fn nature(
        &mut self,
        page: &Page,
        key: &Key,
        before: Option<String>,
    ) -> Result<Option<Option<String>>, Halt> {
        let say = &nl().interview;
        let texts = [
            say.nature_fact(),
            say.nature_statement(),
            say.nature_hearsay(),
            say.nature_impression(),
        ];
        let lines: Vec<Line> = NATURES
            .iter()
            .zip(texts)
            .map(|(id, text)| Line {
                id: (*id).to_owned(),
                text,
                help: None,
            })
            .collect();
        let items = as_items(&lines);
        let current = before
            .as_ref()
            .and_then(|id| lines.iter().find(|line| line.id == *id));
        let current = current.map(|line| line.text.clone());
        loop {
            let prompt = Prompt {
                optional: true,
                current: current.clone(),
                typed: before.clone(),
                ..beside(Purpose::Nature, key, say.nature(), Ask::One(lines.clone()))
            };
            match self.sub(page, prompt)? {
                Sub::Cancel => return Ok(None),
                Sub::Keep => return Ok(Some(before)),
                Sub::Text(raw) => match one(raw.trim(), &items, Manner::Typed) {
                    Ok(at) => return Ok(Some(Some(lines[at].id.clone()))),
                    Err(refusal) => self.refusal = Some(refusal),
                },
            }
        }
    }

    fn said_on(
        &mut self,
        page: &Page,
        key: &Key,
        before: Option<chrono::NaiveDate>,
    ) -> Result<Option<chrono::NaiveDate>, Halt> {
        let before = before.unwrap_or(self.set.today);
        loop {
            let prompt = Prompt {
                current: Some(date_with_weekday(before)),
                typed: Some(before.to_string()),
                optional: true,
                ..beside(Purpose::Date, key, nl().interview.said_on(), Ask::Date)
            };
            match self.sub(page, prompt)? {
                Sub::Cancel => return Ok(None),
                Sub::Keep => return Ok(Some(before)),
                Sub::Text(raw) => match date(raw.trim(), self.set.today, true, Manner::Typed) {
                    Ok(day) => return Ok(Some(day)),
                    Err(refusal) => self.refusal = Some(refusal),
                },
            }
        }
    }

    pub(super) fn draft_for(&mut self, key: &Key) -> &mut Draft {
        let draft = self.draft.get_or_insert_default();
        if draft.key.as_ref() != Some(key) {
            *draft = Draft {
                key: Some(key.clone()),
                ..Draft::default()
            };
        }
        draft
    }
}
