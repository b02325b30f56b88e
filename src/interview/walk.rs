//! The loop: where we are, what is asked there, and where that leads. Back and jump only move the eye; answers change by
//! answering alone.

use std::collections::BTreeSet;

use super::compose::{self, Look};
use super::memory::Memory;
use super::practice::Practice;
use super::reply::{Action, Reply};
use super::screen::{Info, Prompt, Screen};
use super::seam::{Asker, Ended, Keeper, Setting, Stop, Trouble};
use crate::answer::{Answer, Key, Refusal, RowId};
use crate::case::{Event, Fault};
use crate::engine::{NextStep, Page, Step, View, next, page_at, path};
use crate::questionnaire::QuestionIx;
use crate::text::nl;

/// Leads somebody through the list until all is asked or they stop. Every answer is kept before the next question.
///
/// # Errors
/// An answer could not be kept, or the terminal or pipe failed. All earlier answers are kept.
pub fn run(
    setting: Setting<'_>,
    keeper: &mut dyn Keeper,
    asker: &mut dyn Asker,
) -> Result<Ended, Trouble> {
    start(setting, keeper, asker, How::default())
}

/// The same, and ends before this part of the list, or where nothing before it is left to ask: for who is told more first.
///
/// # Errors
/// The same.
pub fn run_until(
    setting: Setting<'_>,
    keeper: &mut dyn Keeper,
    asker: &mut dyn Asker,
    until: usize,
) -> Result<Ended, Trouble> {
    let how = How {
        until: Some(until),
        ..How::default()
    };
    start(setting, keeper, asker, how)
}

/// The same for who looks once more at what they answered: the parts come first, and ending is the last that is offered.
///
/// # Errors
/// The same.
pub fn run_again(
    setting: Setting<'_>,
    keeper: &mut dyn Keeper,
    asker: &mut dyn Asker,
) -> Result<Ended, Trouble> {
    let how = How {
        again: true,
        ..How::default()
    };
    start(setting, keeper, asker, how)
}

/// The same as an exercise with invented answers: nothing is kept when it ends, every screen says so, each page shows what
/// moved, and answers can be tried out.
///
/// # Errors
/// The terminal or pipe failed.
pub fn rehearse(
    setting: Setting<'_>,
    answers: &mut Memory,
    asker: &mut dyn Asker,
) -> Result<Ended, Trouble> {
    let how = How {
        practice: Some(Practice::default()),
        ..How::default()
    };
    start(setting, answers, asker, how)
}

/// In which way somebody is led.
#[derive(Default)]
struct How {
    practice: Option<Practice>,
    until: Option<usize>,
    again: bool,
}

fn start(
    setting: Setting<'_>,
    keeper: &mut dyn Keeper,
    asker: &mut dyn Asker,
    how: How,
) -> Result<Ended, Trouble> {
    let mut session = Session {
        set: setting,
        until: how.until,
        again: how.again,
        part: None,
        keeper,
        asker,
        practice: how.practice,
        focus: Focus::Next,
        line: None,
        retracing: false,
        reconsidered: BTreeSet::new(),
        depth: None,
        detour: None,
        draft: None,
        remarks: Vec::new(),
        kept: None,
        refusal: None,
        waiting: None,
        warned: false,
        sign: false,
    };
    let ended = loop {
        match session.round() {
            Ok(Flow::Go) => {}
            Ok(Flow::End(ended)) => break ended,
            Err(Halt::End(ended)) => break ended,
            Err(Halt::Stop(Stop::End)) => break Ended::InputEnded,
            Err(Halt::Stop(Stop::Interrupted)) => break Ended::Interrupted,
            Err(Halt::Stop(Stop::Failed(fault))) => {
                _ = session.keep_unfinished(Ended::InputEnded);
                _ = session.keeper.log(Event::Paused);
                return Err(Trouble::Asking(fault));
            }
            // The keys were forgotten while somebody was at it: nothing was kept, and the same is asked again.
            Err(Halt::Keeping(Fault::Locked(_))) => match session.reopen() {
                Ok(()) => {}
                Err(Halt::Keeping(fault)) => return Err(Trouble::Keeping(fault)),
                Err(_) => break Ended::Paused,
            },
            Err(Halt::Keeping(fault)) => return Err(Trouble::Keeping(fault)),
        }
    };
    if ended != Ended::Finished {
        session.keep_unfinished(ended)?;
    }
    let event = match ended {
        Ended::Finished => Event::Finished,
        _ => Event::Paused,
    };
    match session.keeper.log(event) {
        // Whoever stops at the locked screen has stopped; without the keys nobody can write that down.
        Err(Fault::Locked(_)) => {}
        logged => logged?,
    }
    Ok(ended)
}

/// What a round leads to.
pub(super) enum Flow {
    Go,
    End(Ended),
}

/// Why a round could not be finished.
pub(super) enum Halt {
    End(Ended),
    Stop(Stop),
    Keeping(Fault),
}

impl From<Stop> for Halt {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

impl From<Fault> for Halt {
    fn from(fault: Fault) -> Self {
        Self::Keeping(fault)
    }
}

/// Where the eye is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    /// What the engine says comes next.
    Next,
    /// This question, answered or not.
    At(Key),
    /// The screen with all parts.
    Overview,
}

/// The deeper questions that are being walked: those of a row, or those of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Depth {
    pub(super) part: usize,
    pub(super) row: Option<(QuestionIx, RowId)>,
}

/// A row that is filled in between, to come back to a question.
#[derive(Clone, Debug)]
pub(super) struct Detour {
    pub(super) list: QuestionIx,
    pub(super) row: RowId,
    pub(super) back: Key,
    pub(super) was_complete: bool,
}

/// What was said about an answer before it was given.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) key: Option<Key>,
    pub(super) note: Option<String>,
    pub(super) source: Option<String>,
    pub(super) nature: Option<String>,
    pub(super) date: Option<chrono::NaiveDate>,
}

pub(super) struct Session<'a> {
    pub(super) set: Setting<'a>,
    /// The part before which it ends.
    until: Option<usize>,
    /// All was answered before, and is looked at once more.
    pub(super) again: bool,
    /// The part of which a question is looked at once more.
    pub(super) part: Option<usize>,
    pub(super) keeper: &'a mut dyn Keeper,
    pub(super) asker: &'a mut dyn Asker,
    /// Only in an exercise, never in a case.
    pub(super) practice: Option<Practice>,
    pub(super) focus: Focus,
    /// The line of a menu that was chosen last.
    pub(super) line: Option<String>,
    /// Somebody went back, and walks on over what was answered before.
    pub(super) retracing: bool,
    /// The decisions that were shown again because the advice turned: once is enough.
    pub(super) reconsidered: BTreeSet<Key>,
    pub(super) depth: Option<Depth>,
    pub(super) detour: Option<Detour>,
    pub(super) draft: Option<Draft>,
    pub(super) remarks: Vec<String>,
    pub(super) kept: Option<String>,
    pub(super) refusal: Option<Refusal>,
    /// An answer that waits for the reason that must stand beside it.
    pub(super) waiting: Option<(Key, Answer)>,
    /// Who to call was said since danger came up.
    pub(super) warned: bool,
    /// The answer that was just given is by itself a sign of danger.
    pub(super) sign: bool,
}

impl Session<'_> {
    pub(super) fn view(&self) -> View<'_> {
        View::new(self.set.list, self.keeper.answers(), self.set.today)
    }

    /// One screen and what follows from the reply.
    fn round(&mut self) -> Result<Flow, Halt> {
        if self.focus == Focus::Overview {
            // In a second round nothing need be asked any more: there the way out stands with the parts.
            let last = match next(&self.view()) {
                NextStep::Done(notices) if self.again => Some(compose::Last::Done(notices)),
                _ => None,
            };
            return self.overview(last);
        }
        if let Some(page) = self.page_in_focus() {
            return self.field(&page);
        }
        self.focus = Focus::Next;
        let step = next(&self.view());
        if let Some(until) = self.until
            && !matches!(&step, NextStep::Ask(page) if page.part < until)
        {
            return self.end_of_step();
        }
        match step {
            NextStep::Ask(page) => self.field(&page),
            NextStep::Done(notices) => self.overview(Some(compose::Last::Done(notices))),
            NextStep::Stuck { reason, .. } => self.overview(Some(compose::Last::Stuck(reason.nl))),
        }
    }

    /// Ends before the part that comes later; what was still to be said is said first.
    fn end_of_step(&mut self) -> Result<Flow, Halt> {
        if !self.remarks.is_empty() {
            let info = Info {
                title: nl().interview.before_going_on(),
                text: std::mem::take(&mut self.remarks),
                danger: false,
            };
            self.tell(info)?;
        }
        Ok(Flow::End(Ended::Finished))
    }

    fn page_in_focus(&self) -> Option<Page> {
        let Focus::At(key) = &self.focus else {
            return None;
        };
        let view = self.view();
        let steps = path(&view);
        let at = steps.iter().position(|step| step.key(&view) == *key)?;
        Some(page_at(&view, &steps, at))
    }

    /// Asks one question of a page.
    fn field(&mut self, page: &Page) -> Result<Flow, Halt> {
        let step = &page.fields[page.at];
        if self.started_or_full(step)? {
            return Ok(Flow::Go);
        }
        self.warn(page);
        let screen = self.screen(page, None);
        let screen = self.as_exercise(screen);
        self.kept = None;
        let reply = self.asker.ask(&screen)?;
        match reply {
            Reply::Answer(raw) => self.take(page, &raw)?,
            Reply::Keep if screen.prompt.optional => {
                self.quiet();
                self.forward(&step.key(&self.view()));
            }
            Reply::Keep => self.take(page, "")?,
            Reply::Act(action) => return self.act(page, &action),
        }
        Ok(Flow::Go)
    }

    /// The screen of a page, with its own question or this prompt.
    pub(super) fn screen(&self, page: &Page, prompt: Option<Prompt>) -> Screen {
        let view = self.view();
        let steps = path(&view);
        let look = Look {
            set: &self.set,
            view: &view,
            steps: &steps,
        };
        let mut screen = look.page(page);
        if let Some(prompt) = prompt {
            screen.prompt = prompt;
        }
        screen.remarks.clone_from(&self.remarks);
        screen.kept.clone_from(&self.kept);
        screen.refusal.clone_from(&self.refusal);
        screen
    }

    /// Forgets what was said about the last reply.
    pub(super) fn quiet(&mut self) {
        self.remarks.clear();
        self.kept = None;
        self.refusal = None;
    }
}

/// The action that a menu line stands for.
pub(super) fn go(step: &Step) -> Action {
    Action::Go(step.question, step.row.clone())
}
