//! Everything that is no answer: danger, the empty screen, help, back, elsewhere, notes and sources, rows, people.

use super::compose;
use super::reply::{Action, Reply};
use super::screen::{Ask, Info, Line, Prompt, Purpose};
use super::seam::Ended;
use super::take::{Sub, beside, yes_or_no_please};
use super::walk::{Detour, Flow, Focus, Halt, Session};
use crate::answer::interpret::{Item, Manner, date, one, yes_or_no};
use crate::answer::{Answer, Change, Key, NATURES, Refusal, date_with_weekday, row_name};
use crate::case::Event;
use crate::engine::Page;
use crate::questionnaire::{Kind, QuestionIx};
use crate::text::nl;

/// So many numbers stand on the screen about danger: more cannot be taken in at such a moment.
const MOST_PHONES: usize = 4;

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
                self.asker.tell(&self.danger())?;
            }
            Action::Blank => {
                self.keeper.log(Event::Blanked)?;
                self.asker.blank(&nl().interview.blank())?;
                self.keeper.log(Event::Unblanked)?;
            }
            Action::Help => {
                let info = self.help(question);
                self.asker.tell(&info)?;
            }
            Action::Why => {
                let info = self.why(question);
                self.asker.tell(&info)?;
            }
            Action::Actions => self.asker.tell(&actions())?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn danger(&self) -> Info {
        let say = &nl().interview;
        let mut text = vec![say.danger_first()];
        text.extend(compose::phones(&self.set, MOST_PHONES));
        text.push(say.danger_kept());
        Info {
            title: say.danger_title(),
            text,
            danger: true,
        }
    }

    fn help(&self, question: Option<QuestionIx>) -> Info {
        let say = &nl().interview;
        let mut text = Vec::new();
        let mut title = say.help_title();
        if let Some(at) = question {
            let asked = self.set.list.question(at);
            title.clone_from(&asked.text.nl);
            text.extend(asked.help.iter().map(|help| help.nl.clone()));
            text.extend(asked.example.iter().map(|example| say.example(&example.nl)));
            let options = asked.options().iter();
            text.extend(options.filter_map(|option| {
                let help = option.help.as_ref()?;
                Some(say.option_help(&option.text.nl, &help.nl))
            }));
        }
        if text.is_empty() {
            text.push(say.no_help());
        }
        text.push(say.help_unknown());
        Info {
            title,
            text,
            danger: false,
        }
    }

    fn why(&self, question: Option<QuestionIx>) -> Info {
        let say = &nl().interview;
        let mut text = Vec::new();
        let mut title = say.why_title();
        if let Some(at) = question {
            let asked = self.set.list.question(at);
            title.clone_from(&asked.text.nl);
            text.push(
                asked
                    .why
                    .as_ref()
                    .map_or_else(|| say.no_why(), |why| why.nl.clone()),
            );
            text.push(say.rests_on(&asked.source));
        }
        Info {
            title,
            text,
            danger: false,
        }
    }

    fn one_back(&mut self, key: &Key) -> Result<(), Halt> {
        if let Some(detour) = self.detour.clone() {
            let inside = |other: &Key| other.row.as_ref() == Some(&detour.row);
            let before = self.focus.clone();
            let moved = self.back(key);
            if moved && matches!(&self.focus, Focus::At(to) if inside(to)) {
                return Ok(());
            }
            self.focus = before;
            return self.leave_detour(detour);
        }
        if !self.back(key) {
            self.remarks.push(nl().interview.at_start());
        }
        Ok(())
    }

    /// Back to the question a row was added for; a row without any answer goes again.
    fn leave_detour(&mut self, detour: Detour) -> Result<(), Halt> {
        let list = self.set.list.question(detour.list).id.clone();
        let inside = format!("{list}/");
        let answered = self.keeper.answers().iter().any(|(key, _)| {
            key.row.as_ref() == Some(&detour.row) && key.question.0.starts_with(&inside)
        });
        if !answered {
            self.keeper.keep(Change::RemoveRow {
                list: list.clone(),
                row: detour.row,
            })?;
            if detour.was_complete {
                self.keeper.keep(Change::Close { list })?;
            }
        }
        self.focus = Focus::At(detour.back);
        self.detour = None;
        Ok(())
    }

    fn go_to(&mut self, question: QuestionIx, row: Option<crate::answer::RowId>) {
        self.depth = None;
        self.detour = None;
        self.focus = Focus::At(Key {
            question: self.set.list.question(question).id.clone(),
            row,
        });
    }

    /// A prompt beside an answer, until words come or the person goes elsewhere.
    pub(super) fn sub(&mut self, page: &Page, prompt: Prompt) -> Result<Sub, Halt> {
        let question = page.fields[page.at].question;
        loop {
            let screen = self.screen(page, Some(prompt.clone()));
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

    /// Who said or saw it, how, and when; each may be skipped.
    fn source(&mut self, page: &Page) -> Result<(), Halt> {
        let say = &nl().interview;
        let key = page.fields[page.at].key(&self.view());
        let old = self
            .keeper
            .answers()
            .get(&key.question, key.row.as_ref())
            .cloned();
        let mut answer = old
            .clone()
            .unwrap_or_else(|| Answer::from(crate::answer::Value::Unknown));
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

    /// The list that a page is about.
    fn list_here(&self, page: &Page) -> Option<QuestionIx> {
        let step = &page.fields[page.at];
        let asked = self.set.list.question(step.question);
        match asked.kind {
            Kind::List { .. } => Some(step.question),
            _ => asked.parent,
        }
    }

    fn take_row(&mut self, list: QuestionIx) -> Result<(), Halt> {
        let full = match self.set.list.question(list).kind {
            Kind::List {
                at_most: Some(most),
                ..
            } => crate::answer::rows_of(self.set.list, list, self.keeper.answers()).len() >= most,
            _ => false,
        };
        if full {
            let say = &nl().interview;
            self.refusal = Some(Refusal::new(say.list_full(), say.rows_full_todo()));
            return Ok(());
        }
        self.add_row(list).map(|_| ())
    }

    fn remove_row(&mut self, page: &Page) -> Result<(), Halt> {
        let step = &page.fields[page.at];
        let say = &nl().interview;
        let row = step.row.clone();
        let row = row.or_else(|| page.row.as_ref().map(|(_, row)| row.clone()));
        let (Some(list), Some(row)) = (self.list_here(page), row) else {
            self.refusal = Some(not_here(say.no_row()));
            return Ok(());
        };
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

    /// Somebody who is not among the people yet: their row, and then back to this question.
    fn add_person(&mut self, page: &Page, back: Key) -> Result<(), Halt> {
        let asked = self.set.list.question(page.fields[page.at].question);
        let persons = self
            .set
            .list
            .persons
            .filter(|_| matches!(asked.kind, Kind::Person { .. }));
        let Some(list) = persons else {
            self.refusal = Some(not_here(nl().interview.no_persons()));
            return Ok(());
        };
        let was_complete = self
            .keeper
            .answers()
            .rows(&self.set.list.question(list).id)
            .is_some_and(|rows| rows.complete);
        let row = self.add_row(list)?;
        self.detour = Some(Detour {
            list,
            row,
            back,
            was_complete,
        });
        self.remarks = vec![nl().interview.person_first()];
        Ok(())
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

/// What can be done at every prompt, in words.
fn actions() -> Info {
    let say = &nl().interview;
    let mut text: Vec<String> = Action::LISTED
        .iter()
        .map(|action| say.action(action.word(), describe(action)))
        .collect();
    text.push(say.action_jump());
    Info {
        title: say.actions_title(),
        text,
        danger: false,
    }
}

/// What an action does, in a few words.
pub(super) fn describe(action: &Action) -> String {
    let say = &nl().interview;
    match action {
        Action::Danger => say.does_danger(),
        Action::Blank => say.does_blank(),
        Action::Pause => say.does_pause(),
        Action::Back => say.does_back(),
        Action::Help => say.does_help(),
        Action::Why => say.does_why(),
        Action::Overview | Action::Jump(_) | Action::Go(..) => say.does_overview(),
        Action::Note => say.does_note(),
        Action::Source => say.does_source(),
        Action::More => say.does_more(),
        Action::AddRow => say.does_add_row(),
        Action::CloseList => say.does_close(),
        Action::RemoveRow => say.does_remove(),
        Action::AddPerson => say.does_add_person(),
        Action::Actions => say.actions_title(),
    }
}
