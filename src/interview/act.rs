//! Everything that is no answer: danger, the empty screen, help, back, elsewhere, notes and sources, rows, people.

use super::compose;
use super::inform::actions;
use super::reply::{Action, Reply};
use super::screen::{Info, Line, Prompt};
use super::seam::Ended;
use super::take::Sub;
use super::walk::{Flow, Focus, Halt, Session};
use crate::answer::Refusal;
use crate::answer::interpret::Item;
use crate::case::{Event, Fault};
use crate::engine::Page;
use crate::questionnaire::QuestionIx;
use crate::text::nl;

/// So many numbers stand above the question for the passphrase.
const FIRST: usize = 2;

impl Session<'_> {
    /// Does what was asked at a question.
    pub(super) fn act(&mut self, page: &Page, action: &Action) -> Result<Flow, Halt> {
        let step = &page.fields[page.at];
        let key = step.key(&self.view());
        if self.aside(Some(step.question), action)? {
            return Ok(Flow::Go);
        }
        self.quiet();
        match action {
            Action::Pause => return Ok(Flow::End(Ended::Paused)),
            Action::Back => self.one_back(&key)?,
            Action::Overview => self.focus = Focus::Overview,
            Action::Jump(number) => self.jump(*number),
            Action::Go(question, row) => self.go_to(*question, row.clone()),
            Action::Note => self.note(page)?,
            Action::Source => self.source(page)?,
            Action::More => {
                self.depth = Some(compose::depth_of(page));
                self.deeper(None);
                if self.depth.is_none() {
                    self.focus = Focus::At(key);
                    self.refusal = Some(not_here(nl().interview.no_more()));
                }
            }
            Action::AddRow => match self.list_here(page) {
                Some(list) => self.take_row(list)?,
                None => self.refusal = Some(not_here(nl().interview.no_list())),
            },
            Action::CloseList if step.row.is_none() && self.list_here(page).is_some() => {
                self.take(page, "nee")?;
            }
            Action::CloseList => self.refusal = Some(not_here(nl().interview.no_close())),
            Action::RemoveRow => self.remove_row(page)?,
            Action::AddPerson => self.add_person(page, key)?,
            Action::WhatIf => self.what_if(page)?,
            Action::Danger | Action::Blank | Action::Help | Action::Why | Action::Actions => {}
        }
        Ok(Flow::Go)
    }

    /// What leaves everything as it is: danger, the empty screen, help. `false` when it is another action.
    pub(super) fn aside(
        &mut self,
        question: Option<QuestionIx>,
        action: &Action,
    ) -> Result<bool, Halt> {
        self.refusal = None;
        match action {
            Action::Danger => {
                self.keeper.log(Event::DangerShown)?;
                self.tell(self.danger())?;
            }
            Action::Blank => {
                match self.keeper.log(Event::Blanked) {
                    // The keys were forgotten already, after a while without anybody.
                    Err(Fault::Locked(_)) => {}
                    logged => logged?,
                }
                let locked = self.asker.meant_to_lock() && self.keeper.lock();
                self.asker.blank(&nl().interview.blank())?;
                if locked {
                    self.reopen()?;
                }
                self.keeper.log(Event::Unblanked)?;
            }
            Action::Help => {
                let info = self.help(question);
                self.tell(info)?;
            }
            Action::Why => {
                let info = self.why(question);
                self.tell(info)?;
            }
            Action::Actions => self.tell(actions(self.practice.is_some()))?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Asks for the passphrase until it is right, with the numbers to call above it.
    pub(super) fn reopen(&mut self) -> Result<(), Halt> {
        let text = &nl().keys;
        let phones = self.set.phones.iter().take(FIRST);
        let phones = phones.map(|one| nl().terminal.urgent(&one.number, &one.name));
        let mut info = Info {
            title: text.lock_screen(),
            text: phones.collect(),
            danger: false,
        };
        loop {
            let typed = self.asker.secret(&info)?;
            if self.keeper.unlock(&typed)? {
                return Ok(());
            }
            info.title = text.lock_wrong();
        }
    }

    /// A prompt beside an answer, until words come or the person goes elsewhere.
    pub(super) fn sub(&mut self, page: &Page, prompt: Prompt) -> Result<Sub, Halt> {
        let question = page.fields[page.at].question;
        loop {
            let screen = self.screen(page, Some(prompt.clone()));
            let screen = self.as_exercise(screen);
            let reply = self.asker.ask(&screen)?;
            self.refusal = None;
            let action = match reply {
                Reply::Answer(raw) => return Ok(Sub::Text(raw)),
                Reply::Keep if prompt.optional => return Ok(Sub::Keep),
                Reply::Keep => return Ok(Sub::Text(String::new())),
                Reply::Act(action) => action,
            };
            if self.aside(Some(question), &action)? {
                continue;
            }
            match action {
                Action::Back => return Ok(Sub::Cancel),
                Action::Pause => return Err(Halt::End(Ended::Paused)),
                Action::Overview => {
                    self.focus = Focus::Overview;
                    return Ok(Sub::Cancel);
                }
                Action::Jump(number) => {
                    self.jump(number);
                    return Ok(Sub::Cancel);
                }
                Action::Go(question, row) => {
                    self.go_to(question, row);
                    return Ok(Sub::Cancel);
                }
                _ => self.refusal = Some(not_here(nl().interview.answer_first())),
            }
        }
    }
}

pub(super) fn not_here(what: String) -> Refusal {
    Refusal::new(what, nl().interview.not_here_todo())
}

pub(super) fn as_items(lines: &[Line]) -> Vec<Item> {
    lines
        .iter()
        .map(|line| Item {
            id: line.id.clone(),
            name: line.text.clone(),
        })
        .collect()
}
