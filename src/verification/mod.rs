//! Does a stored result still say what follows from its answers? Compares what is stated with what is computed here:
//! the list with its version and content, every outcome, and what explains it. Knows no file and no clock.
//!
//! `stated` reads what a result says · `list` holds its lists against those here · `compare` its members ·
//! `outcome` its outcomes · `check` does all that · `refusal` a line that says what is wrong with its record · `words` says each finding in Dutch · `form` is the report for a program.

mod addend;
mod check;
mod compare;
mod form;
mod list;
mod outcome;
mod refusal;
mod stated;
mod words;

pub use addend::Addend;
pub use check::{Refused, check, not_computed};
pub use form::ReportForm;
pub use list::{Claim, lists};
pub use refusal::{error_line, refusal};
pub use stated::{Day, Stated};
pub use words::{message, todo, value};

use serde_json::Value as Json;

use crate::plan::words;
use crate::questionnaire::ListVersion;

words! {
    /// What kind of difference. A code never changes meaning.
    Code {
        /// The list is not here.
        NoList => "lijst_niet_hier",
        /// The result is of another list than the one that was given.
        OtherList => "andere_lijst",
        /// Another version of the list is here.
        OtherVersion => "andere_versie",
        /// The same version is here, with another content.
        OtherContent => "andere_inhoud",
        /// The content is the same and the version is not, which cannot be.
        VersionClash => "versie_past_niet",
        /// A used list is stated that this list does not use, or the other way round.
        UsedLists => "meegenomen_lijsten",
        /// The day is no day.
        Day => "dag",
        /// The answers are not there.
        NoAnswers => "geen_antwoorden",
        /// The answers beside it are of another record.
        OtherRecord => "ander_record",
        /// An answer that the list does not take.
        Answer => "antwoord",
        /// The value, the bounds or the certainty of an outcome differ.
        Outcome => "uitkomst",
        /// What explains an outcome differs.
        Explanation => "uitleg",
        /// An outcome is missing.
        MissingOutcome => "uitkomst_ontbreekt",
        /// An outcome that the list does not give.
        ExtraOutcome => "uitkomst_te_veel",
        /// Something else that is stated differs.
        Other => "overig",
        /// The answers were refused, and now are not, or not for the same.
        Refusal => "weigering",
        /// Something that belongs there is missing.
        Missing => "ontbreekt",
        /// Something stands twice, or has a form that it cannot have.
        Form => "vorm",
        /// Something was changed after it was made.
        Print => "vingerafdruk",
        /// In the plan and not in the case.
        Added => "toegevoegd",
        /// In the case and not in the plan.
        Gone => "weg",
        /// Both, and not the same.
        Changed => "veranderd",
        /// It cannot be read.
        Unreadable => "onleesbaar",
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What kind.
    pub code: Code,
    /// Which member: `uitkomsten.drempel.waarde`.
    pub place: String,
    /// The id of the derived value that it is about.
    pub about: Option<String>,
    /// What is stated; null for nothing.
    pub stated: Json,
    /// What is computed, or is here; null for nothing.
    pub computed: Json,
    /// What was already said about it, and what to do: of an answer.
    pub said: Option<(String, String)>,
    /// Both sides in words, where it is the value of an outcome.
    pub sides: Option<Sides>,
    /// How a computed sum comes about.
    pub addends: Vec<Addend>,
}

/// A stated value and a computed one, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// What is stated.
    pub stated: String,
    /// What is computed.
    pub computed: String,
    /// Why that, or what is still open in it.
    pub because: String,
}

impl Finding {
    /// A difference in this member.
    pub fn new(code: Code, place: impl Into<String>, stated: Json, computed: Json) -> Self {
        Self {
            code,
            place: place.into(),
            about: None,
            stated,
            computed,
            said: None,
            sides: None,
            addends: Vec::new(),
        }
    }

    /// The last part of its place: `waarde`.
    pub fn member(&self) -> &str {
        self.place.rsplit('.').next().unwrap_or(&self.place)
    }
}

words! {
    /// What came of it.
    Verdict {
        /// All that is stated is so.
        Right => "klopt",
        /// Something differs.
        Differs => "wijkt_af",
        /// There was nothing to compute: the result itself says that its answers were refused.
        NotComputed => "niet_nagerekend",
        /// A line of a batch that says that its record could not be assessed, and so it is.
        ErrorLine => "foutregel",
    }
}

words! {
    /// What was looked at.
    Of {
        /// What `weeg` prints, or a line of a batch.
        Result => "resultaat",
        /// A plan file.
        Plan => "plan",
    }
}

/// All that came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What was looked at.
    pub of: Of,
    /// What the record calls itself, in a batch; null without.
    pub id: Json,
    /// What came of it.
    pub verdict: Verdict,
    /// The list that was used.
    pub list: Option<ListVersion>,
    /// The day that was used.
    pub day: Option<Day>,
    /// The ids of the outcomes that are stated and the same.
    pub same: Vec<String>,
    /// What differs.
    pub findings: Vec<Finding>,
    /// What a partner filled in, in a plan: no fault.
    pub filled: Vec<Finding>,
    /// What is not stated, and so was not looked at.
    pub not_stated: Vec<String>,
    /// What this program does not know, and so was not looked at.
    pub unknown: Vec<String>,
    /// Rules that stand elsewhere in the file of the list than they did.
    pub moved: usize,
    /// What else there is to know, in Dutch.
    pub notes: Vec<String>,
}

impl Report {
    /// An empty report: all is well.
    pub fn new(of: Of) -> Self {
        Self {
            of,
            id: Json::Null,
            verdict: Verdict::Right,
            list: None,
            day: None,
            same: Vec::new(),
            findings: Vec::new(),
            filled: Vec::new(),
            not_stated: Vec::new(),
            unknown: Vec::new(),
            moved: 0,
            notes: Vec::new(),
        }
    }

    /// Notes a difference.
    pub fn find(&mut self, finding: Finding) {
        self.verdict = Verdict::Differs;
        self.findings.push(finding);
    }

    /// The differences of these outcomes' values, not of what explains them.
    pub fn only_explained_otherwise(&self) -> bool {
        !self.findings.is_empty()
            && self
                .findings
                .iter()
                .all(|one| one.code == Code::Explanation)
    }
}
