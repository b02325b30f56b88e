//! What was asked of everybody: a question, of a row of a case; of a question with several answers each of them.

use crate::answer::{Answers, Key, RowId, Value, show};
use crate::questionnaire::{Kind, OptionId, QuestionIx, Questionnaire, Role};
use crate::text::nl;
use crate::training::{Forms, Known, TrainingCase};

use super::{Ballot, Voice};

/// What a group talks about: an invented case, or the exercise on terms.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The case's id; nothing for the exercise on terms.
    pub id: Option<String>,
    /// What it is called.
    pub title: String,
    /// The list that was answered.
    pub list: &'a Questionnaire,
    /// The case with the makers' key, where it is here and may be shown.
    pub key: Option<&'a TrainingCase>,
    /// What the case gives: its rows and their texts.
    pub laid: Answers,
}

impl<'a> Subject<'a> {
    /// A case that is here.
    pub fn of_case(case: &'a TrainingCase, forms: &'a Forms) -> Self {
        let mut laid = Answers::default();
        case.lay_out(forms, Known::All, &mut laid);
        Self {
            id: Some(case.id.clone()),
            title: case.title.clone(),
            list: &forms.exercise,
            key: Some(case),
            laid,
        }
    }

    /// Whether somebody answered this.
    pub fn is_of(&self, voice: &Voice) -> bool {
        self.id == voice.case
    }

    /// The rows of a list: those of the case, or all that somebody answered.
    fn rows(&self, list: QuestionIx, voices: &[&Voice], ballots: &[&Ballot]) -> Vec<RowId> {
        let id = &self.list.question(list).id;
        if let Some(rows) = self.laid.rows(id) {
            return rows.ids.clone();
        }
        let mut found: Vec<RowId> = Vec::new();
        let said = voices.iter().filter_map(|voice| voice.answers.rows(id));
        found.extend(said.flat_map(|rows| rows.ids.iter().cloned()));
        let inside = format!("{id}/");
        let hands = ballots
            .iter()
            .filter(|one| one.key.question.0.starts_with(&inside));
        found.extend(hands.filter_map(|one| one.key.row.clone()));
        found.sort_by_key(|row| (row.0.len(), row.0.clone()));
        found.dedup();
        found
    }

    /// What a row says, in full.
    pub(super) fn told(&self, list: QuestionIx, row: &RowId) -> String {
        let given = self.list.question_indexes().find_map(|at| {
            let asked = self.list.question(at);
            let inside = asked.parent == Some(list) && asked.given;
            let answer = inside.then(|| self.laid.get(&asked.id, Some(row)))??;
            match &answer.value {
                Value::Text(text) => Some(text.clone()),
                _ => None,
            }
        });
        given.unwrap_or_else(|| row.to_string())
    }
}

/// The answers that can be given, and whether they have an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What a person reads of each.
    pub options: Vec<String>,
    /// The same as it is said aloud: of a scale the word without its number.
    pub short: Vec<String>,
    /// What each is called in a file.
    pub ids: Vec<String>,
    /// They stand from little to much.
    pub ordered: bool,
    /// The place of *onbekend*, or of the option that says so.
    pub unknown: usize,
    values: Vec<Value>,
    /// *onbekend* stands beside the options and is none of them.
    beside: bool,
}

impl Scale {
    /// The place of this value.
    pub fn at(&self, value: &Value) -> Option<usize> {
        match value {
            Value::Unknown | Value::Refused => Some(self.unknown),
            value => self.values.iter().position(|one| one == value),
        }
    }

    /// The value at this place.
    pub fn value(&self, at: usize) -> Option<&Value> {
        self.values.get(at)
    }

    /// The same place among those that have an order; nothing for *onbekend*.
    pub fn step(&self, at: usize) -> Option<usize> {
        (!(self.beside && at == self.unknown)).then_some(at)
    }

    /// How many have an order.
    pub fn steps(&self) -> usize {
        self.options.len() - usize::from(self.beside)
    }
}

/// One thing that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Which question, of which row.
    pub key: Key,
    /// The question.
    pub question: QuestionIx,
    /// Of a question with several answers, which of them.
    pub option: Option<OptionId>,
    /// What was asked.
    pub asked: String,
    /// Of what: the row or the answer.
    pub about: Option<String>,
    /// What could be answered.
    pub scale: Scale,
    /// How much a difference weighs.
    pub weight: Weight,
}

/// What a difference is about, the heaviest first: where a room has time for one question, it is the safest one to have
/// talked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Danger, the first step, a red flag, how soon it must stop, the conclusion, the decision.
    Safety,
    /// How heavy a situation is.
    Rating,
    /// All else.
    Other,
}

/// By where a question stands and how it is answered, not by its id.
fn weight(list: &Questionnaire, at: QuestionIx) -> Weight {
    let asked = list.question(at);
    let situation =
        asked.parent.is_some() && asked.parent == list.by_role(Role::ExerciseSituations);
    let round = asked.parent.is_some() && asked.parent == list.by_role(Role::ExerciseRounds);
    let alone = asked.parent.is_none() && asked.in_doubt().is_none();
    match asked.kind {
        Kind::YesNo { .. } => Weight::Safety,
        Kind::Choice { .. } if situation || alone || round => Weight::Safety,
        Kind::Scale { .. } | Kind::Judgement { .. } if situation => Weight::Rating,
        _ => Weight::Other,
    }
}

impl Matter {
    /// What somebody answered.
    pub fn answered(&self, answers: &Answers) -> Option<usize> {
        let answer = answers.get(&self.key.question, self.key.row.as_ref())?;
        match (&self.option, &answer.value) {
            (Some(option), Value::Choices(chosen)) => self.scale.at(if chosen.contains(option) {
                &Value::Yes
            } else {
                &Value::No
            }),
            (_, value) => self.scale.at(value),
        }
    }

    /// What it is called in one line; it ends as a sentence.
    pub fn title(&self) -> String {
        let ended = |text: &str| {
            let text = text.trim_end();
            let ends = text.ends_with(['?', '.', '!', ':']);
            if ends {
                text.to_owned()
            } else {
                format!("{text}.")
            }
        };
        match &self.about {
            Some(about) => {
                let about = about.trim_end().trim_end_matches('.');
                format!("{about}: {}", ended(&self.asked))
            }
            None => ended(&self.asked),
        }
    }
}

/// All that was asked about a subject, in the order of the list.
pub fn matters(subject: &Subject<'_>, voices: &[&Voice], ballots: &[&Ballot]) -> Vec<Matter> {
    let list = subject.list;
    let mut found = Vec::new();
    for at in list.question_indexes() {
        let asked = list.question(at);
        if asked.given {
            continue;
        }
        let rows = match asked.parent {
            None => vec![None],
            Some(parent) => {
                let rows = subject.rows(parent, voices, ballots);
                rows.into_iter().map(Some).collect()
            }
        };
        for row in rows {
            let about = match (&row, asked.parent) {
                (Some(row), Some(parent)) => Some(subject.told(parent, row)),
                _ => None,
            };
            let matter = |option: Option<OptionId>, about, scale| Matter {
                key: Key {
                    question: asked.id.clone(),
                    row: row.clone(),
                },
                question: at,
                option,
                asked: asked.text.nl.clone(),
                about,
                scale,
                weight: weight(list, at),
            };
            if let Kind::Choices { options } = &asked.kind {
                for option in options {
                    let scale = scale(list, at, &[Value::Yes, Value::No], false);
                    let about = Some(option.text.nl.clone());
                    found.push(matter(Some(option.id.clone()), about, scale));
                }
            } else if let Some(scale) = scale_of(list, at) {
                found.push(matter(None, about, scale));
            }
        }
    }
    found
}

/// What can be answered to a question that is answered by choosing.
fn scale_of(list: &Questionnaire, at: QuestionIx) -> Option<Scale> {
    let asked = list.question(at);
    let chosen = |option: &crate::questionnaire::Choice| Value::Choice(option.id.clone());
    let (values, ordered) = match &asked.kind {
        Kind::YesNo { .. } => (vec![Value::Yes, Value::No], false),
        Kind::Choice { options } => (options.iter().map(chosen).collect(), false),
        Kind::Judgement { options, .. } => (options.iter().map(chosen).collect(), true),
        Kind::Scale { from, to, .. } => {
            let whole = |number| Value::Number(crate::questionnaire::Number::whole(number));
            ((*from..=*to).map(whole).collect(), true)
        }
        _ => return None,
    };
    Some(scale(list, at, &values, ordered))
}

fn scale(list: &Questionnaire, at: QuestionIx, values: &[Value], ordered: bool) -> Scale {
    let asked = list.question(at);
    let mut values = values.to_vec();
    let doubt = asked.in_doubt().map(|one| Value::Choice(one.id.clone()));
    let inside = doubt.and_then(|doubt| values.iter().position(|one| *one == doubt));
    if asked.allows_not_applicable {
        values.push(Value::NotApplicable);
    }
    let unknown = inside.unwrap_or(values.len());
    if inside.is_none() {
        values.push(Value::Unknown);
    }
    let none = Answers::default();
    let many = matches!(asked.kind, Kind::Choices { .. });
    let told = |value: &Value| match value {
        Value::Yes if many => nl().group.picked(),
        Value::No if many => nl().group.not_picked(),
        value => show(list, at, value, &none),
    };
    let short = |value: &Value| match (value, &asked.kind) {
        (Value::Number(number), Kind::Scale { labels, .. }) => {
            // What follows a colon or a comma explains it, and is too long to say.
            let label = number.as_whole().and_then(|whole| labels.get(&whole));
            let label = label.and_then(|label| label.nl.split([':', ',']).next());
            label.map_or_else(|| number.to_string(), str::to_owned)
        }
        (value, _) => told(value),
    };
    Scale {
        short: values.iter().map(short).collect(),
        options: values.iter().map(told).collect(),
        ids: values.iter().map(crate::answer::typed).collect(),
        ordered,
        unknown,
        values,
        beside: inside.is_none(),
    }
}

/// The question in which somebody says why: the next text beside it that asks for no sentence to be made concrete. One in a
/// later part is about all before it where that part asks nothing else.
pub fn reason_of(list: &Questionnaire, at: QuestionIx) -> Option<QuestionIx> {
    let parent = list.question(at).parent;
    let part = list.question(at).part;
    let found = list.question_indexes().skip(at.0 + 1).find(|other| {
        let other = list.question(*other);
        let text = matches!(other.kind, Kind::Text { vague: false, .. });
        other.parent == parent && !other.given && text
    })?;
    // A text beside other questions of a later part is about those.
    let there = list.question(found).part;
    let alone = list.parts[there].questions == [found];
    (there == part || alone).then_some(found)
}
