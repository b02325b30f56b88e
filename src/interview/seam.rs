//! The seam: who asks, who keeps, and what the interview is given. Everything on the other side can be replaced.

use std::io;

use chrono::NaiveDate;
use zeroize::Zeroizing;

use super::reply::Reply;
use super::screen::{Info, Screen};
use super::shared::{Phone, VagueWord};
use super::unfinished::Unfinished;
use crate::answer::{Answers, Change, RowId, next_row_id, rows_of};
use crate::case::{Event, Fault};
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};

/// What an interview is given.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The checked list that is walked.
    pub list: &'a Questionnaire,
    /// The day of the assessment.
    pub today: NaiveDate,
    /// Who to call, the most urgent first.
    pub phones: &'a [Phone],
    /// Words that mean something else to everybody.
    pub vague: &'a [VagueWord],
}

/// Whoever puts a question: a terminal, plain lines, a script.
pub trait Asker {
    /// Shows a screen and waits for a reply.
    ///
    /// # Errors
    /// Nobody can reply any more.
    fn ask(&mut self, screen: &Screen) -> Result<Reply, Stop>;

    /// Shows something to read until the person goes on.
    ///
    /// # Errors
    /// Nobody is there any more.
    fn tell(&mut self, info: &Info) -> Result<(), Stop>;

    /// Makes the screen empty at once and shows only `neutral`, until a key (or a line) brings it back.
    ///
    /// # Errors
    /// Nobody is there any more.
    fn blank(&mut self, neutral: &str) -> Result<(), Stop>;

    /// Whether the empty screen was asked for, rather than shown for a key that may have been meant so.
    fn meant_to_lock(&self) -> bool {
        true
    }

    /// Hands over the texts that were begun and not given yet: whoever stops must not lose them.
    fn unfinished(&mut self) -> Vec<Unfinished> {
        Vec::new()
    }

    /// Asks for something that nobody else may see.
    ///
    /// # Errors
    /// Nobody is there any more, or it cannot be asked here.
    fn secret(&mut self, _: &Info) -> Result<Zeroizing<String>, Stop> {
        Err(Stop::End)
    }
}

/// Why no reply comes any more.
#[derive(Debug)]
pub enum Stop {
    /// The input ended: as if paused.
    End,
    /// Ctrl-C: as if paused.
    Interrupted,
    /// The terminal or pipe failed.
    Failed(io::Error),
}

/// Whoever keeps the answers.
pub trait Keeper {
    /// The answers as they stand.
    fn answers(&self) -> &Answers;

    /// Keeps a change for good, and only then carries it out.
    ///
    /// # Errors
    /// It could not be kept; nothing has changed.
    fn keep(&mut self, change: Change) -> Result<(), Fault>;

    /// Notes that something happened.
    ///
    /// # Errors
    /// It could not be noted.
    fn log(&mut self, event: Event) -> Result<(), Fault>;

    /// Forgets the keys that it keeps with. Whether they are needed to go on.
    fn lock(&mut self) -> bool {
        false
    }

    /// Has the keys again, from what somebody typed. Whether that was right.
    ///
    /// # Errors
    /// What the keys are kept in cannot be read.
    fn unlock(&mut self, _: &str) -> Result<bool, Fault> {
        Ok(true)
    }

    /// The id of a new row of this list. Who knows of rows that were removed must count those too: an id is never used
    /// twice.
    fn next_row(&self, list: &Questionnaire, of: QuestionIx) -> RowId {
        next_row_id(letter(list, of), rows_of(list, of, self.answers()))
    }
}

/// The letter before the row numbers of a list.
pub fn letter(list: &Questionnaire, of: QuestionIx) -> char {
    match list.question(of).kind {
        Kind::List { letter, .. } => letter,
        _ => 'r',
    }
}

/// How an interview ended. However it ends, every answer given is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Everything that belongs was asked, and the person said it is done.
    Finished,
    /// The person stopped for now.
    Paused,
    /// The input ended before everything was asked.
    InputEnded,
    /// Ctrl-C.
    Interrupted,
}

/// Why an interview could not go on.
#[derive(Debug)]
pub enum Trouble {
    /// An answer could not be kept.
    Keeping(Fault),
    /// The terminal or pipe failed.
    Asking(io::Error),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Keeping(fault)
    }
}
