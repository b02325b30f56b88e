//! The asker for a person at a terminal: one calm screen a page. A few choices and everything that is typed have keys that
//! work directly; longer lists are dialoguer's. What is drawn, and what a key does, is pure; only `canvas` and `list` touch
//! the terminal. Says no word of its own: those stand in the texts.

mod away;
mod canvas;
mod choice;
mod cluster;
mod draft;
mod editor;
mod field;
mod frame;
mod key;
mod list;
mod listed;
mod many;
mod order;
mod own;
mod page;
mod panel;
mod pick;
mod question;
mod reader;
#[cfg(test)]
mod tests;
mod theme;
mod typing;
mod ways;

use std::borrow::Cow;
use std::collections::HashSet;

use canvas::Canvas;
use draft::Drafts;
use key::Press;
use listed::Listed;
use own::{Widget, Wish};
use page::Composed;
use panel::Chosen;

use zeroize::Zeroizing;

use super::guard::{Guard, ReadSecret};
use super::unfinished::Unfinished;
use super::{Action, Asker, Info, Notice, Phone, Reply, Screen, Stop};
use crate::text::nl;

/// So many numbers stand above the panel of actions.
const URGENT: usize = 2;

/// A person at a terminal.
pub struct Terminal {
    canvas: Canvas,
    drafts: Drafts,
    /// What was asked for while something was being read: done before the next question.
    pending: Option<Action>,
    /// The texts that could be read wholly in this sitting.
    read: HashSet<String>,
    /// Who to call, in a few words.
    urgent: Vec<String>,
    /// A list was left with a key that it does not know, and does not say so yet.
    strange: bool,
    /// The first prompt of this sitting: the numbers stand above it.
    first: Option<String>,
    /// How a passphrase is read, where there is one.
    secret: Option<ReadSecret>,
}

impl Terminal {
    /// Takes the terminal until it is dropped. `phones` are the numbers to call, the most urgent first.
    pub fn new(colour: bool, phones: &[Phone]) -> Self {
        let urgent = phones.iter().take(URGENT);
        let urgent = urgent.map(|phone| nl().terminal.urgent(&phone.number, &phone.name));
        Self {
            canvas: Canvas::open(colour),
            drafts: Drafts::default(),
            pending: None,
            read: HashSet::new(),
            urgent: urgent.collect(),
            strange: false,
            first: None,
            secret: None,
        }
    }

    /// The same, with keys that are forgotten, and a screen that is emptied, when nobody presses a key for a while.
    pub fn guarded(mut self, guard: Guard) -> Self {
        self.secret = guard.secret;
        self.canvas.watch(guard);
        self
    }

    /// The same for an exercise about invented people: no frame with danger above the first question. The panel has the
    /// numbers all the same.
    pub fn calm(mut self) -> Self {
        self.first = Some(String::new());
        self
    }

    /// The screen, with the numbers to call above the first prompt of the sitting.
    fn with_numbers<'s>(&mut self, screen: &'s Screen) -> Cow<'s, Screen> {
        let id = draft::id(&screen.prompt);
        let is_first = *self.first.get_or_insert_with(|| id.clone()) == id;
        if !is_first || self.urgent.is_empty() || screen.notices.iter().any(|one| one.danger) {
            return Cow::Borrowed(screen);
        }
        let mut screen = screen.clone();
        let numbers = Notice {
            text: if screen.mark.is_some() {
                nl().exercise.call_first()
            } else {
                nl().terminal.call_first()
            },
            danger: true,
            phones: self.urgent.clone(),
        };
        screen.notices.insert(0, numbers);
        Cow::Owned(screen)
    }

    /// Asks in the way that fits, until there is a reply.
    fn reply(&mut self, screen: &Screen) -> Result<Reply, Stop> {
        if let Some(action) = self.pending.take() {
            return Ok(Reply::Act(action));
        }
        let draft = self.drafts.take(screen);
        let screen = &*self.with_numbers(screen);
        if let Some(mut listed) = Listed::new(screen, draft.as_ref()) {
            return self.listed(screen, &mut listed);
        }
        let mut widget = Widget::new(&screen.prompt, draft.as_ref());
        if screen.refusal.is_some() {
            widget = widget.refused(&screen.prompt);
        }
        let reply = self.own(screen, &mut widget);
        match &reply {
            Ok(reply) => self.remember(screen, reply, widget.draft()),
            // Nobody replies any more, and what was half typed must not be lost.
            Err(_) => self.drafts.keep(&screen.prompt, widget.draft()),
        }
        reply
    }

    /// Asks at a prompt where keys work directly.
    fn own(&mut self, screen: &Screen, widget: &mut Widget) -> Result<Reply, Stop> {
        let composed = widget.compose(screen, None, self.canvas.look());
        let cut = !composed.cut.is_empty();
        if let Some(reply) = self.read_first(screen, composed)? {
            return Ok(reply);
        }
        loop {
            let reply = match own::ask(&mut self.canvas, screen, widget)? {
                Wish::Reply(reply) => Some(reply),
                Wish::Panel(letter) => self.panel(screen, letter, cut)?,
            };
            if let Some(reply) = reply {
                return Ok(reply);
            }
        }
    }

    /// Asks with one of dialoguer's lists.
    fn listed(&mut self, screen: &Screen, listed: &mut Listed) -> Result<Reply, Stop> {
        if std::mem::take(&mut self.strange) {
            listed.say_strange();
        }
        let composed = listed.compose(screen, self.canvas.look());
        let cut = !composed.cut.is_empty();
        if let Some(reply) = self.read_first(screen, composed)? {
            return Ok(reply);
        }
        loop {
            let reply = match listed.ask(&mut self.canvas, screen)? {
                Wish::Reply(reply) => Some(reply),
                Wish::Panel(letter) => self.panel(screen, letter, cut)?,
            };
            if let Some(reply) = reply {
                self.strange = listed.strange;
                self.remember(screen, &reply, listed.draft());
                return Ok(reply);
            }
        }
    }

    /// The texts of a screen that do not fit beside the question are shown before it, once.
    fn read_first(&mut self, screen: &Screen, composed: Composed) -> Result<Option<Reply>, Stop> {
        self.read.extend(composed.whole);
        let cut = composed.cut.into_iter();
        let new: Vec<String> = cut.filter(|text| !self.read.contains(text)).collect();
        if new.is_empty() {
            return Ok(None);
        }
        // Who to call always stands first.
        let phones = screen.notices.iter().flat_map(|notice| &notice.phones);
        let texts: Vec<String> = phones.chain(&new).cloned().collect();
        let wish = reader::read(&mut self.canvas, &screen.titled(), &texts, false)?;
        self.read.extend(new);
        Ok(wish.map(Reply::Act))
    }

    /// The panel of actions; `None` when it goes back to the question.
    fn panel(
        &mut self,
        screen: &Screen,
        letter: Option<char>,
        cut: bool,
    ) -> Result<Option<Reply>, Stop> {
        let chosen = panel::open(&mut self.canvas, screen, &self.urgent, letter, cut)?;
        Ok(match chosen {
            Chosen::Act(action) => Some(Reply::Act(action)),
            Chosen::Answer(text) => Some(Reply::Answer(text)),
            Chosen::Read => {
                let texts = page::texts(screen);
                let wish = reader::read(&mut self.canvas, &screen.titled(), &texts, false)?;
                wish.map(Reply::Act)
            }
            Chosen::Nothing | Chosen::Number => None,
        })
    }

    fn remember(&mut self, screen: &Screen, reply: &Reply, draft: Option<draft::Draft>) {
        match reply {
            Reply::Act(_) => self.drafts.keep(&screen.prompt, draft),
            Reply::Answer(_) | Reply::Keep => self.drafts.answered(&screen.prompt, draft),
        }
    }
}

impl Asker for Terminal {
    fn ask(&mut self, screen: &Screen) -> Result<Reply, Stop> {
        let reply = self.reply(screen)?;
        if reply == Reply::Act(Action::Blank) {
            // At once, before anything is noted on disk.
            self.canvas.wipe()?;
        }
        Ok(reply)
    }

    fn tell(&mut self, info: &Info) -> Result<(), Stop> {
        self.pending = reader::read(&mut self.canvas, &info.title, &info.text, info.danger)?;
        Ok(())
    }

    fn unfinished(&mut self) -> Vec<Unfinished> {
        self.drafts.texts()
    }

    fn meant_to_lock(&self) -> bool {
        // A key that a list does not know empties the screen to be sure; it was hardly ever meant so.
        !self.strange || self.canvas.is_away()
    }

    fn secret(&mut self, info: &Info) -> Result<Zeroizing<String>, Stop> {
        let read = self.secret.ok_or(Stop::End)?;
        self.canvas.wipe()?;
        let columns = self.canvas.look().columns;
        let mut lines: Vec<String> = Vec::new();
        for text in &info.text {
            lines.extend(cluster::fold_lines(text, columns));
        }
        lines.push(String::new());
        lines.extend(cluster::fold_lines(&info.title, columns));
        lines.push(String::new());
        let cursor = Some((lines.len() - 1, 0));
        self.canvas.draw(&frame::Frame { lines, cursor })?;
        self.canvas.pasting(false)?;
        Ok(read()?)
    }

    fn blank(&mut self, neutral: &str) -> Result<(), Stop> {
        self.canvas.wipe()?;
        if self.canvas.come_back() {
            return Ok(());
        }
        let look = self.canvas.look();
        let lines = cluster::fold_lines(neutral, look.columns);
        let frame = frame::Frame {
            lines,
            cursor: None,
        };
        self.canvas.draw(&frame)?;
        if self.canvas.press()? == Press::Control('g') {
            self.pending = Some(Action::Danger);
        }
        Ok(())
    }
}
