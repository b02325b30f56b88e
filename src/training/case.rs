//! The checked training case, and what of it somebody knows after so many rounds.

use chrono::NaiveDate;

use super::forms::{Forms, GivenRows};
use super::key::MakersKey;
use crate::answer::{Answer, Answers, Key, RowId, Rows, Value};

/// An invented case, told in rounds, with its makers' key.
#[derive(Clone, Debug)]
pub struct TrainingCase {
    /// Its id, the name of its file.
    pub id: String,
    /// Its version, three numbers.
    pub version: String,
    /// SHA-256 of its content.
    pub sha256: String,
    /// Its title.
    pub title: String,
    /// The pattern it was written for: the id of a question of the exercise. Never shown to who works on it.
    pub profile: String,
    /// 1 a first acquaintance, 2 further, 3 hard.
    pub level: u8,
    /// The day on which it is told.
    pub day: NaiveDate,
    /// What it is about, for who chooses.
    pub about: String,
    /// Who the participant is.
    pub role: String,
    /// Words that look like a name or a place and are none, says its maker.
    pub not_names: Vec<String>,
    /// The people.
    pub people: Vec<Person>,
    /// What becomes known, in that order.
    pub rounds: Vec<Round>,
    /// Vague sentences.
    pub sentences: Vec<Sentence>,
    /// What is to be rated, known after the last round.
    pub situations: Vec<Situation>,
    /// What nobody knows and one would want to know.
    pub missing: Vec<String>,
    /// One defensible answer of its makers.
    pub key: MakersKey,
}

/// Somebody in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The row's id.
    pub id: RowId,
    /// A role word.
    pub name: String,
    /// Years.
    pub age: Option<String>,
    /// Where they live, of that.
    pub lives: Option<String>,
}

/// One moment at which something becomes known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The row's id.
    pub id: RowId,
    /// Its title.
    pub title: String,
    /// Who tells it.
    pub from: String,
    /// What the participant reads.
    pub text: String,
    /// For the trainer alone.
    pub notes: String,
    /// What became known, one thing a row.
    pub facts: Vec<Fact>,
}

/// One thing that became known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The row's id.
    pub id: RowId,
    /// What.
    pub text: String,
}

/// A vague sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The row's id.
    pub id: RowId,
    /// As it was written.
    pub text: String,
    /// As it could be: shown afterwards.
    pub concrete: String,
}

/// Something to rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// The row's id.
    pub id: RowId,
    /// What happens.
    pub text: String,
}

/// How much of a case somebody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// The first so many rounds.
    Rounds(usize),
    /// All rounds, and the sentences to make concrete.
    Sentences,
    /// All of it.
    All,
}

impl TrainingCase {
    /// Every fact, in the order in which they become known.
    pub fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.rounds.iter().flat_map(|round| &round.facts)
    }

    /// Lays what is known before who answers: the rows, and the text of each. What was answered stays.
    pub fn lay_out(&self, forms: &Forms, known: Known, answers: &mut Answers) {
        let rounds = match known {
            Known::Rounds(count) => count.min(self.rounds.len()),
            _ => self.rounds.len(),
        };
        let rounds = &self.rounds[..rounds];
        let titles = rounds.iter().map(|round| (&round.id, &round.title));
        put(forms, forms.rounds(), titles, answers);
        let facts = rounds.iter().flat_map(|round| &round.facts);
        put(
            forms,
            forms.facts(),
            facts.map(|one| (&one.id, &one.text)),
            answers,
        );
        let sentences = self.sentences.iter().filter(|_| known >= Known::Sentences);
        let sentences = sentences.map(|one| (&one.id, &one.text));
        put(forms, forms.sentences(), sentences, answers);
        let situations = self.situations.iter().filter(|_| known == Known::All);
        let situations = situations.map(|one| (&one.id, &one.text));
        put(forms, forms.situations(), situations, answers);
    }

    /// The rows in these answers that the case does not have.
    pub fn strange_rows(&self, forms: &Forms, answers: &Answers) -> Vec<RowId> {
        let mut whole = Answers::default();
        self.lay_out(forms, Known::All, &mut whole);
        let mut strange = Vec::new();
        for (list, rows) in answers.lists() {
            let known = whole.rows(list);
            let is_known = |row: &RowId| known.is_some_and(|known| known.ids.contains(row));
            strange.extend(rows.ids.iter().filter(|row| !is_known(row)).cloned());
        }
        strange
    }
}

/// The rows of one list with their given texts.
fn put<'a>(
    forms: &Forms,
    given: Option<GivenRows>,
    rows: impl Iterator<Item = (&'a RowId, &'a String)>,
    answers: &mut Answers,
) {
    let Some(given) = given else { return };
    let list = &forms.exercise;
    let mut ids = Vec::new();
    for (id, text) in rows {
        let key = Key {
            question: list.question(given.text).id.clone(),
            row: Some(id.clone()),
        };
        answers.set(key, Answer::from(Value::Text(text.clone())));
        ids.push(id.clone());
    }
    let rows = Rows {
        ids,
        complete: true,
    };
    answers.set_rows(list.question(given.list).id.clone(), rows);
}
