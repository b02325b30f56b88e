//! What an asker is given to show: plain data, in words that are ready to read. Says nothing about how it is drawn.

use crate::answer::{Key, Refusal};

/// One moment of the interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Which page this is: the same as long as the same questions stand on it.
    pub page: String,
    /// What stands before every title, where it is no case.
    pub mark: Option<String>,
    /// The title of the part.
    pub title: String,
    /// What to know before the part starts; only on its first page.
    pub about: Option<String>,
    /// Which row the page is about: *situatie 2*.
    pub row: Option<String>,
    /// That row was given, as in an exercise: nobody takes it away or adds one.
    pub given: bool,
    /// How far the person is.
    pub progress: Option<Progress>,
    /// Texts above the questions.
    pub notices: Vec<Notice>,
    /// The questions of the page, with the answers so far.
    pub fields: Vec<Field>,
    /// What there is to say about what was just answered.
    pub remarks: Vec<String>,
    /// How the last answer was read, for who does not see it among the questions.
    pub kept: Option<String>,
    /// Why the last reply could not be taken.
    pub refusal: Option<Refusal>,
    /// What is asked now.
    pub prompt: Prompt,
    /// How many deeper questions this page offers.
    pub offered: usize,
}

impl Screen {
    /// The title, with the mark of an exercise before it.
    pub fn titled(&self) -> String {
        self.marked(&self.title)
    }

    /// A text with the mark of an exercise before it.
    pub fn marked(&self, text: &str) -> String {
        match &self.mark {
            Some(mark) => crate::text::nl().exercise.marked(mark, text),
            None => text.to_owned(),
        }
    }
}

/// How far the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The part, counted from one; nought where the parts come back and counting them would mislead.
    pub part: usize,
    /// How many parts there are, as things stand.
    pub parts: usize,
    /// About how many screens are still to come, this one too.
    pub screens: usize,
}

impl Progress {
    /// In words.
    pub fn text(&self) -> String {
        let say = &crate::text::nl().interview;
        if self.part == 0 && self.screens > 1 {
            say.progress_screens(self.screens)
        } else if self.part == 0 {
            say.progress_last_screen()
        } else if self.screens > 1 {
            say.progress(self.part, self.parts, self.screens)
        } else {
            say.progress_last(self.part, self.parts)
        }
    }
}

/// A text without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The text.
    pub text: String,
    /// It is about danger.
    pub danger: bool,
    /// Who to call, one a line; only with danger.
    pub phones: Vec<String>,
}

/// A question on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the person reads.
    pub text: String,
    /// The answer, when there is one.
    pub answer: Option<String>,
    /// It is asked now.
    pub active: bool,
}

/// What a prompt asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The answer to a question.
    Value,
    /// Whether more rows come.
    Rows,
    /// The reason or fact that must stand beside an answer.
    Reason,
    /// A note that may stand beside it.
    Note,
    /// Who said or saw it.
    Source,
    /// What kind of knowledge it is.
    Nature,
    /// When it was said or seen.
    Date,
    /// Whether to keep a text in which something stands that need not be known.
    Sensitive,
    /// Whether to remove a row.
    Remove,
    /// Another answer, to see what would move.
    WhatIf,
    /// Where to go.
    Menu,
    /// The screen after the last question.
    End,
}

/// What is asked now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What for.
    pub purpose: Purpose,
    /// Which answer it is about.
    pub key: Option<Key>,
    /// The number of the question, for `naar`.
    pub number: Option<usize>,
    /// What the person reads.
    pub text: String,
    /// What to know before answering: ask apart, the advice, an example.
    pub hints: Vec<String>,
    /// Questions and answers that stand beside it.
    pub beside: Vec<(String, String)>,
    /// How to answer.
    pub ask: Ask,
    /// The words that are an answer besides: *onbekend*, *geweigerd*, *n.v.t.*
    pub special: Vec<Line>,
    /// The answer there is, as a person reads it.
    pub current: Option<String>,
    /// The same as it could be typed: to start from.
    pub typed: Option<String>,
    /// It need not be answered: leaving it goes on.
    pub optional: bool,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the interpreter knows it by.
    pub id: String,
    /// What the person reads.
    pub text: String,
    /// Help with it.
    pub help: Option<String>,
}

/// How to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// ja, nee, onbekend, geweigerd.
    YesNo {
        /// Also n.v.t.
        not_applicable: bool,
    },
    /// One of these.
    One(Vec<Line>),
    /// Any of these.
    Many {
        /// What to choose from.
        lines: Vec<Line>,
        /// None at all is an answer.
        may_be_none: bool,
        /// People: somebody can be added.
        can_add: bool,
    },
    /// One of these people or rows.
    Row {
        /// What to choose from.
        lines: Vec<Line>,
        /// None at all is an answer.
        may_be_none: bool,
        /// People: somebody can be added.
        can_add: bool,
    },
    /// An order.
    Order {
        /// What to put in order.
        lines: Vec<Line>,
        /// How many places there are; no wall.
        at_most: usize,
    },
    /// A number.
    Number {
        /// What can be filled in: *van 0 tot en met 10*, with its unit.
        range: String,
        /// Words at some of the numbers.
        labels: Vec<Line>,
    },
    /// A date.
    Date,
    /// A text.
    Text {
        /// More than one line is expected.
        multiline: bool,
    },
    /// Go on, or pause.
    Notice,
    /// One more row, or these are all.
    More {
        /// What one row is called.
        row_name: String,
        /// The rows there are.
        rows: Vec<String>,
    },
    /// Yes or no, and nothing else.
    Confirm {
        /// What yes does.
        yes: String,
        /// What no does.
        no: String,
    },
    /// Where to go.
    Menu(Vec<Line>),
}

impl Ask {
    /// What can be chosen.
    pub fn lines(&self) -> &[Line] {
        match self {
            Self::One(lines) | Self::Menu(lines) => lines,
            Self::Many { lines, .. } | Self::Row { lines, .. } | Self::Order { lines, .. } => lines,
            _ => &[],
        }
    }

    /// Whether any words can be the answer, so that words with another meaning must be marked.
    pub const fn is_free(&self) -> bool {
        matches!(self, Self::Text { .. })
    }
}

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// What it is about.
    pub title: String,
    /// Paragraphs.
    pub text: Vec<String>,
    /// It is about danger.
    pub danger: bool,
}
