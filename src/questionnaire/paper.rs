//! The checked paper: which answers to a list a reader sees, in which words and under which condition. Only `lower` makes
//! one; it holds no answer and knows no format.

use super::condition::Condition;
use super::frame::Frame;
use super::name::{DerivedIx, QuestionIx};
use crate::problem::Place;

/// A document that is built from the answers to one list.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The lists it goes with, by the id of their base.
    pub lists: Vec<String>,
    /// Who reads it.
    pub reader: String,
    /// Who reads it is not of the team, and why it may go there; absent: it stays inside.
    pub outside: Option<Outside>,
    /// What it rests on.
    pub source: String,
    /// Names, places and whatever else tells who somebody is are taken out.
    pub anonymous: bool,
    /// How days are told.
    pub days: Days,
    /// There is one for each person of this list.
    pub per: Option<QuestionIx>,
    /// The professional looks at each line before it leaves.
    pub review: bool,
    /// The numbers to call stand in it.
    pub phones: bool,
    /// What the reader should know first.
    pub about: Option<String>,
    /// What always stands at the end.
    pub closing: Option<String>,
    /// When it is not made.
    pub refuses: Vec<Refuses>,
    /// Its parts, or the columns of its one line.
    pub body: Body,
    /// Where it stands.
    pub place: Place,
}

/// When a paper is not made: the step would endanger somebody.
#[derive(Clone, Debug)]
pub struct Refuses {
    /// Where this holds; absent: always.
    pub when: Option<Condition>,
    /// Where this holds of whoever reads what is about another; absent: whoever reads.
    pub reader: Option<Condition>,
    /// Why.
    pub reason: String,
    /// What to do now.
    pub todo: String,
}

/// Why something may go to somebody outside the team. The ground itself is asked each time, and is not a free choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Consent, or the five points of a conflict of duties.
    Asked,
    /// Veilig Thuis, without consent.
    Report,
    /// Whoever reads it asked for what is kept about themself, or for a child.
    Access,
}

/// What a paper is made of.
#[derive(Clone, Debug)]
pub enum Body {
    /// A sheet, part by part.
    Sheet(Vec<PaperPart>),
    /// One line of a register.
    Line(Vec<Column>),
}

/// How days are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// 3 maart 2026.
    Full,
    /// maart 2026.
    Month,
    /// 3 dagen geleden.
    Ago,
    /// Not at all.
    Gone,
}

/// One part of a sheet.
#[derive(Clone, Debug)]
pub struct PaperPart {
    /// What its author writes around it.
    pub frame: Frame,
    /// It is there only where this holds.
    pub when: Option<Condition>,
    /// Questions, each with its answer.
    pub questions: Vec<Shown>,
    /// Outcomes, each with why.
    pub outcomes: Vec<DerivedIx>,
    /// Only outcomes that ask for attention: not those that are sure to be at their lightest.
    pub attention: bool,
    /// What is waited for, and until when.
    pub periods: bool,
    /// The questions that still have no known answer.
    pub open: bool,
    /// Rows of a list.
    pub rows: Option<PaperRows>,
    /// Only for whoever reads about themself.
    pub own: bool,
}

impl PaperPart {
    /// Whether it shows anything of the answers.
    pub fn is_filled(&self) -> bool {
        let asked = !self.questions.is_empty() || !self.outcomes.is_empty();
        asked || self.rows.is_some() || self.periods || self.open
    }
}

/// A question whose answer is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Which.
    pub question: QuestionIx,
    /// What it is called here; absent: as it is asked.
    pub label: Option<String>,
    /// With the reason that was given beside the answer.
    pub note: bool,
}

/// Rows of a list that are shown.
#[derive(Clone, Debug)]
pub struct PaperRows {
    /// The list.
    pub list: QuestionIx,
    /// Which rows; absent: all.
    pub when: Option<Condition>,
    /// Only rows in which this question names the person whom the paper is about.
    pub about: Option<QuestionIx>,
    /// And names nobody else.
    pub nobody_else: bool,
    /// What is shown of a row; the first leads.
    pub shown: Vec<Shown>,
    /// What must be known of each row that is shown, else there is no paper.
    pub needs: Vec<QuestionIx>,
}

/// One column of a register line.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub holds: Cell,
}

/// What a column holds.
#[derive(Clone, Debug)]
pub enum Cell {
    /// The answer to a question.
    Question(QuestionIx),
    /// An outcome.
    Outcome(DerivedIx),
    /// Whether this holds.
    Holds(Condition),
    /// How many rows there are, for which this holds.
    Count(QuestionIx, Option<Condition>),
    /// How many days lie between two answers.
    Between(QuestionIx, QuestionIx),
    /// Something about the case that is no answer.
    Given(Given),
}

/// What is known of a case beside its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Its number.
    Number,
    /// The day on which the paper is made.
    Day,
    /// Whose meldcode it follows.
    Profile,
}
