//! The checked questionnaire: what every other module works with. Every name in it is resolved, every text is there,
//! every used list stands in its place. Only `lower` makes one; nothing here reads YAML or a file.

use chrono::NaiveDate;

use super::condition::Condition;
use super::derived::{Derived, NotApplicable};
use super::name::{DerivedIx, NumberRef, QuestionIx, Text};
use super::number::Number;
use super::period::Period;
use super::property::Property;
use super::question::Question;
use super::role::Role;
use crate::problem::Place;

/// Which list, in which version, with which content: what makes a result recomputable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListVersion {
    /// The list's id.
    pub id: String,
    /// Its version, three numbers.
    pub version: String,
    /// SHA-256 of its canonical checked form with all it uses, lower-case hexadecimal.
    pub sha256: String,
}

/// A checked list of questions, with all lists that it uses set in their places.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// This list itself.
    pub version: ListVersion,
    /// Every other list that stands in it, by id.
    pub uses: Vec<ListVersion>,
    /// Its title.
    pub title: Text,
    /// What it is for, and what not.
    pub about: Option<Text>,
    /// From when the rules (not the file) hold.
    pub valid_from: Option<NaiveDate>,
    /// What the list rests on.
    pub source: String,
    /// The parts, in the order in which they are walked.
    pub parts: Vec<Part>,
    /// All questions in the order in which they are asked; the questions of a list's rows follow their list.
    pub questions: Vec<Question>,
    /// All derived values; each stands after what it needs.
    pub derived: Vec<Derived>,
    /// When no outcome may be given.
    pub not_applicable: Vec<NotApplicable>,
    /// Named numbers, each with its dated rows, oldest first.
    pub numbers: Vec<NamedNumber>,
    /// What differs per profession or organisation, as it is set here.
    pub settings: Vec<NamedSetting>,
    /// What the author says must be so for all answers together.
    pub properties: Vec<Property>,
    /// From when one waits for what, and how long.
    pub periods: Vec<Period>,
    /// The list of persons, when there is one.
    pub persons: Option<QuestionIx>,
}

impl Questionnaire {
    /// The question at this place.
    pub fn question(&self, at: QuestionIx) -> &Question {
        &self.questions[at.0]
    }

    /// The derived value at this place.
    pub fn derived(&self, at: DerivedIx) -> &Derived {
        &self.derived[at.0]
    }

    /// The question with this full id.
    pub fn find(&self, id: &str) -> Option<QuestionIx> {
        self.questions
            .iter()
            .position(|question| &*question.id.0 == id)
            .map(QuestionIx)
    }

    /// The derived value with this id.
    pub fn find_derived(&self, id: &str) -> Option<DerivedIx> {
        self.derived
            .iter()
            .position(|derived| derived.id == id)
            .map(DerivedIx)
    }

    /// The question that has this role.
    pub fn by_role(&self, role: Role) -> Option<QuestionIx> {
        self.questions
            .iter()
            .position(|question| question.role == Some(role))
            .map(QuestionIx)
    }

    /// The value of a named number on this date: that of its latest row that already holds, else of its first.
    pub fn number(&self, of: NumberRef, on: NaiveDate) -> Number {
        match of {
            NumberRef::Literal(number) => number,
            NumberRef::Named(at) => {
                let rows = &self.numbers[at].rows;
                let now = rows
                    .iter()
                    .rev()
                    .find(|row| row.from.is_none_or(|from| from <= on));
                now.or(rows.first()).map_or(Number::ZERO, |row| row.value)
            }
        }
    }

    /// All indexes of questions, in order.
    pub fn question_indexes(&self) -> impl Iterator<Item = QuestionIx> + use<> {
        (0..self.questions.len()).map(QuestionIx)
    }
}

/// A number that a rule uses by name, with the rows that hold from a date.
#[derive(Clone, Debug)]
pub struct NamedNumber {
    /// Its name.
    pub id: String,
    /// Its rows, oldest first; never empty.
    pub rows: Vec<NumberRow>,
}

/// One dated, sourced value of a named number.
#[derive(Clone, Debug)]
pub struct NumberRow {
    /// From when it holds; absent: always did.
    pub from: Option<NaiveDate>,
    /// The value.
    pub value: Number,
    /// What it is.
    pub title: Option<Text>,
    /// What it counts: *dagen*.
    pub unit: Option<Text>,
    /// What it is for.
    pub help: Option<Text>,
    /// Where it comes from.
    pub source: String,
    /// How sure that is, where the author says so.
    pub certainty: Option<Certainty>,
    /// Where it stands.
    pub place: Place,
}

/// How sure a number or setting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Read in the source itself.
    Sure,
    /// A reading of the source by who wrote the list.
    Derived,
    /// Looked for and not found: the value of the base stands.
    NotFound,
}

impl Certainty {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Derived, Self::NotFound];

    /// The word in a list.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sure => "zeker",
            Self::Derived => "afgeleid",
            Self::NotFound => "niet_gevonden",
        }
    }
}

/// A setting, for who reads the list: its conditions were decided when the list was checked.
#[derive(Clone, Debug)]
pub struct NamedSetting {
    /// Its full name.
    pub id: String,
    /// What it is.
    pub title: Option<Text>,
    /// What it is for.
    pub help: Option<Text>,
    /// The values it can have.
    pub values: Vec<String>,
    /// The one it has.
    pub value: String,
    /// Where it comes from.
    pub source: String,
    /// How sure that is, where the author says so.
    pub certainty: Option<Certainty>,
    /// Where it is given the value that it has.
    pub place: Place,
}

/// A part of the list: a heading with questions.
#[derive(Clone, Debug)]
pub struct Part {
    /// Full id: `meldcode.stap1`, or without prefix for the list's own.
    pub id: String,
    /// Which list it comes from.
    pub list: String,
    /// Its title.
    pub title: Text,
    /// What to know before it starts.
    pub about: Option<Text>,
    /// The part belongs only where this holds (its own condition and that of the place where it is used).
    pub when: Option<Condition>,
    /// Where each condition stands that `when` is made of: those of the places where its list is used, from outside in,
    /// and then its own. With more than one, `when` is all of them, in this order.
    pub when_at: Vec<Place>,
    /// Its questions stand on one screen.
    pub together: bool,
    /// Its questions, in order; questions of rows stand in their list, not here.
    pub questions: Vec<QuestionIx>,
    /// Where it stands.
    pub place: Place,
}
