//! How far a case is, as its log tells.

use crate::case::{Event, Record};
use crate::text::nl;

/// How far a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was answered yet.
    New,
    /// Open now, or the program was cut off.
    Open,
    /// The person stopped for now.
    Paused,
    /// Everything that belongs was asked.
    Finished,
}

impl State {
    /// In words.
    pub fn text(self) -> String {
        let text = &nl().cases;
        match self {
            Self::New => text.state_new(),
            Self::Open => text.state_open(),
            Self::Paused => text.state_paused(),
            Self::Finished => text.state_finished(),
        }
    }
}

/// How far this case is.
pub fn state(record: &Record) -> State {
    let last = record.events().rev().find_map(|event| match event {
        Event::Started | Event::Resumed => Some(State::Open),
        Event::Paused => Some(State::Paused),
        Event::Finished => Some(State::Finished),
        _ => None,
    });
    match last {
        Some(State::Open) | None if record.answers.iter().next().is_none() => State::New,
        Some(state) => state,
        None => State::Open,
    }
}
