//! One value in a plan, with what is known of it. *Onbekend* is a value here too, and never the same as not asked.

/// What was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said<T> {
    /// Not asked, or not answered yet.
    #[default]
    Nothing,
    /// Somebody says it is not known.
    Unknown,
    /// Whoever was asked would not say.
    Refused,
    /// This.
    Known(T),
}

/// One value and the remark beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<T> {
    /// What was said.
    pub said: Said<T>,
    /// The remark beside it.
    pub note: Option<String>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self {
            said: Said::Nothing,
            note: None,
        }
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self {
            said: Said::Known(value),
            note: None,
        }
    }
}

impl<T> Field<T> {
    /// The value, when it is known.
    pub fn known(&self) -> Option<&T> {
        match &self.said {
            Said::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Whether there is nothing to tell: not asked, and no remark.
    pub fn is_blank(&self) -> bool {
        matches!(self.said, Said::Nothing) && self.note.is_none()
    }
}

impl Field<String> {
    /// The text, when there is one and it is not empty.
    pub fn text(&self) -> Option<&str> {
        self.known()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
    }
}

impl Field<Vec<String>> {
    /// The ids; none while they are not known.
    pub fn ids(&self) -> &[String] {
        self.known().map_or(&[], Vec::as_slice)
    }

    /// Whether this id is among them.
    pub fn has(&self, id: &str) -> bool {
        self.ids().iter().any(|one| one == id)
    }
}

/// An option of the list, with its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// What the person chose, as they read it.
    pub text: String,
}

/// A number on a scale, with the word at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The number.
    pub number: i64,
    /// The word at this number, where the scale has one.
    pub label: Option<String>,
    /// The highest number of the scale, where that is known.
    pub highest: Option<i64>,
}

/// ja, nee, n.v.t.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YesNo {
    /// ja
    Yes,
    /// nee
    No,
    /// n.v.t.
    NotApplicable,
}

impl YesNo {
    /// As a person reads and a file writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "ja",
            Self::No => "nee",
            Self::NotApplicable => "nvt",
        }
    }

    /// The one with this word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Yes, Self::No, Self::NotApplicable]
            .into_iter()
            .find(|one| one.word() == word)
    }
}
