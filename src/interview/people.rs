//! Somebody who is added in between: their row is filled in, and then the question comes back.

use super::act::not_here;
use super::walk::{Detour, Focus, Halt, Session};
use crate::answer::{Change, Key, Refusal};
use crate::engine::{Page, StepState};
use crate::questionnaire::Kind;
use crate::text::nl;

impl Session<'_> {
    /// Somebody who is not among the people yet: their row, and then back to this question.
    pub(super) fn add_person(&mut self, page: &Page, back: Key) -> Result<(), Halt> {
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
        if !self.view().visible(list, None).possible() {
            self.refusal = Some(not_here(nl().interview.no_persons()));
            return Ok(());
        }
        if self.is_full(list) {
            let say = &nl().interview;
            self.refusal = Some(Refusal::new(say.list_full(), say.rows_full_todo()));
            return Ok(());
        }
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

    /// Back to the question a row was added for; a row without any answer goes again.
    pub(super) fn leave_detour(&mut self, detour: Detour) -> Result<(), Halt> {
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

    pub(super) fn go_on_in_detour(&mut self) -> Result<(), Halt> {
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
}
