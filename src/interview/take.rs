//! Takes an answer: has it interpreted, asks what must stand beside it, keeps it, and says what there is to say about it.

use super::act::not_here;
use super::screen::{Ask, Line, Prompt, Purpose};
use super::walk::{Halt, Session};
use super::{attend, note};
use crate::answer::interpret::{text, yes_or_no};
use crate::answer::{Answer, Change, Key, Refusal, Value, interpret, row_name, shorten, show};
use crate::engine::{Page, Step, StepState, clashes};
use crate::questionnaire::{Kind, Question, Role};
use crate::telling;
use crate::text::nl;

/// So many vague words are pointed out at once.
const MOST_VAGUE: usize = 2;
/// So much of a question is said again with its answer.
const MOST_QUESTION: usize = 60;

/// What a prompt beside an answer gave.
pub(super) enum Sub {
    /// These words.
    Text(String),
    /// What stood there stays.
    Keep,
    /// Not now; where to go is already set.
    Cancel,
}

impl Session<'_> {
    /// Takes what was typed at the question a page is at.
    pub(super) fn take(&mut self, page: &Page, raw: &str) -> Result<(), Halt> {
        self.quiet();
        let step = page.fields[page.at].clone();
        let asked = self.set.list.question(step.question);
        if asked.given && (matches!(asked.kind, Kind::List { .. }) || step.state == StepState::Done)
        {
            self.refusal = Some(not_here(nl().interview.rows_given()));
            return Ok(());
        }
        if let Kind::List { .. } = asked.kind {
            return self.take_more(&step, raw);
        }
        let read = interpret(
            self.set.list,
            step.question,
            raw,
            self.keeper.answers(),
            self.set.today,
        );
        let value = match read {
            Ok(value) => value,
            Err(refusal) => {
                self.refusal = Some(refusal);
                return Ok(());
            }
        };
        if let Value::Text(text) = &value
            && !self.may_be_kept(page, text)?
        {
            return Ok(());
        }
        let key = step.key(&self.view());
        let Some(answer) = self.with_beside(page, &step, &key, value)? else {
            return Ok(());
        };
        let before = self.keeper.answers().get(&key.question, key.row.as_ref());
        let before = before.map(|before| before.value.clone());
        self.keep(&key, answer.clone())?;
        self.say(&step, asked, &answer.value);
        let other = before.is_some_and(|before| before.is_known() && before != answer.value);
        if let (true, Kind::Person { .. }, Some(_)) = (other, &asked.kind, &step.row) {
            self.remarks.push(nl().interview.other_person());
        }
        self.notice_sign(&key);
        self.advance(&key)
    }

    pub(super) fn keep(&mut self, key: &Key, answer: Answer) -> Result<(), Halt> {
        self.keeper.keep(Change::Set {
            key: key.clone(),
            answer,
        })?;
        Ok(())
    }

    /// The answer with its note, source and date; `None` when the person went elsewhere instead of giving a reason.
    fn with_beside(
        &mut self,
        page: &Page,
        step: &Step,
        key: &Key,
        value: Value,
    ) -> Result<Option<Answer>, Halt> {
        let old = self
            .keeper
            .answers()
            .get(&key.question, key.row.as_ref())
            .cloned();
        let draft = self
            .draft
            .clone()
            .filter(|draft| draft.key.as_ref() == Some(key))
            .unwrap_or_default();
        let same = old.as_ref().filter(|old| old.value == value);
        let mut answer = same.cloned().unwrap_or_else(|| Answer::from(value));
        answer.source = draft.source.or(answer.source);
        answer.nature = draft.nature.or(answer.nature);
        answer.date = draft.date.or(answer.date);
        answer.note = draft.note.or(answer.note);
        let old_note = old.as_ref().and_then(|old| old.note.clone());
        let needed = note::needed(&self.view(), step, &answer.value);
        match (needed, &answer.note) {
            (Some(question), None) => {
                self.waiting = Some((key.clone(), answer.clone()));
                let given = self.words(page, key, Purpose::Reason, question, old_note)?;
                self.waiting = None;
                let Some(given) = given else { return Ok(None) };
                answer.note = Some(given);
            }
            (None, None) if old_note.is_some() => self.remarks.push(nl().interview.note_left()),
            _ => {}
        }
        self.draft = None;
        Ok(Some(answer))
    }

    /// Asks for words beside an answer, until they are there or the person goes elsewhere.
    pub(super) fn words(
        &mut self,
        page: &Page,
        key: &Key,
        purpose: Purpose,
        question: String,
        before: Option<String>,
    ) -> Result<Option<String>, Halt> {
        loop {
            let prompt = Prompt {
                current: before.clone(),
                typed: before.clone(),
                optional: before.is_some(),
                ..beside(
                    purpose,
                    key,
                    question.clone(),
                    Ask::Text { multiline: true },
                )
            };
            match self.sub(page, prompt)? {
                Sub::Cancel => return Ok(None),
                Sub::Keep => return Ok(before),
                Sub::Text(raw) => match text(&raw) {
                    Ok(words) => {
                        if self.may_be_kept(page, &words)? {
                            return Ok(Some(words));
                        }
                    }
                    Err(refusal) => self.refusal = Some(refusal),
                },
            }
        }
    }

    /// Whether a text may be kept as it is: asked when something stands in it that need not be in a case.
    fn may_be_kept(&mut self, page: &Page, text: &str) -> Result<bool, Halt> {
        let Some(found) = attend::sensitive(text) else {
            return Ok(true);
        };
        let say = &nl().interview;
        loop {
            let key = page.fields[page.at].key(&self.view());
            let ask = Ask::Confirm {
                yes: say.sensitive_keep(),
                no: say.sensitive_change(),
            };
            let prompt = beside(Purpose::Sensitive, &key, say.sensitive(&found), ask);
            match self.sub(page, prompt)? {
                Sub::Text(raw) => match yes_or_no(&raw) {
                    Some(answer) => return Ok(answer),
                    None => self.refusal = Some(yes_or_no_please()),
                },
                Sub::Keep | Sub::Cancel => return Ok(false),
            }
        }
    }

    /// Says what there is to say about an answer that was just kept.
    fn say(&mut self, step: &Step, asked: &Question, value: &Value) {
        let say = &nl().interview;
        match value {
            Value::Text(text) => {
                let called = matches!(asked.role, Some(Role::PersonName | Role::CaseLabel));
                if called && attend::looks_like_name(text) {
                    self.remarks.push(say.a_name(text));
                }
                if matches!(asked.kind, Kind::Text { vague: true, .. }) {
                    let found = attend::vague(text, self.set.vague);
                    let found: Vec<String> = found
                        .iter()
                        .take(MOST_VAGUE)
                        .map(|vague| say.vague(&vague.word, &vague.ask, &vague.example))
                        .collect();
                    if !found.is_empty() {
                        self.remarks.extend(found);
                        self.remarks.push(say.vague_todo());
                    }
                }
            }
            Value::Seen => {}
            other => {
                let shown = show(self.set.list, step.question, other, self.keeper.answers());
                let mut asked = shorten(&asked.text.nl, MOST_QUESTION);
                if !asked.ends_with(['?', ':']) {
                    asked.push(':');
                }
                self.kept = Some(say.kept(asked, shown));
            }
        }
        if let Kind::Ranking { list, .. } = asked.kind {
            let said: Vec<String> = {
                let view = self.view();
                let name = |row| row_name(self.set.list, list, row, view.answers);
                clashes(&view)
                    .iter()
                    .filter(|clash| clash.ranking == step.question)
                    .map(|clash| {
                        say.clash(name(&clash.row), name(&clash.under), telling::clash(clash))
                    })
                    .collect()
            };
            self.remarks.extend(said);
        }
    }
}

pub(super) fn yes_or_no_please() -> Refusal {
    let say = &nl().interview;
    Refusal::new(say.confirm_unread(), say.confirm_unread_todo())
}

/// A prompt beside the answer to a question.
pub(super) fn beside(purpose: Purpose, key: &Key, text: String, ask: Ask) -> Prompt {
    Prompt {
        purpose,
        key: Some(key.clone()),
        number: None,
        text,
        hints: Vec::new(),
        beside: Vec::new(),
        ask,
        special: Vec::<Line>::new(),
        current: None,
        typed: None,
        optional: false,
    }
}
