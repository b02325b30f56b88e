//! The loop: where we are, what is asked there, and where that leads. Back and jump only move the eye; answers change by
//! answering alone.

use super::compose::{self, Look};
use super::reply::{Action, Reply};
use super::screen::{Prompt, Screen};
use super::seam::{Asker, Ended, Keeper, Setting, Stop, Trouble};
use crate::answer::{Change, Key, Refusal, RowId, rows_of};
use crate::case::{Event, Fault};
use crate::engine::{NextStep, Page, Step, StepState, View, next, page_at, path};
use crate::questionnaire::{Kind, QuestionIx};

/// Leads somebody through the list until all is asked or they stop. Every answer is kept before the next question.
///
/// # Errors
/// An answer could not be kept, or the terminal or pipe failed. All earlier answers are kept.
pub fn run(
    setting: Setting<'_>,
    keeper: &mut dyn Keeper,
    asker: &mut dyn Asker,
) -> Result<Ended, Trouble> {
    let mut session = Session {
        set: setting,
        keeper,
        asker,
        focus: Focus::Next,
        depth: None,
        detour: None,
        draft: None,
        remarks: Vec::new(),
        kept: None,
        refusal: None,
    };
    let ended = loop {
        match session.round() {
            Ok(Flow::Go) => {}
            Ok(Flow::End(ended)) => break ended,
            Err(Halt::End(ended)) => break ended,
            Err(Halt::Stop(Stop::End)) => break Ended::InputEnded,
            Err(Halt::Stop(Stop::Interrupted)) => break Ended::Interrupted,
            Err(Halt::Stop(Stop::Failed(fault))) => {
                session.keeper.log(Event::Paused)?;
                return Err(Trouble::Asking(fault));
            }
            Err(Halt::Keeping(fault)) => return Err(Trouble::Keeping(fault)),
        }
    };
    let event = match ended {
        Ended::Finished => Event::Finished,
        _ => Event::Paused,
    };
    session.keeper.log(event)?;
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
    pub(super) keeper: &'a mut dyn Keeper,
    pub(super) asker: &'a mut dyn Asker,
    pub(super) focus: Focus,
    pub(super) depth: Option<Depth>,
    pub(super) detour: Option<Detour>,
    pub(super) draft: Option<Draft>,
    pub(super) remarks: Vec<String>,
    pub(super) kept: Option<String>,
    pub(super) refusal: Option<Refusal>,
}

impl Session<'_> {
    pub(super) fn view(&self) -> View<'_> {
        View::new(self.set.list, self.keeper.answers(), self.set.today)
    }

    /// One screen and what follows from the reply.
    fn round(&mut self) -> Result<Flow, Halt> {
        if self.focus == Focus::Overview {
            return self.overview(None);
        }
        if let Some(page) = self.page_in_focus() {
            return self.field(&page);
        }
        self.focus = Focus::Next;
        let step = next(&self.view());
        match step {
            NextStep::Ask(page) => self.field(&page),
            NextStep::Done(notices) => self.overview(Some(compose::Last::Done(notices))),
            NextStep::Stuck { reason, .. } => self.overview(Some(compose::Last::Stuck(reason.nl))),
        }
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
        let screen = self.screen(page, None);
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

    /// A list that needs a row starts its first one by itself; one that is full is closed by itself.
    fn started_or_full(&mut self, step: &Step) -> Result<bool, Halt> {
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

    fn parent(&self, step: &Step) -> Option<QuestionIx> {
        self.set.list.question(step.question).parent
    }

    /// The key of the first step for which this holds.
    fn find(&self, holds: impl Fn(usize, &Step) -> bool) -> Option<Key> {
        let view = self.view();
        let steps = path(&view);
        let at = (0..steps.len()).find(|at| holds(*at, &steps[*at]))?;
        Some(steps[at].key(&view))
    }

    /// Where to go after an answer: the next open question of the page, the next deeper one, back from a detour, or on.
    pub(super) fn advance(&mut self, from: &Key) -> Result<(), Halt> {
        if self.detour.is_some() {
            return self.go_on_in_detour();
        }
        if self.focus == Focus::Next {
            return Ok(());
        }
        if self.walks_deeper(from) {
            self.deeper(Some(from));
            return Ok(());
        }
        self.focus = self.next_on_page(from).map_or(Focus::Next, Focus::At);
        if self.focus == Focus::Next {
            self.deeper(Some(from));
        }
        Ok(())
    }

    /// Whether this question is one of the depth that is being walked.
    fn walks_deeper(&self, key: &Key) -> bool {
        let Some(depth) = &self.depth else {
            return false;
        };
        let view = self.view();
        path(&view)
            .iter()
            .any(|step| step.key(&view) == *key && depth.holds(&view, step))
    }

    fn next_on_page(&self, from: &Key) -> Option<Key> {
        let view = self.view();
        let steps = path(&view);
        let at = steps.iter().position(|step| step.key(&view) == *from)?;
        let page = page_at(&view, &steps, at);
        let later = page.fields.iter().skip(page.at + 1);
        let earlier = page.fields.iter().take(page.at);
        later
            .chain(earlier)
            .find(|step| step.state == StepState::Open)
            .map(|step| step.key(&view))
    }

    /// To the next offered question within the depth that is being walked; past the last, the depth is left.
    pub(super) fn deeper(&mut self, after: Option<&Key>) {
        let Some(depth) = &self.depth else { return };
        let found = {
            let view = self.view();
            let steps = path(&view);
            let from = after
                .and_then(|key| steps.iter().position(|step| step.key(&view) == *key))
                .map_or(0, |at| at + 1);
            steps[from..]
                .iter()
                .find(|step| step.state == StepState::Offered && depth.holds(&view, step))
                .map(|step| step.key(&view))
        };
        match found {
            Some(key) => self.focus = Focus::At(key),
            None => {
                self.depth = None;
                self.focus = Focus::Next;
            }
        }
    }

    fn go_on_in_detour(&mut self) -> Result<(), Halt> {
        let Some(detour) = self.detour.clone() else {
            return Ok(());
        };
        let open = self.find(|_, step| {
            step.row.as_ref() == Some(&detour.row)
                && self.parent(step) == Some(detour.list)
                && step.state == StepState::Open
        });
        if let Some(key) = open {
            self.focus = Focus::At(key);
            return Ok(());
        }
        if detour.was_complete {
            let list = self.set.list.question(detour.list).id.clone();
            self.keeper.keep(Change::Close { list })?;
        }
        self.focus = Focus::At(detour.back);
        self.detour = None;
        Ok(())
    }

    /// To the next question, answered or not.
    fn forward(&mut self, from: &Key) {
        if self.depth.is_some() {
            self.deeper(Some(from));
            return;
        }
        self.detour = None;
        self.focus = self.neighbour(from, true).map_or(Focus::Next, Focus::At);
    }

    /// To the question before; `false` where there is none.
    pub(super) fn back(&mut self, from: &Key) -> bool {
        match self.neighbour(from, false) {
            Some(key) => {
                self.focus = Focus::At(key);
                true
            }
            None => false,
        }
    }

    fn neighbour(&self, from: &Key, later: bool) -> Option<Key> {
        let view = self.view();
        let steps = path(&view);
        let at = steps.iter().position(|step| step.key(&view) == *from)?;
        let stops = |step: &&Step| {
            let shown = match self.set.list.question(step.question).kind {
                Kind::Notice { stop, .. } => stop,
                _ => true,
            };
            let offered = step.state == StepState::Offered;
            shown
                && (!offered
                    || self
                        .depth
                        .as_ref()
                        .is_some_and(|depth| depth.holds(&view, step)))
        };
        let found = if later {
            steps[at + 1..].iter().find(stops)
        } else {
            steps[..at].iter().rev().find(stops)
        };
        found.map(|step| step.key(&view))
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

    /// To a question by its number.
    pub(super) fn jump(&mut self, number: usize) {
        let found = {
            let view = self.view();
            let steps = path(&view);
            compose::numbered(self.set.list, &steps)
                .nth(number.saturating_sub(1))
                .map(|at| steps[at].key(&view))
        };
        self.quiet();
        self.depth = None;
        self.detour = None;
        match found.filter(|_| number > 0) {
            Some(key) => self.focus = Focus::At(key),
            None => self.refusal = Some(compose::no_such_number()),
        }
    }
}

impl Depth {
    /// Whether a step belongs to what is walked.
    pub(super) fn holds(&self, view: &View<'_>, step: &Step) -> bool {
        let asked = view.list.question(step.question);
        match &self.row {
            Some((list, row)) => asked.parent == Some(*list) && step.row.as_ref() == Some(row),
            None => asked.part == self.part && step.row.is_none(),
        }
    }
}

/// The action that a menu line stands for.
pub(super) fn go(step: &Step) -> Action {
    Action::Go(step.question, step.row.clone())
}
