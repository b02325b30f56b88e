//! A paper that leaves the house: who gets it and why it may is asked as for every version that does, and stands in the log of
//! what was shared.

use std::path::Path;

use chrono::NaiveDate;

use super::Case;
use super::person::Readers;
use crate::answer::{RowId, row_name};
use crate::case::{Event, Shared};
use crate::commands::form::DocumentForm;
use crate::commands::plan;
use crate::commands::sending::Sending;
use crate::commands::sharing::{self, Finished, Given, Offer, Questions};
use crate::document;
use crate::engine::View;
use crate::error::Result;
use crate::paper::Sheet;
use crate::questionnaire::paper::{Outside, Paper};
use crate::reader::Guard;
use crate::text::nl;
use crate::world::World;

/// What leaves.
pub(super) struct Outgoing<'a> {
    pub paper: &'a Paper,
    pub readers: &'a Readers,
    pub case: &'a Case,
}

impl Outgoing<'_> {
    /// Why it may leave, where it does: as its author says, and whatever is sealed for a partner, unless nobody can be known
    /// from it.
    pub fn ground(&self, sending: &Sending) -> Option<Outside> {
        let sealed = sending.is_sealed() && !self.paper.anonymous;
        self.paper.outside.or(sealed.then_some(Outside::Asked))
    }

    /// Who gets it, what for and on which ground; none where a file to fill in was made.
    pub fn given(
        &self,
        world: &mut World,
        from: Option<&Path>,
        outside: Outside,
    ) -> Result<Option<Given>> {
        let view = self.case.view(world);
        let questions = Questions {
            outside,
            asks: &[],
            offers: match outside {
                Outside::Report => offers(&view),
                Outside::Asked | Outside::Access => Vec::new(),
            },
            rewords: false,
            weighed: sharing::weighed(&view, &self.case.record),
        };
        sharing::given(world, from, &questions)
    }

    /// Makes sure that nothing leaves with it that the case protects, but what was released.
    pub fn guards(
        &self,
        world: &World,
        given: &Given,
        filled: &Sheet,
        finished: &Finished<'_>,
    ) -> Result<()> {
        let guard = Guard::of(&self.case.view(world));
        let mut bare = filled.clone();
        bare.about_whom = None;
        bare.parts.iter_mut().for_each(|part| part.entries.clear());
        let constants = document::sheet(&bare, &plan::calls());
        let todo = nl().share.refused_paper_todo();
        finished.holds_nothing_of(&guard.but(&given.released), &constants, todo)
    }

    /// How the log tells it.
    pub fn shared(&self, on: NaiveDate, form: DocumentForm, given: &Given) -> Event {
        let person = self.readers.person.iter();
        let other = self.readers.reader.iter();
        let other = other.filter(|reader| self.readers.person.as_ref() != Some(reader));
        let whom: Vec<RowId> = person.chain(other).cloned().collect();
        let same = |one: &Shared| one.profile == self.paper.id && one.whom == whom;
        let number = sharing::next(&self.case.record, same);
        Event::Shared(Box::new(Shared {
            whom: whom.clone(),
            released: given.released.iter().cloned().map(RowId).collect(),
            ..given.shared(on, &self.paper.id, number, form.ending())
        }))
    }
}

/// Every protected value: whoever may be told without consent may get each of them, one by one.
fn offers(view: &View<'_>) -> Vec<Offer> {
    let name = |id: &String| {
        let list = view.list.persons?;
        Some(row_name(view.list, list, &RowId(id.clone()), view.answers))
    };
    let guard = Guard::of(view);
    let values = guard.values().iter();
    values
        .map(|one| Offer {
            row: one.row.clone(),
            kind: one.kind,
            whose: one
                .of
                .iter()
                .filter_map(name)
                .collect::<Vec<_>>()
                .join(", "),
        })
        .collect()
}

/// The same, with the partners that it was sealed for.
pub(super) fn sealed(event: Event, sealed_for: Vec<String>) -> Event {
    match event {
        Event::Shared(shared) => Event::Shared(Box::new(Shared {
            sealed_for,
            ..*shared
        })),
        other => other,
    }
}
