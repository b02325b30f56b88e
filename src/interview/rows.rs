//! The rows of a list: the first one, one more, these are all, one that was a mistake.

use super::act::not_here;
use super::screen::{Ask, Purpose};
use super::take::{Sub, beside, yes_or_no_please};
use super::walk::{Focus, Halt, Session};
use crate::answer::interpret::yes_or_no;
use crate::answer::{Answer, Change, Key, Refusal, RowId, interpret, row_name, rows_of};
use crate::engine::{Page, Step, StepState};
use crate::questionnaire::{Kind, QuestionIx};
use crate::text::nl;

impl Session<'_> {
    /// A list that needs a row starts its first one by itself; one that is full is closed by itself.
    pub(super) fn started_or_full(&mut self, step: &Step) -> Result<bool, Halt> {
        let asked = self.set.list.question(step.question);
        let Kind::List {
            at_least, at_most, ..
        } = asked.kind
        else {
            return Ok(false);
        };
        let count = rows_of(self.set.list, step.question, self.keeper.answers()).len();
        if step.state == StepState::Done {
            return Ok(false);
        }
        if asked.given {
            let list = asked.id.clone();
            self.keeper.keep(Change::Close { list })?;
            return Ok(true);
        }
        if count == 0 && at_least > 0 && step.state == StepState::Open {
            self.add_row(step.question)?;
            return Ok(true);
        }
        if count > 0 && at_most.is_some_and(|most| count >= most) {
            let list = asked.id.clone();
            self.keeper.keep(Change::Close { list })?;
            let key = step.key(&self.view());
            self.advance(&key)?;
            return Ok(true);
        }
        Ok(false)
    }

    /// Adds a row and goes to its first question.
    pub(super) fn add_row(&mut self, list: QuestionIx) -> Result<RowId, Halt> {
        let row = self.keeper.next_row(self.set.list, list);
        self.keeper.keep(Change::AddRow {
            list: self.set.list.question(list).id.clone(),
            row: row.clone(),
        })?;
        self.focus = self
            .find(|_, step| step.row.as_ref() == Some(&row) && self.parent(step) == Some(list))
            .map_or(Focus::Next, Focus::At);
        Ok(row)
    }

    /// Whether more rows come.
    pub(super) fn take_more(&mut self, step: &Step, raw: &str) -> Result<(), Halt> {
        let list = self.set.list;
        let asked = list.question(step.question);
        let Kind::List {
            at_least, at_most, ..
        } = asked.kind
        else {
            return Ok(());
        };
        let say = &nl().interview;
        let key = step.key(&self.view());
        let count = rows_of(list, step.question, self.keeper.answers()).len();
        let unknown = || {
            let answers = self.keeper.answers();
            interpret(list, step.question, raw, answers, self.set.today)
        };
        match yes_or_no(raw) {
            Some(true) if at_most.is_some_and(|most| count >= most) => {
                self.refusal = Some(Refusal::new(say.rows_full(count), say.rows_full_todo()));
                Ok(())
            }
            Some(true) => self.add_row(step.question).map(|_| ()),
            Some(false) if count < at_least => {
                self.refusal = Some(Refusal::new(
                    say.rows_short(at_least),
                    say.rows_short_todo(),
                ));
                Ok(())
            }
            Some(false) => {
                if self.keeper.answers().get(&asked.id, None).is_some() {
                    self.keeper.keep(Change::Forget { key: key.clone() })?;
                }
                let id = asked.id.clone();
                self.keeper.keep(Change::Close { list: id })?;
                self.advance(&key)
            }
            None => match unknown() {
                Ok(value) => {
                    self.keep(&key, Answer::from(value))?;
                    self.advance(&key)
                }
                Err(_) => {
                    self.refusal = Some(Refusal::new(say.rows_unread(), say.rows_unread_todo()));
                    Ok(())
                }
            },
        }
    }

    /// The list that a page is about.
    pub(super) fn list_here(&self, page: &Page) -> Option<QuestionIx> {
        let step = &page.fields[page.at];
        let asked = self.set.list.question(step.question);
        match asked.kind {
            Kind::List { .. } => Some(step.question),
            _ => asked.parent,
        }
    }

    /// Whether a list can take no more rows.
    pub(super) fn is_full(&self, list: QuestionIx) -> bool {
        match self.set.list.question(list).kind {
            Kind::List {
                at_most: Some(most),
                ..
            } => rows_of(self.set.list, list, self.keeper.answers()).len() >= most,
            _ => false,
        }
    }

    pub(super) fn take_row(&mut self, list: QuestionIx) -> Result<(), Halt> {
        if self.set.list.question(list).given {
            self.refusal = Some(not_here(nl().interview.rows_given()));
            return Ok(());
        }
        if self.is_full(list) {
            let say = &nl().interview;
            self.refusal = Some(Refusal::new(say.list_full(), say.rows_full_todo()));
            return Ok(());
        }
        self.add_row(list).map(|_| ())
    }

    pub(super) fn remove_row(&mut self, page: &Page) -> Result<(), Halt> {
        let step = &page.fields[page.at];
        let say = &nl().interview;
        let row = step.row.clone();
        let row = row.or_else(|| page.row.as_ref().map(|(_, row)| row.clone()));
        let (Some(list), Some(row)) = (self.list_here(page), row) else {
            self.refusal = Some(not_here(say.no_row()));
            return Ok(());
        };
        if self.set.list.question(list).given {
            self.refusal = Some(not_here(say.rows_given()));
            return Ok(());
        }
        let name = row_name(self.set.list, list, &row, self.keeper.answers());
        let key = step.key(&self.view());
        loop {
            let ask = Ask::Confirm {
                yes: say.remove_yes(),
                no: say.remove_no(),
            };
            let prompt = beside(Purpose::Remove, &key, say.remove(&name), ask);
            match self.sub(page, prompt)? {
                Sub::Text(raw) => match yes_or_no(&raw) {
                    Some(true) => break,
                    Some(false) => return Ok(()),
                    None => self.refusal = Some(yes_or_no_please()),
                },
                Sub::Keep | Sub::Cancel => return Ok(()),
            }
        }
        let list = self.set.list.question(list).id.clone();
        self.keeper.keep(Change::RemoveRow {
            list: list.clone(),
            row,
        })?;
        self.detour = None;
        self.focus = Focus::At(Key {
            question: list,
            row: None,
        });
        Ok(())
    }
}
