//! What a person can say to a prompt: an answer, or an action. The words of the actions are the same wherever words are
//! typed.

use crate::answer::RowId;
use crate::answer::interpret::fold;
use crate::questionnaire::QuestionIx;

/// A reply to a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// What was typed or chosen, as text for the interpreter.
    Answer(String),
    /// Leave what stands there (or skip what need not be answered) and go on.
    Keep,
    /// Something else than an answer.
    Act(Action),
}

/// What can be done at every prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show who to call now.
    Danger,
    /// Make the screen empty at once.
    Blank,
    /// Stop for now.
    Pause,
    /// One question back; nothing is lost.
    Back,
    /// Help with the answer.
    Help,
    /// Why this is asked.
    Why,
    /// All parts, with what is open.
    Overview,
    /// To the question with this number.
    Jump(usize),
    /// To this question (of this row).
    Go(QuestionIx, Option<RowId>),
    /// A note beside the answer.
    Note,
    /// Who said or saw it, how, and when.
    Source,
    /// The deeper questions of this page.
    More,
    /// One more row.
    AddRow,
    /// These are all the rows.
    CloseList,
    /// A row was made by mistake.
    RemoveRow,
    /// Somebody who is not among the people yet.
    AddPerson,
    /// What if this were answered otherwise; only in an exercise.
    WhatIf,
    /// Which actions there are.
    Actions,
}

impl Action {
    /// The actions with a word of their own, in the order in which they are listed; danger first.
    pub const LISTED: [Self; 15] = [
        Self::Danger,
        Self::Blank,
        Self::Back,
        Self::Overview,
        Self::Help,
        Self::Why,
        Self::Note,
        Self::Source,
        Self::More,
        Self::AddPerson,
        Self::AddRow,
        Self::CloseList,
        Self::RemoveRow,
        Self::WhatIf,
        Self::Pause,
    ];

    /// Its word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Danger => "gevaar",
            Self::Blank => "leeg",
            Self::Pause => "pauze",
            Self::Back => "terug",
            Self::Help => "hulp",
            Self::Why => "waarom",
            Self::Overview => "overzicht",
            Self::Jump(_) | Self::Go(..) => "naar",
            Self::Note => "notitie",
            Self::Source => "bron",
            Self::More => "meer",
            Self::AddRow => "nieuw",
            Self::CloseList => "klaar",
            Self::RemoveRow => "weg",
            Self::AddPerson => "iemand",
            Self::WhatIf => "stel",
            Self::Actions => "opdrachten",
        }
    }

    /// The action with this word; `naar 12` too.
    pub fn read(text: &str) -> Option<Self> {
        let text = fold(text);
        if let Some(number) = text.strip_prefix("naar ") {
            return number.trim().parse().ok().map(Self::Jump);
        }
        let same = match text.as_str() {
            "help" | "uitleg" => Self::Help,
            "112" | "nood" => Self::Danger,
            "toelichting" => Self::Note,
            "stop" | "stoppen" | "q" | "pauzeer" => Self::Pause,
            "menu" | "opdrachten" => Self::Actions,
            "verwijder" => Self::RemoveRow,
            "meekijker" => Self::Blank,
            "wat als" => Self::WhatIf,
            other => Self::LISTED.into_iter().find(|one| one.word() == other)?,
        };
        Some(same)
    }
}
