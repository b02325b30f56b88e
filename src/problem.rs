//! A fault in a questionnaire, for its author: code, place, what is wrong, a tip. Drawn with file, line and caret.
//! Knows nothing of what a questionnaire means.

mod draw;
mod suggest;

pub use draw::draw;
pub use suggest::{did_you_mean, is_one_off, nearest};

/// A place in a file: line and column count from one; the column counts characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the user named it, or the path of a shipped list; empty for what stands in no file.
    pub file: std::sync::Arc<str>,
    /// Line, from one.
    pub line: usize,
    /// Column in characters, from one.
    pub column: usize,
    /// How many characters the caret spans; at least one.
    pub width: usize,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind of fault.
    pub code: Code,
    /// The word that is wrong.
    pub place: Place,
    /// Other places that matter, each with what stands there.
    pub also: Vec<(Place, String)>,
    /// What is wrong, in Dutch.
    pub message: String,
    /// What to do, in Dutch.
    pub tip: String,
}

impl Problem {
    /// A fault at one place.
    pub fn new(
        code: Code,
        place: Place,
        message: impl Into<String>,
        tip: impl Into<String>,
    ) -> Self {
        Self {
            code,
            place,
            also: Vec::new(),
            message: message.into(),
            tip: tip.into(),
        }
    }

    /// The same fault with one more place that matters.
    #[must_use]
    pub fn and(mut self, place: Place, says: impl Into<String>) -> Self {
        self.also.push((place, says.into()));
        self
    }
}

/// Puts faults in the order of the files: file, line, column, code; the same fault at the same place stays once.
pub fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| (&a.place, a.code, &a.message).cmp(&(&b.place, b.code, &b.message)));
    problems.dedup_by(|b, a| (&a.place, a.code, &a.message) == (&b.place, b.code, &b.message));
}

/// Declares the codes: each a stable printed code and a title.
macro_rules! codes {
    ($($variant:ident $code:literal $title:literal,)*) => {
        /// The kinds of fault. A printed code never changes meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $code, "`: ", $title, ".")] $variant,)*
        }

        impl Code {
            /// All of them, in order of their printed codes.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The printed code: `V101`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// What this kind of fault is, in one line.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

codes! {
    Syntax "V101" "het bestand is niet te lezen als YAML",
    TooLarge "V102" "het bestand is te groot of te diep",
    NotText "V103" "het bestand is geen gewone tekst",
    RepeatedKey "V104" "een sleutel staat er twee keer",
    UnknownKey "V201" "onbekende sleutel",
    WrongType "V202" "hier hoort iets anders",
    MissingKey "V203" "er ontbreekt een sleutel",
    BadId "V204" "deze naam kan niet",
    BadValue "V205" "dit getal, deze datum of deze versie kan niet",
    MissingSource "V206" "er ontbreekt een bron",
    MissingDutch "V207" "er ontbreekt een Nederlandse tekst",
    NestedList "V208" "deze soort kan niet in een lijst",
    BadRole "V209" "deze rol kan hier niet",
    RepeatedId "V301" "deze id bestaat al",
    UnknownReference "V302" "deze naam bestaat niet",
    UnknownOption "V303" "deze optie bestaat niet",
    Circle "V304" "een kring",
    WrongUse "V305" "dit past niet bij die vraag of afgeleide",
    Modal "V306" "kan en zeker horen hier niet",
    Unplaced "V307" "een onderdeel heeft geen plek",
    Adaptation "V308" "dit mag een aanpassing niet",
    NoRow "V309" "hier is geen rij waar dit over gaat",
    UsedTooEarly "V401" "een vraag wordt gebruikt voordat ze is gesteld",
    Unreachable "V402" "dit komt nooit aan de beurt",
    UnusedOption "V403" "een optie doet nergens iets",
    Gap "V404" "er zit een gat in",
    Overlap "V405" "twee banden overlappen elkaar",
    NoCase "V406" "er is geen proefgeval",
    CaseFails "V407" "een proefgeval komt anders uit",
    NeverGiven "V408" "een niveau komt nergens uit",
    UnusedName "V409" "een naam wordt nergens gebruikt",
    PropertyFails "V410" "een eigenschap klopt niet",
    PropertyUnproven "V411" "een eigenschap is niet na te gaan",
    PropertyEmpty "V412" "een eigenschap zegt niets",
}
