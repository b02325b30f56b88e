//! A participant's file: what somebody answered in an exercise, marked as invented. Holds no text of the case; a case or
//! plan of a real family is never read as one.

mod written;

pub use written::slug;

use chrono::{NaiveDate, NaiveDateTime};

use super::FORMAT;
use super::read::INVENTED;
use crate::answer::{ANSWERS, Answers, Key, read as read_answers};
use crate::problem::{Code, Problem};
use crate::questionnaire::raw::{Faults, Fields, repeated_keys, whole, word};
use crate::questionnaire::{ListVersion, Questionnaire};
use crate::text::nl;
use crate::yaml::{Node, read_tree};

/// The key by which such a file is known.
const MARK: &str = "oefening";
/// Rounds: on one's own, and after the talk.
const ROUNDS: std::ops::RangeInclusive<i64> = 1..=2;

/// What somebody answered in an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// About whom, to what and when.
    pub head: Head,
    /// The answers, without what the case gives.
    pub answers: Answers,
}

/// About whom, to what and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The case; none in the exercise on terms.
    pub case: Option<CaseRef>,
    /// The list.
    pub list: ListVersion,
    /// 1 on one's own, 2 after the talk.
    pub round: u8,
    /// A random short word, or the name that was typed.
    pub name: String,
    /// What somebody does for a living.
    pub function: Option<String>,
    /// Two people answered together.
    pub pair: bool,
    /// The day on which it was begun.
    pub day: NaiveDate,
    /// When it was begun, to the second; a file from elsewhere need not say.
    pub begun: Option<NaiveDateTime>,
    /// When what the makers chose was first read. In a file of the second round only where an answer was changed after that.
    pub key_read: Option<NaiveDateTime>,
    /// Whether somebody came to the end; a file from elsewhere need not say.
    pub done: Option<bool>,
}

/// Which case, in which version, with which content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRef {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its content.
    pub sha256: String,
}

impl From<&super::TrainingCase> for CaseRef {
    fn from(case: &super::TrainingCase) -> Self {
        Self {
            id: case.id.clone(),
            version: case.version.clone(),
            sha256: case.sha256.clone(),
        }
    }
}

/// A file whose head was read and whose answers were not yet: which list they are to, the head says.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The head.
    pub head: Head,
    answers: Option<Node>,
}

/// Whether a tree is meant as a participant's file.
pub fn is_participant(tree: &Node) -> bool {
    tree.get(MARK).is_some_and(|head| head.map().is_some())
}

/// Opens a participant's file. `file` is how messages call it.
///
/// # Errors
/// Every fault in its head.
pub fn open(bytes: &[u8], file: &str) -> Result<Opened, Vec<Problem>> {
    let tree = read_tree(bytes, file).map_err(|problem| vec![*problem])?;
    let faults = Faults::default();
    repeated_keys(&tree, &faults);
    let head = whole_file(&tree, &faults);
    match head {
        Some(head) if faults.count() == 0 => Ok(Opened {
            head,
            answers: tree.get(ANSWERS).cloned(),
        }),
        _ => Err(faults.into_sorted()),
    }
}

impl Opened {
    /// The whole, with its answers read against the list that the head names. Which version of that list, is for the
    /// caller to weigh.
    ///
    /// # Errors
    /// Every answer that the list does not take.
    pub fn answers(
        self,
        list: &Questionnaire,
        day: NaiveDate,
    ) -> Result<Participant, Vec<Problem>> {
        let answers = match &self.answers {
            Some(node) => read_answers(list, node, day)?,
            None => Answers::default(),
        };
        Ok(Participant {
            head: self.head,
            answers: without_given(list, &answers),
        })
    }
}

fn whole_file(tree: &Node, faults: &Faults) -> Option<Head> {
    let mut fields = Fields::open(tree, "een bestand van een deelnemer", faults)?;
    let head = fields.need(MARK);
    fields.allow(&[ANSWERS]);
    fields.finish();
    let mut fields = Fields::open(head?, "de kop van een oefening", faults)?;
    let format = fields.need("formaat").and_then(|node| whole(node, faults));
    let said = &nl().training;
    if let (Some(format), Some(node)) = (format.filter(|one| *one != FORMAT), head) {
        let says = said.other_format(format);
        faults.say(Code::BadValue, &node.place, says, said.other_format_todo());
    }
    let invented = fields.get(INVENTED).and_then(Node::text) == Some("ja");
    if let (false, Some(node)) = (invented, head) {
        let (says, tip) = (said.not_invented(), said.not_invented_todo());
        faults.say(Code::MissingKey, &node.place, says, tip);
    }
    let case = fields.get("casus").map(|node| reference(node, faults));
    let list = fields.need("vragenlijst");
    let list = list.and_then(|node| reference(node, faults));
    let round = fields.need("ronde").and_then(|node| round(node, faults));
    let name = fields.need("deelnemer").and_then(|node| word(node, faults));
    let function = fields.word("functie").map(str::to_owned);
    let pair = fields.flag("samen");
    fields.need("datum");
    let day = fields.date("datum");
    let begun = fields.get("begonnen").and_then(|node| moment(node, faults));
    let key_read = fields.get("sleutel_gelezen");
    let key_read = key_read.and_then(|node| moment(node, faults));
    let done = fields.flag("klaar");
    let done = head.and_then(|head| head.get("klaar")).map(|_| done);
    fields.finish();
    let list = list?;
    Some(Head {
        case: match case {
            None => None,
            Some(case) => Some(case?),
        },
        list: ListVersion {
            id: list.id,
            version: list.version,
            sha256: list.sha256,
        },
        round: round?,
        name: name?.to_owned(),
        function,
        pair,
        day: day?,
        begun,
        key_read,
        done,
    })
}

/// How a moment is written.
const MOMENT: &str = "%Y-%m-%dT%H:%M:%S";

fn moment(node: &Node, faults: &Faults) -> Option<NaiveDateTime> {
    let found = node
        .text()
        .and_then(|text| NaiveDateTime::parse_from_str(text, MOMENT).ok());
    if found.is_none() {
        let said = &nl().training;
        faults.say(
            Code::BadValue,
            &node.place,
            said.no_moment(),
            said.no_moment_todo(),
        );
    }
    found
}

fn round(node: &Node, faults: &Faults) -> Option<u8> {
    let round = whole(node, faults)?;
    if ROUNDS.contains(&round) {
        return u8::try_from(round).ok();
    }
    let said = &nl().training;
    let (says, tip) = (said.no_round(round), said.no_round_todo());
    faults.say(Code::BadValue, &node.place, says, tip);
    None
}

fn reference(node: &Node, faults: &Faults) -> Option<CaseRef> {
    let mut fields = Fields::open(node, "een verwijzing", faults)?;
    let id = fields.need("id").and_then(|node| word(node, faults));
    let version = fields.need("versie").and_then(|node| word(node, faults));
    let sha256 = fields.need("sha256").and_then(|node| word(node, faults));
    fields.finish();
    Some(CaseRef {
        id: id?.to_owned(),
        version: version?.to_owned(),
        sha256: sha256?.to_owned(),
    })
}

/// The answers without what was given: a case tells that better.
fn without_given(list: &Questionnaire, answers: &Answers) -> Answers {
    let mut kept = answers.clone();
    let given = |key: &Key| {
        let asked = list.find(&key.question.0);
        asked.is_some_and(|at| list.question(at).given)
    };
    for (key, _) in answers.iter().filter(|(key, _)| given(key)) {
        kept.forget(key);
    }
    kept
}
