//! A paper that leaves the house: who gets it and why it may is asked as for every version that does, and stands in the log of
//! what was shared.

use std::path::Path;

use chrono::NaiveDate;

use super::Case;
use super::person::Readers;
use crate::answer::RowId;
use crate::case::{Event, Shared};
use crate::commands::form::DocumentForm;
use crate::commands::sending::Sending;
use crate::commands::sharing::{self, Given, Questions};
use crate::error::Result;
use crate::questionnaire::paper::{Outside, Paper};
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
        let questions = Questions {
            outside,
            asks: &[],
            offers: Vec::new(),
            rewords: false,
            weighed: sharing::weighed(&self.case.view(world), &self.case.record),
        };
        sharing::given(world, from, &questions)
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
            ..given.shared(on, &self.paper.id, number, form.ending())
        }))
    }
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
