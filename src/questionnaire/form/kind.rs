//! The kinds of question by name.

/// The kind of a question, without what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    YesNo,
    Choice,
    Choices,
    Judgement,
    Scale,
    Number,
    Date,
    Text,
    Person,
    Row,
    List,
    Ranking,
    Notice,
}

impl Sort {
    /// All kinds, in the order of the author's guide.
    pub const ALL: [Self; 13] = [
        Self::YesNo,
        Self::Choice,
        Self::Choices,
        Self::Judgement,
        Self::Scale,
        Self::Number,
        Self::Date,
        Self::Text,
        Self::Person,
        Self::Row,
        Self::List,
        Self::Ranking,
        Self::Notice,
    ];

    /// The name an author writes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::YesNo => "ja_nee",
            Self::Choice => "keuze",
            Self::Choices => "meerkeuze",
            Self::Judgement => "oordeel",
            Self::Scale => "schaal",
            Self::Number => "getal",
            Self::Date => "datum",
            Self::Text => "tekst",
            Self::Person => "persoon",
            Self::Row => "verwijzing",
            Self::List => "lijst",
            Self::Ranking => "rangorde",
            Self::Notice => "mededeling",
        }
    }

    /// Whether its answers are options.
    pub fn has_options(self) -> bool {
        matches!(self, Self::Choice | Self::Choices | Self::Judgement)
    }

    /// Whether its answers are numbers.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Scale | Self::Number)
    }

    /// Whether it can stand in the row of a list.
    pub fn fits_in_row(self) -> bool {
        !matches!(self, Self::List | Self::Ranking)
    }
}
