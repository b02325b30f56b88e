//! A participant's file, written whole after each answer.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::folder;
use crate::answer::{Answers, Change};
use crate::case::{Doing, Event, Fault};
use crate::error::{Error, Result};
use crate::interview::Keeper;
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::training::Participant;
use crate::world::{Guard, World};

/// What somebody answered, and where it stands.
pub(super) struct Kept<'a> {
    pub(super) list: &'a Questionnaire,
    pub(super) file: PathBuf,
    pub(super) participant: Participant,
    /// When what the makers chose was read, where that was before this round: who changes an answer now, knows it.
    pub(super) knows_key: Option<NaiveDateTime>,
    /// Why it could not be written.
    pub(super) failed: Option<Error>,
}

impl<'a> Kept<'a> {
    /// A file in this folder.
    pub(super) fn new(list: &'a Questionnaire, folder: &Path, participant: Participant) -> Self {
        Self {
            list,
            file: folder.join(participant.file_name()),
            participant,
            knows_key: None,
            failed: None,
        }
    }

    /// Its owner came to the end.
    pub(super) fn finish(&mut self) -> Result<()> {
        if self.participant.head.done == Some(true) {
            return Ok(());
        }
        self.participant.head.done = Some(true);
        self.write()
    }

    /// Writes all of it.
    pub(super) fn write(&self) -> Result<()> {
        folder::mark(self.file.parent().unwrap_or(Path::new("")))?;
        let text = self
            .participant
            .written(self.list)
            .map_err(|problem| Error::attention(problem.message, nl().program.unexpected_todo()))?;
        World::put_own(&self.file, text.as_bytes(), Guard::Replace)
    }
}

impl Keeper for Kept<'_> {
    fn answers(&self) -> &Answers {
        &self.participant.answers
    }

    fn keep(&mut self, change: Change) -> std::result::Result<(), Fault> {
        let before = self.participant.clone();
        self.participant.answers.apply(&change);
        if self.participant.answers != before.answers {
            let head = &mut self.participant.head;
            head.key_read = head.key_read.or(self.knows_key);
        }
        let Err(error) = self.write() else {
            return Ok(());
        };
        self.participant = before;
        let fault = std::io::Error::other(error.what.clone());
        self.failed = Some(error);
        Err(Fault::Io {
            doing: Doing::Write,
            path: self.file.clone(),
            fault,
        })
    }

    fn log(&mut self, _: Event) -> std::result::Result<(), Fault> {
        Ok(())
    }
}
