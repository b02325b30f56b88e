//! The checked questionnaire: what every other module works with. Every name in it is resolved, every text is there,
//! every used list stands in its place. Only `lower` makes one; nothing here reads YAML or a file.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use super::number::Number;
use super::role::{DerivedRole, OptionRole, Role};
use crate::problem::Place;

/// The full id of a question: `rihg.kleur_wapens`, or with its list for a question of a row: `afspraken/wie`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub Arc<str>);

/// The id of an option of a question, or of a level of a derived value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionId(pub Arc<str>);

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for OptionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for OptionId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<&str> for QuestionId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// Where a question stands in [`Questionnaire::questions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIx(pub usize);

/// Where a derived value stands in [`Questionnaire::derived`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DerivedIx(pub usize);

/// A text in one or more languages; Dutch is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The Dutch text.
    pub nl: String,
    /// The same text in other languages, by language code.
    pub other: BTreeMap<String, String>,
}

impl Text {
    /// The text in this language, or in Dutch where it has none.
    pub fn get(&self, language: &str) -> &str {
        self.other.get(language).map_or(&self.nl, String::as_str)
    }
}

impl From<&str> for Text {
    fn from(nl: &str) -> Self {
        Self {
            nl: nl.to_owned(),
            other: BTreeMap::new(),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.nl)
    }
}

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
    /// Where it comes from.
    pub source: String,
    /// Where it stands.
    pub place: Place,
}

/// A number in a rule: written there, or by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberRef {
    /// Written in the rule.
    Literal(Number),
    /// An index in [`Questionnaire::numbers`].
    Named(usize),
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
    /// Its questions stand on one screen.
    pub together: bool,
    /// Its questions, in order; questions of rows stand in their list, not here.
    pub questions: Vec<QuestionIx>,
    /// Where it stands.
    pub place: Place,
}

/// One thing asked.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its full id.
    pub id: QuestionId,
    /// What the person reads.
    pub text: Text,
    /// Help with the answer.
    pub help: Option<Text>,
    /// Why it is asked.
    pub why: Option<Text>,
    /// An example of a good answer.
    pub example: Option<Text>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// It belongs only where this holds.
    pub when: Option<Condition>,
    /// The part it stands in (for a question of a row: the part of its list).
    pub part: usize,
    /// The list whose rows have this question.
    pub parent: Option<QuestionIx>,
    /// Offered as more depth, not imposed.
    pub more: bool,
    /// An empty answer is good.
    pub may_be_empty: bool,
    /// *n.v.t.* is a possible answer.
    pub allows_not_applicable: bool,
    /// Ask only when nobody listens in.
    pub apart: bool,
    /// When a reason belongs with the answer.
    pub note: NoteRule,
    /// This is the decision beside that advice.
    pub advice: Option<DerivedIx>,
    /// What it means in a case or plan.
    pub role: Option<Role>,
    /// What it rests on.
    pub source: String,
    /// Where it stands.
    pub place: Place,
}

impl Question {
    /// Its options, for kinds that have them.
    pub fn options(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice { options }
            | Kind::Choices { options }
            | Kind::Judgement { options, .. } => options,
            _ => &[],
        }
    }

    /// The last word of its id: what it is called within its own list.
    pub fn short_id(&self) -> &str {
        self.id.0.rsplit(['/', '.']).next().unwrap_or(&self.id.0)
    }

    /// Whether it can get an answer at all; a notice cannot.
    pub fn takes_answer(&self) -> bool {
        !matches!(self.kind, Kind::Notice { .. })
    }
}

/// When a reason (`toelichting`) must stand with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteRule {
    /// Never required.
    Free,
    /// Always required.
    Always,
    /// Required with these answers (`ja`, `nee`, `onbekend`, an option).
    With(Vec<OptionId>),
}

/// One of the possible answers of a choice, or a level of a derived value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: OptionId,
    /// What the person reads.
    pub text: Text,
    /// Help with it.
    pub help: Option<Text>,
    /// What it counts for in a sum.
    pub points: Option<Number>,
    /// What it means in a case or plan.
    pub role: Option<OptionRole>,
}

/// The kinds of question. Options stand from light to heavy.
#[derive(Clone, Debug)]
pub enum Kind {
    /// ja, nee, onbekend, geweigerd, n.v.t.
    YesNo {
        /// What *ja* counts for in a sum.
        yes: Number,
        /// What *nee* counts for in a sum.
        no: Number,
    },
    /// One of the options.
    Choice {
        /// The options, from light to heavy.
        options: Vec<Choice>,
    },
    /// Any of the options; none chosen is an answer too.
    Choices {
        /// The options.
        options: Vec<Choice>,
    },
    /// One of the options, chosen by the person and never computed.
    Judgement {
        /// The options, from light to heavy.
        options: Vec<Choice>,
        /// The questions whose answers are shown beside it.
        rests_on: Vec<QuestionIx>,
        /// From this option (an index) up, a concrete fact is required as note.
        fact_from: Option<usize>,
    },
    /// A whole number in a range.
    Scale {
        /// Lowest.
        from: i64,
        /// Highest.
        to: i64,
        /// Words at some of the numbers.
        labels: BTreeMap<i64, Text>,
    },
    /// A number.
    Number {
        /// Lowest, when bounded.
        from: Option<Number>,
        /// Highest, when bounded.
        to: Option<Number>,
        /// Answers are multiples of this, counted from zero.
        step: Number,
        /// For example *jaar*.
        unit: Option<Text>,
    },
    /// A date.
    Date {
        /// A later date than today is refused.
        not_after_today: bool,
    },
    /// Free text.
    Text {
        /// More than one line.
        multiline: bool,
        /// Vague words are pointed out.
        vague: bool,
    },
    /// Persons of the case.
    Person {
        /// More than one.
        several: bool,
    },
    /// Rows of another list.
    Row {
        /// That list.
        list: QuestionIx,
        /// More than one.
        several: bool,
    },
    /// A repeated group of questions.
    List {
        /// What one row is called: *afspraak*.
        row_name: Text,
        /// The questions of a row.
        questions: Vec<QuestionIx>,
        /// At least so many rows; 0 where none is fine.
        at_least: usize,
        /// At most so many rows.
        at_most: Option<usize>,
        /// The questions of a row stand on one screen.
        together: bool,
        /// The letter before a row's number in its id: `a` gives a1, a2 …
        letter: char,
    },
    /// The rows of a list in order of importance.
    Ranking {
        /// That list.
        list: QuestionIx,
        /// How many places are asked for; a default, not a wall.
        at_most: usize,
        /// Rows where this holds do not belong under rows where it does not; and what to say then.
        first: Option<(Condition, Text)>,
    },
    /// A text without an answer.
    Notice {
        /// Must be read; go on or pause.
        stop: bool,
        /// About danger: shown with the phone numbers.
        danger: bool,
    },
}

/// A condition: yes, no or unknown.
#[derive(Clone, Debug)]
pub enum Condition {
    /// Known when the list was checked, from its settings.
    Always(bool),
    /// About the answer to a question (of this row, for a question of a row).
    Answer {
        /// The question.
        question: QuestionIx,
        /// What must hold of its answer.
        test: Test,
    },
    /// About a derived value.
    Derived {
        /// The derived value.
        derived: DerivedIx,
        /// What must hold of it.
        test: Test,
    },
    /// All hold; holds when empty.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// Does not hold.
    Not(Box<Condition>),
    /// At least this many of them hold.
    AtLeast(usize, Vec<Condition>),
    /// The number of rows (for which the condition holds) compares so.
    Rows {
        /// The list.
        list: QuestionIx,
        /// Which rows count; absent: all.
        holds: Option<Box<Condition>>,
        /// What their number must be.
        compare: Compare,
    },
    /// Holds for every row.
    EveryRow {
        /// The list.
        list: QuestionIx,
        /// What must hold.
        holds: Box<Condition>,
    },
    /// Possibly holds, with what is known now. Only in routing.
    May(Box<Condition>),
    /// Certainly holds, with what is known now. Only in routing.
    Sure(Box<Condition>),
}

/// What must hold of an answer or value.
#[derive(Clone, Debug)]
pub enum Test {
    /// Is one of these: `ja`, `nee`, `nvt`, an option or a level.
    Is(Vec<OptionId>),
    /// Has chosen at least one of these options, persons or rows.
    Contains(Vec<OptionId>),
    /// Compares with a number.
    Compare(Compare),
    /// Lies before (exclusive) this day.
    Before(Day),
    /// Lies after (exclusive) this day.
    After(Day),
    /// Has the same answer as this question; of persons and rows: one in common.
    SameAs(QuestionIx),
}

/// A comparison with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compare {
    /// How.
    pub op: Op,
    /// With what.
    pub to: NumberRef,
}

/// How two numbers compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// ≥
    AtLeast,
    /// ≤
    AtMost,
    /// >
    MoreThan,
    /// <
    LessThan,
    /// =
    Equal,
}

/// A day in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// A date.
    On(NaiveDate),
    /// The day of the assessment, and so many days later (or earlier).
    Today(i64),
}

/// No outcome may be given when this holds.
#[derive(Clone, Debug)]
pub struct NotApplicable {
    /// When.
    pub when: Condition,
    /// Why.
    pub reason: Text,
    /// Where it stands.
    pub place: Place,
}

/// A number or level computed from answers.
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
pub enum Term {
    /// An input, times a factor.
    Times(Input, NumberRef),
    /// These points when the condition holds.
    Points(Condition, NumberRef),
    /// These points for each row where the condition holds.
    RowPoints(QuestionIx, Condition, NumberRef),
}

/// The ways to compute a derived value.
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
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
