//! One question: what it asks, what kind of answer it takes, what it means in a case.

use std::collections::BTreeMap;

use super::condition::Condition;
use super::name::{DerivedIx, OptionId, QuestionId, QuestionIx, Text};
use super::number::Number;
use super::role::{OptionRole, Role};
use crate::problem::Place;

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
    /// Who else can be asked after it: adults and organisations, never a child.
    pub sources: Vec<Text>,
    /// It is about what a child says or shows of its own accord: somebody listens, and asks nothing.
    pub listen: bool,
    /// It comes from outside, such as an exercise: shown and never changed; of a list nobody adds or removes rows.
    pub given: bool,
    /// When a reason belongs with the answer.
    pub note: NoteRule,
    /// This is the decision beside that advice.
    pub advice: Option<DerivedIx>,
    /// Which rows can be chosen; absent: all.
    pub only: Option<Only>,
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

    /// The option that says that one does not know: *onbekend* and *geweigerd* are this answer here.
    pub fn in_doubt(&self) -> Option<&Choice> {
        let (Kind::Choice { options } | Kind::Judgement { options, .. }) = &self.kind else {
            return None;
        };
        options
            .iter()
            .find(|option| option.role == Some(OptionRole::InDoubt))
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

/// Which rows of a list can be chosen: those that have one of these answers to a question of theirs, or none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only {
    /// The question in those rows.
    pub question: QuestionIx,
    /// The answers with which a row can be chosen.
    pub answers: Vec<OptionId>,
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
        /// The questions of a row by which it is weighed against other rows; without, nothing is said about the order.
        weighs: Vec<Weight>,
    },
    /// A text without an answer.
    Notice {
        /// Must be read; go on or pause.
        stop: bool,
        /// About danger: shown with the phone numbers.
        danger: bool,
    },
}

/// A question of ranked rows by which they are weighed against each other. Its options stand from light to heavy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The question, in the rows that are ranked.
    pub question: QuestionIx,
    /// Where others rate the same.
    pub also: Option<AlsoRated>,
}

/// Where somebody else rates what is ranked: in the rows of another list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlsoRated {
    /// The same question, there.
    pub question: QuestionIx,
    /// Which of the ranked rows it is about.
    pub about: QuestionIx,
}
