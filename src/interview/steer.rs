//! Where the eye goes after an answer, back, forward, deeper, elsewhere. Moves it, and changes nothing.

use super::compose;
use super::note;
use super::walk::{Depth, Focus, Halt, Session};
use crate::answer::{Key, RowId};
use crate::engine::{Step, StepState, View, page_at, path};
use crate::questionnaire::{Kind, QuestionIx};
use crate::text::nl;

impl Session<'_> {
    /// The key of the first step for which this holds.
    pub(super) fn find(&self, holds: impl Fn(usize, &Step) -> bool) -> Option<Key> {
        let view = self.view();
        let steps = path(&view);
        let at = (0..steps.len()).find(|at| holds(*at, &steps[*at]))?;
        Some(steps[at].key(&view))
    }

    pub(super) fn parent(&self, step: &Step) -> Option<QuestionIx> {
        self.set.list.question(step.question).parent
    }

    /// Where to go after an answer: onward, but never past a decision that no longer fits.
    pub(super) fn advance(&mut self, from: &Key) -> Result<(), Halt> {
        self.onward(from)?;
        if self.detour.is_none() && self.depth.is_none() {
            self.reconsider();
        }
        Ok(())
    }

    /// Shows a decision again when it is another one than is advised now and no reason stands beside it, as after a change
    /// of the answers it was taken on. What was decided stays until somebody decides otherwise.
    fn reconsider(&mut self) {
        let stale = {
            let view = self.view();
            let steps = path(&view);
            let next = match &self.focus {
                Focus::At(key) => steps.iter().position(|step| step.key(&view) == *key),
                _ => steps.iter().position(|step| step.state == StepState::Open),
            };
            let before = &steps[..next.map_or(steps.len(), |at| at + 1)];
            let is_stale = |step: &&Step| {
                let key = step.key(&view);
                let answer = view.answers.get(&key.question, key.row.as_ref());
                let bare = answer.filter(|answer| answer.note.is_none());
                bare.is_some_and(|one| note::other_advice(&view, step, &one.value).is_some())
            };
            before.iter().find(is_stale).map(|step| step.key(&view))
        };
        let Some(key) = stale else { return };
        if self.reconsidered.insert(key.clone()) {
            self.focus = Focus::At(key);
            self.remarks.push(nl().interview.decide_again());
        }
    }

    /// The next open question of the page, the next deeper one, back from a detour, or on.
    fn onward(&mut self, from: &Key) -> Result<(), Halt> {
        if self.detour.is_some() {
            return self.go_on_in_detour();
        }
        if self.focus == Focus::Next || self.back_to_list() {
            return Ok(());
        }
        if self.walks_deeper(from) {
            self.deeper(Some(from));
            return Ok(());
        }
        if self.retracing {
            self.forward(from);
            return Ok(());
        }
        self.focus = self.next_on_page(from).map_or(Focus::Next, Focus::At);
        if self.focus == Focus::Next {
            self.deeper(Some(from));
        }
        if self.focus == Focus::Next {
            self.say_where_on(from);
        }
        Ok(())
    }

    /// In a second round a question was chosen in a list: back to where it stood. `false` where it was not.
    fn back_to_list(&mut self) -> bool {
        let chosen = self.again && self.part.is_some() && self.detour.is_none();
        if chosen {
            self.focus = Focus::Overview;
        }
        chosen
    }

    /// Says so when the road goes on further away than the next question: who does not notice answers the wrong one.
    fn say_where_on(&mut self, from: &Key) {
        let open = self.find(|_, step| step.state == StepState::Open);
        if open.is_some() && self.neighbour(from, true) != open {
            self.remarks.push(nl().interview.on_at_open());
        }
    }

    fn is_open(&self, key: &Key) -> bool {
        let view = self.view();
        path(&view)
            .iter()
            .any(|step| step.state == StepState::Open && step.key(&view) == *key)
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

    /// To the next question, answered or not.
    pub(super) fn forward(&mut self, from: &Key) {
        if self.depth.is_some() {
            self.deeper(Some(from));
            return;
        }
        self.detour = None;
        if self.back_to_list() {
            return;
        }
        self.focus = self.neighbour(from, true).map_or(Focus::Next, Focus::At);
        self.retracing = match &self.focus {
            Focus::At(key) => !self.is_open(key),
            _ => false,
        };
    }

    /// To the question before; `false` where there is none.
    pub(super) fn back(&mut self, from: &Key) -> bool {
        match self.neighbour(from, false) {
            Some(key) => {
                self.focus = Focus::At(key);
                self.retracing = true;
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
            let asked = self.set.list.question(step.question);
            let shown = match asked.kind {
                Kind::Notice { stop, .. } => stop,
                // What was given is read beside the questions; nobody stops there.
                _ => !(asked.given && step.state == StepState::Done),
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
        self.part = None;
        self.retracing = false;
        match found.filter(|_| number > 0) {
            Some(key) => self.focus = Focus::At(key),
            None => self.refusal = Some(compose::no_such_number()),
        }
    }

    pub(super) fn one_back(&mut self, key: &Key) -> Result<(), Halt> {
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
        if !self.back_to_list() && !self.back(key) {
            self.remarks.push(nl().interview.at_start());
        }
        Ok(())
    }

    pub(super) fn go_to(&mut self, question: QuestionIx, row: Option<RowId>) {
        self.depth = None;
        self.detour = None;
        self.retracing = false;
        self.focus = Focus::At(Key {
            question: self.set.list.question(question).id.clone(),
            row,
        });
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
