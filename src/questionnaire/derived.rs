//! What follows from the answers: formulas with their levels, rules and sources.

use super::condition::Condition;
use super::name::{DerivedIx, NumberRef, OptionId, QuestionIx, Text};
use super::question::Choice;
use super::role::DerivedRole;
use crate::problem::Place;

/// No outcome may be given when this holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotApplicable {
    /// When.
    pub when: Condition,
    /// Why.
    pub reason: Text,
    /// Where it stands.
    pub place: Place,
}

/// A number or level computed from answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// Full id.
    pub id: String,
    /// Its title.
    pub title: Option<Text>,
    /// What it means.
    pub help: Option<Text>,
    /// Has a value only where this holds.
    pub when: Option<Condition>,
    /// How it is computed.
    pub formula: Formula,
    /// Its levels from light to heavy, with their texts; empty for numbers.
    pub levels: Vec<Choice>,
    /// Which estimate is shown while answers are missing. Never moves the bounds.
    pub unknown: Policy,
    /// What it means in a case or plan.
    pub role: Option<DerivedRole>,
    /// What it rests on.
    pub source: String,
    /// Where it stands.
    pub place: Place,
}

/// What to show as an estimate while answers are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Nothing.
    Withhold,
    /// In proportion to what is known, with at most so many missing.
    ProRata(usize),
    /// As if the missing answers were *nee*, the lightest option, the lowest number.
    AsNo,
    /// As if the missing answers were *ja*, the heaviest option, the highest number.
    AsYes,
}

/// Something a formula takes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A question's answer.
    Question(QuestionIx),
    /// This question of each row of its list.
    Rows(QuestionIx),
    /// A derived value.
    Derived(DerivedIx),
    /// A number.
    Number(NumberRef),
}

/// One addition to a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// An input, times a factor.
    Times(Input, NumberRef),
    /// These points when the condition holds.
    Points(Condition, NumberRef),
    /// These points for each row where the condition holds.
    RowPoints(QuestionIx, Condition, NumberRef),
}

/// The ways to compute a derived value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Adds up.
    Sum(Vec<Term>),
    /// How many of these conditions hold.
    Count(Vec<Condition>),
    /// For how many rows it holds.
    CountRows {
        /// The list.
        list: QuestionIx,
        /// Which rows count; absent: all.
        holds: Option<Condition>,
    },
    /// The heaviest option or largest number.
    Highest(Vec<Input>),
    /// The lightest option or smallest number.
    Lowest(Vec<Input>),
    /// One divided by the other; no value when the divisor is zero.
    Ratio(Input, Input),
    /// From number to level.
    Bands {
        /// The number.
        of: Input,
        /// The bands, from low to high.
        rows: Vec<Band>,
    },
    /// The first row that matches.
    Table(Vec<RuleRow>),
    /// The first rule that holds.
    Rules(Vec<RuleRow>),
}

/// One band: these bounds, this level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// From here (inclusive); absent: from anywhere.
    pub from: Option<NumberRef>,
    /// To here; absent: to anywhere.
    pub to: Option<NumberRef>,
    /// Whether the upper bound itself belongs.
    pub to_inclusive: bool,
    /// The level.
    pub level: OptionId,
    /// What the reader sees as why.
    pub reason: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// One rule, or row of a table: when it holds (absent: otherwise), this level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRow {
    /// When; a row of a table is the conjunction of its columns.
    pub when: Option<Condition>,
    /// The level.
    pub level: OptionId,
    /// What the reader sees as why.
    pub reason: Option<Text>,
    /// Its own source, else that of the derived value.
    pub source: String,
    /// Where it stands.
    pub place: Place,
}
