//! What may stand where in a list: every form with its keys, and what each key holds. The loader reads by these tables
//! and the schemas for editors are made from them, so that the two cannot differ. Knows no tree, no fault and no words of
//! explanation: those stand in the author's guide.

mod condition;
mod derived;
mod frame;
mod head;
mod kind;
mod paper;
mod period;
mod property;
mod question;
mod reader;

pub use condition::{CONDITIONS, TESTED};
pub use derived::{
    BAND, BANDS, CELL, COUNTS, DERIVED, POLICY, RATIO, ROWS_INPUT, RULES, TABLE, TABLE_ROW, TERMS,
    WAYS,
};
pub use frame::PAPER_ROOM;
pub use head::{
    ADAPTATION, ADAPTED_SETTINGS, CHANGE, FIXED, GROUNDED, LEVEL, LIST, MOVE, NO_LEVEL,
    NOT_AN_OPTION, NOT_APPLICABLE, NUMBER, OPTION, PARTS, SCALES, SETTING, SOURCES,
};
pub use kind::Sort;
pub use paper::{PAPER, PAPER_COLUMN, PAPER_DAYS, PAPER_PART, PAPER_QUESTION, PAPER_REFUSES};
pub use period::{LENGTHS, OF_A_PERIOD, PERIOD};
pub use property::PROPERTIES;
pub use question::{FIRST, LABELS, NOTE, ONLY, QUESTION, WEIGHT, YES_NO_POINTS};
pub use reader::{READER, READER_ASK, READER_FIELD, READER_PART};

/// One map: which keys it may have.
#[derive(Debug)]
pub struct Form {
    /// One word for it, also the name of its schema.
    pub name: &'static str,
    /// The same with an article, as messages call it: *een vraag*.
    pub what: &'static str,
    /// The section of the author's guide that explains its keys, and what the table there is headed by.
    pub guide: (u8, &'static str),
    /// The key by which it is told from the other forms that may stand in the same place.
    pub mark: Option<&'static str>,
    /// Its keys, in the order of the author's guide.
    pub keys: &'static [Key],
    /// What its other keys hold, where the author names them.
    pub rest: Option<Rest>,
    /// What must hold of its keys together.
    pub together: &'static [Together],
}

/// One key of a form.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// Whether it must be there.
    pub needed: bool,
    /// What stands behind it.
    pub holds: Holds,
    /// The kinds of question that have it; empty where every one has, and outside questions.
    pub only: &'static [Sort],
}

/// Keys that the author names.
#[derive(Clone, Copy, Debug)]
pub struct Rest {
    /// The names are whole numbers.
    pub numbers: bool,
    /// What stands behind each.
    pub holds: Holds,
}

/// What must hold of several keys.
#[derive(Clone, Copy, Debug)]
pub enum Together {
    /// One of these at least.
    Some(&'static [&'static str]),
    /// Exactly one of these.
    One(&'static [&'static str]),
    /// Not both.
    NotBoth(&'static str, &'static str),
    /// With the first, or with the first of this value, comes the last.
    Needs(&'static str, Option<&'static str>, &'static str),
}

/// What a key holds.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// A text, in one or more languages.
    Text,
    /// Any word, number or text.
    Word,
    /// A new id, which cannot be one of these words.
    Id {
        /// Words with a meaning of their own.
        taken: &'static [&'static str],
    },
    /// Three numbers.
    Version,
    /// `ja` or `nee`.
    Flag,
    /// A number.
    Number,
    /// A number above zero.
    Positive,
    /// A whole number.
    Whole,
    /// A whole number from zero up.
    Size,
    /// A number, or the name of one.
    NumberOrName,
    /// A date.
    Date,
    /// A date, or a day counted from today.
    Day,
    /// One small letter.
    Letter,
    /// `vanaf` and an option.
    From,
    /// The name of a kind of question.
    Kind,
    /// What a question means in a case; which, depends on its kind and place.
    QuestionRole,
    /// What an option means in a case.
    OptionRole,
    /// What a derived value means in a case.
    DerivedRole,
    /// One of these words.
    Words(&'static [&'static str]),
    /// A condition; with `kan` and `zeker` where it says whether something is asked.
    Condition {
        /// It says whether something is asked.
        routing: bool,
    },
    /// A question, or a question of a row.
    Question {
        /// It is one of a row.
        in_row: bool,
    },
    /// A map.
    Form(&'static Form),
    /// A map of one of these forms.
    OneOf(&'static [Form]),
    /// Either of these.
    Either(&'static Holds, &'static Holds),
    /// A row, perhaps an empty one.
    Rows(&'static Holds),
    /// A row with something in it.
    Filled(&'static Holds),
    /// One, or a row of them.
    OneOrMore(&'static Holds),
    /// One, or a row of them with something in it.
    OneOrFilled(&'static Holds),
    /// What the same key holds in the thing that is changed; for changes to a list.
    Changed,
    /// Answers to a list.
    Answers,
}

impl Holds {
    /// A new id that can be any.
    const NEW_ID: Self = Self::Id { taken: &[] };
}

impl Form {
    pub(crate) const fn new(
        name: &'static str,
        what: &'static str,
        guide: (u8, &'static str),
        keys: &'static [Key],
    ) -> Self {
        Self {
            name,
            what,
            guide,
            mark: None,
            keys,
            rest: None,
            together: &[],
        }
    }

    const fn marked(self, mark: &'static str) -> Self {
        Self {
            mark: Some(mark),
            ..self
        }
    }

    pub(crate) const fn together(self, together: &'static [Together]) -> Self {
        Self { together, ..self }
    }

    pub(crate) const fn named(self, numbers: bool, holds: Holds) -> Self {
        Self {
            rest: Some(Rest { numbers, holds }),
            ..self
        }
    }

    /// Whether a question of this kind has this key.
    pub fn has(&self, name: &str, sort: Sort) -> bool {
        let mut keys = self.keys.iter();
        keys.any(|key| key.name == name && key.fits(sort))
    }

    /// The key with this name, the first where more kinds have one.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Key {
    /// Whether a question of this kind has it.
    pub fn fits(&self, sort: Sort) -> bool {
        self.only.is_empty() || self.only.contains(&sort)
    }

    const fn only(self, only: &'static [Sort]) -> Self {
        Self { only, ..self }
    }
}

/// A key that must be there.
pub(crate) const fn need(name: &'static str, holds: Holds) -> Key {
    Key {
        name,
        needed: true,
        holds,
        only: &[],
    }
}

/// A key that may be there.
pub(crate) const fn may(name: &'static str, holds: Holds) -> Key {
    Key {
        needed: false,
        ..need(name, holds)
    }
}
