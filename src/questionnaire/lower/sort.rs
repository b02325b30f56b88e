//! The kinds of question by name, and which keys belong to which.

use crate::problem::{Code, did_you_mean};
use crate::questionnaire::raw::{Faults, word};
use crate::yaml::Node;

/// The kind of a question, without what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
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

/// The names of the kinds, in the order of the author's guide.
pub(super) const NAMES: [(&str, Sort); 13] = [
    ("ja_nee", Sort::YesNo),
    ("keuze", Sort::Choice),
    ("meerkeuze", Sort::Choices),
    ("oordeel", Sort::Judgement),
    ("schaal", Sort::Scale),
    ("getal", Sort::Number),
    ("datum", Sort::Date),
    ("tekst", Sort::Text),
    ("persoon", Sort::Person),
    ("verwijzing", Sort::Row),
    ("lijst", Sort::List),
    ("rangorde", Sort::Ranking),
    ("mededeling", Sort::Notice),
];

/// The keys that only some kinds have, with those kinds.
pub(super) const OWN_KEYS: [(&str, &[Sort]); 25] = [
    ("punten", &[Sort::YesNo]),
    ("opties", &[Sort::Choice, Sort::Choices, Sort::Judgement]),
    ("steunt_op", &[Sort::Judgement]),
    ("feit", &[Sort::Judgement]),
    ("van", &[Sort::Scale, Sort::Number]),
    ("tot", &[Sort::Scale, Sort::Number]),
    ("labels", &[Sort::Scale]),
    ("stap", &[Sort::Number]),
    ("eenheid", &[Sort::Number]),
    ("niet_na_vandaag", &[Sort::Date]),
    ("regels", &[Sort::Text]),
    ("vaag", &[Sort::Text]),
    ("meerdere", &[Sort::Person, Sort::Row]),
    ("rijen_van", &[Sort::Row, Sort::Ranking]),
    ("rij", &[Sort::List]),
    ("vragen", &[Sort::List]),
    ("samen", &[Sort::List]),
    ("minstens", &[Sort::List]),
    ("hoogstens", &[Sort::List, Sort::Ranking]),
    ("nummer", &[Sort::List]),
    ("eerst", &[Sort::Ranking]),
    ("weegt_op", &[Sort::Ranking]),
    ("stop", &[Sort::Notice]),
    ("gevaar", &[Sort::Notice]),
    ("mag_leeg", &MAY_BE_EMPTY),
];

/// The kinds whose answer may be left empty.
const MAY_BE_EMPTY: [Sort; 5] = [
    Sort::Text,
    Sort::Choices,
    Sort::Person,
    Sort::Row,
    Sort::Ranking,
];

impl Sort {
    /// Whether `mag_leeg` can stand with it.
    pub(super) fn may_be_empty(self) -> bool {
        MAY_BE_EMPTY.contains(&self)
    }

    /// The name an author writes.
    pub(super) fn name(self) -> &'static str {
        NAMES
            .iter()
            .find(|(_, sort)| *sort == self)
            .map_or("", |(name, _)| name)
    }

    /// Whether its answers are options.
    pub(super) fn has_options(self) -> bool {
        matches!(self, Self::Choice | Self::Choices | Self::Judgement)
    }

    /// Whether its answers are numbers.
    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Scale | Self::Number)
    }
}

/// The kind with this name.
pub(super) fn sort(node: &Node, faults: &Faults) -> Option<Sort> {
    let name = word(node, faults)?;
    let found = NAMES.iter().find(|(known, _)| *known == name);
    if found.is_none() {
        faults.say(
            Code::UnknownReference,
            &node.place,
            format!("De soort `{name}` bestaat niet."),
            did_you_mean(name, NAMES.iter().map(|(known, _)| *known)),
        );
    }
    found.map(|(_, sort)| *sort)
}
